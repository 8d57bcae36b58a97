"""Hold a deck: what it is called, for whom it is, which chapters and words it has."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jp_trainer.core.cards import Aspect
from jp_trainer.core.ids import DeckId
from jp_trainer.core.words import Word


@dataclass(frozen=True, slots=True)
class Title:
    """A name in the three languages of the program; "" where not given."""

    en: str
    ur: str = ""
    ja: str = ""

    def text(self, language: str) -> str:
        """The name in this language, else in English."""
        return {"ur": self.ur, "ja": self.ja}.get(language, "") or self.en


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a deck, named by the scope of its sector."""

    id: str
    title: Title


@dataclass(frozen=True, slots=True)
class Deck:
    """What deck.toml says. `required` names the columns that must be filled."""

    id: DeckId
    version: int
    title: Title
    sector: str = ""
    target: str = ""
    licence: str = ""
    source: str = ""
    languages: tuple[str, ...] = ("en", "ur")
    required: tuple[str, ...] = ()
    aspects: tuple[Aspect, ...] = tuple(Aspect)
    chapters: tuple[Chapter, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DeckWithWords:
    """A deck and its words, in teaching order."""

    deck: Deck
    words: tuple[Word, ...]
