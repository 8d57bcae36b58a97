"""Decide what a trainee's day holds: due cards, opened aspects, new words, a recovery plan."""

from dataclasses import dataclass, replace

from jp_trainer.core import planner, recovery
from jp_trainer.core.cards import Aspect, aspect_of, card_id, word_of
from jp_trainer.core.events import EventKind
from jp_trainer.core.ids import CardId, DeckId, TraineeId, WordId
from jp_trainer.core.people import KanaKnown, Preferences
from jp_trainer.core.recovery import RecoveryPlan
from jp_trainer.core.rounds import ROUND_QUESTIONS
from jp_trainer.core.study_day import StudyDay
from jp_trainer.services import asked_first
from jp_trainer.services.app import App
from jp_trainer.services.people import preferences_of
from jp_trainer.services.recording import Scribe
from jp_trainer.storage.transaction import Transaction

PLAN = "recovery_plan"
PLACED = "placed"
"""The setting with the day of the placement and how many words were known in it."""
KANA = "kana"
"""The target of decks that teach the signs."""
_DUE_AT_ONCE = 100
_OPENED_WORDS = 160
_ORDER = {aspect: place for place, aspect in enumerate(Aspect)}
_PACE_DAYS = 60
_EXTRA_NEW = 5
_SIGNS_A_TURN = 3


@dataclass(frozen=True, slots=True)
class DayPlan:
    """What today still holds.

    Attributes:
        waiting: how many cards are due or opened; due_limit of them belong to today.
        overdue: those of them that were asked before.
        due: the most urgent of them, more than a round holds: `first`, what was wished for (see
            asked_first.py); opened ones last.
        new: cards of words not begun, in teaching order; new_limit of them belong to today.
        answered_today: questions already answered. seconds: what a question takes.
        recovery: the plan that is running; while it runs no word is begun.
        ahead: questions on each of the next 30 days, today first, from what is begun.
    """

    today: StudyDay
    waiting: int
    overdue: int
    due: tuple[CardId, ...]
    first: frozenset[CardId]
    due_limit: int
    new: tuple[CardId, ...]
    new_limit: int
    answered_today: int
    seconds: float
    forecast: planner.Forecast
    recovery: RecoveryPlan | None
    ahead: tuple[int, ...]

    @property
    def repeats(self) -> int:
        """Of today's questions, those asked before."""
        return min(self.due_limit, self.waiting)

    @property
    def news(self) -> int:
        """Of today's questions, new words."""
        return min(self.new_limit, len(self.new))

    @property
    def questions(self) -> int:
        """What today still holds."""
        return self.repeats + self.news

    @property
    def minutes(self) -> int:
        """How long that takes."""
        return planner.minutes_for(self.questions, self.seconds)


def plan_of(app: App, view: Transaction, trainee: TraineeId) -> DayPlan:
    """Today's plan, as things are."""
    today = app.clock().study_day
    preferences = preferences_of(view, trainee)
    decks = preferences.decks
    aspects = aspects_of(app, view, decks)
    counts = view.queues.due_by_day(trainee, decks, today, StudyDay(today + 29), aspects)
    ahead = [0] * planner.HORIZON_DAYS
    for day, count in counts.items():
        ahead[max(0, day - today)] += count
    cards = view.queues.due(trainee, decks, today, _DUE_AT_ONCE, aspects)
    busy = {word_of(state.card) for state in cards}
    opened = _opened(view, trainee, decks, today, aspects=aspects, busy=busy)
    first = asked_first.cards(view, trainee, decks, today, aspects)
    wished = {word_of(card) for card in first}
    rest = (*(state.card for state in cards), *opened)
    due = (*first, *(card for card in rest if word_of(card) not in wished))
    overdue = ahead[0]
    pace = view.day_sums.total(trainee, StudyDay(today - _PACE_DAYS), today)
    seconds = planner.pace(pace.answered + pace.practised, pace.ms)
    done = view.day_sums.total(trainee, today, today)
    begun = view.day_sums.by_aspect(trainee, today, today).get(Aspect.MEANING)
    taught = (begun.new if begun else 0) - _placed(view, trainee, today)
    # What was answered today was due, too: a plan does not end in the middle of a day.
    plan = _running_plan(view, trainee, today, overdue + done.answered)
    # Aspects never asked are new to the trainee: they fill the days, and wait as new words do.
    holds = planner.questions_in(preferences.minutes, seconds)
    room = 0 if plan is not None else max(0, holds - overdue - done.answered + taught)
    opened_today = min(len(opened), room)
    ahead[0] += opened_today
    _fill_up(ahead, len(opened) - opened_today, holds, plan.last_day - today + 1 if plan else 1)
    fresh = tuple(
        card for card in _new(view, trainee, preferences, today) if word_of(card) not in wished
    )
    forecast = planner.forecast(
        preferences.minutes,
        ahead,
        aspects=tuple(sorted(aspects, key=_ORDER.__getitem__)),
        seconds_per_question=seconds,
        words_left=len(fresh),
    )
    # What was wished for comes on top; more than fills a day waits for tomorrow.
    extra = min(len(wished - busy), max(ROUND_QUESTIONS, holds))
    if plan is not None:
        limit, new_limit = min(overdue, max(0, plan.per_day - done.answered)) + extra, 0
    else:
        limit = overdue + opened_today + extra
        wanted = preferences.new_words
        steady = forecast.new_words if wanted is None else wanted
        new_today = planner.new_words_today(steady, forecast.questions, limit + done.answered)
        new_limit = max(0, new_today - taught)
    return DayPlan(
        today=today,
        waiting=overdue + len(opened) + len(wished - busy),
        overdue=overdue,
        due=due,
        first=frozenset(first),
        due_limit=limit,
        new=fresh,
        new_limit=min(new_limit, len(fresh)),
        answered_today=done.answered,
        seconds=seconds,
        forecast=forecast,
        recovery=plan,
        ahead=tuple(ahead),
    )


def extra_of(app: App, view: Transaction, trainee: TraineeId) -> DayPlan:
    """What there is beyond today's plan, for who wants to go on: the pile first, else new words."""
    plan = plan_of(app, view, trainee)
    return replace(plan, due_limit=plan.waiting, new_limit=0 if plan.waiting else _EXTRA_NEW)


def aspects_of(app: App, view: Transaction, decks: tuple[DeckId, ...]) -> frozenset[Aspect]:
    """The aspects that can be asked in any of these decks on this machine."""
    found: set[Aspect] = set()
    for deck in decks:
        if (installed := view.decks.get(deck)) is not None:
            found |= set(installed.aspects)
    return frozenset(found if app.can_speak() else found - {Aspect.LISTENING})


def ensure_plan(app: App, change: Transaction, trainee: TraineeId) -> DayPlan:
    """Today's plan; after an absence a recovery plan is made first: nobody sees the pile."""
    plan = plan_of(app, change, trainee)
    if plan.recovery or not recovery.needs_plan(plan.overdue, plan.forecast.questions):
        return plan
    later = round(sum(plan.ahead[1:15]) / 14)
    made = recovery.make_plan(plan.overdue, plan.forecast.questions, later, plan.today)
    scribe = Scribe(change, trainee, app.device, app.clock())
    scribe.write(EventKind.PLAN_MADE, trainee, made.body())
    change.settings.put(trainee, PLAN, made.body())
    return plan_of(app, change, trainee)


def _fill_up(ahead: list[int], opened: int, holds: int, first: int) -> None:
    """Let opened aspects take the room that is left on each day from `first` on."""
    for day in range(first, len(ahead)):
        fits = min(opened, max(0, holds - ahead[day]))
        ahead[day] += fits
        opened -= fits


def _placed(view: Transaction, trainee: TraineeId, today: StudyDay) -> int:
    placed = view.settings.get(trainee, PLACED)
    if not isinstance(placed, dict) or placed.get("day") != today:
        return 0
    words = placed.get("words")
    return words if isinstance(words, int) else 0


def _running_plan(
    view: Transaction, trainee: TraineeId, today: StudyDay, due: int
) -> RecoveryPlan | None:
    saved = view.settings.get(trainee, PLAN)
    plan = RecoveryPlan.of(saved) if isinstance(saved, dict) else None
    return plan if recovery.is_running(plan, today, due) else None


def _opened(
    view: Transaction,
    trainee: TraineeId,
    decks: tuple[DeckId, ...],
    today: StudyDay,
    *,
    aspects: frozenset[Aspect],
    busy: set[WordId],
) -> tuple[CardId, ...]:
    """Aspects that opened before today, one of a word, not of words that are due anyway."""
    taught = {deck: _aspects(view, deck) & aspects for deck in decks}
    # Where the step that opened them was today, they wait for tomorrow.
    cards = view.queues.opened(trainee, taught, today, _OPENED_WORDS)
    first: dict[WordId, CardId] = {}
    for card in cards:
        if word_of(card) not in busy:
            first.setdefault(word_of(card), card)
    return tuple(sorted(first.values(), key=lambda card: _ORDER[aspect_of(card)]))


def _aspects(view: Transaction, deck: DeckId) -> frozenset[Aspect]:
    found = view.decks.get(deck)
    return frozenset(found.aspects if found else ())


def _new(
    view: Transaction, trainee: TraineeId, preferences: Preferences, today: StudyDay
) -> tuple[CardId, ...]:
    """The next words of each deck, taken by turns; kana decks one after the other, as one.

    Who reads no kana yet gets more of them: every word is written in them.
    """
    piles: list[tuple[list[WordId], int]] = []
    kana: list[WordId] | None = None
    signs = _SIGNS_A_TURN if preferences.kana is KanaKnown.NONE else 1
    for deck in preferences.decks:
        words = list(view.queues.new_words(trainee, deck, today, planner.MAX_NEW_WORDS * 3))
        installed = view.decks.get(deck)
        if installed is None or installed.target != KANA:
            piles.append((words, 1))
        elif kana is None:
            piles.append((kana := words, signs))
        else:
            kana += words
    mixed: dict[CardId, None] = {}
    for turn in range(max((len(pile) for pile, _ in piles), default=0)):
        for pile, at_once in piles:
            for word in pile[turn * at_once : (turn + 1) * at_once]:
                mixed.setdefault(card_id(word, Aspect.MEANING))
    return tuple(mixed)
