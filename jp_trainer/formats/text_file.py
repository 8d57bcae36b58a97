"""Take a text file in as lines, whatever bytes it holds."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jp_trainer.core.deck_problems import Code, Problem

MOST_BYTES = 64 * 1024 * 1024
_BOM = b"\xef\xbb\xbf"
_OTHER_BOMS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class TextFile:
    """Lines in NFC without their ends, None for a line that is not UTF-8; and what was wrong."""

    path: Path
    lines: tuple[str | None, ...]
    problems: tuple[Problem, ...]

    @property
    def text(self) -> str:
        """The lines that could be read."""
        return "\n".join(line or "" for line in self.lines)


def read_text(path: Path) -> TextFile:
    """The file as lines. Never raises: what cannot be read is a problem."""
    try:
        if path.stat().st_size > MOST_BYTES:
            too_large = Problem(path, 0, "", Code.TOO_LARGE, {"most_mb": MOST_BYTES >> 20})
            return TextFile(path, (), (too_large,))
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return TextFile(path, (), (Problem(path, 0, "", Code.CANNOT_READ, {"reason": reason}),))
    return decode(path, content)


def decode(path: Path, content: bytes) -> TextFile:
    """The lines of a file's bytes; a byte-order mark is dropped."""
    if content.startswith(_OTHER_BOMS):
        return TextFile(path, (), (Problem(path, 1, "", Code.NOT_UTF8),))
    problems: list[Problem] = []
    try:
        text = content.removeprefix(_BOM).decode()
    except UnicodeDecodeError:
        lines = list(_line_by_line(path, content.removeprefix(_BOM), problems))
    else:
        lines = list(text.split("\n"))
        if text.isascii() or unicodedata.is_normalized("NFC", text):
            return TextFile(path, tuple(map(_without_end, lines)), ())
    composed: list[str | None] = []
    first = 0
    for number, line in enumerate(lines, start=1):
        proper = None if line is None else unicodedata.normalize("NFC", line)
        if proper != line and not first:
            first = number
        composed.append(_without_end(proper))
    if first:
        problems.append(Problem(path, first, "", Code.NOT_NFC))
    return TextFile(path, tuple(composed), tuple(problems))


def _line_by_line(path: Path, content: bytes, problems: list[Problem]) -> Iterator[str | None]:
    for number, line in enumerate(content.split(b"\n"), start=1):
        try:
            yield line.decode()
        except UnicodeDecodeError:
            problems.append(Problem(path, number, "", Code.NOT_UTF8))
            yield None


def _without_end(line: str | None) -> str | None:
    return line[:-1] if line and line[-1] == "\r" else line
