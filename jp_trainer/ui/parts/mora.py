"""Set what was typed under what was asked, mora by mora, so that the difference is seen.

Japanese is never tinted: a marked cell has ink on a tint and a coloured line below. Cells run left
to right in every language.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from jp_trainer.ui.parts.painting import CENTER, Painted, draw_box, draw_text
from jp_trainer.ui.theme import Look

_ONE, _TWO = 1.5, 2.3  # cell width of か and of きょ, in the size of the letters
_ROW = 1.7


@dataclass(frozen=True, slots=True)
class MoraRow:
    """One line: a cell per mora ("" where the other line has one more), and which ones differ."""

    cells: tuple[str, ...]
    marked: frozenset[int] = frozenset()
    tone: str = "shu"


class MoraCells(Painted):
    """One row of cells; its columns are as wide as those of its sibling."""

    def __init__(self, look: Look, row: MoraRow, widths: Sequence[float], px: float):
        self._px = px * look.scale
        self._widths = [width * look.scale for width in widths]
        super().__init__(look, sum(self._widths), self._px * _ROW, name="".join(row.cells))
        self._row = row
        self._font = look.ja(px)

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Marks first, then the kana."""
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        look, x = self.look, 0.0
        for i, (mora, wide) in enumerate(zip(self._row.cells, self._widths, strict=True)):
            if i in self._row.marked:
                ground = QRectF(x + 2, 0, wide - 4, box.height())
                draw_box(painter, ground, look.soft(self._row.tone, 0.14), radius=6)
                line = QRectF(x + 9, box.height() - 6, wide - 18, 3)
                draw_box(painter, line, look.color(self._row.tone), radius=1.5)
            spot = QRectF(x, -3, wide, box.height())
            draw_text(painter, spot, mora, self._font, look.color("ink"), align=CENTER)
            x += wide


def mora_cells(
    look: Look, rows: Sequence[MoraRow], *, px: float = 26, room: float | None = None
) -> list[MoraCells]:
    """A widget for each row, columns equally wide; smaller letters if `room` px do not hold them.

    Raises ValueError if the rows have not the same number of cells.
    """
    columns = list(zip(*(row.cells for row in rows), strict=True))
    parts = [_TWO if any(len(mora) > 1 for mora in column) else _ONE for column in columns]
    if room is not None and parts:
        px = min(px, room / look.scale / sum(parts))
    widths = [part * px for part in parts]
    return [MoraCells(look, row, widths, px) for row in rows]
