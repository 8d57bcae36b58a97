"""Ask twelve words, so that nobody is taught what they know. No verdicts: it is no exam."""

import time
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from jp_trainer.core.furigana import align
from jp_trainer.core.questions import Chosen, Question
from jp_trainer.services.placement import PlacementAnswer
from jp_trainer.ui.meanings import meaning_option
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.japanese import WORD_WITH_FEEDBACK, readable
from jp_trainer.ui.parts.layout import block, centered, column, label, row
from jp_trainer.ui.parts.meters import Meter
from jp_trainer.ui.parts.options import Option
from jp_trainer.ui.parts.painting import CENTER
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, fill

_ACROSS = 2


class Placement(QWidget):
    """The questions, one after the other; an answer leads to the next one at once.

    Signals:
        done: (answers,) after the last question, or when the rest was skipped.
    """

    done = Signal(object)

    def __init__(
        self, look: Look, questions: Sequence[Question], meanings: tuple[str, ...]
    ) -> None:
        super().__init__()
        self.look = look
        self._questions, self._meanings = tuple(questions), meanings
        self._answers: list[PlacementAnswer] = []
        self._options: list[Option] = []
        self._since = time.monotonic()
        self._at = -1
        self._meter = Meter(look, 0.0, height=6)
        self._where = label(look, "", "small")
        self._word = readable(look, "", WORD_WITH_FEEDBACK, centred=True)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        for across in range(_ACROSS):
            self._grid.setColumnStretch(across, 1)
        unknown = Button(look, _("I do not know it"), height=48, key="0")
        unknown.clicked.connect(self.next)
        stop = Button(look, _("Skip the rest"), Kind.QUIET)
        stop.clicked.connect(self.finish)
        self.setLayout(
            column(
                row((self._meter, 1), 16, self._where, 24, stop, margins=(40, 16, 40, 0)),
                None,
                label(look, _("Which of these words do you know already?"), "muted", CENTER),
                24,
                self._word,
                24,
                centered(block(self._grid), look.size(680)),
                20,
                row(None, unknown, None),
                None,
                margins=(0, 0, 0, 24),
            )
        )
        self.next()

    def next(self) -> None:
        """Show the next word, or end."""
        self._at += 1
        if self._at >= len(self._questions):
            self.finish()
            return
        question = self._questions[self._at]
        self._since = time.monotonic()
        self._meter.set_share(self._at / len(self._questions))
        self._where.setText(fill(_("{done} of {all}"), done=self._at + 1, all=len(self._questions)))
        self._word.set_text(align(question.word.word, question.word.reading))
        for old in self._options:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._options = [
            meaning_option(self.look, option, self._meanings, str(i + 1))
            for i, option in enumerate(question.options)
        ]
        for i, option in enumerate(self._options):
            option.clicked.connect(lambda _checked=False, i=i: self.choose(i))
            self._grid.addWidget(option, i // _ACROSS, i % _ACROSS)

    def choose(self, which: int) -> None:
        """Answer the word that is shown; a number without an option does nothing."""
        if 0 <= self._at < len(self._questions) and which < len(self._options):
            ms = round((time.monotonic() - self._since) * 1000)
            self._answers.append(PlacementAnswer(self._questions[self._at], Chosen(which), ms))
            self.next()

    def finish(self) -> None:
        """Hand over what was answered; once."""
        self._at = len(self._questions)
        answers, self._questions = tuple(self._answers), ()
        self.done.emit(answers)
