"""Keep what is remembered of each card: a cache that replaying the log would give again."""

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from jp_trainer.core.cards import Aspect, word_of
from jp_trainer.core.events import OrderKey, Rating
from jp_trainer.core.ids import CardId, DeckId, EventId, TraineeId, WordId
from jp_trainer.core.scheduling import SCHEDULER_VERSION, CardState
from jp_trainer.core.study_day import StudyDay
from jp_trainer.storage import tables
from jp_trainer.storage.access import Access, Topic
from jp_trainer.storage.columns import Row, from_micros, to_micros
from jp_trainer.storage.ready import Ready
from jp_trainer.storage.upserts import upsert

_BATCH = 500
_t = tables.card_state.c
STATE_COLUMNS: tuple[sa.Column[Any], ...] = (
    *(_t.card, _t.stability, _t.difficulty, _t.due_day, _t.last_day, _t.last_rating),
    *(_t.reps, _t.lapses, _t.needs_help, _t.last_event, _t.last_at, _t.last_device, _t.last_seq),
)
_OF_TRAINEE = _t.trainee == sa.bindparam("trainee")


def is_of_word(word: sa.ColumnElement[str]) -> tuple[sa.ColumnElement[bool], ...]:
    """Whether a card is one of the word's: a range of the primary key, `word/` up to `word0`.

    Asked by the word column, SQLite reads all cards of the trainee instead. On PostgreSQL the
    card column must be of collation "C".
    """
    return _t.card > word + "/", _t.card < word + "0"


# The word and the aspect are part of the card's id: leaving them alone spares two indexes.
_PUT = Ready(upsert(tables.card_state, keep=("word", "aspect")))
_GET = Ready(sa.select(*STATE_COLUMNS).where(_OF_TRAINEE, _t.card == sa.bindparam("card")))
_GET_MANY = sa.select(*STATE_COLUMNS).where(
    _OF_TRAINEE, _t.card.in_(sa.bindparam("cards", expanding=True))
)
_OF_WORD = (
    sa.select(*STATE_COLUMNS)
    .where(_OF_TRAINEE, *is_of_word(sa.bindparam("word", type_=sa.Text)))
    .order_by(_t.card)
)
_MOST_LAPSED = (
    sa.select(_t.word, sa.func.sum(_t.lapses))
    .where(_OF_TRAINEE, _t.lapses > 0, _t.word.startswith(sa.bindparam("prefix")))
    .group_by(_t.word)
    .order_by(sa.func.sum(_t.lapses).desc(), _t.word)
    .limit(sa.bindparam("limit"))
)
_ALL = sa.select(*STATE_COLUMNS).where(_OF_TRAINEE).order_by(_t.card)
_DECK_OF = sa.select(_t.deck).where(_OF_TRAINEE, _t.card == sa.bindparam("card"))
_DROP = sa.delete(tables.card_state).where(_OF_TRAINEE, _t.card == sa.bindparam("card"))
_DROP_ALL = sa.delete(tables.card_state).where(_OF_TRAINEE)
_OTHER_SCHEDULER = sa.select(_t.trainee).where(_t.scheduler != sa.bindparam("scheduler")).distinct()


class CardStates:
    """The states of cards that were asked; a card without a row was never asked."""

    __slots__ = ("_access",)

    def __init__(self, access: Access) -> None:
        self._access = access

    def get(self, trainee: TraineeId, card: CardId) -> CardState:
        """The state of a card; a new one if it was never asked."""
        row = _GET.first(self._access, {"trainee": trainee, "card": card})
        return CardState(card) if row is None else to_state(row)

    def get_many(self, trainee: TraineeId, cards: Sequence[CardId]) -> dict[CardId, CardState]:
        """The states of those of these cards that have one."""
        found: dict[CardId, CardState] = {}
        for start in range(0, len(cards), _BATCH):
            batch = cards[start : start + _BATCH]
            rows = self._access.connection.execute(_GET_MANY, {"trainee": trainee, "cards": batch})
            found |= {state.card: state for state in map(to_state, rows)}
        return found

    def of_word(self, trainee: TraineeId, word: WordId) -> tuple[CardState, ...]:
        """The states of all cards of a word (of `Word.learnt_as`), by card."""
        rows = self._access.connection.execute(_OF_WORD, {"trainee": trainee, "word": word})
        return tuple(to_state(row) for row in rows)

    def most_lapsed(
        self, trainee: TraineeId, limit: int, deck: DeckId | None = None
    ) -> tuple[tuple[WordId, int], ...]:
        """The words forgotten most often, with how often; of one deck, or of all."""
        prefix = "" if deck is None else f"{deck}:"
        rows = self._access.connection.execute(
            _MOST_LAPSED, {"trainee": trainee, "prefix": prefix, "limit": limit}
        )
        return tuple((WordId(row[0]), int(row[1])) for row in rows)

    def all(self, trainee: TraineeId) -> tuple[CardState, ...]:
        """All states of a trainee, by card: for comparing with a replay."""
        return tuple(map(to_state, self._access.connection.execute(_ALL, {"trainee": trainee})))

    def deck_of(self, trainee: TraineeId, card: CardId) -> DeckId | None:
        """Through which deck the card was last asked; None if it has no state."""
        found = self._access.connection.execute(
            _DECK_OF, {"trainee": trainee, "card": card}
        ).scalar_one_or_none()
        return None if found is None else DeckId(found)

    def put(self, trainee: TraineeId, state: CardState, deck: DeckId, aspect: Aspect) -> None:
        """Keep the state of a card, asked through `deck`."""
        self.put_all(trainee, [(state, deck, aspect)])

    def put_all(
        self, trainee: TraineeId, states: Iterable[tuple[CardState, DeckId, Aspect]]
    ) -> None:
        """Keep many states."""
        if rows := [_to_row(trainee, *state) for state in states]:
            _PUT.run(self._access, rows)
            self._access.touched |= Topic.REVIEWS

    def drop(self, trainee: TraineeId, card: CardId) -> None:
        """Forget the state of a card that has no events."""
        self._access.connection.execute(_DROP, {"trainee": trainee, "card": card})
        self._access.touched |= Topic.REVIEWS

    def drop_all(self, trainee: TraineeId) -> None:
        """Forget all states of a trainee, before they are rebuilt."""
        self._access.connection.execute(_DROP_ALL, {"trainee": trainee})
        self._access.touched |= Topic.REVIEWS

    def to_rebuild(self) -> tuple[TraineeId, ...]:
        """Trainees with states of another version of the scheduler. Reads every state."""
        rows = self._access.connection.execute(_OTHER_SCHEDULER, {"scheduler": SCHEDULER_VERSION})
        return tuple(map(TraineeId, rows.scalars()))


def key_columns(key: OrderKey | None) -> dict[str, Any]:
    """An order key as the three columns of a cache's row."""
    if key is None:
        return {"last_at": None, "last_device": None, "last_seq": None}
    return {"last_at": to_micros(key[0]), "last_device": key[1], "last_seq": key[2]}


def to_key(at: int | None, device: str | None, seq: int | None) -> OrderKey | None:
    """The order key of a cache's row."""
    if at is None or device is None or seq is None:
        return None
    return (from_micros(at), device, seq)


def to_state(row: Row) -> CardState:
    """The state from a row that begins with STATE_COLUMNS."""
    return CardState(
        card=CardId(row[0]),
        stability=row[1],
        difficulty=row[2],
        due_day=None if row[3] is None else StudyDay(row[3]),
        last_day=None if row[4] is None else StudyDay(row[4]),
        last_rating=None if row[5] is None else Rating(row[5]),
        reps=row[6],
        lapses=row[7],
        needs_help=bool(row[8]),
        last_event=None if row[9] is None else EventId(row[9]),
        last_key=to_key(row[10], row[11], row[12]),
    )


def _to_row(trainee: TraineeId, state: CardState, deck: DeckId, aspect: Aspect) -> dict[str, Any]:
    return {
        "trainee": trainee,
        "card": state.card,
        "word": word_of(state.card),
        "aspect": aspect.value,
        "deck": deck,
        "stability": state.stability,
        "difficulty": state.difficulty,
        "due_day": state.due_day,
        "last_day": state.last_day,
        "last_rating": None if state.last_rating is None else state.last_rating.value,
        "reps": state.reps,
        "lapses": state.lapses,
        "needs_help": int(state.needs_help),
        "last_event": state.last_event,
        **key_columns(state.last_key),
        "scheduler": SCHEDULER_VERSION,
    }
