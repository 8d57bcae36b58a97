"""Read numbers, and the counters that follow them, with the sounds they change in each other."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

_DIGITS = ("れい", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう")
# A digit by itself, in a row of digits: telephone numbers, rooms, what follows a decimal point.
_SPELLED = ("ぜろ", "いち", "にー", "さん", "よん", "ごー", "ろく", "なな", "はち", "きゅう")
_UNIT_NAMES = {
    "十": "じゅう",
    "百": "ひゃく",
    "千": "せん",
    "万": "まん",
    "億": "おく",
    "兆": "ちょう",
}
_SMALL_UNITS = ((1000, "せん"), (100, "ひゃく"), (10, "じゅう"))
_LARGE_UNITS = ("", "まん", "おく", "ちょう", "けい")
_CHANGED = {
    300: "さんびゃく",
    600: "ろっぴゃく",
    800: "はっぴゃく",
    3000: "さんぜん",
    8000: "はっせん",
}
_GEMINATING = {"ちょう": "s", "けい": "k"}
_MAX_DIGITS = 20
_KANJI_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0}
_KANJI_UNITS = {"十": 10, "百": 100, "千": 1000}
_KANJI_LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12, "京": 10**16}
_NUMERAL = re.compile(
    r"(?:[0-9]{1,3}(?:[,，、][0-9]{3})+(?![0-9])|[0-9]+|[〇零一二三四五六七八九十百千]+)"
    r"(?:[.．][0-9]+)?"
    r"(?:[十百千]?[万億兆](?:[0-9]{1,4}(?![0-9])|[〇一二三四五六七八九十百千]+)?"
    r"|[百千](?![0-9]))*"
)
_TO_PLAIN = str.maketrans({",": None, "，": None, "、": None, "．": "."})
_TO_ASCII = str.maketrans("０１２３４５６７８９", "0123456789")
_GEMINATED = {"k": {1, 6, 8, 10, 100}, "s": {1, 8, 10}, "h": {1, 6, 8, 10, 100}}
_VOICED = dict(zip("かきくけこさしすせそたちつてと", "がぎぐげござじずぜぞだぢづでど", strict=True))
_TO_B = dict(zip("はひふへほ", "ばびぶべぼ", strict=True))
_TO_P = dict(zip("はひふへほ", "ぱぴぷぺぽ", strict=True))
_NASAL = frozenset({3, 1000, 10000})
UNITS = "十百千万億兆"
SOME = {"何": "なん", "数": "すう", "幾": "いく"}


@dataclass(frozen=True, slots=True)
class Counter:
    """A counter's reading in hiragana; `change` and the exceptions as in counters.tsv."""

    reading: str
    change: str = "-"
    digits: Mapping[int, str] = field(default_factory=dict)
    whole: Mapping[int, str] = field(default_factory=dict)


def read_counters(path: Path) -> dict[str, Counter]:
    """Counters by their spelling, from counters.tsv, whose head explains its columns."""
    counters = {}
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            spelling, reading, change, exceptions = (*line.split("\t"), "")[:4]
            digits, whole = {}, {}
            for exception in exceptions.split():
                number, kana = exception.split("=")
                if number.endswith("!"):
                    whole[int(number[:-1])] = kana
                else:
                    digits[int(number)] = kana
            counters[spelling] = Counter(reading, change, digits, whole)
    return counters


def normal_digits(text: str) -> str:
    """Full-width digits as ASCII ones; no change in length."""
    return text.translate(_TO_ASCII)


def numeral_at(text: str, start: int) -> int:
    """Where the numeral that begins at `start` ends; `start` if there is none.

    `text` is as `normal_digits` gives it.
    """
    found = _NUMERAL.match(text, start)
    return found.end() if found else start


def count(numeral: str, counter: Counter | None) -> str | None:
    """Hiragana of a numeral (`numeral_at`) and the counter behind it, if there is one.

    None for kanji in an order that no number has (四十五十).
    """
    numeral = numeral.translate(_TO_PLAIN)
    reading = counter.reading if counter else ""
    whole, point, decimals = numeral.partition(".")
    if point:
        return _decimal(whole, decimals) + reading
    if numeral.isdecimal() and (len(numeral) > _MAX_DIGITS or (numeral[0] == "0" != numeral)):
        return spelled(numeral) + reading
    value = _value(numeral)
    if value is None:
        return None
    if counter and value in counter.whole:
        return counter.whole[value]
    kana = cardinal(value) if value else "ぜろ"
    return _join(kana, _ending(value), counter) if counter else kana


def count_some(prefix: str, unit: str, counter: Counter) -> str:
    """Hiragana of 何, 数 or 幾, perhaps 十 百 千 万 億, and a counter: 何百人, 数本."""
    kana = SOME[prefix]
    ending = 3 if prefix == "何" else 0
    for char in unit:
        name = _UNIT_NAMES[char]
        if ending == 3:  # noqa: PLR2004 - なん sounds on like さん: なんびゃく, なんぜん
            name = {"百": "びゃく", "千": "ぜん"}.get(char, name)
        kana, ending = kana + name, _KANJI_UNITS.get(char) or _KANJI_LARGE[char]
    return _join(kana, ending, counter)


def spelled(digits: str) -> str:
    """Digits one by one, as in a telephone number; other characters are silent."""
    return "".join(_SPELLED[int(char)] for char in digits if char in "0123456789")


def cardinal(value: int) -> str:
    """Hiragana of a positive whole number below 10**20."""
    groups = []
    for unit in _LARGE_UNITS:
        value, group = divmod(value, 10_000)
        if group:
            groups.append(_group(group, unit))
    return "".join(reversed(groups))


def _group(value: int, unit: str) -> str:
    out = []
    rest = value
    for size, name in _SMALL_UNITS:
        digit, rest = divmod(rest, size)
        if digit:
            out.append(_CHANGED.get(digit * size) or ("" if digit == 1 else _DIGITS[digit]) + name)
    if rest:
        out.append(_DIGITS[rest])
    kana = "".join(out)
    if unit in _GEMINATING:
        kana = _geminate(kana, _ending(value), _GEMINATING[unit])
    return kana + unit


def _decimal(whole: str, decimals: str) -> str:
    value = _value(whole) or 0
    kana = cardinal(value) if value else "れい"
    if value % 10 in {2, 5}:
        kana += "ー"
    kana = _geminate(kana, _ending(value), "s")
    unit = decimals.lstrip("0123456789")
    fraction = decimals.removesuffix(unit)
    after = _SPELLED if len(fraction) > 1 else _DIGITS
    units = "".join(_UNIT_NAMES.get(char, "") for char in unit)
    return kana + "てん" + "".join(after[int(digit)] for digit in fraction) + units


def _value(numeral: str) -> int | None:
    """Of digits, kanji digits in a row (一九六〇) and kanji units (三百, 5千, 765万9000)."""
    total = group = 0
    last_unit = last_large = 10**20
    digits = ""
    for char in numeral:
        if unit := _KANJI_UNITS.get(char):
            if unit >= last_unit:
                return None
            group += int(digits or 1) * unit
            digits, last_unit = "", unit
        elif large := _KANJI_LARGE.get(char):
            if large >= last_large:
                return None
            total += (group + int(digits or 0) or 1) * large
            group, digits = 0, ""
            last_unit, last_large = 10**20, large
        else:
            digits += str(_KANJI_DIGITS.get(char, char))
    return total + group + int(digits or 0)


def _ending(value: int) -> int:
    """What the number ends in, to the ear: its last digit, or the last unit said."""
    if value % 10:
        return value % 10
    units = (10**16, 10**12, 10**8, 10**4, 1000, 100, 10)
    return next((unit for unit in units if value and value % unit == 0), 0)


def _geminate(kana: str, ending: int, change: str) -> str:
    # All of いち, ろく, はち, じゅう, ひゃく (びゃく, ぴゃく) lose their last kana for っ.
    return kana[:-1] + "っ" if ending in _GEMINATED[change] else kana


def _join(kana: str, ending: int, counter: Counter) -> str:
    first, rest = counter.reading[0], counter.reading[1:]
    if ending in counter.digits:
        return kana.removesuffix(_DIGITS[ending]) + counter.digits[ending] + counter.reading
    match counter.change:
        case "k" | "s":
            kana = _geminate(kana, ending, counter.change)
        case "K" | "S":
            kana = _geminate(kana, ending, counter.change.lower())
            first = _VOICED[first] if ending in _NASAL else first
        case "h" | "p":
            nasal = _TO_B if counter.change == "h" else _TO_P
            if ending in _GEMINATED["h"]:
                kana, first = _geminate(kana, ending, "h"), _TO_P[first]
            elif ending in _NASAL or (ending, counter.change) == (4, "p"):
                first = nasal[first]
        case "l" if ending == 10 or (ending == 100 and first in "かきくけこ"):  # noqa: PLR2004
            kana = _geminate(kana, ending, "k")
    return kana + first + rest
