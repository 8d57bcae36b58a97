"""Read a deck's folder: what could be read, and every problem; the format is in docs/formats.md."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jp_trainer.core.deck_problems import Code, Problem, Severity
from jp_trainer.core.decks import Deck
from jp_trainer.core.ids import WordId
from jp_trainer.core.words import Word
from jp_trainer.formats import deck_toml
from jp_trainer.formats.csv_rows import read_table
from jp_trainer.formats.deck_links import Placed, duplicates_in_deck, link_problems
from jp_trainer.formats.text_file import read_text
from jp_trainer.formats.word_rows import (
    KANA_NEEDED,
    NEEDED,
    Report,
    RowRules,
    read_kana,
    read_word,
)

_RowReader = Callable[[Mapping[str, str], RowRules, Report], Word | None]
TABLES: Mapping[str, tuple[tuple[str, ...], _RowReader]] = {
    "words.csv": (NEEDED, read_word),
    "kana.csv": (KANA_NEEDED, read_kana),
}
"""The tables of a deck: the columns each must have, and what makes a word of a row."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A deck as read from its folder.

    Attributes:
        deck: None if deck.toml does not say which deck this is; then there are no words either.
        words: the rows that make a word, in teaching order, also those with problems.
        placed: the same words with file and line.
        spoilt: the ids of rows that make no word because something in them is wrong.
    """

    folder: Path
    deck: Deck | None
    words: tuple[Word, ...]
    problems: tuple[Problem, ...]
    placed: tuple[Placed, ...] = ()
    spoilt: frozenset[WordId] = frozenset()

    @property
    def has_errors(self) -> bool:
        """Whether something keeps it from being installed."""
        return any(p.severity is Severity.ERROR for p in self.problems)


@dataclass(frozen=True, slots=True)
class Outline:
    """A deck without its words, which are only counted."""

    deck: Deck
    rows: int


def outline(folder: Path) -> Outline | None:
    """What deck.toml says and how many rows there are, fast; None if it cannot be told."""
    deck, _ = deck_toml.read_deck_toml(folder / deck_toml.FILE)
    if deck is None:
        return None
    tables = (read_text(folder / name) for name in TABLES if _is_there(folder / name))
    rows = sum(max(0, sum(1 for line in table.lines if line) - 1) for table in tables)
    return Outline(deck, rows)


def read_deck(folder: Path) -> Draft:
    """The deck in this folder. Never raises: everything wrong, whatever the bytes, is a problem."""
    deck, found = deck_toml.read_deck_toml(folder / deck_toml.FILE)
    problems = list(found)
    if deck is None:
        return Draft(folder, None, (), _in_order(problems))
    rules = RowRules.of(deck)
    placed: dict[WordId, Placed] = {}
    spoilt: set[WordId] = set()
    tables = [folder / name for name in TABLES if _is_there(folder / name)]
    if not tables:
        problems.append(Problem(folder, 0, "", Code.NO_WORDS_FILE))
    for path in tables:
        _read_words(path, rules, placed, spoilt, problems)
    words = tuple(placed.values())
    problems += duplicates_in_deck(words)
    by_id = {word_id: there.word for word_id, there in placed.items()}
    problems += link_problems(words, by_id, frozenset({deck.id}), spoilt)
    ordered = _in_order(problems)
    return Draft(folder, deck, tuple(by_id.values()), ordered, words, frozenset(spoilt))


def _read_words(
    path: Path,
    rules: RowRules,
    placed: dict[WordId, Placed],
    spoilt: set[WordId],
    problems: list[Problem],
) -> None:
    """Add the words of one table to `placed`, the ids of rows without one to `spoilt`."""
    needed, read_row = TABLES[path.name]
    table = read_table(read_text(path), needed)
    problems += table.problems
    for row in table.rows:
        subject = row.fields.get("id", "")[:60]

        def report(
            column: str,
            code: Code,
            facts: Mapping[str, object],
            line: int = row.line,
            subject: str = subject,
        ) -> None:
            problems.append(Problem(path, line, column, code, facts, subject))

        word = read_row(row.fields, rules, report)
        if word is None:
            spoilt.add(WordId(f"{rules.deck}:{subject}"))
            continue
        if word.id in placed:
            there = placed[word.id]
            file = "" if there.path == path else there.path.name
            report(
                "id", Code.DUPLICATE_ID, {"value": subject, "file": file, "other_line": there.line}
            )
            continue
        placed[word.id] = Placed(word, path, row.line)
    if table.columns and not table.rows and not table.problems:
        problems.append(Problem(path, 1, "", Code.EMPTY_FILE))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return True  # reading it will say what is wrong


def _in_order(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda p: (p.path.name != deck_toml.FILE, p.path, p.line)))
