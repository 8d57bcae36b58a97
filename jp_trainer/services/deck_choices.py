"""Choose which decks someone studies. What was learned of a deck that is put away is kept."""

from dataclasses import dataclass, replace

from jp_trainer.core.decks import Deck
from jp_trainer.core.ids import DeckId, TraineeId
from jp_trainer.core.own_decks import is_own_deck, own_deck
from jp_trainer.core.people import Trainee
from jp_trainer.services import decks
from jp_trainer.services.app import App
from jp_trainer.services.errors import UnknownDeckError
from jp_trainer.services.people import trainee_of
from jp_trainer.storage.queues import DeckProgress


@dataclass(frozen=True, slots=True)
class DeckChoice:
    """A deck that is there to be studied.

    Attributes:
        words: how many it has. begun: of them, how many this trainee was asked or said to know.
        studied: whether it is among the decks the day's questions come from.
    """

    deck: Deck
    words: int
    begun: int
    studied: bool


def choices(app: App, trainee: TraineeId) -> tuple[DeckChoice, ...]:
    """All decks there are, but others' mistakes: those studied, in their order, then the rest."""
    own = own_deck(trainee)
    there = {
        info.deck.id: info
        for info in decks.available(app)
        if info.deck.id == own or not is_own_deck(info.deck.id)
    }
    with app.database.read() as view:
        studied = trainee_of(view, trainee).preferences.decks
        progress = view.queues.progress(trainee, tuple(there))
    listed = dict.fromkeys((*(deck for deck in studied if deck in there), *there))
    nothing = DeckProgress(0, 0, 0)
    return tuple(
        DeckChoice(
            deck=there[id].deck,
            words=there[id].words,
            begun=progress.get(id, nothing).begun,
            studied=id in studied,
        )
        for id in listed
    )


def take_up(app: App, trainee: TraineeId, deck: DeckId) -> Trainee:
    """Study this deck too; a shipped one is installed if need be.

    Raises UnknownDeckError, and what `decks.install` raises; then nothing is changed.
    """
    _install(app, deck)
    return decks.enrol(app, trainee, [deck])


def put_away(app: App, trainee: TraineeId, deck: DeckId) -> Trainee:
    """Ask nothing of this deck until it is taken up again."""
    with app.database.write(origin=put_away) as change:
        found = trainee_of(change, trainee)
        left = tuple(one for one in found.preferences.decks if one != deck)
        changed = replace(found, preferences=replace(found.preferences, decks=left))
        change.people.put(changed)
    app.prepared.clear()
    return changed


def choose_sector(app: App, trainee: TraineeId, sector: DeckId) -> Trainee:
    """Prepare for this work from now on: its deck is studied too, no other is put away.

    Raises as `take_up`.
    """
    _install(app, sector)
    with app.database.write(origin=choose_sector) as change:
        found = trainee_of(change, trainee)
        listed = tuple(dict.fromkeys((*found.preferences.decks, sector)))
        wishes = replace(found.preferences, sector=sector, decks=listed)
        changed = replace(found, preferences=wishes)
        change.people.put(changed)
    app.prepared.clear()
    return changed


def _install(app: App, deck: DeckId) -> None:
    there = {info.deck.id: info for info in decks.available(app)}
    if deck not in there:
        raise UnknownDeckError(deck)
    if there[deck].installed is None:
        decks.install(app, [deck])
