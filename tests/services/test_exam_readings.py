"""Help for practice: readings above all kanji, but never above what is asked for."""

from jp_trainer.core.exam.items import ItemType, Option
from jp_trainer.services import exam_readings
from tests.examples import School
from tests.papers import a_paper, an_item


def test_kanji_without_a_reading_get_one_and_others_keep_theirs(school: School) -> None:
    reader = school.app.reader

    said = exam_readings.text_with_readings(reader, "病院で 今日[きょー]待ちます。")

    assert "病院[びょういん]" in said
    assert "今日[きょー]" in said
    assert "待[ま]ち" in said


def test_the_word_that_is_asked_for_stays_bare(school: School) -> None:
    said = exam_readings.text_with_readings(school.app.reader, "{病院}へ行きます。")

    assert "{病院}" in said
    assert "行[い]き" in said


def test_gaps_and_blanks_stay_as_they_are(school: School) -> None:
    said = exam_readings.text_with_readings(
        school.app.reader, "道が{1}、＿＿\u3000＿★＿（\u3000\u3000）です。"
    )

    assert "{1}" in said
    assert "＿＿\u3000＿★＿（\u3000\u3000）" in said


def test_options_that_are_asked_for_stay_bare(school: School) -> None:
    writing = an_item("o", ItemType.ORTHOGRAPHY, options=(Option("会社"), Option("会者")))
    meaning = an_item("m", ItemType.WORD_MEANING, options=(Option("会社"), Option("学校")))

    reader = school.app.reader
    assert exam_readings._item(reader, writing).options == writing.options
    assert exam_readings._item(reader, meaning).options[0].text == "会社[かいしゃ]"


def test_every_testlet_of_a_paper_is_there(school: School) -> None:
    paper = a_paper()

    found = exam_readings.with_readings(school.app, paper)

    assert set(found) == {testlet.id for testlet in paper.testlets}
