"""Put ruby text and plain paragraphs on A4 pages and write them as PDF.

Lengths are px of 1/96 inch, as on a screen, so that one style serves both.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QIODevice, QMarginsF, QRectF, QSaveFile, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from jp_trainer.typeset import fonts
from jp_trainer.typeset.blocks import INK, Block, PageEnd, Paragraph, RubyBlock, SetBlock
from jp_trainer.typeset.errors import PdfNotWritten
from jp_trainer.typeset.page_breaks import Piece, break_pages

__all__ = ["Block", "PageEnd", "Paragraph", "PdfNotWritten", "RubyBlock", "write_pdf"]

_DPI = 96
_MARGIN_MM = 18.0
_FOOT_PX = 28.0
_FOOT_FONT_PX = 11


def write_pdf(path: Path, blocks: Sequence[Block], *, title: str, foot: str = "") -> int:
    """Write the blocks one below the other; the number of pages, at least 1.

    `foot`: stands at the left of every page's foot, beside its number. The file appears whole or
    not at all. Raises PdfNotWritten. load_fonts comes first.
    """
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise PdfNotWritten(path, file.errorString())
    writer = QPdfWriter(file)
    writer.setTitle(title)
    writer.setResolution(_DPI)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            margins,
            QPageLayout.Unit.Millimeter,
        )
    )
    room = QRectF(0, 0, writer.width(), writer.height() - _FOOT_PX)
    pages = _pages(blocks, room)
    painter = QPainter(writer)
    for number, page in enumerate(pages):
        if number:
            writer.newPage()
        for block, piece in page:
            block.paint(painter, piece)
        _paint_foot(painter, room, f"{number + 1} / {len(pages)}", foot)
    painter.end()
    if not file.commit():
        raise PdfNotWritten(path, file.errorString())
    return len(pages)


def _pages(blocks: Sequence[Block], room: QRectF) -> list[list[tuple[SetBlock, Piece]]]:
    """What stands on each page; after a PageEnd a new one begins."""
    runs: list[list[SetBlock]] = [[]]
    for block in blocks:
        if isinstance(block, PageEnd):
            runs.append([])
        else:
            runs[-1].append(block.set_in(room.width()))
    pages: list[list[tuple[SetBlock, Piece]]] = []
    for run in filter(None, runs):
        for page in break_pages([block.rows for block in run], room.height()):
            pages.append([(run[piece.block], piece) for piece in page])
    return pages or [[]]


def _paint_foot(painter: QPainter, room: QRectF, number: str, words: str) -> None:
    painter.setFont(fonts.interface(_FOOT_FONT_PX))
    painter.setPen(INK)
    foot = QRectF(0, room.bottom(), room.width(), _FOOT_PX)
    bottom = Qt.AlignmentFlag.AlignBottom
    painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter | bottom, number)
    painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | bottom, words)
