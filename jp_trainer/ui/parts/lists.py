"""Show a thousand rows as fast as ten: a model of values, a painter of rows, one list view.

A subclass of RowPainter says how one item looks. Screen readers get what `describe` says of it.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from jp_trainer.ui.parts.painting import draw_box, flipped, text_height
from jp_trainer.ui.parts.pressable import KEYBOARD
from jp_trainer.ui.theme import Look

ITEM = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
INSET = 20
"""Px from a row's end to its text."""


class Rows(QAbstractListModel):
    """Items as they came from a service. `set_items` is the only way in."""

    def __init__(self, describe: Callable[[Any], str], parent: QWidget | None = None):
        super().__init__(parent)
        self._items: Sequence[Any] = ()
        self._describe = describe

    def set_items(self, items: Sequence[Any]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._items = items
        self.endResetModel()

    @property
    def items(self) -> Sequence[Any]:
        """What is shown."""
        return self._items

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many rows; a row has none below it."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The item itself, or what is said of it."""
        if not index.isValid():
            return None
        if role == ITEM:
            return self._items[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._describe(self._items[index.row()])
        return None


class RowPainter(QStyledItemDelegate):
    """Paints ground, hairline and the mark of the chosen row; a subclass paints the rest.

    `height` is px at normal text size; a row is never lower than a line of its text.
    """

    def __init__(self, look: Look, height: int = 56):
        super().__init__()
        self.look = look
        self._height = max(look.size(height), round(text_height(look.ui(15)) + 12))

    def paint_row(self, painter: QPainter, box: QRectF, item: Any) -> None:
        """Paint one item; use `spot` for places counted from the start side."""
        raise NotImplementedError

    def height(self, item: Any) -> int:  # noqa: ARG002 - for subclasses
        """How high the row of this item is."""
        return self._height

    def spot(self, box: QRectF, x: float, width: float) -> QRectF:
        """A place in the row, `x` px from its start."""
        inner = flipped(self.look, box.width(), QRectF(x, 0, width, box.height()))
        return inner.translated(box.x(), box.y())

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list, as high as the item asks."""
        return QSize(100, self.height(index.data(ITEM)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The chosen row's ground, the hairline, the item."""
        look, box = self.look, QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setLayoutDirection(look.direction)
        if chosen:  # 4 px inside, or it would poke through the frame's round corners
            draw_box(painter, box.adjusted(4, 3, -4, -4), look.soft("ai", 0.10), radius=6)
            mark = self.spot(box, 4, 3).adjusted(0, 14, 0, -14)
            draw_box(painter, mark, look.color("ai"), radius=1.5)
        hairline = QRectF(box.left() + INSET, box.bottom() - 1, box.width() - 2 * INSET, 1)
        painter.fillRect(hairline, look.color("line"))
        self.paint_row(painter, box, index.data(ITEM))
        painter.restore()


class ListView(QListView):
    """A list of rows. Arrows choose, Enter or a double click opens.

    Signals:
        chosen: the item that is current now; not sent while items are replaced.
        opened: the item that was opened.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, painter: RowPainter, describe: Callable[[Any], str], *, name: str):
        super().__init__()
        self._rows = Rows(describe, self)
        self._replacing = False
        painter.setParent(self)
        self.setModel(self._rows)
        self.setItemDelegate(painter)
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(type(painter).height is RowPainter.height)
        self.activated.connect(lambda index: self.opened.emit(index.data(ITEM)))
        self.selectionModel().currentChanged.connect(self._on_current)

    def set_items(self, items: Sequence[Any], chosen: int = -1) -> None:
        """Show these, with one chosen (-1: none). The scroll position is kept where possible."""
        bar = self.verticalScrollBar()
        where = bar.value()
        self._replacing = True
        self._rows.set_items(items)
        self.setCurrentIndex(
            self._rows.index(chosen) if 0 <= chosen < len(items) else QModelIndex()
        )
        self._replacing = False
        bar.setValue(where)
        self.viewport().update()

    @property
    def items(self) -> Sequence[Any]:
        """What is shown."""
        return self._rows.items

    @property
    def current(self) -> Any:
        """The chosen item, or None."""
        index = self.currentIndex()
        return index.data(ITEM) if index.isValid() else None

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._replacing:
            self.chosen.emit(now.data(ITEM))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """An outline for the keyboard alone; the first row is chosen if none is."""
        super().focusInEvent(event)
        if event.reason() in KEYBOARD:
            self._outline("keyboard")
            if not self.currentIndex().isValid() and self._rows.items:
                self.setCurrentIndex(self._rows.index(0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No outline without focus."""
        super().focusOutEvent(event)
        self._outline("")

    def _outline(self, kind: str) -> None:
        self.setProperty("focus", kind)
        self.style().unpolish(self)
        self.style().polish(self)
