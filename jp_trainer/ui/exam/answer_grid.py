"""Type the answers of a sheet of paper: a cell for each question, a digit moves on."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.papers import Paper
from jp_trainer.ui.keys import name_of
from jp_trainer.ui.parts.painting import CENTER, END, START, Painted, draw_box, draw_text
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, fill, join, pgettext

_A_ROW = 12
_CELL, _NUMBER, _BETWEEN, _TITLE, _AFTER = 44, 18, 6, 30, 14
_NUMBER_PX, _DIGIT_PX, _TITLE_PX = 12, 18, 15


@dataclass(frozen=True, slots=True)
class _Cell:
    item: str
    section: str
    number: int
    options: int
    box: QRectF


class AnswerGrid(Painted):
    """All questions of a paper, section by section, in rows as they are numbered.

    A digit is the answer and leads to the next question; 0, - or space leaves it blank; the arrows
    move, Backspace takes the last one back. As on the sheet, it runs from the left in every
    language.

    Signals:
        changed: something was typed. moved: y of the cell that is current now, from the top.
    """

    changed = Signal()
    moved = Signal(int)

    def __init__(self, look: Look, blueprint: Blueprint, paper: Paper) -> None:
        super().__init__(look)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.answers: dict[str, int] = {}
        self.current = 0
        self._cells: list[_Cell] = []
        self._titles: list[tuple[str, float]] = []
        names = {section.id: section.title.text(look.language) for section in blueprint.sections}
        side, number = look.size(_CELL), look.size(_NUMBER)
        y = 0.0
        for section in paper.sections:
            title = names.get(section.id, section.id)
            self._titles.append((title, y))
            y += look.size(_TITLE)
            for at, item in enumerate(section.items):
                row, column = divmod(at, _A_ROW)
                top = y + row * (side + number + _BETWEEN) + number
                box = QRectF(column * (side + _BETWEEN), top, side, side)
                cell = _Cell(item.id, title, at + 1, len(item.options), box)
                self._cells.append(cell)
            y = self._cells[-1].box.bottom() + look.size(_AFTER)
        self.setFixedSize(_A_ROW * (side + _BETWEEN), round(y))
        self._describe()

    @property
    def digits(self) -> str:
        """All answers in order, 0 for a blank, as services take them."""
        return "".join(str(self.answers.get(cell.item, 0)) for cell in self._cells)

    @property
    def count(self) -> int:
        """How many questions there are."""
        return len(self._cells)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer and move; what is none of ours goes to the dialog."""
        name = name_of(event)
        cell = self._cells[self.current]
        if len(name) == 1 and name in "123456789"[: cell.options]:
            self._put(int(name))
        elif name in ("0", "-", "space"):
            self._put(0)
        elif name == "backspace":
            self._go(self.current - 1)
            self._take_back()
        elif name == "delete":
            self._take_back()
        elif name in _STEPS:
            self._go(self.current + _STEPS[name])
        elif name in ("home", "end"):
            self._go(0 if name == "home" else self.count - 1)
        elif not (len(name) == 1 and name.isdigit()):  # a digit too high is no wish of the dialog
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click leads there."""
        for at, cell in enumerate(self._cells):
            if cell.box.contains(event.position()):
                self._go(at)

    def _put(self, option: int) -> None:
        item = self._cells[self.current].item
        self.answers.pop(item, None)
        if option:
            self.answers[item] = option
        self._go(self.current + 1)
        self.changed.emit()

    def _take_back(self) -> None:
        self.answers.pop(self._cells[self.current].item, None)
        self._describe()
        self.update()
        self.changed.emit()

    def _go(self, at: int) -> None:
        self.current = max(0, min(at, self.count - 1))
        self._describe()
        self.update()
        self.moved.emit(round(self._cells[self.current].box.center().y()))

    def _describe(self) -> None:
        cell = self._cells[self.current]
        question = fill(_("Question {number}"), number=cell.number)
        option = self.answers.get(cell.item)
        said = str(option) if option else pgettext("answer", "blank")
        self.setAccessibleName(join([cell.section, question, said], ", "))

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Titles, numbers, cells."""
        look = self.look
        for title, y in self._titles:
            place = QRectF(0, y, box.width(), look.size(_TITLE) - 4)
            align = END if look.rtl else START
            font = look.ui(_TITLE_PX, 600)
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            draw_text(painter, place, title, font, look.color("ink"), align=align)
        for at, cell in enumerate(self._cells):
            self._paint_cell(painter, cell, here=at == self.current and self.hasFocus())

    def _paint_cell(self, painter: QPainter, cell: _Cell, *, here: bool) -> None:
        look = self.look
        high = look.size(_NUMBER)
        above = QRectF(cell.box.x(), cell.box.y() - high, cell.box.width(), high)
        small = look.ui(_NUMBER_PX, tabular=True)
        draw_text(painter, above, str(cell.number), small, look.color("muted"), align=CENTER)
        option = self.answers.get(cell.item)
        ground = look.soft("ai", 0.10) if option else look.color("raised")
        edge = look.color("ai" if here else "edge")
        draw_box(painter, cell.box, ground, edge, width=2 if here else 1)
        if option:
            font = look.ui(_DIGIT_PX, 600, tabular=True)
            draw_text(painter, cell.box, str(option), font, look.color("ink"), align=CENTER)


_STEPS = {"left": -1, "right": 1, "up": -_A_ROW, "down": _A_ROW}
