"""Cut kana into morae, the beats a learner claps, and say which of them sound the same."""

from functools import lru_cache

from jp_trainer.core.furigana import to_hiragana
from jp_trainer.core.kana_tables import ROWS, SMALL, VOWELS

LONG = "ー"
_VOWEL_OF = {
    kana: vowel for line in ROWS.values() for kana, vowel in zip(line, VOWELS, strict=True)
}
_VOWEL_OF |= dict(zip("ゃゅょぁぃぅぇぉやゆよわゐゑをゔゎ", "auoaiueoauoaieoua", strict=True))
# The second half of a long vowel, by the vowel before it; えい and おう sound long as well.
_LENGTHENS = {"a": "あ", "i": "い", "u": "う", "e": "えい", "o": "おう"}
_SAME_SOUND = str.maketrans("ぢづをゐゑ", "じずおいえ")
_V_AS_B = {"ゔぁ": "ば", "ゔぃ": "び", "ゔ": "ぶ", "ゔぇ": "べ", "ゔぉ": "ぼ"}


def morae(kana: str) -> list[str]:
    """The beats, in the script given: びょ is one, っ ん ー one each; other signs one each."""
    return [beat for beat, _ in beats(kana)]


def beats(kana: str) -> list[tuple[str, str]]:
    """The beats as given, each with itself in hiragana."""
    out: list[tuple[str, str]] = []
    for sign, folded in zip(kana, to_hiragana(kana), strict=True):
        joins = folded in SMALL and out and out[-1][1] in _VOWEL_OF
        if joins and (sign == folded) == (out[-1][0] == out[-1][1]):
            out[-1] = (out[-1][0] + sign, out[-1][1] + folded)
        else:
            out.append((sign, folded))
    return out


def vowel(mora: str) -> str:
    """The vowel a beat of hiragana ends in; "" for っ, ん, ー and what is no kana."""
    return _VOWEL_OF.get(mora[-1:], "")


@lru_cache(maxsize=65_536)
def sounds(kana: str) -> tuple[str, ...]:
    """The beats of hiragana as they sound: equal for spellings that sound alike.

    The second half of a long vowel is ー however it is written (おう, おお, えい, ええ); ぢ づ を
    じ ず お; ヴァ is バ. A long vowel (王) and two words that meet (子牛) are not told apart.
    """
    out: list[str] = []
    before = ""
    for _, beat in beats(kana):
        heard = _V_AS_B.get(beat, beat).translate(_SAME_SOUND)
        if beat == LONG or (before and beat in _LENGTHENS[before]):
            out.append(LONG)
            before = ""
        else:
            out.append(heard)
            before = vowel(heard)
    return tuple(out)
