"""Begin a mock exam, go on with one, look back at those before."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jp_trainer.core.errors import TrainerError
from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.drawing import MissingItems
from jp_trainer.core.exam.papers import Mode
from jp_trainer.core.exam.sitting_state import Aid, FinishedBy, SittingState
from jp_trainer.services import exam_overview, sitting
from jp_trainer.services.exam_overview import ExamsState
from jp_trainer.services.topics import Topic
from jp_trainer.ui.exam.on_paper import PaperCard
from jp_trainer.ui.parts.buttons import Button
from jp_trainer.ui.parts.dialogs import confirm
from jp_trainer.ui.parts.empty import empty_state
from jp_trainer.ui.parts.icons import Icon
from jp_trainer.ui.parts.layout import Item, card, label, page, put_in_place, row
from jp_trainer.ui.parts.painting import TOP
from jp_trainer.ui.screen import Desk, Screen
from jp_trainer.ui.screens.exams.before import Before
from jp_trainer.ui.screens.exams.cards import ExamCard, RunningCard
from jp_trainer.ui.screens.exams.errors_card import ErrorsCard, worth_showing
from jp_trainer.ui.screens.exams.past import PastCard
from jp_trainer.wording import _


class Exams(Screen[ExamsState]):
    """The start screen of mock exams. With `exam`, the page before that one begins."""

    topics = Topic.CONTENT | Topic.PEOPLE

    def __init__(self, desk: Desk, exam: str = "", section: str = "") -> None:
        super().__init__(desk)
        self._exam, self._section = exam, section
        self.before: Before | None = None
        self._enter: Button | None = None
        self._shown: QWidget | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.keys.bind("enter", self._on_enter)
        self.keys.bind("esc", self._on_escape)

    def reload(self) -> None:
        """Ask what can be sat."""
        self.ask(partial(exam_overview.overview, self.desk.app, self.desk.trainee_id))

    def place(self) -> dict[str, object]:
        """The page before the start stays open."""
        return {"exam": self._exam, "section": self._section}

    def present(self, state: ExamsState) -> None:
        """Draw it all anew."""
        self.before = None
        self._enter = None
        wanted = next(
            (o.blueprint for o in state.needed + state.others if o.blueprint.id == self._exam), None
        )
        if wanted is not None:
            made: QWidget = self._before(wanted)
        elif not (state.needed or state.others):
            made = self._empty()
        else:
            made = self._page(state)
        self._shown = put_in_place(self._box, made, self._shown)

    def _on_enter(self) -> None:
        if self._enter is not None:
            self._enter.click()

    def _on_escape(self) -> None:
        if self.before is not None:
            self.desk.frame.go("exams")

    def _empty(self) -> QWidget:
        return empty_state(
            self.look, "exam", _("No mock exams yet"),
            _("Mock exams of JFT-Basic and the JLPT will be here once their files are installed."),
        )  # fmt: skip

    def _page(self, state: ExamsState) -> QWidget:
        look = self.look
        items: list[Item] = [label(look, _("Mock exams"), "display"), 16]
        if state.running is not None:
            running = RunningCard(look, state.running)
            running.go_on.connect(partial(self._go_on, state.running.id))
            running.give_up.connect(partial(self._ask_to_give_up, state.running.id))
            self._enter = running.button
            items += [running, 16]
        else:
            items += [*self._welcome(state)]
        known: dict[str, Blueprint] = {}
        for offer in (*state.needed, *state.others):
            known[offer.blueprint.id] = offer.blueprint
            if offer.blueprint.id in {o.blueprint.id for o in state.others[:1]}:
                items += [8, label(look, _("Other exams"), "label"), 8]
            made = ExamCard(look, offer, first=self._enter is None and not offer.lacks)
            if self._enter is None and made.start is not None:
                self._enter = made.start
            made.full.connect(partial(self._go_before, offer.blueprint.id))
            made.section.connect(partial(self._go_before, offer.blueprint.id))
            made.quiz.connect(partial(self._begin_quiz, offer.blueprint.id))
            items += [made, 16]
        if state.past:
            past = PastCard(look, state.past, known)
            past.opened.connect(lambda id: self.desk.frame.go("exam_result", sitting=id))
            items += [past, 16]
        if worth_showing(state.errors):
            items += [ErrorsCard(look, state.errors), 16]
        items.append(PaperCard(self.desk, self, (*state.needed, *state.others)))
        return page(*items, None)

    def _welcome(self, state: ExamsState) -> list[Item]:
        """Before the first one: what a mock is good for."""
        if state.past:
            return []
        look = self.look
        words = _(
            "A mock feels like the real day: the same screen, clock and sound. At the end you "
            "hear whether you are ready, and every mistake can become study."
        )
        line = row(
            (Icon(look, "info", "ai", 20), TOP), 12, (label(look, words, "body", wrap=True), 1)
        )
        return [card(line, margins=(24, 14, 24, 14)), 16]

    def _before(self, blueprint: Blueprint) -> QWidget:
        made = self.before = Before(self.desk, blueprint, self._section)
        mode = Mode.SECTION if self._section else Mode.FULL
        made.begin.connect(partial(self._begin, blueprint.id, mode, self._section))
        made.back.connect(partial(self.desk.frame.go, "exams"))
        self._enter = made.start
        return made

    # What is wished

    def _go_before(self, exam: str, section: str = "") -> None:
        self.desk.frame.go("exams", exam=exam, section=section)

    def _go_on(self, running: str) -> None:
        self.desk.frame.go("sitting", sitting=running)

    def _begin_quiz(self, exam: str, count: int) -> None:
        self._begin(exam, Mode.QUIZ, "", (), count=count)

    def _begin(
        self,
        exam: str,
        mode: Mode,
        section: str,
        aids: tuple[Aid, ...],
        *,
        count: int = 0,
        again: bool = False,
    ) -> None:
        desk = self.desk
        work = partial(
            sitting.begin, desk.app, desk.trainee_id, exam, mode,
            section=section, count=count, aids=aids, again=again,
        )  # fmt: skip
        once_more = partial(self._begin, exam, mode, section, aids, count=count, again=True)

        def failed(error: TrainerError) -> None:
            if isinstance(error, MissingItems) and not again:
                self._ask_for_seen(once_more)
            else:
                desk.frame.fault(error)

        desk.jobs.run(work, owner=self, done=self._on_begun, failed=failed)

    def _on_begun(self, state: SittingState) -> None:
        self.desk.frame.go("sitting", state=state)

    def _ask_for_seen(self, act: partial[None]) -> None:
        confirm(
            self.look, self, _("You have seen most of these questions"),
            _("There are not enough new ones. You can sit them again, as practice."),
            yes=_("Sit them again"), act=act,
        )  # fmt: skip

    def _ask_to_give_up(self, running: str) -> None:
        confirm(
            self.look, self, _("Give this mock up?"),
            _("Your answers stay in the history, but there is no result."),
            yes=_("Give it up"), act=partial(self._give_up, running), danger=True,
        )  # fmt: skip

    def _give_up(self, running: str) -> None:
        desk = self.desk
        work = partial(sitting.finish, desk.app, running, FinishedBy.ABANDONED)
        desk.jobs.run(work, owner=self, done=lambda _state: self.reload())
