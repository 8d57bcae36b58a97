"""Keep an instructor's corrections to words of installed decks, across new versions of them.

The setting `word edits` of the installation holds, by word id, the changed columns of its row and
what the deck itself says there: {id: {"changes": {column: text}, "deck": {column: text}}}. An
installation lays the changes over the deck's rows; a change that no longer makes a proper row
(the deck moved on) is left aside until it does again.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from jp_trainer.core.deck_problems import Code, Problem, errors_of
from jp_trainer.core.decks import Deck
from jp_trainer.core.ids import WordId
from jp_trainer.core.words import Kind, Word
from jp_trainer.formats.csv_rows import CONTROL
from jp_trainer.formats.deck_links import Placed, duplicates_in_deck
from jp_trainer.formats.word_rows import LISTS, TEXTS, RowRules, read_word, row_of
from jp_trainer.services.app import App
from jp_trainer.services.errors import EditRefusedError, UnknownWordError
from jp_trainer.storage.settings import INSTALLATION
from jp_trainer.storage.transaction import Transaction

EDITABLE = ("word", "reading", *TEXTS, *LISTS, "near")
"""The columns an instructor may change; ids, links and what a word is stay the deck's."""

_KEY = "word edits"


_Edits = dict[str, dict[str, dict[str, str]]]


def edit(
    app: App, word_id: WordId, changes: Mapping[str, str | None]
) -> tuple[Word, tuple[Problem, ...]]:
    """Change fields of a word on this machine: `changes` as they would stand in words.csv.

    None as a value goes back to what the deck says; "" empties the field. Returns the word as it
    is now and what could be better. Raises UnknownWordError, and EditRefusedError with all
    problems if the row would not be accepted in a deck; then nothing is changed.
    """
    with app.database.write(origin=edit) as change:
        found = change.words.get(word_id)
        deck = change.decks.get(found.deck) if found else None
        words = change.words.of_deck(deck.id) if deck else ()
        if found is None or deck is None or found not in words:
            raise UnknownWordError(word_id)
        refused = tuple(
            _problem(found, column, Code.NOT_EDITABLE, {})
            for column in changes
            if column not in EDITABLE or found.kind is Kind.KANA
        )
        if refused:
            raise EditRefusedError(word_id, refused)
        edits = edits_of(change)
        before = edits.get(word_id, {"changes": {}, "deck": {}})
        original = row_of(found) | before["deck"]
        wanted = {
            name: text.strip()
            for name, text in {**before["changes"], **changes}.items()
            if text is not None and text.strip() != original.get(name, "")
        }
        changed, problems = _laid_over(found, deck, {**original, **wanted})
        if changed is not None:
            problems += _clashes(changed, words)
        if changed is None or errors_of(problems):
            raise EditRefusedError(word_id, problems)
        said = {name: original.get(name, "") for name in wanted}
        _put(change, {**edits, word_id: {"changes": wanted, "deck": said}})
        change.words.install(deck.id, (changed if w.id == word_id else w for w in words))
    app.prepared.clear()
    return changed, problems


def columns(word: Word) -> dict[str, str]:
    """What may be changed, as it would stand in words.csv now."""
    row = row_of(word)
    return {name: row.get(name, "") for name in EDITABLE}


def edited(view: Transaction, deck: Deck, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a deck about to be installed, with this machine's edits laid over them."""
    edits = edits_of(view)
    result: list[Word] = []
    for word in words:
        shown = word
        if word.id in edits:
            row = row_of(word) | edits[word.id]["changes"]
            changed, problems = _laid_over(word, deck, row)
            if changed is not None and not errors_of(problems):
                shown = changed
        result.append(shown)
    return tuple(result)


def note_originals(change: Transaction, words: Iterable[Word]) -> None:
    """Keep what the deck's new version says where this machine has edits, to go back to."""
    edits = edits_of(change)
    renewed = False
    for word in words:
        if word.id in edits:
            row = row_of(word)
            edits[word.id]["deck"] = {name: row.get(name, "") for name in edits[word.id]["changes"]}
            renewed = True
    if renewed:
        _put(change, edits)


def edits_of(view: Transaction) -> _Edits:
    """By word: `changes`, and what the `deck` says instead, by column."""
    found: Any = view.settings.get(INSTALLATION, _KEY, {})
    if not isinstance(found, dict):
        return {}
    parts = ("changes", "deck")
    return {
        word: {part: dict(body[part]) for part in parts}
        for word, body in found.items()
        if isinstance(body, dict) and all(isinstance(body.get(part), dict) for part in parts)
    }


def _put(change: Transaction, edits: _Edits) -> None:
    kept = {word: body for word, body in edits.items() if body["changes"]}
    change.settings.put(INSTALLATION, _KEY, kept)


def _laid_over(
    word: Word, deck: Deck, row: Mapping[str, str]
) -> tuple[Word | None, tuple[Problem, ...]]:
    problems: list[Problem] = []

    def report(column: str, code: Code, facts: Mapping[str, object]) -> None:
        problems.append(_problem(word, column, code, facts))

    for column, text in row.items():
        if CONTROL.search(text):
            report(column, Code.CONTROL_CHARACTER, {"char": repr(text)})
    fields = {name: unicodedata.normalize("NFC", text) for name, text in row.items() if text}
    return read_word(fields, RowRules.of(deck), report), tuple(problems)


def _clashes(changed: Word, words: Iterable[Word]) -> tuple[Problem, ...]:
    """What the changed word now shares with another one of its deck."""
    path = Path(changed.deck)
    others = [Placed(word, path, 0) for word in words if word.id != changed.id]
    subject = changed.id.partition(":")[2]
    found = duplicates_in_deck([*others, Placed(changed, path, 0)])
    return tuple(problem for problem in found if problem.subject == subject)


def _problem(word: Word, column: str, code: Code, facts: Mapping[str, object]) -> Problem:
    return Problem(Path(word.deck), 0, column, code, facts, word.id.partition(":")[2])
