"""Which two ways of writing what is said sound the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jp_trainer.core.exam.said_alike import beats, difference


@pytest.mark.parametrize(
    ("spelled", "said"),
    [
        ("わたしはえきへいきます。", "ワタシワエキエイキマス"),
        ("みずをください", "ミズオクダサイ"),
        ("ことをいう", "コトオユー"),
        ("えきまえへ", "エキマエエ"),
        ("とうきょう、せんせい", "トーキョーセンセー"),
        ("それでいいです", "ソレデイーデス"),
        ("むすこのカードを、うちに", "ムスコノカードオ、ウチニ"),
        ("つづき、はなぢ", "ツズキ、ハナジ"),
    ],
)
def test_spelling_and_pronunciation_of_one_text_sound_alike(spelled: str, said: str) -> None:
    assert difference(spelled, said) is None
    assert difference(said, spelled) is None


@pytest.mark.parametrize(
    ("one", "other", "where"),
    [
        ("おばさん", "オバアサン", ("おばさん", "おばあさん")),
        ("きてください", "キッテクダサイ", ("きてく", "きってく")),
        ("びょういん", "ビヨウイン", ("びょおい", "びよおい")),
        ("ひらきます", "アキマス", ("ひらきま", "あきま")),
        ("かぎ", "カキ", ("かぎ", "かき")),
    ],
)
def test_what_sounds_different_is_shown_with_a_beat_or_two_around_it(
    one: str, other: str, where: tuple[str, str]
) -> None:
    assert difference(one, other) == where


@settings(max_examples=100)
@given(st.text("かきくけこあいうえおーんっゃゅょはへを、。", max_size=12))
def test_every_text_sounds_as_itself(text: str) -> None:
    assert difference(text, text) is None


@settings(max_examples=100)
@given(st.text("かきこんっぱ", min_size=1, max_size=8), st.integers(0, 7))
def test_a_beat_more_is_never_overlooked(text: str, at: int) -> None:
    longer = text[:at] + "ど" + text[at:]

    assert difference(text, longer) is not None


def test_punctuation_has_no_beats() -> None:
    assert beats("トーキョーエ、イッタ。") == 8
