"""Do what the candidate wishes: apply it by the rules, paint it, hand it to the service."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject

from jp_trainer.core.exam import sittings
from jp_trainer.core.exam.papers import Mode
from jp_trainer.core.exam.sitting_changes import with_time
from jp_trainer.core.exam.sitting_state import Aid, FinishedBy, SittingState, is_beyond_the_test
from jp_trainer.core.exam.sittings import NotAllowedError
from jp_trainer.services import sitting as service
from jp_trainer.ui.screens.sitting.asking import (
    ask_for_help,
    ask_to_leave_section,
    help_language,
    show_statement,
)
from jp_trainer.wording import _

if TYPE_CHECKING:
    from jp_trainer.ui.screens.sitting.sitting import Sitting

Action = Callable[[SittingState], SittingState]


class Candidate(QObject):
    """Whoever sits before the screen."""

    def __init__(self, screen: "Sitting") -> None:
        super().__init__(screen)
        self._screen = screen
        self._at_item, self._seen = QElapsedTimer(), ""

    def sees(self, item: str) -> None:
        """A question is painted: its time begins, unless it was there already."""
        if item != self._seen:
            self._seen = item
            self._at_item.restart()

    @property
    def _state(self) -> SittingState:
        return self._screen.now

    @property
    def _id(self) -> str:
        return self._state.id

    def _do(self, action: Action, work: Callable[..., SittingState]) -> bool:
        """Apply it here, and hand it to the service; False if the rules do not allow it."""
        screen = self._screen
        if screen.state is None or screen.state.finished is not None:
            return False
        runs = screen.state.clock is not None and screen.countdown.runs
        left = screen.countdown.left_ms if runs else None
        try:
            screen.state = action(with_time(screen.state, left))
        except NotAllowedError:
            return False
        screen.recorder.record(partial(work, screen.desk.app, self._id, remaining_ms=left))
        return True

    def _spent(self) -> int:
        return int(self._at_item.restart()) if self._at_item.isValid() else 0

    def choose(self, number: int) -> None:
        """Choose this option."""
        view = self._screen.view
        if view is None or number > len(view.options):
            return
        item = self._state.item
        if self._state.answers.get(item) == number:
            return
        ms = self._spent()
        if self._do(
            lambda now: sittings.answered(now, item, number, ms),
            partial(service.answer, item=item, option=number, ms=ms),
        ):
            self._screen.show_answer(number)

    def flag(self) -> None:
        """Mark the question to look at it again, or unmark it."""
        foot = self._screen.foot
        if self._screen.view is None or foot.flag.isHidden():
            return
        item, on = self._state.item, self._state.item not in self._state.flags
        if self._do(
            lambda now: sittings.flagged(now, item, on=on), partial(service.flag, item=item, on=on)
        ):
            foot.present(self._state)

    def go_to(self, item: str) -> None:
        """To this question, where there is a way."""
        ms = self._spent()
        before = self._state.testlet_now
        if item != self._state.item and not self._do(
            lambda now: sittings.moved(now, item, ms), partial(service.move, item=item, ms=ms)
        ):
            return
        if self._state.testlet_now is not before:
            self._screen.listening.hush()
        self._screen.head.present(self._state)
        self._screen.ask_question()

    def go_back(self) -> None:
        """To the question before."""
        if self._screen.view is not None and (item := self._state.previous_item) is not None:
            self.go_to(item)

    def go_on_inside(self) -> None:
        """To the next question of this section."""
        if self._screen.view is not None and self._state.next_item is not None:
            self.go_on()

    def go_on(self) -> None:
        """To the next question, the next section, or the end."""
        screen = self._screen
        if screen.view is None or not screen.pacing.may_go_on:
            return
        if (item := self._state.next_item) is not None:
            self.go_to(item)
        elif self._state.next_section is not None and self._state.leaves_for_good:
            ask_to_leave_section(screen.look, screen, self._state, self.leave_section)
        elif (section := self._state.next_section) is not None:
            self.go_to(self._state.entry_of(section))
        elif self._state.mode is Mode.QUIZ and not self._state.open_items():
            self.hand_in()
        else:
            screen.show_finish_page()

    def leave_or_finish(self) -> None:
        """The recording is over: nothing is left to decide."""
        if self._state.next_section is not None:
            self.leave_section()
        else:
            self.hand_in()

    def on_tab(self, section: str) -> None:
        """To another section, after a warning where there is no way back."""
        screen, state = self._screen, self._state
        if screen.view is None or not state.may_enter(section):
            return
        if state.leaves_for_good:
            ask_to_leave_section(screen.look, screen, state, self.leave_section)
        else:
            self.go_to(state.entry_of(section))

    def leave_section(self) -> None:
        """On to the next section, for good."""
        ms = self._spent()
        if self._do(
            lambda now: sittings.section_left(now, ms), partial(service.leave_section, ms=ms)
        ):
            self._screen.listening.hush()
            self._screen.time.stop()
            self._screen.present(self._state)

    def hand_in(self) -> None:
        """It is over."""
        screen, ms = self._screen, self._spent()
        left = screen.countdown.left_ms if screen.countdown.runs else None
        screen.time.stop()
        screen.listening.hush()
        screen.setEnabled(False)
        work = partial(
            service.finish, screen.desk.app, self._id, FinishedBy.SUBMITTED,
            ms=ms, remaining_ms=left,
        )  # fmt: skip
        screen.recorder.record(work, screen.present)

    # Help, and sound

    def play(self) -> None:
        """Hear the clip, if it may still be heard."""
        screen, state = self._screen, self._state
        view = screen.view
        if view is None or view.play is None or screen.listening.playing:
            return
        if state.plays_left(state.item) == 0:
            if screen.offers_replay:
                self._ask_for(
                    Aid.REPLAY, _("The real test does not play a recording again."), self.play
                )
            return
        screen.listening.listen(state.testlet_now)

    def heard(self) -> None:
        """A clip began to play: that counts."""
        item = self._state.item
        self._do(lambda now: sittings.played(now, item), partial(service.play, item=item))

    def help(self) -> None:
        """The question in one's own language; warns where the real test has none."""
        screen, state = self._screen, self._state
        if screen.view is None or screen.view.help is None:
            return
        item = state.item_now
        language = help_language(state, item, screen.desk.trainee)

        def show() -> None:
            show_statement(screen.look, screen, item, language)
            screen.head.present(self._state)

        if is_beyond_the_test(state, Aid.STATEMENT, language):
            words = _("The real test may not show the question in this language.")
            self._ask_for(Aid.STATEMENT, words, show, language)
        else:
            self._take(Aid.STATEMENT, language)
            show()

    def _ask_for(self, aid: Aid, words: str, then: Callable[[], None], language: str = "") -> None:
        def take() -> None:
            self._take(aid, language)
            then()

        if self._state.is_assisted or self._state.mode is Mode.QUIZ:
            take()
        else:
            ask_for_help(self._screen.look, self._screen, words, take)

    def _take(self, aid: Aid, language: str) -> None:
        item = self._state.item
        self._do(
            lambda now: sittings.helped(now, item, aid, language),
            partial(service.help, item=item, aid=aid, language=language),
        )
