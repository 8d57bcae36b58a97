"""Measure characters and shape words, each only once per font.

A kana or kanji is one glyph with one advance, whatever stands beside it, so its width is a look-up
and a whole line is painted with one call. Everything else (Latin words, accents on their own,
what the font lacks) goes through Qt's shaper.
"""

import functools
import threading
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGlyphRun,
    QRawFont,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from jp_trainer.typeset import fonts


@dataclass(frozen=True, slots=True)
class Shaped:
    """A word as the shaper set it.

    `edges[i]` is where its i-th character begins, in px from the word's start; one more at the end.
    `runs` are to be drawn at the word's start, on the baseline.
    """

    edges: tuple[float, ...]
    runs: tuple[QGlyphRun, ...]


class Face:
    """One font at one size. Belongs to the thread that asked for it, as QRawFont does."""

    def __init__(self, font: QFont) -> None:
        self.raw = QRawFont.fromFont(font, QFontDatabase.WritingSystem.Japanese)
        if self.raw.familyName() != fonts.JAPANESE:
            message = f"{fonts.JAPANESE} is not loaded: load_fonts() comes before any layout"
            raise RuntimeError(message)
        self._word_font = QFont(font)
        self._word_font.setKerning(True)
        self._glyphs: dict[str, tuple[int, float]] = {}
        self._shaped: dict[str, Shaped] = {}

    def glyph(self, char: str) -> tuple[int, float]:
        """Glyph number and advance in px of one character; number 0 if the font has none."""
        found = self._glyphs.get(char)
        if found is None:
            found = self._glyphs[char] = self._look_up(char)
        return found

    def _look_up(self, char: str) -> tuple[int, float]:
        indexes = self.raw.glyphIndexesForString(char)
        if len(indexes) != 1 or indexes[0] == 0:
            return 0, 0.0
        return indexes[0], self.raw.advancesForGlyphIndexes(indexes)[0].x()

    def advance(self, text: str) -> float:
        """Width in px of text of plain characters, set solid."""
        return sum(self.glyph(char)[1] for char in text)

    def shape(self, word: str) -> Shaped:
        """The word as Qt shapes it in this font, with our other fonts for what this one lacks."""
        found = self._shaped.get(word)
        if found is None:
            found = self._shaped[word] = self._shape(word)
        return found

    def _shape(self, word: str) -> Shaped:
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        # Control characters and lone surrogates have no shape, and Qt takes no lone surrogates.
        shown = "".join(
            "\u200b" if char < " " or "\ud800" <= char <= "\udfff" else char for char in word
        )
        layout = QTextLayout(shown, self._word_font)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        line.setPosition(QPointF(0, -line.ascent()))  # so that the runs lie on the baseline
        edges, units = [0.0], 0
        for char in shown:
            units += 2 if char > "\uffff" else 1
            edges.append(_x_of(line, units))
        width = max(edges)
        if edges != sorted(edges):  # right to left: a place for the caret before it, one after
            edges = [0.0] + [width] * len(shown)
        return Shaped(tuple(edges), tuple(layout.glyphRuns()))


def _x_of(line: QTextLine, position: int) -> float:
    # The C++ function moves its argument to a valid position and so returns both.
    x, _ = cast("tuple[float, int]", line.cursorToX(position))
    return x


def face(px: float, weight: int) -> Face:
    """The Japanese face of this size for the thread that asks. RuntimeError before load_fonts."""
    return _face(round(px), weight, threading.get_ident())


@functools.lru_cache(maxsize=64)
def _face(px: int, weight: int, thread: int) -> Face:  # noqa: ARG001 - only part of the key
    return Face(fonts.japanese(px, weight))
