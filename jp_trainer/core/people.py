"""Hold who studies here, and how they want to."""

import enum
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any

from jp_trainer.core.ids import DeckId, TraineeId


class Role(enum.Enum):
    """What a profile may do. The first profile of an installation is the owner."""

    OWNER = "owner"
    TRAINEE = "trainee"


class Goal(enum.Enum):
    """What a trainee prepares for."""

    JFT_A2 = "jft-a2"  # Specified Skilled Worker: JFT-Basic, A2.2
    JLPT_N5 = "jlpt-n5"
    JLPT_N4 = "jlpt-n4"
    JLPT_N3 = "jlpt-n3"
    ESD_A1 = "esd-a1"  # Employment for Skill Development: A1


class KanaKnown(enum.Enum):
    """Which signs a trainee could already read at the start."""

    NONE = "none"
    HIRAGANA = "hiragana"
    BOTH = "both"


class Furigana(enum.Enum):
    """When readings stand above kanji."""

    ALWAYS = "always"
    ON_PEEK = "peek"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Preferences:
    """How one trainee studies; stored as JSON with the trainee, unknown keys kept.

    Attributes:
        interface: "en", "ur" or "ja". meanings: one or both of "en", "ur", the first is larger.
        minutes: a day. new_words: a day, as accepted with the forecast; None = derived.
        theme: "system", "light", "dark" or "contrast". text_size: 1, 1.15 or 1.3.
        furigana, hide_known: readings above kanji; hidden for words that are known.
        auto_sound: speak a word when its answer is shown. lock_after_min: 0 = never.
        nastaliq: Urdu reading text in Nastaliq.
        sector: a deck id, "" if not chosen. decks: what this trainee studies, in order.
        instructor_tools: shows Decks; only the owner may switch it on.
        animations: nothing moves when off.
    """

    interface: str = "en"
    meanings: tuple[str, ...] = ("en",)
    minutes: int = 15
    new_words: int | None = None
    theme: str = "system"
    text_size: float = 1.0
    furigana: Furigana = Furigana.ALWAYS
    hide_known: bool = False
    auto_sound: bool = True
    lock_after_min: int = 10
    nastaliq: bool = False
    kana: KanaKnown = KanaKnown.NONE
    sector: str = ""
    goal: Goal = Goal.JFT_A2
    exam_date: date | None = None
    decks: tuple[DeckId, ...] = ()
    instructor_tools: bool = False
    animations: bool = True
    extra: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """As JSON values, with the keys of a newer version as they came."""
        body = {k: v for k, v in asdict(self).items() if k != "extra"}
        body["furigana"] = self.furigana.value
        body["kana"] = self.kana.value
        body["goal"] = self.goal.value
        body["exam_date"] = self.exam_date.isoformat() if self.exam_date else None
        body["meanings"], body["decks"] = list(self.meanings), list(self.decks)
        return {**self.extra, **body}

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> "Preferences":
        """Read it back; a value that makes no sense is replaced by the default."""
        values: dict[str, Any] = {}
        for key, read in _READERS.items():
            try:
                values[key] = read(body[key])
            except (KeyError, TypeError, ValueError):
                continue
        if not values.get("meanings"):
            values.pop("meanings", None)
        return cls(**values, extra={k: v for k, v in body.items() if k not in _READERS})


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _number(least: float, most: float, value: object) -> Any:
    if not isinstance(value, int | float) or isinstance(value, bool) or not least <= value <= most:
        raise ValueError(value)
    return value


def _whole(least: int, most: int, value: object) -> int:
    return int(_number(least, most, value))


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise TypeError(value)
    return tuple(each for each in value if isinstance(each, str))


_READERS: dict[str, Callable[[Any], Any]] = {
    "interface": _text,
    "meanings": _texts,
    "minutes": partial(_whole, 1, 24 * 60),
    "new_words": lambda value: None if value is None else _whole(0, 1000, value),
    "theme": _text,
    "text_size": partial(_number, 0.5, 4),
    "furigana": Furigana,
    "hide_known": _truth,
    "auto_sound": _truth,
    "lock_after_min": partial(_whole, 0, 24 * 60),
    "nastaliq": _truth,
    "kana": KanaKnown,
    "sector": _text,
    "goal": Goal,
    "exam_date": lambda value: None if value is None else date.fromisoformat(value),
    "decks": _texts,
    "instructor_tools": _truth,
    "animations": _truth,
}


@dataclass(frozen=True, slots=True)
class Trainee:
    """One person on this machine.

    Attributes:
        id: UUID from birth. pin: scrypt hash as text, "" where no PIN is set.
    """

    id: TraineeId
    name: str
    created_at: datetime
    role: Role = Role.TRAINEE
    pin: str = ""
    preferences: Preferences = field(default_factory=Preferences)

    @property
    def initials(self) -> str:
        """At most two letters for the profile grid; one for scripts that join their letters."""
        parts = self.name.split()
        if not parts:
            return "?"
        first = parts[0][0]
        if not first.isascii():
            return first
        return (first + (parts[-1][0] if len(parts) > 1 else "")).upper()


def tidy_name(name: str) -> str:
    """A name as it is kept: single spaces, no control characters, no half of a surrogate pair."""
    shown = (sign for sign in name if sign.isspace() or unicodedata.category(sign) not in _NO_SIGN)
    return " ".join("".join(shown).split())


_NO_SIGN = ("Cc", "Cs")
