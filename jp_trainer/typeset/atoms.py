"""Cut text into the pieces a line may be broken between, and measure each with its neighbours.

An atom is a character, a Latin word, a space, or a base with its ruby. How much room it needs
depends on what stands beside it: ruby may lean over kana, two brackets share their blanks, a Latin
word stands a hair off. At the line's edges that room is another.
"""

import bisect
import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from jp_trainer.core.furigana import Span
from jp_trainer.typeset.faces import Face
from jp_trainer.typeset.kinsoku import (
    CLOSING,
    OPENING,
    Kind,
    is_alphanumeric,
    kind_of,
    may_part,
    pauses,
    sticks,
)

_HAIR = 0.125  # em between kana or kanji and Latin; CSS Text 4, text-autospace
_FLUSH_SHIFT = 0.5  # ruby em it may stand off its middle for its base to begin a line flush
_RUBY_GAP = 0.25  # ruby em kept between the readings of two neighbouring words
_LEAN_GAP = 0.1  # ruby em of a kana's own half left free, so that two readings do not meet above it


@dataclass(slots=True)
class Atom:
    """Lengths in px. Room beside the base is negative where blanks are shared or stand outside."""

    start: int  # its first character in the base text
    text: str
    kind: Kind
    width: float
    reading: str = ""
    ruby_width: float = 0.0
    shaped: bool = False  # to be drawn by the shaper, not glyph by glyph
    before: float = 0.0
    after: float = 0.0
    first_before: float = 0.0  # instead of `before`, first in its line
    first_after: float = 0.0  # instead of `after`, first in its line
    last_after: float = 0.0  # instead of `after`, last in its line
    first_shift: float = 0.0  # how far its ruby stands right of its middle, first in its line
    breaks_after: bool = True  # a line may end here
    pauses_after: bool = True  # and likely between two phrases

    def rooms(self, *, first: bool, last: bool) -> tuple[float, float]:
        """Room before and after its base, there in the line."""
        before = self.first_before if first else self.before
        if last:
            return before, self.last_after + (self.first_shift if first else 0.0)
        return before, self.first_after if first else self.after

    def advance(self, *, first: bool, last: bool) -> float:
        """From where it begins to where the next one does."""
        before, after = self.rooms(first=first, last=last)
        return before + self.width + after


def cut(
    spans: Sequence[Span], base: Face, ruby: Face | None, room: float, *, centred: bool
) -> list[Atom]:
    """The atoms of the text in order, measured. Without a ruby face, readings are left out.

    A Latin word wider than `room` px is cut where the room ends. In lines that are not centred,
    the first base stands as near the line's start as its ruby lets it.
    """
    atoms: list[Atom] = []
    start, waiting = 0, ""
    for span in spans:
        if ruby is None or not span.reading or not span.base:
            waiting += span.base
            continue
        atoms += _plain_atoms(waiting, start, base, room)
        start += len(waiting)
        atoms.append(_group(span.base, span.reading, start, base, ruby))
        start += len(span.base)
        waiting = ""
    atoms += _plain_atoms(waiting, start, base, room)
    em = base.raw.pixelSize()
    for left, right in itertools.pairwise(atoms):
        _adjust(left, right, em)
    for atom in atoms:
        _fit_to_edges(atom, em)
    if ruby is not None:
        shift = 0.0 if centred else _FLUSH_SHIFT * ruby.raw.pixelSize()
        _lean(atoms, em, ruby.raw.pixelSize(), shift)
    return atoms


def _plain_atoms(text: str, start: int, face: Face, room: float) -> list[Atom]:
    atoms: list[Atom] = []
    at, end = 0, len(text)
    while at < end:
        kind = kind_of(text[at])
        stop = at + 1
        while stop < end and (
            sticks(text[stop - 1], text[stop])
            or (kind is Kind.WORD and kind_of(text[stop]) is Kind.WORD)
        ):
            stop += 1
        atoms += _measured(text[at:stop], start + at, kind, face, room)
        at = stop
    return atoms


def _measured(text: str, start: int, kind: Kind, face: Face, room: float) -> list[Atom]:
    if kind is Kind.NEWLINE:
        return [Atom(start, text, kind, 0.0)]
    if len(text) == 1:
        glyph, width = face.glyph(text)
        if glyph:
            return [Atom(start, text, kind, width)]
        if kind is Kind.SPACE:
            return [Atom(start, text, kind, face.raw.pixelSize())]
    atoms: list[Atom] = []
    while text:
        edges = face.shape(text).edges
        fits = len(text)
        if kind is Kind.WORD and edges[-1] > room:
            fits = max(1, bisect.bisect_right(edges, room) - 1)
        width = edges[-1] if fits == len(text) else face.shape(text[:fits]).edges[-1]
        atoms.append(Atom(start, text[:fits], kind, width, shaped=True))
        text, start = text[fits:], start + fits
    return atoms


def _group(text: str, reading: str, start: int, base: Face, ruby: Face) -> Atom:
    shaped = not all(base.glyph(char)[0] for char in text)
    width = base.shape(text).edges[-1] if shaped else base.advance(text)
    return Atom(start, text, Kind.FULL, width, reading, ruby.advance(reading), shaped)


def _adjust(left: Atom, right: Atom, em: float) -> None:
    """Settle what the two do to each other: whether a line may part them, and their distance."""
    before, after = left.text[-1], right.text[0]
    cut_word = left.kind is Kind.WORD and right.kind is Kind.WORD
    left.breaks_after = right.kind not in (Kind.SPACE, Kind.NEWLINE) and (
        cut_word or may_part(before, after)
    )
    left.pauses_after = left.breaks_after and pauses(before, after)
    if before in CLOSING and (after in CLOSING or after in OPENING):
        left.after = -em / 2
    elif before in OPENING and after in OPENING:
        right.before = -em / 2
    elif (is_alphanumeric(before) and _is_body(right)) or (
        is_alphanumeric(after) and _is_body(left)
    ):
        right.before = _HAIR * em


def _is_body(atom: Atom) -> bool:
    """Kana or a kanji: what Latin is set off from. Signs bring their own blanks."""
    return atom.kind is Kind.KANA or (atom.kind is Kind.FULL and atom.text[0].isalpha())


def _fit_to_edges(atom: Atom, em: float) -> None:
    # A bracket or a stop at the edge of a line stands flush: its blank half lies outside.
    atom.first_before = -em / 2 if atom.text in OPENING else 0.0
    atom.last_after = -em / 2 if atom.text in CLOSING else 0.0
    atom.first_after = atom.after


def _lean(atoms: list[Atom], em: float, ruby_em: float, most_shift: float) -> None:
    """Make room beside each base for what its ruby cannot lean over its neighbours."""
    for at, atom in enumerate(atoms):
        if not atom.reading:
            continue
        over = (atom.ruby_width - atom.width) / 2
        previous = atoms[at - 1] if at else None
        following = atoms[at + 1] if at + 1 < len(atoms) else None
        lean_after = _leaning(following, em, ruby_em)
        shift = max(0.0, min(over, most_shift))
        if len(atom.text) == 1:  # cannot spread: it would stand apart from what follows
            shift = max(0.0, min(shift, lean_after - over))
        atom.first_after = max(atom.after, over + shift - lean_after)
        atom.before = max(atom.before, over - _leaning(previous, em, ruby_em))
        atom.after = max(atom.after, over - lean_after)
        atom.first_before = max(0.0, over) - shift
        atom.last_after = max(0.0, over)
        atom.first_shift = shift


def _leaning(neighbour: Atom | None, em: float, ruby_em: float) -> float:
    """How far ruby may reach over this neighbour; negative: how far it must stay off."""
    if neighbour is None:
        return 0.0
    if neighbour.reading:
        return -_RUBY_GAP / 2 * ruby_em
    if neighbour.kind is Kind.KANA or neighbour.kind is Kind.SPACE:
        return max(0.0, min(ruby_em, neighbour.width / 2 - _LEAN_GAP * ruby_em))
    if neighbour.text in CLOSING or neighbour.text in OPENING:
        return min(ruby_em, em) / 2
    return 0.0
