"""Read deck.toml: what a deck is called, for whom it is, its chapters."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jp_trainer.core.cards import Aspect
from jp_trainer.core.deck_problems import Code, Problem
from jp_trainer.core.decks import Chapter, Deck, Title
from jp_trainer.core.ids import DeckId
from jp_trainer.formats.csv_rows import CONTROL
from jp_trainer.formats.field_rules import ID, urdu_findings
from jp_trainer.formats.text_file import read_text
from jp_trainer.formats.word_rows import COLUMNS, KANA_COLUMNS

FORMAT = 1
FILE = "deck.toml"
LANGUAGES = ("en", "ur")
_TEXTS = ("sector", "target", "licence", "source")
_OURS = frozenset(
    {
        *("format", "id", "version", "title", "languages", "required", "aspects", "chapter"),
        *_TEXTS,
    }
)
_AT_LINE = re.compile(r"at line (\d+)")
_LONGEST_TEXT = 300


@dataclass(slots=True)
class _Keys:
    """The keys of one table, taken out with their types checked.

    `chapter`: which of the chapters is being read, counted from 1.
    """

    path: Path
    lines: tuple[str | None, ...]
    problems: list[Problem] = field(default_factory=list)
    chapter: int = 1

    def problem(self, key: str, code: Code, **facts: object) -> None:
        self.problems.append(Problem(self.path, self._line_of(key), key, code, facts))

    def text(self, table: Mapping[str, Any], key: str, name: str = "") -> str:
        value = table.get(key, "")
        if not isinstance(value, str):
            self.problem(name or key, Code.WRONG_TYPE, wanted="text")
            return ""
        value = unicodedata.normalize("NFC", value)
        if control := CONTROL.search(value):
            char = f"U+{ord(control.group()):04X}"
            self.problem(name or key, Code.CONTROL_CHARACTER, char=char)
            value = CONTROL.sub("", value)
        if len(value) > _LONGEST_TEXT:
            self.problem(name or key, Code.TOO_LONG, length=len(value), most=_LONGEST_TEXT)
        return value.strip()

    def texts(self, table: Mapping[str, Any], key: str, usual: tuple[str, ...]) -> tuple[str, ...]:
        value = table.get(key)
        if value is None:
            return usual
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.problem(key, Code.WRONG_TYPE, wanted="list of text")
            return usual
        return tuple(value)

    def title(self, table: Mapping[str, Any], name: str) -> Title:
        found = {language: self.text(table, language, name) for language in ("en", "ur", "ja")}
        if not found["en"]:
            self.problem(name, Code.MISSING_KEY)
        for code, facts in urdu_findings(found["ur"]):
            self.problem(name, code, **facts)
        return Title(**found)

    def _line_of(self, key: str) -> int:
        """Where a key of the top table, or the chapter being read, is written; 0 if nowhere."""
        begins = re.compile(rf"\s*\[*\s*{re.escape(key)}\b")
        lines = enumerate((line or "" for line in self.lines), start=1)
        if key == "chapter":
            # As many as there are; fewer where all stand in one list.
            heads = [number for number, line in lines if begins.match(line)]
            return heads[: self.chapter][-1] if heads else 0
        for number, line in lines:
            if begins.match(line):
                return number
            if line.lstrip().startswith("["):
                break
        return 0


def read_deck_toml(path: Path) -> tuple[Deck | None, tuple[Problem, ...]]:
    """The deck that this file describes; None if it cannot be told which deck it is."""
    file = read_text(path)
    if any(p.code is not Code.NOT_NFC for p in file.problems):
        return None, file.problems
    try:
        table = tomllib.loads(file.text)
    except (ValueError, RecursionError) as error:
        found = _AT_LINE.search(str(error))
        line = int(found[1]) if found else 0
        facts = {"reason": CONTROL.sub("", str(error))[:200]}
        return None, (*file.problems, Problem(path, line, "", Code.BAD_TOML, facts))
    keys = _Keys(path, file.lines, list(file.problems))
    deck = _deck(keys, table)
    return deck, tuple(keys.problems)


def _deck(keys: _Keys, table: Mapping[str, Any]) -> Deck | None:
    version_of_format = _whole(keys, table, "format", FORMAT)
    if version_of_format > FORMAT:
        keys.problem("format", Code.NEWER_FORMAT, found=version_of_format, known=FORMAT)
        return None
    deck_id = keys.text(table, "id")
    if "id" not in table:
        keys.problem("id", Code.MISSING_KEY)
        return None
    if not ID.fullmatch(deck_id):
        keys.problem("id", Code.BAD_ID, value=deck_id)
        return None
    if keys.path.parent.name != deck_id:
        keys.problem("id", Code.OTHER_FOLDER, folder=keys.path.parent.name, id=deck_id)
    title = table.get("title", {})
    if isinstance(title, str):
        title = {"en": title}
    if not isinstance(title, dict):
        keys.problem("title", Code.WRONG_TYPE, wanted="table")
        title = {"en": deck_id}
    texts = {name: keys.text(table, name) for name in _TEXTS}
    return Deck(
        id=DeckId(deck_id),
        version=_whole(keys, table, "version", 0),
        title=keys.title(title, "title"),
        languages=_known(keys, table, "languages", LANGUAGES, Code.UNKNOWN_LANGUAGE),
        required=_required(keys, table),
        aspects=_aspects(keys, table),
        chapters=_chapters(keys, table),
        extra={key: value for key, value in table.items() if key not in _OURS},
        **texts,
    )


def _whole(keys: _Keys, table: Mapping[str, Any], key: str, usual: int) -> int:
    if key not in table:
        keys.problem(key, Code.MISSING_KEY)
        return usual
    value = table[key]
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value < 2**31:
        keys.problem(key, Code.WRONG_TYPE, wanted="number from 1")
        return usual
    return value


def _known(
    keys: _Keys,
    table: Mapping[str, Any],
    key: str,
    known: tuple[str, ...],
    code: Code,
) -> tuple[str, ...]:
    """Those of the known values that are listed; all of them if the key is missing."""
    found = keys.texts(table, key, known)
    for value in found:
        if value not in known:
            keys.problem(key, code, value=value)
    return tuple(value for value in known if value in found) or known


def _required(keys: _Keys, table: Mapping[str, Any]) -> tuple[str, ...]:
    required = keys.texts(table, "required", ())
    for name in required:
        if name not in COLUMNS | KANA_COLUMNS:
            keys.problem("required", Code.UNKNOWN_REQUIRED, value=name)
    return required


def _aspects(keys: _Keys, table: Mapping[str, Any]) -> tuple[Aspect, ...]:
    names = tuple(aspect.value for aspect in Aspect)
    found = _known(keys, table, "aspects", names, Code.UNKNOWN_ASPECT)
    return tuple(aspect for aspect in Aspect if aspect.value in found)


def _chapters(keys: _Keys, table: Mapping[str, Any]) -> tuple[Chapter, ...]:
    listed = table.get("chapter", [])
    if not isinstance(listed, list) or not all(isinstance(item, dict) for item in listed):
        keys.problem("chapter", Code.WRONG_TYPE, wanted="list of tables")
        return ()
    chapters: dict[str, Chapter] = {}
    for keys.chapter, item in enumerate(listed, start=1):
        chapter_id = keys.text(item, "id", "chapter")
        if not ID.fullmatch(chapter_id):
            keys.problem("chapter", Code.BAD_ID, value=chapter_id)
        elif chapter_id in chapters:
            keys.problem("chapter", Code.DUPLICATE_CHAPTER, value=chapter_id)
        else:
            title = keys.title(item, "chapter")
            chapters[chapter_id] = Chapter(chapter_id, title)
    return tuple(chapters.values())
