"""Ask for a setting: one of many, a number on a scale, yes or no, a line of text."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QSizePolicy,
    QSlider,
    QStyledItemDelegate,
    QWidget,
)

from jp_trainer.ui.parts.icons import draw_icon
from jp_trainer.ui.parts.layout import absolute, column, label, row
from jp_trainer.ui.parts.painting import (
    START,
    draw_box,
    draw_text,
    flipped,
    text_height,
    text_width,
)
from jp_trainer.ui.parts.pressable import KEYBOARD, Pressable
from jp_trainer.ui.theme import Look

_HEIGHT = 40


class Combo(QComboBox):
    """One of many. `picked` carries the key of what the person chose."""

    picked = Signal(str)

    def __init__(self, look: Look, choices: Sequence[tuple[str, str]], now: str, *, name: str):
        """`choices` are pairs of key and words; `now` is the key chosen at first."""
        super().__init__()
        self.look = look
        self._ring = False
        self._font = look.ui(15, 500)
        self.setFont(look.ui())
        self.setAccessibleName(name)
        self.setItemDelegate(QStyledItemDelegate(self))  # or the style sheet's rows are ignored
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for key, words in choices:
            self.addItem(words, key)
        self.choose(now)
        self.activated.connect(lambda at: self.picked.emit(self.itemData(at)))

    def choose(self, key: str) -> None:
        """Show this one, without telling anyone."""
        self.setCurrentIndex(self.findData(key))

    @property
    def now(self) -> str:
        """The key shown, or ""."""
        return str(self.currentData() or "")

    def sizeHint(self) -> QSize:
        """Wide enough for the longest choice."""
        widest = max(
            (text_width(self._font, self.itemText(i)) for i in range(self.count())), default=0
        )
        tall = max(self.look.size(_HEIGHT), text_height(self._font) + 8)
        return QSize(round(widest + 16 + 16 + self.look.size(18) + 12), round(tall))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Like a secondary button, with an arrow at its end."""
        look, box, painter = self.look, QRectF(self.rect()), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = look.soft("ai", 0.08) if self.underMouse() else look.color("raised")
        edge = look.color("ai" if self._ring else "edge")
        draw_box(painter, box, ground, edge, width=2 if self._ring else 1)
        side = look.size(18)
        arrow = flipped(look, box.width(), QRectF(box.width() - 16 - side, 0, side, side))
        arrow.moveTop(box.center().y() - side / 2)
        draw_icon(painter, look, "down", arrow, look.color("ink"))
        words = flipped(look, box.width(), QRectF(16, 0, box.width() - 44 - side + 8, box.height()))
        draw_text(painter, words, self.currentText(), self._font, look.color("ink"))
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a page must not change a setting on the way."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ring for the keyboard alone."""
        self._ring = event.reason() in KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No ring without focus."""
        self._ring = self._ring and event.reason() == Qt.FocusReason.PopupFocusReason
        super().focusOutEvent(event)


class Slider(QSlider):
    """A whole number on a scale, from the start side. Arrows step, Page Up and Down leap."""

    _KNOB, _BAR = 22, 6

    def __init__(self, look: Look, low: int, high: int, now: int, *, step: int = 1, name: str):
        super().__init__(Qt.Orientation.Horizontal)
        self.look = look
        self._ring = False
        self.setAccessibleName(name)
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setPageStep(step * 5)
        self.setValue(now)
        self.setMinimumSize(180, look.size(_HEIGHT))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bar, filled part, knob."""
        look, box, painter = self.look, QRectF(self.rect()), QPainter(self)
        knob, bar, middle = look.size(self._KNOB), self._BAR, box.center().y()
        share = (self.value() - self.minimum()) / max(1, self.maximum() - self.minimum())
        x = share * (box.width() - knob)
        ground = QRectF(0, middle - bar / 2, box.width(), bar)
        draw_box(painter, ground, look.soft("edge", 0.45, "paper"), radius=bar / 2)
        filled = flipped(look, box.width(), QRectF(0, middle - bar / 2, x + knob / 2, bar))
        draw_box(painter, filled, look.color("ai"), radius=bar / 2)
        spot = flipped(look, box.width(), QRectF(x, middle - knob / 2, knob, knob))
        draw_box(painter, spot, look.color("raised"), look.color("ai"), width=2, radius=knob / 2)
        if self._ring:
            inner = spot.adjusted(5, 5, -5, -5)
            draw_box(painter, inner, look.color("ai"), radius=knob / 2)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ring for the keyboard alone."""
        self._ring = event.reason() in KEYBOARD
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No ring without focus."""
        self._ring = False
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right follow what is seen: the start side is the small end."""
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a page must not change a setting on the way."""
        event.ignore()


class Switch(Pressable):
    """Yes or no; the knob stands at the end side for yes, with a tick."""

    _WIDE, _TALL = 44, 24

    def __init__(self, look: Look, on: bool, *, name: str):
        super().__init__(look, "", name=name)
        self.setToolTip("")
        self.setCheckable(True)
        self.setChecked(on)
        self.setFixedSize(look.size(self._WIDE) + 4, look.size(_HEIGHT))

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """The groove, the knob, the tick."""
        look, on = self.look, self.isChecked()
        wide, tall = look.size(self._WIDE), look.size(self._TALL)
        top = (box.height() - tall) / 2
        groove = self.flip(2, top, wide, tall)
        edge = look.color("ai" if on else "edge")
        draw_box(
            painter,
            groove,
            look.color("ai") if on else look.color("raised"),
            edge,
            width=1.5,
            radius=tall / 2,
        )
        knob = tall - 8
        x = 2 + (wide - knob - 4 if on else 4)
        spot = self.flip(x, top + 4, knob, knob)
        draw_box(painter, spot, look.color("on_ai" if on else "edge"), radius=knob / 2)
        if on:
            draw_icon(painter, look, "right", spot.adjusted(2, 2, -2, -2), look.color("ai"))
        if self.ring:
            around = groove.adjusted(-2, -3, 2, 3)
            draw_box(painter, around, None, look.color("ai"), width=2, radius=tall / 2 + 3)


def field(
    look: Look, *, name: str, text: str = "", hint: str = "", height: int = 44, most: int = 200
) -> QLineEdit:
    """A line to type in. `hint` shows while it is empty; `most` characters are taken."""
    line = QLineEdit(text)
    line.setFont(look.ui(15))
    # Else an empty line in Urdu begins where the keyboard's language does: at the left.
    line.setAlignment(absolute(look, START))
    line.setAccessibleName(name)
    line.setPlaceholderText(hint)
    line.setMaxLength(most)
    line.setMinimumHeight(max(look.size(height), round(text_height(look.ui(15)) + 8)))
    return line


def set_wrong(line: QLineEdit, *, wrong: bool) -> None:
    """Outline a field that does not hold what is needed; say beside it what is."""
    line.setProperty("state", "wrong" if wrong else "")
    line.style().unpolish(line)
    line.style().polish(line)


def form_row(look: Look, words: str, control: QWidget, under: str = "") -> QWidget:
    """A setting: its words and what it does at the start, the control at the end."""
    said = [label(look, words, "body", wrap=True)]
    if under:
        said.append(label(look, under, "small", wrap=True))
    box = QWidget()
    box.setLayout(row((column(*said, gap=look.gap(2)), 1), 24, control, margins=(0, 6, 0, 6)))
    return box
