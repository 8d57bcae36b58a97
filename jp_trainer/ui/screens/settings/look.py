"""Settle what the program looks like: its language, colours, size of text, movement."""

from PySide6.QtWidgets import QWidget

from jp_trainer.services.settings import SettingsState
from jp_trainer.ui.parts.layout import block, column, rule
from jp_trainer.ui.screens.settings.section import Keeper, choice, section, switch, wishes_of
from jp_trainer.ui.tokens import TEXT_SIZES, Theme
from jp_trainer.wording import LANGUAGES, _


def look_page(keeper: Keeper, _state: SettingsState) -> QWidget:
    """Language, theme, text size, animations."""
    look, wishes = keeper.desk.look, wishes_of(keeper)
    themes = [
        (Theme.SYSTEM.value, _("As the computer")),
        (Theme.LIGHT.value, _("Light")),
        (Theme.DARK.value, _("Dark")),
        (Theme.CONTRAST.value, _("High contrast")),
    ]
    names = (_("Normal"), _("Large"), _("Largest"))
    sizes = [(str(size), name) for size, name in zip(TEXT_SIZES, names, strict=True)]
    size = str(wishes.text_size) if wishes.text_size in TEXT_SIZES else str(TEXT_SIZES[0])
    theme = wishes.theme if wishes.theme in {key for key, _words in themes} else "system"
    return block(
        column(
            section(
                look,
                _("Language"),
                choice(
                    look,
                    "interface",
                    _("The app speaks"),
                    list(LANGUAGES.items()),
                    wishes.interface,
                    act=lambda code: keeper.change(interface=code),
                ),
            ),
            section(
                look,
                _("Look"),
                choice(
                    look,
                    "theme",
                    _("Colours"),
                    themes,
                    theme,
                    act=lambda value: keeper.change(theme=value),
                ),
                rule(),
                choice(
                    look,
                    "text size",
                    _("Size of text"),
                    sizes,
                    size,
                    act=lambda value: keeper.change(text_size=float(value)),
                ),
                rule(),
                switch(
                    look,
                    "animations",
                    _("Small movements"),
                    wishes.animations,
                    act=lambda on: keeper.change(animations=on),
                    under=_("None takes longer than a blink. Switched off, nothing moves."),
                ),
            ),
        )
    )
