"""Read what is known of levels: words, kanji, lengths of texts, and readings a person has settled.

All lie in assets/exams: levels/words.tsv and kanji.tsv (built by tools/build_levels.py),
levels/overrides.tsv and lengths.tsv, reviewed.tsv; each a head line, tabs, no quoting.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jp_trainer.core.exam.item_problems import Code, Problem
from jp_trainer.formats.text_file import read_text

LEVELS = ("N5", "N4", "N3", "N2", "N1")
REVIEWED = "reviewed.tsv"
_WORDS = ("word", "reading", "level")
_KANJI = ("kanji", "level")
_OVERRIDES = ("kind", "value", "level", "why")
_LENGTHS = ("exam", "type", "unit", "least", "most", "give", "source")
_REVIEWED = ("id", "line", "kana", "why")


@dataclass(frozen=True, slots=True)
class Length:
    """How long a text of a type may be, the give already taken in."""

    unit: str
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Lists:
    """What is known.

    Attributes:
        words, kanji: the easiest level of each. readings: the same of readings, in hiragana.
        lengths: by exam and type.
        reviewed: (id of item or stimulus, place like "script.2" or "stem", kana).
    """

    words: Mapping[str, str]
    readings: Mapping[str, str]
    kanji: Mapping[str, str]
    lengths: Mapping[tuple[str, str], tuple[Length, ...]]
    reviewed: frozenset[tuple[str, str, str]]
    problems: tuple[Problem, ...] = ()


def read_lists(exams: Path) -> Lists:
    """The lists in this folder (assets/exams). Never raises; a missing file is an empty list."""
    problems: list[Problem] = []
    words: dict[str, str] = {}
    readings: dict[str, str] = {}
    kanji: dict[str, str] = {}
    levels = exams / "levels"
    for _, (word, reading, level) in _rows(levels / "words.tsv", _WORDS, problems):
        if level in LEVELS:
            words.setdefault(word, level)
            readings.setdefault(reading or word, level)
    for _, (sign, level) in _rows(levels / "kanji.tsv", _KANJI, problems):
        if level in LEVELS:
            kanji.setdefault(sign, level)
    for number, (kind, value, level, _why) in _rows(levels / "overrides.tsv", _OVERRIDES, problems):
        if kind not in ("word", "kanji") or level not in LEVELS:
            problems.append(_bad(levels / "overrides.tsv", number, _OVERRIDES))
            continue
        (words if kind == "word" else kanji)[value] = level
    lengths, reviewed = _lengths(levels, problems), _reviewed(exams, problems)
    return Lists(words, readings, kanji, lengths, reviewed, tuple(problems))


def _lengths(levels: Path, problems: list[Problem]) -> Mapping[tuple[str, str], tuple[Length, ...]]:
    found: dict[tuple[str, str], tuple[Length, ...]] = {}
    path = levels / "lengths.tsv"
    for number, (exam, kind, unit, *limits, _source) in _rows(path, _LENGTHS, problems):
        if not all(limit.isascii() and limit.isdigit() for limit in limits):
            problems.append(_bad(path, number, _LENGTHS))
            continue
        least, most, give = (int(limit) for limit in limits)
        length = Length(unit, round(least * (1 - give / 100)), round(most * (1 + give / 100)))
        found[exam, kind] = (*found.get((exam, kind), ()), length)
    return found


def _reviewed(exams: Path, problems: list[Problem]) -> frozenset[tuple[str, str, str]]:
    rows = _rows(exams / REVIEWED, _REVIEWED, problems)
    return frozenset((subject, line, kana) for _, (subject, line, kana, _why) in rows)


def _rows(
    path: Path, head: tuple[str, ...], problems: list[Problem]
) -> Iterator[tuple[int, list[str]]]:
    """The rows below the head, with their line numbers."""
    if not path.exists():
        return
    file = read_text(path)
    problems += [Problem(path, p.line, "", Code(p.code.value), p.facts) for p in file.problems]
    for number, line in enumerate(file.lines, start=1):
        if not line or line.startswith("#"):
            continue
        parts = [part.strip() for part in line.split("\t")]
        if parts == list(head):
            continue
        if len(parts) != len(head):
            problems.append(_bad(path, number, head))
            continue
        yield number, parts


def _bad(path: Path, number: int, head: tuple[str, ...]) -> Problem:
    return Problem(path, number, "", Code.BAD_TABLE_LINE, {"wanted": ", ".join(head)})
