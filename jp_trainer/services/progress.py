"""Show how far a trainee has come, from daily sums: the cost grows with days, not with answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from jp_trainer.core.cards import Aspect
from jp_trainer.core.day_sums import Sums
from jp_trainer.core.decks import Deck
from jp_trainer.core.ids import DeckId, TraineeId
from jp_trainer.core.study_day import StudyDay
from jp_trainer.core.words import Word
from jp_trainer.services import queue
from jp_trainer.services.app import App
from jp_trainer.services.people import trainee_of
from jp_trainer.services.queue import DayPlan
from jp_trainer.storage.day_sums import DayInShort
from jp_trainer.storage.queues import DeckProgress

HEAT_WEEKS = 26
_SLIPPING = 4


@dataclass(frozen=True, slots=True)
class Kept:
    """How much was remembered when asked again. `share`: 0..1, None while nothing was."""

    share: float | None
    asked: int


@dataclass(frozen=True, slots=True)
class ProgressState:
    """The progress screen, of one deck or of all.

    Attributes:
        minutes: study time by day of the last 26 weeks, oldest first, ending with the week of
            today; days to come are missing at the end. first_day: the day of `minutes[0]`,
            a Monday.
        days: days with study ever. total_ms: study time ever.
        ahead: questions on each of the next 30 days. day_holds: what the daily minutes hold.
        by_aspect, by_deck: remembered when asked again, over the last 60 days.
        known: (day, words begun or known so far), one point a day with a change, oldest first.
        reasons: why answers were wrong in the last 30 days, most frequent first.
        slipping: words forgotten most often.
    """

    deck: DeckId | None
    decks: tuple[Deck, ...]
    progress: tuple[tuple[Deck, DeckProgress], ...]
    today: StudyDay
    first_day: StudyDay
    minutes: tuple[int, ...]
    days: int
    total_ms: int
    ahead: tuple[int, ...]
    day_holds: int
    by_aspect: tuple[tuple[Aspect, Kept], ...]
    by_deck: tuple[tuple[Deck, Kept], ...]
    known: tuple[tuple[StudyDay, int], ...]
    reasons: tuple[tuple[str, int], ...]
    slipping: tuple[Word, ...]
    answers: int


def progress(app: App, trainee: TraineeId, deck: DeckId | None = None) -> ProgressState:
    """The state of the progress screen; of all decks studied if `deck` is None."""
    with app.database.read() as view:
        preferences = trainee_of(view, trainee).preferences
        plan = queue.plan_of(app, view, trainee)
        today = plan.today
        monday = StudyDay(today - _weekday(today) - 7 * (HEAT_WEEKS - 1))
        course = view.day_sums.course(trainee, deck)
        recent = StudyDay(today - 60)
        decks = tuple(d for d in map(view.decks.get, preferences.decks) if d is not None)
        by_deck, by_aspect = _along_both(
            view.day_sums.by_deck_and_aspect(trainee, recent, today), deck
        )
        progress_of = view.queues.progress(trainee, preferences.decks)
        reasons = view.day_sums.reasons(trainee, StudyDay(today - 30), today)
        slipping = view.card_states.most_lapsed(trainee, _SLIPPING, deck)
        words = view.words.learnt_as([word for word, _ in slipping], preferences.decks)
        return ProgressState(
            deck=deck,
            decks=decks,
            progress=tuple((d, progress_of.get(d.id, DeckProgress(0, 0, 0))) for d in decks),
            today=today,
            first_day=monday,
            minutes=tuple(
                -(-course.get(StudyDay(day), DayInShort()).ms // 60_000)
                for day in range(monday, today + 1)
            ),
            days=sum(1 for each in course.values() if each.answered or each.practised),
            total_ms=sum(each.ms for each in course.values()),
            ahead=_shared_out(plan),
            day_holds=plan.forecast.questions,
            by_aspect=tuple((a, _kept(by_aspect[a])) for a in Aspect if a in by_aspect),
            by_deck=tuple((d, _kept(by_deck[d.id])) for d in decks if d.id in by_deck),
            known=_known(
                course,
                sum(p.begun for d, p in progress_of.items() if deck in (None, d)),
            ),
            reasons=tuple(sorted(reasons.items(), key=lambda item: (-item[1], item[0]))),
            slipping=tuple(words[word] for word, _ in slipping if word in words),
            answers=sum(each.answered for each in course.values()),
        )


def _shared_out(plan: DayPlan) -> tuple[int, ...]:
    """Questions on each of the next days; while a recovery plan runs, never its whole pile."""
    if plan.recovery is None:
        return plan.ahead
    left, days = 0, []
    for count in plan.ahead:
        asked = min(left + count, plan.recovery.per_day)
        left += count - asked
        days.append(asked)
    return tuple(days)


def _along_both(
    sums: Mapping[tuple[DeckId, Aspect], Sums], deck: DeckId | None
) -> tuple[dict[DeckId, Sums], dict[Aspect, Sums]]:
    """By deck, and by aspect; the latter of one deck if it is given."""
    by_deck: dict[DeckId, Sums] = {}
    by_aspect: dict[Aspect, Sums] = {}
    for (own, aspect), each in sums.items():
        by_deck[own] = by_deck.get(own, Sums()) + each
        if deck in (None, own):
            by_aspect[aspect] = by_aspect.get(aspect, Sums()) + each
    return by_deck, by_aspect


def _kept(sums: Sums) -> Kept:
    return Kept(sums.recall, sums.answered - sums.new)


def _weekday(day: StudyDay) -> int:
    """0 = Monday; 1970-01-01 was a Thursday."""
    return (day + 3) % 7


def _known(course: Mapping[StudyDay, DayInShort], most: int) -> tuple[tuple[StudyDay, int], ...]:
    """Running sums, at most `most`: a begun word that is said to be known is one word, not two."""
    total = 0
    points: list[tuple[StudyDay, int]] = []
    for day, each in sorted(course.items()):
        if each.begun:
            total += each.begun
            points.append((day, min(total, most)))
    return tuple(points)
