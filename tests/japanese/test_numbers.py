from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jp_trainer.japanese.numbers import (
    Counter,
    cardinal,
    count,
    count_some,
    numeral_at,
    read_counters,
    spelled,
)

ASSETS = Path(__file__).resolve().parents[2] / "assets" / "readings"


@pytest.mark.parametrize(
    ("value", "kana"),
    [
        (1, "いち"),
        (10, "じゅう"),
        (111, "ひゃくじゅういち"),
        (360, "さんびゃくろくじゅう"),
        (3600, "さんぜんろっぴゃく"),
        (8888, "はっせんはっぴゃくはちじゅうはち"),
        (10_000, "いちまん"),
        (10_000_000, "せんまん"),
        (100_000_000, "いちおく"),
        (10**12, "いっちょう"),
        (8 * 10**12, "はっちょう"),
        (10 * 10**12, "じゅっちょう"),
        (10**16, "いっけい"),
    ],
)
def test_a_whole_number_is_read_by_its_units(value: int, kana: str) -> None:
    assert cardinal(value) == kana


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("1,000円", 5),
        ("1,00円", 1),
        ("3.5倍", 3),
        ("5千円", 2),
        ("765万9000個", 8),
        ("三百人", 2),
        ("一九六〇年", 4),
        ("円", 0),
        ("2、3日", 1),
    ],
)
def test_a_numeral_ends_where_its_number_ends(text: str, end: int) -> None:
    assert numeral_at(text, 0) == end


def test_kanji_in_an_order_that_no_number_has_are_no_number() -> None:
    assert count("四十五十", None) is None
    assert count("三百千", None) is None


def test_a_number_that_begins_with_zero_is_spelled() -> None:
    assert count("090", None) == "ぜろきゅうぜろ"
    assert spelled("03-12") == "ぜろさんいちにー"


def test_some_sounds_on_like_three_only_after_nan() -> None:
    books = Counter("ほん", "h")

    assert count_some("何", "", books) == "なんぼん"
    assert count_some("数", "", books) == "すうほん"
    assert count_some("何", "百", books) == "なんびゃっぽん"
    assert count_some("何", "千", Counter("にん")) == "なんぜんにん"


def test_an_exception_for_a_digit_holds_at_the_end_of_any_number() -> None:
    hour = Counter("じ", digits={4: "よ"}, whole={0: "れいじ"})

    assert [count(n, hour) for n in ("4", "14", "40", "0")] == [
        "よじ",
        "じゅうよじ",
        "よんじゅうじ",
        "れいじ",
    ]


def test_every_counter_of_the_table_can_be_counted() -> None:
    counters = read_counters(ASSETS / "counters.tsv")

    assert len(counters) > 300
    for counter in counters.values():
        assert counter.change in {"-", "k", "K", "s", "S", "h", "p", "l"}
        for number in (*range(21), 100, 300, 1000, 10_000):
            assert count(str(number), counter)


@given(st.integers(min_value=1, max_value=10**20 - 1))
def test_different_numbers_are_read_differently(value: int) -> None:
    assert cardinal(value) != cardinal(value % (10**20 - 1) + 1)


@given(st.text("0123456789,.一二十百千万億", min_size=1, max_size=12))
def test_whatever_is_found_as_a_numeral_is_read_or_refused(text: str) -> None:
    end = numeral_at(text, 0)

    assert end == 0 or count(text[:end], Counter("ほん", "h")) != ""
