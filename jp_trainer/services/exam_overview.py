"""Say which mock exams a trainee can sit now, which one is running, and how the last ones went."""

from dataclasses import dataclass

from jp_trainer.core.exam.sitting_state import SittingState
from jp_trainer.core.ids import TraineeId
from jp_trainer.core.people import Goal, Preferences
from jp_trainer.services import exam_errors, exam_offers, exam_results, people, sitting
from jp_trainer.services.app import App
from jp_trainer.services.exam_errors import ErrorProfile
from jp_trainer.services.exam_offers import Offer
from jp_trainer.services.exam_results import Past

_OF_GOAL = {
    Goal.JFT_A2: "jft-basic",
    Goal.ESD_A1: "jft-basic",
    Goal.JLPT_N5: "jlpt-n5",
    Goal.JLPT_N4: "jlpt-n4",
    Goal.JLPT_N3: "jlpt-n3",
}
_OF_SECTOR = {"nursing-care": "nursing-care-japanese"}
_ASIDE = "sector-quiz"


@dataclass(frozen=True, slots=True)
class ExamsState:
    """What the start screen of the mock exams shows.

    Attributes:
        needed: what goal and sector ask for, first. others: those there are items for.
        running: a sitting that is not finished.
        past: finished sittings, the newest first.
        errors: what was mixed up in all of them.
    """

    needed: tuple[Offer, ...]
    others: tuple[Offer, ...]
    running: SittingState | None
    past: tuple[Past, ...]
    errors: ErrorProfile


def overview(app: App, trainee: TraineeId) -> ExamsState:
    """All of it. The newest blueprint of each exam counts. Raises UnknownTraineeError."""
    newest: dict[str, Offer] = {}
    for offer in exam_offers.offers(app):
        newest[offer.blueprint.exam] = offer  # in the order of their ids, which end in the year
    wanted = wanted_exams(people.find(app, trainee).preferences)
    needed = tuple(newest[exam] for exam in wanted if exam in newest)
    others = tuple(o for o in newest.values() if o not in needed and o.items)
    past = exam_results.history(app, trainee)
    return ExamsState(
        needed=needed,
        others=others,
        running=sitting.running(app, trainee),
        past=tuple(each for each in past if each.finished is not None),
        errors=exam_errors.error_profile(app, trainee),
    )


def wanted_exams(wishes: Preferences) -> tuple[str, ...]:
    """The exams a goal and a sector need, in the order in which they are taken."""
    found = [_OF_GOAL[wishes.goal]]
    if exam := _OF_SECTOR.get(wishes.sector):
        found.append(exam)
    if wishes.sector:
        found.append(_ASIDE)
    return tuple(dict.fromkeys(found))
