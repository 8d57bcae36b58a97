"""Write down what happened, and bring the caches after it in the same transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jp_trainer.core import day_log, scheduling, word_states
from jp_trainer.core.cards import aspect_of, word_of
from jp_trainer.core.day_log import DayLog
from jp_trainer.core.events import SITTING_KINDS, Event, EventKind
from jp_trainer.core.ids import CardId, DeviceId, TraineeId, WordId
from jp_trainer.core.scheduling import CardState
from jp_trainer.core.study_day import Moment
from jp_trainer.core.words import deck_of_id
from jp_trainer.services import sitting_cache
from jp_trainer.services.app import new_event_id
from jp_trainer.storage.transaction import Transaction

WEIGHTS = "weights"
"""The setting that holds the weights a WeightsAdopted event named."""

_FORWARD = (EventKind.ANSWERED, EventKind.EXTRA_PRACTISED, EventKind.RESET)


@dataclass(frozen=True, slots=True)
class Scribe:
    """Writes events of one trainee at one moment."""

    change: Transaction
    trainee: TraineeId
    device: DeviceId
    now: Moment

    def write(self, kind: EventKind, subject: str, body: Mapping[str, Any] | None = None) -> Event:
        """Append one event and bring the caches after it."""
        event = self._append(kind, subject, body)
        follow(self.change, event)
        return event

    def write_of_card(
        self, kind: EventKind, state: CardState, body: Mapping[str, Any]
    ) -> tuple[Event, CardState]:
        """Likewise, about a card that is in this state; also what the card became."""
        event = self._append(kind, state.card, body)
        return event, _follow_card(self.change, event, state)

    def _append(self, kind: EventKind, subject: str, body: Mapping[str, Any] | None) -> Event:
        return self.change.events.append(
            Event(
                id=new_event_id(),
                device=self.device,
                seq=0,
                trainee=self.trainee,
                kind=kind,
                subject=subject,
                at=self.now.at,
                utc_offset_min=self.now.utc_offset_min,
                study_day=self.now.study_day,
                body=body or {},
            )
        )


def is_card(subject: str) -> bool:
    """Whether an event is about a card: `deck:word/aspect`."""
    return ":" in subject and "/" in subject


def is_word(subject: str) -> bool:
    """Whether an event is about a word: `deck:word`."""
    return ":" in subject and "/" not in subject


def follow(change: Transaction, event: Event) -> None:
    """Bring the caches after an event that was just kept, whatever its place in the order."""
    if is_card(event.subject):
        state = change.card_states.get(event.trainee, CardId(event.subject))
        _follow_card(change, event, state)
    elif is_word(event.subject):
        _follow_word(change, event)
    elif event.kind in SITTING_KINDS and event.received_at is not None:
        sitting_cache.follow(change, event)  # services/sitting.py keeps what was made here
    elif event.kind == EventKind.WEIGHTS_ADOPTED:
        change.settings.put(event.trainee, WEIGHTS, list(event.body.get("weights", ())))
        rebuild(change, event.trainee)


def _follow_card(change: Transaction, event: Event, state: CardState) -> CardState:
    card = state.card
    weights = weights_of(change, event.trainee)
    # What came from elsewhere may have been taken back or overridden by what came before it.
    is_ours = event.received_at is None
    if event.kind in _FORWARD and (
        state.last_key is None
        or (is_ours and (event.order_key, event.id) > (state.last_key, state.last_event))
    ):
        moved = scheduling.advance(state, event, weights=weights)
        log = DayLog()
        day_log.add_event(log, event)
    else:
        events = change.events.of_subject(event.trainee, card)
        before = day_log.of_card(e for e in events if e.id != event.id)
        moved = scheduling.replay(card, events, weights=weights)
        log = day_log.of_card(events).minus(before)
    _put_card(change, event.trainee, moved)
    _put_log(change, event.trainee, log)
    return moved


def _follow_word(change: Transaction, event: Event) -> None:
    word = WordId(event.subject)
    events = change.events.of_subject(event.trainee, word)
    before = day_log.of_word(e for e in events if e.id != event.id)
    change.word_states.put(event.trainee, word_states.replay(word, events))
    _put_log(change, event.trainee, day_log.of_word(events).minus(before))


def _put_card(change: Transaction, trainee: TraineeId, state: CardState) -> None:
    try:
        aspect = aspect_of(state.card)
    except ValueError:
        return  # of a newer version: its events are kept, its state is not ours to compute
    change.card_states.put(trainee, state, deck_of_id(word_of(state.card)), aspect)


def _put_log(change: Transaction, trainee: TraineeId, log: DayLog) -> None:
    change.day_sums.add_all(trainee, log.rows())
    for (day, reason), count in log.reasons.items():
        change.day_sums.add_reason(trainee, day, reason, count)


def weights_of(change: Transaction, trainee: TraineeId) -> tuple[float, ...] | None:
    """The scheduler's weights this trainee adopted; None for the usual ones."""
    found = change.settings.get(trainee, WEIGHTS)
    try:
        weights = tuple(map(float, found)) if isinstance(found, list) else ()
    except (TypeError, ValueError):
        return None
    return weights if scheduling.are_weights(weights) else None


def rebuild(change: Transaction, trainee: TraineeId) -> None:
    """Drop all caches of a trainee and make them again from the log."""
    change.card_states.drop_all(trainee)
    change.word_states.drop_all(trainee)
    change.day_sums.drop_all(trainee)
    weights = weights_of(change, trainee)
    for subject in change.events.subjects(trainee):
        events = change.events.of_subject(trainee, subject)
        if is_card(subject):
            state = scheduling.replay(CardId(subject), events, weights=weights)
            _put_card(change, trainee, state)
            _put_log(change, trainee, day_log.of_card(events))
        elif is_word(subject):
            change.word_states.put(trainee, word_states.replay(WordId(subject), events))
            _put_log(change, trainee, day_log.of_word(events))
    sitting_cache.rebuild(change, trainee)
