import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jp_trainer.core.cards import Aspect
from jp_trainer.core.ids import WordId
from jp_trainer.core.options import choose_options, is_fair
from jp_trainer.core.words import Kind, Near, PartOfSpeech, Word

CHOSEN = [Aspect.MEANING, Aspect.LISTENING, Aspect.SENTENCE]


def a_word(id_: str, word: str, reading: str, meaning: str, urdu: str = "", **more: object) -> Word:
    plain = Word(WordId(f"care:{id_}"), Kind.WORD, word, reading, PartOfSpeech.NOUN, meaning, urdu)
    return replace(plain, **more)  # type: ignore[arg-type]  # fields by name, in tests only


HOSPITAL = a_word("byouin", "病院", "びょういん", "hospital, clinic")
DECK = (
    HOSPITAL,
    a_word("byouki", "病気", "びょうき", "illness"),
    a_word("kangoshi", "看護師", "かんごし", "nurse"),
    a_word("kusuri", "薬", "くすり", "medicine"),
    a_word("netsu", "熱", "ねつ", "fever"),
    a_word("tsue", "杖", "つえ", "walking stick"),
    a_word("yuka", "床", "ゆか", "floor"),
)


@pytest.mark.parametrize("aspect", CHOSEN)
def test_there_are_four_options_and_one_is_right(aspect: Aspect) -> None:
    options = choose_options(HOSPITAL, aspect, DECK, random.Random(1))

    assert len({option.word for option in options}) == len(options) == 4
    assert [o.spelling for o in options if o.word == HOSPITAL.id] == ["病院"]


def test_the_right_option_stands_in_every_place() -> None:
    places = {
        [o.word for o in choose_options(HOSPITAL, Aspect.MEANING, DECK, random.Random(seed))].index(
            HOSPITAL.id
        )
        for seed in range(40)
    }

    assert places == {0, 1, 2, 3}


@settings(max_examples=30)
@given(st.permutations(DECK), st.integers(0, 1000))
def test_the_same_dice_give_the_same_options_in_any_order_of_words(
    words: list[Word], seed: int
) -> None:
    assert choose_options(HOSPITAL, Aspect.MEANING, words, random.Random(seed)) == choose_options(
        HOSPITAL, Aspect.MEANING, DECK, random.Random(seed)
    )


def test_rounds_differ() -> None:
    drawn = {
        frozenset(o.word for o in choose_options(HOSPITAL, Aspect.MEANING, DECK, random.Random(n)))
        for n in range(40)
    }

    assert len(drawn) > 3


def test_too_few_good_options_are_none() -> None:
    assert choose_options(HOSPITAL, Aspect.MEANING, DECK[:3], random.Random(1)) == ()
    assert choose_options(HOSPITAL, Aspect.MEANING, (), random.Random(1)) == ()
    assert len(choose_options(HOSPITAL, Aspect.MEANING, DECK[:4], random.Random(1))) == 4


def test_what_looks_or_sounds_alike_comes_first() -> None:
    salon = a_word("biyouin", "美容院", "びよういん", "hair salon")
    asked = replace(HOSPITAL, confused_with=(salon.id,))
    for seed in range(20):
        drawn = choose_options(asked, Aspect.MEANING, (*DECK, salon), random.Random(seed))
        assert {salon.id, WordId("care:byouki")} <= {option.word for option in drawn}


OTHER_GLOSSES = [
    ("hospital, clinic", "clinic", False),
    ("hospital, clinic", "Clinic (small)", False),
    ("hospital, clinic", "the hospital", False),
    ("hospital, clinic", "hospital bed", False),
    ("machine", "washing machine", False),
    ("to turn on", "to turn off", True),
    ("to thin out (seedlings)", "to thin out", False),
    ("left", "right", True),
    ("care worker", "care manager", True),
    ("resident, service user", "service user", False),
    ("break, rest", "rest / break", False),
]


@pytest.mark.parametrize(("meaning", "other", "fair"), OTHER_GLOSSES)
def test_an_option_is_never_right_by_its_english(meaning: str, other: str, fair: bool) -> None:
    word = a_word("one", "一", "いち", meaning)

    assert is_fair(word, a_word("two", "二", "に", other), Aspect.MEANING) is fair


@pytest.mark.parametrize(
    ("meaning", "other", "fair"),
    [
        ("ہسپتال", "ہسپتال", False),
        ("ہسپتال، کلینک", "کلینک", False),
        ("هسپتال", "ہسپتال", False),
        ("گیلے کپڑے سے بدن پونچھنا", "بدن پونچھنا", False),
        ("شٹرنگ", "پاڑ", True),
        ("چھدرائی کرنا", "پانی دینا", True),
    ],
)
def test_an_option_is_never_right_by_its_urdu(meaning: str, other: str, fair: bool) -> None:
    word = a_word("one", "一", "いち", "one", meaning)

    assert is_fair(word, a_word("two", "二", "に", "two", other), Aspect.MEANING) is fair


WORD = a_word("one", "仰向け", "あおむけ", "face up", "چت")
OTHER = a_word("two", "足場", "あしば", "scaffold", "پاڑ")
UNFAIR = [
    (WORD, replace(OTHER, pair=(WORD.id,))),
    (replace(WORD, pair=(OTHER.id,)), OTHER),
    (replace(WORD, near=(Near("あしば"),)), OTHER),
    (WORD, replace(OTHER, near=(Near("仰向け", "note"),))),
    (replace(WORD, also_written=("足場",)), OTHER),
    (WORD, replace(OTHER, also_read=("あおむけ",))),
    (WORD, replace(OTHER, same_as=WORD.id)),
    (replace(WORD, same_as=OTHER.id), OTHER),
    (replace(WORD, same_as=WordId("x:y")), replace(OTHER, same_as=WordId("x:y"))),
    (WORD, WORD),
    (WORD, replace(OTHER, id=WordId("building:two"))),
    (WORD, replace(OTHER, pos=PartOfSpeech.ADVERB)),
    (WORD, replace(OTHER, kind=Kind.PHRASE)),
    (WORD, replace(OTHER, meaning_ur="")),
    (WORD, replace(OTHER, meaning_en="")),
    (WORD, replace(OTHER, word="仰向け")),
]


@pytest.mark.parametrize(("word", "other"), UNFAIR)
def test_some_words_are_no_options_for_each_other(word: Word, other: Word) -> None:
    assert is_fair(WORD, OTHER, Aspect.MEANING)
    assert not is_fair(word, other, Aspect.MEANING)


def test_a_word_that_sounds_the_same_is_no_option_for_the_ear() -> None:
    move = a_word("ijou", "移乗", "いじょう", "transfer")
    fault = a_word("ijou-fault", "異常", "いじょう", "fault")

    assert not is_fair(move, fault, Aspect.LISTENING)
    assert is_fair(move, fault, Aspect.MEANING)
    assert is_fair(move, fault, Aspect.SENTENCE)


def test_a_gap_before_suru_takes_only_what_suru_can_follow() -> None:
    milking = a_word("sakunyuu", "搾乳", "さくにゅう", "milking", pos=PartOfSpeech.SURU_NOUN)
    ridge = a_word("une", "畝", "うね", "ridge")

    assert not is_fair(milking, ridge, Aspect.SENTENCE)
    assert is_fair(milking, ridge, Aspect.MEANING)
    assert is_fair(ridge, milking, Aspect.SENTENCE)


def test_a_word_that_stands_in_the_sentence_is_no_option_for_its_gap() -> None:
    asked = replace(WORD, example="足場[あしば]で 仰向[あおむ]けになる。")

    assert not is_fair(asked, OTHER, Aspect.SENTENCE)
    assert is_fair(asked, OTHER, Aspect.MEANING)


def test_no_two_wrong_options_say_the_same() -> None:
    twins = [a_word(f"t{n}", f"字{n}", "じ" * (n + 3), "floor") for n in range(5)]
    drawn = choose_options(HOSPITAL, Aspect.MEANING, (*twins, *DECK[1:3]), random.Random(1))

    assert len({option.meaning_en for option in drawn}) == 4


def kana(id_: str, sign: str, latin: str, *lookalikes: str) -> Word:
    return Word(
        WordId(f"kana:{id_}"),
        Kind.KANA,
        sign,
        sign,
        PartOfSpeech.KANA,
        latin,
        latin,
        confused_with=tuple(WordId(f"kana:{other}") for other in lookalikes),
    )


def test_a_kana_sign_stands_beside_its_look_alikes_and_never_beside_its_sound() -> None:
    signs = (
        kana("tsu", "ツ", "tsu", "shi", "so", "n"),
        *(kana(id_, sign, id_) for id_, sign in zip(("shi", "so", "n"), "シソン", strict=True)),
        *(kana(id_, sign, id_) for id_, sign in zip(("a", "ka", "mi"), "アカミ", strict=True)),
    )
    drawn = choose_options(signs[0], Aspect.MEANING, signs, random.Random(1))

    assert {option.spelling for option in drawn} == set("ツシソン")
    assert not is_fair(kana("ji", "ジ", "ji"), kana("di", "ヂ", "ji"), Aspect.MEANING)
    assert not is_fair(kana("wo", "ヲ", "wo"), kana("o", "オ", "o"), Aspect.MEANING)
