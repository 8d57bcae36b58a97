"""Put what a question is about beside the question, each scrolled by itself if it must be.

Where both fit, their upper edges stand in one line, a little above the middle.
"""

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from jp_trainer.ui.parts.layout import scrolled

_SHARE_ABOVE = 0.4  # of the room that is left
_LEAST_ABOVE = 12
_SCROLL_PX = 60


class Panes(QWidget):
    """One pane in the middle, or two beside one another; `shares` of the width, `most` px wide."""

    def __init__(
        self, parts: list[QWidget], *, shares: tuple[int, int], most: int, gap: int, side: int
    ) -> None:
        super().__init__()
        self._parts, self._shares = parts, shares
        self._most, self._gap, self._side = most, gap, side
        self.areas = [scrolled(part) for part in parts]
        for area in self.areas:
            area.setParent(self)

    def sizeHint(self) -> QSize:
        """Whatever there is."""
        return QSize(self._most, 400)

    def minimumSizeHint(self) -> QSize:
        """It is scrolled."""
        return QSize(300, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each its place."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Measure again: something was added."""
        wide = min(self._most, self.width() - 2 * self._side)
        start = (self.width() - wide) // 2
        widths = [wide]
        if len(self._parts) > 1:
            room, total = wide - self._gap, sum(self._shares)
            widths = [room * self._shares[0] // total]
            widths.append(room - widths[0])
        tallest = max(_height(part, width) for part, width in zip(self._parts, widths, strict=True))
        free = self.height() - tallest
        above = max(0, min(int(free * _SHARE_ABOVE), free - _LEAST_ABOVE))
        x = start
        if self.isRightToLeft():
            x = start + wide
        for area, width in zip(self.areas, widths, strict=True):
            at = x - width if self.isRightToLeft() else x
            area.setGeometry(at, above, width, self.height() - above)
            x = at - self._gap if self.isRightToLeft() else at + width + self._gap

    def show_part(self, part: QWidget) -> None:
        """Scroll to something that was added, once it has its place."""
        area = self.areas[-1]
        QTimer.singleShot(0, part, lambda: area.ensureWidgetVisible(part, 0, 8))

    def scroll_by(self, steps: int) -> None:
        """The first pane that has more than it shows."""
        for area in self.areas:
            bar = area.verticalScrollBar()
            if bar.maximum():
                bar.setValue(bar.value() + steps * _SCROLL_PX)
                return


def _height(part: QWidget, width: int) -> int:
    layout = part.layout()
    if layout is None:
        return part.sizeHint().height()
    if layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return layout.totalSizeHint().height()
