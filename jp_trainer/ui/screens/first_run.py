"""Lead a newcomer from the language to the first card: a few questions, one page each."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jp_trainer.core.errors import TrainerError
from jp_trainer.core.people import KanaKnown, Trainee
from jp_trainer.core.questions import Question
from jp_trainer.services import first_run, placement
from jp_trainer.services.decks import DeckInfo
from jp_trainer.ui.first_run.about_you import AboutYou, Kana
from jp_trainer.ui.first_run.goal import Aim, Minutes
from jp_trainer.ui.first_run.page import Page, Wishes
from jp_trainer.ui.first_run.placement import Placement
from jp_trainer.ui.first_run.work import Work
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.chips import ChipRow
from jp_trainer.ui.parts.layout import block, column, frame, label, row, scrolled
from jp_trainer.ui.parts.meters import Meter
from jp_trainer.ui.screen import Desk, Screen
from jp_trainer.ui.theme import Look
from jp_trainer.wording import LANGUAGES, _, fill
from jp_trainer.wording.errors import sentence

_NUMBERS = 9


class FirstRun(Screen[tuple[DeckInfo, ...]]):
    """The pages, with Back and Next below and the language above. Numbers choose answers."""

    whole_window = True

    def __init__(self, desk: Desk, wishes: Wishes | None = None, step: int = 0) -> None:
        super().__init__(desk)
        interface = replace(
            (wishes or _first_wishes(desk.look)).preferences, interface=desk.look.language
        )
        self._wishes = Wishes((wishes or Wishes()).name, interface)
        self._step = step
        self._sectors: tuple[DeckInfo, ...] | None = None
        self._trainee: Trainee | None = None
        self._placement: Placement | None = None
        self._page: Page | None = None
        look = self.look
        self._where, self._meter = label(look, "", "label"), Meter(look, 0.0, height=6, width=120)
        self._languages = ChipRow(look, list(LANGUAGES.items()), look.language, name=_("Language"))
        self._languages.chosen.connect(self._on_language)
        self._back = Button(look, _("Back"), Kind.QUIET, icon="back")
        self._back.clicked.connect(self._on_back)
        self._skip = Button(look, _("Skip"), Kind.QUIET)
        self._skip.clicked.connect(self._on_skip)
        self._next = Button(look, _("Next"), Kind.PRIMARY, key="enter")
        self._next.clicked.connect(self._on_next)
        self._fault = label(look, "", "warn", wrap=True)
        self._stage = QVBoxLayout()
        self._stage.setContentsMargins(0, 0, 0, 0)
        self._head = block(
            row(self._where, 16, self._meter, None, self._languages, margins=(40, 16, 40, 0))
        )
        self._foot = frame(
            "foot",
            row(
                self._back,
                16,
                (self._fault, 1),
                16,
                self._skip,
                16,
                self._next,
                margins=(40, 12, 40, 12),
            ),
        )
        self.setLayout(column(self._head, (self._stage, 1), self._foot))
        self.keys.bind("enter", self._on_next)
        for number in range(_NUMBERS):
            self.keys.bind(str(number + 1), partial(self._on_number, number))
        self.keys.bind("0", self._on_unknown)
        if desk.trainee is None:  # nowhere to go back to
            self.keys.unbind("esc")
        self._show()

    def place(self) -> dict[str, object]:
        """What was answered, and where: changing the language loses nothing."""
        return {"wishes": self._wishes, "step": self._step}

    def entered(self) -> None:
        """Typing starts with the name."""
        if self._page is not None:
            self._page.begin()

    def reload(self) -> None:
        """Ask which kinds of work there are decks for."""
        self.ask(partial(first_run.sectors, self.desk.app))

    def present(self, state: tuple[DeckInfo, ...]) -> None:
        """Offer the kinds of work, if that is the page that is shown."""
        if state == self._sectors:
            return
        self._sectors = state
        if isinstance(self._page, Work):
            self._show()

    def _pages(self) -> tuple[Callable[[], Page], ...]:
        look, wishes = self.look, self._wishes
        today = self.desk.app.clock().at.date()
        return (
            partial(AboutYou, look, wishes),
            partial(Kana, look, wishes),
            partial(Work, look, wishes, self._sectors or ()),
            partial(Aim, look, wishes, today),
            partial(Minutes, look, wishes),
        )

    def _show(self) -> None:
        pages = self._pages()
        self._page = page = pages[self._step]()
        page.changed.connect(self._on_changed)
        self._put(scrolled(page))
        self._where.setText(fill(_("Step {step} of {all}"), step=self._step + 1, all=len(pages)))
        self._meter.set_share((self._step + 1) / len(pages))
        self._back.setVisible(self._step > 0)
        self._skip.setVisible(bool(page.skip_words))
        self._skip.set_words(page.skip_words)
        self._next.set_words(_("Start") if self._step == len(pages) - 1 else _("Next"))
        self._on_changed()
        page.begin()

    def _put(self, thing: QWidget) -> None:
        if (focus := self.focusWidget()) is not None:
            focus.clearFocus()  # or the next button would have it, and Enter would press that one
        while (item := self._stage.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._stage.addWidget(thing)

    def _on_changed(self) -> None:
        if self._page is not None:
            self._wishes = self._page.wishes
            self._fault.setText("")

    def _on_number(self, which: int) -> None:
        if self._placement is not None:
            self._placement.choose(which)
        elif self._page is not None:
            self._page.choose(which)

    def _on_unknown(self) -> None:
        if self._placement is not None:
            self._placement.next()

    def _on_back(self) -> None:
        self._step = max(0, self._step - 1)
        self._show()

    def _on_skip(self) -> None:
        if self._page is not None:
            self._page.skip()
            self._wishes = self._page.wishes
            self._go_on()

    def _on_next(self) -> None:
        if self._page is None or self._placement is not None:
            return
        if problem := self._page.problem():
            self._fault.setText(problem)
            self._page.begin()
            return
        self._go_on()

    def _go_on(self) -> None:
        if self._step + 1 < len(self._pages()):
            self._step += 1
            self._show()
            return
        self._next.setEnabled(False)
        work = partial(first_run.begin, self.desk.app, self._wishes.name, self._wishes.preferences)
        self.desk.jobs.run(work, owner=self, done=self._on_begun, failed=self._on_refused)

    def _on_refused(self, error: TrainerError) -> None:
        self._next.setEnabled(True)
        self._fault.setText(sentence(error))

    def _on_begun(self, trainee: Trainee) -> None:
        self._trainee = trainee
        if trainee.preferences.kana is KanaKnown.NONE:  # no word can be read yet
            self._study()
            return
        ask = partial(placement.placement_questions, self.desk.app, trainee.id)
        self.desk.jobs.run(ask, owner=self, done=self._on_questions)

    def _on_questions(self, questions: tuple[Question, ...]) -> None:
        if not questions:
            self._study()
            return
        self._page = None
        self._head.hide()
        self._foot.hide()
        self._placement = Placement(self.look, questions, self._wishes.preferences.meanings)
        self._placement.done.connect(self._on_placed)
        self._put(self._placement)

    def _on_placed(self, answers: tuple[placement.PlacementAnswer, ...]) -> None:
        if self._trainee is None:
            return
        keep = partial(placement.record, self.desk.app, self._trainee.id, answers)
        self.desk.jobs.run(keep, owner=self, done=lambda _kept: self._study())

    def _study(self) -> None:
        frame_, trainee = self.desk.frame, self._trainee
        frame_.sign_in(trainee)
        frame_.go("study")

    def _on_language(self, language: str) -> None:
        wanted = replace(self._wishes.preferences, interface=language)
        if self._step == 0 and language in (
            "en",
            "ur",
        ):  # the words' language follows, until chosen
            wanted = replace(wanted, meanings=("ur", "en") if language == "ur" else ("en",))
        self._wishes = Wishes(self._wishes.name, wanted)
        self.desk.frame.dress(replace(self.look, language=language))


def _first_wishes(look: Look) -> Wishes:
    start = Wishes()
    meanings = ("ur", "en") if look.language == "ur" else ("en",)
    return replace(start, preferences=replace(start.preferences, meanings=meanings))
