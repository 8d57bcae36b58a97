"""Show the words forgotten most often, each a way to its page."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame

from jp_trainer.core.furigana import above
from jp_trainer.core.words import Word
from jp_trainer.ui.parts.japanese import ruby
from jp_trainer.ui.parts.layout import card, column, label, row
from jp_trainer.ui.parts.painting import CENTER
from jp_trainer.ui.parts.tiles import Tile
from jp_trainer.ui.screens.progress.heads import head
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, join

_WORD = 26


def slipping_card(
    look: Look,
    words: Sequence[Word],
    meanings: Sequence[str],
    opened: Callable[[Word], None],
) -> QFrame:
    """Up to four words; `opened` is told which one is pressed."""
    tiles = [_tile(look, word, meanings[0] if meanings else "en", opened) for word in words]
    return card(
        head(look, _("Slipping most"), _("forgotten most often; open one to see why"), share=4),
        12,
        row(*[(tile, 1) for tile in tiles], gap=12),
    )


def _tile(look: Look, word: Word, language: str, opened: Callable[[Word], None]) -> Tile:
    meaning = label(look, word.meaning(language), "muted", CENTER, wrap=True)
    if language == "ur" and not look.rtl:
        meaning.setFont(look.urdu())
    shown = ruby(look, above(word.word, word.reading), _WORD, centred=True)
    contents = column(shown, look.gap(4), meaning, None, margins=(12, 10, 12, 12))
    tile = Tile(look, join((word.word, word.meaning(language))), contents, height=96)
    tile.setCheckable(False)
    tile.clicked.connect(lambda _checked=False: opened(word))
    return tile
