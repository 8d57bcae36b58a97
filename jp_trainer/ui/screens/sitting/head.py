"""Show at the upper edge which test, whose, which section, and how much time is left."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from jp_trainer.core.exam.sitting_state import SittingState
from jp_trainer.core.people import Trainee
from jp_trainer.ui.exam.clock import ClockFace
from jp_trainer.ui.exam.names import sitting_name, tab_name
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.icons import draw_icon
from jp_trainer.ui.parts.layout import column, label, row
from jp_trainer.ui.parts.painting import (
    CENTER,
    Painted,
    draw_box,
    draw_text,
    text_height,
    text_width,
)
from jp_trainer.ui.parts.pressable import Pressable
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, fill, join

_PAD, _TICK, _GAP = 12, 16, 6
_NAME_WIDTH = 70
_PX, _TIGHT_PX, _TIGHT_PAD = 15, 13, 8
_ROOMY_FROM = 1000  # px at normal text size


class Tab(Pressable):
    """One section: done has a tick, the current one a pill."""

    def __init__(self, look: Look, section: str, words: str) -> None:
        super().__init__(look, words)
        self.section = section
        self.done = self.here = False
        self._px, self._pad = _PX, _PAD
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tight(self, tight: bool) -> None:
        """Smaller words, where a large text size leaves too little room."""
        self._px, self._pad = (_TIGHT_PX, _TIGHT_PAD) if tight else (_PX, _PAD)
        self.updateGeometry()

    def set_state(self, *, here: bool, done: bool, may_enter: bool) -> None:
        """Where one is, what is over, whether a press leads there."""
        self.here, self.done = here, done
        said = _("{section}, here") if here else _("{section}, over") if done else "{section}"
        self.setAccessibleName(fill(said, section=self.words))
        self.setEnabled(here or done or may_enter)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The words, and the tick before them."""
        font = self.look.ui(self._px, 600)
        tick = self.look.size(_TICK) + _GAP if self.done else 0
        wide = text_width(font, self.words) + 2 * self._pad + tick + 2
        return QSize(round(wide), round(max(self.look.size(40), text_height(font) + 8)))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """The pill, the tick, the words."""
        look = self.look
        pill = box.adjusted(0, 2, 0, -2)
        if self.here:
            draw_box(
                painter, pill, look.soft("ai", 0.12), look.color("ai"), width=1.5,
                radius=pill.height() / 2,
            )  # fmt: skip
        if self.ring:
            inner = pill.adjusted(2, 2, -2, -2)
            draw_box(painter, inner, None, look.color("ai"), width=2, radius=inner.height() / 2)
        start = float(self._pad)
        if self.done:
            side = look.size(_TICK)
            spot = self.flip(start, (box.height() - side) / 2, side, side)
            draw_icon(painter, look, "right", spot, look.color("wakatake"))
            start += side + _GAP
        words = self.flip(start, 0, box.width() - start - self._pad + 2, box.height())
        font = look.ui(self._px, 600 if self.here else 500)
        ink = look.color("ai" if self.here else "muted")
        draw_text(painter, words, self.words, font, ink, align=CENTER)


class Name(Painted):
    """The test, and below it the candidate; what does not fit gives way to "…"."""

    def __init__(self, look: Look, candidate: str) -> None:
        self._first, self._second = look.ui(15, 600), look.ui(13)
        super().__init__(look, None, text_height(self._first) + text_height(self._second))
        self.test, self.candidate = "", candidate
        self.setMinimumWidth(look.size(_NAME_WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_test(self, words: str) -> None:
        """Say which test it is."""
        self.test = words
        self.setToolTip(words)
        self.setAccessibleName(join([words, self.candidate], ", "))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Both lines whole."""
        wide = max(text_width(self._first, self.test), text_width(self._second, self.candidate))
        return QSize(round(wide) + 4, self.height())

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Two lines."""
        tall = text_height(self._first)
        upper = QRectF(0, 0, box.width(), tall)
        lower = QRectF(0, tall, box.width(), box.height() - tall)
        ink, muted = self.look.color("ink"), self.look.color("muted")
        draw_text(painter, upper, self.test, self._first, ink, elide=True)
        draw_text(painter, lower, self.candidate, self._second, muted, elide=True)


class Head(QFrame):
    """Test and candidate, tabs, text size, clock.

    Signals:
        section_wanted: the id of a section whose tab was pressed.
    """

    section_wanted = Signal(str)

    def __init__(self, look: Look, trainee: Trainee | None) -> None:
        super().__init__()
        self.look = look
        self.setProperty("part", "head")
        self.name = Name(look, trainee.name if trainee else "")
        self.clock = ClockFace(look)
        self.note: QLabel = label(look, "", "note")
        self.size_button = Button(look, "Aa", Kind.QUIET, name=_("Text size"), height=40)
        self.out = Button(look, "", Kind.QUIET, icon="close", name=_("Leave"))
        self._tabs = QWidget()
        self._tab_box = QHBoxLayout(self._tabs)
        self._tab_box.setContentsMargins(0, 0, 0, 0)
        self._tab_box.setSpacing(0)
        self.tabs: list[Tab] = []
        self.setLayout(
            row(
                (self.name, 2), 12, self._tabs, 12, (column(self.note), 1), self.size_button, 4,
                self.clock, 8, self.out, margins=(20, 8, 12, 8),
            )
        )  # fmt: skip
        self.setFixedHeight(max(look.size(60), self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Smaller tabs where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for tab in self.tabs:
            tab.set_tight(self.width() < self.look.size(_ROOMY_FROM))

    def present(self, state: SittingState) -> None:
        """Where the sitting stands."""
        self.name.show_test(sitting_name(self.look, state))
        known = {section.id: section for section in state.blueprint.sections}
        ids = [section.id for section in state.paper.sections if section.id in known]
        if [tab.section for tab in self.tabs] != ids:
            for old in self.tabs:
                old.hide()
                old.deleteLater()
            self.tabs = [Tab(self.look, each, tab_name(self.look, known[each])) for each in ids]
            for tab in self.tabs:
                self._tab_box.addWidget(tab)
                tab.clicked.connect(
                    lambda _on=False, tab=tab: self.section_wanted.emit(tab.section)
                )
            self._fit()
        for tab in self.tabs:
            tab.set_state(
                here=tab.section == state.section,
                done=tab.section in state.left,
                may_enter=state.may_enter(tab.section),
            )
        self.clock.setVisible(state.clock is not None)
        self.note.setText(_("Practice") if state.is_assisted else "")
        self.note.setToolTip(
            _("With help the real test does not give: no estimate.") if state.is_assisted else ""
        )
