"""Let one of a few big things be chosen: the work one prepares for, a person's profile."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from jp_trainer.ui.parts.icons import draw_icon
from jp_trainer.ui.parts.painting import START, draw_box, draw_text, text_height
from jp_trainer.ui.parts.pressable import Pressable
from jp_trainer.ui.theme import Look

_TICK = 20


class Tile(Pressable):
    """A pressable box around any layout; picked shows tint, outline and a tick.

    The parts inside only show: they pass the mouse through to the tile. The tick takes the lower
    end corner; keep it free.
    """

    def __init__(self, look: Look, name: str, contents: QLayout, *, height: int = 128):
        super().__init__(look, "", name=name)
        self.setToolTip("")
        self.setCheckable(True)
        self.setMinimumHeight(look.size(height))
        self.setLayout(contents)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def sizeHint(self) -> QSize:
        """What the contents want; QAbstractButton would ask for its words alone."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else QSize()

    def minimumSizeHint(self) -> QSize:
        """What the contents need."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else QSize()

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Ground, outline, ring, tick."""
        look, picked = self.look, self.isChecked()
        hover = self.underMouse() and self.isEnabled()
        tint = look.soft("ai", 0.10 if picked else 0.05)
        ground = tint if picked or hover else look.color("raised")
        edge = look.color("ai" if picked else "edge")
        draw_box(painter, box, ground, edge, width=2 if picked else 1)
        if self.ring:
            inner = box.adjusted(4, 4, -4, -4)
            draw_box(painter, inner, None, look.color("ai"), width=2, radius=5)
        if picked:
            side = look.size(_TICK)
            spot = self.flip(box.width() - side - 18, box.height() - side - 16, side, side)
            draw_icon(painter, look, "right", spot, look.color("ai"))


class Choice(Pressable):
    """A line with a round mark, words, and a second, smaller line: one of a group of answers.

    Put several below one another; `QButtonGroup` makes them exclude one another.
    """

    _MARK = 20

    def __init__(self, look: Look, words: str, under: str = ""):
        super().__init__(look, words, name=f"{words}. {under}" if under else "")
        self.setCheckable(True)
        self.under = under
        self._font, self._under_font = look.ui(15, 500), look.ui(13)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Both lines unbroken."""
        wide = max(
            QFontMetrics(self._font).horizontalAdvance(self.words),
            QFontMetrics(self._under_font).horizontalAdvance(self.under),
        )
        wide += self._start + 18
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """The smaller line may wrap."""
        return QSize(min(self.sizeHint().width(), 260), self.look.size(52))

    def hasHeightForWidth(self) -> bool:
        """The smaller line wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines."""
        tall = text_height(self._font) + 2 * 14
        if self.under:
            tall += self._under_height(width) + 2
        return max(self.look.size(52), round(tall))

    @property
    def _start(self) -> int:
        return 18 + self.look.size(self._MARK) + 14

    def _under_height(self, width: float) -> int:
        room = max(1, int(width) - self._start - 18 - 4)  # 4: layouts give a pixel less than asked
        flags = Qt.TextFlag.TextWordWrap.value
        return (
            QFontMetrics(self._under_font).boundingRect(0, 0, room, 999, flags, self.under).height()
        )

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Box, mark, lines."""
        look, chosen = self.look, self.isChecked()
        hover = self.underMouse() and self.isEnabled()
        ground = (
            look.soft("ai", 0.10 if chosen else 0.05) if chosen or hover else look.color("raised")
        )
        edge = look.color("ai" if chosen else "edge")
        draw_box(painter, box, ground, edge, width=2 if chosen else 1)
        if self.ring:
            inner = box.adjusted(4, 4, -4, -4)
            draw_box(painter, inner, None, look.color("ai"), width=2, radius=5)
        side = look.size(self._MARK)
        mark = self.flip(18, box.center().y() - side / 2, side, side)
        draw_box(painter, mark, None, edge, width=2 if chosen else 1.5, radius=side / 2)
        if chosen:
            draw_box(painter, mark.adjusted(5, 5, -5, -5), look.color("ai"), radius=side / 2)
        first = text_height(self._font)
        second = self._under_height(box.width()) + 2 if self.under else 0
        room, top = box.width() - self._start - 18, (box.height() - first - second) / 2
        line = self.flip(self._start, top, room + 2, first)
        draw_text(painter, line, self.words, self._font, look.color("ink"), align=START)
        if self.under:
            line = self.flip(self._start, top + first + 2, room, second - 2)
            draw_text(painter, line, self.under, self._under_font, look.color("muted"), wrap=True)
