"""Show what a question is asked about: a passage, a notice, a table, a chat, a form, a picture."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from jp_trainer.core.exam.items import Stimulus, StimulusKind
from jp_trainer.core.exam.marks import printed
from jp_trainer.core.furigana import plain
from jp_trainer.typeset.pictures import natural_size
from jp_trainer.typeset.ruby import RubyStyle, lay_out
from jp_trainer.ui.exam.item_text import exam_text
from jp_trainer.ui.parts.layout import Item, block, column, frame, row
from jp_trainer.ui.parts.painting import Painted, draw_box
from jp_trainer.ui.parts.picture import Picture
from jp_trainer.ui.theme import Look

_TEXT_PX, _TABLE_PX, _TITLE_PX = 22, 18, 22
_MANY_SIGNS = 260  # from here on a text is set smaller, so that it fits beside its question
_LONG_TEXT_PX = 20
_PICTURE_WIDTH, _PICTURE_HEIGHT = 400, 250
_LOWEST = 130
_CELL = (8, 4, 8, 5)
_MANY_COLUMNS, _SMALL_TABLE_PX = 4, 16
_SHORT_EM = 6.5
_LEAST_TABLE, _LEAST_COLUMN = 160, 90


def has_view(stimulus: Stimulus | None) -> bool:
    """Whether there is anything to see; of a clip, only its picture."""
    if stimulus is None:
        return False
    if stimulus.kind is StimulusKind.CLIP:
        return bool(stimulus.picture)
    return bool(stimulus.picture or stimulus.text or stimulus.rows or stimulus.title)


def is_text(stimulus: Stimulus) -> bool:
    """Whether there is something to read: it wants more room than a picture."""
    return stimulus.kind is not StimulusKind.CLIP and bool(stimulus.text or stimulus.rows)


def stimulus_view(look: Look, stimulus: Stimulus, *, gap: str = "") -> QWidget:
    """The stimulus as on the day; `gap` is the number of the gap asked about."""
    items: list[Item] = []
    if stimulus.picture:
        items.append(exam_picture(look, stimulus))
    if is_text(stimulus):
        items += [12] if items else []
        items.append(_paper(look, stimulus, gap))
    return block(column(*items))


def exam_picture(look: Look, stimulus: Stimulus) -> Picture:
    """Its picture, in the proportions it was drawn in."""
    made = _ExamPicture(look, stimulus.picture)
    made.show_picture(stimulus.picture, stimulus.alt.text(look.language))
    return made


class _ExamPicture(Picture):
    """Not higher than its width asks for, nor lower than can be seen."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look)
        self.setFont(look.ui(15))
        size = natural_size(name)
        self._shape = size.height() / size.width() if size.width() else 0.65
        self._most = QSize(look.size(_PICTURE_WIDTH), look.size(_PICTURE_HEIGHT))
        self.setMinimumSize(160, _LOWEST)
        self.setMaximumHeight(self._most.height())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """As on the day of the test."""
        return QSize(self._most.width(), self.heightForWidth(self._most.width()))

    def hasHeightForWidth(self) -> bool:
        """Its proportions are kept."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the picture is in this width, within bounds."""
        return max(_LOWEST, min(self._most.height(), round(width * self._shape)))


def _paper(look: Look, stimulus: Stimulus, gap: str) -> QWidget:
    match stimulus.kind:
        case StimulusKind.TABLE | StimulusKind.FORM:
            contents = _table_sheet(look, stimulus, gap)
        case StimulusKind.CHAT:
            contents = _chat(look, stimulus, gap)
        case _:
            contents = _text_sheet(look, stimulus, gap)
    made = frame("card", contents)
    # A Japanese page stays one in an Urdu interface: the first speaker of a chat is at the left.
    made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return made


def _text_sheet(look: Look, stimulus: Stimulus, gap: str) -> QVBoxLayout:
    items: list[Item] = []
    px = _LONG_TEXT_PX if len(stimulus.text) > _MANY_SIGNS else _TEXT_PX
    if stimulus.title:
        items += [exam_text(look, stimulus.title, _TITLE_PX, centred=True, sheet=True), 8]
    if stimulus.rows:
        items += [ExamTable(look, stimulus.rows), 10]
    if stimulus.text:
        items.append(exam_text(look, stimulus.text, px, gap=gap, sheet=True))
    return column(*items, margins=(20, 14, 20, 16))


def _table_sheet(look: Look, stimulus: Stimulus, gap: str) -> QVBoxLayout:
    items: list[Item] = []
    if stimulus.title:
        items += [exam_text(look, stimulus.title, _TITLE_PX - 2, sheet=True), 8]
    if stimulus.rows:
        items.append(ExamTable(look, stimulus.rows))
    if stimulus.text:
        items += [10, exam_text(look, stimulus.text, _TABLE_PX, gap=gap, sheet=True)]
    return column(*items, margins=(16, 14, 16, 14))


def _chat(look: Look, stimulus: Stimulus, gap: str) -> QVBoxLayout:
    """Rows are (who, words); the first speaker at the left, the others at the right."""
    items: list[Item] = []
    if stimulus.title:
        items += [exam_text(look, stimulus.title, _TITLE_PX - 2, centred=True, sheet=True), 10]
    rows = stimulus.rows or tuple(("", line) for line in stimulus.text.splitlines() if line)
    first = plain(rows[0][0]) if rows else ""
    for cells in rows:
        who, words = cells[0], cells[-1]
        mine = plain(who) != first
        said = exam_text(look, words, _TABLE_PX + 1, gap=gap, sheet=True)
        bubble = Bubble(look, said, mine=mine)
        name: list[Item] = [exam_text(look, who, 15, sheet=True)] if who else []
        stack = column(*name, bubble, gap=2)
        # Japanese is read from the left in every interface: no mirroring here.
        items += [row((stack, 4), None) if not mine else row(None, (stack, 4)), 10]
    if stimulus.rows and stimulus.text:
        items.append(exam_text(look, stimulus.text, _TABLE_PX, gap=gap, sheet=True))
    return column(*items, margins=(16, 14, 16, 8))


class Bubble(Painted):
    """A message of a chat: the words on a tint."""

    def __init__(self, look: Look, words: QWidget, *, mine: bool):
        super().__init__(look)
        self._mine = mine
        self.setLayout(column(words, margins=(14, 8, 14, 8)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """The tint alone: ink on it is read as on paper."""
        tone = self.look.soft("wakatake", 0.14) if self._mine else self.look.color("sunken")
        draw_box(painter, box, tone, radius=14)


class ExamTable(QWidget):
    """Rows of cells between hairlines, the first row the head. Never mirrored."""

    def __init__(self, look: Look, rows: tuple[tuple[str, ...], ...]):
        super().__init__()
        self._look = look
        self._whole: dict[int, int] = {}  # how wide each short column is in one line
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        grid = QGridLayout(self)
        grid.setContentsMargins(1, 1, 1, 1)
        grid.setSpacing(1)
        wide = max(len(cells) for cells in rows)
        px = _TABLE_PX if wide < _MANY_COLUMNS else _SMALL_TABLE_PX
        style = RubyStyle(px * look.scale)
        for x in range(wide):
            texts = [cells[x] if x < len(cells) else "" for cells in rows]
            for y, text in enumerate(texts):
                grid.addWidget(_Cell(look, text, px, head=y == 0), y, x)
            body = texts[1:] or texts  # a head may take two lines
            natural = max(lay_out(printed(text).spans, style).size.width() for text in body)
            # A short column stays in one line; the long ones share what is left.
            if natural <= _SHORT_EM * style.px:
                self._whole[x] = round(natural + 1) + _CELL[0] + _CELL[2]
                grid.setColumnStretch(x, 1)
            else:
                grid.setColumnStretch(x, round(natural))
        self._grid = grid

    def minimumSizeHint(self) -> QSize:
        """Narrow columns break their lines rather than be cut off."""
        return QSize(_LEAST_TABLE, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Short columns stay whole where there is room for them and for the others."""
        super().resizeEvent(event)
        others = self._grid.columnCount() - len(self._whole)
        room = self.width() - others * self._look.size(_LEAST_COLUMN)
        fits = sum(self._whole.values()) <= room
        for x, wide in self._whole.items():
            self._grid.setColumnMinimumWidth(x, wide if fits else 0)

    def paintEvent(self, _event: object) -> None:
        """The lines are what shows between the cells."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("edge"))
        painter.end()


class _Cell(Painted):
    def __init__(self, look: Look, text: str, px: int, *, head: bool):
        super().__init__(look)
        self._head = head
        self.setLayout(column(exam_text(look, text, px, sheet=True), None, margins=_CELL))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)

    def paint(self, painter: QPainter, box: QRectF) -> None:
        painter.fillRect(box, self.look.color("sunken" if self._head else "raised"))
