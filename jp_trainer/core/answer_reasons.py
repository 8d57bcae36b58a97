"""Say why typed kana are wrong: lay them beside the answer, beat by beat, and name the slip."""

import enum
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from jp_trainer.core.furigana import to_hiragana, to_katakana
from jp_trainer.core.kana import bare, fold, to_romaji
from jp_trainer.core.kana_tables import ROWS, SMALL, VOWELS
from jp_trainer.core.morae import LONG, beats, sounds


class Reason(enum.Enum):
    """Why an answer is wrong; the values are stored in events and counted."""

    LONG_VOWEL = "long-vowel"
    SMALL_TSU = "small-tsu"
    SMALL_YA_YU_YO = "small-ya-yu-yo"
    VOICING = "voicing"
    N_SOUND = "n-sound"
    SIMILAR_KANA = "similar-kana"
    """Kana that look alike (シ, ツ) or differ in the vowel alone (み, め)."""
    PARTICLE = "particle"
    ON_FOR_KUN = "on-for-kun"
    """Each kanji read as it is read in some word, but not in this one."""
    OTHER_WORD = "other-word"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Cell:
    """One column of the picture of two rows of beats; "" where a row has no beat here.

    `same` is false where the eye shall go. `slip` is what went wrong there, None where `same`, and
    where other kana sound the same.
    """

    given: str
    asked: str
    same: bool
    slip: Reason | None = None


_VOICE = dict(
    zip(
        "がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽゔ",
        "かきくけこさしすせそたちつてとはひふへほはひふへほう",
        strict=True,
    )
)
_DEVOICED = str.maketrans(_VOICE)
_BIG = str.maketrans("ゃゅょぁぃぅぇぉゎ", "やゆよあいうえおわ")
_SMALL_VOWEL = dict(zip("ゃゅょぁぃぅぇぉゎ", "auoaiueoa", strict=True))
_PLACE = {
    kana: (row, vowel)
    for row, line in ROWS.items()
    for kana, vowel in zip(line, VOWELS, strict=True)
} | {"や": ("y", "a"), "ゆ": ("y", "u"), "よ": ("y", "o"), "わ": ("w", "a"), "ゔ": ("v", "u")}
_LIKE_IN_HIRAGANA = (
    "あお いり いこ きさ さち けは はほ ほま こに たな ちら ぬめ ねれ れわ ねわ るろ "
    "くへ うら しつ のめ"
)
_LIKE_IN_KATAKANA = (
    "アマ アヤ ウワ ウフ ワク クケ クタ ケタ コユ コヨ コロ シツ ソン ソリ ンリ スヌ ヌメ ナメ "
    "チテ ノソ ノメ ハヘ ルレ フワ フラ ワラ マム イト セヤ エコ カヤ オホ ニエ シミ ツソ シン"
)
_VOWELS_HEARD_ALIKE = frozenset(map(frozenset, ("iu", "ie", "uo")))
_SOUNDS_HEARD_ALIKE = frozenset(map(frozenset, ("つす", "ちし", "だら")))
_MISSING = {"っ": Reason.SMALL_TSU, LONG: Reason.LONG_VOWEL, "ん": Reason.N_SOUND}
_TAKEN_FOR = {"っ": ("つ", "ん", LONG), LONG: ("ん",), "ん": tuple("なにぬねのむ")}


def _pairs(text: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(fold(pair)) for pair in text.split())


_LOOKALIKES = {False: _pairs(_LIKE_IN_HIRAGANA), True: _pairs(_LIKE_IN_KATAKANA)}
# So many slips still make one answer; more is a guess.
_FEW = 2
# Costs: a beat too many or too few, a beat easily taken for another, any other beat.
_GAP, _KIN, _STRANGE = 4, 4, 7


def difference(asked: str, given: str, *, spelling: bool = False) -> tuple[Cell, ...]:
    """Both in beats, side by side with the least change; the given row in the script asked for.

    With `spelling`, other kana for the same sound are pointed at; else only what sounds wrong is.
    """
    asked = bare(asked)
    katakana = _is_katakana(asked)
    asked_row = _row(asked)
    given_row = _row(to_katakana(fold(given)) if katakana else fold(given))
    whole = _reason_of_all(asked, given)
    cells: list[Cell] = []
    for i, j in _aligned(asked_row, given_row, katakana):
        heard = _NO_BEAT if i is None else asked_row[i]
        said = _NO_BEAT if j is None else given_row[j]
        same = heard.kana == said.kana or (heard.sound == said.sound and not spelling)
        found = _slip(heard, said, katakana)
        if found is Reason.OTHER and whole is not None:
            found = whole
        cells.append(Cell(said.shown, heard.shown, same, found))
    return tuple(cells)


def reason_of(asked: str, given: str) -> Reason | None:
    """The one kind of slip between two readings, OTHER if there are several; None: sound alike."""
    heard = sounds(fold(asked))
    if heard == sounds(fold(given)):
        return None
    whole = _reason_of_all(asked, given)
    if whole is not None:
        return whole
    slips = [cell.slip for cell in difference(asked, given) if cell.slip is not None]
    if Reason.OTHER in slips or len(slips) > max(_FEW, len(heard) // 3):
        return Reason.OTHER
    return slips[0] if len(slips) < len(heard) or len(slips) == 1 else Reason.OTHER


def _reason_of_all(asked: str, given: str) -> Reason | None:
    """The reason that explains every difference in sound, if a single one does."""
    heard, said = sounds(fold(asked)), sounds(fold(given))
    if heard == said:
        return None
    # ん and な read as one in Latin letters: konya.
    if _latin(asked) == _latin(given):
        return Reason.N_SOUND
    tests: tuple[tuple[Reason, Callable[[tuple[str, ...]], str]], ...] = (
        (Reason.LONG_VOWEL, lambda row: "".join(row).replace(LONG, "")),
        (Reason.SMALL_TSU, lambda row: "".join(row).replace("っ", "")),
        (Reason.SMALL_TSU, lambda row: "".join(row).replace("っ", "つ")),
        (Reason.N_SOUND, lambda row: "".join(row).replace("ん", "")),
        (Reason.SMALL_YA_YU_YO, lambda row: "".join(row).replace(LONG, "う").translate(_BIG)),
        (Reason.VOICING, lambda row: "".join(row).translate(_DEVOICED)),
    )
    return next((reason for reason, strip in tests if strip(heard) == strip(said)), None)


def _latin(kana: str) -> str:
    return to_romaji(fold(kana)).replace("'", "")


@lru_cache(maxsize=65_536)
def slip(asked: str, given: str, *, katakana: bool = False) -> Reason | None:
    """What is wrong with one beat (as `sounds` gives it) for another; "" is no beat there."""
    if asked == given:
        return None
    either = {asked, given}
    if "" in either:
        return _MISSING.get(asked or given, Reason.OTHER)
    if _look_alike(asked, given, katakana=katakana):
        return Reason.SIMILAR_KANA
    for beat, reason in _MISSING.items():
        if beat in either:
            other = given if beat == asked else asked
            return reason if other in _TAKEN_FOR[beat] else Reason.OTHER
    voiced = asked.translate(_DEVOICED) == given.translate(_DEVOICED)
    if voiced or either in ({"じ", "ち"}, {"ず", "つ"}):
        return Reason.VOICING
    return _slip_in_syllable(asked, given)


def _slip_in_syllable(asked: str, given: str) -> Reason:
    row, vowel, glide = _features(asked)
    other_row, other_vowel, other_glide = _features(given)
    if not row or not other_row or row != other_row:
        alike = frozenset((asked, given)) in _SOUNDS_HEARD_ALIKE
        bare_vowels = not row and not other_row and not glide and not other_glide
        if alike or (bare_vowels and frozenset((vowel, other_vowel)) in _VOWELS_HEARD_ALIKE):
            return Reason.SIMILAR_KANA
        return Reason.OTHER
    if (glide or other_glide) and (asked[0] == given[0] or vowel == other_vowel):
        return Reason.SMALL_YA_YU_YO
    if not glide and not other_glide and frozenset((vowel, other_vowel)) in _VOWELS_HEARD_ALIKE:
        return Reason.SIMILAR_KANA
    return Reason.OTHER


def is_vowel_slip(asked: str, given: str) -> bool:
    """Whether two beats differ in the vowel alone, as by a neighbouring key (i, u)."""
    row, vowel, glide = _features(asked)
    other_row, other_vowel, other_glide = _features(given)
    return bool(vowel and other_vowel) and (row, glide) == (other_row, other_glide)


def _features(beat: str) -> tuple[str, str, bool]:
    """Row, vowel and whether there is a glide; empty for っ, ん, ー."""
    row, vowel = _PLACE.get(beat[:1], ("", ""))
    if len(beat) > 1 and beat[1] in SMALL:
        return row, _SMALL_VOWEL[beat[1]], beat[1] in "ゃゅょ"
    return row, vowel, False


def _look_alike(asked: str, given: str, *, katakana: bool) -> bool:
    """Look-alikes, both with marks or both without (グ, ダ)."""
    if asked[1:] != given[1:] or (asked[:1] in _VOICE) != (given[:1] in _VOICE):
        return False
    pair = frozenset((asked[:1].translate(_DEVOICED), given[:1].translate(_DEVOICED)))
    return pair in _LOOKALIKES[katakana]


def _is_katakana(text: str) -> bool:
    return bool(text) and to_katakana(text) == text


class _Beat(NamedTuple):
    shown: str
    kana: str
    sound: str


_NO_BEAT = _Beat("", "", "")


def _row(text: str) -> list[_Beat]:
    pieces = zip(beats(text), sounds(to_hiragana(text)), strict=True)
    return [_Beat(shown, kana, sound) for (shown, kana), sound in pieces]


def _slip(asked: _Beat, given: _Beat, katakana: bool) -> Reason | None:
    # The same う may be heard as ー here and as う there, after another vowel.
    if asked.kana == given.kana:
        return None
    return slip(asked.sound, given.sound, katakana=katakana)


def _aligned(
    asked: Sequence[_Beat], given: Sequence[_Beat], katakana: bool
) -> list[tuple[int | None, int | None]]:
    """Pairs of positions, cheapest first to last; None where the other row has one beat more."""
    alike = 0
    for one, other in zip(asked, given, strict=False):
        if one.kana != other.kana:
            break
        alike += 1
    rest = _aligned_by_cost(asked[alike:], given[alike:], katakana)
    return [(i, i) for i in range(alike)] + [
        (None if i is None else i + alike, None if j is None else j + alike) for i, j in rest
    ]


def _aligned_by_cost(
    asked: Sequence[_Beat], given: Sequence[_Beat], katakana: bool
) -> list[tuple[int | None, int | None]]:
    rows, columns = len(asked) + 1, len(given) + 1
    cost = [[_GAP * (i + j) for j in range(columns)] for i in range(rows)]
    for i in range(1, rows):
        for j in range(1, columns):
            swap = _swap_cost(asked[i - 1], given[j - 1], katakana)
            cost[i][j] = min(
                cost[i - 1][j - 1] + swap, cost[i - 1][j] + _GAP, cost[i][j - 1] + _GAP
            )
    out: list[tuple[int | None, int | None]] = []
    i, j = rows - 1, columns - 1
    while i or j:
        swap = _swap_cost(asked[i - 1], given[j - 1], katakana) if i and j else 0
        if i and j and cost[i][j] == cost[i - 1][j - 1] + swap:
            i, j = i - 1, j - 1
            out.append((i, j))
        elif i and cost[i][j] == cost[i - 1][j] + _GAP:
            i -= 1
            out.append((i, None))
        else:
            j -= 1
            out.append((None, j))
    return out[::-1]


def _swap_cost(asked: _Beat, given: _Beat, katakana: bool) -> int:
    found = _slip(asked, given, katakana)
    if found is None:
        return 0
    return _STRANGE if found is Reason.OTHER else _KIN
