"""Teach by an empty place: what will be here, and the one button that fills it."""

from PySide6.QtWidgets import QWidget

from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.icons import Icon
from jp_trainer.ui.parts.layout import Item, block, centered, column, label
from jp_trainer.ui.parts.painting import CENTER
from jp_trainer.ui.theme import Look


def empty_state(
    look: Look, icon: str, title: str, words: str, button: Button | None = None
) -> QWidget:
    """A round icon, what will be here, and how to get there, in the middle of the free space."""
    items: list[Item] = [
        None,
        (Icon(look, icon, "ai", 28, disc=True), CENTER),
        20,
        label(look, title, "title", CENTER, wrap=True),
        look.gap(8),
        label(look, words, "muted", CENTER, wrap=True),
    ]
    if button is not None:
        items += [24, (button, CENTER)]
    return block(centered(block(column(*items, None)), 480))


def primary(look: Look, words: str, *, icon: str = "", key: str = "enter") -> Button:
    """The button that most empty places have."""
    return Button(look, words, Kind.PRIMARY, icon=icon, key=key)
