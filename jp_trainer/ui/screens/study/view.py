"""Put one question together: what is asked, where it is answered, what is said of the answer."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from jp_trainer.core.cards import Aspect
from jp_trainer.core.verdicts import Verdict
from jp_trainer.core.words import PartOfSpeech
from jp_trainer.services.study_states import Asking
from jp_trainer.ui.parts.chips import Fact
from jp_trainer.ui.parts.layout import Item, block, column, label, row
from jp_trainer.ui.parts.painting import CENTER
from jp_trainer.ui.ruby_text import RubyText
from jp_trainer.ui.screens.study.areas import RevealArea, TypeArea, area_for
from jp_trainer.ui.screens.study.feedback import WIDTH, InUse, help_card, verdict_line
from jp_trainer.ui.screens.study.prompts import SoundPrompt, prompt_for
from jp_trainer.ui.screens.study.spacing import ROOMY, Spacing
from jp_trainer.ui.screens.study.verdict_words import asked_words, is_first_sight
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _

_SIDES = 32


class QuestionView(QWidget):
    """One question, first open, then answered.

    Signals:
        given: an answer, of core.questions.Given. peeked: a help was looked at.
        listen: the word shall be heard. shown: the answer shall be shown.
    """

    given = Signal(object)
    peeked = Signal()
    listen = Signal()
    shown = Signal()

    def __init__(self, look: Look, asking: Asking, spacing: Spacing = ROOMY) -> None:
        super().__init__()
        self.look, self.asking = look, asking
        self._spacing = spacing
        self.prompt = prompt_for(look, asking, spacing)
        self.prompt.peeked.connect(self.peeked)
        if isinstance(self.prompt, SoundPrompt):
            self.prompt.wished.connect(self.listen)
        self.area = area_for(look, asking)
        self.area.given.connect(self.given)
        if isinstance(self.area, RevealArea):
            self.area.button.clicked.connect(self.shown)
        if isinstance(self.area, TypeArea):
            self.area.table_shown.connect(self._on_table)
        self._help = help_card(look, asking) if asking.question.help else None
        self._badge = self._make_badge()
        self._ask = label(look, asked_words(asking.question), "ask", CENTER, wrap=True)
        self._line = column(self._ask)
        self._in_use: InUse | None = None
        self._upper = column(*([self._badge] if self._badge is not None else []))
        self._gap_above = QWidget()
        self._gap_below = QWidget()
        self._set_gaps(spacing.above, spacing.below)
        self._after = column()
        middle: list[Item] = [self.area]
        if self._help is not None:
            middle = [self._help, 16, self.area]
        self._middle = block(column(*middle), width=look.size(WIDTH))
        self.setLayout(
            column(
                None,
                self._upper,
                self.prompt,
                self._gap_above,
                self._line,
                self._gap_below,
                row(None, (self._middle, 9999), None),
                self._after,
                None,
                margins=(_SIDES, 4, _SIDES, 8),
            )
        )
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _make_badge(self) -> QWidget | None:
        question, look = self.asking.question, self.look
        if question.again:
            fact = Fact(look, _("Once more"), icon="again", tone="yamabuki")
        elif self._help is not None:
            fact = Fact(look, _("Back with help"), icon="rest", tone="yamabuki")
        elif is_first_sight(question):
            is_kana = question.word.pos is PartOfSpeech.KANA
            words = _("New sign") if is_kana else _("New word")
            fact = Fact(look, words, icon="plus", tone="ai")
        else:
            return None
        made = QWidget()
        made.setLayout(row(None, fact, None, margins=(0, 4, 0, look.gap(12))))
        return made

    @property
    def is_reveal(self) -> bool:
        """Whether the trainee looks first and then says whether it was known."""
        return isinstance(self.area, RevealArea)

    def prepare(self) -> None:
        """Make what will stand below the answer, while there is time."""
        if self._in_use is None:
            has_sentence = self.asking.question.aspect is not Aspect.SENTENCE
            self._in_use = InUse(self.look, self.asking, example=has_sentence)
            self._in_use.hide()
            self._after.addWidget(self._in_use)
            for part in self._in_use.findChildren(QWidget):
                part.ensurePolished()  # else the style sheet is asked while the verdict waits
                if isinstance(part, RubyText):
                    part.measure_ahead()
            self.prompt.prepare()

    def show_verdict(self, verdict: Verdict) -> None:
        """The answer's own page."""
        self.prepare()
        for old in (self._badge, self._help):
            if old is not None:
                old.hide()
        self.prompt.reveal()
        self._ask.hide()
        look = self.look
        self._set_gaps(self._spacing.said_above, self._spacing.said_below)
        if self.area.headline_above:
            self._line.addLayout(verdict_line(look, self.asking, verdict))
        self.area.show_verdict(verdict)
        self._show_in_use()

    def show_answer(self) -> None:
        """The answer without a verdict, for who will say whether it was known."""
        self.prepare()
        if self._badge is not None:
            self._badge.hide()
        self.prompt.reveal()
        self._ask.hide()
        self.area.hide()
        self._show_in_use()

    def _on_table(self, shown: bool) -> None:
        """The table takes the room of the question, which is known by then."""
        self._ask.setVisible(not shown)
        spacing = self._spacing
        self._set_gaps(*((4, 8) if shown else (spacing.above, spacing.below)))

    def _set_gaps(self, above: int, below: int) -> None:
        self._gap_above.setFixedHeight(self.look.gap(above))
        self._gap_below.setFixedHeight(max(8, self.look.gap(below)))

    def _show_in_use(self) -> None:
        if self._in_use is not None:
            self._after.insertSpacing(0, self._spacing.after)
            self._in_use.show()


class Stage(QWidget):
    """Holds the view in its scroll area: as high as the words need at the width there is.

    Qt would take the height that wrapped labels have at their narrowest for the least.
    """

    def __init__(self) -> None:
        super().__init__()
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)

    def minimumSizeHint(self) -> QSize:
        """The height follows from the width alone."""
        return QSize(super().minimumSizeHint().width(), 0)
