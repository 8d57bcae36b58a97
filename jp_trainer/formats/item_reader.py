"""Read a folder of items: what could be read whole, and every problem; see docs/formats.md."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jp_trainer.core.exam.bank import Bank, Place
from jp_trainer.core.exam.item_problems import Code, Problem
from jp_trainer.core.exam.items import Item, Stimulus, Testlet
from jp_trainer.formats.item_orders import FILE as ORDERS
from jp_trainer.formats.item_orders import read_orders
from jp_trainer.formats.item_tables import read_item, read_stimulus
from jp_trainer.formats.toml_table import Keys, read_toml

_ID_LINE = re.compile(r"""\s*(?:"id"|'id'|id)\s*=\s*["']([^"']*)["']""")
_ID = re.compile("[a-z0-9-]{1,40}")
_TABLES = ("stimulus", "item")


@dataclass(slots=True)
class _Found:
    """What the files gave so far."""

    items: dict[str, Item] = field(default_factory=dict)
    stimuli: dict[str, Stimulus] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    spoilt: set[str] = field(default_factory=set)
    """Ids of stimuli that cannot be used, or carry an item that cannot."""
    problems: list[Problem] = field(default_factory=list)


def read_bank(folder: Path) -> Bank:
    """All items below this folder. Never raises: whatever is wrong is a problem.

    A testlet is read whole or not at all: an item with an error takes its stimulus with it.
    """
    found = _Found()
    for path in _files(folder, "*.toml"):
        _read_file(path, found)
    testlets = tuple(_testlets(found))
    orders, order_problems = read_orders(_files(folder, ORDERS))
    problems = sorted((*found.problems, *order_problems), key=lambda p: (p.path, p.line))
    return Bank(testlets, found.places, tuple(problems), orders)


def stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Changes when a file below the folder does: (path, time of change in ns, bytes)."""
    stats = []
    for path in (*_files(folder, "*.toml"), *_files(folder, ORDERS)):
        try:
            stat = path.stat()
        except OSError:
            continue
        stats.append((str(path), stat.st_mtime_ns, stat.st_size))
    return tuple(stats)


def _files(folder: Path, pattern: str) -> Sequence[Path]:
    try:
        return (
            [folder]
            if folder.is_file() and folder.match(pattern)
            else sorted(path for path in folder.rglob(pattern) if path.is_file())
        )
    except OSError:
        return ()


def _read_file(path: Path, found: _Found) -> None:
    file = read_toml(path)
    found.problems += file.problems
    if file.table is None:
        return
    lines = _lines_of_ids(file.lines)
    for name in file.table:
        if name not in _TABLES:
            found.problems.append(Problem(path, 0, str(name)[:60], Code.UNKNOWN_TABLE))
    for name in _TABLES:
        tables = file.table.get(name, [])
        if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
            facts = {"wanted": "list of tables"}
            found.problems.append(Problem(path, 0, name, Code.WRONG_TYPE, facts))
            continue
        for table in tables:
            _read_table(name, table, path, lines, found)


def _read_table(
    name: str, table: dict[str, Any], path: Path, lines: dict[str, int], found: _Found
) -> None:
    """Add one stimulus or item to what was found, or the id of what it spoils."""
    raw_id = table.get("id")
    subject = raw_id[:60] if isinstance(raw_id, str) else ""
    keys = Keys(path, lines.get(subject, 0), table, found.problems, subject)
    own_id = keys.text("id", needed=True)
    belongs_to = table.get("stimulus") if name == "item" else own_id
    if own_id and not _ID.fullmatch(own_id):
        keys.problem("id", Code.BAD_ID, value=own_id[:60])
        keys.spoilt = True
    elif own_id in found.places:
        there, line = found.places[own_id]
        file = "" if there == path else there.name
        keys.problem("id", Code.DUPLICATE_ID, value=own_id, file=file, other_line=line)
        keys.spoilt = True
    elif own_id:
        found.places[own_id] = (path, keys.line)
    if name == "item":
        item = read_item(keys, own_id)
        if item is not None and not keys.spoilt:
            found.items[item.id] = item
            return
    else:
        stimulus = read_stimulus(keys, own_id)
        if stimulus is not None and not keys.spoilt:
            found.stimuli[stimulus.id] = stimulus
            return
    if isinstance(belongs_to, str) and belongs_to:
        found.spoilt.add(belongs_to)


def _lines_of_ids(lines: Sequence[str]) -> dict[str, int]:
    """The first line that gives each id."""
    found: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if match := _ID_LINE.match(line):
            found.setdefault(match[1], number)
    return found


def _testlets(found: _Found) -> Iterator[Testlet]:
    """Stimuli with their items and single items, in the order of their first item."""
    by_stimulus: dict[str, list[Item]] = {}
    for item in found.items.values():
        by_stimulus.setdefault(item.stimulus or f"\0{item.id}", []).append(item)
    for items in by_stimulus.values():
        name = items[0].stimulus
        if name in found.spoilt:
            continue
        if name and name not in found.stimuli:
            for item in items:
                _note(found, item.id, "stimulus", Code.UNKNOWN_STIMULUS, value=name)
            continue
        for key in ("type", "forms", "anchor", "status"):
            if any(getattr(item, key) != getattr(items[0], key) for item in items):
                _note(found, name, "", Code.MIXED_TESTLET, value=key)
        if any(item.type is not items[0].type for item in items):
            continue
        yield Testlet(tuple(items), found.stimuli.get(name))
    for name in found.stimuli:
        if name not in by_stimulus and name not in found.spoilt:
            _note(found, name, "", Code.LONELY_STIMULUS)


def _note(found: _Found, subject: str, key: str, code: Code, **facts: object) -> None:
    path, line = found.places[subject]
    found.problems.append(Problem(path, line, key, code, facts, subject))
