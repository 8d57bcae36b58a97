"""Do what is seldom done with a word: put it away, rest it, look at its history."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from jp_trainer.core.cards import word_of
from jp_trainer.core.scheduling import REST_DAYS
from jp_trainer.core.words import Word
from jp_trainer.services import study
from jp_trainer.services.study_states import StudyState
from jp_trainer.services.word_history import HistoryEntry, history
from jp_trainer.services.words import WordDetails, details
from jp_trainer.ui.parts.dialogs import Sheet
from jp_trainer.ui.screens.study.info import info_sheet
from jp_trainer.ui.screens.study.phase import Phase
from jp_trainer.wording import _, fill, ngettext

if TYPE_CHECKING:
    from jp_trainer.ui.screens.study.study import Study


class More(QObject):
    """The menu behind `M`, and what it offers."""

    def __init__(self, screen: "Study") -> None:
        super().__init__(screen)
        self._screen = screen
        self.sheet: Sheet | None = None
        self.menu: QMenu | None = None

    def open(self) -> None:
        """The menu, above its button."""
        screen = self._screen
        if screen.asking is None:
            return
        menu = self.menu = QMenu(screen)
        menu.setFont(screen.look.ui())
        menu.setLayoutDirection(screen.look.direction)
        for words, key, act in self._offers():
            menu.addAction(f"{words}\t{key}").triggered.connect(act)
        menu.aboutToHide.connect(menu.deleteLater)
        button = screen.aids.more
        above = button if button.isVisible() else screen.foot.next
        corner = above.mapToGlobal(QPoint(0, 0))
        menu.popup(corner - QPoint(0, menu.sizeHint().height() + 8))

    def _offers(self) -> list[tuple[str, str, Callable[[], None]]]:
        rest = ngettext("Rest it for {count} day", "Rest it for {count} days", REST_DAYS)
        offers: list[tuple[str, str, Callable[[], None]]] = [
            (_("I know this word: never ask it again"), "K", self.know),
            (fill(rest, count=REST_DAYS), "-", self.rest),
            (_("About this word, and the keys"), "I", self.show_info),
        ]
        if self._may_edit:
            offers.append((_("Edit this word"), "E", self.edit))
        return offers

    @property
    def _may_edit(self) -> bool:
        asking = self._screen.asking
        return asking is not None and asking.preferences.instructor_tools

    def edit(self) -> None:
        """Correct the word, for who has the instructor's tools."""
        screen = self._screen
        if screen.asking is None or not self._may_edit:
            return
        desk = screen.desk
        work = partial(details, desk.app, desk.trainee_id, screen.asking.question.word.id)
        desk.jobs.run(work, owner=screen, done=self._on_details)

    def _on_details(self, found: WordDetails) -> None:
        # Late: few ever edit a word.
        from jp_trainer.ui.screens.words.edit import EditSheet  # noqa: PLC0415

        screen = self._screen
        self.sheet = EditSheet(screen.desk, screen, found, self._on_edited)
        self.sheet.finished.connect(screen.take_focus)
        self.sheet.open()

    def _on_edited(self, word: Word) -> None:
        screen = self._screen
        screen.desk.frame.say(fill(_("{word} was changed on this computer."), word=word.word))
        if screen.phase is Phase.ASKED:
            screen.reload()  # what is asked is made anew

    def know(self) -> None:
        """Never ask it again, until that is taken back."""
        self._put_away(study.know, _("{word} will not be asked again."))

    def rest(self) -> None:
        """Not for some days."""
        template = ngettext(
            "{word} rests for {count} day.", "{word} rests for {count} days.", REST_DAYS
        )
        self._put_away(study.rest, template)

    def _put_away(self, service: Callable[..., StudyState], template: str) -> None:
        screen = self._screen
        if screen.asking is None:
            return
        question = screen.asking.question
        screen.hold()
        desk = screen.desk
        words = fill(template, word=question.word.word, count=REST_DAYS)
        desk.jobs.run(
            partial(service, desk.app, desk.trainee_id, word_of(question.card)),
            owner=screen,
            done=partial(self._on_put_away, words),
            failed=screen.release,
        )

    def _on_put_away(self, words: str, state: StudyState) -> None:
        screen = self._screen
        screen.present_anew(state)
        screen.desk.frame.say(words, undo=screen.undo)

    def show_info(self) -> None:
        """What happened with this word so far, and which keys there are."""
        screen = self._screen
        if screen.asking is None:
            return
        desk = screen.desk
        word = screen.asking.question.word.id
        desk.jobs.run(
            partial(history, desk.app, desk.trainee_id, word), owner=screen, done=self._on_history
        )

    def _on_history(self, entries: tuple[HistoryEntry, ...]) -> None:
        screen = self._screen
        today = screen.desk.app.clock().study_day
        self.sheet = info_sheet(screen.look, screen, entries, today)
        self.sheet.finished.connect(screen.take_focus)
