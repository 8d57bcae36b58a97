"""Decide what to ask next in a round: twenty questions with a true end.

A question answered wrong returns after at least four others, at most twice. Where the round has too
few others left, questions already answered are asked once more between; what returns or is asked
between is practice and moves no schedule. Everything here is a value: the running round is saved
with each answer, and the next question is a function of it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from jp_trainer.core.cards import Aspect, aspect_of, word_of
from jp_trainer.core.ids import CardId, EventId, WordId
from jp_trainer.core.questions import QuestionId
from jp_trainer.core.study_day import StudyDay

ROUND_QUESTIONS = 20
OTHERS_BETWEEN = 4
MAX_RETURNS = 2


@dataclass(frozen=True, slots=True)
class Waiting:
    """A card still to be asked. `ready_at`: not before so many questions were asked."""

    card: CardId
    returns: int = 0
    ready_at: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was answered. `practice`: it moved no schedule."""

    event: EventId
    card: CardId
    right: bool
    returns: int = 0
    practice: bool = False


@dataclass(frozen=True, slots=True)
class Next:
    """What is to be asked now. `practice`: a card of this round asked once more, between others."""

    card: CardId
    returns: int
    practice: bool


@dataclass(frozen=True, slots=True)
class Round:
    """One block of study, running or finished.

    Attributes:
        id: unique for this trainee.
        size: how many different questions it has; what the progress bar counts.
        waiting: in the order to ask. asked: in the order answered, oldest first.
        spare: cards of the day's earlier rounds, to ask between where this one is too short.
        gone: words that left it and are not asked between either.
    """

    id: str
    day: StudyDay
    size: int
    waiting: tuple[Waiting, ...] = ()
    asked: tuple[Asked, ...] = ()
    spare: tuple[CardId, ...] = ()
    gone: tuple[WordId, ...] = ()

    @property
    def position(self) -> int:
        """How many of the round's own questions were answered; returns are not counted."""
        return sum(not a.practice for a in self.asked)

    @property
    def next(self) -> Next | None:
        """What to ask now; None once the round is done."""
        if not self.waiting:
            return None
        now = len(self.asked)
        ready = next((w for w in self.waiting if w.ready_at <= now), None)
        if ready is None and (between := self._between()) is not None:
            return Next(between, 0, practice=True)
        first = ready or self.waiting[0]
        return Next(first.card, first.returns, practice=first.returns > 0)

    @property
    def question_id(self) -> QuestionId | None:
        """Names the question to ask now; None once the round is done."""
        now = self.next
        return QuestionId(f"{self.id}.{len(self.asked)}.{now.card}") if now else None

    def _between(self) -> CardId | None:
        pending = {word_of(w.card) for w in self.waiting} | set(self.gone)
        last = {word_of(a.card): i for i, a in enumerate(self.asked)}
        free = [a for a in self.asked if word_of(a.card) not in pending]
        oldest = min(free, key=lambda a: last[word_of(a.card)], default=None)
        ago = len(self.asked) - last[word_of(oldest.card)] if oldest is not None else 0
        if ago <= OTHERS_BETWEEN:
            seen = pending | last.keys()
            if (spare := next((c for c in self.spare if word_of(c) not in seen), None)) is not None:
                return spare
        # At 1 there is nothing but the question just answered.
        return oldest.card if oldest is not None and ago > 1 else None

    def answered(self, event: EventId, *, right: bool) -> "Round":
        """The round after the question `next` was answered. Raises ValueError if it is done."""
        now = self.next
        if now is None:
            raise ValueError("the round is done")
        asked = (*self.asked, Asked(event, now.card, right, now.returns, now.practice))
        waiting = self.waiting
        is_between = now.practice and now.returns == 0
        if not is_between:
            waiting = tuple(w for w in waiting if w.card != now.card)
        if not right and now.returns < MAX_RETURNS and not is_between:
            back = Waiting(now.card, now.returns + 1, len(asked) + OTHERS_BETWEEN)
            waiting = (*waiting[:OTHERS_BETWEEN], back, *waiting[OTHERS_BETWEEN:])
        return replace(self, waiting=waiting, asked=asked)

    def corrected(self, event: EventId, *, right: bool) -> "Round":
        """After the trainee overrode the verdict of `event`: its return goes, or comes."""
        at = next((i for i, a in enumerate(self.asked) if a.event == event), None)
        if at is None or self.asked[at].right == right:
            return self
        entry = replace(self.asked[at], right=right)
        asked = (*self.asked[:at], entry, *self.asked[at + 1 :])
        waiting = tuple(
            w for w in self.waiting if (w.card, w.returns) != (entry.card, entry.returns + 1)
        )
        is_between = entry.practice and entry.returns == 0
        if not right and entry.returns < MAX_RETURNS and not is_between:
            waiting = (
                *waiting[:OTHERS_BETWEEN],
                Waiting(entry.card, entry.returns + 1, len(asked) + OTHERS_BETWEEN),
                *waiting[OTHERS_BETWEEN:],
            )
        return replace(self, waiting=waiting, asked=asked)

    def undone(self, event: EventId) -> "Round":
        """The round before the answer `event`, if it is the last; its card is asked again first."""
        if not self.asked or self.asked[-1].event != event:
            return self
        entry = self.asked[-1]
        is_between = entry.practice and entry.returns == 0
        waiting = tuple(
            w for w in self.waiting if (w.card, w.returns) != (entry.card, entry.returns + 1)
        )
        if not is_between:
            waiting = (Waiting(entry.card, entry.returns, 0), *waiting)
        return replace(self, waiting=waiting, asked=self.asked[:-1])

    def without(self, word: WordId) -> "Round":
        """The round without the questions of a word that is known, resting or removed."""
        waiting = tuple(w for w in self.waiting if word_of(w.card) != word)
        gone = sum(w.returns == 0 for w in self.waiting) - sum(w.returns == 0 for w in waiting)
        left = (*(each for each in self.gone if each != word), word)
        return replace(self, waiting=waiting, size=self.size - gone, gone=left)

    def with_first(self, card: CardId) -> "Round":
        """The round with this card asked first, and no other aspect of its word."""
        rest = self.without(word_of(card))
        waiting, left = (Waiting(card), *rest.waiting), rest.gone[:-1]
        return replace(rest, waiting=waiting, size=rest.size + 1, gone=left)

    def to_json(self) -> dict[str, Any]:
        """As JSON values, for the running round's row."""
        return {
            "id": self.id,
            "day": self.day,
            "size": self.size,
            "waiting": [[w.card, w.returns, w.ready_at] for w in self.waiting],
            "asked": [[a.event, a.card, a.right, a.returns, a.practice] for a in self.asked],
            "spare": list(self.spare),
            "gone": list(self.gone),
        }

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> "Round":
        """Read it back. Raises KeyError, TypeError or ValueError if it is damaged."""
        return cls(
            id=str(body["id"]),
            day=StudyDay(int(body["day"])),
            size=int(body["size"]),
            waiting=tuple(Waiting(CardId(c), int(r), int(n)) for c, r, n in body["waiting"]),
            asked=tuple(
                Asked(EventId(e), CardId(c), bool(right), int(r), bool(p))
                for e, c, right, r, p in body["asked"]
            ),
            spare=tuple(CardId(str(card)) for card in body.get("spare", ())),
            gone=tuple(WordId(str(word)) for word in body.get("gone", ())),
        )


def compose(
    due: Iterable[CardId],
    new: Iterable[CardId],
    *,
    new_limit: int,
    size: int = ROUND_QUESTIONS,
    aspects: frozenset[Aspect] = frozenset(Aspect),
    first: Collection[CardId] = (),
) -> tuple[CardId, ...]:
    """The cards of a round: what is due, most urgent first, with new words spread among it.

    What is due and among `first` comes before everything else. Never two aspects of one word;
    only `aspects` (listening is left out where there is no voice). At most `new_limit` new
    cards; if less is due than fits, the rest stays empty.
    """
    words: set[WordId] = set()

    def take(cards: Iterable[CardId], limit: int) -> list[CardId]:
        taken: list[CardId] = []
        for card in cards:
            if len(taken) >= limit:
                break
            if word_of(card) not in words and _aspect(card) in aspects:
                words.add(word_of(card))
                taken.append(card)
        return taken

    old = take(due, size)
    # New words keep a share of the round even when much is due.
    keep = min(new_limit, max(size - len(old), size // 4 if new_limit else 0))
    for card in old[size - keep :]:
        words.discard(word_of(card))
    old = old[: size - keep]
    fresh = take(new, keep)
    ahead = [card for card in old if card in first]
    return (*ahead, *_spread([card for card in old if card not in first], fresh))


def _aspect(card: CardId) -> Aspect | None:
    try:
        return aspect_of(card)
    except ValueError:
        return None  # of a newer version: kept, not asked


def _spread(old: Sequence[CardId], fresh: Sequence[CardId]) -> list[CardId]:
    """The fresh ones evenly among the old ones, an old one first."""
    if not fresh:
        return list(old)
    result: list[CardId] = []
    step = len(old) / len(fresh)
    taken = 0
    for number, card in enumerate(fresh, start=1):
        upto = round(number * step)
        result += old[taken:upto]
        taken = upto
        result.append(card)
    return [*result, *old[taken:]]
