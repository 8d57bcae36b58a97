"""Hold one question as it is asked, and what is needed to mark its answer at once."""

import enum
from dataclasses import dataclass
from typing import NewType

from jp_trainer.core.cards import Aspect
from jp_trainer.core.ids import CardId, WordId
from jp_trainer.core.kanji_readings import KanjiReading
from jp_trainer.core.words import Word

QuestionId = NewType("QuestionId", str)
"""Names the round, the place in it and the card: an answer to any other id is stale."""


class Way(enum.Enum):
    """How a question is answered."""

    CHOOSE = "choose"
    """One of four options."""
    TYPE = "type"
    """Kana, typed."""
    REVEAL = "reveal"
    """Look, then say yourself whether you knew it: only where nothing can be marked."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose: the word it stands for, and the meanings or the spelling shown."""

    word: WordId
    meaning_en: str
    meaning_ur: str
    spelling: str
    reading: str


@dataclass(frozen=True, slots=True)
class OtherWord:
    """A word that an answer may have meant instead: near in reading, or look-alike."""

    id: WordId
    word: str
    reading: str
    meaning_en: str
    meaning_ur: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked now.

    Attributes:
        word: of `card`; for CHOOSE, the right option is the one whose `word` is `word.id`.
        options: shown in this order; empty unless CHOOSE.
        others: installed words that a wrong answer may be; bounded, chosen by the service. For
            TYPE, or with `help`; an option names its own word.
        kanji_readings: known readings of the kanji in `word`, to name on taken for kun; for TYPE.
        is_new: the card was never asked before. again: it returns within this round.
        help: it lapsed often: show the look-alikes with the question, and the note if it gives
            nothing away.
    """

    id: QuestionId
    card: CardId
    aspect: Aspect
    way: Way
    word: Word
    options: tuple[Option, ...] = ()
    others: tuple[OtherWord, ...] = ()
    kanji_readings: tuple[KanjiReading, ...] = ()
    is_new: bool = False
    again: bool = False
    help: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """An answer typed. `kana` is what the field showed; `keys` are the raw Latin keys, if any."""

    kana: str
    keys: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """An option chosen, counted from 0."""

    index: int


@dataclass(frozen=True, slots=True)
class SaidKnown:
    """REVEAL: the trainee's own word for it."""

    knew: bool


@dataclass(frozen=True, slots=True)
class GaveUp:
    """The trainee asked to see the answer."""


Given = Typed | Chosen | SaidKnown | GaveUp
