import pytest

from jp_trainer.core.exam.items import ItemType, Line, Option, Stimulus, StimulusKind, Testlet
from jp_trainer.core.exam.told import About, about, told
from jp_trainer.core.furigana import plain
from tests.papers import an_item


def options(*texts: str) -> tuple[Option, ...]:
    return tuple(map(Option, texts))


@pytest.mark.parametrize(
    ("type", "stem", "shown", "sentence", "asked"),
    [
        (
            ItemType.KANJI_READING,
            "ここに 名前[なまえ]と{住所}を 書[か]いてください。",
            ("じゅうしょ",),
            "ここに名前と住所を書いてください。",
            ["住所"],
        ),
        (
            ItemType.ORTHOGRAPHY,
            "白い　{わいしゃつ}を　きます。",
            ("ワイシャツ",),
            "白い　ワイシャツを　きます。",
            ["ワイシャツ"],
        ),
        (
            ItemType.CONTEXT,
            "百円の　きってを　五（　　）　ください。",
            ("まい",),
            "百円の　きってを　五まい　ください。",
            ["まい"],
        ),
        (
            ItemType.GRAMMAR_FORM,
            "サナ「もういいですか。」\nアリ「 店[みせ]の 人[ひと]に 直[なお]して（　　）。」",
            ("もらいました",),
            "店の人に直してもらいました。",
            ["もらいました"],
        ),
        (
            ItemType.KANJI_MEANING,
            "まず、どこへ 行[い]きますか。",
            ("{受付}",),
            "受付",
            ["受付"],
        ),
        (
            ItemType.CARE_WORD,
            "「清拭[せいしき]」とは、どういうことですか。",
            ("体[からだ]をふくこと",),
            "「清拭」とは、どういうことですか。",
            ["清拭"],
        ),
    ],
)
def test_the_sentence_is_told_as_it_is_right(
    type: ItemType, stem: str, shown: tuple[str, ...], sentence: str, asked: list[str]
) -> None:
    item = an_item("i", type, stem=stem, options=options(*shown, "x", "y"))

    (found,) = told(Testlet((item,)), item)

    assert plain(found.text) == sentence
    assert [plain(found.text)[start:stop] for start, stop in found.focus] == asked


def test_pieces_are_put_in_their_order() -> None:
    item = an_item(
        "i",
        ItemType.SENTENCE_ORDER,
        stem="きのう　友だち　＿＿　＿＿　＿★＿　＿＿　おもしろかったです。",
        options=options("本", "は", "かりた", "に"),
        pieces=(4, 3, 1, 2),
        star=3,
    )

    (found,) = told(Testlet((item,)), item)

    assert plain(found.text) == "きのう　友だち　にかりた本は　おもしろかったです。"


def test_a_gap_of_a_passage_is_filled_in_its_sentence() -> None:
    item = an_item("i", ItemType.TEXT_GRAMMAR, stem="{2}", options=options("も", "を", "が"))
    text = "わたしは　はやく　おきます。山田さん{2}　おきます。{1}　行きます。"
    passage = Stimulus("p", 1, StimulusKind.PASSAGE, text=text)

    (found,) = told(Testlet((item,), passage), item)

    assert plain(found.text) == "山田さんも　おきます。"


def test_of_a_talk_the_line_nearest_to_the_key_comes_first_with_its_voice() -> None:
    item = an_item("i", ItemType.TASK, options=options("つくえの　下[した]", "外", "上"))
    talk = Stimulus(
        "t",
        1,
        StimulusKind.CLIP,
        script=(
            Line("f1", "どこに　置[お]きますか。", "ドコニオキマスカ"),
            Line("m1", "つくえの　下[した]に　入[い]れて　ください。", "ツクエノシタニ"),
        ),
    )

    first, *_ = told(Testlet((item,), talk), item)

    assert first.line == talk.script[1]


def test_a_sentence_that_cannot_be_read_is_left_out() -> None:
    item = an_item("i", stem="{住所}[")

    assert told(Testlet((item,)), item) == ()


def test_every_type_says_what_missing_it_means() -> None:
    assert {about(type) for type in ItemType} == set(About)
