"""Make a newcomer ready: which work, which decks, how many minutes; then the first card."""

from dataclasses import replace

from jp_trainer.core import planner
from jp_trainer.core.ids import DeckId
from jp_trainer.core.people import KanaKnown, Preferences, Trainee, tidy_name
from jp_trainer.services import decks, people
from jp_trainer.services.app import App
from jp_trainer.services.decks import DeckInfo
from jp_trainer.services.errors import NotANameError
from jp_trainer.services.profiles import MOST_NAME

COMMON = "common"
"""The sector of decks that every kind of work needs."""
_KANA = {
    KanaKnown.NONE: (DeckId("hiragana"), DeckId("katakana")),
    KanaKnown.HIRAGANA: (DeckId("katakana"),),
    KanaKnown.BOTH: (),
}


def sectors(app: App) -> tuple[DeckInfo, ...]:
    """The decks of which a newcomer chooses one: a kind of work each."""
    return tuple(info for info in decks.available(app) if info.deck.sector not in ("", COMMON))


def begin(app: App, name: str, wishes: Preferences) -> Trainee:
    """Add a profile, with the decks that follow from its kana and sector, and install those.

    `wishes.sector` is a deck id, or "" for somebody who does not know yet. Raises NotANameError
    before anything is written.
    """
    return begin_with(app, name, wishes, decks_for(app, wishes))


def begin_with(app: App, name: str, wishes: Preferences, wanted: tuple[DeckId, ...]) -> Trainee:
    """Add a profile that studies these decks, and install those that are not there yet.

    Raises NotANameError, UnknownDeckError before anything is written.
    """
    name = tidy_name(name)
    if not name or len(name) > MOST_NAME:
        raise NotANameError(name)
    there = {info.deck.id for info in decks.installed(app)}
    if missing := [deck for deck in wanted if deck not in there]:
        decks.install(app, missing)
    # Instructor tools are the owner's to switch on, later and knowingly.
    return people.add(app, name, replace(wishes, decks=wanted, instructor_tools=False))


def decks_for(app: App, wishes: Preferences) -> tuple[DeckId, ...]:
    """The chosen work, kana that are not known yet, what all work shares; new words by turns."""
    there = {info.deck.id: info.deck for info in decks.available(app)}
    kana = {deck for unknown in _KANA.values() for deck in unknown}
    chosen = [DeckId(wishes.sector)] if wishes.sector else []
    chosen += _KANA[wishes.kana]
    chosen += [id for id, deck in there.items() if deck.sector == COMMON and id not in kana]
    return tuple(deck for deck in dict.fromkeys(chosen) if deck in there)


def foresee(minutes: int) -> planner.Forecast:
    """What so many minutes a day mean for somebody who begins with nothing to repeat."""
    return planner.forecast(minutes, [0] * planner.HORIZON_DAYS)
