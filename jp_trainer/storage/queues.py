"""Find what there is to ask a trainee: due cards, newly opened aspects, new words, and counts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from jp_trainer.core.cards import OPENS, Aspect, card_id
from jp_trainer.core.ids import CardId, DeckId, TraineeId, WordId
from jp_trainer.core.scheduling import CardState
from jp_trainer.core.study_day import StudyDay
from jp_trainer.core.words import deck_of_id
from jp_trainer.storage import tables
from jp_trainer.storage.access import Access
from jp_trainer.storage.card_states import STATE_COLUMNS, is_of_word, to_state
from jp_trainer.storage.columns import Row

_card = tables.card_state.c
_word = tables.word.c
_decided = tables.word_state.c
_trainee: sa.BindParameter[str] = sa.bindparam("trainee")
_decks: sa.BindParameter[list[str]] = sa.bindparam("decks", expanding=True)
_day: sa.BindParameter[int] = sa.bindparam("day")


def _is_hidden(learnt_as: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    return sa.exists().where(
        _decided.trainee == _trainee,
        _decided.word == learnt_as,
        sa.or_(_decided.known == 1, _decided.rest_until_day > _day),
    )


_is_due = (
    _card.trainee == _trainee,
    _card.due_day <= sa.bindparam("due"),
    _card.aspect.in_(sa.bindparam("aspects", expanding=True)),
)
_taught = sa.exists().where(
    _word.learnt_as == _card.word, _word.removed == 0, _word.deck.in_(_decks)
)
# Where all cards are counted: one list of words is made at once, not one look-up for each card.
_among_taught = _card.word.in_(
    sa.select(_word.learnt_as).where(_word.removed == 0, _word.deck.in_(_decks))
)
_among_hidden = _card.word.in_(
    sa.select(_decided.word).where(
        _decided.trainee == _trainee,
        sa.or_(_decided.known == 1, _decided.rest_until_day > _day),
    )
)
_begun = sa.exists().where(_card.trainee == _trainee, *is_of_word(_word.learnt_as), _card.reps > 0)

_DUE = (
    sa.select(*STATE_COLUMNS)
    .where(*_is_due, _taught, ~_is_hidden(_card.word))
    .order_by(_card.due_day, _card.word, _card.card)
    .limit(sa.bindparam("limit"))
)
_DUE_BY_DAY = (
    sa.select(_card.due_day, sa.func.count())
    .where(*_is_due, _among_taught, ~_among_hidden)
    .group_by(_card.due_day)
    .order_by(_card.due_day)
)
_DUE_WORDS = sa.select(sa.func.count(_card.word.distinct())).where(
    *_is_due, _among_taught, ~_among_hidden
)
_NEW = (
    sa.select(_word.learnt_as)
    .where(
        _word.deck == sa.bindparam("deck"),
        _word.removed == 0,
        ~_begun,
        ~_is_hidden(_word.learnt_as),
    )
    .order_by(_word.position)
    .limit(sa.bindparam("limit"))
)

_BITS = {aspect: 1 << number for number, aspect in enumerate(Aspect)}
_meaning = _card.aspect == Aspect.MEANING.value
_words_begun = (
    sa.select(
        _card.word,
        sa.func.sum(
            sa.case(
                {aspect.value: bit for aspect, bit in _BITS.items()}, value=_card.aspect, else_=0
            )
        ).label("asked"),
        sa.func.max(sa.case((_meaning, _card.stability))).label("stability"),
        sa.func.max(sa.case((_meaning, _card.last_day))).label("last_day"),
    )
    .where(_card.trainee == _trainee, _card.reps > 0)
    .group_by(_card.word)
    .subquery()
    .c
)
_OPENED = (
    sa.select(_words_begun.word, _words_begun.asked, _words_begun.stability)
    .where(
        sa.or_(
            *(
                sa.and_(
                    _words_begun.stability >= rule.days,
                    _words_begun.asked.bitwise_and(_BITS[aspect]) == 0,
                )
                for aspect, rule in OPENS.items()
                if rule is not None
            )
        ),
        sa.func.coalesce(_words_begun.last_day, 0) < _day,
        sa.exists().where(
            _word.learnt_as == _words_begun.word, _word.removed == 0, _word.deck.in_(_decks)
        ),
        ~_is_hidden(_words_begun.word),
    )
    .order_by(_words_begun.last_day, _words_begun.word)
)

_strength = (
    sa.select(sa.func.max(_card.stability))
    .where(
        _card.trainee == _trainee,
        _card.card == _word.learnt_as + f"/{Aspect.MEANING.value}",
    )
    .scalar_subquery()
)
_said_known = sa.exists().where(
    _decided.trainee == _trainee, _decided.word == _word.learnt_as, _decided.known == 1
)
_PROGRESS = (
    sa.select(
        _word.deck,
        sa.func.count(),
        sa.func.sum(sa.case((sa.or_(_begun, _said_known), 1), else_=0)),
        sa.func.sum(
            sa.case((sa.or_(_said_known, _strength >= sa.bindparam("stability")), 1), else_=0)
        ),
    )
    .where(_word.removed == 0, _word.deck.in_(_decks))
    .group_by(_word.deck)
)


@dataclass(frozen=True, slots=True)
class DeckProgress:
    """How far a trainee is in a deck: of its words, how many were begun, how many are known."""

    words: int
    begun: int
    known: int


class Queues:
    """What could be asked. Never a word that is known, resting, removed, or of another deck."""

    __slots__ = ("_access",)

    def __init__(self, access: Access) -> None:
        self._access = access

    def due(
        self,
        trainee: TraineeId,
        decks: Sequence[DeckId],
        day: StudyDay,
        limit: int = 200,
        aspects: Collection[Aspect] = tuple(Aspect),
    ) -> tuple[CardState, ...]:
        """Cards due by `day`, longest overdue first, of words that these decks teach."""
        rows = self._select(
            _DUE, trainee, decks, day=day, due=day, limit=limit, aspects=_values(aspects)
        )
        return tuple(map(to_state, rows))

    def due_by_day(
        self,
        trainee: TraineeId,
        decks: Sequence[DeckId],
        day: StudyDay,
        until: StudyDay,
        aspects: Collection[Aspect] = tuple(Aspect),
    ) -> dict[StudyDay, int]:
        """How many cards are due on each day up to `until`; overdue ones on the day they were due.

        `day` is today: a word that rests beyond it is not counted.
        """
        rows = self._select(
            _DUE_BY_DAY, trainee, decks, day=day, due=until, aspects=_values(aspects)
        )
        return {StudyDay(row[0]): row[1] for row in rows}

    def due_words(self, trainee: TraineeId, decks: Sequence[DeckId], day: StudyDay) -> int:
        """How many words have a card due by `day`: a round asks one card of a word."""
        everything = _values(tuple(Aspect))
        ((count,),) = self._select(_DUE_WORDS, trainee, decks, day=day, due=day, aspects=everything)
        return int(count)

    def opened(
        self,
        trainee: TraineeId,
        aspects: Mapping[DeckId, Collection[Aspect]],
        day: StudyDay,
        limit: int = 50,
    ) -> tuple[CardId, ...]:
        """Cards that opened (core.cards.OPENS) before `day` and were never asked.

        Of at most `limit` words of the decks in `aspects`, those asked longest ago first; of a
        word whose cards are another deck's, every aspect that any of them asks.
        """
        anywhere = frozenset[Aspect]().union(*aspects.values())
        values = {"trainee": trainee, "decks": list(aspects), "day": day}
        rows = self._access.connection.execute(_OPENED, values)
        found: list[CardId] = []
        words = 0
        for word, asked, stability in rows:
            if words == limit:
                rows.close()
                break
            wanted = aspects.get(deck_of_id(word), anywhere)
            open_now = [
                card_id(word, aspect)
                for aspect, rule in OPENS.items()
                if rule
                and aspect in wanted
                and stability >= rule.days
                and not asked & _BITS[aspect]
            ]
            words += bool(open_now)
            found += open_now
        return tuple(found)

    def new_words(
        self, trainee: TraineeId, deck: DeckId, day: StudyDay, limit: int
    ) -> tuple[WordId, ...]:
        """The next words of a deck of which nothing was asked yet, as `Word.learnt_as`."""
        rows = self._access.connection.execute(
            _NEW, {"trainee": trainee, "deck": deck, "day": day, "limit": limit}
        )
        return tuple(map(WordId, rows.scalars()))

    def progress(
        self, trainee: TraineeId, decks: Sequence[DeckId], known_from_days: float = 21.0
    ) -> dict[DeckId, DeckProgress]:
        """How far the trainee is in each of these decks.

        A word is known if they said so, or if the meaning is remembered for `known_from_days`.
        """
        rows = self._select(_PROGRESS, trainee, decks, stability=known_from_days)
        return {DeckId(row[0]): DeckProgress(*row[1:]) for row in rows}

    def _select(
        self,
        statement: sa.Select[*tuple[Any, ...]],
        trainee: TraineeId,
        decks: Sequence[DeckId],
        **values: object,
    ) -> list[Row]:
        everything = {"trainee": trainee, "decks": list(decks), **values}
        return list(self._access.connection.execute(statement, everything).all())


def _values(aspects: Collection[Aspect]) -> list[str]:
    return [aspect.value for aspect in aspects]
