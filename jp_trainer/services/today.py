"""Say at a glance what today holds."""

from dataclasses import dataclass
from datetime import date

from jp_trainer.core import planner
from jp_trainer.core.cards import word_of
from jp_trainer.core.decks import Deck
from jp_trainer.core.events import Answered
from jp_trainer.core.ids import CardId, TraineeId
from jp_trainer.core.people import Trainee
from jp_trainer.core.recovery import RecoveryPlan
from jp_trainer.core.study_day import StudyDay, date_of
from jp_trainer.core.words import Word
from jp_trainer.services import queue
from jp_trainer.services.app import App
from jp_trainer.services.people import trainee_of
from jp_trainer.services.round_end import days_studied, tomorrow_of
from jp_trainer.services.study import running_round
from jp_trainer.storage.queues import DeckProgress
from jp_trainer.storage.transaction import Transaction

_LOOK_BACK = 30
_RECALL_DAYS = 30
_ENOUGH = 20  # answers; of fewer, a share says nothing


@dataclass(frozen=True, slots=True)
class DeckToday:
    """A deck this trainee studies, and how far they are in it."""

    deck: Deck
    progress: DeckProgress


@dataclass(frozen=True, slots=True)
class TodayState:
    """The start screen.

    Attributes:
        questions, minutes: what today still holds: repeats asked before, news for the first time.
        answered: questions answered today. done: today's plan is finished.
        running: a round is under way and goes on with Start.
        days: which of the last seven study days, today last, had study.
        learned: a word studied lately, for looking at; None on the first day. learned_ago: how
            many days ago that was.
        recovery: what is overdue, shared out; new words wait while it runs.
        recall: the share (0..1) remembered of what was asked again in the last 30 days; None
            while there is too little to say.
        tomorrow: questions expected then, and tomorrow_minutes for them.
    """

    trainee: Trainee
    today: StudyDay
    day: date
    questions: int
    minutes: int
    repeats: int
    news: int
    answered: int
    done: bool
    running: bool
    days: tuple[bool, ...]
    decks: tuple[DeckToday, ...]
    learned: Word | None
    learned_ago: int
    recovery: RecoveryPlan | None
    plan_days_left: int
    exam_in_days: int | None
    recall: float | None
    tomorrow: int
    tomorrow_minutes: int


def today(app: App, trainee_id: TraineeId) -> TodayState:
    """Today's state; after an absence the recovery plan is made here."""
    with app.database.write(origin=today) as change:
        trainee = trainee_of(change, trainee_id)
        plan = queue.ensure_plan(app, change, trainee_id)
        running = running_round(change, trainee_id)
        is_running = running is not None and running.day == plan.today and running.next is not None
        decks = trainee.preferences.decks
        progress = change.queues.progress(trainee_id, decks)
        installed = (change.decks.get(deck) for deck in decks)
        exam = trainee.preferences.exam_date
        day = date_of(plan.today)
        learned, learned_ago = _learned(change, trainee, plan.today)
        tomorrow = tomorrow_of(plan)
        return TodayState(
            trainee=trainee,
            today=plan.today,
            day=day,
            questions=plan.questions,
            minutes=plan.minutes,
            repeats=plan.repeats,
            news=plan.news,
            answered=plan.answered_today,
            done=plan.questions == 0 and plan.answered_today > 0 and not is_running,
            running=is_running,
            days=days_studied(change, trainee_id, plan.today),
            decks=tuple(
                DeckToday(deck, progress.get(deck.id, DeckProgress(0, 0, 0)))
                for deck in installed
                if deck is not None
            ),
            learned=learned,
            learned_ago=learned_ago,
            recovery=plan.recovery,
            plan_days_left=plan.recovery.last_day - plan.today + 1 if plan.recovery else 0,
            exam_in_days=(exam - day).days if exam and exam >= day else None,
            recall=_recall(change, trainee_id, plan.today),
            tomorrow=tomorrow,
            tomorrow_minutes=planner.minutes_for(tomorrow, plan.seconds),
        )


def _learned(view: Transaction, trainee: Trainee, today: StudyDay) -> tuple[Word | None, int]:
    """The word begun last, or if that was long ago the one answered last, and how many days ago."""
    answered: tuple[Word, int] | None = None
    for event in view.events.last_standing(trainee.id, _LOOK_BACK):
        is_first = Answered.of(event).first
        if answered is not None and not is_first:
            continue
        word = view.words.get(word_of(CardId(event.subject)))
        if word is None or word.deck not in trainee.preferences.decks:
            continue
        found = (word, max(0, today - event.study_day))
        if is_first:
            return found
        answered = answered or found
    return answered or (None, 0)


def _recall(view: Transaction, trainee: TraineeId, today: StudyDay) -> float | None:
    sums = view.day_sums.total(trainee, StudyDay(today - _RECALL_DAYS), today)
    return sums.recall if sums.answered - sums.new >= _ENOUGH else None
