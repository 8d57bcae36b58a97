import random
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jp_trainer import paths
from jp_trainer.core.exam.automatic import word_item
from jp_trainer.core.exam.automatic_maker import Asked, Known, Maker, filled, id_of
from jp_trainer.core.exam.automatic_tables import table_item
from jp_trainer.core.exam.items import ErrorCode, Item, ItemType, Testlet
from jp_trainer.core.exam.kana_slips import slips
from jp_trainer.core.exam.kanji_slips import misread, miswritten
from jp_trainer.core.furigana import plain
from jp_trainer.core.glosses import distance
from jp_trainer.core.words import Near
from jp_trainer.formats.automatic_reader import read_sentences
from tests.examples import a_word, some_words

TEXTS = read_sentences(paths.assets() / "exams")
READINGS: Mapping[str, tuple[str, ...]] = {
    "病": ("びょう",),
    "院": ("いん",),
    "人": ("にん", "じん", "ひと"),
    "入": ("にゅう", "い"),
    "工": ("こう",),
    "場": ("じょう", "ば"),
}


def a_maker(options: int = 4, **known) -> Maker:
    facts: dict[str, Any] = {
        "readings": READINGS,
        "whole": READINGS,
        "spoken": {},
        "spellings": set(),
        "pronounced": lambda text: text,
    }
    return Maker(Known(**(facts | known)), TEXTS, Asked(options, "N4"))


def made(kind: ItemType, word, *, others=(), maker=None, seed: int = 1) -> Item | None:
    testlet = word_item(maker or a_maker(), kind, word, others, random.Random(seed))
    return testlet.items[0] if testlet else None


@pytest.mark.parametrize(
    ("reading", "slip", "code"),
    [
        ("びょういん", "びょいん", ErrorCode.LEN),
        ("きょねん", "きょうねん", ErrorCode.LEN),
        ("すいどう", "すいとう", ErrorCode.VOICE),
        ("がっこう", "がこう", ErrorCode.SOKUON),
        ("まち", "まっち", ErrorCode.SOKUON),
        ("でんしゃ", "でんさ", ErrorCode.YOON),
    ],
)
def test_the_slips_of_learners_are_made(reading, slip, code) -> None:
    assert (slip, code) in set(slips(reading))


@given(
    st.text(
        "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほん", min_size=1, max_size=8
    )
)
@settings(max_examples=100)
def test_a_slip_always_changes_the_reading_by_little(reading) -> None:
    for slip, _ in slips(reading):
        assert slip != reading
        assert abs(len(slip) - len(reading)) <= 1


def test_kanji_are_misread_by_another_reading_or_as_a_look_alike() -> None:
    found = dict(misread("病人", "びょうにん", READINGS, READINGS))

    assert found["びょうじん"] is ErrorCode.ONKUN
    assert found["びょうにゅう"] is ErrorCode.LOOK
    assert "びょうにん" not in found


def test_a_kanji_with_kana_after_it_is_not_misread_alone() -> None:
    assert not list(misread("入る", "いる", READINGS, READINGS))


def test_spellings_are_mixed_up_by_look_and_order() -> None:
    found = dict(miswritten("休日"))

    assert found["体日"] is ErrorCode.LOOK
    assert found["日休"] is ErrorCode.ORDER
    assert dict(miswritten("シャツ"))["ツャツ"] is ErrorCode.LOOK
    assert all(text != "休日" for text in found)


def test_a_reading_that_is_true_too_is_never_wrong() -> None:
    for seed in range(30):
        word = a_word("工場", "こうじょう", also_read=("こうば",), near=(Near("ごうじょう"),))
        item = made(ItemType.KANJI_READING, word, seed=seed)

        assert item is not None
        wrong = {o.text for n, o in enumerate(item.options, 1) if n != item.key}
        assert not wrong & {"こうば", "ごうじょう", "こうじょう"}


def test_a_reading_that_lists_know_is_never_wrong() -> None:
    maker = a_maker(spoken={"工場": {"こじょう"}})
    for seed in range(30):
        item = made(ItemType.KANJI_READING, a_word("工場", "こうじょう"), maker=maker, seed=seed)

        assert item is not None
        assert "こじょう" not in {option.text for option in item.options}


def test_a_spelling_that_exists_or_is_read_alike_is_never_wrong() -> None:
    maker = a_maker(
        spellings={"大場"}, pronounced=lambda text: "こうじょう" if text == "エ場" else text
    )
    for seed in range(20):
        item = made(ItemType.ORTHOGRAPHY, a_word("木場", "こうじょう"), maker=maker, seed=seed)

        assert item is not None
        texts = {option.text for option in item.options}
        assert "大場" not in texts
        assert "木場" in texts


def test_a_word_that_is_read_otherwise_when_it_stands_alone_is_not_asked() -> None:
    maker = a_maker(pronounced=lambda _text: "チョウカイ")

    assert made(ItemType.KANJI_READING, a_word("朝会", "あさかい"), maker=maker) is None
    assert made(ItemType.KANJI_READING, a_word("朝会", "ちょうかい"), maker=maker) is not None


def test_what_cannot_be_asked_fairly_is_not_asked() -> None:
    assert made(ItemType.KANJI_READING, a_word("ねじ", "ねじ")) is None
    assert made(ItemType.ORTHOGRAPHY, a_word("ねじ", "ねじ")) is None
    assert made(ItemType.WORD_MEANING, a_word("窓", "まど"), others=()) is None
    assert made(ItemType.KANJI_READING, a_word("病院", "びょういん", meaning_en="a. b")) is None


@pytest.mark.parametrize("options", [3, 4])
def test_an_item_has_as_many_options_as_the_exam_asks(options) -> None:
    words = some_words()
    maker = a_maker(options)

    for kind in (ItemType.KANJI_READING, ItemType.WORD_MEANING):
        item = made(kind, words[0], others=words, maker=maker)
        assert item is not None
        assert len({option.text for option in item.options}) == options
        assert 1 <= item.key <= options


def test_the_right_one_is_not_always_what_the_others_resemble() -> None:
    """Else it could be found without reading: each wrong one a slip away from it."""
    guessed = 0
    for seed in range(60):
        item = made(ItemType.KANJI_READING, a_word("電車", "でんしゃ"), seed=seed)
        assert item is not None
        sums = [sum(distance(o.text, p.text, 9) for p in item.options) for o in item.options]
        guessed += sums[item.key - 1] == min(sums) and sums.count(min(sums)) == 1

    assert guessed < 45


def test_a_word_with_a_picture_is_asked_by_it() -> None:
    words = some_words()
    pictured = a_word("病院", "びょういん", id="w0", picture="svg:hospital", meaning_en="hospital")
    maker = a_maker(pictures={"svg:hospital"})

    testlet = word_item(maker, ItemType.WORD_MEANING, pictured, words[1:], random.Random(1))

    assert testlet is not None
    assert testlet.stimulus is not None
    assert testlet.stimulus.picture == "svg:hospital"
    assert "hospital" not in testlet.items[0].statement.en


def test_ids_are_stable_and_fit() -> None:
    assert id_of("kanji_reading", "kaigo:riyousha") == id_of("kanji_reading", "kaigo:riyousha")
    assert id_of("a", "bc") != id_of("ab", "c")
    assert len(id_of("x")) <= 40


def test_a_place_without_a_fact_is_an_error() -> None:
    assert filled("<word> is", {"word": "介護"}) == "介護 is"
    with pytest.raises(KeyError):
        filled("<word> is", {})


def tables() -> st.SearchStrategy[Testlet]:
    return st.builds(
        lambda seed, options: table_item(a_maker(options), random.Random(seed)),
        st.integers(0, 100_000),
        st.sampled_from([3, 4]),
    )


def minutes(clock: str) -> int:
    hours, rest = clock.split(":")
    return int(hours) * 60 + int(rest)


def yen(text: str) -> int:
    return int(plain(text).removesuffix("円").replace(",", ""))


@given(tables())
@settings(max_examples=100, deadline=None)
def test_the_key_of_a_table_is_the_only_answer_that_fits(testlet) -> None:
    """Solved anew from the rows and the English question."""
    item, rows = testlet.items[0], testlet.stimulus.rows
    shown = [option.text for option in item.options]
    question = item.statement.en
    days = {
        TEXTS[f"day.{d}"].en: TEXTS[f"day.{d}"].ja
        for d in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    }

    assert len(set(shown)) == len(shown)
    match item.topic:
        case "class":
            (day,) = [ja for en, ja in days.items() if en in question]
            (time,) = [
                TEXTS[f"time.{t}"].ja
                for t in ("morning", "afternoon", "evening")
                if TEXTS[f"time.{t}"].en in question
            ]
            most = int(question.partition("up to ")[2].partition(" yen")[0].replace(",", ""))
            fits = [r[0] for r in rows[1:] if (r[1], r[2]) == (day, time) and yen(r[3]) <= most]
        case "bus":
            by = minutes(question.partition(" by ")[2].partition(".")[0])
            fits = [
                max((r for r in rows[1:] if minutes(r[2]) <= by), key=lambda r: minutes(r[0]))[0]
            ]
            assert shown == sorted(shown, key=minutes)
        case "price":
            words = question.split()
            adults, children = int(words[0]), int(words[3])
            column = 2 if any(day in question for day in ("Saturday", "Sunday")) else 1
            total = adults * yen(rows[1][column]) + children * yen(rows[2][column])
            fits = [text for text in shown if yen(text) == total]
        case "shift":
            parts = question.removeprefix("Who is ").rstrip("?").split(" and ")
            wanted = []
            for part in parts:
                shift, _, day = part.rpartition(" on ")
                (ja,) = [
                    TEXTS[f"table.shift.{s}"].ja
                    for s in ("early", "late", "off")
                    if TEXTS[f"table.shift.{s}"].en == shift
                ]
                wanted.append((rows[0].index(days[day]), ja))
            fits = [r[0] for r in rows[1:] if all(r[at] == ja for at, ja in wanted)]
        case _:
            raise AssertionError(item.topic)
    assert fits == [shown[item.key - 1]]
