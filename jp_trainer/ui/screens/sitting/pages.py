"""Say what comes before a paper begins, and what is still open before it is handed in."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jp_trainer.core.exam.papers import PaperSection
from jp_trainer.core.exam.sitting_state import SittingState
from jp_trainer.ui.exam.clock import minutes_left
from jp_trainer.ui.exam.names import questions, section_name
from jp_trainer.ui.exam.tiles import Kind as TileKind
from jp_trainer.ui.exam.tiles import Tile, Tiles
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.layout import (
    Item,
    block,
    card,
    centered,
    column,
    label,
    row,
    scrolled,
)
from jp_trainer.ui.parts.painting import MIDDLE, START
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, fill, join, ngettext

_WIDTH = 640


class PaperPage(QWidget):
    """Before a paper with its own minutes: its clock stands still until it is begun.

    Signals:
        begin.
    """

    begin = Signal()

    def __init__(self, look: Look, state: SittingState) -> None:
        super().__init__()
        section = state.section_now
        ids = [each.id for each in state.paper.sections]
        rules = state.rules
        facts = join([questions(len(section.items)), minutes_left(state.remaining or 0)])
        lines = [facts]
        if rules.paced:
            lines.append(
                _(
                    "Everything is heard once. The recording moves on by itself; there is no way "
                    "back to a question."
                )
            )
        else:
            lines.append(_("You may go back and forth until the time is over."))
        number = fill(
            _("Paper {number} of {count}"), number=ids.index(section.id) + 1, count=len(ids)
        )
        self.button = Button(look, _("Begin"), Kind.PRIMARY, key="enter", height=56, width=200)
        self.button.clicked.connect(self.begin)
        self.sound = label(look, "", "small", wrap=True)
        said: list[Item] = [label(look, number, "label")] if len(ids) > 1 else []
        title = section_name(look, state.blueprint, section.id)
        said += [look.gap(6), label(look, title, "display", wrap=True), look.gap(10)]
        for line in lines:
            said += [label(look, line, "body", wrap=True), look.gap(6)]
        said += [self.sound, 20, (self.button, START)]
        self.setLayout(column(None, centered(card(*said), look.size(_WIDTH)), (QWidget(), 1)))

    def show_prepared(self, ready: int, total: int) -> None:
        """How much of the recording is made."""
        words = _("The recording is being prepared: {ready} of {total}.")
        self.sound.setText(fill(words, ready=ready, total=total) if ready < total else "")


class FinishPage(QWidget):
    """What is answered, open and flagged; then hand it in, or go back.

    Attributes:
        button: what Enter does: go back as long as questions are open. submit: ends the mock.

    Signals:
        hand_in. go_back. item_wanted: the id of an item whose tile was pressed.
    """

    hand_in = Signal()
    go_back = Signal()
    item_wanted = Signal(str)

    def __init__(self, look: Look, state: SittingState) -> None:
        super().__init__()
        self.tiles: list[Tiles] = []
        rows: list[Item] = []
        for section in state.paper.sections:
            rows += [8] if rows else []
            rows.append(self._section(look, state, section))
        still = len(state.open_items())
        if still:
            title = fill(
                ngettext(
                    "{count} question is still open",
                    "{count} questions are still open",
                    still,
                ),
                count=still,
            )
            words = _("An open question counts as wrong, as on the day: a guess can only help.")
        else:
            title, words = _("Everything is answered"), _("You can hand it in now.")
        back, hand_in = _("Back to the questions"), _("Hand it in")
        # Enter twice must not end a mock with open questions.
        if still:
            self.back = self.button = Button(look, back, Kind.PRIMARY, key="enter")
            self.submit = Button(look, hand_in, height=48)
        else:
            self.back = Button(look, back, height=48, key="Esc")
            self.submit = self.button = Button(look, hand_in, Kind.PRIMARY, key="enter")
        self.back.clicked.connect(self.go_back)
        self.submit.clicked.connect(self.hand_in)
        flags = len(state.flags)
        if flags:
            said = ngettext("{count} question is flagged.", "{count} questions are flagged.", flags)
            words = join([words, fill(said, count=flags)], " ")
        buttons = row(None, self.back, 12, self.submit)
        inner = block(
            column(
                label(look, title, "display", wrap=True), look.gap(6),
                label(look, words, "body", wrap=True), 16, *rows, 20, buttons,
                margins=(24, 16, 24, 16),
            )
        )  # fmt: skip
        box = column(None, centered(inner, look.size(760)), (QWidget(), 1))
        self.setLayout(column((scrolled(block(box)), 1)))

    def _section(self, look: Look, state: SittingState, section: PaperSection) -> QWidget:
        name = section_name(look, state.blueprint, section.id)
        places = state.tiles(section.id)
        count = fill(
            _("{answered} of {count}"),
            answered=sum(place.answered for place in places), count=len(places),
        )  # fmt: skip
        if section.id in state.left:
            words = label(look, _("over"), "small")
            return card(
                row((label(look, name, "strong", wrap=True), 1), 12, words, 12,
                    label(look, count, "muted")),
                margins=(20, 10, 20, 10),
            )  # fmt: skip
        tiles = Tiles(look)
        here = state.item
        tiles.show_tiles(
            [
                Tile(
                    place.number,
                    TileKind.ANSWERED if place.answered else TileKind.OPEN,
                    place.flagged,
                    place.answered,
                )
                for place in places
            ]
        )
        for_tile = [place.item for place in places if place.may_go or place.item == here]

        def press(which: int, wanted: Callable[[str], None]) -> None:
            item = places[which].item
            if item in for_tile:
                wanted(item)

        tiles.pressed.connect(partial(press, wanted=self.item_wanted.emit))
        self.tiles.append(tiles)
        line = row(
            (label(look, name, "strong", wrap=True), 1), 12, (label(look, count, "muted"), MIDDLE)
        )
        return card(line, 6, tiles, margins=(20, 10, 20, 10))
