"""Put the pictures of exam items on paper."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

from jp_trainer.typeset.blocks import OneRow, SetBlock
from jp_trainer.typeset.page_breaks import Piece
from jp_trainer.typeset.pictures import picture_file

_NUMBER_BELOW_TOP = 14.0  # px; what numbers it stands at its upper corner


@dataclass(frozen=True, slots=True)
class PrintedPicture:
    """A picture by its name, at most so many px wide and high; nothing if there is none."""

    name: str
    width: float
    height: float
    gap: float = 10.0
    keep: bool = False
    centred: bool = False

    def set_in(self, width: float) -> SetBlock:
        """Not wider than the column."""
        return _SetPicture(self, width)


class _SetPicture(OneRow):
    def __init__(self, block: PrintedPicture, width: float) -> None:
        # One of its own: the screen's is drawn by another thread.
        file = picture_file(block.name)
        self._renderer = QSvgRenderer(str(file)) if file else None
        size = QSizeF()
        if self._renderer and self._renderer.isValid():
            room = QSizeF(min(width, block.width), block.height)
            natural = QSizeF(self._renderer.defaultSize())
            size = natural.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        left = (width - size.width()) / 2 if block.centred else 0.0
        self._box = QRectF(left, 0, size.width(), size.height())
        super().__init__(max(0.0, size.height()), block.gap, keep=block.keep)
        self.baseline = min(size.height(), _NUMBER_BELOW_TOP)

    def paint(self, painter: QPainter, piece: Piece) -> None:
        if self._renderer and not self._box.isEmpty():
            self._renderer.render(painter, self._box.translated(0, piece.y))
