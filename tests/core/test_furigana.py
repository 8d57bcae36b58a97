import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jp_trainer.core.furigana import (
    FuriganaError,
    Problem,
    Span,
    align,
    bracket,
    is_base,
    parse,
    plain,
    spoken,
    to_hiragana,
    to_katakana,
)

KANA = st.text("あいうえおかきくけこさしすせそがぎぐャュョンッーアイウ", min_size=1, max_size=6)
BASES = st.text("漢字体位変申送々8１A%", min_size=1, max_size=4)
TEXTS = st.text("のをる。 　漢字8A［］\n-.", min_size=1, max_size=8)
SPANS = st.lists(st.one_of(st.builds(Span, TEXTS), st.builds(Span, BASES, KANA)), max_size=8)


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    out: list[Span] = []
    for span in spans:
        if span.reading is None and out and out[-1].reading is None:
            out[-1] = Span(out[-1].base + span.base)
        else:
            out.append(span)
    return tuple(out)


def test_a_space_before_a_base_separates_and_is_not_shown() -> None:
    spans = parse("利用者[りようしゃ]の 体位[たいい]を 変[か]えます。")

    assert spans == (
        Span("利用者", "りようしゃ"),
        Span("の"),
        Span("体位", "たいい"),
        Span("を"),
        Span("変", "か"),
        Span("えます。"),
    )
    assert plain(spans) == "利用者の体位を変えます。"
    assert spoken(spans) == "りようしゃのたいいをかえます。"


def test_other_spaces_are_kept() -> None:
    assert plain("Aさん は  水[みず]　を 飲[の]む x") == "Aさん は 水　を飲む x"


def test_digits_and_latin_letters_stand_in_a_base() -> None:
    assert parse("毎日 8時[はちじ]に Wi-Fi[ワイファイ]") == (
        Span("毎日"),
        Span("8時", "はちじ"),
        Span("に"),
        Span("Wi-Fi", "ワイファイ"),
    )
    assert parse("お 茶[ちゃ]150 ml[ミリリットル]")[3] == Span("ml", "ミリリットル")


def test_a_base_ends_where_kana_begin_even_without_a_space() -> None:
    assert parse("を変[か]え") == (Span("を"), Span("変", "か"), Span("え"))


@pytest.mark.parametrize(
    ("text", "position", "problem"),
    [
        ("体位[たいい", 2, Problem.NOT_CLOSED),
        ("体[たい位[い]", 1, Problem.NOT_CLOSED),
        ("体位たいい]", 5, Problem.NOT_OPENED),
        ("体[たい]位]", 6, Problem.NOT_OPENED),
        ("体位[]", 3, Problem.NO_READING),
        ("体位[たい位]", 5, Problem.NOT_KANA),
        ("体位[tai]", 3, Problem.NOT_KANA),
        ("申し送り[もうしおくり]", 4, Problem.NO_BASE),
        ("[たい]", 0, Problem.NO_BASE),
        ("水 [みず]", 2, Problem.NO_BASE),
    ],
)
def test_a_malformed_bracket_is_named_with_its_position(
    text: str, position: int, problem: Problem
) -> None:
    with pytest.raises(FuriganaError) as raised:
        parse(text)

    assert (raised.value.position, raised.value.problem) == (position, problem)
    assert raised.value.text == text


def test_no_space_is_written_at_the_start_or_after_a_bracket() -> None:
    spans = (Span("建設", "けんせつ"), Span("現場", "げんば"), Span("の"), Span("人", "ひと"))

    assert bracket(spans) == "建設[けんせつ]現場[げんば]の 人[ひと]"


def test_literal_brackets_are_written_full_width() -> None:
    assert bracket([Span("[1] "), Span("水", "みず")]) == "［1］  水[みず]"


def test_a_span_the_notation_cannot_hold_is_refused() -> None:
    with pytest.raises(FuriganaError):
        bracket([Span("申し送り", "もうしおくり")])
    with pytest.raises(FuriganaError):
        bracket([Span("水", "mizu")])


@pytest.mark.parametrize(
    ("word", "reading", "expected"),
    [
        ("申し送り", "もうしおくり", "申[もう]し 送[おく]り"),
        ("お父さん", "おとうさん", "お 父[とう]さん"),
        ("飼い犬", "かいいぬ", "飼[か]い 犬[いぬ]"),
        ("多い", "おおい", "多[おお]い"),
        ("引き継ぎ", "ひきつぎ", "引[ひ]き 継[つ]ぎ"),
        ("仰向け", "あおむけ", "仰向[あおむ]け"),
        ("今日", "きょう", "今日[きょう]"),
        ("百舌鳥", "もず", "百舌鳥[もず]"),
        ("車いす", "くるまいす", "車[くるま]いす"),
        ("消しゴム", "けしごむ", "消[け]しゴム"),
        ("コーヒー豆", "こーひーまめ", "コーヒー 豆[まめ]"),
        ("ラーメン屋", "らあめんや", "ラーメン 屋[や]"),
        ("三ヶ月", "さんかげつ", "三ヶ月[さんかげつ]"),
        ("3か月", "さんかげつ", "3[さん]か 月[げつ]"),
        ("Tシャツ", "ティーシャツ", "T[ティー]シャツ"),
        ("Wi-Fi", "ワイファイ", "Wi-Fi[ワイファイ]"),
        ("生き生き", "いきいき", "生[い]き 生[い]き"),
        ("〜など", "など", "〜など"),
        ("大人しい", "おとなしい", "大人[おとな]しい"),
        ("真っ青", "まっさお", "真[ま]っ 青[さお]"),
        ("むせる", "むせる", "むせる"),
        ("お風呂・トイレ", "おふろといれ", "お 風呂[ふろ]・トイレ"),
    ],
)
def test_a_given_reading_is_cut_over_the_kanji_runs(word: str, reading: str, expected: str) -> None:
    spans = align(word, reading)

    assert bracket(spans) == expected
    assert plain(spans) == word


@pytest.mark.parametrize(
    ("word", "reading"),
    [("食べる", "のむ"), ("水", ""), ("あ", "い"), ("行く", "く"), ("", "あ"), ("ああ", "あ")],
)
def test_a_reading_that_does_not_fit_is_refused(word: str, reading: str) -> None:
    with pytest.raises(FuriganaError) as raised:
        align(word, reading)

    assert raised.value.problem is Problem.NOT_ALIGNED


@settings(max_examples=100)
@given(SPANS)
def test_what_is_written_is_read_back(spans: list[Span]) -> None:
    assert parse(bracket(spans)) == _joined(spans)


@settings(max_examples=100)
@given(st.text("漢字のを[] かたア\n1", max_size=20))
def test_any_text_is_parsed_or_refused_with_a_position_inside_it(text: str) -> None:
    try:
        spans = parse(text)
    except FuriganaError as refused:
        position = refused.position
        spans = ()
    else:
        position = 0

    assert 0 <= position <= max(len(text) - 1, 0)
    assert parse(bracket(spans)) == spans


@settings(max_examples=100)
@given(SPANS)
def test_aligned_spans_give_back_word_and_reading(spans: list[Span]) -> None:
    kept = [s for s in spans if s.reading is not None or s.base in "のをる"]
    word, reading = plain(kept), spoken(kept)
    if len(word) == 0:
        return

    aligned = align(word, reading)

    assert plain(aligned) == word
    assert to_hiragana(spoken(aligned)) == to_hiragana(reading)
    assert all(is_base(span.base) for span in aligned if span.reading is not None)


@given(st.text(max_size=30))
def test_hiragana_become_katakana_and_back(text: str) -> None:
    assert to_hiragana(to_katakana(text)) == to_hiragana(text)
    assert len(to_katakana(text)) == len(text)
