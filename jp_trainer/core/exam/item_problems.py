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
    # Items and stimuli
    TOO_FEW_OPTIONS = "too-few-options"
    RAGGED_ROWS = "ragged-rows"
    UNKNOWN_STIMULUS = "unknown-stimulus"  # value
    LONELY_STIMULUS = "lonely-stimulus"
    MIXED_TESTLET = "mixed-testlet"  # value: the key that differs
    BAD_ORDER_LINE = "bad-order-line"  # wanted

    @property
    def severity(self) -> Severity:
        """How grave it is, wherever it stands."""
        return Severity.WARNING if self in _WARNINGS else Severity.ERROR


_WARNINGS = frozenset({Code.NOT_NFC})


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
