"""Let words be heard while studying, where that does not give the answer away."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jp_trainer.core.cards import Aspect
from jp_trainer.core.words import PartOfSpeech
from jp_trainer.ui.screens.study.phase import Phase

if TYPE_CHECKING:
    from jp_trainer.ui.screens.study.study import Study

_HEARD_WHILE_ASKED = (Aspect.MEANING, Aspect.LISTENING)


class Sound(QObject):
    """The sound of the study screen. Without a voice it does nothing."""

    def __init__(self, screen: "Study") -> None:
        super().__init__(screen)
        self._screen = screen
        self._speaker = screen.desk.speaker
        if self._speaker is not None:
            self._speaker.silent.connect(self._on_silent)

    @property
    def can_speak(self) -> bool:
        """Whether anything can be heard here."""
        return self._speaker is not None and self._speaker.can_speak

    @property
    def may_listen(self) -> bool:
        """Whether the word may be heard now: not where its sound is what is asked."""
        asking = self._screen.asking
        if asking is None or not self.can_speak:
            return False
        question = asking.question
        # The sound of a kana is what is asked of it.
        is_fair = (
            question.aspect in _HEARD_WHILE_ASKED and question.word.pos is not PartOfSpeech.KANA
        )
        return self._screen.phase is not Phase.ASKED or is_fair

    def listen(self) -> None:
        """Hear the word. Where its reading is hidden and not yet answered, that is a peek."""
        screen = self._screen
        if not self.may_listen:
            return
        if screen.phase is Phase.ASKED and screen.view is not None and screen.view.prompt.can_peek:
            screen.on_peeked()
        self._speak()

    def by_itself(self) -> None:
        """What is heard without a press: the question to listen to, and answers if wished."""
        asking, phase = self._screen.asking, self._screen.phase
        if asking is None:
            return
        is_heard = asking.question.aspect is Aspect.LISTENING
        wished = asking.preferences.auto_sound and not is_heard
        if (phase is Phase.ASKED and is_heard) or (phase is not Phase.ASKED and wished):
            self._speak()

    def prepare(self) -> None:
        """Make what will be heard next."""
        if self._speaker is not None:
            desk = self._screen.desk
            self._speaker.prepare(desk.trainee_id, owner=self._screen)

    def hush(self) -> None:
        """Fall silent."""
        if self._speaker is not None:
            self._speaker.hush()

    def _speak(self) -> None:
        asking = self._screen.asking
        if self._speaker is None or asking is None:
            return
        if self.can_speak:
            self._speaker.speak(asking.question.word, owner=self._screen)
        else:
            self._speaker.tell_of_silence()

    def _on_silent(self) -> None:
        """The window says so; here only what does nothing goes away."""
        screen = self._screen
        screen.aids.listen.hide()
        screen.foot.listen.hide()
        asking = screen.asking
        is_heard = asking is not None and asking.question.aspect is Aspect.LISTENING
        if is_heard and screen.phase is Phase.ASKED:  # nobody can answer that: on to what can be
            screen.reload()
