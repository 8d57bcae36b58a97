"""Read the sentences that items made by rule are told in, and the word pairs that exist."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jp_trainer.core.decks import Title
from jp_trainer.formats.text_file import read_text
from jp_trainer.formats.toml_table import read_toml

SENTENCES = "automatic.toml"
_PAIRS = "levels/words.tsv"
_COLUMNS = 3


def read_sentences(exams: Path) -> Mapping[str, Title]:
    """Sentences of assets/exams/automatic.toml by dotted name; empty if it cannot be read."""
    table = read_toml(exams / SENTENCES).table or {}
    return dict(_titles(table, ""))


def read_also_read(exams: Path) -> Mapping[str, tuple[str, ...]]:
    """Further true readings by spelling, from the same file; empty if it cannot be read."""
    return _lists(exams, "also_read")


def read_shown_too(exams: Path) -> Mapping[str, tuple[str, ...]]:
    """Words that fit the picture of a word, too, by that word; empty if it cannot be read."""
    return _lists(exams, "shown_too")


def _lists(exams: Path, name: str) -> Mapping[str, tuple[str, ...]]:
    table = (read_toml(exams / SENTENCES).table or {}).get(name)
    if not isinstance(table, dict):
        return {}
    return {word: tuple(text.split()) for word, text in table.items() if isinstance(text, str)}


def read_pairs(exams: Path) -> tuple[tuple[str, str], ...]:
    """(spelling, reading) of the level lists; () if they cannot be read."""
    pairs = []
    for line in read_text(exams / _PAIRS).text.splitlines():
        cells = line.split("\t")
        if not line.startswith("#") and len(cells) == _COLUMNS:
            pairs.append((cells[0], cells[1] or cells[0]))
    return tuple(pairs)


def _titles(table: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Title]]:
    for name, value in table.items():
        if not isinstance(value, dict):
            continue
        texts = {key: text for key, text in value.items() if isinstance(text, str)}
        if texts and set(texts) <= {"en", "ur", "ja"}:
            yield (
                prefix + name,
                Title(texts.get("en", ""), texts.get("ur", ""), texts.get("ja", "")),
            )
        else:
            yield from _titles(value, f"{prefix}{name}.")
