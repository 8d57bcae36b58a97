import pytest

from jp_trainer.japanese.tokenizer import Tokenizer

TOKENIZER = Tokenizer()


@pytest.mark.parametrize(
    ("word", "readings"),
    [
        ("分別", {"ブンベツ", "フンベツ"}),
        ("着替える", {"キガエル", "キカエル"}),
        ("火花", {"ヒバナ"}),
        ("食事介助", set()),  # no single word of the dictionary
        ("分別 する", set()),
        ("", set()),
    ],
)
def test_a_word_has_every_reading_of_the_dictionary(word: str, readings: set[str]) -> None:
    assert TOKENIZER.readings_of_one(word) == readings


def test_readings_of_one_word_leave_the_cutting_of_texts_as_it_is() -> None:
    before = TOKENIZER.words("ごみを分別する")
    TOKENIZER.readings_of_one("分別")

    assert TOKENIZER.words("ごみを分別する") == before
