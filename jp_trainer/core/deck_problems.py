"""Name what can be wrong with a deck as it is written: where, what, how grave. No sentences.

The sentences (what it is and how to mend it) are in wording/deck_problems.py.
"""

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path


class Severity(enum.Enum):
    """What a problem means for the deck."""

    ERROR = "error"
    """It is wrong; a deck that is wrong by itself is not installed."""
    WARNING = "warning"
    """It works, but learners will stumble."""
    REVIEW = "review"
    """A person who knows Japanese has to look, and either mend it or record that it is right."""


class Code(enum.Enum):
    """What is wrong; the facts of each in brackets."""

    # Files
    CANNOT_READ = "cannot-read"  # reason
    TOO_LARGE = "too-large"  # most_mb
    NOT_UTF8 = "not-utf8"
    NOT_NFC = "not-nfc"
    NO_WORDS_FILE = "no-words-file"
    # deck.toml
    BAD_TOML = "bad-toml"  # reason
    NEWER_FORMAT = "newer-format"  # found, known
    MISSING_KEY = "missing-key"
    WRONG_TYPE = "wrong-type"  # wanted
    BAD_ID = "bad-id"  # value
    OTHER_FOLDER = "other-folder"  # folder, id
    UNKNOWN_ASPECT = "unknown-aspect"  # value
    UNKNOWN_LANGUAGE = "unknown-language"  # value
    UNKNOWN_REQUIRED = "unknown-required"  # value
    DUPLICATE_CHAPTER = "duplicate-chapter"  # value
    # Rows
    EMPTY_FILE = "empty-file"
    MISSING_COLUMN = "missing-column"
    DUPLICATE_COLUMN = "duplicate-column"
    RAGGED_ROW = "ragged-row"  # found, wanted
    UNCLOSED_QUOTE = "unclosed-quote"
    BAD_QUOTE = "bad-quote"
    LINE_BREAK = "line-break"
    LINE_TOO_LONG = "line-too-long"  # length, most
    CONTROL_CHARACTER = "control-character"  # char
    # Fields
    MISSING_FIELD = "missing-field"
    TOO_LONG = "too-long"  # length, most
    EXAMPLE_LENGTH = "example-length"  # length, least, most
    UNKNOWN_KIND = "unknown-kind"  # value
    UNKNOWN_POS = "unknown-pos"  # value, known
    UNKNOWN_LEVEL = "unknown-level"  # value, known
    UNKNOWN_CHAPTER = "unknown-chapter"  # value
    NOT_KANA = "not-kana"  # value
    NOT_ROMAJI = "not-romaji"  # value
    NOT_ALIGNED = "not-aligned"  # word, reading
    BAD_FURIGANA = "bad-furigana"  # problem (a furigana.Problem value), at
    NO_FURIGANA = "no-furigana"  # text
    NO_URDU = "no-urdu"
    ARABIC_LETTER = "arabic-letter"  # found, wanted
    BAD_PICTURE = "bad-picture"  # value
    NOT_EDITABLE = "not-editable"
    # Between words
    DUPLICATE_ID = "duplicate-id"  # value, file, other_line
    DUPLICATE_GLOSS = "duplicate-gloss"  # value, word, file, other_line
    DUPLICATE_EXAMPLE = "duplicate-example"  # word, file, other_line
    DUPLICATE_WORD = "duplicate-word"  # word, reading, file, other_line
    BAD_LINK = "bad-link"  # value
    BROKEN_LINK = "broken-link"  # value
    LINK_TO_ITSELF = "link-to-itself"
    NOT_MUTUAL = "not-mutual"  # value
    SAME_AS_CHAIN = "same-as-chain"  # value, goes_on_to
    SAME_AS_OWN_DECK = "same-as-own-deck"  # value
    SAME_AS_OTHER_WORD = "same-as-other-word"  # value, word, reading
    UNKNOWN_DECK = "unknown-deck"  # value
    TAUGHT_ELSEWHERE = "taught-elsewhere"  # word, reading, file, other_line
    SAME_GLOSS_ELSEWHERE = "same-gloss-elsewhere"  # value, word, file, other_line
    # With the reading engine
    WORD_NOT_IN_EXAMPLE = "word-not-in-example"  # word
    WORD_TWICE_IN_EXAMPLE = "word-twice-in-example"  # word
    OTHER_READING = "other-reading"  # base, written, engine
    OTHER_WORD_READING = "other-word-reading"  # word, written, engine
    BAD_REVIEW = "bad-review"  # wanted

    @property
    def severity(self) -> Severity:
        """How grave it is, wherever it stands."""
        if self in _REVIEWS:
            return Severity.REVIEW
        return Severity.WARNING if self in _WARNINGS else Severity.ERROR


_WARNINGS = frozenset(
    {
        Code.NOT_NFC,
        Code.OTHER_FOLDER,
        Code.EXAMPLE_LENGTH,
        Code.DUPLICATE_EXAMPLE,
        Code.TAUGHT_ELSEWHERE,
        Code.NOT_MUTUAL,
        Code.UNKNOWN_DECK,
        Code.WORD_TWICE_IN_EXAMPLE,
    }
)
_REVIEWS = frozenset({Code.SAME_GLOSS_ELSEWHERE, Code.OTHER_READING, Code.OTHER_WORD_READING})


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong at one place.

    Attributes:
        line: counted from 1; 0 if it is about the file as a whole.
        column: the column of a table or the key of deck.toml; "" if it is about the line.
        facts: what a sentence needs besides, by the names given at the Code.
        subject: the id of the row as written, "" where there is none.
    """

    path: Path
    line: int
    column: str
    code: Code
    facts: Mapping[str, object] = field(default_factory=dict)
    subject: str = ""

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.code.severity


def errors_of(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that keep a deck from being installed."""
    return tuple(p for p in problems if p.severity is Severity.ERROR)
