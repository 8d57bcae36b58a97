"""Say a fact in a pill, or let one of a few be chosen: filters, tabs, languages."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from jp_trainer.ui.parts.icons import draw_icon
from jp_trainer.ui.parts.painting import (
    CENTER,
    Painted,
    draw_box,
    draw_text,
    text_height,
    text_width,
)
from jp_trainer.ui.parts.pressable import Pressable
from jp_trainer.ui.theme import Look

_PAD, _ICON, _GAP = 14, 18, 8
_LEAST_HEIGHT = 36
_TARGET = 40  # what can be pressed is at least so high, though it looks lower


class Fact(Painted):
    """A statement that cannot be pressed: an icon and words in a pill."""

    def __init__(self, look: Look, words: str, *, icon: str = "", tone: str = "muted"):
        self._font = look.ui(15, 500)
        self._icon_px = look.size(_ICON)
        wide = text_width(self._font, words) + 2 * _PAD + 2
        wide += self._icon_px + _GAP if icon else 0
        tall = max(look.size(_LEAST_HEIGHT), text_height(self._font) + 4)
        super().__init__(look, wide, tall, name=words)
        self.words, self._icon, self._tone = words, icon, tone

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """The pill, the icon, the words."""
        look, start = self.look, float(_PAD)
        radius = box.height() / 2
        draw_box(painter, box, look.color("raised"), look.color("line"), radius=radius)
        if self._icon:
            side = self._icon_px
            spot = self.flip(start, box.center().y() - side / 2, side, side)
            draw_icon(painter, look, self._icon, spot, look.color(self._tone))
            start += side + _GAP
        words = self.flip(start, 0, box.width() - start - _PAD + 2, box.height())
        draw_text(painter, words, self.words, self._font, look.color("muted"))


class Chip(Pressable):
    """One of a ChipRow: chosen is tint, outline and weight."""

    def __init__(self, look: Look, words: str):
        super().__init__(look, words)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the row takes it, and gives it on

    def sizeHint(self) -> QSize:
        """Wide enough for the words when they are bold: choosing moves nothing."""
        font = self.look.ui(15, 600)
        tall = max(self.look.size(_TARGET), text_height(font) + 8)
        return QSize(round(text_width(font, self.words) + 2 * _PAD + 2), round(tall))

    def minimumSizeHint(self) -> QSize:
        """The same: words are never cut."""
        return self.sizeHint()

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """The pill and its words."""
        look, chosen = self.look, self.isChecked()
        pill = box.adjusted(0, 2, 0, -2)
        hover = look.soft("ai", 0.05) if self.underMouse() else look.color("raised")
        ground = look.soft("ai", 0.12) if chosen else hover
        edge = look.color("ai" if chosen else "edge")
        radius = pill.height() / 2
        draw_box(painter, pill, ground, edge, width=1.5 if chosen else 1, radius=radius)
        if self.ring:
            inner = pill.adjusted(3, 3, -3, -3)
            draw_box(painter, inner, None, look.color("ai"), width=2, radius=inner.height() / 2)
        font = look.ui(15, 600 if chosen else 500)
        draw_text(
            painter, box, self.words, font, look.color("ai" if chosen else "ink"), align=CENTER
        )


class ChipRow(QWidget):
    """A few things of which one is chosen. Tab reaches the chosen one, arrows choose another.

    Signals:
        chosen: the key of the chip the person chose; not sent by `choose`.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, chips: Sequence[tuple[str, str]], now: str, *, name: str = ""):
        """`chips` are pairs of key and words; `now` is the key chosen at first."""
        super().__init__()
        self.look = look
        self.setAccessibleName(name)
        self._chips = {key: Chip(look, words) for key, words in chips}
        self._order = [key for key, _words in chips]
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for key, chip in self._chips.items():
            chip.setParent(self)
            box.addWidget(chip)
            chip.clicked.connect(lambda _checked=False, key=key: self._press(key))
        box.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.now = ""
        self.choose(now)

    def choose(self, key: str) -> None:
        """Mark this one. Raises KeyError for a key that is not in the row."""
        had_focus = bool(self.now) and self._chips[self.now].hasFocus()
        self.now = key
        for other, chip in self._chips.items():
            chip.setChecked(other == key)
            # One stop for Tab: the chosen one.
            policy = Qt.FocusPolicy
            chip.setFocusPolicy(policy.TabFocus if other == key else policy.NoFocus)
            chip.update()
        if had_focus:
            self._chips[key].setFocus(Qt.FocusReason.TabFocusReason)

    def rename(self, key: str, words: str) -> None:
        """Say something else on one chip: a count changed."""
        self._chips[key].set_words(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk in reading order: the left one goes back in English, on in Urdu."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if not step:
            event.ignore()
            return
        step = -step if self.look.rtl else step
        at = (self._order.index(self.now) + step) % len(self._order)
        self._press(self._order[at])

    def _press(self, key: str) -> None:
        changed = key != self.now
        self.choose(key)
        if changed:
            self.chosen.emit(key)
