from hypothesis import given
from hypothesis import strategies as st

from jp_trainer.typeset.page_breaks import Piece, Rows, break_pages


def rows(count: int, *, gap: float = 0, keep: bool = False) -> Rows:
    """Rows of 10 px."""
    return Rows(tuple((10.0 * i, 10.0 * i + 10) for i in range(count)), gap, keep)


def test_blocks_follow_one_another_with_their_gaps() -> None:
    assert break_pages([rows(2, gap=5), rows(1)], 100) == [
        [Piece(0, 0, 2, 0.0), Piece(1, 0, 1, 25.0)]
    ]


def test_a_long_block_goes_on_at_the_top_of_the_next_page() -> None:
    assert break_pages([rows(7)], 40) == [[Piece(0, 0, 4, 0.0)], [Piece(0, 4, 7, 0.0)]]


def test_no_line_is_left_alone_at_a_head() -> None:
    assert break_pages([rows(5)], 40) == [[Piece(0, 0, 3, 0.0)], [Piece(0, 3, 5, 0.0)]]


def test_no_line_is_left_alone_at_a_foot() -> None:
    assert break_pages([rows(3), rows(3)], 40) == [[Piece(0, 0, 3, 0.0)], [Piece(1, 0, 3, 0.0)]]


def test_a_heading_goes_with_what_follows() -> None:
    pages = break_pages([rows(2), rows(1, keep=True), rows(3)], 40)

    assert pages == [[Piece(0, 0, 2, 0.0)], [Piece(1, 0, 1, 0.0), Piece(2, 0, 3, 10.0)]]


def test_nothing_is_one_empty_page() -> None:
    assert break_pages([], 40) == [[]]


@given(
    blocks=st.lists(
        st.builds(rows, st.integers(0, 12), gap=st.floats(0, 20), keep=st.booleans()),
        max_size=12,
    ),
    height=st.floats(5, 80),
)
def test_every_row_stands_once_in_order_and_on_the_page(blocks: list[Rows], height: float) -> None:
    pages = break_pages(blocks, height)

    placed = [(p.block, row) for page in pages for p in page for row in range(p.first, p.end)]
    assert placed == [(n, row) for n, block in enumerate(blocks) for row in range(len(block.spans))]
    for page in pages:
        for piece in page:
            spans = blocks[piece.block].spans
            bottom = piece.y + spans[piece.end - 1][1] - spans[piece.first][0]
            assert bottom <= height + 1e-6 or (height < 10 and len(page) == 1)
