"""Show one exam that can be sat: what it is, and the ways to sit it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.sitting_state import SittingState
from jp_trainer.services.exam_offers import Offer
from jp_trainer.ui.exam.names import minutes_of, questions, running_words, sitting_name
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.chips import ChipRow
from jp_trainer.ui.parts.icons import Icon
from jp_trainer.ui.parts.layout import CARD, Item, column, label, row
from jp_trainer.ui.parts.painting import MIDDLE, START, TOP
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, dates, fill, join, ngettext

QUIZ_SIZES = (5, 10, 20)


class ExamCard(QFrame):
    """One exam. `first`: its full mock is the screen's one primary action.

    Signals:
        full. section: its id. quiz: how many questions.
    """

    full = Signal()
    section = Signal(str)
    quiz = Signal(int)

    def __init__(self, look: Look, offer: Offer, *, first: bool) -> None:
        super().__init__()
        self.look, self.offer = look, offer
        self.setProperty("part", "card")
        self.start: Button | None = None
        self.sizes: ChipRow | None = None
        title = offer.blueprint.title.text(look.language)
        self.setAccessibleName(title)
        items: list[Item] = [label(look, title, "title", wrap=True), look.gap(4)]
        items.append(label(look, about(offer.blueprint), "muted", wrap=True))
        if offer.items:
            items += self._ways(first=first)
        else:
            words = _("There are no questions for this exam yet. They come with an update.")
            items += [look.gap(10), label(look, words, "body", wrap=True)]
        box: QVBoxLayout = column(*items, margins=CARD)
        self.setLayout(box)

    def _ways(self, *, first: bool) -> list[Item]:
        look, offer = self.look, self.offer
        made: list[Item] = [16]
        if offer.lacks:
            words = _("There are not yet enough questions for a full mock.")
            made.append(label(look, words, "small", wrap=True))
        else:
            kind = Kind.PRIMARY if first else Kind.SECONDARY
            key = "enter" if first else ""
            self.start = Button(look, _("Full mock"), kind, height=48, key=key)
            self.start.clicked.connect(self.full)
            made.append((self.start, START))
        if not offer.lacks and len(offer.blueprint.sections) > 1:
            made += [18, *self._sections()]
        self.sizes = ChipRow(
            look,
            [(str(size), questions(size)) for size in QUIZ_SIZES],
            str(QUIZ_SIZES[1]),
            name=_("How many questions"),
        )
        go = Button(look, _("Start the quiz"), height=40)
        go.clicked.connect(self._on_quiz)
        made += [
            16, label(look, _("Quick quiz: you see at once what is right"), "label", wrap=True),
            look.gap(6), row(self.sizes, 16, (go, MIDDLE), None),
        ]  # fmt: skip
        return made

    def _sections(self) -> list[Item]:
        look = self.look
        made: list[Item] = [label(look, _("One section alone"), "label"), look.gap(6)]
        line: list[Item] = []
        for section in self.offer.blueprint.sections:
            button = Button(look, section.title.text(look.language), height=40)
            button.clicked.connect(lambda _on=False, id=section.id: self.section.emit(id))
            line.append(button)
            if len(line) == 2:  # noqa: PLR2004 - as many fit beside one another in Urdu
                made += [row(*line, None, gap=8), 8]
                line = []
        if line:
            made += [row(*line, None, gap=8), 8]
        return made[:-1]

    def _on_quiz(self) -> None:
        if self.sizes is not None:
            self.quiz.emit(int(self.sizes.now))


def about(blueprint: Blueprint) -> str:
    """60 minutes · 48 questions · 4 sections."""
    count = len(blueprint.sections)
    parts = fill(ngettext("{count} section", "{count} sections", count), count=count)
    length = minutes_of(blueprint)
    return join([dates.minutes(length) if length else "", questions(blueprint.count), parts])


class RunningCard(QFrame):
    """A sitting that waits: it is what the screen offers first.

    Signals:
        go_on. give_up.
    """

    go_on = Signal()
    give_up = Signal()

    def __init__(self, look: Look, state: SittingState) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.button = Button(look, _("Go on"), Kind.PRIMARY, height=48, key="enter")
        self.button.clicked.connect(self.go_on)
        leave = Button(look, _("Give it up"), Kind.QUIET)
        leave.clicked.connect(self.give_up)
        words = running_words(state)
        self.setAccessibleName(words)
        heading = label(look, words, "title", wrap=True)
        under = join(
            [
                sitting_name(look, state),
                fill(
                    _("{answered} of {count} answered"),
                    answered=len(state.answers), count=len(state.paper.items),
                ),
            ]
        )  # fmt: skip
        said = column(heading, look.gap(4), label(look, under, "muted", wrap=True))
        self.setLayout(
            column(
                row((Icon(look, "clock", "ai", 22, disc=True), TOP), 16, (said, 1)),
                16, row(self.button, 20, leave, None), margins=CARD,
            )
        )  # fmt: skip
