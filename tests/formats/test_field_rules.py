"""The quick ways through the field rules say what furigana itself says."""

from hypothesis import given, settings
from hypothesis import strategies as st

from jp_trainer.core import furigana
from jp_trainer.core.deck_problems import Code
from jp_trainer.core.furigana import FuriganaError
from jp_trainer.formats.field_rules import example_findings, plain_example, reading_findings

pieces = st.lists(
    st.sampled_from(
        ["体", "位", "8", "々", "ヶ", "A", "を", "ア", " ", "、", "[", "]", "たい", "[か]"]
    )
)


@settings(max_examples=100)
@given(pieces)
def test_the_plain_example_is_that_of_furigana(parts: list[str]) -> None:
    text = "".join(parts)
    try:
        expected = furigana.plain(text)
    except FuriganaError:
        expected = None

    assert plain_example(text) == expected


@settings(max_examples=100)
@given(pieces)
def test_a_kanji_without_a_reading_is_noticed_wherever_it_stands(parts: list[str]) -> None:
    text = "".join(parts)
    try:
        spans = furigana.parse(text)
    except FuriganaError:
        return
    bare = any(s.reading is None and any(map(furigana.is_kanji, s.base)) for s in spans)

    assert (Code.NO_FURIGANA in dict(example_findings(text))) == bare


@settings(max_examples=100)
@given(
    st.text(st.sampled_from("飼犬いぬカー・"), min_size=1, max_size=5),
    st.text(st.sampled_from("いぬかー"), min_size=1, max_size=6),
)
def test_a_reading_fits_when_furigana_can_align_it(word: str, reading: str) -> None:
    try:
        furigana.align(word, reading)
    except FuriganaError:
        fits = False
    else:
        fits = True

    found = dict(reading_findings(word, reading))

    assert found.keys() <= {Code.NOT_KANA, Code.NOT_ALIGNED}
    if Code.NOT_KANA not in found:
        assert (found == {}) == fits
