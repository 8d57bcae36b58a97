"""Tell what happened with a word: answers, corrections, rests."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from jp_trainer.core.cards import Aspect, card_id
from jp_trainer.core.decks import Deck
from jp_trainer.core.events import Answered, Event, EventKind, Rating, overrides, standing
from jp_trainer.core.ids import EventId, TraineeId, WordId
from jp_trainer.core.study_day import StudyDay
from jp_trainer.core.words import Word
from jp_trainer.services.app import App
from jp_trainer.services.errors import UnknownWordError
from jp_trainer.storage.transaction import Transaction

_ANSWERS = (EventKind.ANSWERED, EventKind.EXTRA_PRACTISED)


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One thing that happened with a word.

    Attributes:
        kind: an EventKind value. aspect: of an answer; None for what is about the whole word.
        outcome, reason: values of verdicts.Outcome and Reason. given: what was typed, or the
            spelling of the word `chosen`.
        rating: what counts in the end; overruled: the trainee said that it counts otherwise.
        back_on: the day until which a word rests.
    """

    event: EventId
    at: datetime
    utc_offset_min: int
    study_day: StudyDay
    kind: str
    aspect: Aspect | None = None
    outcome: str = ""
    reason: str = ""
    given: str = ""
    chosen: Word | None = None
    peeked: bool = False
    ms: int = 0
    rating: Rating | None = None
    overruled: bool = False
    back_on: StudyDay | None = None


def history(app: App, trainee: TraineeId, word_id: WordId) -> tuple[HistoryEntry, ...]:
    """What happened with a word and was not taken back, newest first. Raises UnknownWordError."""
    with app.database.read() as view:
        word, _ = word_and_deck(view, word_id)
        entries: list[HistoryEntry] = []
        for aspect in Aspect:
            subject = card_id(word.learnt_as, aspect)
            events = standing(view.events.of_subject(trainee, subject))
            said = overrides(events)
            entries += (
                _entry(event, aspect, said)
                for event in events
                if event.kind != EventKind.OVERRIDDEN
            )
        for event in standing(view.events.of_subject(trainee, word.learnt_as)):
            entries.append(_entry(event, None, {}))
        chosen = view.words.get_many([WordId(e.given) for e in entries if ":" in e.given])
    named = [
        replace(entry, given=chosen[other].word, chosen=chosen[other])
        if (other := WordId(entry.given)) in chosen
        else entry
        for entry in entries
    ]
    return tuple(sorted(named, key=lambda entry: (entry.at, entry.event), reverse=True))


def word_and_deck(view: Transaction, word_id: WordId) -> tuple[Word, Deck]:
    """A word and its deck. Raises UnknownWordError."""
    word = view.words.get(word_id)
    deck = view.decks.get(word.deck) if word else None
    if word is None or deck is None:
        raise UnknownWordError(word_id)
    return word, deck


def _entry(event: Event, aspect: Aspect | None, said: Mapping[EventId, Rating]) -> HistoryEntry:
    entry = HistoryEntry(
        event=event.id,
        at=event.at,
        utc_offset_min=event.utc_offset_min,
        study_day=event.study_day,
        kind=event.kind,
        aspect=aspect,
    )
    if event.kind in _ANSWERS:
        answered = Answered.of(event)
        return replace(
            entry,
            outcome=answered.outcome,
            reason=answered.reason,
            given=answered.given,
            peeked=answered.peeked,
            ms=answered.ms,
            rating=said.get(event.id, answered.rating),
            overruled=event.id in said,
        )
    until = event.body.get("until_day")
    return replace(entry, back_on=StudyDay(until)) if isinstance(until, int) else entry
