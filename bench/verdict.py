"""Measure the study screen: key press to verdict painted, and Next to next question painted."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bench import data
from bench.measure import Figure, of_times
from jp_trainer import paths
from jp_trainer.core.ids import DeckId, TraineeId
from jp_trainer.core.kana_typing import keys_for
from jp_trainer.core.questions import Question, Way
from jp_trainer.services import decks, people
from jp_trainer.services.app import App
from jp_trainer.ui import theme
from jp_trainer.ui.jobs import Jobs
from jp_trainer.ui.screens.study import Study
from jp_trainer.ui.screens.study.phase import Phase
from jp_trainer.ui.theme import Look
from jp_trainer.ui.window import Window

FRAME_MS = 16.7
ANSWERS = 200
SIZE = (1366, 768)
_WAIT_S = 20.0
_OPTION_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


class Painted(QObject):
    """Notes when the window was painted last: all that is dirty is painted in one go."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.at = 0.0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        """Let the window paint itself now, and look at the clock after it."""
        if event.type() is not QEvent.Type.UpdateRequest:
            return False
        watched.event(event)
        self.at = time.perf_counter()
        return True


class Hands:
    """Answers one question after another, as fast as a person and no faster."""

    def __init__(self, application: QApplication, window: Window, jobs: Jobs) -> None:
        self._application, self._window, self._jobs = application, window, jobs
        self._painted = Painted(window)
        self.verdicts: list[float] = []
        self.nexts: list[float] = []

    def study(self) -> None:
        """Answer rounds until there are enough times; a question to reveal is not counted."""
        while len(self.verdicts) < ANSWERS:
            self._window.go("study", more=True)
            self._until(lambda: self._study.phase is Phase.ASKED)
            while isinstance(self._window.shown, Study) and len(self.verdicts) < ANSWERS:
                self._answer(self._study)

    def _answer(self, screen: Study) -> None:
        self._rest()
        assert screen.asking is not None
        question = screen.asking.question
        if question.way is Way.REVEAL:
            QTest.keyClick(screen, Qt.Key.Key_Return)
            self._rest()
            QTest.keyClick(screen, Qt.Key.Key_2)
            self._rest()
            return
        self.verdicts.append(self._ms_until_painted(*self._answer_key(question)))
        self._rest()
        was = screen.asking
        took = self._ms_until_painted(screen, Qt.Key.Key_Return)
        if screen.asking is not was and isinstance(self._window.shown, Study):
            self.nexts.append(took)

    def _answer_key(self, question: Question) -> tuple[QWidget, Qt.Key]:
        """Everything but the last key is pressed here; every fifth answer is wrong."""
        is_wrong = len(self.verdicts) % 5 == 0
        screen = self._study
        if question.way is Way.CHOOSE:
            right = [option.word for option in question.options].index(question.word.id)
            return screen, _OPTION_KEYS[(right + is_wrong) % len(_OPTION_KEYS)]
        field = self._application.focusWidget()
        assert field is not None
        QTest.keyClicks(field, keys_for("まちがい" if is_wrong else question.word.reading))
        self._rest()
        return field, Qt.Key.Key_Return

    def _ms_until_painted(self, target: QWidget, key: Qt.Key) -> float:
        begin = time.perf_counter()
        QTest.keyClick(target, key)
        self._until(lambda: self._painted.at > begin)
        return (self._painted.at - begin) * 1000

    def _rest(self) -> None:
        """What a person does for a second or two: the program has time for what it puts off."""
        for _ in range(3):
            self._until(lambda: not self._jobs.is_busy)
            time.sleep(0.01)
            self._application.processEvents()

    def _until(self, is_so: Callable[[], bool]) -> None:
        last = time.perf_counter() + _WAIT_S
        while not is_so():
            if time.perf_counter() > last:
                raise TimeoutError
            self._application.processEvents()

    @property
    def _study(self) -> Study:
        shown = self._window.shown
        assert isinstance(shown, Study)
        return shown


def figures() -> list[Figure]:
    """In the real window, without a display, over a file of 10 k words and 100 k answers."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    look = Look()
    theme.prepare(application, paths.assets() / "fonts")
    theme.dress(application, look)
    with TemporaryDirectory() as folder:
        app, trainee = _school(Path(folder))
        jobs = Jobs()
        window = Window(application, app, jobs, look)
        window.resize(*SIZE)
        window.show()
        window.sign_in(people.find(app, trainee))
        hands = Hands(application, window, jobs)
        hands.study()
        window.close()
        jobs.close()
        app.database.close()
    return [
        of_times("key to verdict painted (10 k words)", hands.verdicts, p95_ms=FRAME_MS),
        of_times("Next to next question painted", hands.nexts, p95_ms=FRAME_MS),
    ]


def _school(folder: Path) -> tuple[App, TraineeId]:
    app, trainee = data.school(folder, cards=10_000, events=100_000)
    more = DeckId("more")
    with app.database.write() as change:
        change.decks.install(data.deck(more), data.words(8_000, more), data.NOW)
    decks.enrol(app, trainee, [more])
    return app, trainee
