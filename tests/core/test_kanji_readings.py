import pytest

from jp_trainer.core.kanji_readings import KanjiReading, learn, readings_for, reads_as

WORDS = [
    ("飼い犬", "かいいぬ"),
    ("水", "みず"),
    ("水道", "すいどう"),
    ("水分", "すいぶん"),
    ("道路", "どうろ"),
    ("部分", "ぶぶん"),
    ("病院", "びょういん"),
    ("病気", "びょうき"),
    ("学校", "がっこう"),
    ("高校", "こうこう"),
    ("今日", "きょう"),
    ("利用者", "りようしゃ"),
    ("利用", "りよう"),
    ("用事", "ようじ"),
    ("Wi-Fi", "ワイファイ"),
    ("人々", "ひとびと"),
    ("字", "あわない"),
    ("あう字", "ずれた"),
]


def test_a_kanji_alone_shows_its_reading_and_compounds_show_theirs() -> None:
    known = learn(WORDS)

    assert known["水"] == KanjiReading("水", ("すい", "みず"))
    assert known["犬"].readings == ("いぬ",)
    assert known["病"].readings == ("びょう",)
    assert known["校"].readings == ("こう",)
    assert known["用"].readings == ("よう",)


def test_one_compound_alone_teaches_nothing() -> None:
    known = learn(WORDS)

    assert "今" not in known
    assert "日" not in known
    assert "院" not in known


def test_the_order_of_words_does_not_matter() -> None:
    assert learn(WORDS) == learn(reversed(WORDS))


def test_only_the_kanji_of_the_word_are_told() -> None:
    assert [item.kanji for item in readings_for("飲み水", WORDS)] == ["水"]
    assert readings_for("むせる", WORDS) == ()


@pytest.mark.parametrize(
    ("word", "kana", "read"),
    [
        ("飼い犬", "かいけん", True),
        ("飼い犬", "かいいぬ", True),
        ("飼い犬", "かけん", False),
        ("飼い犬", "かいねこ", False),
        ("手紙", "てがみ", True),
        ("手紙", "しゅし", True),
        ("学校", "がっこう", True),
        ("字", "じ", False),
        ("むせる", "むせる", True),
        ("むせる", "むせ", False),
    ],
)
def test_a_reading_is_put_together_from_known_ones(word: str, kana: str, read: bool) -> None:
    known = [
        KanjiReading("飼", ("か", "し")),
        KanjiReading("犬", ("いぬ", "けん")),
        KanjiReading("手", ("て", "しゅ")),
        KanjiReading("紙", ("かみ", "し")),
        KanjiReading("学", ("がく",)),
        KanjiReading("校", ("こう",)),
    ]

    assert reads_as(word, kana, known) is read
