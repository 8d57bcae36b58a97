"""Show what is asked: a word, a sound, a meaning, or a sentence with a gap."""

from collections.abc import Sequence
from typing import assert_never

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from jp_trainer.core.cards import Aspect
from jp_trainer.core.furigana import Span, above
from jp_trainer.core.options import Gap, gap
from jp_trainer.core.people import Furigana
from jp_trainer.core.questions import Question, Way
from jp_trainer.services.study_states import Asking
from jp_trainer.typeset.ruby import Mark
from jp_trainer.ui.parts.icons import draw_icon
from jp_trainer.ui.parts.japanese import SENTENCE, fitting, readable
from jp_trainer.ui.parts.layout import column, row
from jp_trainer.ui.parts.meanings import Told, told, told_labels
from jp_trainer.ui.parts.painting import draw_box
from jp_trainer.ui.parts.pressable import Pressable
from jp_trainer.ui.ruby_label import RubyLabel
from jp_trainer.ui.screens.study.spacing import Spacing
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _

_ROOM = 860
"""Px in which a word shall stand in one line."""
_BLANK = "　　　　"
_PLAY = 96


class Prompt(QWidget):
    """What is asked; `reveal` shows what was held back. Japanese that can be peeked at, says so.

    Signals:
        peeked: readings were looked at.
    """

    peeked = Signal()

    def __init__(self, look: Look, asking: Asking, spacing: Spacing) -> None:
        super().__init__()
        self.look, self.asking, self.spacing = look, asking, spacing
        self.word = asking.question.word
        self._text: RubyLabel | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def can_peek(self) -> bool:
        """Whether readings are held back that may be looked at before answering."""
        text = self._text
        return text is not None and not text.readings_shown() and self._has_readings

    _has_readings = False

    def peek(self) -> None:
        """Look at the readings."""
        if self._text is not None and self.can_peek:
            self._text.peek()

    def reveal(self) -> None:
        """Show the whole answer, in the size that leaves room for what is said of it."""
        raise NotImplementedError

    def prepare(self) -> None:
        """Lay out the word as it will be revealed; layouts are kept."""
        self._whole_word(Furigana.ALWAYS, self.spacing.answered).measure_ahead()

    def _watch(self, text: RubyLabel, spans: Sequence[Span]) -> RubyLabel:
        self._text = text
        wished = self.asking.furigana is Furigana.ON_PEEK
        self._has_readings = wished and any(span.reading for span in spans)
        text.peeked.connect(self.peeked)
        return text

    def _whole_word(self, furigana: Furigana, most: float) -> RubyLabel:
        word, look = self.word, self.look
        px = fitting(look, word.word, most, _ROOM)
        spans = above(word.word, word.reading)
        return readable(look, spans, px, centred=True, furigana=furigana)

    def _meanings(self) -> list[Told]:
        return told(self.word.meaning, self.asking.preferences.meanings)


class WordPrompt(Prompt):
    """The word, large. Where its reading is asked, without it."""

    def __init__(self, look: Look, asking: Asking, spacing: Spacing) -> None:
        super().__init__(look, asking, spacing)
        asks_reading = asking.question.aspect is Aspect.READING
        furigana = Furigana.NEVER if asks_reading else asking.furigana
        shown = self._whole_word(furigana, spacing.word)
        if not asks_reading:
            self._watch(shown, above(self.word.word, self.word.reading))
        self._shown = shown
        self._below = column(gap=0)
        self.setLayout(column(shown, self._below))

    def reveal(self) -> None:
        """The reading above it, and its meaning where no option said it."""
        self._has_readings = False
        px = fitting(self.look, self.word.word, self.spacing.answered, _ROOM)
        self._shown.set_furigana(Furigana.ALWAYS)
        self._shown.set_size(px * self.look.scale)
        question = self.asking.question
        if question.way is not Way.CHOOSE:
            self._below.addSpacing(self.look.gap(4))
            for each in told_labels(self.look, self._meanings(), ("ask", "muted")):
                self._below.addWidget(each)


class MeaningPrompt(Prompt):
    """The meaning; the word itself is what is asked."""

    def __init__(self, look: Look, asking: Asking, spacing: Spacing) -> None:
        super().__init__(look, asking, spacing)
        self._below = column()
        self._labels = told_labels(look, self._meanings(), ("display", "lead"))
        self.setLayout(column(self._below, *self._labels))

    def reveal(self) -> None:
        """The word above its meaning."""
        self._below.addWidget(self._whole_word(Furigana.ALWAYS, self.spacing.answered))
        self._below.addSpacing(self.look.gap(4))
        roles = ("ask", "muted")
        smaller = told_labels(self.look, self._meanings(), roles)
        for old, new in zip(self._labels, smaller, strict=True):
            old.hide()
            self._below.addWidget(new)


class PlayButton(Pressable):
    """A round button that says the word."""

    def __init__(self, look: Look, name: str):
        super().__init__(look, "", name=name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Large: it is all there is to see."""
        side = self.look.size(_PLAY)
        return QSize(side, side)

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """A round with a loudspeaker; sound never mirrors."""
        look, half = self.look, box.width() / 2
        share = 0.22 if self.underMouse() else 0.14
        draw_box(painter, box, look.soft("ai", share, "paper"), radius=half)
        if self.ring:
            draw_box(painter, box, None, look.color("ai"), width=2, radius=half)
        side = look.size(40)
        spot = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        draw_icon(painter, look, "sound", spot, look.color("ai"))


class SoundPrompt(Prompt):
    """A word that is heard; what it looks like is shown with the answer.

    Signals:
        wished: it shall be heard again.
    """

    wished = Signal()

    def __init__(self, look: Look, asking: Asking, spacing: Spacing) -> None:
        super().__init__(look, asking, spacing)
        self.button = PlayButton(look, _("Listen again"))
        self.button.clicked.connect(self.wished)
        self._below = column()
        self.setLayout(column(row(None, self.button, None), self._below))

    def reveal(self) -> None:
        """The word instead of the button."""
        self.button.hide()
        self._below.addWidget(self._whole_word(Furigana.ALWAYS, self.spacing.answered))
        if self.asking.question.way is not Way.CHOOSE:
            for each in told_labels(self.look, self._meanings(), ("ask", "muted")):
                self._below.addWidget(each)


class SentencePrompt(Prompt):
    """The example with a gap, which the answer fills."""

    def __init__(self, look: Look, asking: Asking, spacing: Spacing, parts: Gap) -> None:
        super().__init__(look, asking, spacing)
        self._parts = parts
        spans = (*parts.before, Span(_BLANK), *parts.after)
        shown = readable(look, spans, SENTENCE + 6, centred=True, furigana=asking.furigana)
        shown.set_marks([self._mark(len(_BLANK), "ai")])
        self._shown = self._watch(shown, spans)
        labels = told_labels(
            look, told(self.word.example_meaning, asking.preferences.meanings), ("ask", "muted")
        )
        self.setLayout(column(self._shown, look.gap(12), *labels))

    def reveal(self) -> None:
        """The sentence as it is, the word underlined."""
        self._has_readings = False
        parts = self._parts
        length = sum(len(span.base) for span in parts.shown)
        self._shown.set_text(
            (*parts.before, *parts.shown, *parts.after), [self._mark(length, "wakatake")]
        )
        self._shown.set_furigana(Furigana.ALWAYS)

    def _mark(self, length: int, tone: str) -> Mark:
        start = sum(len(span.base) for span in self._parts.before)
        look = self.look
        return Mark(start, start + length, look.soft(tone, 0.10, "paper"), look.color(tone))


def prompt_for(look: Look, asking: Asking, spacing: Spacing) -> Prompt:
    """What to show for a question."""
    question: Question = asking.question
    match question.aspect:
        case Aspect.MEANING | Aspect.READING:
            return WordPrompt(look, asking, spacing)
        case Aspect.LISTENING:
            return SoundPrompt(look, asking, spacing)
        case Aspect.PRODUCTION:
            return MeaningPrompt(look, asking, spacing)
        case Aspect.SENTENCE:
            parts = gap(question.word)
            if parts is None:
                return WordPrompt(look, asking, spacing)
            return SentencePrompt(look, asking, spacing, parts)
        case _:
            assert_never(question.aspect)
