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
_ARABIC = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ه": "ہ", "ة": "ہ", "ۃ": "ہ", "أ": "ا", "إ": "ا", "ؤ": "و"}
    | dict.fromkeys("\u0640\u200c\u200d\u200e\u200f")
    | dict.fromkeys(map(chr, (*range(0x064B, 0x0660), 0x0670)))
)
_MACRONS = str.maketrans("āīūēō", "aiueo")
_PUNCTUATION = re.compile(r"[\x00-\x1f\x7f!-/:-@\[-`{-~\s、。・「」『』（）〜～،۔؟؛]+")
# Other ways to write the same sounds in Latin letters: Kunrei, and long vowels left short.
_KUNREI = (
    *(("ssh", "ssy"), ("sha", "sya"), ("shu", "syu"), ("sho", "syo"), ("shi", "si")),
    *(("tch", "tty"), ("cha", "tya"), ("chu", "tyu"), ("cho", "tyo"), ("chi", "ti")),
    *(("tyi", "ti"), ("tsu", "tu"), ("ja", "zya"), ("ju", "zyu"), ("jo", "zyo"), ("ji", "zi")),
    ("fu", "hu"),
)
_MARK = re.compile(r"([aiueo])-")
_LONG = re.compile(r"([aiueo])-|ou|uu|oo|aa|ee")


def folded(text: str) -> str:
    """The text as it is compared: hiragana, one width and case, plain letters, single spaces."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return _PUNCTUATION.sub(" ", to_hiragana(text).translate(_ARABIC).translate(_MACRONS)).strip()


def search_text(word: Word) -> str:
    """Every text by which a word is found, folded, between FIELD marks."""
    fields = dict.fromkeys(
        found
        for text in (
            *(word.word, word.reading, *word.also_written, *word.also_read),
            *romaji(word.reading),
            *(word.meaning_en, word.meaning_ur),
        )
        if (found := folded(text))
    )
    return FIELD + FIELD.join(fields) + FIELD


def romaji(reading: str) -> Iterable[str]:
    """The ways in which a learner may type a reading in Latin letters."""
    hepburn = to_romaji(to_hiragana(reading)).replace("'", "")
    short = _LONG.sub(lambda found: found.group(1) or found.group()[0], hepburn)
    full = hepburn.replace("-", "")
    doubled = _MARK.sub(r"\1\1", hepburn)
    return dict.fromkeys((full, short, doubled, _kunrei(full), _kunrei(short)))


def _kunrei(hepburn: str) -> str:
    for old, new in _KUNREI:
        hepburn = hepburn.replace(old, new)
    return hepburn
