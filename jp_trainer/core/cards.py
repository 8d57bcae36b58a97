"""Name what is asked of a word: one card is one aspect of one word."""

import enum
from typing import NamedTuple

from jp_trainer.core.ids import CardId, WordId


class Aspect(enum.Enum):
    """One thing to know of a word, in the order in which they open."""

    MEANING = "meaning"
    """See the word, choose the meaning."""
    READING = "reading"
    """See the word, type its kana."""
    LISTENING = "listening"
    """Hear the word, choose the meaning."""
    PRODUCTION = "production"
    """See the meaning, type the kana."""
    SENTENCE = "sentence"
    """See a sentence with a gap, choose the word."""


class OpensAfter(NamedTuple):
    """`opens` once the card of `aspect` has a stability of `days`."""

    aspect: Aspect
    days: float


OPENS: dict[Aspect, OpensAfter | None] = {
    Aspect.MEANING: None,
    Aspect.READING: OpensAfter(Aspect.MEANING, 2),
    Aspect.LISTENING: OpensAfter(Aspect.MEANING, 7),
    Aspect.PRODUCTION: OpensAfter(Aspect.MEANING, 7),
    Aspect.SENTENCE: OpensAfter(Aspect.MEANING, 21),
}
"""When an aspect opens: the stability of the meaning card, in days."""


def card_id(word: WordId, aspect: Aspect) -> CardId:
    """The card of this aspect of this word (of `Word.learnt_as`)."""
    return CardId(f"{word}/{aspect.value}")


def word_of(card: CardId) -> WordId:
    """The word a card belongs to."""
    return WordId(card.rpartition("/")[0])


def aspect_of(card: CardId) -> Aspect:
    """The aspect a card asks. Raises ValueError for a card of a newer version."""
    return Aspect(card.rpartition("/")[2])
