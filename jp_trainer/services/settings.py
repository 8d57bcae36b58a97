"""Gather what the settings screen shows."""

from dataclasses import dataclass
from datetime import date

from jp_trainer.core.ids import TraineeId
from jp_trainer.core.people import Trainee
from jp_trainer.core.planner import Forecast
from jp_trainer.core.study_day import date_of
from jp_trainer.core.words import Kind, Word
from jp_trainer.services import deck_choices, first_run, minutes
from jp_trainer.services.app import App
from jp_trainer.services.deck_choices import DeckChoice
from jp_trainer.services.decks import DeckInfo
from jp_trainer.services.people import trainee_of


@dataclass(frozen=True, slots=True)
class SettingsState:
    """The settings of one person.

    Attributes:
        today: for an exam date. sectors: the kinds of work there is a deck for.
        forecast: what the minutes a day mean as they are.
        has_voice: whether Japanese can be spoken here.
    """

    trainee: Trainee
    today: date
    sectors: tuple[DeckInfo, ...]
    decks: tuple[DeckChoice, ...]
    forecast: Forecast
    has_voice: bool


def overview(app: App, trainee_id: TraineeId) -> SettingsState:
    """The state of the settings screen. Raises UnknownTraineeError."""
    with app.database.read() as view:
        trainee = trainee_of(view, trainee_id)
    return SettingsState(
        trainee=trainee,
        today=date_of(app.clock().study_day),
        sectors=first_run.sectors(app),
        decks=deck_choices.choices(app, trainee_id),
        forecast=minutes.foresee(app, trainee_id, trainee.preferences.minutes),
        has_voice=app.voice is not None and app.voice.available,
    )


def sample_word(app: App, trainee_id: TraineeId) -> Word | None:
    """A word to try the sound with; None if nothing is studied yet."""
    with app.database.read() as view:
        decks = trainee_of(view, trainee_id).preferences.decks
        words = (word for deck in reversed(decks) for word in view.words.of_deck(deck))
        return next((word for word in words if word.kind is not Kind.KANA), None)
