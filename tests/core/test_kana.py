import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jp_trainer.core.kana import fold, is_all_kana, morae, sounds, spellings, to_romaji

# Without ぢ づ を ゐ ゑ, which Hepburn writes like other kana, and without loose small kana.
PLAIN_BEATS = [
    *"あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん",
    *"がぎぐげござじずぜぞだでどばびぶべぼぱぴぷぺぽー",
    *(i + small for i in "きしちにひみりぎじびぴ" for small in "ゃゅょ"),
    *("ふぁ", "ふぃ", "しぇ", "ちぇ", "じぇ", "うぃ", "うぇ", "つぁ", "ゔぁ", "ゔ"),
]
DOUBLED = [
    "っ" + beat for beat in PLAIN_BEATS if beat[0] in "かきくけこさしすせそたちつてとぱぴぷぺぽ"
]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("カイゴ", "かいご"),
        ("ｶﾞﾗｽ", "がらす"),
        ("ｺｰﾋｰ", "こーひー"),
        ("か゛", "が"),
        ("か\u3099", "が"),
        ("お加減は いかがですか？", "お加減はいかがですか"),
        ("ボディ・メカニクス", "ぼでぃめかにくす"),
        ("（ほん）", "ほん"),
        ("ら-めん", "らーめん"),
        ("ラ―メン", "らーめん"),
        ("ラ−メン", "らーめん"),
        ("ＫＹ活動", "ky活動"),
        ("　ほん\n", "ほん"),
    ],
)
def test_texts_that_are_the_same_answer_fold_alike(one: str, other: str) -> None:
    assert fold(one) == other == fold(other)


def test_a_long_mark_counts() -> None:
    assert fold("ビール") != fold("ビル")


@settings(max_examples=100)
@given(st.text(max_size=20))
def test_folding_takes_any_text(text: str) -> None:
    fold(text)
    to_romaji(text)
    assert "".join(morae(text)) == text


@pytest.mark.parametrize(
    ("kana", "latin"),
    [
        ("びょういん", "byouin"),
        ("ラーメン", "ra-men"),
        ("がっこう", "gakkou"),
        ("まっちゃ", "matcha"),
        ("いっしょ", "issho"),
        ("こんや", "kon'ya"),
        ("きんえん", "kin'en"),
        ("しんぶん", "shinbun"),
        ("つづき", "tsuzuki"),
        ("はなぢ", "hanaji"),
        ("ティッシュ", "tisshu"),
        ("デューティ", "dyu-ti"),
        ("ウォーター", "wo-ta-"),
        ("ヴァ", "va"),
        ("を", "wo"),
        ("ヂ", "ji"),
        ("あっ", "axtsu"),
        ("8じ", "8ji"),
    ],
)
def test_kana_are_written_in_hepburn(kana: str, latin: str) -> None:
    assert to_romaji(kana) == latin


@settings(max_examples=100)
@given(st.lists(st.sampled_from(PLAIN_BEATS + DOUBLED), max_size=8))
def test_hepburn_of_plain_kana_types_it_again(beats: list[str]) -> None:
    kana = "".join(beats)
    assume("んん" not in kana)

    assert spellings(to_romaji(kana))[-1] == kana


@pytest.mark.parametrize(
    ("kana", "beats"),
    [
        ("びょういん", ["びょ", "う", "い", "ん"]),
        ("びよういん", ["び", "よ", "う", "い", "ん"]),
        ("きって", ["き", "っ", "て"]),
        ("サーバー", ["サ", "ー", "バ", "ー"]),
        ("ティッシュ", ["ティ", "ッ", "シュ"]),
        ("ファイル", ["ファ", "イ", "ル"]),
        ("ょん", ["ょ", "ん"]),
        ("んぁ", ["ん", "ぁ"]),
        ("", []),
    ],
)
def test_kana_are_counted_in_beats(kana: str, beats: list[str]) -> None:
    assert morae(kana) == beats


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ケーキ", "けえき"),
        ("せんせい", "せんせえ"),
        ("おおきい", "おうきい"),
        ("とおり", "とーり"),
        ("つづく", "つずく"),
        ("はなぢ", "はなじ"),
        ("ヴァイオリン", "バイオリン"),
        ("をとこ", "おとこ"),
    ],
)
def test_other_kana_may_sound_the_same(one: str, other: str) -> None:
    assert sounds(fold(one)) == sounds(fold(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ビル", "ビール"),
        ("おばさん", "おばあさん"),
        ("きて", "きって"),
        ("びょういん", "びよういん"),
        ("ゆき", "ゆうき"),
        ("しや", "しゃ"),
    ],
)
def test_length_and_beats_are_heard(one: str, other: str) -> None:
    assert sounds(fold(one)) != sounds(fold(other))


def test_kana_is_told_from_other_writing() -> None:
    assert is_all_kana("ボディ・メカニクス")
    assert not is_all_kana("仰向け")
    assert not is_all_kana("KY")
    assert not is_all_kana("")
