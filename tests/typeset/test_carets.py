from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from jp_trainer.core.furigana import Span, parse
from jp_trainer.typeset.carets import Move, character_at, index_at, moved, word_at
from jp_trainer.typeset.ruby import RubyLayout, RubyStyle, lay_out

TEXT = "介護[かいご]の 現場[げんば]でWi-Fiを 使[つか]います。"
PLAIN = "介護の現場でWi-Fiを使います。"


def layout_of(text: str = TEXT, width: float | None = None) -> RubyLayout:
    return lay_out(parse(text), RubyStyle(22), width)


def middle_of(layout: RubyLayout, index: int) -> QPointF:
    return layout.rectangles(index, index + 1)[0].center()


def word(text: str, index: int) -> str:
    layout = layout_of(text)
    start, end = word_at(layout, index)
    return layout.text[start:end]


def test_each_character_is_found_under_its_middle() -> None:
    layout = layout_of(width=110)

    assert len(layout.lines) > 2
    for index in range(len(layout.text)):
        assert character_at(layout, middle_of(layout, index)) == index


def test_nothing_is_under_a_point_beside_the_text() -> None:
    layout = layout_of()

    assert character_at(layout, QPointF(-1, 10)) is None
    assert character_at(layout, QPointF(10, layout.size.height() + 1)) is None


def test_the_nearer_side_of_a_character_is_the_place_of_the_caret() -> None:
    layout = layout_of()
    middle = middle_of(layout, 4)

    assert index_at(layout, middle - QPointF(4, 0)) == 4
    assert index_at(layout, middle + QPointF(4, 0)) == 5


def test_points_outside_lead_to_the_nearest_place() -> None:
    layout = layout_of()

    assert index_at(layout, QPointF(-50, -50)) == 0
    assert index_at(layout, QPointF(5000, 5000)) == len(layout.text)


def test_right_of_a_line_break_is_the_place_before_it() -> None:
    layout = layout_of("あい\nうえ")

    assert index_at(layout, QPointF(500, 5)) == 2
    assert moved(layout, 0, Move.LINE_END) == 2


def test_a_word_is_the_base_with_its_reading_or_a_run_of_one_script() -> None:
    assert word(TEXT, 1) == "介護"
    assert word(TEXT, 2) == "の"
    assert word(TEXT, PLAIN.index("F")) == "Fi"
    assert word(TEXT, PLAIN.index("い")) == "います"
    assert word("タブレットは病院", 2) == "タブレット"
    assert word("タブレットは病院", 6) == "病院"
    assert word("すごーい", 0) == "すごーい"


def test_words_are_walked_over_one_by_one() -> None:
    layout = layout_of("介護[かいご]の 現場[げんば]で")
    stops = [0]
    while stops[-1] < len(layout.text):
        stops.append(moved(layout, stops[-1], Move.WORD_RIGHT))
    back = [len(layout.text)]
    while back[-1] > 0:
        back.append(moved(layout, back[-1], Move.WORD_LEFT))

    assert stops == [0, 2, 3, 5, 6]
    assert back == stops[::-1]


def test_up_and_down_keep_the_column() -> None:
    layout = layout_of("あいうえおかきくけ", width=66.5)

    assert moved(layout, 4, Move.DOWN) == 7
    assert moved(layout, 4, Move.UP) == 1
    assert moved(layout, 1, Move.UP) == 0
    assert moved(layout, 8, Move.DOWN) == 9


def test_a_character_of_several_parts_is_passed_in_one_step() -> None:
    layout = lay_out((Span("か\u3099👩\u200d🔧い"),), RubyStyle(22))

    assert moved(layout, 0, Move.RIGHT) == 2
    assert moved(layout, 2, Move.RIGHT) == 5
    assert moved(layout, 5, Move.LEFT) == 2


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(max_size=20),
    width=st.floats(5, 200),
    moves=st.lists(st.sampled_from(Move), max_size=12),
    point=st.tuples(st.floats(-50, 300), st.floats(-50, 300)),
)
def test_every_way_leads_to_a_place_in_the_text(
    text: str, width: float, moves: list[Move], point: tuple[float, float]
) -> None:
    layout = lay_out((Span(text),), RubyStyle(22), width)
    index = index_at(layout, QPointF(*point))

    assert 0 <= index <= len(text)
    for move in moves:
        index = moved(layout, index, move)
        assert 0 <= index <= len(text)
    start, end = word_at(layout, index)
    assert 0 <= start <= end <= len(text)
