"""Decide whether a word is asked at all: known for good, resting until a day, or neither."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from jp_trainer.core.events import Event, EventKind, OrderKey, standing
from jp_trainer.core.ids import EventId, WordId
from jp_trainer.core.study_day import StudyDay


@dataclass(frozen=True, slots=True)
class WordState:
    """What the trainee decided about a word: a cache of `replay(events of that word)`.

    Attributes:
        known: "I know this": never asked. rest_until_day: not asked before that day.
        last_event: the newest event that counted; last_key: its place in the order.
    """

    word: WordId
    known: bool = False
    rest_until_day: StudyDay | None = None
    last_event: EventId | None = None
    last_key: OrderKey | None = None

    def is_hidden(self, day: StudyDay) -> bool:
        """Whether the word is not asked on this day."""
        return self.known or (self.rest_until_day is not None and day < self.rest_until_day)


def advance(state: WordState, event: Event) -> WordState:
    """The state after one more event, newer than `state.last_key`, that is no retraction."""
    match event.kind:
        case EventKind.KNOWN:
            moved = replace(state, known=True, rest_until_day=None)
        case EventKind.RESTED:
            until = event.body.get("until_day")
            day = StudyDay(until) if isinstance(until, int) else None
            moved = replace(state, known=False, rest_until_day=day)
        case EventKind.RESUMED:
            moved = replace(state, known=False, rest_until_day=None)
        case _:
            moved = state
    return replace(moved, last_event=event.id, last_key=event.order_key)


def replay(word: WordId, events: Iterable[Event]) -> WordState:
    """The state of a word from all its events, in whatever order they arrived."""
    events = list(events)
    state = WordState(word)
    for event in standing(events):
        state = advance(state, event)
    newest = max(events, key=lambda event: (event.order_key, event.id), default=None)
    if newest is None:
        return state
    return replace(state, last_event=newest.id, last_key=newest.order_key)
