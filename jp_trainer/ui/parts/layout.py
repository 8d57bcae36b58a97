"""Put parts beside and below one another, in the few ways the screens need.

Margins are always symmetric, because Qt does not mirror them.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from jp_trainer.ui.parts.painting import END, MIDDLE, START
from jp_trainer.ui.parts.paragraph import Paragraph
from jp_trainer.ui.theme import Look

Thing = QWidget | QLayout
Item = Thing | int | None | tuple[Thing, int | Qt.AlignmentFlag]
"""A widget or layout, alone or with stretch or alignment; int is space, None takes the rest."""

CARD = (24, 20, 24, 20)
PAGE = (40, 32, 40, 32)
PAGE_WIDTH = 1040
NO_MARGINS = (0, 0, 0, 0)
_MOST = 16_777_215  # Qt's QWIDGETSIZE_MAX
_ALL = 9999  # against the 1 of a spacer: content takes its maximum first


def column(
    *items: Item, margins: tuple[int, int, int, int] = NO_MARGINS, gap: int = 0
) -> QVBoxLayout:
    """Below one another."""
    box = QVBoxLayout()
    _fill(box, items, margins, gap)
    return box


def row(*items: Item, margins: tuple[int, int, int, int] = NO_MARGINS, gap: int = 0) -> QHBoxLayout:
    """Beside one another, from the start side."""
    box = QHBoxLayout()
    _fill(box, items, margins, gap)
    return box


def _fill(
    box: QBoxLayout, items: Sequence[Item], margins: tuple[int, int, int, int], gap: int
) -> None:
    box.setContentsMargins(*margins)
    box.setSpacing(gap)
    for item in items:
        if item is None:
            box.addStretch(1)
        elif isinstance(item, int):
            box.addSpacing(item)
        elif isinstance(item, tuple):
            _add(box, *item)
        else:
            _add(box, item, 0)


def _add(box: QBoxLayout, thing: Thing, how: int | Qt.AlignmentFlag) -> None:
    # An AlignmentFlag is an int as well: ask for it first.
    if isinstance(how, Qt.AlignmentFlag):
        if isinstance(thing, QLayout):
            box.addLayout(thing)
            thing.setAlignment(how)
        else:
            box.addWidget(thing, 0, how)
    elif isinstance(thing, QLayout):
        box.addLayout(thing, how)
    else:
        box.addWidget(thing, how)


def grid(
    rows: Sequence[Sequence[Thing | None]], *, across: int, down: int, stretch: Sequence[int] = ()
) -> QGridLayout:
    """Rows of cells; None leaves one empty. `stretch` are the columns that share what is left."""
    box = QGridLayout()
    box.setContentsMargins(0, 0, 0, 0)
    box.setHorizontalSpacing(across)
    box.setVerticalSpacing(down)
    for which in stretch:
        box.setColumnStretch(which, 1)
    for y, line in enumerate(rows):
        for x, thing in enumerate(line):
            if isinstance(thing, QWidget):
                box.addWidget(thing, y, x)
            elif thing is not None:
                box.addLayout(thing, y, x)
    return box


def block(layout: QLayout, *, width: int = _MOST, paper: bool = False) -> QWidget:
    """A widget around a layout, at most `width` wide."""
    box = QWidget()
    box.setMaximumWidth(width)
    box.setLayout(layout)
    if paper:
        box.setProperty("part", "paper")
        box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return box


def frame(part: str, layout: QLayout | None = None, *, height: int = 0, width: int = 0) -> QFrame:
    """A styled box: card, well, head, foot, rule, message (see style_sheet)."""
    box = QFrame()
    box.setProperty("part", part)
    if layout is not None:
        box.setLayout(layout)
    if height:
        box.setFixedHeight(height)
    if width:
        box.setFixedWidth(width)
    return box


def card(*items: Item, margins: tuple[int, int, int, int] = CARD, gap: int = 0) -> QFrame:
    """A raised box with its contents below one another."""
    return frame("card", column(*items, margins=margins, gap=gap))


def rule(*, upright: bool = False) -> QFrame:
    """A hairline."""
    return frame("rule", width=1) if upright else frame("rule", height=1)


def centered(thing: Thing, width: int) -> QHBoxLayout:
    """In the middle, growing up to `width`."""
    inner = thing if isinstance(thing, QWidget) else block(thing)
    inner.setMaximumWidth(width)
    return row(None, (inner, _ALL), None)


def label(
    look: Look,
    words: str,
    role: str = "body",
    align: Qt.AlignmentFlag = START,
    *,
    wrap: bool = False,
) -> QLabel:
    """Words in a role of tokens.TYPE. Never rich text: a name may contain "<"."""
    text = Paragraph(words) if wrap and look.rtl else QLabel(words)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setFont(look.role(role))
    text.setAlignment(absolute(look, align) | MIDDLE)
    text.setProperty("role", role)
    if wrap:
        text.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        text.setSizePolicy(policy)
    return text


def absolute(look: Look, align: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    """The same alignment, counted from the interface's start.

    A QLabel counts it from the start of its text: an Urdu meaning would stand at the far end of
    an English page.
    """
    if not align & (START | END):
        return align
    to_right = bool(align & START) == look.rtl
    side = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute


class ScrollArea(QScrollArea):
    """Asks its content how tall it is at this width.

    Qt takes the content's least height as well, which counts wrapped lines at a width of Qt's own
    choosing: the page would be scrolled though all of it is to be seen.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The content was changed: let go of its least height, where its width decides."""
        content = self.widget()
        if watched is content and event.type() == QEvent.Type.LayoutRequest:
            layout = content.layout()
            content.setMinimumHeight(1 if layout is not None and layout.hasHeightForWidth() else 0)
        return super().eventFilter(watched, event)


def put_in_place(box: QBoxLayout, made: QWidget, before: QWidget | None) -> QWidget:
    """Show a page that was made anew where the one before it stood; returns it."""
    if before is not None:
        box.removeWidget(before)
        before.hide()
        before.deleteLater()
    box.addWidget(made)
    return made


def scrolled(content: QWidget) -> QScrollArea:
    """The content, scrolled only if the window is too small for it (larger text, 600 px)."""
    area = ScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    area.setWidget(content)
    return area


def page(
    *items: Item, width: int = PAGE_WIDTH, margins: tuple[int, int, int, int] = PAGE
) -> QScrollArea:
    """What stands beside the rail: margins, a greatest width, and a scroll bar if need be."""
    inner = column(*items)
    return scrolled(block(row(None, (block(inner, width=width), _ALL), None, margins=margins)))
