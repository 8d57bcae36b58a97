"""Do what is wished of the chosen word: let it be heard, put it away, tell of it, edit it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from jp_trainer.core.words import Word
from jp_trainer.services import study, undo, words
from jp_trainer.services.study_states import StudyState, Undone
from jp_trainer.services.words import HistoryEntry
from jp_trainer.ui.screen import Desk
from jp_trainer.ui.screens.words.edit import EditSheet
from jp_trainer.ui.screens.words.history import history_sheet
from jp_trainer.ui.screens.words.pane import Pane
from jp_trainer.wording import _, fill


class Deeds:
    """The wishes about the word that `pane` shows. `changed` is called when one was kept."""

    def __init__(self, desk: Desk, owner: QWidget, pane: Pane, changed: Callable[[], None]) -> None:
        self._desk, self._owner, self._pane, self._changed = desk, owner, pane, changed
        self._meanings = desk.trainee.preferences.meanings if desk.trainee else ("en",)
        self._acts = 0
        pane.heard.connect(self.hear)
        pane.put_away.connect(self.put_away)
        pane.rested.connect(self.rest)
        pane.history_asked.connect(self.tell)
        pane.edit_asked.connect(self.edit)

    def hear(self) -> None:
        """Let it be heard."""
        shown, speaker = self._pane.shown, self._desk.speaker
        if shown is not None and speaker is not None:
            speaker.speak(shown.row.word, owner=self._owner)

    def tell(self) -> None:
        """Show what happened with it."""
        if (shown := self._pane.shown) is None:
            return
        word = shown.row.word
        self._desk.jobs.run(
            partial(words.history, self._desk.app, self._desk.trainee_id, word.id),
            owner=self._owner,
            done=partial(self._show_history, word),
        )

    def _show_history(self, word: Word, entries: tuple[HistoryEntry, ...]) -> None:
        history_sheet(self._desk.look, self._owner, word, entries, self._meanings)

    def edit(self) -> None:
        """Let an instructor correct it."""
        if self._pane.shown is not None and not self._pane.edit.isHidden():
            EditSheet(self._desk, self._owner, self._pane.shown, self._on_edited).open()

    def _on_edited(self, word: Word) -> None:
        self._desk.frame.say(fill(_("{word} was changed on this computer."), word=word.word))
        self._changed()

    def put_away(self) -> None:
        """Ask it no more; if it is not asked, ask it again."""
        if (shown := self._pane.shown) is None:
            return
        word = shown.row.word
        if shown.said_known or shown.resting_until is not None:
            act = partial(study.resume, self._desk.app, self._desk.trainee_id, word.learnt_as)
            self._act(act, fill(_("{word} is asked again."), word=word.word))
        else:
            know = partial(study.know, self._desk.app, self._desk.trainee_id, word.learnt_as)
            self._act(know, fill(_("{word} is not asked any more."), word=word.word))

    def rest(self) -> None:
        """Do not ask it for three days."""
        shown = self._pane.shown
        if shown is None or shown.said_known or shown.resting_until is not None:
            return
        word = shown.row.word
        rest = partial(study.rest, self._desk.app, self._desk.trainee_id, word.learnt_as)
        self._act(rest, fill(_("{word} rests for 3 days."), word=word.word))

    def _act(self, act: "partial[StudyState] | partial[None]", said: str) -> None:
        self._desk.jobs.run(act, owner=self._owner, done=lambda _state: self._on_done(said))

    def _on_done(self, said: str) -> None:
        self._acts += 1
        self._desk.frame.say(said, undo=self.undo)
        self._changed()

    def undo(self) -> None:
        """Take back what was last done here."""
        # Only what was done here: an answer is taken back where it was given.
        if not self._acts:
            self._desk.frame.say(_("There is nothing to take back here."))
            return
        self._acts -= 1
        self._desk.jobs.run(
            partial(undo.undo, self._desk.app, self._desk.trainee_id),
            owner=self._owner,
            done=self._on_undone,
        )

    def _on_undone(self, undone: Undone | None) -> None:
        if undone is not None and undone.word is not None:
            self._desk.frame.say(fill(_("Taken back: {word}."), word=undone.word.word))
        self._changed()
