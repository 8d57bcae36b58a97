"""Put the next question together while the candidate reads this one, so that Next only shows it."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from jp_trainer.core.exam.items import Testlet
from jp_trainer.core.exam.sitting_state import SittingState
from jp_trainer.core.people import Trainee
from jp_trainer.ui.exam.question import Asked, QuestionView
from jp_trainer.ui.ruby_text import RubyText
from jp_trainer.ui.screens.sitting.asking import asked_now
from jp_trainer.ui.theme import Look

Room = tuple[int, int]
_Key = tuple[str, Asked, Look, Room]


class Ahead(QObject):
    """Keeps at most one question that is not yet shown, a child of `place`."""

    def __init__(self, place: QWidget) -> None:
        super().__init__(place)
        self._place = place
        self._made: tuple[_Key, QuestionView] | None = None
        self.readings: Mapping[str, Testlet] = {}  # testlets as they are shown instead, by id
        self._wish: Callable[[], None] | None = None
        self._idle = QTimer(self, singleShot=True, interval=0)  # once all is painted
        self._idle.timeout.connect(self._on_idle)

    def take(
        self, look: Look, state: SittingState, trainee: Trainee | None, room: Room
    ) -> QuestionView:
        """The question the candidate is at: the one made ahead, if it is that, else a new one."""
        asked = asked_now(state, trainee)
        made, self._made = self._made, None
        self._idle.stop()
        if made is not None:
            if made[0] == (state.item, asked, look, room):
                return made[1]
            made[1].deleteLater()
        return self._view(look, state, asked, room)

    def prepare(self, look: Look, state: SittingState, trainee: Trainee | None, room: Room) -> None:
        """Make the one after it, when there is time."""
        if state.next_item is None:
            return
        following = replace(state, item=state.next_item)
        self._wish = lambda: self._make(look, following, trainee, room)
        self._idle.start()

    def _on_idle(self) -> None:
        wish, self._wish = self._wish, None
        if wish is not None:
            wish()

    def _make(self, look: Look, state: SittingState, trainee: Trainee | None, room: Room) -> None:
        asked = asked_now(state, trainee)
        view = self._view(look, state, asked, room)
        view.setParent(self._place)
        view.hide()
        for part in view.findChildren(QWidget):
            part.ensurePolished()  # else the style sheet is asked while the candidate waits
            if isinstance(part, RubyText):
                part.measure_ahead()
        view.resize(*room)
        view.panes.resize(*room)
        self._made = ((state.item, asked, look, room), view)

    def _view(self, look: Look, state: SittingState, asked: Asked, room: Room) -> QuestionView:
        testlet = self.readings.get(state.testlet_now.id, state.testlet_now)
        item = next(item for item in testlet.items if item.id == state.item)
        return QuestionView(look, testlet, item, asked, room)

    def show_readings(self, testlets: Mapping[str, Testlet]) -> None:
        """From now on show these; what was made ahead is forgotten."""
        self.readings = testlets
        made, self._made = self._made, None
        if made is not None:
            made[1].deleteLater()
