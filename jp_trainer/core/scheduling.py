"""Decide when a card comes back: the memory state after each answer.

The scheduler is FSRS-6 (py-fsrs), without learning steps and without its random fuzz, so that
replaying a log always gives the same state; due days are spread by a function of the card id.
Elapsed time is counted in study days: an answer late at night and one the next morning are a day
apart, as the learner sees it.
"""

import functools
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import fsrs

from jp_trainer.core.events import (
    Answered,
    Event,
    EventKind,
    OrderKey,
    Rating,
    overrides,
    standing,
)
from jp_trainer.core.ids import CardId, EventId
from jp_trainer.core.study_day import StudyDay

SCHEDULER_VERSION = "fsrs-6.1"
"""Named in the cache: another version means the cache must be rebuilt."""

TARGET_RECALL = 0.90
MAX_INTERVAL_DAYS = 730
LAPSES_UNTIL_REST = 5
REST_DAYS = 3
SPREAD_FROM_DAYS = 7
SPREAD_SHARE = 0.05

_RATINGS = {
    Rating.AGAIN: fsrs.Rating.Again,
    Rating.HARD: fsrs.Rating.Hard,
    Rating.GOOD: fsrs.Rating.Good,
}
_EPOCH = datetime(1970, 1, 1, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class CardState:
    """What is remembered of one card: a cache of `replay(events of that card)`.

    Attributes:
        stability: days until recall falls to 0.9; 0.0 while never asked.
        difficulty: 1..10; 0.0 while never asked.
        due_day: when it comes back. last_day: when it was last asked.
        reps, lapses: answers that moved the schedule; of them, forgotten ones.
        needs_help: it has lapsed so often that it comes back with help.
        last_event: the newest event that counted; last_key: its place in the order.
    """

    card: CardId
    stability: float = 0.0
    difficulty: float = 0.0
    due_day: StudyDay | None = None
    last_day: StudyDay | None = None
    last_rating: Rating | None = None
    reps: int = 0
    lapses: int = 0
    needs_help: bool = False
    last_event: EventId | None = None
    last_key: OrderKey | None = None

    @property
    def is_new(self) -> bool:
        """Never asked, or reset."""
        return self.reps == 0


def are_weights(weights: tuple[float, ...]) -> bool:
    """Whether the scheduler takes these: their number and bounds are its own."""
    try:
        fsrs.Scheduler(parameters=weights)
    except (ValueError, TypeError):
        return False
    return True


@functools.lru_cache(maxsize=8)
def _scheduler(weights: tuple[float, ...] | None) -> fsrs.Scheduler:
    options = {} if weights is None else {"parameters": weights}
    return fsrs.Scheduler(
        desired_retention=TARGET_RECALL,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=MAX_INTERVAL_DAYS,
        enable_fuzzing=False,
        **options,
    )


def answered(
    state: CardState,
    rating: Rating,
    day: StudyDay,
    *,
    weights: tuple[float, ...] | None = None,
) -> CardState:
    """The state after an answer on `day`; a day before the last answer counts as that day."""
    day = max(day, state.last_day) if state.last_day is not None else day
    # Without an id, fsrs.Card() sleeps a millisecond to make one.
    card = fsrs.Card(card_id=1)
    if not state.is_new:
        assert state.last_day is not None
        card.state = fsrs.State.Review
        card.step = None
        card.stability, card.difficulty = state.stability, state.difficulty
        card.last_review = _noon(state.last_day)
    card, _ = _scheduler(weights).review_card(card, _RATINGS[rating], _noon(day))
    assert card.stability is not None
    assert card.difficulty is not None
    interval = max(1, (card.due - _noon(day)).days)
    lapses = state.lapses + (rating is Rating.AGAIN and not state.is_new)
    rests = lapses > state.lapses and lapses % LAPSES_UNTIL_REST == 0
    due = StudyDay(day + (REST_DAYS if rests else spread(state.card, interval)))
    return replace(
        state,
        stability=card.stability,
        difficulty=card.difficulty,
        due_day=due,
        last_day=day,
        last_rating=rating,
        reps=state.reps + 1,
        lapses=lapses,
        needs_help=rests or (state.needs_help and rating is Rating.AGAIN),
    )


def spread(card: CardId, interval_days: int) -> int:
    """The interval moved by at most 5 % (and at least a day from 7 days on), fixed for the card.

    Words learnt on one day would otherwise come back on one day for ever.
    """
    room = 0 if interval_days < SPREAD_FROM_DAYS else max(1, round(interval_days * SPREAD_SHARE))
    digest = int.from_bytes(hashlib.blake2b(card.encode(), digest_size=4).digest(), "big")
    return interval_days + digest % (2 * room + 1) - room


def recall(state: CardState, day: StudyDay, weights: tuple[float, ...] | None = None) -> float:
    """The chance (0..1) that the card is remembered on `day`; 0.0 while never asked."""
    if state.is_new or state.last_day is None:
        return 0.0
    card = fsrs.Card(card_id=1)
    card.state = fsrs.State.Review
    card.stability, card.difficulty = state.stability, state.difficulty
    card.last_review = _noon(state.last_day)
    return float(_scheduler(weights).get_card_retrievability(card, _noon(max(day, state.last_day))))


def advance(
    state: CardState, event: Event, *, weights: tuple[float, ...] | None = None
) -> CardState:
    """The state after one more event, which must be newer than `state.last_key`.

    Only for events that neither override nor retract: those need `replay`.
    """
    match event.kind:
        case EventKind.ANSWERED:
            rating = Answered.of(event).rating
            moved = answered(state, rating, event.study_day, weights=weights)
        case EventKind.RESET:
            moved = CardState(state.card)
        case _:
            moved = state
    return replace(moved, last_event=event.id, last_key=event.order_key)


def replay(
    card: CardId, events: Iterable[Event], *, weights: tuple[float, ...] | None = None
) -> CardState:
    """The state of a card from all its events, in whatever order they arrived."""
    events = list(events)
    stand = standing(events)
    said = overrides(stand)
    state = CardState(card)
    for event in stand:
        if event.kind == EventKind.OVERRIDDEN:
            continue
        rating = said.get(event.id)
        if rating is not None and event.kind == EventKind.ANSWERED:
            event = replace(event, body={**event.body, "rating": rating.value})  # noqa: PLW2901
        state = advance(state, event, weights=weights)
    newest = max(events, key=lambda event: (event.order_key, event.id), default=None)
    if newest is None:
        return state
    return replace(state, last_event=newest.id, last_key=newest.order_key)


def _noon(day: StudyDay) -> datetime:
    return _EPOCH + timedelta(days=day)
