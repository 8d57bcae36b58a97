"""Hold what makes items by rule: what is known of words, and the sentences to tell it in."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from jp_trainer.core.decks import Title

Texts = Mapping[str, Title]
"""Sentences by name, with places like <word>: statements, stems (in `ja`) and explanations."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known to be true of words, so that nothing true is offered as wrong.

    Attributes:
        readings: of each kanji, in hiragana. whole: the same, where no kana belong to it.
        spoken: true readings of a spelling, in hiragana.
        spellings: all that exist. pronounced: how a text is read, in kana.
        pictures: names of those that can be shown. shown_too: words that fit a word's picture, too.
    """

    readings: Mapping[str, Collection[str]]
    whole: Mapping[str, Collection[str]]
    spoken: Mapping[str, Collection[str]]
    spellings: Collection[str]
    pronounced: Callable[[str], str]
    pictures: Collection[str] = ()
    shown_too: Mapping[str, Collection[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """For which exam: how many options an item has, and its level."""

    options: int
    level: str


@dataclass(frozen=True, slots=True)
class Maker:
    """What every item is made with."""

    known: Known
    texts: Texts
    asked: Asked


def id_of(*parts: str) -> str:
    """An item's id: the same for the same word and type, within the length that ids may have."""
    digest = blake2b("\0".join(parts).encode(), digest_size=8).hexdigest()
    return f"auto-{digest}"


def filled(text: str, facts: Mapping[str, str]) -> str:
    """A sentence with its places filled."""
    return re.sub(r"<(\w+)>", lambda found: facts[found[1]], text)
