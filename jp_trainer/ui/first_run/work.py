"""Ask which work someone prepares for: its words come first."""

from collections.abc import Sequence
from dataclasses import replace

from jp_trainer.core.decks import Title
from jp_trainer.services.decks import DeckInfo
from jp_trainer.ui.first_run.page import Page, Wishes
from jp_trainer.ui.parts.icons import Icon
from jp_trainer.ui.parts.japanese import ruby
from jp_trainer.ui.parts.layout import column, grid, label, row
from jp_trainer.ui.parts.painting import TOP
from jp_trainer.ui.parts.tiles import Tile
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _

_ACROSS = 3
# sector of a deck: its icon, and its name with readings
_FACES = {
    "nursing-care": ("care", "介護[かいご]"),
    "agriculture": ("leaf", "農業[のうぎょう]"),
    "construction": ("helmet", "建設[けんせつ]"),
    "manufacturing": ("factory", "製造[せいぞう]"),
    "information-technology": ("computer", "情報[じょうほう] 技術[ぎじゅつ]"),
    "food-service": ("bowl", "外食[がいしょく]"),
    "accommodation": ("bed", "宿泊[しゅくはく]"),
}


class Work(Page):
    """A tile for each kind of work there is a deck for."""

    def __init__(self, look: Look, wishes: Wishes, sectors: Sequence[DeckInfo]) -> None:
        super().__init__(look, wishes)
        self.skip_words = _("Not sure yet")
        self._sectors = tuple(sectors)
        tiles = [self._tile(info) for info in sectors]
        ids = [info.deck.id for info in sectors]
        now = wishes.preferences.sector
        self.offer(tiles, ids.index(now) if now in ids else -1, self._on_sector)  # type: ignore[arg-type] # DeckId
        rows = [tiles[i : i + _ACROSS] for i in range(0, len(tiles), _ACROSS)]
        self.ask(
            _("Which work are you preparing for?"),
            _("We start with the words of that work. You can change it later."),
            grid(rows, across=12, down=12, stretch=range(_ACROSS)),
        )

    def _tile(self, info: DeckInfo) -> Tile:
        look, title = self.look, info.deck.title
        icon, face = _FACES.get(info.deck.sector, ("briefcase", _plain(title)))
        body = column(
            row((ruby(look, face, 32), 1), (Icon(look, icon, "muted", 28), TOP)),
            None,
            label(look, title.text(look.language), "strong"),
            margins=(20, 16, 20, 16),
        )
        return Tile(look, title.text(look.language), body)

    def _on_sector(self, which: int) -> None:
        self._keep(self._sectors[which].deck.id)

    def _keep(self, sector: str) -> None:
        wanted = replace(self.wishes.preferences, sector=sector)
        self.wishes = replace(self.wishes, preferences=wanted)

    def is_answered(self) -> bool:
        """A kind of work, or "not sure yet"."""
        return bool(self.wishes.preferences.sector)

    def problem(self) -> str:
        """What Next waits for."""
        return "" if self.is_answered() else _("Please choose one, or press “Not sure yet”.")

    def skip(self) -> None:
        """The words that all work shares are enough to begin."""
        self._keep("")


def _plain(title: Title) -> str:
    return title.ja.replace("[", "［").replace("]", "］") or title.en
