from dataclasses import replace

import pytest
from hypothesis import example, settings
from hypothesis import given as for_all
from hypothesis import strategies as st

from jp_trainer.core.answers import (
    Cell,
    NoSuchOptionError,
    NotAskedThatWayError,
    Outcome,
    Reason,
    Verdict,
    mark,
    rating_of,
)
from jp_trainer.core.cards import Aspect, card_id
from jp_trainer.core.events import Rating
from jp_trainer.core.ids import WordId
from jp_trainer.core.kana import to_kana
from jp_trainer.core.questions import (
    Chosen,
    GaveUp,
    Option,
    OtherWord,
    Question,
    QuestionId,
    SaidKnown,
    Typed,
    Way,
)
from jp_trainer.core.words import Kind, PartOfSpeech, Word


def a_word(word: str, reading: str, meaning: str = "", **more: object) -> Word:
    plain = Word(WordId("deck:asked"), Kind.WORD, word, reading, PartOfSpeech.NOUN, meaning)
    return replace(plain, **more)  # type: ignore[arg-type]  # fields by name, in tests only


def asking(word: Word, aspect: Aspect = Aspect.READING, **more: object) -> Question:
    plain = Question(QuestionId("q"), card_id(word.id, aspect), aspect, Way.TYPE, word)
    return replace(plain, **more)  # type: ignore[arg-type]  # fields by name, in tests only


def typed(keys: str) -> Typed:
    """As the answer field hands it over: what it shows, and the raw keys."""
    return Typed(to_kana(keys, final=True), keys if max(keys, default="") < "ǿ" else "")


def marked(word: str, reading: str, keys: str, meaning: str = "") -> Verdict:
    return mark(asking(a_word(word, reading, meaning)), typed(keys))


def test_the_difference_shows_both_rows_in_beats() -> None:
    verdict = marked("病院", "びょういん", "biyouin")

    assert verdict.difference == (
        Cell("び", "びょ", same=False, slip=Reason.SMALL_YA_YU_YO),
        Cell("よ", "", same=False, slip=Reason.SMALL_YA_YU_YO),
        Cell("う", "う", same=True),
        Cell("い", "い", same=True),
        Cell("ん", "ん", same=True),
    )


def test_the_difference_points_at_the_sound_and_not_at_the_spelling() -> None:
    cells = marked("コーヒー", "コーヒー", "kouhi").difference

    assert [cell.same for cell in cells] == [True, True, True, False]
    assert [cell.given for cell in cells] == ["コ", "ウ", "ヒ", ""]


def test_the_nearest_of_several_readings_is_compared() -> None:
    word = a_word("日本", "にほん", also_read=("にっぽん",))
    verdict = mark(asking(word), typed("nippo"))

    assert (verdict.asked, verdict.reason) == ("にっぽん", Reason.N_SOUND)


OPTIONS = (
    Option(WordId("deck:a"), "apple", "سیب", "林檎", "りんご"),
    Option(WordId("deck:asked"), "hospital", "ہسپتال", "病院", "びょういん"),
)


def choosing() -> Question:
    word = a_word("病院", "びょういん")
    return asking(word, Aspect.MEANING, way=Way.CHOOSE, options=OPTIONS)


def test_the_right_option_is_right_and_a_wrong_one_is_named() -> None:
    assert mark(choosing(), Chosen(1)).outcome is Outcome.RIGHT
    wrong = mark(choosing(), Chosen(0))

    assert (wrong.outcome, wrong.reason) == (Outcome.WRONG, Reason.OTHER_WORD)
    assert wrong.other == OtherWord(WordId("deck:a"), "林檎", "りんご", "apple", "سیب")
    assert (wrong.asked, wrong.given) == ("びょういん", "林檎")


@pytest.mark.parametrize("index", [-1, 2])
def test_an_option_that_is_not_there_is_refused(index: int) -> None:
    with pytest.raises(NoSuchOptionError):
        mark(choosing(), Chosen(index))


def test_an_answer_of_another_kind_is_refused() -> None:
    with pytest.raises(NotAskedThatWayError):
        mark(choosing(), Typed("びょういん"))
    with pytest.raises(NotAskedThatWayError):
        mark(asking(a_word("字", "じ")), SaidKnown(knew=True))


def test_who_looks_says_whether_it_was_known() -> None:
    question = replace(choosing(), way=Way.REVEAL, options=())

    assert mark(question, SaidKnown(knew=True)).outcome is Outcome.RIGHT
    assert mark(question, SaidKnown(knew=False)).outcome is Outcome.WRONG


@pytest.mark.parametrize("way", list(Way))
def test_giving_up_is_wrong_without_a_reason(way: Way) -> None:
    verdict = mark(replace(choosing(), way=way), GaveUp())

    assert (verdict.outcome, verdict.reason) == (Outcome.WRONG, None)
    assert verdict.asked == "びょういん"


@pytest.mark.parametrize(
    ("outcome", "peeked", "rating"),
    [
        (Outcome.RIGHT, False, Rating.GOOD),
        (Outcome.RIGHT, True, Rating.HARD),
        (Outcome.RIGHT_WITH_NOTE, False, Rating.GOOD),
        (Outcome.RIGHT_WITH_NOTE, True, Rating.HARD),
        (Outcome.WRONG, False, Rating.AGAIN),
        (Outcome.WRONG, True, Rating.AGAIN),
        (Outcome.TRY_AGAIN, False, None),
        (Outcome.TRY_AGAIN, True, None),
    ],
)
def test_the_outcome_and_a_peek_make_the_rating(
    outcome: Outcome, peeked: bool, rating: Rating | None
) -> None:
    assert rating_of(Verdict(outcome), peeked=peeked) is rating


@settings(max_examples=100)
@for_all(st.text(max_size=20), st.text(max_size=12))
@example("Ü¯", "")  # comes apart when folded, and together when folded again
def test_any_text_is_marked(kana: str, keys: str) -> None:
    mark(asking(a_word("病院", "びょういん", "hospital")), Typed(kana, keys))


@settings(max_examples=100)
@for_all(st.text("かきくがぎいうえおっんーょゃしじ", min_size=1, max_size=8))
def test_the_two_rows_hold_what_was_given_and_asked(kana: str) -> None:
    verdict = mark(asking(a_word("病院", "びょういん")), Typed(kana))

    if verdict.outcome is Outcome.WRONG:
        assert "".join(cell.given for cell in verdict.difference) == kana
        assert "".join(cell.asked for cell in verdict.difference) == "びょういん"
