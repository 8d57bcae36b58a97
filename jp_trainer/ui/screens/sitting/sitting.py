"""Sit an exam as on the day: each press is painted at once, and kept right after.

The screen holds the state, applies each action with the rules of core/exam/sittings.py, paints,
and hands the action to the service, which applies the same rules.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from jp_trainer.core.exam.blueprints import ClockKind
from jp_trainer.core.exam.items import Testlet
from jp_trainer.core.exam.papers import Mode, Paper
from jp_trainer.core.exam.sitting_state import Aid, SittingState
from jp_trainer.services import exam_readings
from jp_trainer.services import sitting as service
from jp_trainer.services.app import App
from jp_trainer.ui.exam.explained import explain
from jp_trainer.ui.exam.question import QuestionView
from jp_trainer.ui.jobs import Progress
from jp_trainer.ui.parts.layout import column
from jp_trainer.ui.screen import Desk, Screen
from jp_trainer.ui.screens.sitting.ahead import Ahead
from jp_trainer.ui.screens.sitting.candidate import Candidate
from jp_trainer.ui.screens.sitting.foot import HEIGHT, Foot
from jp_trainer.ui.screens.sitting.head import Head
from jp_trainer.ui.screens.sitting.listening import Listening
from jp_trainer.ui.screens.sitting.pacing import Pacing
from jp_trainer.ui.screens.sitting.pages import FinishPage, PaperPage
from jp_trainer.ui.screens.sitting.recorder import Recorder
from jp_trainer.ui.screens.sitting.timekeeper import Timekeeper
from jp_trainer.ui.tokens import TEXT_SIZES
from jp_trainer.wording import _


class Sitting(Screen[SittingState]):
    """The exam. `sitting`: one to go on with; `state`: one that has just begun."""

    whole_window = True
    keeps_awake = True

    def __init__(
        self,
        desk: Desk,
        sitting: str = "",
        state: SittingState | None = None,
        zoom: float = 1.0,
        begun: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(desk)
        self._id = state.id if state is not None else sitting
        self.state = self._given = state
        self._zoom, self._is_open = zoom, False
        self._begun = set(begun)  # papers with their own minutes whose clock was started
        self.view: QuestionView | None = None
        self.page: PaperPage | FinishPage | None = None
        self.time = Timekeeper(self)
        self.countdown = self.time.countdown
        self.recorder = Recorder(desk, self)
        self.listening = Listening(desk, self)
        self.pacing, self.candidate = Pacing(self), Candidate(self)
        self.head, self.foot = Head(self.look, desk.trainee), Foot(self.look)
        self._middle = QStackedWidget()
        self._ahead = Ahead(self._middle)
        self.setLayout(column(self.head, (self._middle, 1), self.foot))
        self.foot.hide()
        self._bind()

    def _bind(self) -> None:
        does, foot, head = self.candidate, self.foot, self.head
        self.countdown.changed.connect(head.clock.show_left)
        self.recorder.refused.connect(self._on_refused)
        self.listening.begun.connect(self._on_heard)
        self.listening.ended.connect(self._show_plays)
        self.listening.silent.connect(self._on_silent)
        head.section_wanted.connect(does.on_tab)
        head.size_button.clicked.connect(self.larger)
        head.out.clicked.connect(self.desk.frame.back)
        foot.back.clicked.connect(does.go_back)
        foot.next.clicked.connect(does.go_on)
        foot.flag.clicked.connect(does.flag)
        foot.tiles.pressed.connect(lambda at: does.go_to(foot.places[at].item))
        on, back = ("left", "right") if self.look.rtl else ("right", "left")
        presses: tuple[tuple[str, Callable[[], object]], ...] = (
            ("enter", self._on_enter), ("esc", self._on_escape),
            (on, does.go_on_inside), (back, does.go_back), ("f", does.flag),
            ("p space", does.play), ("l", does.help), ("+ =", self.larger),
            ("down pagedown", partial(self._scroll, 1)), ("up pageup", partial(self._scroll, -1)),
        )  # fmt: skip
        for names, act in presses:
            self.keys.bind(names, act)
        for number in range(1, 5):
            self.keys.bind(str(number), partial(does.choose, number))

    # What is shown

    def reload(self) -> None:
        """Begin, or go on where it was interrupted."""
        if self._given is not None:
            state, self._given = self._given, None
            self._on_state(state)
        else:
            self.ask(partial(service.resume, self.desk.app, self._id))

    def present(self, state: SittingState) -> None:
        """Show where the sitting stands."""
        self.state = state
        if state.finished is not None:
            self.countdown.stop()
            self.listening.hush()
            self.desk.frame.go("exam_result", sitting=state.id)
            return
        if not self._is_open:
            self._is_open = True
            self.listening.open(state)
            if Aid.FURIGANA in state.assisted:
                self.desk.jobs.run_long(
                    partial(_readings, self.desk.app, state.paper),
                    owner=self, done=self._on_readings, progress=lambda _done, _total: None,
                )  # fmt: skip
        self.head.present(state)
        if self._is_before_paper(state):
            self._show_paper_page(state)
        else:
            self.ask_question()

    def _on_readings(self, testlets: dict[str, Testlet]) -> None:
        self._ahead.show_readings(testlets)
        if self.view is not None:
            self.ask_question()

    def _is_before_paper(self, state: SittingState) -> bool:
        own = state.blueprint.clock is ClockKind.PAPER and state.clock is not None
        return own and state.section not in self._begun

    def _show_paper_page(self, state: SittingState) -> None:
        self.time.stop()
        page = PaperPage(self.look, state)
        page.begin.connect(self._on_paper_begun)
        self.listening.prepared.connect(page.show_prepared)
        self.head.clock.show_left(state.remaining or 0)
        self._put(page)
        self.foot.hide()

    def _on_paper_begun(self) -> None:
        if self.state is not None:
            self._begun.add(self.state.section)
            self.ask_question()

    def ask_question(self) -> None:
        """Paint the question the candidate is at."""
        state = self.now
        look = replace(self.look, scale=self.look.scale * self._zoom)
        view = self._ahead.take(look, state, self.desk.trainee, self._room())
        view.chosen.connect(self.candidate.choose)
        view.play_wanted.connect(self.candidate.play)
        view.help_wanted.connect(self.candidate.help)
        self.view = view
        self.page = None
        self._put(view)
        self.foot.present(state)
        self.foot.say(self.pacing.words())
        self.foot.show()
        self._order_tabs(view)
        self.time.run()
        self.candidate.sees(state.item)
        if state.mode is Mode.QUIZ and state.item in state.answers:
            self._explain()
        self.pacing.at(state.testlet_now)
        self._ahead.prepare(look, state, self.desk.trainee, self._room())

    @property
    def now(self) -> SittingState:
        """Where it stands. Raises LookupError before it was loaded."""
        if self.state is None:
            raise LookupError("no sitting is open")
        return self.state

    @property
    def offers_replay(self) -> bool:
        """Whether a clip may be heard again as practice: not where the recording sets the pace."""
        return not self.now.rules.paced

    def show_answer(self, number: int) -> None:
        """An option was chosen; in a quiz, say at once whether it is right."""
        if self.view is not None:
            self.view.pick(number)
            self.foot.present(self.now)
            if self.now.mode is Mode.QUIZ:
                self._explain()

    def _explain(self) -> None:
        trainee = self.desk.trainee
        languages = trainee.preferences.meanings if trainee is not None else ("en",)
        if self.view is not None:
            explain(self.view, self.now.answers.get(self.view.item.id, 0), languages)

    def show_finish_page(self) -> None:
        """What is open, before it is handed in."""
        page = FinishPage(self.look, self.now)
        page.go_back.connect(self.ask_question)
        page.hand_in.connect(self.candidate.hand_in)
        page.item_wanted.connect(self.candidate.go_to)
        self._put(page)
        self.foot.hide()

    def _on_enter(self) -> None:
        if self.page is not None:
            self.page.button.click()
        else:
            self.candidate.go_on()

    def _on_escape(self) -> None:
        if isinstance(self.page, FinishPage):
            self.ask_question()
        else:
            self.desk.frame.back()

    # Sound

    def _on_heard(self) -> None:
        self.candidate.heard()
        self._show_plays()

    def _show_plays(self) -> None:
        if self.view is not None and self.state is not None:
            testlet, state = self.view.testlet, self.state
            self.view.show_plays(
                state.plays_left(self.view.item.id),
                played=state.plays.get(testlet.id, 0) > 0,
                playing=self.listening.playing,
            )

    def _on_silent(self) -> None:
        if self.view is not None and self.view.play is not None:
            self.desk.frame.say(_("This recording cannot be heard here."), fault=True)

    def _room(self) -> tuple[int, int]:
        tall = self.height() - self.head.height() - self.foot.height()
        return self.width(), max(200, tall)

    def _put(self, made: QWidget) -> None:
        old = self._middle.currentWidget()
        self._middle.addWidget(made)
        self._middle.setCurrentWidget(made)
        if isinstance(made, PaperPage | FinishPage):
            self.page, self.view = made, None
        if old is not None:
            self._middle.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order_tabs(self, view: QuestionView) -> None:
        before: QWidget = self.head.size_button
        for stop in (*view.stops(), self.foot.back, self.foot.flag, self.foot.next):
            QWidget.setTabOrder(before, stop)
            before = stop

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another room asks for another arrangement."""
        super().resizeEvent(event)
        if self.view is not None and self.view.room != self._room():
            self.ask_question()

    def _on_refused(self) -> None:
        """The service knows better: it is asked anew."""
        self.ask(partial(service.load, self.desk.app, self._id))

    # Coming and going

    def loss(self) -> str:
        """A mock in the middle is not left in passing."""
        state = self.state
        if state is None or state.finished is not None or state.mode is Mode.QUIZ:
            return ""
        return _(
            "The clock stops, and you can go on later from this question. The result will say "
            "that it was interrupted."
        )

    def place(self) -> dict[str, object]:
        """The same question, in another look."""
        if self.state is None:
            return {"sitting": self._id}
        self.time.stop()
        return {"state": self.state, "zoom": self._zoom, "begun": frozenset(self._begun)}

    def left(self) -> None:
        """Save the clock, fall silent."""
        state = self.state
        if state is not None and state.finished is None and self.countdown.runs:
            self.time.save(self.countdown.left_ms)
        self.countdown.stop()
        self.recorder.send()
        self.listening.close()

    def foot_height(self) -> int:
        """The message bar leaves the ways on free."""
        return self.look.size(HEIGHT)

    def larger(self) -> None:
        """The next of the text sizes, for the question alone."""
        at = TEXT_SIZES.index(self._zoom) if self._zoom in TEXT_SIZES else 0
        self._zoom = TEXT_SIZES[(at + 1) % len(TEXT_SIZES)]
        if self.view is not None:
            self.ask_question()

    def _scroll(self, steps: int) -> None:
        if self.view is not None:
            self.view.panes.scroll_by(steps)


def _readings(app: App, paper: Paper, _progress: Progress) -> dict[str, Testlet]:
    return exam_readings.with_readings(app, paper)
