"""Measure the exam screen: a paper drawn and shown, the next question painted, a result shown."""

import os
import random
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench import data
from bench.measure import Figure, of_times
from bench.verdict import SIZE, Painted
from jp_trainer import paths
from jp_trainer.core.exam.bank import Bank
from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.drawing import draw_paper
from jp_trainer.core.exam.items import Status
from jp_trainer.core.ids import TraineeId
from jp_trainer.services import exam_bank, people, sitting
from jp_trainer.services.app import App
from jp_trainer.ui import theme
from jp_trainer.ui.jobs import Jobs
from jp_trainer.ui.screens.exam_result import ExamResult
from jp_trainer.ui.screens.sitting import Sitting
from jp_trainer.ui.theme import Look
from jp_trainer.ui.window import Window

NEXT_MS, SHOWN_MS, RESULT_MS = 50.0, 300.0, 300.0
PAPERS = 8
_WAIT_S = 20.0
_EXAMS = ("jft-basic", "jlpt-n5")


class Candidate:
    """Sits papers to their end, as fast as the screen paints."""

    def __init__(self, application: QApplication, window: Window, app: App) -> None:
        self._application, self._window, self._app = application, window, app
        self._painted = Painted(window)
        self.shown: list[float] = []
        self.nexts: list[float] = []
        self.answers: list[float] = []
        self.results: list[float] = []

    def sit(self, trainee: TraineeId, exam: Blueprint, bank: Bank, seed: int) -> None:
        """One paper: drawn, shown, gone through item by item, handed in."""
        begin = time.perf_counter()
        paper = draw_paper(exam, bank, (), random.Random(seed), "A")
        state = sitting.begin_paper(self._app, trainee, exam, paper)
        everywhere = frozenset(section.id for section in paper.sections)
        self._window.go("sitting", state=state, begun=everywhere)
        self._until(lambda: self._painted.at > begin)
        self.shown.append((self._painted.at - begin) * 1000)
        screen = self._window.shown
        assert isinstance(screen, Sitting)
        while True:
            self.answers.append(self._ms(screen, Qt.Key.Key_2))
            if screen.now.next_item is not None:
                self.nexts.append(self._ms(screen, Qt.Key.Key_Return))
            elif screen.now.next_section is not None and not screen.now.rules.paced:
                screen.candidate.leave_section()
                self._rest()
                if _is_paced(screen):
                    break
            else:
                break
        begin = time.perf_counter()
        screen.candidate.hand_in()
        self._until(self._is_result_drawn)
        self._until(lambda: self._painted.at > begin)
        self.results.append((self._painted.at - begin) * 1000)

    def _is_result_drawn(self) -> bool:
        shown = self._window.shown
        return isinstance(shown, ExamResult) and shown.result is not None

    def _ms(self, screen: Sitting, key: Qt.Key) -> float:
        self._rest()
        begin = time.perf_counter()
        QTest.keyClick(screen, key)
        self._until(lambda: self._painted.at > begin)
        return (self._painted.at - begin) * 1000

    def _rest(self) -> None:
        for _ in range(3):
            self._application.processEvents()
            time.sleep(0.003)

    def _until(self, is_so: Callable[[], bool]) -> None:
        last = time.perf_counter() + _WAIT_S
        while not is_so():
            if time.perf_counter() > last:
                raise TimeoutError
            self._application.processEvents()


def _is_paced(screen: Sitting) -> bool:
    """Whether the recording would move on from here: that takes as long as it takes."""
    return screen.now.rules.paced


def figures() -> list[Figure]:
    """In the real window, without a display, over a file of 10 k words and 100 k answers."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme.prepare(application, paths.assets() / "fonts")
    theme.dress(application, Look())
    with TemporaryDirectory() as folder:
        app, trainee = data.school(Path(folder), cards=10_000, events=100_000)
        jobs = Jobs()
        window = Window(application, app, jobs, Look())
        window.resize(*SIZE)
        window.show()
        window.sign_in(people.find(app, trainee))
        candidate = Candidate(application, window, app)
        for number in range(PAPERS):
            exam = exam_bank.blueprint(app, _EXAMS[number % len(_EXAMS)])
            candidate.sit(trainee, exam, _all_live(app, exam.exam), number)
        window.close()
        jobs.close()
        app.database.close()
    return [
        of_times("paper drawn and shown (48, 67 items)", candidate.shown, p95_ms=SHOWN_MS),
        of_times("answer to answer painted", candidate.answers, p95_ms=NEXT_MS),
        of_times("next question painted", candidate.nexts, p95_ms=NEXT_MS),
        of_times("handed in to result painted", candidate.results, p95_ms=RESULT_MS),
    ]


def _all_live(app: App, exam: str) -> Bank:
    bank = exam_bank.bank(app, exam, live_only=False)
    testlets = tuple(
        replace(each, items=tuple(replace(item, status=Status.LIVE) for item in each.items))
        for each in bank.testlets
    )
    return replace(bank, testlets=testlets)
