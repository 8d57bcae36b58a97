"""Hold the ways on: back, the numbered tiles, the flag, next."""

from PySide6.QtWidgets import QFrame

from jp_trainer.core.exam.sitting_state import SittingState
from jp_trainer.core.exam.sitting_state import Tile as Place
from jp_trainer.ui.exam.tiles import Kind as TileKind
from jp_trainer.ui.exam.tiles import Tile, Tiles
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.layout import label, row
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _

HEIGHT = 78


class Foot(QFrame):
    """The lower edge of the exam."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("part", "foot")
        self.look = look
        self.back = Button(look, _("Back"), Kind.SECONDARY, icon="back", height=44)
        self.tiles = Tiles(look)
        self.said = label(look, "", "muted", wrap=True)
        self.flag = Button(look, _("Flag"), Kind.QUIET, icon="flag", key="F")
        self.flag.setCheckable(True)
        self.next = Button(look, _("Next"), Kind.PRIMARY, key="enter", height=44)
        self.places: tuple[Place, ...] = ()
        self.setLayout(
            row(
                self.back, 16, (self.tiles, 100), (self.said, 60), 16, self.flag, 12, self.next,
                margins=(24, 4, 24, 4),
            )
        )  # fmt: skip
        self.setFixedHeight(look.size(HEIGHT))

    def present(self, state: SittingState) -> None:
        """The tiles of the section, and the ways there are."""
        rules = state.rules
        one_way = rules.forward_only
        self.back.setVisible(not one_way)
        self.back.setEnabled(state.previous_item is not None)
        self.flag.setVisible(not one_way and state.clock is not None)
        flagged = state.item in state.flags
        self.flag.setChecked(flagged)
        self.flag.set_words(_("Flagged") if flagged else _("Flag"))
        places = state.tiles()
        if one_way:  # what is past is past: only what is here and comes is shown
            here = next(i for i, place in enumerate(places) if place.current)
            places = places[here:]
        self.places = places
        self.tiles.show_tiles([_tile(place) for place in places])
        last = state.next_item is None
        self.next.set_words(_("Finish") if last and state.next_section is None else _("Next"))

    def say(self, words: str) -> None:
        """A sentence beside the tiles; "" for none."""
        self.said.setText(words)
        self.said.setVisible(bool(words))


def _tile(place: Place) -> Tile:
    if place.current:
        kind = TileKind.CURRENT
    elif place.answered:
        kind = TileKind.ANSWERED
    else:
        kind = TileKind.OPEN
    return Tile(place.number, kind, place.flagged, place.answered)
