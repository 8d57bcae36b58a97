"""Place the atoms of one line: where each character stands and which glyphs draw it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun, QPainter

from jp_trainer.typeset.atoms import Atom
from jp_trainer.typeset.breaking import visible_end
from jp_trainer.typeset.faces import Face
from jp_trainer.typeset.kinsoku import Kind

_WIDEST_BASE_GAP = 0.25  # em between the characters of a base narrower than its ruby
_WIDEST_RUBY_GAP = 0.5  # ruby em between the kana of a ruby narrower than its base


@dataclass(slots=True)
class Glyphs:
    """Plain glyphs of one face along one baseline, drawn with one call."""

    face: Face
    indexes: list[int] = field(default_factory=list)
    xs: list[float] = field(default_factory=list)
    _run: QGlyphRun | None = None

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Draw with the painter's pen; `at` is the line's start on the baseline."""
        if not self.indexes:
            return
        if self._run is None:
            self._run = QGlyphRun()
            self._run.setRawFont(self.face.raw)
            self._run.setGlyphIndexes(self.indexes)
            self._run.setPositions([QPointF(x, 0) for x in self.xs])
        painter.drawGlyphRun(at, self._run)


@dataclass(slots=True)
class Line:
    """One line, its lengths in px from the line's own start.

    `edges[i]` is the left edge of the i-th character's cell; one more at the end. Cells touch, so
    that a selection has no holes. `width` leaves out spaces at the end.
    """

    start: int  # first character in the base text
    base: Glyphs
    ruby: Glyphs
    edges: list[float] = field(default_factory=list)
    words: list[tuple[float, tuple[QGlyphRun, ...]]] = field(default_factory=list)
    width: float = 0.0
    x: float = 0.0  # of its start and its top within the layout
    y: float = 0.0

    @property
    def end(self) -> int:
        """Past its last character in the base text, a line break included."""
        return self.start + len(self.edges) - 1

    def paint_base(self, painter: QPainter, at: QPointF) -> None:
        """Draw what stands on the line with the painter's pen."""
        self.base.paint(painter, at)
        for x, runs in self.words:
            for run in runs:
                painter.drawGlyphRun(QPointF(at.x() + x, at.y()), run)


def set_line(atoms: Sequence[Atom], first: int, end: int, base: Face, ruby: Face | None) -> Line:
    """The line of these atoms, set from 0."""
    line = Line(atoms[first].start, Glyphs(base), Glyphs(ruby or base))
    last = visible_end(atoms, first, end) - 1
    x = 0.0
    for at in range(first, end):
        atom = atoms[at]
        before, after = atom.rooms(first=at == first, last=at == last)
        shift = atom.first_shift if at == first else 0.0
        if atom.reading:
            _set_ruby(line.ruby, atom, x + before + atom.width / 2 + shift)
        _set_atom(line, atom, x, (before, after), flush=shift > 0)
        x += before + atom.width + after
        if at == last:
            line.width = x
    line.edges.append(x)
    return line


def _set_atom(line: Line, atom: Atom, x: float, rooms: tuple[float, float], *, flush: bool) -> None:
    before, after = rooms
    begin = x + before
    if atom.shaped:
        shaped = line.base.face.shape(atom.text)
        line.words.append((begin, shaped.runs))
        line.edges.append(x)
        line.edges += [begin + edge for edge in shaped.edges[1:-1]]
        return
    if atom.kind is Kind.SPACE or atom.kind is Kind.NEWLINE:
        line.edges.append(x)
        return
    gap = 0.0
    count = len(atom.text)
    if count > 1:  # a base narrower than its ruby spreads, as far as that stays one word to the eye
        widest = _WIDEST_BASE_GAP * line.base.face.raw.pixelSize()
        if flush:
            gap = max(0.0, min(after / count, widest))
        else:
            gap = max(0.0, min(2 * min(before, after) / count, widest))
            begin -= gap * (count - 1) / 2
    line.edges.append(x)
    for number, char in enumerate(atom.text):
        if number:
            line.edges.append(begin - gap / 2)
        index, advance = line.base.face.glyph(char)
        line.base.indexes.append(index)
        line.base.xs.append(begin)
        begin += advance + gap


def _set_ruby(glyphs: Glyphs, atom: Atom, middle: float) -> None:
    count = len(atom.reading)
    room = max(0.0, atom.width - atom.ruby_width)
    gap = min(room / count, _WIDEST_RUBY_GAP * glyphs.face.raw.pixelSize())
    x = middle - (atom.ruby_width + gap * (count - 1)) / 2
    for char in atom.reading:
        index, advance = glyphs.face.glyph(char)
        glyphs.indexes.append(index)
        glyphs.xs.append(x)
        x += advance + gap
