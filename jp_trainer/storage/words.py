"""Keep the words of installed decks, and find them."""

import json
import operator
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from jp_trainer.core.ids import DeckId, WordId
from jp_trainer.core.own_decks import PREFIX as OWN_DECKS
from jp_trainer.core.questions import OtherWord
from jp_trainer.core.words import PartOfSpeech, Word
from jp_trainer.storage import tables
from jp_trainer.storage.access import Access, Topic
from jp_trainer.storage.columns import to_json
from jp_trainer.storage.content_json import word_from_json, word_to_json
from jp_trainer.storage.meta import Meta
from jp_trainer.storage.search import SearchIndex
from jp_trainer.storage.search_text import search_text

_BATCH = 500
_REVISION = "content revision"
_t = tables.word.c
_OTHER = (_t.id, _t.word, _t.reading, _t.meaning_en, _t.meaning_ur)
_IN_DECKS = _t.deck.in_(sa.bindparam("decks", expanding=True))
_OF_DECK = sa.select(_t.body).where(_t.deck == sa.bindparam("deck"), _t.removed == 0)

_GET = sa.select(_t.body).where(_t.id == sa.bindparam("id"))
_GET_MANY = sa.select(_t.id, _t.body).where(_t.id.in_(sa.bindparam("ids", expanding=True)))
_SHORT_BY_NUMBER = sa.select(_t.number, *_OTHER).where(
    _t.number.in_(sa.bindparam("numbers", expanding=True))
)
_BY_NUMBER = sa.select(_t.number, _t.body).where(
    _t.number.in_(sa.bindparam("numbers", expanding=True))
)
_IN_ORDER = _OF_DECK.order_by(_t.position)
_LEARNT = (
    sa.select(_t.learnt_as, _t.body)
    .where(
        _t.learnt_as.in_(sa.bindparam("words", expanding=True)),
        _t.removed == 0,
        _IN_DECKS,
    )
    # What the trainee missed comes with the sentence it was missed in. Then its own deck's text
    # first, where the trainee studies that deck too.
    .order_by(~_t.deck.startswith(OWN_DECKS), _t.id != _t.learnt_as, _t.number)
)
_OTHERS = sa.select(*_OTHER).where(_t.removed == 0, _IN_DECKS).order_by(_t.number)
_OF_POS = _OF_DECK.where(_t.pos == sa.bindparam("pos")).order_by(_t.position)
_EXISTING = sa.select(_t.number, _t.id, _t.position, _t.removed, _t.search, _t.body).where(
    _t.deck == sa.bindparam("deck")
)
_LAST_NUMBER = sa.select(sa.func.coalesce(sa.func.max(_t.number), 0))
# Written out: of ten thousand rows, SQLAlchemy would look at each value of each once more.
_ADDED = tuple(column.name for column in tables.word.columns)
_ADD = f"insert into word ({', '.join(_ADDED)}) values ({', '.join('?' * len(_ADDED))})"
_row_of = operator.itemgetter(*_ADDED)
_CHANGE = sa.update(tables.word).where(_t.number == sa.bindparam("at"))
_REMOVE = sa.update(tables.word).where(_t.number == sa.bindparam("at")).values(removed=1)
_DELETE = sa.delete(tables.word).where(_t.deck == sa.bindparam("deck"))
_ALL_BODIES = sa.select(_t.number, _t.deck, _t.removed, _t.search, _t.body)
_SET_SEARCH = (
    sa.update(tables.word)
    .where(_t.number == sa.bindparam("at"))
    .values(search=sa.bindparam("text"))
)


@dataclass(frozen=True, slots=True)
class Installed:
    """What an installation did: how many words are new, changed, the same, removed."""

    new: int
    changed: int
    same: int
    removed: int


class Words:
    """The words of all installed decks. A removed word is found by id only: its history stays."""

    __slots__ = ("_access",)

    def __init__(self, access: Access) -> None:
        self._access = access

    def get(self, word: WordId) -> Word | None:
        """The word, removed or not; None if it was never installed."""
        body = self._access.connection.execute(_GET, {"id": word}).scalar_one_or_none()
        return None if body is None else _to_word(body)

    def get_many(self, words: Sequence[WordId]) -> dict[WordId, Word]:
        """Those of these words that were ever installed, removed or not."""
        found: dict[WordId, Word] = {}
        for start in range(0, len(words), _BATCH):
            batch = words[start : start + _BATCH]
            rows = self._access.connection.execute(_GET_MANY, {"ids": batch})
            found |= {WordId(row.id): _to_word(row.body) for row in rows}
        return found

    def of_deck(self, deck: DeckId) -> tuple[Word, ...]:
        """The words of a deck, in teaching order."""
        rows = self._access.connection.execute(_IN_ORDER, {"deck": deck}).scalars()
        return tuple(map(_to_word, rows))

    def are(self, deck: DeckId, words: Iterable[Word]) -> bool:
        """Whether these are the words of the deck, in this order: faster than reading them."""
        there = self._access.connection.execute(_IN_ORDER, {"deck": deck}).scalars().all()
        return there == [_to_body(word) for word in words]

    def learnt_as(self, words: Sequence[WordId], decks: Sequence[DeckId]) -> dict[WordId, Word]:
        """For the word of a card, the word to show: of one of these decks, its own if possible.

        Words that none of the decks teaches are left out.
        """
        found: dict[WordId, Word] = {}
        for start in range(0, len(words), _BATCH):
            batch = words[start : start + _BATCH]
            rows = self._access.connection.execute(_LEARNT, {"words": batch, "decks": list(decks)})
            for row in rows:
                found.setdefault(WordId(row.learnt_as), _to_word(row.body))
        return found

    def others(self, decks: Sequence[DeckId]) -> tuple[OtherWord, ...]:
        """All words of these decks, in short: for finding what a wrong answer meant, in memory."""
        return self._others(_OTHERS, {"decks": list(decks)})

    def of_pos(self, deck: DeckId, pos: PartOfSpeech) -> tuple[Word, ...]:
        """The words of a deck of one part of speech, in teaching order: for options."""
        rows = self._access.connection.execute(_OF_POS, {"deck": deck, "pos": pos.value})
        return tuple(map(_to_word, rows.scalars()))

    def revision(self) -> int:
        """Another number for every change of the installed words: what was read may be kept."""
        return int(Meta(self._access).get(_REVISION) or 0)

    def search(
        self, query: str, decks: Sequence[DeckId] | None = None, limit: int = 50
    ) -> tuple[Word, ...]:
        """Words by any part of spelling, reading, romaji or meaning; best first, at most `limit`.

        In these decks only, or in all. An empty query finds nothing.
        """
        numbers = SearchIndex(self._access).find(query, decks, limit)
        if not numbers:
            return ()
        rows = self._access.connection.execute(_BY_NUMBER, {"numbers": numbers})
        bodies = {row[0]: row[1] for row in rows}
        return tuple(_to_word(bodies[number]) for number in numbers if number in bodies)

    def find(
        self, query: str, decks: Sequence[DeckId] | None = None, limit: int = 50
    ) -> tuple[OtherWord, ...]:
        """Like `search`, in short and faster: for a list that follows the typing."""
        numbers = SearchIndex(self._access).find(query, decks, limit)
        if not numbers:
            return ()
        rows = self._access.connection.execute(_SHORT_BY_NUMBER, {"numbers": numbers})
        found = {row[0]: OtherWord(WordId(row[1]), *row[2:]) for row in rows}
        return tuple(found[number] for number in numbers if number in found)

    def install(self, deck: DeckId, words: Iterable[Word]) -> Installed:
        """Make these the words of the deck, in this order; `Decks.install` calls it.

        Words no longer among them are marked as removed. Raises ValueError for an id twice.
        """
        connection = self._access.connection
        there = {row.id: row for row in connection.execute(_EXISTING, {"deck": deck})}
        number = connection.execute(_LAST_NUMBER).scalar_one()
        new: list[dict[str, Any]] = []
        changed: list[dict[str, Any]] = []
        old_index: list[tuple[int, DeckId, str]] = []
        same = 0
        seen: set[WordId] = set()
        for position, word in enumerate(words):
            if word.id in seen:
                raise ValueError(word.id)
            seen.add(word.id)
            row = _to_row(word, deck, position)
            old = there.pop(word.id, None)
            if old is None:
                number += 1
                new.append({**row, "number": number})
            elif (old.position, old.removed, old.search, old.body) == (
                *(position, 0, row["search"], row["body"]),
            ):
                same += 1
            else:
                changed.append({**row, "at": old.number})
                if not old.removed:
                    old_index.append((old.number, deck, old.search))
        gone = [old for old in there.values() if not old.removed]
        old_index += [(old.number, deck, old.search) for old in gone]
        if new:
            connection.exec_driver_sql(_ADD, list(map(_row_of, new)))
        for statement, rows in (
            (_CHANGE, changed),
            (_REMOVE, [{"at": old.number} for old in gone]),
        ):
            if rows:
                connection.execute(statement, rows)
        if new or changed or gone:
            new_index = [(row["number"], deck, row["search"]) for row in new]
            new_index += [(row["at"], deck, row["search"]) for row in changed]
            SearchIndex(self._access).change(old_index, new_index)
            Meta(self._access).put(_REVISION, str(self.revision() + 1))
        self._access.touched |= Topic.CONTENT
        return Installed(len(new), len(changed), same, len(gone))

    def delete(self, deck: DeckId) -> None:
        """Delete all words of a deck, removed ones too; `Decks.remove` calls it."""
        self.install(deck, ())
        self._access.connection.execute(_DELETE, {"deck": deck})

    def ensure_search(self) -> None:
        """Make the search index if it is missing or of another version; else nothing."""
        index = SearchIndex(self._access)
        if index.is_usable():
            return
        rows: list[tuple[int, DeckId, str]] = []
        stale: list[dict[str, Any]] = []
        for row in self._access.connection.execute(_ALL_BODIES).all():
            text = search_text(_to_word(row.body))
            if text != row.search:
                stale.append({"at": row.number, "text": text})
            if not row.removed:
                rows.append((row.number, row.deck, text))
        if stale:
            self._access.connection.execute(_SET_SEARCH, stale)
        index.rebuild(rows)

    def _others(self, statement: sa.Select[Any], values: dict[str, Any]) -> tuple[OtherWord, ...]:
        rows = self._access.connection.execute(statement, values)
        return tuple(OtherWord(WordId(row[0]), *row[1:]) for row in rows)


def _to_word(body: str) -> Word:
    return word_from_json(json.loads(body))


def _to_body(word: Word) -> str:
    return to_json(word_to_json(word))


def _to_row(word: Word, deck: DeckId, position: int) -> dict[str, Any]:
    return {
        "id": word.id,
        "deck": deck,
        "position": position,
        "learnt_as": word.learnt_as,
        "word": word.word,
        "reading": word.reading,
        "meaning_en": word.meaning_en,
        "meaning_ur": word.meaning_ur,
        "kind": word.kind.value,
        "pos": word.pos.value,
        "chapter": word.chapter,
        "level": word.level,
        "removed": 0,
        "search": search_text(word),
        "body": _to_body(word),
    }
