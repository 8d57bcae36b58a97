"""Put a screen on with demo data, act on it as a person would, and take its picture.

Every scene begins on a fresh copy of the data, so that none sees what another one did.
"""

import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QScrollArea, QWidget

from jp_trainer.core.cards import Aspect, card_id
from jp_trainer.core.ids import TraineeId, WordId
from jp_trainer.core.people import Preferences, Trainee
from jp_trainer.core.words import Word
from jp_trainer.services import people, profiles
from jp_trainer.services.app import App
from jp_trainer.ui import theme
from jp_trainer.ui.jobs import Jobs
from jp_trainer.ui.player import Player
from jp_trainer.ui.screen import Desk
from jp_trainer.ui.speaker import Speaker
from jp_trainer.ui.theme import Look
from jp_trainer.ui.tokens import Theme
from jp_trainer.ui.window import Window
from tools import demo
from tools.past import Past

_PATIENCE = 20.0  # seconds until a picture counts as stuck
_URDU_NAMES = {
    demo.AYESHA: "عائشہ خان",
    demo.BILAL: "بلال احمد",
    demo.ZAINAB: "زینب",
    demo.USMAN: "محمد عثمان فاروقی",
}


class StageError(RuntimeError):
    """A screen raised, warned, or never came to rest."""


@dataclass(frozen=True, slots=True)
class Light:
    """In which language, colours, window and text size the pictures are taken."""

    language: str = "en"
    theme: Theme = Theme.LIGHT
    size: tuple[int, int] = (1024, 600)
    scale: float = 1.0

    @property
    def folder(self) -> Path:
        """Where they go, below the folder of all pictures."""
        wide, tall = self.size
        large = f"-{self.scale:g}" if self.scale != 1 else ""
        return Path(f"{wide}x{tall}") / f"{self.language}-{self.theme.value}{large}"

    @property
    def look(self) -> Look:
        """For the window, before anyone signed in."""
        return theme.look_of(self.theme, self.language, self.scale)


class _QuietSpeaker(Speaker):
    """Offers sound and makes none: a picture has no voice."""

    def speak(self, word: Word, *, owner: Any) -> None:
        """Not here."""

    def prepare(self, trainee: TraineeId, *, owner: Any) -> None:
        """Not here."""


class _QuietPlayer(Player):
    """Has ears, and plays nothing: nothing is loaded that another machine lacks."""

    def has_device(self) -> bool:
        """As on most machines."""
        return True

    def play(self, clip: Path) -> bool:  # noqa: ARG002 - heard by nobody
        """Not here."""
        return True


class Stage:
    """A window on a copy of the demo data. Use it in a `with` block."""

    def __init__(self, application: QApplication, light: Light, data: Path, copy: Path) -> None:
        self.light = light
        self._application = application
        self._faults: list[str] = []
        if copy.exists():
            shutil.rmtree(copy)
        shutil.copytree(data, copy)
        self.app: App = demo.open_at(copy)
        self.past = Past(self.app)
        self.jobs = Jobs()
        self.jobs.failed.connect(self._on_failed)
        self._people = {each.name: each for each in people.everyone(self.app)}
        self._dress_people()
        speaker = _QuietSpeaker(self.app, self.jobs, _QuietPlayer(application), application)
        self.window = Window(application, self.app, self.jobs, light.look, speaker)
        self.window.resize(*light.size)
        self._alone: QWidget | None = None

    def __enter__(self) -> "Stage":
        self._raised_before, sys.excepthook = sys.excepthook, self._on_raised
        self._told_before = qInstallMessageHandler(self._on_message)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: Any
    ) -> None:
        self.window.close()
        self.jobs.close()
        self.app.database.close()
        for widget in self._application.topLevelWidgets():
            widget.hide()
            widget.deleteLater()
        # Not done by processEvents; and every widget left would be styled again with the next one.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self._application.processEvents()
        sys.excepthook = self._raised_before
        qInstallMessageHandler(self._told_before)
        if error is None:
            self._complain()

    def _dress_people(self) -> None:
        language = self.light.language
        for name, person in self._people.items():
            wanted = replace(
                person.preferences,
                interface=language,
                meanings=("ur",) if language == "ur" else ("en",),
                theme=self.light.theme.value,
                text_size=self.light.scale,
            )
            changed = profiles.change_preferences(self.app, person.id, wanted)
            if language == "ur":
                changed = profiles.rename(self.app, person.id, _URDU_NAMES[name])
            self._people[name] = changed

    # What scenes do

    def sign_in(self, name: str, **wishes: Any) -> Trainee:
        """Work as one of demo's people, with some preferences changed."""
        person = self._people[name]
        wanted: Preferences = replace(person.preferences, **wishes)
        person = profiles.change_preferences(self.app, person.id, wanted)
        self.window.sign_in(person)
        return person

    def go(self, name: str, **place: Any) -> Any:
        """Show a screen and wait for it."""
        self.window.show()
        self.window.activateWindow()
        self.window.go(name, **place)
        self.settle()
        return self.screen

    @property
    def screen(self) -> Any:
        """The one that is shown."""
        shown = self.window.shown
        if shown is None:
            raise StageError("no screen is shown")
        return shown

    def ask(
        self,
        word: str,
        aspect: Aspect,
        name: str = demo.AYESHA,
        *,
        new: bool = False,
        **wishes: Any,
    ) -> Any:
        """The study screen asks this word, in the middle of a round; `new`: for the first time."""
        person = self.sign_in(name, **wishes)
        card = card_id(WordId(word), aspect)
        if not new:
            self.past.meet(person.id, card)
        self.past.begin_round(person, card)
        return self.go("study")

    def show_alone(self, made: QWidget) -> None:
        """Something that stands in the place of the window."""
        self._alone = made
        made.setAutoFillBackground(True)
        made.resize(*self.light.size)
        self.window.hide()
        made.show()
        self.settle()

    @property
    def desk(self) -> Desk:
        """What a screen outside the window works with."""
        window = self.window
        return Desk(self.app, self.jobs, window.look, window, window.trainee)

    def person(self, name: str) -> Trainee:
        """One of demo's people."""
        return self._people[name]

    def play(self, name: str, *, wrong_every: int, more: bool) -> None:
        """A whole round, to its end; every so-manieth answer is wrong, at 0 none."""
        person = self.sign_in(name)
        self.go("round_end", state=self.past.play(person.id, wrong_every=wrong_every, more=more))

    def scroll_down(self, screen: QWidget) -> None:
        """To the lower end of the screen's page."""
        for area in screen.findChildren(QScrollArea):
            bar = area.verticalScrollBar()
            bar.setValue(bar.maximum())
        self.settle()

    def type_into_dialog(self, text: str) -> None:
        """Letters, to the dialog that is open."""
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                QTest.keyClicks(dialog.focusWidget() or dialog, text)
        self.settle()

    def press(self, *keys: Qt.Key) -> None:
        """Keys, to whatever has the focus."""
        for key in keys:
            QTest.keyClick(self.window.focusWidget() or self.window, key)
            self.settle()

    def write(self, text: str) -> None:
        """Letters, to the field that has the focus. Raises StageError if none has."""
        field = self.window.focusWidget()
        if not isinstance(field, QLineEdit):
            raise StageError(f"no field takes letters, but {type(field).__name__}")
        QTest.keyClicks(field, text)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing runs and nothing is left to draw."""
        end = time.monotonic() + _PATIENCE
        quiet = 0
        while quiet < 3:  # noqa: PLR2004 - what comes back may ask for more
            self._application.processEvents()
            quiet = quiet + 1 if not self.jobs.is_busy else 0
            if self.jobs.is_busy:
                time.sleep(0.002)
            if time.monotonic() > end:
                raise StageError("the screen never comes to rest")
        self._complain()

    def keep(self, path: Path) -> None:
        """Save the picture: the window, and dialogs and menus over it."""
        self.settle()
        shown = self._alone or self.window
        picture = shown.grab()
        painter = QPainter(picture)
        for widget in self._application.topLevelWidgets():
            if widget not in (shown, self.window) and widget.isVisible() and widget.width() > 1:
                _lay_over(painter, shown, widget)
        painter.end()
        path.parent.mkdir(parents=True, exist_ok=True)
        if not picture.save(str(path)):
            raise StageError(f"cannot write {path}")

    # What must not happen

    def _on_failed(self, _owner: object, error: BaseException) -> None:
        self._faults.append(f"{type(error).__name__}: {error}")

    def _on_raised(
        self, _kind: type[BaseException], error: BaseException, _at: TracebackType | None
    ) -> None:
        sys.__excepthook__(type(error), error, error.__traceback__)
        self._faults.append(f"{type(error).__name__}: {error}")

    def _on_message(self, kind: QtMsgType, _context: object, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and "This plugin does not support" not in text:
            self._faults.append(text)

    def _complain(self) -> None:
        if self._faults:
            faults, self._faults = self._faults, []
            raise StageError("; ".join(faults))


def _lay_over(painter: QPainter, window: QWidget, widget: QWidget) -> None:
    picture: QPixmap = widget.grab()
    at = widget.mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0))
    if widget.isModal():  # where a window manager would put it
        painter.fillRect(window.rect(), QColor(0, 0, 0, 70))
        at = QPoint(
            (window.width() - widget.width()) // 2, (window.height() - widget.height()) // 2
        )
    painter.drawPixmap(at, picture)
    painter.setPen(QColor(128, 128, 128))
    painter.drawRect(at.x(), at.y(), widget.width() - 1, widget.height() - 1)


Scene = Callable[[Stage], None]
