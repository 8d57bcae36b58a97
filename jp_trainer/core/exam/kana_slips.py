"""Misread kana as learners do: vowels too long, voicing, the little stop, small ゃゅょ.

Source of the kinds: Yencken, Orthographic support for passing the reading hurdle in Japanese, 2010;
see docs/scoring.md.
"""

from collections.abc import Iterator

from jp_trainer.core.exam.items import ErrorCode
from jp_trainer.core.morae import morae, vowel

_VOICED = dict(
    zip(
        "かきくけこさしすせそたちつてとはひふへほ",
        "がぎぐげござじずぜぞだぢづでどばびぶべぼ",
        strict=True,
    )
)
# ぢ and づ sound like じ and ず: nobody could hear, and few would write, the difference.
_PAIRS = {plain: voiced for plain, voiced in _VOICED.items() if voiced not in "ぢづ"}
_OTHER_VOICE = _PAIRS | {voiced: plain for plain, voiced in _PAIRS.items()}
_ROWS_OF_I = {
    "き": "かくこ",
    "ぎ": "がぐご",
    "し": "さすそ",
    "じ": "ざずぞ",
    "に": "なぬの",
    "ひ": "はふほ",
    "び": "ばぶぼ",
    "み": "まむも",
    "り": "らるろ",
}
_GLIDES = {
    i + small: plain
    for i, row in _ROWS_OF_I.items()
    for plain, small in zip(row, "ゃゅょ", strict=True)
}
_OTHER_GLIDE = _GLIDES | {plain: glide for glide, plain in _GLIDES.items()}
# きょう, しょく, しゅつ: before other beats nobody would think of a glide.
_AFTER_GLIDES = frozenset("うくつ")
_LONG_AFTER = {"o": "う", "u": "う"}
_STOPS = "かきくけこさしすせそたちつてと"
_LENGTHENERS = frozenset("うー")


def slips(reading: str) -> Iterator[tuple[str, ErrorCode]]:
    """Hiragana one slip away from this hiragana, each with its kind. May repeat."""
    beats = morae(reading)
    for place, beat in enumerate(beats):
        before = beats[place - 1] if place else ""
        after = beats[place + 1] if place + 1 < len(beats) else ""
        start, rest = beats[:place], beats[place + 1 :]
        for other, code in _of_beat(beat, before, after):
            yield "".join([*start, *other, *rest]), code


def _of_beat(beat: str, before: str, after: str) -> Iterator[tuple[list[str], ErrorCode]]:
    if beat in _LENGTHENERS and before and vowel(before) in _LONG_AFTER:
        yield [], ErrorCode.LEN
    elif vowel(beat) in _LONG_AFTER and after not in _LENGTHENERS and beat not in "うおー":
        yield [beat, _LONG_AFTER[vowel(beat)]], ErrorCode.LEN
    if beat == "っ":
        yield [], ErrorCode.SOKUON
    elif beat[0] in _STOPS and before and before not in ("っ", "ん") and before not in _LENGTHENERS:
        yield ["っ", beat], ErrorCode.SOKUON
    if beat[0] in _OTHER_VOICE:
        yield [_OTHER_VOICE[beat[0]] + beat[1:]], ErrorCode.VOICE
    if beat in _GLIDES or (beat in _OTHER_GLIDE and after in _AFTER_GLIDES):
        yield [_OTHER_GLIDE[beat]], ErrorCode.YOON
