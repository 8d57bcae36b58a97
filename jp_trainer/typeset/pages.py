"""Put ruby text and plain paragraphs on A4 pages and write them as PDF.

Lengths are px of 1/96 inch, as on a screen, so that one style serves both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QIODevice, QMarginsF, QPointF, QRectF, QSaveFile, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextLayout,
    QTextOption,
)

from jp_trainer.core.errors import TrainerError
from jp_trainer.core.furigana import Span
from jp_trainer.typeset import fonts
from jp_trainer.typeset.page_breaks import Piece, Rows, break_pages
from jp_trainer.typeset.ruby import Mark, RubyLayout, RubyStyle, lay_out

_DPI = 96
_MARGIN_MM = 18.0
_FOOT_PX = 28.0
_FOOT_FONT_PX = 11
_INK = QColor(0, 0, 0)


class PdfNotWritten(TrainerError):  # noqa: N818 - says what happened, as its sentence does
    """The file could not be written; `reason` is the system's own word."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(str(path), reason)
        self.path = path
        self.reason = reason


@dataclass(frozen=True, slots=True)
class RubyBlock:
    """Japanese, with `gap` px below; `keep` on one page with the next block's beginning."""

    spans: tuple[Span, ...]
    style: RubyStyle
    marks: tuple[Mark, ...] = ()
    gap: float = 12.0
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain text in English or Urdu, with `gap` px below; `keep` as in RubyBlock."""

    text: str
    font: QFont
    right_to_left: bool = False
    gap: float = 12.0
    keep: bool = False


Block = RubyBlock | Paragraph


def write_pdf(path: Path, blocks: Sequence[Block], *, title: str) -> int:
    """Write the blocks one below the other; the number of pages, at least 1.

    The file appears whole or not at all. Raises PdfNotWritten. load_fonts comes first.
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
    set_blocks = [_set(block, room.width()) for block in blocks]
    pages = break_pages([block.rows for block in set_blocks], room.height())
    painter = QPainter(writer)
    for number, page in enumerate(pages):
        if number:
            writer.newPage()
        for piece in page:
            set_blocks[piece.block].paint(painter, piece)
        _paint_foot(painter, room, f"{number + 1} / {len(pages)}")
    painter.end()
    if not file.commit():
        raise PdfNotWritten(path, file.errorString())
    return len(pages)


def _paint_foot(painter: QPainter, room: QRectF, words: str) -> None:
    painter.setFont(fonts.interface(_FOOT_FONT_PX))
    painter.setPen(_INK)
    foot = QRectF(0, room.bottom(), room.width(), _FOOT_PX)
    painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, words)


def _set(block: Block, width: float) -> "_SetRuby | _SetParagraph":
    match block:
        case RubyBlock():
            return _SetRuby(block, lay_out(block.spans, block.style, width))
        case Paragraph():
            return _SetParagraph(block, width)


@dataclass(frozen=True)
class _SetRuby:
    block: RubyBlock
    layout: RubyLayout

    @cached_property
    def rows(self) -> Rows:
        tops = [line.y for line in self.layout.lines]
        spans = tuple((top, top + self.layout.line_height) for top in tops)
        return Rows(spans, self.block.gap, self.block.keep)

    def paint(self, painter: QPainter, piece: Piece) -> None:
        self.layout.paint(
            painter,
            QPointF(0, piece.y - self.rows.spans[piece.first][0]),
            _INK,
            _INK,
            marks=self.block.marks,
            lines=slice(piece.first, piece.end),
        )


class _SetParagraph:
    def __init__(self, block: Paragraph, width: float) -> None:
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        if block.right_to_left:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._layout = QTextLayout(block.text.replace("\n", "\u2028"), block.font)
        self._layout.setTextOption(option)
        spans, y = [], 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            spans.append((y, y + line.height()))
            y += line.height()
        self._layout.endLayout()
        self.rows = Rows(tuple(spans), block.gap, block.keep)

    def paint(self, painter: QPainter, piece: Piece) -> None:
        painter.setPen(_INK)
        at = QPointF(0, piece.y - self.rows.spans[piece.first][0])
        for number in range(piece.first, piece.end):
            self._layout.lineAt(number).draw(painter, at)
