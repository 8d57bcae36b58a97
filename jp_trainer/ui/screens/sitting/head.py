"""Show at the upper edge which test, whose, which section, and how much time is left."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from jp_trainer.core.exam.sitting_state import SittingState
from jp_trainer.core.people import Trainee
from jp_trainer.ui.exam.clock import ClockFace
from jp_trainer.ui.exam.names import sitting_name, tab_name
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.icons import draw_icon
from jp_trainer.ui.parts.layout import column, label, row
from jp_trainer.ui.parts.painting import CENTER, draw_box, draw_text, text_height, text_width
from jp_trainer.ui.parts.pressable import Pressable
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, fill

_PAD, _TICK, _GAP = 12, 16, 6
_NAME_WIDTH = 200


class Tab(Pressable):
    """One section: done has a tick, the current one a pill."""

    def __init__(self, look: Look, section: str, words: str) -> None:
        super().__init__(look, words)
        self.section = section
        self.done = self.here = False
        self._font = look.ui(15, 600)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

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
        tick = self.look.size(_TICK) + _GAP if self.done else 0
        wide = text_width(self._font, self.words) + 2 * _PAD + tick + 2
        return QSize(round(wide), round(max(self.look.size(40), text_height(self._font) + 8)))

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
        start = float(_PAD)
        if self.done:
            side = look.size(_TICK)
            spot = self.flip(start, (box.height() - side) / 2, side, side)
            draw_icon(painter, look, "right", spot, look.color("wakatake"))
            start += side + _GAP
        words = self.flip(start, 0, box.width() - start - _PAD + 2, box.height())
        font = look.ui(15, 600 if self.here else 500)
        ink = look.color("ai" if self.here else "muted")
        draw_text(painter, words, self.words, font, ink, align=CENTER)


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
        self.name = label(look, "", "strong")
        self.candidate = label(look, trainee.name if trainee else "", "small")
        self.clock = ClockFace(look)
        self.note: QLabel = label(look, "", "note")
        self.size_button = Button(look, "Aa", Kind.QUIET, name=_("Text size"), height=40)
        self.out = Button(look, "", Kind.QUIET, icon="close", name=_("Leave"))
        self._tabs = QWidget()
        self._tab_box = QHBoxLayout(self._tabs)
        self._tab_box.setContentsMargins(0, 0, 0, 0)
        self._tab_box.setSpacing(0)
        self.tabs: list[Tab] = []
        said = column(self.name, self.candidate)
        for each in (self.name, self.candidate):
            each.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            each.setMinimumWidth(look.size(_NAME_WIDTH) // 2)
        self.setLayout(
            row(
                (said, 2), 12, self._tabs, 12, (column(self.note), 1), self.size_button, 4,
                self.clock, 8, self.out, margins=(20, 8, 12, 8),
            )
        )  # fmt: skip
        self.setFixedHeight(max(look.size(60), self.sizeHint().height()))

    def present(self, state: SittingState) -> None:
        """Where the sitting stands."""
        self.name.setText(sitting_name(self.look, state))
        self.name.setToolTip(self.name.text())
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
