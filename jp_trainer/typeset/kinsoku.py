"""Know what each character may do at the edge of a line.

Source of the classes: JIS X 4051:2004 and "Requirements for Japanese Text Layout" (W3C Note,
https://www.w3.org/TR/jlreq/), sections 3.1.7 to 3.1.10 and appendix A.
"""

import enum
import unicodedata

CLOSING = frozenset("、。，．」』）】〕］｝〉》〙〗〟")
OPENING = frozenset("「『（【〔［｛〈《〘〖〝")

_SMALL_KANA = "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
_HALF_WIDTH_CLOSING = "｡､｣･ｧｨｩｪｫｬｭｮｯｰﾞﾟ"
NOT_FIRST = CLOSING | frozenset(
    f"{_SMALL_KANA}{_HALF_WIDTH_CLOSING}"
    "ー々〻ヽヾゝゞ・：；！？‼⁇⁈⁉…‥—―〜～‐–゠゛゜％℃‰”’»"
    ")]},.!?:;%"
)
NOT_LAST = OPENING | frozenset("“‘«｢￥＄＃№([{¥$#")

_PAUSES = frozenset("、。，．！？：；」』）】.,!?:;")
_PREFIXES = frozenset("おご")  # お客, ご飯
_NEVER_PARTED = frozenset("…‥—―")  # two of a kind are one sign
_NO_BREAK_SPACE = "\u00a0"
_NEWLINES = "\n\u2028\u2029"
_LATIN_END = "\u02ff"
_WORD_SIGNS = frozenset("’‐‑–")
_STICKING = frozenset({"Mn", "Me", "Mc", "Cf", "Cc", "Cs"})
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_JOINER = "\u200d"


class Kind(enum.Enum):
    """What a character is to a line breaker."""

    SPACE = enum.auto()
    NEWLINE = enum.auto()
    WORD = enum.auto()  # stays together with its neighbours of the same kind
    KANA = enum.auto()
    FULL = enum.auto()  # kanji, signs: a line may be broken on either side


def kind_of(char: str) -> Kind:
    """The kind of one character; long vowel mark and half-width kana are KANA."""
    if "ぁ" <= char <= "ヿ" and char not in "・゠":
        return Kind.KANA
    if char in " \t\u3000\u00a0":
        return Kind.SPACE
    if char in _NEWLINES:
        return Kind.NEWLINE
    if char <= _LATIN_END or char in _WORD_SIGNS:
        return Kind.WORD
    return _kind_by_width(char)


def _kind_by_width(char: str) -> Kind:
    match unicodedata.east_asian_width(char):
        case "H":
            return Kind.KANA
        case "W" | "F":
            return Kind.FULL
        case _:
            category = unicodedata.category(char)
            return Kind.WORD if category[0] in "LM" or category == "Nd" else Kind.FULL


def sticks(before: str, char: str) -> bool:
    """Whether `char` is no character of its own but belongs to the one before it."""
    if char in _NEWLINES or before in _NEWLINES:
        return False
    if char < "\u0300":
        return char < " " and char != "\t"
    return before == _JOINER or unicodedata.category(char) in _STICKING or ord(char) in _SKIN_TONES


def may_part(before: str, after: str) -> bool:
    """Whether a line may end with the character `before` and the next begin with `after`."""
    if after in NOT_FIRST or before in NOT_LAST or _NO_BREAK_SPACE in (before, after):
        return False
    if before.isdecimal() and (after.isdecimal() or "一" <= after <= "\u9fff"):
        return False  # 15日: a number and what it counts
    if is_alphanumeric(before) and is_alphanumeric(after):
        return False  # a word and a base with ruby may both be Latin
    return not (before == after and before in _NEVER_PARTED)


def pauses(before: str, after: str) -> bool:
    """Whether a phrase likely ends between the two: after a stop, or where kana give way.

    A phrase begins with its noun or verb, mostly kanji or katakana, and ends in hiragana.
    """
    if "ぁ" <= before <= "ゖ":
        return not "ぁ" <= after <= "ゖ" and before not in _PREFIXES
    return before in _PAUSES or kind_of(before) is Kind.SPACE


def is_alphanumeric(char: str) -> bool:
    """A Latin letter or figure of narrow width: a hair of space sets it off from kana and kanji."""
    return char <= _LATIN_END and char.isalnum()
