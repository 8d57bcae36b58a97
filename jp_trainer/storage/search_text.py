"""Fold texts so that what is searched and what is typed meet: scripts, width, case, vowel marks."""

import re
import unicodedata
from collections.abc import Iterable

from jp_trainer.core.furigana import to_hiragana
from jp_trainer.core.kana import to_romaji
from jp_trainer.core.words import Word

FIELD = "\n"
"""Stands before the first field, between fields and after the last."""

VERSION = "1"
"""Another version means that texts and index must be made again."""

# Arabic letters as keyboards and Urdu texts mix them; the marks above and below are left out.
_FOLD = str.maketrans(
    {chr(sign): to_hiragana(chr(sign)) for sign in range(ord("ァ"), ord("ヺ") + 1)}
    | {"ي": "ی", "ى": "ی", "ك": "ک", "ه": "ہ", "ة": "ہ", "ۃ": "ہ", "أ": "ا", "إ": "ا", "ؤ": "و"}
    | dict.fromkeys("\u0640\u200c\u200d\u200e\u200f")
    | dict.fromkeys(map(chr, (*range(0x064B, 0x0660), 0x0670)))
    | dict(zip("āīūēō", "aiueo", strict=True))
)
# Half a surrogate pair, which a keyboard or a shell can send, is none either.
_PUNCTUATION = re.compile(r"[\ud800-\udfff\x00-\x1f\x7f!-/:-@\[-`{-~\s、。・「」『』（）〜～،۔؟؛]+")
# What folding leaves as it is: nearly every spelling and reading.
_FOLDED = re.compile("[ぁ-ゖー一-鿿]+")
# Another way to write the same sounds in Latin letters.
_KUNREI = {
    **{"sha": "sya", "shu": "syu", "sho": "syo", "she": "sye", "shi": "si"},
    **{"cha": "tya", "chu": "tyu", "cho": "tyo", "che": "tye", "chi": "ti", "tch": "tt"},
    **{"tsu": "tu", "ja": "zya", "ju": "zyu", "jo": "zyo", "je": "zye", "ji": "zi"},
    "fu": "hu",
}
_NOT_KUNREI = re.compile("|".join(_KUNREI))
_MARK = re.compile(r"([aiueo])-")
_LONG = re.compile(r"([aiueo])-|ou|uu|oo|aa|ee")


def folded(text: str) -> str:
    """The text as it is compared: hiragana, one width and case, plain letters, single spaces."""
    if text.isascii():
        return _PUNCTUATION.sub(" ", text.lower()).strip()
    if _FOLDED.fullmatch(text):
        return text
    text = unicodedata.normalize("NFKC", text).casefold().translate(_FOLD)
    return _PUNCTUATION.sub(" ", text).strip()


def search_text(word: Word) -> str:
    """Every text by which a word is found, folded, between FIELD marks."""
    texts = (word.word, word.reading, *word.also_written, *word.also_read)
    fields = dict.fromkeys(map(folded, texts))
    fields |= dict.fromkeys(romaji(folded(word.reading)))
    fields |= dict.fromkeys((folded(word.meaning_en), folded(word.meaning_ur)))
    fields.pop("", None)
    return FIELD + FIELD.join(fields) + FIELD


def romaji(hiragana: str) -> Iterable[str]:
    """The ways in which a learner may type a reading in Latin letters."""
    hepburn = to_romaji(hiragana).replace("'", "")
    short = _LONG.sub(lambda found: found.group(1) or found.group()[0], hepburn)
    if "-" not in hepburn:
        return (hepburn, short, _kunrei(hepburn), _kunrei(short))
    full = hepburn.replace("-", "")
    doubled = _MARK.sub(r"\1\1", hepburn)
    return (full, short, doubled, _kunrei(full), _kunrei(short))


def _kunrei(hepburn: str) -> str:
    return _NOT_KUNREI.sub(lambda found: _KUNREI[found.group()], hepburn)
