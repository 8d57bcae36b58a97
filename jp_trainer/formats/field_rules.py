"""Say what each field of a deck may hold; a finding is a code and its facts, without a place."""

import re
from collections.abc import Iterator, Mapping

from jp_trainer.core import furigana
from jp_trainer.core.deck_problems import Code
from jp_trainer.core.furigana import FuriganaError

Finding = tuple[Code, Mapping[str, object]]

ID = re.compile("[a-z0-9-]{1,40}")
LINK = re.compile("(?:[a-z0-9-]{1,40}:)?[a-z0-9-]{1,40}")
ROMAJI = re.compile("[a-z][a-z'-]*")
PICTURE = re.compile("openmoji:[0-9A-F]{2,6}(?:-[0-9A-F]{2,6})*|svg:[a-z0-9-]+")
LEVELS = ("N5", "N4", "N3", "N2", "N1", "A1", "A2", "special")

# An option button holds 30 characters, the note below an answer 160 (docs/formats.md).
_LONGEST: Mapping[str, int] = {
    "word": 40,
    "reading": 60,
    "meaning_en": 30,
    "meaning_ur": 30,
    "note_en": 160,
    "note_ur": 160,
    "example_en": 160,
    "example_ur": 160,
    "picture": 60,
    "loan_from": 60,
}
_LONGEST_OTHER = 400
ALWAYS_FITS = min(_LONGEST.values())
"""So many characters fit into every column."""
EXAMPLE_LEAST, EXAMPLE_MOST = 8, 28

_KANA = re.compile("[ぁ-ゖァ-ヶー・]+")
_ONE_RUN = re.compile("([ぁ-ゖァ-ヴー]*)[一-鿿々]+([ぁ-ゖァ-ヴー]*)")
# A base of kanji only, whose beginning is beyond doubt.
_SIMPLE_BASE = re.compile(r"(?:^| |(?<=[]ぁ-ゖァ-ヴー、。「」]))([一-鿿々]+)\[[ぁ-ゖァ-ヶー]+\]")
_KANJI = re.compile("[一-鿿々〆〇㐀-䶿\uf900-\ufaff\U00020000-\U0003ffff]")
_URDU = re.compile("[\u0621-\u064a\u0671-\u06d3]")
# Letters of Arabic keyboards that look like Urdu ones and are found by no Urdu search.
_ARABIC = {"ي": "ی", "ى": "ی", "ك": "ک", "ه": "ہ", "ة": "ہ"}
_ARABIC_LETTER = re.compile(f"[{''.join(_ARABIC)}]")


def is_reading(text: str) -> bool:
    """Kana, long marks and the middle dot only, with at least one kana."""
    return bool(_KANA.fullmatch(text)) and text.strip("・ー") != ""


def longest(column: str) -> int:
    """How many characters a column may hold."""
    return _LONGEST.get(column, _LONGEST_OTHER)


def urdu_findings(text: str) -> Iterator[Finding]:
    """Text in an Urdu field that is not Urdu, or is typed with an Arabic keyboard."""
    if not text:
        return
    if not _URDU.search(text):
        yield Code.NO_URDU, {}
    elif found := _ARABIC_LETTER.search(text):
        letter = found.group()
        yield Code.ARABIC_LETTER, {"found": letter, "wanted": _ARABIC[letter]}


def reading_findings(word: str, reading: str) -> Iterator[Finding]:
    """A reading that is not kana, or that does not fit its word."""
    if not is_reading(reading):
        yield Code.NOT_KANA, {"value": reading}
        return
    if word == reading or _fits_simply(word, reading):
        return
    try:
        furigana.align(word, reading)
    except FuriganaError:
        yield Code.NOT_ALIGNED, {"word": word, "reading": reading}


def _fits_simply(word: str, reading: str) -> bool:
    """Whether it is a word of one run of kanji, with kana about it that are those of its reading.

    Nearly every word is, and furigana.align takes twenty times as long to find out.
    """
    parts = _ONE_RUN.fullmatch(word)
    return bool(
        parts
        and len(word) <= len(reading)
        and reading.startswith(parts[1])
        and reading.endswith(parts[2])
    )


def plain_example(example: str) -> str | None:
    """The example without readings; None where furigana.parse has to say what is wrong with it."""
    pieces = _SIMPLE_BASE.split(example)
    if _is_whole(example, pieces):
        return "".join(pieces)
    try:
        return furigana.plain(example)
    except FuriganaError:
        return None


def example_findings(example: str) -> Iterator[Finding]:
    """Furigana that cannot be read or does not cover every kanji; an example too short or long."""
    pieces = _SIMPLE_BASE.split(example)
    if _is_whole(example, pieces):
        plain, rest = "".join(pieces), "".join(pieces[::2])
    else:
        try:
            spans = furigana.parse(example)
        except FuriganaError as error:
            facts = {"problem": error.problem.name, "at": error.position + 1}
            yield Code.BAD_FURIGANA, facts
            return
        plain = furigana.plain(spans)
        rest = "".join(span.base for span in spans if span.reading is None)
    if not EXAMPLE_LEAST <= len(plain) <= EXAMPLE_MOST:
        length = {"length": len(plain), "least": EXAMPLE_LEAST, "most": EXAMPLE_MOST}
        yield Code.EXAMPLE_LENGTH, length
    if bare := "".join(_KANJI.findall(rest)):
        yield Code.NO_FURIGANA, {"text": bare}


def _is_whole(example: str, pieces: list[str]) -> bool:
    """Whether every bracket is that of a simple base; `pieces`: text, base, text, base, text."""
    return len(pieces) // 2 == example.count("[") == example.count("]")
