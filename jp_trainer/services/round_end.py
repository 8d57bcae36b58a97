"""Sum a round up, and say what tomorrow brings."""

from jp_trainer.core import planner, recovery
from jp_trainer.core.cards import word_of
from jp_trainer.core.events import Answered
from jp_trainer.core.ids import TraineeId, WordId
from jp_trainer.core.people import Preferences
from jp_trainer.core.rounds import Round
from jp_trainer.core.study_day import StudyDay
from jp_trainer.services import queue
from jp_trainer.services.app import App
from jp_trainer.services.study_states import RoundDone
from jp_trainer.storage.transaction import Transaction

WEEK = 7


def summary(
    app: App,
    view: Transaction,
    trainee: TraineeId,
    preferences: Preferences,
    done: Round,
    *,
    can_undo: bool,
) -> RoundDone:
    """What a finished round was, and what comes next."""
    own = [asked for asked in done.asked if not asked.practice]
    missed: dict[WordId, None] = {word_of(a.card): None for a in done.asked if not a.right}
    words = view.words.learnt_as(list(missed), preferences.decks)
    events = view.events.get([asked.event for asked in done.asked])
    plan = queue.plan_of(app, view, trainee)
    tomorrow = tomorrow_of(plan)
    return RoundDone(
        words=len(own),
        right_first=sum(asked.right for asked in own),
        ms=sum(Answered.of(event).ms for event in events),
        look_again=tuple(words[word] for word in missed if word in words),
        today=plan.today,
        days=days_studied(view, trainee, plan.today),
        tomorrow=tomorrow,
        tomorrow_minutes=planner.minutes_for(tomorrow, plan.seconds),
        waiting=plan.questions,
        can_undo=can_undo,
    )


def tomorrow_of(plan: queue.DayPlan) -> int:
    """How many questions tomorrow will probably hold, once today's plan is done."""
    due = plan.overdue - min(plan.overdue, plan.due_limit) + plan.ahead[1]
    if recovery.is_running(plan.recovery, StudyDay(plan.today + 1), due):
        return min(plan.recovery.per_day if plan.recovery else 0, due)
    new_words = min(plan.forecast.new_words, len(plan.new))
    return min(plan.forecast.questions, due) + new_words


def days_studied(view: Transaction, trainee: TraineeId, today: StudyDay) -> tuple[bool, ...]:
    """Which of the last seven study days had study, today last."""
    sums = view.day_sums.by_day(trainee, StudyDay(today - WEEK + 1), today)
    return tuple(StudyDay(today - back) in sums for back in range(WEEK - 1, -1, -1))
