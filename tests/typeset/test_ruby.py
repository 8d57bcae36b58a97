import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from jp_trainer.core.furigana import Span, parse
from jp_trainer.typeset.kinsoku import sticks
from jp_trainer.typeset.ruby import (
    Mark,
    Readings,
    RubyLayout,
    RubyStyle,
    Selection,
    forget_layouts,
    lay_out,
)

INK, RUBY_INK, PAPER = QColor("#000000"), QColor("#444444"), QColor("#FFFFFF")
RED, BLUE = QColor("#FF0000"), QColor("#0000FF")

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)
JAPANESE_TEXT = st.text(
    st.sampled_from("あいかっーゃア。、「」（）一日本語 \u3000\nabc1…々"), max_size=40
)
SPANS = st.lists(
    st.builds(
        Span,
        JAPANESE_TEXT | ANY_TEXT,
        st.none() | st.text(st.sampled_from("あいうけしょ"), max_size=9),
    ),
    max_size=8,
).map(tuple)


CARE = parse("介護[かいご]の 仕事[しごと]")


def painted(
    layout: RubyLayout, marks: tuple[Mark, ...] = (), selection: Selection | None = None
) -> QImage:
    image = QImage(240, 80, QImage.Format.Format_RGB32)
    image.fill(PAPER)
    painter = QPainter(image)
    layout.paint(painter, QPointF(8, 8), INK, RUBY_INK, marks=marks, selection=selection)
    painter.end()
    return image


def columns_with_ink(image: QImage, top: int, bottom: int) -> list[int]:
    """The columns in which something other than paper stands between two rows."""
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != PAPER for y in range(top, bottom))
    ]


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(240) for y in range(80)}


def ruby_middle_and_base_middle(layout: RubyLayout, group: int) -> tuple[float, float]:
    """Middles of the group's ruby and base glyphs; every base one line, of plain characters."""
    start, end = layout.groups[group]
    line = layout.lines[0]
    em, ruby_em = layout.style.px, layout.style.ruby_px
    base = line.base.xs[start:end]
    before = sum(len(READINGS[number]) for number in range(group))
    ruby = line.ruby.xs[before : before + len(READINGS[group])]
    return (ruby[0] + ruby[-1] + ruby_em) / 2, (base[0] + base[-1] + em) / 2


READINGS = ("かいご", "うけたまわ", "しょくどう", "おとな")


@pytest.mark.parametrize("px", [14, 18, 22, 26, 48, 80])
@pytest.mark.parametrize("centred", [True, False])
def test_ruby_stands_centred_above_its_base(px: int, centred: bool) -> None:
    text = "を 介護[かいご]と 承[うけたまわ]る、 食堂[しょくどう]は 大人[おとな]"
    layout = lay_out(parse(text), RubyStyle(px, centred=centred))

    for group in range(4):
        ruby, base = ruby_middle_and_base_middle(layout, group)
        assert ruby == pytest.approx(base, abs=0.1)


def test_neighbouring_readings_never_touch() -> None:
    text = "承諾[しょうだく] 書類[しょるい] 承[うけたまわ]る 志[こころざし]を 承[うけたまわ] 志[し]"
    layout = lay_out(parse(text), RubyStyle(22))
    xs = layout.lines[0].ruby.xs
    lengths = [len(span.reading) for span in parse(text) if span.reading]

    ends = [sum(lengths[: number + 1]) for number in range(len(lengths))]
    for end in ends[:-1]:
        assert xs[end] - (xs[end - 1] + 11) >= 1.0


def test_wide_ruby_leans_over_kana_but_not_over_kanji() -> None:
    def width(text: str) -> float:
        return lay_out(parse(text), RubyStyle(22)).size.width()

    beside_kana = width("を 食[しょく]を")
    beside_kanji = width("図 食[しょく]図")

    assert beside_kana == pytest.approx(3 * 22, abs=0.2)
    assert beside_kanji == pytest.approx(2 * 22 + 33, abs=0.2)


def test_base_sizes_and_their_ruby() -> None:
    sizes = {px: RubyStyle(px).ruby_px for px in (14, 18, 22, 26, 32, 48, 80)}

    assert sizes == {14: 11, 18: 11, 22: 11, 26: 13, 32: 16, 48: 19, 80: 32}


@settings(max_examples=100, deadline=None)
@given(spans=SPANS, width=st.floats(1, 300), centred=st.booleans())
def test_every_character_stands_once_in_order_and_no_line_is_too_wide(
    spans: tuple[Span, ...], width: float, centred: bool
) -> None:
    layout = lay_out(spans, RubyStyle(18, centred=centred), width)

    assert layout.text == "".join(span.base for span in spans)
    places = [(line.start, line.end) for line in layout.lines]
    assert [start for start, _ in places] == [0, *(end for _, end in places)][: len(places)]
    assert (places[-1][1] if places else 0) == len(layout.text)
    for line in layout.lines:
        assert line.width <= width + 0.02 or is_one_piece(layout, line.start, line.end)
        assert line.edges == sorted(line.edges)


def is_one_piece(layout: RubyLayout, start: int, end: int) -> bool:
    """Whether nothing but spaces follows the line's first character or its first base."""
    text = layout.text
    for first, last in layout.groups:
        if first <= start < last:
            start = last - 1
    pieces = [at for at in range(start + 1, end) if not sticks(text[at - 1], text[at])]
    return not "".join(text[at] for at in pieces).strip(" \u3000\t\n\u00a0\u2028\u2029")


def test_the_same_text_is_set_the_same_way_again() -> None:
    first = lay_out(CARE, RubyStyle(22), 70)
    forget_layouts()
    again = lay_out(CARE, RubyStyle(22), 70)

    assert first is not again
    assert [(line.edges, line.x, line.y) for line in first.lines] == [
        (line.edges, line.x, line.y) for line in again.lines
    ]
    assert painted(first) == painted(again)


def test_a_layout_asked_for_twice_is_set_once() -> None:
    assert lay_out(CARE, RubyStyle(22), 70) is lay_out(list(CARE), RubyStyle(22), 70)


def test_hidden_readings_keep_their_room_and_absent_ones_do_not() -> None:
    shown, hidden, absent = (lay_out(CARE, RubyStyle(22, readings=how)) for how in Readings)
    ruby_band = range(8, 8 + 11)

    assert shown.size == hidden.size
    assert absent.size.height() < shown.size.height()
    assert columns_with_ink(painted(shown), ruby_band.start, ruby_band.stop)
    assert not columns_with_ink(painted(hidden), ruby_band.start, ruby_band.stop)
    assert columns_with_ink(painted(hidden), ruby_band.stop, 80)


def test_lines_are_centred_in_the_width_asked_for() -> None:
    layout = lay_out(
        parse("介護[かいご]\n仕事[しごと]の 人[ひと]"), RubyStyle(22, centred=True), 200
    )

    for line in layout.lines:
        assert line.x + line.width / 2 == pytest.approx(100)


def test_a_right_to_left_program_changes_nothing(qapp: QApplication) -> None:
    text = parse("Wi-Fiの 設定[せってい]（3 回[かい]）。")
    before = painted(lay_out(text, RubyStyle(22), 200))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        forget_layouts()
        image = QImage(240, 80, QImage.Format.Format_RGB32)
        image.fill(PAPER)
        painter = QPainter(image)
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        lay_out(text, RubyStyle(22), 200).paint(painter, QPointF(8, 8), INK, RUBY_INK)
        painter.end()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    assert image == before
    assert columns_with_ink(image, 0, 80)


def test_a_selection_is_filled_and_lettered_in_its_own_colours() -> None:
    layout = lay_out(CARE, RubyStyle(22))
    image = painted(layout, selection=Selection(0, 2, fill=BLUE, ink=RED))

    box = layout.rectangles(0, 2)[0].translated(8, 8).toAlignedRect()
    inside = {
        image.pixelColor(x, y).name()
        for x in range(box.left(), box.right())
        for y in range(box.top(), box.bottom())
    }
    assert INK.name() not in inside
    assert {BLUE.name(), RED.name()} <= inside
    assert painted(layout, selection=Selection(1, 1, fill=BLUE, ink=RED)) == painted(layout)


def test_a_mark_underlines_its_range_and_leaves_the_ink_alone() -> None:
    layout = lay_out(CARE, RubyStyle(22))
    plain, marked = painted(layout), painted(layout, marks=(Mark(2, 3, tint=None, line=RED),))

    box = layout.rectangles(2, 3)[0].translated(8, 8)
    foot = round(box.bottom())
    assert marked.pixelColor(round(box.center().x()), foot - 2) == RED
    assert marked.copy(0, 0, 240, foot - 3) == plain.copy(0, 0, 240, foot - 3)


def test_the_boxes_of_a_text_touch_and_hold_all_of_it() -> None:
    layout = lay_out(CARE, RubyStyle(22))
    boxes = [layout.rectangles(i, i + 1)[0] for i in range(len(layout.text))]

    for left, right in itertools.pairwise(boxes):
        assert left.right() == pytest.approx(right.left())
    assert boxes[0].left() == 0
    assert boxes[-1].right() == pytest.approx(layout.size.width())


def test_characters_the_font_lacks_are_drawn_and_counted() -> None:
    layout = lay_out((Span("あاردوか\u3099い👩"),), RubyStyle(22))

    assert len(layout.lines[0].edges) == len(layout.text) + 1
    assert len(layout.lines[0].words) == 3


def test_no_text_has_no_lines() -> None:
    layout = lay_out((), RubyStyle(22), 100)

    assert layout.lines == ()
    assert layout.size.isEmpty()
