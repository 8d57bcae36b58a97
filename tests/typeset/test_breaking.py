import pytest

from jp_trainer.core.furigana import parse
from jp_trainer.typeset.kinsoku import NOT_FIRST, NOT_LAST, may_part, pauses
from jp_trainer.typeset.ruby import Readings, RubyLayout, RubyStyle, lay_out

EM = 20


def set_in(text: str, ems: float, readings: Readings = Readings.SHOWN) -> list[str]:
    """The lines of a bracket text set in a width of so many ems."""
    return lines_of(lay_out(parse(text), RubyStyle(EM, readings=readings), ems * EM))


def lines_of(layout: RubyLayout) -> list[str]:
    return [layout.text[line.start : line.end] for line in layout.lines]


def test_a_line_takes_as_many_characters_as_fit() -> None:
    assert set_in("あいうえおかきくけこ", 4) == ["あいうえ", "おかきく", "けこ"]


@pytest.mark.parametrize("char", "。、」）！？ーっゃュァ々％・…")
def test_no_line_begins_with_what_belongs_to_the_line_before(char: str) -> None:
    text = f"あいうえ{char}おか"

    assert set_in(text, 4)[1][0] != char


@pytest.mark.parametrize("char", "「（『【￥")
def test_no_line_ends_with_an_opening_bracket(char: str) -> None:
    assert set_in(f"あいう{char}えおか", 4) == ["あいう", f"{char}えおか"]


def test_a_stop_ends_a_line_with_half_its_width() -> None:
    assert set_in("あいうえ。おか", 4.5) == ["あいうえ。", "おか"]


def test_a_latin_word_stays_whole_if_a_line_can_hold_it() -> None:
    assert set_in("これはWi-Fiです", 5)[1].startswith("Wi-Fi")


def test_a_latin_word_wider_than_the_line_is_cut_where_the_line_ends() -> None:
    lines = set_in("a" * 40, 5)

    assert "".join(lines) == "a" * 40
    assert len(set(map(len, lines[:-1]))) == 1


def test_a_number_keeps_what_it_counts() -> None:
    assert set_in("あいう15日に", 5.2) == ["あいう", "15日に"]


def test_a_base_is_never_parted_from_itself() -> None:
    text = "あいう 体位変換[たいいへんかん]えお"

    for ems in range(5, 12):
        assert any("体位変換" in line for line in set_in(text, ems))


def test_without_readings_a_line_may_end_between_kanji() -> None:
    assert set_in("あい 体位変換[たいいへんかん]", 4, readings=Readings.ABSENT) == [
        "あい体位",
        "変換",
    ]


def test_a_text_of_its_own_lines_keeps_them() -> None:
    assert set_in("あい\nうえ\n\nお", 10) == ["あい\n", "うえ\n", "\n", "お"]


def test_spaces_stand_outside_at_the_end_of_a_line() -> None:
    assert set_in("あいうえ\u3000おか", 4) == ["あいうえ\u3000", "おか"]


def test_a_chain_that_may_not_be_parted_is_parted_where_the_line_ends() -> None:
    assert set_in("ーーーーーーーーー", 4) == ["ーーーー", "ーーーー", "ー"]


def test_leaders_and_dashes_stay_in_pairs() -> None:
    assert not may_part("…", "…")
    assert not may_part("―", "―")


def test_no_character_is_forbidden_at_both_ends() -> None:
    assert not NOT_FIRST & NOT_LAST


def centred_in(text: str, ems: float) -> list[str]:
    return lines_of(lay_out(parse(text), RubyStyle(EM, centred=True), ems * EM))


def test_a_centred_sentence_is_parted_between_phrases_into_lines_of_nearly_one_length() -> None:
    assert centred_in("利用者の体位を変えるとき、皮膚の色を見ます。", 20) == [
        "利用者の体位を変えるとき、",
        "皮膚の色を見ます。",
    ]


def test_a_centred_sentence_without_pauses_is_parted_in_the_middle() -> None:
    assert centred_in("あいうえおかきくけこさ", 10) == ["あいうえおか", "きくけこさ"]


def test_a_centred_sentence_has_no_more_lines_than_it_needs() -> None:
    text = "足場の上では、必ず安全帯を使ってください。"

    for ems in range(3, 30):
        assert len(centred_in(text, ems)) == len(set_in(text, ems))


def test_a_phrase_ends_after_a_stop_or_where_kana_give_way() -> None:
    assert pauses("、", "あ")
    assert pauses("を", "見")
    assert pauses("の", "パ")
    assert not pauses("ま", "す")
    assert not pauses("ご", "飯")
    assert not pauses("体", "位")
