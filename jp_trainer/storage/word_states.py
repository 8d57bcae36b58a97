"""Keep which words are known for good or resting: a cache that the log would give again."""

import sqlalchemy as sa

from jp_trainer.core.ids import EventId, TraineeId, WordId
from jp_trainer.core.study_day import StudyDay
from jp_trainer.core.word_states import WordState
from jp_trainer.storage import tables
from jp_trainer.storage.access import Access, Topic
from jp_trainer.storage.card_states import key_columns, to_key
from jp_trainer.storage.columns import Row
from jp_trainer.storage.upserts import upsert

_t = tables.word_state.c
_COLUMNS = (
    *(_t.word, _t.known, _t.rest_until_day, _t.last_event),
    *(_t.last_at, _t.last_device, _t.last_seq),
)
_OF_TRAINEE = _t.trainee == sa.bindparam("trainee")

_PUT = upsert(tables.word_state)
_GET = sa.select(*_COLUMNS).where(_OF_TRAINEE, _t.word == sa.bindparam("word"))
_ALL = sa.select(*_COLUMNS).where(_OF_TRAINEE).order_by(_t.word)
_DROP_ALL = sa.delete(tables.word_state).where(_OF_TRAINEE)


class WordStates:
    """The states of words that a trainee decided about; by `Word.learnt_as`."""

    __slots__ = ("_access",)

    def __init__(self, access: Access) -> None:
        self._access = access

    def get(self, trainee: TraineeId, word: WordId) -> WordState:
        """The state of a word; neither known nor resting if nothing was decided."""
        row = self._access.connection.execute(_GET, {"trainee": trainee, "word": word}).first()
        return WordState(word) if row is None else _to_state(row)

    def all(self, trainee: TraineeId) -> tuple[WordState, ...]:
        """Every word a trainee ever decided about, by word."""
        return tuple(map(_to_state, self._access.connection.execute(_ALL, {"trainee": trainee})))

    def put(self, trainee: TraineeId, state: WordState) -> None:
        """Keep the state of a word."""
        row = {
            "trainee": trainee,
            "word": state.word,
            "known": int(state.known),
            "rest_until_day": state.rest_until_day,
            "last_event": state.last_event,
            **key_columns(state.last_key),
        }
        self._access.connection.execute(_PUT, row)
        self._access.touched |= Topic.REVIEWS

    def drop_all(self, trainee: TraineeId) -> None:
        """Forget all states of a trainee, before they are rebuilt."""
        self._access.connection.execute(_DROP_ALL, {"trainee": trainee})
        self._access.touched |= Topic.REVIEWS


def _to_state(row: Row) -> WordState:
    return WordState(
        word=WordId(row[0]),
        known=bool(row[1]),
        rest_until_day=None if row[2] is None else StudyDay(row[2]),
        last_event=None if row[3] is None else EventId(row[3]),
        last_key=to_key(row[4], row[5], row[6]),
    )
