"""Build a page of settings: cards of rows, each with a control that can be found again by name."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from jp_trainer.core.people import Preferences, Trainee
from jp_trainer.ui.parts.chips import ChipRow
from jp_trainer.ui.parts.forms import Combo, Switch, form_row
from jp_trainer.ui.parts.layout import Item, block, card, column, label
from jp_trainer.ui.screen import Desk
from jp_trainer.ui.theme import Look

Choices = Sequence[tuple[str, str]]
_WIDE_CHOICES = 3  # chips; more of them stand below their words


class Keeper(Protocol):
    """What a page asks of the screen."""

    desk: Desk

    @property
    def trainee(self) -> Trainee:
        """Whose settings these are, as they are now."""

    def change(self, **wishes: Any) -> None:
        """Keep these preferences; the look follows at once."""

    def act(
        self,
        work: Callable[[], Trainee],
        said: str = "",
        undo: Callable[[], Trainee] | None = None,
    ) -> None:
        """Run a service that changes the person, then show and say so."""

    def took(self, trainee: Trainee, said: str = "") -> None:
        """The person was changed by a dialog."""

    def window(self) -> QWidget:
        """Where dialogs belong."""

    def refresh(self) -> None:
        """Ask for the state anew."""


def section(look: Look, title: str, *rows: Item) -> QWidget:
    """A title over a card."""
    head = label(look, title, "strong")
    return block(column(head, look.gap(8), card(*rows, margins=(20, 8, 20, 8)), 20))


def choice(
    look: Look,
    key: str,
    words: str,
    choices: Choices,
    now: str,
    *,
    act: Callable[[str], object],
    under: str = "",
) -> QWidget:
    """One of a few: chips beside the words, or below them if they are many."""
    chips = ChipRow(look, choices, now, name=words)
    chips.setObjectName(key)
    chips.chosen.connect(act)
    if len(choices) <= _WIDE_CHOICES:
        return form_row(look, words, chips, under)
    said = [label(look, words, "body", wrap=True)]
    if under:
        said.append(label(look, under, "small", wrap=True))
    return block(column(*said, 6, chips, margins=(0, 8, 0, 8), gap=look.gap(2)))


def pick(
    look: Look,
    key: str,
    words: str,
    choices: Choices,
    now: str,
    *,
    act: Callable[[str], object],
    under: str = "",
) -> QWidget:
    """One of many: a list that opens."""
    combo = Combo(look, choices, now, name=words)
    combo.setObjectName(key)
    combo.picked.connect(act)
    return form_row(look, words, combo, under)


def switch(
    look: Look, key: str, words: str, on: bool, *, act: Callable[[bool], object], under: str = ""
) -> QWidget:
    """Yes or no."""
    made = Switch(look, on, name=f"{words}. {under}" if under else words)
    made.setObjectName(key)
    made.toggled.connect(act)
    return form_row(look, words, made, under)


def wishes_of(keeper: Keeper) -> Preferences:
    """The preferences as they are now."""
    return keeper.trainee.preferences
