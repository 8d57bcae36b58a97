"""Name what can be wrong with items and blueprints as they are written: where, what, how grave.

The sentences (what it is and how to mend it) are in wording/item_problems.py.
"""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jp_trainer.core.deck_problems import Severity


class Code(enum.Enum):
    """What is wrong; the facts of each in brackets."""

    # Files
    CANNOT_READ = "cannot-read"  # reason
    TOO_LARGE = "too-large"  # most_mb
    NOT_UTF8 = "not-utf8"
    NOT_NFC = "not-nfc"
    BAD_TOML = "bad-toml"  # reason
    # Keys
    MISSING_KEY = "missing-key"
    WRONG_TYPE = "wrong-type"  # wanted
    BAD_VALUE = "bad-value"  # value, known
    BAD_ID = "bad-id"  # value
    DUPLICATE_ID = "duplicate-id"  # value, file, other_line
    CONTROL_CHARACTER = "control-character"  # char
    NEWER_FORMAT = "newer-format"  # found, known
    UNKNOWN_TABLE = "unknown-table"
    OUT_OF_RANGE = "out-of-range"  # value, least, most
    # Blueprints
    OTHER_FILE = "other-file"  # file, id
    NO_SOURCE = "no-source"  # value: the dotted name
    SOURCE_OF_NOTHING = "source-of-nothing"  # value
    UNKNOWN_SCORING = "unknown-scoring"  # value
    NO_TIME = "no-time"
    BANDS_OUT_OF_ORDER = "bands-out-of-order"
    # Items and stimuli as they are read
    TOO_FEW_OPTIONS = "too-few-options"
    RAGGED_ROWS = "ragged-rows"
    UNKNOWN_STIMULUS = "unknown-stimulus"  # value
    LONELY_STIMULUS = "lonely-stimulus"
    MIXED_TESTLET = "mixed-testlet"  # value: the key that differs
    BAD_ORDER_LINE = "bad-order-line"  # wanted
    BAD_TABLE_LINE = "bad-table-line"  # wanted
    # One item by itself
    SAME_OPTIONS = "same-options"
    OPTION_LENGTHS = "option-lengths"  # short, long
    OPTION_CLASSES = "option-classes"  # classes
    OPTION_COUNT = "option-count"  # count, wanted
    NO_ERROR_CODE = "no-error-code"  # number
    SURPLUS_ERROR_CODE = "surplus-error-code"  # number
    NO_EXPLANATION = "no-explanation"  # language
    EXPLANATION_LENGTH = "explanation-length"  # count, least, most
    NO_STATEMENT = "no-statement"  # language
    SURPLUS_STATEMENT = "surplus-statement"
    NO_URDU = "no-urdu"
    ARABIC_LETTER = "arabic-letter"  # found, wanted
    NOT_IN_EXAM = "not-in-exam"  # exam
    OTHER_LEVEL = "other-level"  # value, wanted
    NO_STIMULUS = "no-stimulus"
    EMPTY_STIMULUS = "empty-stimulus"
    NO_UNDERLINE = "no-underline"
    NO_BLANK = "no-blank"
    GAP_COUNT = "gap-count"  # gaps, items
    NOT_KANA = "not-kana"  # text
    BAD_FURIGANA = "bad-furigana"  # problem (a furigana.Problem name), at
    NO_FURIGANA = "no-furigana"  # text
    NO_ALT = "no-alt"
    BAD_PICTURE = "bad-picture"  # value
    NO_PICTURE = "no-picture"  # value
    # What is heard
    NO_CLIP = "no-clip"
    NOTHING_HEARD = "nothing-heard"
    NO_SITUATION = "no-situation"
    NO_VOICE = "no-voice"  # value, known
    SHARED_VOICE = "shared-voice"  # voice, one, other
    NO_KANA = "no-kana"
    # ★ items
    BAD_PIECES = "bad-pieces"  # count
    STAR_IS_NOT_KEY = "star-is-not-key"
    BAD_SLOTS = "bad-slots"  # count
    ORDERS = "orders"  # missing, surplus
    RIGHT_ORDERS = "right-orders"  # count
    ORDER_SENTENCE = "order-sentence"  # other_line
    # Many items together
    UNEVEN_KEYS = "uneven-keys"  # key, count, of, most
    KEY_RUN = "key-run"  # key, count
    NEAR_DUPLICATE = "near-duplicate"  # other, percent
    DECK_EXAMPLE = "deck-example"  # text, word
    ANCHOR_SHARE = "anchor-share"  # percent, wanted
    FORM_COUNT = "form-count"  # form, type, count, wanted
    STRATEGY = "strategy"  # strategy, exam, percent, chance, items
    # With the reading engine and the lists
    TEXT_LENGTH = "text-length"  # unit, length, least, most
    KANA_IS_NOT_TEXT = "kana-is-not-text"  # text, kana, other
    KANA_IS_NOT_ENGINE = "kana-is-not-engine"  # text, kana, other
    KANA_IS_NOT_VOICE = "kana-is-not-voice"  # text, kana, other
    OTHER_READING = "other-reading"  # base, written, engine
    KEY_READING = "key-reading"  # text, written, engine
    KANJI_LEVEL = "kanji-level"  # text, level
    WORD_LEVEL = "word-level"  # text, found, level
    WORD_NEAR = "word-near"  # text, found, level
    WORD_UNLISTED = "word-unlisted"  # text, level

    @property
    def severity(self) -> Severity:
        """How grave it is, wherever it stands."""
        return Severity.WARNING if self in _WARNINGS else Severity.ERROR


_WARNINGS = frozenset(
    {
        *(Code.NOT_NFC, Code.OPTION_LENGTHS, Code.OPTION_CLASSES, Code.EXPLANATION_LENGTH),
        *(Code.ANCHOR_SHARE, Code.FORM_COUNT, Code.WORD_NEAR, Code.WORD_UNLISTED),
    }
)
KANA = frozenset(
    {
        *(Code.KANA_IS_NOT_TEXT, Code.KANA_IS_NOT_ENGINE, Code.KANA_IS_NOT_VOICE),
        *(Code.OTHER_READING, Code.KEY_READING),
    }
)
"""Doubts about readings: settled where a person has recorded the line in reviewed.tsv."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found, before anyone has looked up where it stands; like Problem otherwise."""

    subject: str
    key: str
    code: Code
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong at one place.

    Attributes:
        line: counted from 1; 0 if it is about the file as a whole.
        key: of the TOML table, like "options.2"; "" if it is about the whole.
        facts: what a sentence needs besides, by the names given at the Code.
        subject: the id of the item, stimulus or blueprint; "" where there is none.
    """

    path: Path
    line: int
    key: str
    code: Code
    facts: Mapping[str, object] = field(default_factory=dict)
    subject: str = ""

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.code.severity
