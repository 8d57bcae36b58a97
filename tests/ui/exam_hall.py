"""A window in which mock exams are sat, pretended sound, and hands to sit with."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from jp_trainer.core.exam.sitting_state import SittingState
from jp_trainer.services import people
from jp_trainer.speech.clips import Clip, Clips
from jp_trainer.speech.voice import Voice
from jp_trainer.ui import window
from jp_trainer.ui.jobs import Jobs
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.dialogs import Sheet
from jp_trainer.ui.player import Player
from jp_trainer.ui.screens.exam_result import ExamResult
from jp_trainer.ui.screens.exam_review import ExamReview
from jp_trainer.ui.screens.exams import Exams
from jp_trainer.ui.screens.sitting import Sitting
from jp_trainer.ui.speaker import Speaker
from jp_trainer.ui.theme import Look
from jp_trainer.wording import use_language
from tests.examples import School
from tests.ui.study_room import Room

_LONG_MS, _ANSWERING_MS = 8_000, 150


class PretendPlayer(Player):
    """Hears every clip to its end at once; `heard` counts them."""

    def __init__(self, parent: QObject | None = None, *, ears: bool = True) -> None:
        super().__init__(parent)
        self.ears = ears
        self.heard = 0
        self.holds = False

    def has_device(self) -> bool:
        return self.ears

    def play(self, clip: Path) -> bool:  # noqa: ARG002 - nothing is read
        if not self.ears:
            return False
        self.heard += 1
        if not self.holds:
            QTimer.singleShot(0, self, self.finished.emit)
        return True

    def silence_ms(self, ms: int) -> int:
        # Nobody waits, but the time to answer must be long enough for a key.
        return _ANSWERING_MS if ms >= _LONG_MS else 0

    def stop(self) -> None:
        pass


class AllSpoken(Clips):
    """As if every clip had been made."""

    def find(self, clip: Clip) -> Path | None:  # noqa: ARG002 - all of them
        return Path("clip.ogg")


class PretendVoice(Voice):
    available = True


@dataclass
class Hall(Room):
    """The room of the study tests, with exams in it."""

    player: PretendPlayer

    @property
    def sitting(self) -> Sitting:
        assert isinstance(self.window.shown, Sitting)
        return self.window.shown

    @property
    def state(self) -> SittingState:
        return self.sitting.now

    @property
    def result(self) -> ExamResult:
        assert isinstance(self.window.shown, ExamResult)
        return self.window.shown

    @property
    def review(self) -> ExamReview:
        assert isinstance(self.window.shown, ExamReview)
        return self.window.shown

    @property
    def exams(self) -> Exams:
        assert isinstance(self.window.shown, Exams)
        return self.window.shown

    def sit(self, state: SittingState) -> None:
        self.window.go("sitting", state=state)
        self.wait(lambda: self.sitting.state is not None)
        self.begin_paper()

    def begin_paper(self) -> None:
        """Where a paper with its own minutes waits, begin it."""
        if self.sitting.page is not None:
            self.press(Qt.Key.Key_Return)

    def answer_item(self, *, right: bool = True) -> None:
        item = self.state.item_now
        number = item.key if right else 1 + item.key % len(item.options)
        self.press(str(number))

    def sheet(self) -> Sheet:
        """The dialog that is open."""
        self.wait(lambda: any(s.isVisible() for s in self.window.findChildren(Sheet)))
        return next(s for s in self.window.findChildren(Sheet) if s.isVisible())

    def agree(self) -> None:
        """Press the primary button of the dialog."""
        sheet = self.sheet()
        button = next(b for b in sheet.findChildren(Button) if b.kind is Kind.PRIMARY)
        button.click()
        self.wait(lambda: not isValid(sheet) or not sheet.isVisible())

    def settle(self) -> None:
        """Until nothing is being written."""
        if isinstance(self.window.shown, Sitting):
            self.sitting.recorder.send()
        self.wait(lambda: not self.window._jobs.is_busy)


@contextmanager
def a_hall(
    qtbot: QtBot,
    dressed: QApplication,
    school: School,
    jobs: Jobs,
    catalogues: Path,
    *,
    ears: bool = True,
) -> Iterator[Hall]:
    """The window on a school, its trainee signed in."""
    voice = PretendVoice(AllSpoken(school.app.data / "clips"))
    school.app = replace(school.app, voice=voice)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(window, "use_language", partial(use_language, folder=catalogues))
        player = PretendPlayer(dressed, ears=ears)
        player.deaf = not ears
        speaker = Speaker(school.app, jobs, player, dressed)
        shown = window.Window(dressed, school.app, jobs, Look(), speaker)
        qtbot.addWidget(shown)
        shown.resize(1024, 600)
        shown.show()
        shown.activateWindow()
        qtbot.waitUntil(shown.isActiveWindow)
        shown.sign_in(people.find(school.app, school.trainee))
        yield Hall(school, shown, qtbot, player)
        shown.close()
    use_language("en")
