"""What stands on a printed page besides text, seen as pixels and as rows."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from jp_trainer.core.furigana import FuriganaError, parse
from jp_trainer.typeset import fonts
from jp_trainer.typeset.answer_choices import Choices
from jp_trainer.typeset.answer_sheets import Circles, PointScale
from jp_trainer.typeset.block_groups import Blank, Boxed, Grid, Numbered, Together
from jp_trainer.typeset.blocks import Block, PageEnd, Paragraph, RubyBlock, Space
from jp_trainer.typeset.exam_text import exam_block
from jp_trainer.typeset.pages import write_pdf
from jp_trainer.typeset.printed_pictures import PrintedPicture
from jp_trainer.typeset.ruby import RubyStyle
from jp_trainer.typeset.tables import Table

WIDTH = 640.0
PAGE = QSize(794, 1123)  # A4 at 96 dpi: the pages' own px
LEFT = 68
DARK = 100


def line(
    text: str = "病院[びょういん]へ 行[い]きます。", px: float = 16, gap: float = 0
) -> RubyBlock:
    return RubyBlock(parse(text), RubyStyle(px, 400), gap=gap)


class Page:
    """A printed page as darkness, a byte for each px."""

    def __init__(self, image: QImage) -> None:
        ink = image.convertToFormat(QImage.Format.Format_Alpha8)
        self.bits, self.step = bytes(ink.constBits()), ink.bytesPerLine()

    def row(self, y: int) -> bytes:
        return self.bits[y * self.step : y * self.step + PAGE.width()]


def pages(path: Path, *blocks: Block) -> list[Page]:
    file = path / "page.pdf"
    count = write_pdf(file, blocks, title="")
    document = QPdfDocument()
    assert document.load(str(file)) is QPdfDocument.Error.None_
    return [Page(document.render(page, PAGE)) for page in range(count)]


def dark(page: Page, x: int, y: int) -> bool:
    return page.row(y)[x] > DARK


def columns(page: Page) -> set[int]:
    """Where something is drawn, the foot left out."""
    return {x for y in range(60, 1000) for x, ink in enumerate(page.row(y)) if ink > DARK}


def rows_of(page: Page) -> set[int]:
    return {y for y in range(60, 1000) if max(page.row(y)) > DARK}


def test_a_box_has_four_sides_around_its_text(tmp_path: Path) -> None:
    (page,) = pages(tmp_path, Boxed((line(),)))

    across = columns(page)
    assert min(across) <= LEFT
    assert max(across) >= 794 - LEFT - 2
    top, bottom = min(rows_of(page)), max(rows_of(page))
    for y in (top + 1, bottom - 1):
        assert sum(dark(page, x, y) or dark(page, x, y - 1) for x in range(70, 724)) > 500


def test_a_box_parted_by_the_page_stays_open_there(tmp_path: Path) -> None:
    first, *_, last = pages(tmp_path, Boxed((line("あ" * 3000, gap=0),)))

    for page, closed in ((first, "top"), (last, "bottom")):
        drawn = rows_of(page)
        edge = min(drawn) if closed == "top" else max(drawn)
        near = [edge - 1, edge, edge + 1]
        wide = max(sum(dark(page, x, y) for x in range(70, 724)) for y in near)
        assert wide > 600, closed
    foot = max(rows_of(first))
    assert sum(dark(first, x, foot) for x in range(70, 724)) < 600


def test_what_stands_together_goes_to_the_next_page_whole(tmp_path: Path) -> None:
    high = Together((line(), line(), line()))
    (_first, second) = pages(tmp_path, Space(930), high)

    assert len(rows_of(second)) > 40


def test_what_is_too_high_to_stand_together_is_parted_after_all() -> None:
    many = tuple(line() for _ in range(60))

    assert len(Together(many).set_in(WIDTH).rows.spans) == 60
    assert len(Together(many[:5]).set_in(WIDTH).rows.spans) == 1


def test_after_a_page_end_a_new_page_begins_and_empty_ones_are_not_printed(tmp_path: Path) -> None:
    found = pages(tmp_path, PageEnd(), line(), PageEnd(), PageEnd(), line(), PageEnd())

    assert len(found) == 2
    assert min(rows_of(found[0])) == min(rows_of(found[1]))


def test_a_number_stands_before_its_text_on_the_first_line(tmp_path: Path) -> None:
    (page,) = pages(tmp_path, Numbered("12", fonts.interface(16), (line(),), 40))

    left = {x for x in columns(page) if x < LEFT + 40}
    assert left
    assert {x for x in columns(page) if x >= LEFT + 40}


def test_short_answers_stand_in_one_line_and_long_ones_below_each_other() -> None:
    font = fonts.interface(14)

    def lines(*texts: str) -> int:
        return len(Choices(tuple(line(text) for text in texts), font).set_in(WIDTH).rows.spans)

    assert lines("に", "で", "を", "が") == 1
    assert lines("に", "で", "を") == 1
    assert lines(*["友だちと いっしょに 行きました"] * 4) == 2
    assert lines(*["友だちと いっしょに 行きました"] * 3) == 3
    assert lines(*["これは一行では入らないほど長い文です。" * 2] * 4) == 4


def test_a_row_of_a_table_is_never_parted() -> None:
    cells = tuple((line("一"), line("長い文です。" * 20)) for _ in range(5))

    rows = Table(cells).set_in(WIDTH).rows

    assert len(rows.spans) == 5
    assert all(bottom - top > 30 for top, bottom in rows.spans)
    tops = [top for top, _ in rows.spans]
    assert tops[1:] == [bottom for _, bottom in rows.spans][:-1]


def test_a_table_stays_within_the_column(tmp_path: Path) -> None:
    cells = tuple(tuple(line("とても長い言葉です" * 3) for _ in range(7)) for _ in range(2))

    (page,) = pages(tmp_path, Table(cells))

    assert max(columns(page)) <= 794 - LEFT + 2


def test_a_picture_keeps_its_proportions_and_one_that_is_not_there_takes_no_room() -> None:
    found = PrintedPicture("svg:wm-broken-cup", 300, 150).set_in(WIDTH)
    none = PrintedPicture("svg:no-such-picture", 300, 150).set_in(WIDTH)

    assert 0 < found.rows.spans[0][1] <= 150
    assert none.rows.spans[0][1] == 0


def test_circles_are_numbered_down_the_columns() -> None:
    rows = Circles((4,) * 22).set_in(WIDTH).rows

    assert len(rows.spans) == 6


def test_each_question_has_its_circles(tmp_path: Path) -> None:
    (one,) = pages(tmp_path, Circles((1,), columns=1))
    (four,) = pages(tmp_path, Circles((4,), columns=1))

    assert max(columns(four)) - max(columns(one)) == pytest.approx(3 * 27, abs=2)


def test_an_estimate_beyond_the_scale_stays_on_it(tmp_path: Path) -> None:
    (page,) = pages(tmp_path, PointScale(10, 250, 400, (-50, 400), mark=200))

    assert min(columns(page)) >= LEFT
    assert max(columns(page)) <= 794 - LEFT


@pytest.mark.parametrize("right_to_left", [False, True])
def test_a_blank_has_its_name_where_reading_begins(tmp_path: Path, right_to_left: bool) -> None:
    name = "نام" if right_to_left else "Name"

    (page,) = pages(tmp_path, Blank(name, fonts.urdu(14), 200, right_to_left))

    middle = 794 / 2
    assert all((x > middle) == right_to_left for x in columns(page))


def test_underlines_and_slots_of_a_question_are_drawn() -> None:
    block = exam_block("{先月}、国へ＿＿　＿★＿行きました。", 16)

    assert len(block.marks) == 3
    with pytest.raises(FuriganaError):
        exam_block("先[せん", 16)


TEXTS = st.text("あ漢A、（ ", min_size=1, max_size=60)


def blocks_of() -> st.SearchStrategy[Block]:
    leaf: st.SearchStrategy[Block] = st.one_of(
        TEXTS.map(lambda text: RubyBlock(parse(text), RubyStyle(16))),
        TEXTS.map(lambda text: Paragraph(text, fonts.interface(14))),
        st.floats(0, 300).map(Space),
    )
    inner = st.lists(leaf, min_size=1, max_size=4).map(tuple)
    return st.one_of(
        leaf,
        inner.map(Boxed),
        inner.map(Together),
        inner.map(lambda some: Numbered("1", fonts.interface(14), some)),
        inner.map(lambda some: Grid(some, 2)),
        st.lists(inner, min_size=1, max_size=3).map(lambda some: Table(tuple(some))),
    )


@settings(max_examples=40, deadline=None)
@given(blocks_of(), st.floats(200, 700))
def test_rows_follow_one_another_and_never_overlap(block: Block, width: float) -> None:
    spans = block.set_in(width).rows.spans

    assert all(top <= bottom for top, bottom in spans)
    ends = [bottom for _, bottom in spans]
    assert all(top >= end - 0.01 for end, (top, _) in zip(ends, spans[1:], strict=False))
