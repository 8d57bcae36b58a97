"""Hold one word as a deck teaches it: spellings, readings, meanings, example, links."""

import enum
from dataclasses import dataclass

from jp_trainer.core.ids import DeckId, WordId


class PartOfSpeech(enum.Enum):
    """The closed set of docs/formats.md."""

    NOUN = "noun"
    SURU_NOUN = "suru-noun"
    VERB_U = "verb-u"
    VERB_RU = "verb-ru"
    VERB_IRREGULAR = "verb-irregular"
    I_ADJECTIVE = "i-adjective"
    NA_ADJECTIVE = "na-adjective"
    ADVERB = "adverb"
    PARTICLE = "particle"
    COUNTER = "counter"
    PREFIX = "prefix"
    SUFFIX = "suffix"
    CONJUNCTION = "conjunction"
    INTERJECTION = "interjection"
    PRONOUN = "pronoun"
    EXPRESSION = "expression"
    KANA = "kana"
    """A single kana sign of a kana deck; its meaning is its sound in Latin letters."""


class Kind(enum.Enum):
    """What a row of a deck is."""

    WORD = "word"
    PHRASE = "phrase"
    KANA = "kana"


@dataclass(frozen=True, slots=True)
class Near:
    """An answer that is right, but with a note. `note` may be empty."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """One row of a deck.

    Readings and answers are kana; `example` is bracket furigana (docs/formats.md); links are full
    ids (`deck:id`). Optional texts are "" and optional lists () when the deck does not give them.

    Attributes:
        meaning_en: at most 30 characters, an option button; likewise meaning_ur.
        also_read, also_written: answers that are right.
        near: right, with a note. blocked: wrong, however close.
        confused_with: look- or sound-alikes. pair: the everyday / technical twin.
        same_as: the word of another deck whose cards these are.
        extra: unknown columns, kept as they came, as (column, value).
    """

    id: WordId
    kind: Kind
    word: str
    reading: str
    pos: PartOfSpeech
    meaning_en: str = ""
    meaning_ur: str = ""
    note_en: str = ""
    note_ur: str = ""
    example: str = ""
    example_en: str = ""
    example_ur: str = ""
    chapter: str = ""
    level: str = ""
    also_read: tuple[str, ...] = ()
    also_written: tuple[str, ...] = ()
    near: tuple[Near, ...] = ()
    blocked: tuple[str, ...] = ()
    confused_with: tuple[WordId, ...] = ()
    pair: tuple[WordId, ...] = ()
    same_as: WordId | None = None
    loan_from: str = ""
    picture: str = ""
    tags: tuple[str, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()

    @property
    def deck(self) -> DeckId:
        """The deck this word belongs to."""
        return deck_of_id(self.id)

    @property
    def learnt_as(self) -> WordId:
        """The word whose cards these are: itself, or the one it is the same as."""
        return self.same_as or self.id

    def meaning(self, language: str) -> str:
        """The meaning in "en" or "ur"; "" if the deck does not give it."""
        return self.meaning_ur if language == "ur" else self.meaning_en

    def note(self, language: str) -> str:
        """The note in "en" or "ur"; "" if there is none."""
        return self.note_ur if language == "ur" else self.note_en

    def example_meaning(self, language: str) -> str:
        """The translation of the example in "en" or "ur"; "" if there is none."""
        return self.example_ur if language == "ur" else self.example_en


def deck_of_id(word_or_card: str) -> DeckId:
    """The deck that the id of a word or a card begins with."""
    return DeckId(word_or_card.partition(":")[0])
