from dataclasses import replace

from jp_trainer.core.answers import mark
from jp_trainer.core.cards import Aspect, card_id
from jp_trainer.core.questions import GaveUp, Question, QuestionId, Typed, Way
from jp_trainer.core.words import PartOfSpeech
from jp_trainer.ui.screens.study.verdict_words import headline, tone_of
from tests.examples import a_word

HOSPITAL = a_word("病院", "びょういん", meaning_en="hospital")


def asked(aspect: Aspect, way: Way, *, is_new: bool = True) -> Question:
    card = card_id(HOSPITAL.id, aspect)
    return Question(QuestionId("q"), card, aspect, way, HOSPITAL, is_new=is_new)


def test_a_word_that_was_never_shown_is_told_not_marked_as_wrong() -> None:
    question = asked(Aspect.MEANING, Way.CHOOSE)
    verdict = mark(question, GaveUp())

    assert "A new word" in headline(question, verdict, ("en",))
    assert tone_of(question, verdict)[0] == "lead"


def test_a_new_reading_of_a_word_met_before_says_why_it_is_wrong() -> None:
    question = asked(Aspect.READING, Way.TYPE)
    verdict = mark(question, Typed("びょいん"))

    assert headline(question, verdict, ("en",)) == "Not quite: the vowel is long here"
    assert tone_of(question, verdict)[0] == "bad"


def test_a_new_kana_is_called_a_sign() -> None:
    sign = replace(HOSPITAL, word="ぬ", reading="ぬ", meaning_en="nu", pos=PartOfSpeech.KANA)
    question = replace(asked(Aspect.MEANING, Way.CHOOSE), word=sign)

    assert "A new sign" in headline(question, mark(question, GaveUp()), ("en",))
