"""Choose who studies: a tile for each person on this computer, and one for somebody new."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QGridLayout, QLayout

from jp_trainer.core.people import Trainee
from jp_trainer.services import people
from jp_trainer.services.topics import Topic
from jp_trainer.ui.parts.icons import Icon, Initials
from jp_trainer.ui.parts.layout import Item, block, column, label, row, scrolled
from jp_trainer.ui.parts.painting import CENTER
from jp_trainer.ui.parts.tiles import Tile
from jp_trainer.ui.pins import ask_pin
from jp_trainer.ui.screen import Desk, Screen
from jp_trainer.wording import _, fill, ngettext

_ACROSS = 4
_TILE_WIDTH, _TILE_HEIGHT = 176, 184
_MOST_NUMBERED = 9


class Profiles(Screen[tuple[Trainee, ...]]):
    """The grid. Numbers choose the first nine; a locked profile asks for its PIN first."""

    topics = Topic.PEOPLE
    whole_window = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        look = self.look
        self._people: tuple[Trainee, ...] | None = None
        self._tiles: list[Tile] = []
        self._count = label(look, "", "muted", CENTER)
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        self.setLayout(
            column(
                (
                    scrolled(
                        block(
                            column(
                                None,
                                label(look, _("Who is studying?"), "display", CENTER),
                                look.gap(8),
                                self._count,
                                32,
                                row(None, self._grid, None),
                                None,
                                None,
                                margins=(40, 40, 40, 40),
                            )
                        )
                    ),
                    1,
                )
            )
        )
        if desk.trainee is None:  # there is nowhere to go back to
            self.keys.unbind("esc")

    def reload(self) -> None:
        """Ask who there is."""
        self.ask(partial(people.everyone, self.desk.app))

    def present(self, state: tuple[Trainee, ...]) -> None:
        """A tile each, in the order in which they came."""
        if state == self._people:
            return
        self._people = state
        for tile in self._tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        count = ngettext(
            "{count} person learns on this computer",
            "{count} people learn on this computer",
            len(state),
        )
        self._count.setText(fill(count, count=len(state)))
        self._tiles = [self._tile_of(trainee) for trainee in state] + [self._new_tile()]
        # Five or six stand better in two rows of three.
        across = min(_ACROSS if len(self._tiles) not in (5, 6) else 3, len(self._tiles))
        for i, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, i // across, i % across)
        for i, trainee in enumerate(state[:_MOST_NUMBERED]):
            self.keys.bind(str(i + 1), partial(self._enter, trainee))

    def _tile_of(self, trainee: Trainee) -> Tile:
        look = self.look
        locked: list[Item] = [Icon(look, "lock", "muted", 16), 4, label(look, _("PIN"), "small")]
        body = column(
            12,  # from the top, so that the circles of a row stand level
            (Initials(look, trainee.initials, 64), CENTER),
            12,
            label(look, trainee.name, "strong", CENTER, wrap=True),
            look.gap(4),
            row(None, *(locked if trainee.pin else []), None),
            None,
            margins=(12, 16, 12, 12),
        )
        name = fill(_("{name}, with a PIN"), name=trainee.name) if trainee.pin else trainee.name
        return self._pressable(name, body, partial(self._enter, trainee))

    def _new_tile(self) -> Tile:
        look = self.look
        body = column(
            12,
            (Icon(look, "plus", "ai", 32, disc=True), CENTER),
            12,
            label(look, _("Somebody new"), "body", CENTER, wrap=True),
            None,
            margins=(12, 16, 12, 12),
        )
        return self._pressable(_("Somebody new"), body, self._begin)

    def _pressable(self, name: str, body: QLayout, act: Callable[[], None]) -> Tile:
        tile = Tile(self.look, name, body, height=_TILE_HEIGHT)
        tile.setCheckable(False)
        tile.setFixedWidth(self.look.size(_TILE_WIDTH))
        tile.clicked.connect(act)
        return tile

    def _enter(self, trainee: Trainee) -> None:
        if trainee.pin:
            ask_pin(self, trainee, self._sign_in)
        else:
            self._sign_in(trainee)

    def _sign_in(self, trainee: Trainee) -> None:
        frame = self.desk.frame
        frame.sign_in(trainee)
        frame.go("today")

    def _begin(self) -> None:
        self.desk.frame.go("first_run")
