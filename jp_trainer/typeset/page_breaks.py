"""Choose where pages end: no line cut through, none left alone, no heading parted from its text."""

from collections.abc import Sequence
from dataclasses import dataclass

_ALONE = 1  # one line of a longer block at a page's foot or head


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one block: (top, bottom) of each in px from the block's top; px below it.

    `keep`: the block's last row and the next block's first stand on one page.
    """

    spans: tuple[tuple[float, float], ...]
    gap: float = 0.0
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Rows first to end (not included) of a block, to stand with their top at `y` px on a page."""

    block: int
    first: int
    end: int
    y: float


def break_pages(blocks: Sequence[Rows], height: float) -> list[list[Piece]]:
    """The pieces of each page in order; at least one page, every row once.

    A row higher than the page has a page of its own and stands out below.
    """
    pages: list[list[Piece]] = [[]]
    y = 0.0
    for number, block in enumerate(blocks):
        first = 0
        while first < len(block.spans):
            end = _fitting(block, first, height - y)
            if end < len(block.spans):
                end = _without_lone_rows(block, first, end, on_empty_page=not pages[-1])
            if end == first:
                y = _turn(pages, blocks)
                continue
            pages[-1].append(Piece(number, first, end, y))
            y += block.spans[end - 1][1] - block.spans[first][0]
            first = end
            if first < len(block.spans):
                pages.append([])
                y = 0.0
        if block.spans:
            y += block.gap
    return pages


def _fitting(block: Rows, first: int, room: float) -> int:
    top = block.spans[first][0]
    end = first
    while end < len(block.spans) and block.spans[end][1] - top <= room:
        end += 1
    return end


def _without_lone_rows(block: Rows, first: int, end: int, *, on_empty_page: bool) -> int:
    """Where to part a block of which rows from `first` to `end` would fit on this page."""
    if len(block.spans) - end == _ALONE and end - first > _ALONE + 1:
        end -= 1  # take a second one over
    if on_empty_page:
        return max(end, first + 1)
    return first if end - first <= _ALONE and first == 0 and len(block.spans) > _ALONE else end


def _turn(pages: list[list[Piece]], blocks: Sequence[Rows]) -> float:
    """Begin a new page, taking over what must stand with what comes; y below it."""
    kept: list[Piece] = []
    while len(pages[-1]) > 1 and blocks[pages[-1][-1].block].keep:
        kept.insert(0, pages[-1].pop())
    pages.append([])
    y = 0.0
    for piece in kept:
        spans = blocks[piece.block].spans
        pages[-1].append(Piece(piece.block, piece.first, piece.end, y))
        y += spans[piece.end - 1][1] - spans[piece.first][0] + blocks[piece.block].gap
    return y
