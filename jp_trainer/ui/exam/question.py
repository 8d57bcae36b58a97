"""Put one question of an exam together: what it is asked about, what is asked, the answers."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jp_trainer.core.exam.items import Item, StimulusKind, Testlet
from jp_trainer.core.exam.marks import gap_of
from jp_trainer.ui.exam.item_text import exam_text
from jp_trainer.ui.exam.options import ExamOption, PictureOption
from jp_trainer.ui.exam.panes import Panes
from jp_trainer.ui.exam.stimulus import has_view, is_text, stimulus_view
from jp_trainer.ui.parts import layout as parts
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.layout import block, column, label, row
from jp_trainer.ui.parts.options import State
from jp_trainer.ui.parts.painting import START, text_height
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, fill, ngettext

STEM_PX = 22
TASK_PX = 18
_GAP, _SIDE = 32, 24
_ALONE, _BESIDE, _WIDEST = 720, 976, 1240
_PANE = (8, 4, 8, 12)
_NARROW = 760
_LOW = 520
_OPTION_GAP, _LOW_GAP = 12, 8
_OPTION_HEIGHT, _LOW_HEIGHT = 60, 52


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a question is shown.

    Attributes:
        head: "Question 8 of 12". task: what is to be done, as bracket furigana.
        statement: the question in English; "" for none of either.
        help: words of the button that says it in one's own language, "" for none.
        play: whether there is something to hear by pressing; plays_left: None = at will.
        played: whether it was begun before. picked: the chosen option, 0 for none.
    """

    head: str
    statement: str = ""
    task: str = ""
    help: str = ""
    play: bool = False
    plays_left: int | None = None
    played: bool = False
    picked: int = 0


def is_clip(testlet: Testlet) -> bool:
    """Whether it is listened to; then its stem is heard, and not printed."""
    return testlet.stimulus is not None and testlet.stimulus.kind is StimulusKind.CLIP


class QuestionView(QWidget):
    """One question in the room there is: `size` in px, width and height.

    Signals:
        chosen: the number of an option, from 1. play_wanted. help_wanted.
    """

    chosen = Signal(int)
    play_wanted = Signal()
    help_wanted = Signal()

    def __init__(
        self, look: Look, testlet: Testlet, item: Item, asked: Asked, size: tuple[int, int]
    ) -> None:
        super().__init__()
        self.look, self.testlet, self.item, self.asked = look, testlet, item, asked
        self.room = size
        self._wide, self._tall = size
        self.picked = asked.picked
        self.play: Button | None = None
        self.help: Button | None = None
        self._plays: QLabel | None = None
        self.options = [self._option(i) for i in range(1, len(item.options) + 1)]
        self.after = QVBoxLayout()
        self.after.setContentsMargins(0, 0, 0, 0)
        stimulus = testlet.stimulus
        self.has_stimulus = has_view(stimulus)
        question = self._question()
        head = label(look, asked.head, "label")
        if self.has_stimulus and self._wide >= look.size(_NARROW):
            left = block(column(head, look.gap(8), self._stimulus(), None, margins=_PANE))
            right = block(column(self._line(), question, self.after, None, margins=_PANE))
            wide = 6 if stimulus is not None and is_text(stimulus) else 5
            if stimulus is not None and stimulus.rows:
                wide = 8
            most = max(look.size(_BESIDE), min(self._wide - 2 * _SIDE, _WIDEST))
            self.panes = Panes([left, right], shares=(wide, 6), most=most, gap=_GAP, side=_SIDE)
        else:
            above: list[parts.Item] = [self._stimulus(), 20] if self.has_stimulus else []
            alone = block(
                column(head, look.gap(8), *above, question, self.after, None, margins=_PANE)
            )
            most = look.size(_ALONE)
            self.panes = Panes([alone], shares=(1, 0), most=most, gap=0, side=_SIDE)
        self.setLayout(column((self.panes, 1)))
        self.pick(self.picked)

    # Its parts

    def _line(self) -> int:
        """As high as the line above the other pane."""
        return round(text_height(self.look.role("label"))) + self.look.gap(8)

    def _stimulus(self) -> QWidget:
        stimulus = self.testlet.stimulus
        assert stimulus is not None
        made = stimulus_view(self.look, stimulus, gap=gap_of(self.item.stem))
        if not self.asked.play:
            return made
        return block(column(made, 16, self._play_row()))

    def _play_row(self) -> QHBoxLayout:
        look = self.look
        self.play = Button(look, _("Play"), Kind.SECONDARY, icon="play", key="P", height=48)
        self.play.clicked.connect(self.play_wanted)
        self._plays = label(look, "", "muted")
        self.show_plays(self.asked.plays_left, played=self.asked.played)
        return row(self.play, 16, (self._plays, 1))

    def show_plays(self, left: int | None, *, played: bool, playing: bool = False) -> None:
        """How often it may still be heard; `playing`: it is being heard now."""
        if self.play is None or self._plays is None:
            return
        self.play.set_words(_("Play again") if played else _("Play"))
        self.play.setEnabled(left != 0 and not playing)
        if playing:
            said = _("Listen")
        elif left is None:
            said = ""
        elif left == 0:
            said = _("No plays left")
        else:
            said = fill(ngettext("{count} play left", "{count} plays left", left), count=left)
        self._plays.setText(said)

    def _question(self) -> QVBoxLayout:
        look, item = self.look, self.item
        made: list[parts.Item] = []
        if self.asked.statement:
            said = label(look, self.asked.statement, "title", START, wrap=True)
            # The question is in English in every interface, as on the day.
            said.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            made += [said, look.gap(4)]
        if self.asked.task:
            made += [exam_text(look, self.asked.task, TASK_PX), look.gap(6)]
        if self.asked.help:
            self.help = Button(look, self.asked.help, Kind.QUIET)
            self.help.clicked.connect(self.help_wanted)
            made += [(self.help, START), look.gap(8)]
        if item.stem and not is_clip(self.testlet) and not gap_of(item.stem):
            made += [10, exam_text(look, item.stem, STEM_PX)]
        if self.asked.play and not self.has_stimulus:
            made += [10, self._play_row()]
        is_low = self._tall < look.size(_LOW)
        made.append(14 if is_low else 20)
        made.append(self._answers(_LOW_GAP if is_low else _OPTION_GAP))
        return column(*made)

    def _answers(self, gap: int) -> QBoxLayout:
        first = self.options[0]
        if isinstance(first, PictureOption):
            return self._in_rows(2 if len(self.options) > 3 else 3, gap)  # noqa: PLR2004
        if first.is_heard:
            return row(*self.options, None, gap=12)
        return column(*self.options, gap=gap)

    def _in_rows(self, most: int, gap: int) -> QVBoxLayout:
        a_row = most
        if self.has_stimulus and self._wide < self.look.size(1200):
            a_row = min(most, 2)
        rows = [
            row(*self.options[start : start + a_row], None, gap=gap)
            for start in range(0, len(self.options), a_row)
        ]
        return column(*rows, gap=gap)

    def _option(self, number: int) -> ExamOption | PictureOption:
        option = self.item.options[number - 1]
        made: ExamOption | PictureOption
        if option.picture:
            made = PictureOption(self.look, number, option.picture)
        else:
            low = self._tall < self.look.size(_LOW)
            made = ExamOption(
                self.look, number, option, height=_LOW_HEIGHT if low else _OPTION_HEIGHT
            )
        made.clicked.connect(lambda: self.chosen.emit(number))
        return made

    # What it shows

    def pick(self, number: int) -> None:
        """Mark this option as chosen; 0 for none."""
        self.picked = number
        for option in self.options:
            option.set_state(State.PICKED if option.number == number else State.OPEN)

    def reveal(self) -> None:
        """Show which option is right, and which was chosen instead."""
        for option in self.options:
            if option.number == self.item.key:
                option.set_state(State.RIGHT)
            elif option.number == self.picked:
                option.set_state(State.WRONG)
            else:
                option.set_state(State.FADED)
            option.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # nothing is to be chosen any more

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        found: list[QWidget] = [each for each in (self.help, self.play) if each is not None]
        return [*found, *self.options]
