"""Choose which decks someone studies. What was learned of a deck that is put away is kept."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from jp_trainer.core.decks import Deck
from jp_trainer.core.ids import DeckId, TraineeId
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
    """All decks there are: first those studied, in their order, then the others."""
    there = {info.deck.id: info for info in decks.available(app)}
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


def study(app: App, trainee: TraineeId, wanted: Iterable[DeckId]) -> Trainee:
    """Study these decks and no others; shipped ones are installed if need be.

    Raises UnknownDeckError, and what `decks.install` raises; then nothing is changed.
    """
    return _keep(app, trainee, wanted)


def choose_sector(app: App, trainee: TraineeId, sector: DeckId) -> Trainee:
    """Prepare for this work from now on: its deck is studied too, no other is put away.

    Raises as `study`.
    """
    with app.database.read() as view:
        studied = trainee_of(view, trainee).preferences.decks
    return _keep(app, trainee, (*studied, sector), sector)


def _keep(
    app: App, trainee: TraineeId, wanted: Iterable[DeckId], sector: DeckId | None = None
) -> Trainee:
    listed = tuple(dict.fromkeys(wanted))
    there = {info.deck.id: info for info in decks.available(app)}
    for deck in listed:
        if deck not in there:
            raise UnknownDeckError(deck)
    missing = [deck for deck in listed if there[deck].installed is None]
    if missing:
        decks.install(app, missing)
    with app.database.write(origin=study) as change:
        found = trainee_of(change, trainee)
        wishes = replace(found.preferences, decks=listed)
        if sector is not None:
            wishes = replace(wishes, sector=sector)
        changed = replace(found, preferences=wishes)
        change.people.put(changed)
    app.prepared.clear()
    return changed
