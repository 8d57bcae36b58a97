"""Take keys out of a TOML table with their types checked; what is wrong is noted, not raised."""

import math
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from jp_trainer.core.deck_problems import Code as DeckCode
from jp_trainer.core.decks import Title
from jp_trainer.core.exam.item_problems import Code, Problem
from jp_trainer.formats.csv_rows import CONTROL
from jp_trainer.formats.text_file import read_text

_AT_LINE = re.compile(r"at line (\d+)")
_LANGUAGES = ("en", "ur", "ja")
_MOST = 2**31
_E = TypeVar("_E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A file's tables, None if they could not be read; its lines; what was wrong."""

    path: Path
    table: Mapping[str, Any] | None
    lines: tuple[str, ...]
    problems: tuple[Problem, ...]


def read_toml(path: Path) -> TomlFile:
    """The file's tables. Never raises."""
    file = read_text(path)
    problems = [Problem(path, p.line, "", Code(p.code.value), p.facts) for p in file.problems]
    lines = tuple(line or "" for line in file.lines)
    if any(p.code is not DeckCode.NOT_NFC for p in file.problems):
        return TomlFile(path, None, lines, tuple(problems))
    try:
        table = tomllib.loads(file.text)
    except (ValueError, RecursionError) as error:
        found = _AT_LINE.search(str(error))
        facts = {"reason": CONTROL.sub("", str(error))[:200]}
        problems.append(Problem(path, int(found[1]) if found else 0, "", Code.BAD_TOML, facts))
        return TomlFile(path, None, lines, tuple(problems))
    return TomlFile(path, table, lines, tuple(problems))


@dataclass(slots=True)
class Keys:
    """The keys of one table; each that is asked for is taken out, the rest is `rest()`.

    Attributes:
        prefix: put before the names of keys in problems, like "options.2.".
        spoilt: whether something was wrong that the table's value cannot be made without.
    """

    path: Path
    line: int
    table: Mapping[str, Any]
    problems: list[Problem]
    subject: str = ""
    prefix: str = ""
    spoilt: bool = False
    _taken: set[str] = field(default_factory=set)

    def problem(self, key: str, code: Code, **facts: object) -> None:
        """Note what is wrong with a key."""
        name = (self.prefix + key).rstrip(".")
        self.problems.append(Problem(self.path, self.line, name, code, facts, self.subject))

    def text(self, key: str, needed: bool = False) -> str:
        """A text in NFC, without control characters; "" if missing."""
        value = self._take(key)
        if value is None:
            self._lacking(key, needed)
            return ""
        if not isinstance(value, str):
            self._wrong(key, "text", needed)
            return ""
        text = self.clean(key, value)
        self._lacking(key, needed and not text)
        return text

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; () if missing."""
        value = self._take(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self._wrong(key, "list of text")
            return ()
        return tuple(self.clean(key, each) for each in value)

    def whole(self, key: str, usual: int | None, least: int = 1, most: int = _MOST) -> int:
        """A whole number. `usual`: taken where the key is missing; None where it must be there."""
        value = self._take(key)
        if value is None:
            self._lacking(key, usual is None)
            return least if usual is None else usual
        if not isinstance(value, int) or isinstance(value, bool):
            self._wrong(key, "whole number", True)
            return least
        if not least <= value <= most:
            self.problem(key, Code.OUT_OF_RANGE, value=value, least=least, most=most)
            self.spoilt = True
            return least
        return value

    def wholes(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers; () if missing."""
        value = self._take(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(type(each) is int for each in value):
            self._wrong(key, "list of whole numbers", True)
            return ()
        return tuple(value)

    def number(self, key: str, usual: float | None) -> float:
        """A number. `usual`: taken where the key is missing; None where it must be there."""
        value = self._take(key)
        if value is None:
            self._lacking(key, usual is None)
            return 0.0 if usual is None else usual
        if not isinstance(value, int | float) or isinstance(value, bool) or not abs(value) < _MOST:
            self._wrong(key, "number", True)
            return 0.0
        return float(value)

    def flag(self, key: str, usual: bool) -> bool:
        """True or false."""
        value = self._take(key)
        if value is None:
            return usual
        if not isinstance(value, bool):
            self._wrong(key, "true or false")
            return usual
        return value

    def choice(self, key: str, of: type[_E], needed: bool = False) -> _E | None:
        """One of a closed set; None if missing or unknown."""
        value = self._take(key)
        if value is None:
            self._lacking(key, needed)
            return None
        try:
            return of(value)
        except ValueError:
            known = ", ".join(each.value for each in of)
            self.problem(key, Code.BAD_VALUE, value=str(value)[:60], known=known)
            self.spoilt = True
            return None

    def title(self, key: str) -> Title:
        """A text in the languages of the program; empty if missing."""
        value = self._take(key)
        if value is None:
            return Title("")
        if not isinstance(value, dict):
            self._wrong(key, "table of languages")
            return Title("")
        found = dict.fromkeys(_LANGUAGES, "")
        for language, text in value.items():
            if language not in found:
                known = ", ".join(_LANGUAGES)
                self.problem(key, Code.BAD_VALUE, value=str(language)[:60], known=known)
            elif not isinstance(text, str):
                self._wrong(f"{key}.{language}", "text")
            else:
                found[language] = self.clean(f"{key}.{language}", text)
        return Title(**found)

    def inner(self, key: str) -> "Keys | None":
        """The keys of a table within; None if missing."""
        value = self._take(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            self._wrong(key, "table")
            return None
        return self._inside(key, value)

    def inners(self, key: str, needed: bool = False) -> Iterator["Keys"]:
        """The keys of each table of a list."""
        value = self._take(key)
        if value is None:
            self._lacking(key, needed)
            return
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self._wrong(key, "list of tables", needed)
            return
        for number, each in enumerate(value, start=1):
            yield self._inside(f"{key}.{number}", each)

    def raw(self, key: str) -> object:
        """The value as it is; None if missing."""
        return self._take(key)

    def rest(self) -> dict[str, object]:
        """Keys nobody asked for, in a form that JSON can hold."""
        return {key: _plain(value) for key, value in self.table.items() if key not in self._taken}

    def _inside(self, key: str, table: Mapping[str, Any]) -> "Keys":
        prefix = f"{self.prefix}{key}."
        return Keys(self.path, self.line, table, self.problems, self.subject, prefix)

    def _take(self, key: str) -> Any:
        self._taken.add(key)
        return self.table.get(key)

    def _lacking(self, key: str, needed: bool) -> None:
        if needed:
            self.problem(key, Code.MISSING_KEY)
            self.spoilt = True

    def _wrong(self, key: str, wanted: str, needed: bool = False) -> None:
        self.problem(key, Code.WRONG_TYPE, wanted=wanted)
        self.spoilt = self.spoilt or needed

    def clean(self, key: str, value: str) -> str:
        """The text in NFC, without control characters and space at its ends."""
        value = unicodedata.normalize("NFC", value)
        without_breaks = value.replace("\n", "")
        if control := CONTROL.search(without_breaks):
            self.problem(key, Code.CONTROL_CHARACTER, char=f"U+{ord(control.group()):04X}")
            lines = value.split("\n")
            value = "\n".join(CONTROL.sub("", line) for line in lines)
        return value.strip("\n ")


def _plain(value: object) -> object:
    """The value with dates as text, so that it can be kept as JSON."""
    match value:
        case dict():
            return {str(key): _plain(each) for key, each in value.items()}
        case list():
            return [_plain(each) for each in value]
        case datetime() | date() | time():
            return value.isoformat()
        case float() if not math.isfinite(value):
            return str(value)
        case _:
            return value
