"""Compare two ways of writing what is said: kana as spelled, and kana as pronounced."""

from collections.abc import Sequence

from jp_trainer.core.furigana import is_kana, to_hiragana
from jp_trainer.core.morae import LONG, morae, vowel

_PARTICLES = frozenset({("は", "わ"), ("へ", "え")})
"""As spelled, as said. を is お either way."""
_VOWELS = dict(zip("aiueo", "あいうえお", strict=True))
_LENGTHENS = frozenset({("え", "い"), ("お", "う")})
_SAME_SOUND = str.maketrans("ぢづをゐゑ", "じずおいえ")
_AROUND = 2


def beats(kana: str) -> int:
    """How many beats a script's kana has; punctuation has none."""
    return len(morae("".join(char for char in kana if is_kana(char))))


def difference(spelled: str, said: str) -> tuple[str, str] | None:
    """Where the two differ in sound, with a beat or two around it; None where they do not."""
    one, other = _heard(spelled), _heard(said)
    if len(one) == len(other) and all(map(_alike, one, other)):
        return None
    start = 0
    while start < min(len(one), len(other)) and _alike(one[start], other[start]):
        start += 1
    end = 0
    most = min(len(one), len(other)) - start
    while end < most and _alike(one[-1 - end], other[-1 - end]):
        end += 1
    return _part(one, start, end), _part(other, start, end)


def _heard(text: str) -> list[str]:
    """The beats, every lengthening written as the vowel it lengthens: けー, けい, けえ alike."""
    kana = to_hiragana("".join(char for char in text if is_kana(char)))
    heard: list[str] = []
    before = ""
    for beat in morae(kana.replace("いう", "ゆう").translate(_SAME_SOUND)):
        sound = before if beat == LONG or (before, beat) in _LENGTHENS else beat
        heard.append(sound or beat)
        before = _VOWELS.get(vowel(sound), "")
    return heard


def _alike(one: str, other: str) -> bool:
    return one == other or (one, other) in _PARTICLES or (other, one) in _PARTICLES


def _part(beats_of: Sequence[str], start: int, end: int) -> str:
    return "".join(beats_of[max(0, start - _AROUND) : len(beats_of) - max(0, end - _AROUND)])
