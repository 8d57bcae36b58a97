"""Turn Latin keys into kana while they are typed, so that no input method is needed.

WanaKana's rules in IME mode. Two choices of ours:

- A long vowel with a macron or circumflex is two vowels, as most often spelled: ō is おう, ē ええ.
- `nn` before a vowel is ん (onnna writes おんな), as in every input method. Who writes onna as in
  print sees おんあ; `spellings` gives おんな too, and marking takes either.
"""

import re
import string
import unicodedata
from dataclasses import dataclass

from jp_trainer.core.furigana import to_katakana
from jp_trainer.core.kana_tables import BEGINNINGS, KEYS, KEYS_BY_KANA, LONGEST
from jp_trainer.core.morae import beats

_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_PLAIN = {0xFEE0 + code: code for code in map(ord, string.ascii_letters + "'-")} | {
    ord(long): plain
    for longs, plains in (
        ("āīūēō", ("aa", "ii", "uu", "ee", "ou")),
        ("âîûêô", ("aa", "ii", "uu", "ee", "ou")),
        ("ĀĪŪĒŌ", ("AA", "II", "UU", "EE", "OU")),
        ("ÂÎÛÊÔ", ("AA", "II", "UU", "EE", "OU")),
    )
    for long, plain in zip(longs, plains, strict=True)
}
_MACRONS = re.compile("[āīūēōâîûêôĀĪŪĒŌÂÎÛÊÔ]")
# The first n of onna as print has it; in onnna the n before the vowel is the third.
_N_AND_SYLLABLE = re.compile("(?<!n)n(?=n[aiueoy])", re.IGNORECASE)
_CURLY_AFTER_N = re.compile("(?<=[nN])[’`´]")


@dataclass(frozen=True, slots=True)
class Preview:
    """What stands in the field: kana, then keys that wait for the next one.

    `other` is the whole in kana as print would have it, where it differs (onna: おんな), else "".
    """

    kana: str
    pending: str
    other: str = ""


def to_kana(keys: str, *, final: bool) -> str:
    """The keys in kana; with `final` a last `n` is ん, without it what is unfinished stays Latin.

    Keys in capitals give katakana. What is no key (kana, kanji, digits, spaces) stays.
    """
    kana, pending = _convert(_plain(keys), final=final)
    return kana + pending


def preview(keys: str) -> Preview:
    """What the field shows while typing goes on."""
    kana, pending = _convert(_plain(keys), final=False)
    _, *others = spellings(keys)
    return Preview(kana, pending, others[0] if others else "")


def spellings(keys: str) -> tuple[str, ...]:
    """All that the finished keys may mean: as input methods have it, then as print has it."""
    plain = _plain(keys)
    typed, _ = _convert(plain, final=True)
    printed, _ = _convert(_N_AND_SYLLABLE.sub(r"\g<0>'", plain), final=True)
    return (typed,) if printed == typed else (typed, printed)


def has_macron(keys: str) -> bool:
    """Whether a long vowel is written in a way that leaves its kana open (ō: おう, おお, オー)."""
    return _MACRONS.search(unicodedata.normalize("NFC", keys)) is not None


def keys_for(kana: str) -> str:
    """Keys that write exactly this: `to_kana(keys_for(kana), final=True)` gives it back.

    Not for ゐ and ゑ, which have no keys. What is no kana stays.
    """
    out: list[str] = []
    pieces = beats(kana)
    for index, (beat, folded) in enumerate(pieces):
        after = keys_of_beat(pieces[index + 1][1]) if index + 1 < len(pieces) else ""
        katakana = beat != folded
        keys = keys_of_beat(folded)
        if folded == "ん" and after[:1] and after[0] in "aiueoyn' ":
            keys = "n'"
        elif folded == "っ" and index + 1 < len(pieces):
            same_script = katakana == (pieces[index + 1][0] != pieces[index + 1][1])
            if same_script and KEYS.get(after[:1] + after) == "っ" + pieces[index + 1][1]:
                keys = after[0]
        out.append(keys.upper() if katakana else keys)
    return "".join(out)


def keys_of_beat(beat: str) -> str:
    """Keys that write one beat of hiragana; what has no keys stays."""
    if beat in KEYS_BY_KANA:
        return KEYS_BY_KANA[beat]
    return "".join(KEYS_BY_KANA.get(sign, sign) for sign in beat)


def _plain(keys: str) -> str:
    composed = unicodedata.normalize("NFC", keys).translate(_PLAIN)
    return _CURLY_AFTER_N.sub("'", composed)


def _convert(keys: str, *, final: bool) -> tuple[str, str]:
    """Kana, and the unfinished rest; no rest with `final`."""
    lowered = keys.translate(_LOWER)
    out: list[str] = []
    at = 0
    while at < len(keys):
        if not final and lowered[at:] in BEGINNINGS:
            return "".join(out), keys[at:]
        for end in range(min(at + LONGEST, len(keys)), at, -1):
            kana = KEYS.get(lowered[at:end])
            if kana is not None:
                out.append(to_katakana(kana) if keys[at:end].isupper() else kana)
                at = end
                break
        else:
            out.append(keys[at])
            at += 1
    return "".join(out), ""
