import pytest

from jp_trainer.core.cards import Aspect, card_id
from jp_trainer.core.questions import Question, QuestionId, Way
from jp_trainer.core.spoilers import gives_away
from tests.examples import a_word

HOT = a_word("熱い", "あつい", meaning_en="hot (to the touch)", meaning_ur="گرم")
NOTE = "Of pipes and oil. Hot weather is 暑い."


def asked(aspect: Aspect) -> Question:
    return Question(QuestionId("q"), card_id(HOT.id, aspect), aspect, Way.CHOOSE, HOT)


@pytest.mark.parametrize("aspect", [Aspect.MEANING, Aspect.LISTENING])
@pytest.mark.parametrize("text", [NOTE, "Not warm (hot).", "یہ گرم چیزوں کے لیے ہے۔"])
def test_a_text_with_a_word_of_the_meaning_gives_the_meaning_away(
    aspect: Aspect, text: str
) -> None:
    assert gives_away(asked(aspect), text)
    assert not gives_away(asked(aspect), "Said of pipes and oil.")


def test_only_its_kana_give_a_reading_away() -> None:
    assert not gives_away(asked(Aspect.READING), NOTE)
    assert gives_away(asked(Aspect.READING), "暑い (アツイ) is of the weather.")


@pytest.mark.parametrize("aspect", [Aspect.PRODUCTION, Aspect.SENTENCE, Aspect.LISTENING])
def test_the_word_itself_gives_away_what_is_to_be_said(aspect: Aspect) -> None:
    assert gives_away(asked(aspect), "Shout it: 熱いですよ.")
    assert not gives_away(asked(aspect), "Shout it before others touch.")
