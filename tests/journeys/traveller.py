"""Be somebody in front of the whole program: start it, press keys, read what it says, leave."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jp_trainer.core.events import Event
from jp_trainer.core.ids import TraineeId
from jp_trainer.core.people import Preferences
from jp_trainer.services import first_run
from jp_trainer.services.opening import close_app, open_app
from jp_trainer.ui.application import Program
from jp_trainer.ui.screens.study.phase import Phase
from jp_trainer.ui.screens.study.study import Study
from jp_trainer.ui.session import Session
from tests.examples import Clock, School
from tests.ui.study_room import Room

CONTROL = Qt.KeyboardModifier.ControlModifier


class Hands(Room):
    """The room of the study tests, in the window the system sees: presses go where the focus is."""

    def press(self, key: str | Qt.Key, *held: Qt.KeyboardModifier) -> None:
        """A key of a US keyboard."""
        modifiers = held[0] if held else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self.target, key, modifiers)  # type: ignore[arg-type] # takes a letter, too

    def type(self, keys: str) -> None:
        """Keys, one after the other."""
        QTest.keyClicks(self.target, keys)

    def press_place(self, scan_code: int, text: str, key: int) -> None:
        """A key of a layout that is not Latin."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, scan_code, key, 0, text)
            QApplication.sendEvent(self.target, event)

    def wait_for_a_question(self) -> None:
        """Until one is asked."""
        self.wait(
            lambda: (
                isinstance(self.window.shown, Study)
                and self.study.view is not None
                and self.study.phase is Phase.ASKED
            )
        )

    def study_the_day(self, most: int = 20) -> int:
        """From the start screen on, round after round, until the day is done; rounds it took."""
        for done in range(most):
            self.will_say("Assalam")
            if "Done for today" in self.says():
                return done
            self.press(Qt.Key.Key_Return)
            self.wait_for_a_question()
            self.finish()
            self.will_say("お疲れさまでした")
            self.press(Qt.Key.Key_Escape)
            self.wait(lambda: self.window.here == "today" and self.today._shown is not None)
        raise AssertionError("the day has no end")

    @property
    def target(self) -> QWidget:
        """What has the focus."""
        return QApplication.focusWidget() or self.window


@dataclass
class Traveller:
    """Starts and leaves the program on one data folder.

    Attributes:
        program: what runs; None before and after.
        relaunched: how often the program asked for a process in its place.
    """

    application: QApplication
    qtbot: QtBot
    data: Path
    clock: Clock
    program: Program | None = None
    relaunched: int = 0

    def start(self) -> Program:
        """Open the program, and wait until its first screen, or its trouble, is drawn."""
        self.program = program = Program(
            self.application, self.data, clock=lambda: self.clock, again=self._again
        )
        program.begin()
        self.qtbot.waitUntil(lambda: program.session is not None or program.trouble is not None)
        program.front.activateWindow()
        self.qtbot.waitUntil(program.front.isActiveWindow)
        return program

    def leave(self) -> None:
        """Close the window, as its corner does."""
        program, self.program = self.program, None
        if program is not None:
            program.front.close()
            program.front.deleteLater()
            program.deleteLater()

    def restart(self) -> "Hands":
        """Leave, and come back."""
        self.leave()
        self.start()
        return self.hands

    @property
    def session(self) -> Session:
        """The program on its open data."""
        assert self.program is not None
        assert self.program.session is not None
        return self.program.session

    @property
    def hands(self) -> Hands:
        """Eyes and hands in the window, for whoever is signed in."""
        session = self.session
        signed_in = session.window.trainee
        trainee = signed_in.id if signed_in is not None else TraineeId("")
        return Hands(School(session.app, self.clock, trainee), session.window, self.qtbot)

    def settled(self, **wishes: object) -> None:
        """Have been through the first run, without the window: decks installed, a profile made."""
        app = open_app(self.data, clock=self.clock)
        wanted = {"sector": "nursing-care", "minutes": 15, "theme": "light", **wishes}
        first_run.begin(app, "Ayesha Khan", Preferences(**wanted))  # type: ignore[arg-type] # by name
        close_app(app)

    def events(self) -> list[Event]:
        """Everything that is kept of who is signed in, newest first."""
        session = self.session
        trainee = session.window.trainee
        assert trainee is not None
        with session.app.database.read() as view:
            return list(view.events.newest_first(trainee.id))

    def click(self, widget: QWidget) -> None:
        """Press the left mouse button in the middle of this."""
        middle = QPoint(widget.width() // 2, widget.height() // 2)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=middle)

    def _again(self) -> bool:
        self.relaunched += 1
        return False
