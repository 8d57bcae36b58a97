"""Read which doubtful places of decks a person has looked at and found right.

`reviewed.tsv` lies beside the decks' folders: deck, id, column, text, note; a head line, tabs, no
quoting. `text` is the field as it was looked at: a field that changes is doubtful again.
"""

from dataclasses import dataclass
from pathlib import Path

from jp_trainer.core.deck_problems import Code, Problem
from jp_trainer.formats.text_file import read_text

FILE = "reviewed.tsv"
HEAD = ("deck", "id", "column", "text", "note")

Place = tuple[str, str, str, str]
"""(deck, id, column, text)."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The places of one file, and what is wrong with it."""

    places: frozenset[Place] = frozenset()
    problems: tuple[Problem, ...] = ()


def read_reviewed(path: Path) -> Reviewed:
    """The reviewed places; none if there is no such file."""
    if not path.exists():
        return Reviewed()
    file = read_text(path)
    problems = list(file.problems)
    places: set[Place] = set()
    for number, line in enumerate(file.lines, start=1):
        if not line or number == 1:
            continue
        parts = line.split("\t")
        if len(parts) == len(HEAD):
            places.add((parts[0], parts[1], parts[2], parts[3]))
        else:
            facts = {"wanted": ", ".join(HEAD)}
            problems.append(Problem(path, number, "", Code.BAD_REVIEW, facts))
    return Reviewed(frozenset(places), tuple(problems))
