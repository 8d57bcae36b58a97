"""Say what happened: the only source of truth about a trainee's study.

An event is written once and never changed. An undo appends `Retracted`; "that was a slip" appends
`Overridden`. Events of kinds a newer version invented are kept and passed on verbatim.
"""

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from jp_trainer.core.ids import DeviceId, EventId, TraineeId
from jp_trainer.core.study_day import StudyDay


class EventKind(enum.StrEnum):
    """What can happen; `subject` of the event in brackets."""

    ANSWERED = "Answered"  # card
    OVERRIDDEN = "Overridden"  # card; body: target
    RETRACTED = "Retracted"  # as the target's; body: target
    KNOWN = "Known"  # word
    RESTED = "Rested"  # word; body: until_day
    RESUMED = "Resumed"  # word: known or resting no longer
    RESET = "Reset"  # card: as if never asked
    EXTRA_PRACTISED = "ExtraPractised"  # card: asked again in a round; moves no schedule
    WEIGHTS_ADOPTED = "WeightsAdopted"  # trainee; body: weights
    PLAN_MADE = "PlanMade"  # trainee: a recovery plan; body: see core/recovery.py
    # Of a mock exam; the subject is the sitting, the bodies are in core/exam/sitting_log.py.
    SITTING_BEGUN = "SittingBegun"
    SITTING_ANSWERED = "SittingAnswered"
    SITTING_FLAGGED = "SittingFlagged"
    SITTING_MOVED = "SittingMoved"
    SITTING_PLAYED = "SittingPlayed"
    SITTING_HELPED = "SittingHelped"
    SITTING_INTERRUPTED = "SittingInterrupted"
    SECTION_LEFT = "SectionLeft"
    SITTING_FINISHED = "SittingFinished"
    MISTAKES_ADDED = "MistakesAdded"  # body: words


SITTING_KINDS = frozenset(
    kind for kind in EventKind if kind.startswith("Sitting") or kind == EventKind.SECTION_LEFT
) | {EventKind.MISTAKES_ADDED}
"""What happens in a sitting, and to it: nothing of it moves the schedule of a card."""


class Rating(enum.Enum):
    """What an answer means for the schedule."""

    AGAIN = "again"
    HARD = "hard"
    GOOD = "good"


OrderKey = tuple[datetime, str, int]
"""(at, device, seq): the order of events everywhere."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened.

    Attributes:
        device, seq: which machine, its how-manieth: hints, never the identity.
        kind: an EventKind value, or the name of a newer kind.
        subject: a card, a word, a sitting or the trainee.
        body: JSON object with the rest.
        at: aware, UTC. study_day: the learner's day as it was there and then.
        received_at: when it arrived from elsewhere; None where it was made.
    """

    id: EventId
    device: DeviceId
    seq: int
    trainee: TraineeId
    kind: str
    subject: str
    at: datetime
    utc_offset_min: int
    study_day: StudyDay
    body: Mapping[str, Any] = field(default_factory=dict)
    received_at: datetime | None = None

    @property
    def order_key(self) -> OrderKey:
        """Sorts events the same on every machine."""
        return (self.at, self.device, self.seq)

    @property
    def target(self) -> EventId | None:
        """The event that a Retracted or Overridden is about."""
        found = self.body.get("target")
        return EventId(found) if isinstance(found, str) else None


@dataclass(frozen=True, slots=True)
class Answered:
    """The body of an Answered or ExtraPractised event.

    Attributes:
        rating: what the program made of the answer.
        outcome: an answers.Outcome value. reason: an answers.Reason value, or "".
        given: what was typed (kana) or the id of the chosen option.
        peeked: the furigana or another help was looked at first.
        ms: from question painted to answer given; 0 if unknown.
        deck: for the daily sums. first: the card had never been asked.
    """

    rating: Rating
    outcome: str
    reason: str = ""
    given: str = ""
    peeked: bool = False
    ms: int = 0
    deck: str = ""
    first: bool = False

    def body(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "rating": self.rating.value,
            "outcome": self.outcome,
            "reason": self.reason,
            "given": self.given,
            "peeked": self.peeked,
            "ms": self.ms,
            "deck": self.deck,
            "first": self.first,
        }

    @classmethod
    def of(cls, event: Event) -> "Answered":
        """Read it back; a damaged or newer body reads as far as it can, unknown rating as AGAIN."""
        body = event.body
        try:
            rating = Rating(body.get("rating"))
        except ValueError:
            rating = Rating.AGAIN
        ms = body.get("ms", 0)
        return cls(
            rating=rating,
            outcome=str(body.get("outcome", "")),
            reason=str(body.get("reason", "")),
            given=str(body.get("given", "")),
            peeked=bool(body.get("peeked", False)),
            ms=ms if isinstance(ms, int) and ms >= 0 else 0,
            deck=str(body.get("deck", "")),
            first=bool(body.get("first", False)),
        )


def standing(events: Iterable[Event]) -> list[Event]:
    """The events in order, without retracted ones and their retractions.

    A retraction holds whatever order the two arrived in. Retracting a retraction restores the
    original.
    """
    ordered = sorted(set_by_id(events), key=lambda event: (event.order_key, event.id))
    gone: set[EventId] = set()
    # Later retractions first, so that a retracted retraction has no effect.
    for event in reversed(ordered):
        if event.kind == EventKind.RETRACTED and event.id not in gone and event.target:
            gone.add(event.target)
    return [e for e in ordered if e.id not in gone and e.kind != EventKind.RETRACTED]


def set_by_id(events: Iterable[Event]) -> list[Event]:
    """Each event once, whatever was received twice."""
    return list({event.id: event for event in events}.values())


def overrides(stand: Iterable[Event]) -> dict[EventId, Rating]:
    """What the trainee said of answers, by answer: the last word counts; of standing events."""
    found: dict[EventId, Rating] = {}
    for event in stand:
        if event.kind == EventKind.OVERRIDDEN and event.target:
            try:
                found[event.target] = Rating(event.body.get("rating"))
            except ValueError:
                found[event.target] = Rating.GOOD
    return found
