"""Ask one question after another; the verdict is painted first, and kept right after."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from jp_trainer.core.answers import mark
from jp_trainer.core.errors import TrainerError
from jp_trainer.core.ids import TraineeId
from jp_trainer.core.questions import GaveUp, Given, SaidKnown, Way
from jp_trainer.core.verdicts import Outcome
from jp_trainer.services import study, undo
from jp_trainer.services.app import App
from jp_trainer.services.study_states import Asking, Recorded, RoundDone, StudyState, Undone
from jp_trainer.ui.jobs import Progress
from jp_trainer.ui.parts.layout import scrolled
from jp_trainer.ui.screen import Desk, Screen
from jp_trainer.ui.screens.study.areas import TypeArea
from jp_trainer.ui.screens.study.foot import HEIGHT, Aids, Foot, RevealFoot
from jp_trainer.ui.screens.study.head import Head
from jp_trainer.ui.screens.study.keeper import Keeper
from jp_trainer.ui.screens.study.more import More
from jp_trainer.ui.screens.study.phase import Phase
from jp_trainer.ui.screens.study.sound import Sound
from jp_trainer.ui.screens.study.spacing import spacing_for
from jp_trainer.ui.screens.study.view import QuestionView, Stage
from jp_trainer.ui.screens.study.when import returns, taken_back
from jp_trainer.wording import _

_SCROLL = 60  # px


class Study(Screen[StudyState]):
    """The study screen: the whole window, one question at a time."""

    whole_window = True

    def __init__(self, desk: Desk, more: bool = False) -> None:
        super().__init__(desk)
        self._goes_beyond = more
        self.phase = self._held = Phase.WAITING
        self.asking: Asking | None = None
        self.view: QuestionView | None = None
        self._next: StudyState | None = None
        self._recorded: Recorded | None = None
        self._counts_right = False
        self._has_peeked = self._wants_next = self._has_table = False
        self._to_prepare = True
        self._clock = QElapsedTimer()
        self._keeper = Keeper(desk, self)
        self._keeper.kept.connect(self._on_kept)
        self._keeper.stale.connect(self.reload)
        self._more, self._sound = More(self), Sound(self)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._on_idle)
        self._build()
        self._bind()

    def _build(self) -> None:
        look = self.look
        self.head, self.aids = Head(look), Aids(look)
        self.foot, self.said = Foot(look), RevealFoot(look)
        self._stage = Stage()
        self._lower = QStackedWidget()
        for part in (self.aids, self.foot, self.said):
            self._lower.addWidget(part)
        self._lower.setFixedHeight(self.foot_height())
        self._lower.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.head)
        self._scroll = scrolled(self._stage)
        box.addWidget(self._scroll, 1)
        box.addWidget(self._lower)

    def _bind(self) -> None:
        presses: tuple[tuple[str, Callable[[], None], tuple[QWidget, ...]], ...] = (
            ("enter space", self.go_on, (self.foot.next,)),
            ("0 ctrl+0", self.give_up, (self.aids.give_up,)),
            ("r f5 ctrl+r", self._sound.listen, (self.aids.listen, self.foot.listen)),
            ("f ctrl+f", self.peek, (self.aids.furigana,)),
            ("u ctrl+z", self.undo, (self.head.undo,)),
            ("c", self.override, (self.foot.override,)),
            ("f2", self._toggle_table, ()),
            ("i ctrl+i", self._more.show_info, (self.aids.info,)),
            ("m ctrl+m", self._more.open, (self.aids.more,)),
            ("k @ !", self._more.know, ()),
            ("- =", self._more.rest, ()),
            ("e", self._more.edit, ()),
        )
        for names, act, buttons in presses:
            self.keys.bind(names, act)
            for button in buttons:
                button.clicked.connect(act)  # type: ignore[attr-defined] # all are Buttons
        self.head.out.clicked.connect(self.desk.frame.back)
        for names, steps in (("down", 1), ("up", -1), ("pagedown", 4), ("pageup", -4)):
            self.keys.bind(names, partial(self._scroll_by, steps))
        for number in range(1, 5):
            self.keys.bind(str(number), partial(self._on_number, number))
        self.said.missed.clicked.connect(partial(self._on_given, SaidKnown(knew=False)))
        self.said.knew.clicked.connect(partial(self._on_given, SaidKnown(knew=True)))

    # What is shown

    def reload(self) -> None:
        """Begin a round, or go on with the one that is running."""
        begin = partial(study.begin, self.desk.app, self.desk.trainee_id)
        self.ask(partial(begin, more=self._goes_beyond))

    def present(self, state: StudyState) -> None:
        """Ask the next question, or end the round."""
        match state:
            case RoundDone():
                self.desk.frame.go("round_end", state=state)
            case Asking():
                if state != self.asking or self.phase is not Phase.ASKED:
                    self._ask(state)

    def _ask(self, asking: Asking) -> None:
        spacing = spacing_for(self.look, self.height())
        old, view = self.view, QuestionView(self.look, asking, spacing)
        self.asking, self.view, self.phase = asking, view, Phase.ASKED
        self._recorded = self._next = None
        self._has_peeked = self._wants_next = False
        view.given.connect(self._on_given)
        view.peeked.connect(self.on_peeked)
        view.listen.connect(self._sound.listen)
        view.shown.connect(self.go_on)
        self._stage.box.addWidget(view)
        view.show()  # now, not with the next event: what is unseen loses the focus to a button
        if old is not None:
            self._stage.box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.head.present(asking)
        self.aids.present(
            typing=view.area.types,
            listen=self._sound.may_listen,
            furigana=view.prompt.can_peek,
            give_up=asking.question.way is not Way.REVEAL,
        )
        before: QWidget = self.head.undo
        for stop in (*view.area.stops(), self.aids.give_up):
            QWidget.setTabOrder(before, stop)
            before = stop
        self._lower.setCurrentWidget(self.aids)
        self._lower.show()
        if isinstance(view.area, TypeArea) and self._has_table:
            view.area.show_table()
        self.take_focus()
        self._clock.restart()
        self._idle.start()

    def take_focus(self) -> None:
        """Letters go where the answer is typed, if it is, else they are keys."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.view is not None and self.phase is Phase.ASKED:
            self.view.area.take_focus()

    def _on_idle(self) -> None:
        """The question, or the answer, is painted: now there is time."""
        if self.view is None:
            return
        if self.phase is Phase.ASKED:
            self._scroll.ensureWidgetVisible(self.view.area, 0, 0)
            self.view.prepare()
            if self._to_prepare:
                self._to_prepare = False
                self._prepare()
        self._sound.by_itself()

    def _prepare(self) -> None:
        desk = self.desk
        desk.jobs.run_long(
            partial(_prepare, desk.app, desk.trainee_id),
            owner=self, done=lambda _done: None, progress=lambda _done, _total: None,
        )  # fmt: skip
        self._sound.prepare()

    def _scroll_by(self, steps: int) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + steps * self.look.size(_SCROLL))

    # What the trainee does

    def _on_number(self, number: int) -> None:
        if self.phase is Phase.ASKED and self.view is not None:
            self.view.area.pick(number - 1)
        elif self.phase is Phase.LOOKED and number in (1, 2):
            self._on_given(SaidKnown(knew=number == 2))  # noqa: PLR2004 - as on the key caps

    def give_up(self) -> None:
        """Show the answer; it counts as not known."""
        if self.phase is Phase.ASKED and self.asking is not None:
            if self.asking.question.way is Way.REVEAL:
                self.go_on()
            else:
                self._on_given(GaveUp())

    def _on_given(self, given: Given) -> None:
        asking, view = self.asking, self.view
        if asking is None or view is None or self.phase not in (Phase.ASKED, Phase.LOOKED):
            return
        verdict = mark(asking.question, given)
        if verdict.outcome is Outcome.TRY_AGAIN:
            view.area.try_again(verdict)
            return
        ms, looked = self._clock.elapsed(), self.phase is Phase.LOOKED
        self.phase = Phase.ANSWERED
        self._counts_right = verdict.is_right
        if isinstance(view.area, TypeArea):
            self._has_table = view.area.has_table
        if looked:  # the answer is there already: on to the next
            self._wants_next = True
        else:
            view.show_verdict(verdict)
            self.foot.answered(right=verdict.is_right, listen=self._sound.can_speak)
            self._lower.setCurrentWidget(self.foot)
            self.take_focus()
            self._idle.start()
        self.head.answered(asking)
        self._keeper.keep(asking, given, peeked=self._has_peeked, ms=ms)

    def _on_kept(self, recorded: Recorded) -> None:
        self._recorded, self._next = recorded, recorded.state
        self.head.undo.setEnabled(True)
        self.foot.say(returns(recorded))
        self.foot.offer(right=self._counts_right)
        if self._wants_next:
            self.go_on()

    def go_on(self) -> None:
        """The next question; before an answer, where there is nothing to choose, look at it."""
        if self.phase is Phase.ANSWERED:
            if self._next is not None:
                following, self._next = self._next, None
                self.present(following)
            else:
                self._wants_next = True
                self._keeper.try_again()
        elif self.phase is Phase.ASKED and self.view is not None and self.view.is_reveal:
            self.phase = Phase.LOOKED
            self.view.show_answer()
            self._lower.setCurrentWidget(self.said)
            self._idle.start()

    def override(self) -> None:
        """Count the answer the other way; both opinions are kept."""
        recorded = self._recorded
        if self.phase is not Phase.ANSWERED or recorded is None or recorded.event is None:
            return
        right = not self._counts_right
        desk = self.desk
        desk.jobs.run(
            partial(study.override, desk.app, desk.trainee_id, recorded.event, right=right),
            owner=self, done=partial(self._on_overridden, right),
        )  # fmt: skip

    def _on_overridden(self, right: bool, state: StudyState) -> None:
        self._counts_right, self._next = right, state
        self.foot.say(_("Counted as right") if right else _("Counted as wrong"))
        self.foot.offer(right=right)

    def undo(self) -> None:
        """Take back what was done last, however long ago."""
        desk = self.desk
        self.hold()
        desk.jobs.run(
            partial(undo.undo, desk.app, desk.trainee_id),
            owner=self, done=self._on_undone, failed=self.release,
        )  # fmt: skip

    def _on_undone(self, undone: Undone | None) -> None:
        if undone is None:
            self.release()
            self.desk.frame.say(_("There is nothing left to take back."))
            return
        self._to_prepare = True
        self.present_anew(undone.state)
        if words := taken_back(undone):
            self.desk.frame.say(words)

    def hold(self) -> None:
        """Take no answer until the next state comes; what was answered is handed on before."""
        self._keeper.send()
        if self.phase is not Phase.WAITING:
            self._held, self.phase = self.phase, Phase.WAITING

    def release(self, error: TrainerError | None = None) -> None:
        """No other state came: go on where the question stood."""
        self.phase = self._held
        if error is not None:
            self.desk.frame.fault(error)

    def present_anew(self, state: StudyState) -> None:
        """Present a state that did not come from an answer."""
        self.phase = Phase.WAITING
        self.present(state)

    def on_peeked(self) -> None:
        """A help was looked at, or heard."""
        self._has_peeked = self._has_peeked or self.phase is Phase.ASKED
        self.aids.furigana.hide()

    def peek(self) -> None:
        """Look at the readings; it is remembered with the answer."""
        if self.phase is Phase.ASKED and self.view is not None:
            self.view.prompt.peek()

    def _toggle_table(self) -> None:
        if self.view is not None and isinstance(self.view.area, TypeArea):
            self.view.area.toggle_table()

    def foot_height(self) -> int:
        """The message bar leaves Next free."""
        return self.look.size(HEIGHT)

    def left(self) -> None:
        """Fall silent; what was answered is kept."""
        self._keeper.send()
        self._sound.hush()


def _prepare(app: App, trainee: TraineeId, _progress: Progress) -> None:
    study.prepare(app, trainee)
