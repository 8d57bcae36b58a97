"""Read the rows of a table so that one bad row never hides the others.

RFC 4180 quoting, but one row is one line: a line break inside a field is more often a quote that
someone forgot, and then the rest of the file would vanish into that field.
"""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jp_trainer.core.deck_problems import Code, Problem
from jp_trainer.formats.text_file import TextFile

LONGEST_LINE = 20_000
_LOOK_AHEAD = 20
# Controls, line and paragraph separators, zero-width space, direction controls, a stray
# byte-order mark, characters that are no characters. ZWNJ and ZWJ are ordinary in Urdu.
CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ue000-\uf8ff]"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table by its columns, each value stripped of space at its ends."""

    line: int
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as far as it could be read. `columns` is () if there is no head."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def read_table(file: TextFile, needed: Sequence[str] = ()) -> Table:
    """The rows under the head. Rows that cannot be read are left out, each with its problem.

    `needed`: columns without which no row makes sense; without one of them there are no rows.
    """
    path = file.path
    problems = list(file.problems)
    head, start = _head(file)
    if head is None:
        if not any(p.code is not Code.NOT_NFC for p in problems):
            problems.append(Problem(path, 1, "", Code.EMPTY_FILE))
        return Table((), (), tuple(problems))
    missing = [name for name in needed if name not in head]
    problems += [Problem(path, start, name, Code.MISSING_COLUMN) for name in missing]
    twice = [name for at, name in enumerate(head) if name and name in head[:at]]
    problems += [Problem(path, start, name, Code.DUPLICATE_COLUMN) for name in twice]
    if missing or twice:
        return Table(tuple(head), (), tuple(problems))
    rows: list[Row] = []
    at = start
    while at < len(file.lines):
        at = _read_row(file, at, head, rows, problems)
    return Table(tuple(head), tuple(rows), tuple(problems))


def _head(file: TextFile) -> tuple[list[str] | None, int]:
    """The column names and the number of their line."""
    for number, line in enumerate(file.lines, start=1):
        if line is None:
            return None, 0
        if line.strip():
            found = _split(line)
            return (None, 0) if isinstance(found, Code) else ([f.strip() for f in found], number)
    return None, 0


def _read_row(
    file: TextFile, at: int, head: list[str], rows: list[Row], problems: list[Problem]
) -> int:
    """Read the row that begins at index `at`; returns where the next one begins."""
    line = file.lines[at]
    number = at + 1
    if line is None or not line or line.isspace():
        return at + 1
    if len(line) > LONGEST_LINE:
        facts = {"length": len(line), "most": LONGEST_LINE}
        problems.append(Problem(file.path, number, "", Code.LINE_TOO_LONG, facts))
        return at + 1
    if line.count('"') % 2:
        lines = _broken_row(file, at, len(head))
        code = Code.LINE_BREAK if lines else Code.UNCLOSED_QUOTE
        problems.append(Problem(file.path, number, "", code))
        return at + (lines or 1)
    fields = _split(line)
    if isinstance(fields, Code):
        problems.append(Problem(file.path, number, "", fields))
        return at + 1
    if len(fields) != len(head):
        facts = {"found": len(fields), "wanted": len(head)}
        problems.append(Problem(file.path, number, "", Code.RAGGED_ROW, facts))
        return at + 1
    if CONTROL.search(line):
        for name, value in zip(head, fields, strict=True):
            if control := CONTROL.search(value):
                facts_of_char = {"char": f"U+{ord(control.group()):04X}"}
                problems.append(
                    Problem(file.path, number, name, Code.CONTROL_CHARACTER, facts_of_char)
                )
        fields = [CONTROL.sub("", value) for value in fields]
    by_name = {
        name: value.strip() for name, value in zip(head, fields, strict=True) if name and value
    }
    rows.append(Row(number, by_name))
    return at + 1


def _broken_row(file: TextFile, at: int, columns: int) -> int:
    """How many lines make one row with a line break in a field; 0 if that cannot be told."""
    parts: list[str] = []
    quotes = 0
    for line in file.lines[at : at + _LOOK_AHEAD]:
        if line is None:
            return 0
        parts.append(line)
        quotes += line.count('"')
        if sum(map(len, parts)) > LONGEST_LINE:
            return 0
        if len(parts) > 1 and quotes % 2 == 0:
            fields = _split("\n".join(parts))
            return len(parts) if not isinstance(fields, Code) and len(fields) == columns else 0
    return 0


def _split(line: str) -> list[str] | Code:
    if '"' not in line:
        return line.split(",")
    try:
        # A lone \r would end the row for csv; as NEL it is reported like any control character.
        (fields,) = csv.reader([line.replace("\r", "\x85")], strict=True)
    except (csv.Error, ValueError):
        return Code.BAD_QUOTE
    return fields
