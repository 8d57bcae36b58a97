import pytest

from jp_trainer.core.furigana import Span, plain
from jp_trainer.core.gaps import Gap, gap
from jp_trainer.core.ids import WordId
from jp_trainer.core.words import Kind, PartOfSpeech, Word


def a_word(
    word: str, example: str, pos: str = "noun", *also_written: str, reading: str = ""
) -> Word:
    part = PartOfSpeech(pos)
    id_ = WordId("d:w")
    return Word(id_, Kind.WORD, word, reading, part, example=example, also_written=also_written)


def test_the_word_is_cut_out_with_its_reading() -> None:
    word = a_word("体位", "利用者[りようしゃ]の 体位[たいい]を 変[か]えます。")

    assert gap(word) == Gap(
        before=(Span("利用者", "りようしゃ"), Span("の")),
        shown=(Span("体位", "たいい"),),
        after=(Span("を"), Span("変", "か"), Span("えます。")),
    )


@pytest.mark.parametrize(
    ("word", "pos", "sentence", "shown"),
    [
        ("申し送り", "noun", "夜勤の申し送りを受けます。", "申し送り"),
        ("搾乳", "suru-noun", "搾乳した牛乳", "搾乳"),
        ("組む", "verb-u", "足場を組みます。", "組みます"),
        ("組む", "verb-u", "足場を組むことから", "組む"),
        ("組む", "verb-u", "足場を組んでください。", "組んで"),
        ("間引く", "verb-u", "弱いものを間引きます。", "間引きます"),
        ("書く", "verb-u", "名前を書いてください。", "書いて"),
        ("行く", "verb-u", "病院へ行きました。", "行きました"),
        ("行く", "verb-u", "病院へ行って、", "行って"),
        ("急ぐ", "verb-u", "急がないでください。", "急がないで"),
        ("消す", "verb-u", "電気を消してから", "消して"),
        ("待つ", "verb-u", "ここで待ちましょう。", "待ちましょう"),
        ("吊る", "verb-u", "吊った荷", "吊った"),
        ("使う", "verb-u", "これを使わせてください。", "使わせて"),
        ("使う", "verb-u", "使えば楽です。", "使えば"),
        ("巻き込まれる", "verb-ru", "機械に巻き込まれます。", "巻き込まれます"),
        ("食べる", "verb-ru", "まだ食べられません。", "食べられません"),
        ("植える", "verb-ru", "木を植えるとき", "植える"),
        ("むせる", "verb-ru", "よくむせます。", "むせます"),
        ("見る", "verb-ru", "見本を見て、", "見て"),
        ("介助する", "verb-irregular", "入浴を介助します。", "介助します"),
        ("来る", "verb-irregular", "人が来ました。", "来ました"),
        ("痛い", "i-adjective", "足が痛くて歩けません。", "痛くて"),
        ("濃い", "i-adjective", "薬が濃いと、", "濃い"),
        ("重い", "i-adjective", "重かったです。", "重かった"),
        ("調子がいい", "i-adjective", "調子がよくないです。", "調子がよくない"),
        ("固まる", "verb-u", "画面が固まったようです。", "固まったよう"),
        ("落ちる", "verb-ru", "荷物が落ちそうです。", "落ちそう"),
        ("落ちる", "verb-ru", "落ちそうでしたから、", "落ちそう"),
        ("落ちる", "verb-ru", "落ちそうだった箱", "落ちそう"),
        ("見る", "verb-ru", "もう見ないでしょう。", "見ない"),
        ("使う", "verb-u", "これは使わないです。", "使わない"),
        ("着く", "verb-u", "もう着いたでしょう。", "着いた"),
        ("飲む", "verb-u", "飲んですぐ寝ました。", "飲んで"),
        ("飲む", "verb-u", "飲んでしまいました。", "飲んで"),
        ("泳ぐ", "verb-u", "泳いだり走ったりします。", "泳いだり"),
        ("休む", "verb-u", "休みたければ、", "休みたければ"),
        ("着替える", "verb-ru", "着替えなさい。", "着替えなさい"),
        ("重い", "i-adjective", "重そうですね。", "重そう"),
        ("静か", "na-adjective", "静かにしてください。", "静か"),
        ("すぐに", "adverb", "すぐに来てください。", "すぐに"),
    ],
)
def test_the_word_is_found_in_the_form_it_has(
    word: str, pos: str, sentence: str, shown: str
) -> None:
    found = gap(a_word(word, sentence, pos))

    assert found is not None
    assert plain(found.shown) == shown
    assert plain((*found.before, *found.shown, *found.after)) == sentence


def test_another_spelling_of_the_deck_is_found() -> None:
    word = a_word("噎せる", "田中[たなか]さんはむせました。", "verb-ru", "むせる")

    found = gap(word)

    assert found is not None
    assert plain(found.shown) == "むせました"


def test_the_reading_is_found_where_the_example_is_in_kana() -> None:
    assert gap(a_word("畝", "まっすぐなうねを作ります。", reading="うね")) is not None


@pytest.mark.parametrize(
    "word",
    [
        a_word("病院", ""),
        a_word("病院", "医者[いしゃ]に行きます。"),
        a_word("介護", "介護職員[かいごしょくいん]です。"),
        a_word("病院", "病院[びょういんへ行きます。"),
        a_word("", "病院[びょういん]へ行きます。"),
    ],
)
def test_no_gap_where_the_word_is_not_found(word: Word) -> None:
    assert gap(word) is None
