"""Say what a page of the first run is: one question and a few big answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jp_trainer.core.people import Preferences
from jp_trainer.ui.parts.layout import Item, block, centered, column, label
from jp_trainer.ui.parts.painting import CENTER
from jp_trainer.ui.parts.pressable import Pressable
from jp_trainer.ui.theme import Look


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was answered so far."""

    name: str = ""
    preferences: Preferences = field(default_factory=Preferences)


class Page(QWidget):
    """One question. `wishes` is what was answered so far, this page's answer included.

    Signals:
        changed: another answer.
    """

    changed = Signal()
    skip_words = ""
    """What the quiet button beside Next says; "" for none. It calls `skip`, then goes on."""

    def __init__(self, look: Look, wishes: Wishes) -> None:
        super().__init__()
        self.look, self.wishes = look, wishes
        self.choices: list[Pressable] = []

    def ask(self, title: str, under: str, *items: Item, width: int = 760) -> None:
        """Set the page: the question in the middle, its answers below."""
        look = self.look
        self.setLayout(
            column(
                None,
                label(look, title, "display", CENTER, wrap=True),
                look.gap(8),
                label(look, under, "muted", CENTER, wrap=True),
                look.gap(28),
                centered(block(column(*items)), look.size(width)),
                None,
                margins=(40, 8, 40, 8),
            )
        )

    def offer(self, choices: Sequence[Pressable], chosen: int, act: Callable[[int], None]) -> None:
        """Let one of these be chosen, by press or by its number."""
        self.choices = list(choices)
        for i, choice in enumerate(choices):
            choice.setChecked(i == chosen)
            choice.clicked.connect(lambda _checked=False, i=i: self.choose(i))
        self._act = act

    def choose(self, which: int) -> None:
        """Mark an answer, counted from 0; a number without an answer does nothing."""
        if which >= len(self.choices):
            return
        for i, choice in enumerate(self.choices):
            choice.setChecked(i == which)
        self._act(which)
        self.changed.emit()

    def problem(self) -> str:
        """Why it does not go on yet, as a sentence; "" if it does."""
        return ""

    def is_answered(self) -> bool:
        """Whether Next can be pressed."""
        return True

    def skip(self) -> None:
        """What the quiet button means."""

    def begin(self) -> None:
        """It is shown: put the cursor where typing starts."""
