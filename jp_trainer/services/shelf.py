"""Keep in memory the words that making a question looks through, until the content changes."""

import threading
from collections import OrderedDict

from jp_trainer.core.ids import DeckId
from jp_trainer.core.questions import OtherWord
from jp_trainer.core.words import PartOfSpeech, Word
from jp_trainer.storage.transaction import Transaction

_MOST_PILES = 6


class Shelf:
    """Words as the content had them that a transaction sees; a cache that may be emptied."""

    def __init__(self) -> None:
        self._revision = -1
        self._others: tuple[tuple[DeckId, ...], tuple[OtherWord, ...]] = ((), ())
        self._piles: OrderedDict[tuple[DeckId, PartOfSpeech], tuple[Word, ...]] = OrderedDict()
        self._turn = threading.Lock()

    def others(self, view: Transaction, decks: tuple[DeckId, ...]) -> tuple[OtherWord, ...]:
        """All words of these decks, in short."""
        with self._turn:
            self._forget_old(view)
            if self._others[0] != decks:
                self._others = (decks, view.words.others(decks))
            return self._others[1]

    def of_pos(self, view: Transaction, deck: DeckId, pos: PartOfSpeech) -> tuple[Word, ...]:
        """The words of a deck of one part of speech: what options are chosen from."""
        with self._turn:
            self._forget_old(view)
            pile = self._piles.pop((deck, pos), None)
            if pile is None:
                pile = view.words.of_pos(deck, pos)
            self._piles[deck, pos] = pile
            if len(self._piles) > _MOST_PILES:
                self._piles.popitem(last=False)
            return pile

    def _forget_old(self, view: Transaction) -> None:
        revision = view.words.revision()
        if revision != self._revision:
            self._revision, self._others = revision, ((), ())
            self._piles.clear()
