"""Fold kana for comparing, and write them in Latin letters.

Typing is in kana_typing.py, beats and sounds in morae.py.
"""

import re
import unicodedata
from functools import lru_cache

from jp_trainer.core.furigana import is_kana, to_hiragana, to_katakana
from jp_trainer.core.kana_tables import HEPBURN
from jp_trainer.core.kana_typing import Preview, keys_for, preview, spellings, to_kana
from jp_trainer.core.morae import beats, morae, sounds

__all__ = [
    "Preview",
    "bare",
    "fold",
    "is_all_kana",
    "keys_for",
    "morae",
    "preview",
    "sounds",
    "spellings",
    "to_hiragana",
    "to_kana",
    "to_katakana",
    "to_romaji",
]

# The marks as signs of their own; NFKC would put a space before them.
_MARKS = str.maketrans("゛゜", "\u3099\u309a")
# What has no width, case and punctuation to lose: nearly every reading and spelling.
_BARE = re.compile("[ぁ-ゖァ-ヶー一-鿿]+")
_DASH_AFTER_KANA = re.compile("(?<=[ぁ-ゖァ-ヺー])[-‐‑‒–—―−─]")


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """The text as it is compared: hiragana, no width, case, spaces or punctuation; ー stays.

    A dash after kana is taken for ー, other dashes go like all punctuation.
    """
    if _BARE.fullmatch(text):
        return to_hiragana(text)
    return to_hiragana(bare(text)).lower()


def bare(text: str) -> str:
    """The text without width, spaces and punctuation, but in its own script."""
    text = unicodedata.normalize("NFKC", text.translate(_MARKS))
    text = _DASH_AFTER_KANA.sub("ー", text)
    return "".join(sign for sign in text if unicodedata.category(sign)[0] not in "PZC")


def is_all_kana(text: str) -> bool:
    """Whether a text has kana and, marks aside, nothing else."""
    folded = fold(text)
    return bool(folded) and all(map(is_kana, folded))


def to_romaji(kana: str) -> str:
    """Hepburn in small letters: っ doubles (matcha), ん is n' before vowels and y, ー is `-`.

    What is no kana stays; a っ that nothing follows is xtsu.
    """
    out: list[str] = []
    doubled = False
    for _, beat in beats(kana):
        if beat == "っ" and not doubled:
            doubled = True
            continue
        latin = HEPBURN.get(beat) or "".join(map(_sign_in_latin, beat))
        if out and out[-1] == "n" and latin[:1] in tuple("aiueoy"):
            out[-1] = "n'"
        if doubled:
            consonant = latin[:1].isalpha() and latin[0] not in "aiueon"
            out.append(("t" if latin.startswith("ch") else latin[0]) if consonant else "xtsu")
            doubled = False
        out.append(latin)
    return "".join(out) + ("xtsu" if doubled else "")


def _sign_in_latin(sign: str) -> str:
    if sign == "っ":
        return "xtsu"
    small = {"ゃ": "xya", "ゅ": "xyu", "ょ": "xyo", "ゎ": "xwa"} | dict(
        zip("ぁぃぅぇぉ", ("xa", "xi", "xu", "xe", "xo"), strict=True)
    )
    return small.get(sign) or HEPBURN.get(sign, sign)
