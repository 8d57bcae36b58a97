"""Read and write gettext's two kinds of file: .po for people, .mo for the program.

Only what our catalogues use: msgctxt, msgid, msgid_plural, comments, references, obsolete entries.
Source: GNU gettext manual, "The Format of PO Files" and "The Format of GNU MO Files".
"""

import ast
import re
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

EOT = "\x04"  # between context and source in the key of a compiled catalogue


@dataclass
class Entry:
    """One sentence. `translated` has one form, or one for each plural of the language."""

    source: str
    plural: str = ""
    context: str = ""
    translated: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    obsolete: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What identifies a sentence."""
        return (self.context, self.source)

    @property
    def is_done(self) -> bool:
        """Whether every form is there."""
        return bool(self.translated) and all(self.translated)


class PoError(ValueError):
    """A line that is not PO: the path, the 1-based line and the text."""


@dataclass
class Catalogue:
    """A file: its header's text, and its entries in order."""

    header: str
    entries: list[Entry]

    @property
    def plural_count(self) -> int:
        """`nplurals` of the header; 2 where it is not said."""
        found = re.search(r"nplurals\s*=\s*(\d+)", self.header)
        return int(found[1]) if found else 2


def read(path: Path) -> Catalogue:
    """The catalogue in a .po or .pot file. Raises PoError naming the line."""
    entries = list(_entries(path))
    header = ""
    if entries and not entries[0].source:
        header = entries.pop(0).translated[0]
    return Catalogue(header, entries)


def _entries(path: Path) -> Iterator[Entry]:
    entry, last, begun = Entry(""), "", False
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line, obsolete = raw.strip(), raw.startswith("#~")
        if obsolete:
            line = line[2:].strip()
        try:
            if begun and (not line or (line.startswith("#") and last.startswith("msgstr"))):
                yield entry
                entry, last, begun = Entry(""), "", False
            if not line:
                continue
            last = _take(entry, line, last)
        except (ValueError, SyntaxError, IndexError) as error:
            raise PoError(f"{path}:{number}: {raw}") from error
        entry.obsolete |= obsolete
        begun |= last.startswith("msg")
    if begun:
        yield entry


def _take(entry: Entry, line: str, last: str) -> str:
    """Add one line to the entry; returns the keyword that a following string continues."""
    if line.startswith("#:"):
        entry.references += line[2:].split()
        return last
    if line.startswith("#"):
        entry.comments.append(line)
        return last
    word, text = ("", line) if line.startswith('"') else line.split(" ", 1)
    value = str(ast.literal_eval(text))
    word = word or last
    match word:
        case "msgctxt":
            entry.context += value
        case "msgid":
            entry.source += value
        case "msgid_plural":
            entry.plural += value
        case _ if word.startswith("msgstr"):
            index = int(word[7:-1]) if "[" in word else 0
            while len(entry.translated) <= index:
                entry.translated.append("")
            entry.translated[index] += value
        case _:
            raise ValueError(line)
    return word


def write(path: Path, catalogue: Catalogue) -> None:
    """Write a .po or .pot, entries in the order given, obsolete ones last."""
    blocks = [_block(Entry("", translated=[catalogue.header]))]
    blocks += [_block(e) for e in catalogue.entries if not e.obsolete]
    blocks += [_block(e) for e in catalogue.entries if e.obsolete]
    path.write_text("\n".join(blocks), encoding="utf-8", newline="\n")


def _block(entry: Entry) -> str:
    lines = [f"#: {reference}" for reference in entry.references]
    body = [f"msgctxt {_quoted(entry.context)}"] if entry.context else []
    body.append(f"msgid {_quoted(entry.source)}")
    if entry.plural:
        body.append(f"msgid_plural {_quoted(entry.plural)}")
        body += [f"msgstr[{i}] {_quoted(t)}" for i, t in enumerate(entry.translated or ["", ""])]
    else:
        body.append(f"msgstr {_quoted((entry.translated or [''])[0])}")
    body = [line for text in body for line in text.split("\n")]
    mark = "#~ " if entry.obsolete else ""
    return "\n".join([*entry.comments, *lines, *(mark + line for line in body)]) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    pieces = escaped.split("\n")
    if len(pieces) == 1:
        return f'"{escaped}"'
    ended = [piece + "\\n" for piece in pieces[:-1]] + ([pieces[-1]] if pieces[-1] else [])
    return "\n".join(['""', *(f'"{piece}"' for piece in ended)])


def compiled(catalogue: Catalogue) -> bytes:
    """The .mo: only what is translated, sorted by key, as its readers expect."""
    pairs = {"": catalogue.header}
    for entry in catalogue.entries:
        if entry.is_done and not entry.obsolete:
            key = entry.source + ("\0" + entry.plural if entry.plural else "")
            key = entry.context + EOT + key if entry.context else key
            pairs[key] = "\0".join(entry.translated)
    keys = sorted(pairs, key=str.encode)
    return _mo([key.encode() for key in keys], [pairs[key].encode() for key in keys])


def _mo(keys: list[bytes], values: list[bytes]) -> bytes:
    head = 7 * 4
    texts_at = head + 16 * len(keys)
    tables, blob = b"", b""
    for group in (keys, values):
        for text in group:
            tables += struct.pack("<II", len(text), texts_at + len(blob))
            blob += text + b"\0"
    numbers = (0x950412DE, 0, len(keys), head, head + 8 * len(keys), 0, texts_at)
    return struct.pack("<7I", *numbers) + tables + blob


def fields(text: str) -> frozenset[str]:
    """The names between braces; doubled braces are text."""
    bare = text.replace("{{", "").replace("}}", "")
    return frozenset(re.findall(r"\{(\w+)\}", bare))


def duplicates(entries: Iterable[Entry]) -> list[tuple[str, str]]:
    """Keys that stand twice in a file."""
    seen: set[tuple[str, str]] = set()
    twice = []
    for entry in entries:
        if entry.key in seen:
            twice.append(entry.key)
        seen.add(entry.key)
    return twice
