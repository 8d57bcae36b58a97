"""Type kana by clicking: for who does not read Latin letters, or has no keyboard at hand."""

import unicodedata

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from jp_trainer.core.furigana import to_katakana
from jp_trainer.core.kana import to_romaji
from jp_trainer.ui.parts.icons import draw_icon
from jp_trainer.ui.parts.layout import column, row
from jp_trainer.ui.parts.painting import CENTER, draw_box, draw_text, text_width
from jp_trainer.ui.parts.pressable import Pressable
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _

_COLUMNS = ("あいうえお", "かきくけこ", "さしすせそ", "たちつてと", "なにぬねの", "はひふへほ",
            "まみむめも", "や　ゆ　よ", "らりるれろ", "わ　を　ん")  # fmt: skip
_WIDE, _TALL, _GAP = 48, 40, 4
_VOICED, _HALF_VOICED = "\u3099", "\u309a"
_SMALL = dict(zip("つやゆよあいうえおわ", "っゃゅょぁぃぅぇぉゎ", strict=True))
_SMALL |= {to_katakana(large): to_katakana(small) for large, small in _SMALL.items()}
_SMALL |= {small: large for large, small in _SMALL.items()}


class KanaKey(Pressable):
    """A key of the table: a kana, a mark, or an icon."""

    def __init__(self, look: Look, words: str, *, name: str = "", icon: str = "", wide: int = 1):
        super().__init__(look, words, name=name)
        self.setToolTip("")
        self._icon = icon
        self._font = look.ja(20 if len(words) == 1 else 17)
        least = look.size(_WIDE * wide + _GAP * (wide - 1))
        # High enough for a finger at any text size; larger, and the table would not fit the window.
        self._size = QSize(max(least, round(text_width(self._font, words)) + 16), _TALL)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A target large enough for a finger."""
        return self._size

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """The key and what stands on it."""
        look = self.look
        ground = look.soft("ai", 0.10) if self.underMouse() else look.color("raised")
        ground = look.soft("ai", 0.18) if self.isDown() or self.isChecked() else ground
        draw_box(painter, box, ground, look.color("edge"), radius=6)
        if self.ring:
            draw_box(painter, box, None, look.color("ai"), width=2, radius=6)
        if self._icon:
            side = look.size(20)
            spot = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
            draw_icon(painter, look, self._icon, spot, look.color("ink"))
        else:
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # か゛, not ゛か
            draw_text(painter, box, self.words, self._font, look.color("ink"), align=CENTER)


class KanaTable(QWidget):
    """The fifty sounds, marks for others, and a way back. Always left to right.

    Signals:
        kana: one to be added. mark: a change to the last one, see `marked`. erase: take it away.
    """

    kana = Signal(str)
    mark = Signal(str)
    erase = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setAccessibleName(_("Kana table"))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._keys: list[tuple[KanaKey, str]] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        for x, signs in enumerate(_COLUMNS):
            for y, sign in enumerate(signs):
                if sign != "　":
                    self._grid.addWidget(self._key(sign), y, x)
        voiced = self._tool("か゛", _("Two strokes: か becomes が"), _VOICED)
        half = self._tool("は゜", _("A ring: は becomes ぱ"), _HALF_VOICED)
        small = self._tool("小さく", _("Small: つ becomes っ"), "small")
        long = self._key("ー")
        self._katakana = KanaKey(look, "カタカナ", name=_("Katakana"), wide=2)
        self._katakana.setCheckable(True)
        self._katakana.toggled.connect(self._on_katakana)
        back = KanaKey(look, "", name=_("Take the last kana away"), icon="backspace", wide=2)
        back.clicked.connect(self.erase)
        tools = row(voiced, half, small, long, None, self._katakana, back, gap=_GAP)
        self.setLayout(column(self._grid, tools, gap=_GAP * 2, margins=(0, 8, 0, 0)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _key(self, sign: str) -> KanaKey:
        key = KanaKey(self.look, sign, name=f"{sign} {to_romaji(sign)}")
        self._keys.append((key, sign))
        key.clicked.connect(lambda: self.kana.emit(key.words))
        return key

    def _tool(self, sign: str, name: str, mark: str) -> KanaKey:
        key = KanaKey(self.look, sign, name=name)
        key.setToolTip(name)
        key.clicked.connect(lambda: self.mark.emit(mark))
        return key

    def _on_katakana(self, on: bool) -> None:
        for key, sign in self._keys:
            key.words = to_katakana(sign) if on else sign
            key.update()


def marked(kana: str, mark: str) -> str:
    """The kana with a mark put on, or taken off where it was: か゛ is が. Unchanged if it has none.

    `mark` is a combining voicing mark, or "small".
    """
    if mark == "small":
        return _SMALL.get(kana, kana)
    if not kana:
        return ""
    parts = unicodedata.normalize("NFD", kana)
    if parts[1:] == mark:
        return parts[0]
    made = unicodedata.normalize("NFC", parts[:1] + mark)
    return made if len(made) == 1 else kana
