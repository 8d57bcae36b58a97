"""Name the deck that each trainee has alone: what they missed in exams."""

from jp_trainer.core.decks import Title
from jp_trainer.core.ids import DeckId, TraineeId

PREFIX = "mistakes-"
"""What the id of every such deck begins with; docs/formats.md keeps it from authors."""

TITLE = Title("My mistakes", "میری غلطیاں", "まちがいノート")


def own_deck(trainee: TraineeId) -> DeckId:
    """The deck of this trainee's mistakes."""
    signs = "".join(sign for sign in trainee.lower() if sign.isascii() and sign.isalnum())
    return DeckId(PREFIX + signs[-12:])


def is_own_deck(deck: str) -> bool:
    """Whether a deck, or the deck of a word's id, is one trainee's alone."""
    return deck.startswith(PREFIX)
