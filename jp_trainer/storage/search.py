"""Find words by any part of any of their texts, in well under a millisecond.

FTS5 over our own tokens: each pair of neighbouring characters of the folded text is one token, and
a query is the phrase of its pairs, so that two kanji, or three letters inside a word, are found
alike. (FTS5's trigrams find nothing below three characters, and 介護 has two.) Field marks and
spaces are characters too: a phrase that begins with one is found at the beginning only.

The index is a cache: made when missing or of another version, and where the SQLite at hand has no
FTS5, the same stages run over the folded texts themselves, slower.
"""

import contextlib
import functools
import operator
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

import sqlalchemy as sa

from jp_trainer.core.ids import DeckId
from jp_trainer.storage import tables
from jp_trainer.storage.access import Access
from jp_trainer.storage.meta import Meta
from jp_trainer.storage.ready import Ready
from jp_trainer.storage.search_text import FIELD, VERSION, folded

INDEX_KEY = "search index"
"""The meta value that names the version of the index; other or none: there is no index to use."""

_Row = tuple[int, DeckId, str]
"""A word's number, its deck and its search text."""

# The "ascii" tokenizer takes every character above 127 for a letter, whatever Unicode it knows.
_FIELD_MARK, _SPACE_MARK = "\ue000", "\ue001"
_DECK_MARKS = str.maketrans({"-": "\ue003"})
_DECK_START = "\ue002"

_EXISTS = sa.text("select count(*) from sqlite_master where name = 'word_search'")
_CREATE = sa.text(
    "create virtual table word_search using fts5(pairs, content='', columnsize=0, tokenize='ascii')"
)
_EMPTY = sa.text("insert into word_search (word_search) values ('delete-all')")
_INSERT = "insert into word_search (rowid, pairs) values (?, ?)"
_DELETE = "insert into word_search (word_search, rowid, pairs) values ('delete', ?, ?)"
_MATCH = Ready(
    sa.text(
        "select rowid from word_search where word_search match :phrase order by rowid limit :limit"
    )
)
_LIKE = (
    sa.select(tables.word.c.number)
    .where(
        tables.word.c.removed == 0,
        tables.word.c.search.like(sa.bindparam("pattern"), escape="\\"),
    )
    .order_by(tables.word.c.number)
    .limit(sa.bindparam("limit"))
)
_LIKE_IN_DECKS = _LIKE.where(tables.word.c.deck.in_(sa.bindparam("decks", expanding=True)))


@functools.cache
def is_possible() -> bool:
    """Whether the SQLite at hand has FTS5."""
    with contextlib.closing(sqlite3.connect(":memory:")) as trial:
        try:
            trial.execute("create virtual table trial using fts5(text)")
        except sqlite3.OperationalError:
            return False
        return True


class SearchIndex:
    """The numbers of the words that hold a text, best first."""

    __slots__ = ("_access",)

    def __init__(self, access: Access) -> None:
        self._access = access

    def is_usable(self) -> bool:
        """Whether the index is there, complete and of this version."""
        return is_possible() and Meta(self._access).get(INDEX_KEY) == VERSION

    def rebuild(self, rows: Iterable[_Row]) -> None:
        """Make the index again from all words that are not removed; nothing without FTS5."""
        connection = self._access.connection
        if not is_possible():
            return
        connection.execute(_EMPTY if connection.execute(_EXISTS).scalar_one() else _CREATE)
        self._run(_INSERT, rows)
        Meta(self._access).put(INDEX_KEY, VERSION)

    def change(self, old: Iterable[_Row], new: Iterable[_Row]) -> None:
        """Take out rows exactly as they were put in, and put others in."""
        if self.is_usable():
            self._run(_DELETE, old)
            self._run(_INSERT, new)
        else:
            Meta(self._access).put(INDEX_KEY, "")

    def find(self, query: str, decks: Sequence[DeckId] | None, limit: int) -> list[int]:
        """Exact texts first, then beginnings, beginnings of words, any part, all terms."""
        text = folded(query)
        if not text or decks == []:
            return []
        look = self._in_index if self.is_usable() else self._in_texts
        found: dict[int, None] = {}
        for stage in _stages(text):
            found |= dict.fromkeys(look(stage, decks, limit))
            if len(found) >= limit:
                break
        return list(found)[:limit]

    def _in_index(
        self, stage: Sequence[str], decks: Sequence[DeckId] | None, limit: int
    ) -> Iterator[int]:
        wanted = " AND ".join(map(_phrase, stage))
        if decks is not None:
            wanted += f" AND ({' OR '.join(_quoted(_deck_token(deck)) for deck in decks)})"
        rows = _MATCH.all(self._access, {"phrase": wanted, "limit": limit})
        return (number for (number,) in rows)

    def _in_texts(
        self, stage: Sequence[str], decks: Sequence[DeckId] | None, limit: int
    ) -> Iterator[int]:
        # A text without %, _ and \: folding made spaces of them.
        longest = max(stage, key=len)
        values: dict[str, object] = {"pattern": f"%{longest}%", "limit": limit}
        statement = _LIKE
        if decks is not None:
            values["decks"] = list(decks)
            statement = _LIKE_IN_DECKS
        for term in stage:
            if term != longest:
                name = f"term{len(values)}"
                statement = statement.where(tables.word.c.search.like(sa.bindparam(name)))
                values[name] = f"%{term}%"
        return iter(self._access.connection.execute(statement, values).scalars().all())

    def _run(self, statement: str, rows: Iterable[_Row]) -> None:
        values = [(number, f"{_pairs(text)} {_deck_token(deck)}") for number, deck, text in rows]
        if values:
            self._access.connection.exec_driver_sql(statement, values)


def _stages(text: str) -> Iterator[tuple[str, ...]]:
    yield (f"{FIELD}{text}{FIELD}",)
    yield (f"{FIELD}{text}",)
    yield (f" {text}",)
    if len(text) > 1 or not text.isascii():
        # A single Latin letter is in nearly every word.
        yield (text,)
    if len(terms := tuple(text.split())) > 1:
        yield terms


def _phrase(text: str) -> str:
    """The FTS5 expression for a piece of search text; a single character begins a pair."""
    return _quoted(_pairs(text)) if len(text) > 1 else f"{_quoted(text)}*"


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _pairs(text: str) -> str:
    marked = text.replace(FIELD, _FIELD_MARK).replace(" ", _SPACE_MARK)
    return " ".join(map(operator.add, marked, marked[1:]))


def _deck_token(deck: DeckId) -> str:
    return _DECK_START + deck.translate(_DECK_MARKS)
