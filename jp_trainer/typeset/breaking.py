"""Choose where lines end: as late as the rules allow."""

import math
from collections.abc import Sequence

from jp_trainer.typeset.atoms import Atom
from jp_trainer.typeset.kinsoku import Kind

_BALANCE_STEP = 4.0  # px
_ROUNDING = 0.01  # px: sums of glyph advances are not exact


def break_lines(
    atoms: Sequence[Atom], room: float, *, at_pauses: bool = False
) -> list[tuple[int, int]]:
    """(first, past the last) atom of each line of at most `room` px; nothing is left out.

    Spaces at a line's end stand outside the room. A chain that may nowhere be parted is parted
    where the room ends; a line is wider than `room` only if it is one single atom. `at_pauses`:
    lines end between phrases, where that is known.
    """
    lines: list[tuple[int, int]] = []
    first = at = 0
    used, allowed = 0.0, 0
    while at < len(atoms):
        atom = atoms[at]
        if at == first:
            used, allowed = 0.0, first
        if atom.kind is Kind.NEWLINE:
            lines.append((first, at + 1))
            first = at = at + 1
            continue
        wide = used + atom.advance(first=at == first, last=True) > room + _ROUNDING
        if wide and at > first and atom.kind is not Kind.SPACE:
            end = allowed if allowed > first else at
            lines.append((first, end))
            first = at = end
            continue
        used += atom.advance(first=at == first, last=False)
        at += 1
        if atom.pauses_after if at_pauses else atom.breaks_after:
            allowed = at
    if first < len(atoms):
        lines.append((first, len(atoms)))
    return lines


def balance_lines(atoms: Sequence[Atom], room: float) -> list[tuple[int, int]]:
    """As few lines as `break_lines` makes, of nearly one length, between phrases if possible.

    For a sentence that stands alone: no last line of one character.
    """
    plain = break_lines(atoms, room)
    if len(plain) == 1 or math.isinf(room):
        return plain
    for at_pauses in (True, False):
        lines = break_lines(atoms, room, at_pauses=at_pauses)
        if len(lines) != len(plain) or (at_pauses and not _ends_at_pauses(atoms, lines)):
            continue
        narrow, wide = room / 2, room
        while wide - narrow > _BALANCE_STEP:
            middle = (narrow + wide) / 2
            tried = break_lines(atoms, middle, at_pauses=at_pauses)
            if len(tried) > len(lines) or (at_pauses and not _ends_at_pauses(atoms, tried)):
                narrow = middle
            else:
                wide, lines = middle, tried
        return lines
    return plain


def _ends_at_pauses(atoms: Sequence[Atom], lines: Sequence[tuple[int, int]]) -> bool:
    return all(atoms[end - 1].pauses_after for _, end in lines[:-1])


def visible_end(atoms: Sequence[Atom], first: int, end: int) -> int:
    """Past the last atom of the line that is not space; `first` if there is none."""
    while end > first and atoms[end - 1].kind in (Kind.SPACE, Kind.NEWLINE):
        end -= 1
    return end
