"""Say what so many minutes a day would mean for someone, before they accept it."""

from jp_trainer.core import planner
from jp_trainer.core.cards import Aspect
from jp_trainer.core.ids import TraineeId
from jp_trainer.services import queue
from jp_trainer.services.app import App
from jp_trainer.services.people import preferences_of


def foresee(app: App, trainee: TraineeId, minutes: int) -> planner.Forecast:
    """The plan of the next 30 days with these minutes, from what is begun and this one's pace.

    Raises UnknownTraineeError.
    """
    with app.database.read() as view:
        decks = preferences_of(view, trainee).decks
        plan = queue.plan_of(app, view, trainee)
        aspects = queue.aspects_of(app, view, decks)
        left = sum(
            deck.words - deck.begun for deck in view.queues.progress(trainee, decks).values()
        )
    return planner.forecast(
        minutes,
        plan.ahead,
        aspects=tuple(sorted(aspects, key=list(Aspect).index)),
        seconds_per_question=plan.seconds,
        words_left=left,
    )
