"""Say what events add to the daily sums, as a function of the log alone.

So that the sums can be rebuilt from the log, and taken back exactly when an answer is.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from jp_trainer.core.cards import Aspect, aspect_of
from jp_trainer.core.day_sums import DaySum, Sums
from jp_trainer.core.events import Answered, Event, EventKind, Rating, overrides, standing
from jp_trainer.core.ids import CardId, DeckId
from jp_trainer.core.study_day import StudyDay
from jp_trainer.core.words import deck_of_id

_KNOWN_AFTER: dict[str, bool] = {
    EventKind.KNOWN: True,
    EventKind.RESTED: False,
    EventKind.RESUMED: False,
}

Place = tuple[StudyDay, DeckId, Aspect]


@dataclass(slots=True)
class DayLog:
    """Sums by (day, deck, aspect), and how often each reason made an answer wrong, by day."""

    sums: dict[Place, Sums] = field(default_factory=dict)
    reasons: Counter[tuple[StudyDay, str]] = field(default_factory=Counter)

    def add(self, place: Place, sums: Sums) -> None:
        """Add to one place."""
        self.sums[place] = self.sums.get(place, Sums()) + sums

    def minus(self, other: "DayLog") -> "DayLog":
        """What must be added to `other` to give this; without what is equal."""
        result = DayLog(dict(self.sums), Counter(self.reasons))
        for place, sums in other.sums.items():
            result.add(place, -sums)
        result.reasons.subtract(other.reasons)
        return DayLog(
            {place: sums for place, sums in result.sums.items() if sums != Sums()},
            Counter({key: n for key, n in result.reasons.items() if n}),
        )

    def rows(self) -> list[DaySum]:
        """As rows of the cache."""
        return [DaySum(day, deck, aspect, sums) for (day, deck, aspect), sums in self.sums.items()]


def of_card(events: Iterable[Event]) -> DayLog:
    """What the events of one card add, retracted ones left out, overridden ones as corrected."""
    stand = standing(events)
    ratings = overrides(stand)
    log = DayLog()
    for event in stand:
        add_event(log, event, ratings.get(event.id))
    return log


def add_event(log: DayLog, event: Event, overridden: Rating | None = None) -> None:
    """Add one answer; events of other kinds add nothing."""
    if event.kind not in (EventKind.ANSWERED, EventKind.EXTRA_PRACTISED):
        return
    try:
        aspect = aspect_of(CardId(event.subject))
    except ValueError:
        return  # of a newer version
    body = Answered.of(event)
    deck = DeckId(body.deck) if body.deck else deck_of_id(event.subject)
    place = (event.study_day, deck, aspect)
    if event.kind == EventKind.EXTRA_PRACTISED:
        log.add(place, Sums(practised=1, ms=body.ms))
        return
    rating = overridden or body.rating
    right = rating is not Rating.AGAIN
    log.add(
        place,
        Sums(
            answered=1,
            right=right,
            peeked=right and body.peeked,
            new=body.first,
            new_right=body.first and right,
            lapses=not body.first and not right,
            ms=body.ms,
        ),
    )
    if not right and body.reason:
        log.reasons[event.study_day, body.reason] += 1


def of_word(events: Iterable[Event]) -> DayLog:
    """What "I know this" and its return add: words known, on the day it was said."""
    log = DayLog()
    known = False
    for event in standing(events):
        now = _KNOWN_AFTER.get(event.kind, known)
        if now != known:
            place = (event.study_day, deck_of_id(event.subject), Aspect.MEANING)
            log.add(place, Sums(known=1 if now else -1))
            known = now
    return log
