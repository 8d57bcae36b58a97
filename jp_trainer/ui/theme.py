"""Answer what a widget asks before it paints: which colour, which font, how large, which way round.

A Look is a value. Changing theme, language or text size makes another Look, and the window builds
its screen anew from it; no widget ever changes its look.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from jp_trainer.typeset import fonts
from jp_trainer.ui.style_sheet import style_sheet
from jp_trainer.ui.tokens import CONTRAST, DARK, LIGHT, TYPE, Theme, Tokens
from jp_trainer.wording import RIGHT_TO_LEFT

_NASKH_LEADING = 10  # px that Naskh brings above and below its letters


@dataclass(frozen=True, slots=True)
class Look:
    """Tokens, the interface's language, text size, and the wish for Nastaliq in longer Urdu."""

    tokens: Tokens = LIGHT
    language: str = "en"
    scale: float = 1.0
    nastaliq: bool = False

    @property
    def rtl(self) -> bool:
        """Whether the interface starts at the right."""
        return self.language in RIGHT_TO_LEFT

    @property
    def direction(self) -> Qt.LayoutDirection:
        """For widgets and painters."""
        return Qt.LayoutDirection.RightToLeft if self.rtl else Qt.LayoutDirection.LeftToRight

    def color(self, name: str) -> QColor:
        """The token of this name."""
        return QColor(getattr(self.tokens, name))

    def soft(self, name: str, share: float = 0.10, under: str = "raised") -> QColor:
        """`share` 0..1 of a colour on its ground: opaque, so that its contrast can be measured."""
        top, ground = self.color(name), self.color(under)
        return QColor(
            *(
                round(a * share + b * (1 - share))
                for a, b in (
                    (top.red(), ground.red()),
                    (top.green(), ground.green()),
                    (top.blue(), ground.blue()),
                )
            )
        )

    def size(self, px: float) -> int:
        """A length that holds text (a button's height, a row), in the chosen text size."""
        return round(px * self.scale)

    def gap(self, px: int) -> int:
        """Space between two lines of text; Naskh brings some of its own."""
        return max(0, px - _NASKH_LEADING) if self.rtl else px

    def ui(self, px: float = 15, weight: int = 400, *, tabular: bool = False) -> QFont:
        """The interface's font; `px` is the size of Latin letters at normal text size.

        `tabular`: for a number that changes in its place, or stands in a column.
        """
        if self.language == "ur":
            return fonts.urdu(px * self.scale, weight, tabular=tabular)
        # Noto Sans JP is shipped up to 500; Qt would smear a heavier one.
        weight = min(weight, 500) if self.language == "ja" else weight
        return fonts.interface(px * self.scale, weight, tabular=tabular)

    def role(self, name: str) -> QFont:
        """The font of a role of text in tokens.TYPE."""
        return self.ui(TYPE[name].px, TYPE[name].weight, tabular=name == "figure")

    def ja(self, px: float, weight: int = 500) -> QFont:
        """The font of Japanese to be learned."""
        return fonts.japanese(px * self.scale, weight)

    def urdu(self, px: float = 15, weight: int = 400) -> QFont:
        """The font of an Urdu meaning, whatever language the interface speaks."""
        return fonts.urdu(px * self.scale, weight)

    def urdu_reading(self, px: float = 18) -> QFont:
        """The font of longer Urdu text. Nastaliq if wished: never in a row of fixed height."""
        if self.nastaliq:
            return fonts.urdu_reading(px * self.scale)
        return self.urdu(px)


def look_of(
    theme: Theme = Theme.SYSTEM,
    language: str = "en",
    scale: float = 1.0,
    *,
    nastaliq: bool = False,
) -> Look:
    """The look of what Settings says; `scale` is one of tokens.TEXT_SIZES."""
    return Look(_tokens(theme), language, scale, nastaliq)


def _tokens(theme: Theme) -> Tokens:
    match theme:
        case Theme.LIGHT:
            return LIGHT
        case Theme.DARK:
            return DARK
        case Theme.CONTRAST:
            return CONTRAST
        case Theme.SYSTEM:
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        case _:
            assert_never(theme)


def prepare(application: QApplication, font_folder: Path) -> None:
    """Once, before the first window: our fonts, and one style on every system.

    Raises typeset's FontFileError if a shipped font is missing.
    """
    fonts.load_fonts(font_folder)
    application.setStyle("Fusion")


def dress(application: QApplication, look: Look) -> None:
    """Give the whole program this look: direction, font, palette, style sheet."""
    application.setLayoutDirection(look.direction)
    application.setFont(look.ui())
    application.setPalette(palette(look))
    application.setStyleSheet(style_sheet(look.tokens, look.soft))


def palette(look: Look) -> QPalette:
    """For what the style draws by itself: menus, tool tips, placeholder text."""
    role = QPalette.ColorRole
    colors = {
        role.Window: "paper",
        role.WindowText: "ink",
        role.Base: "raised",
        role.AlternateBase: "sunken",
        role.Text: "ink",
        role.Button: "raised",
        role.ButtonText: "ink",
        role.PlaceholderText: "muted",
        role.Highlight: "ai",
        role.HighlightedText: "on_ai",
        role.ToolTipBase: "raised",
        role.ToolTipText: "ink",
        role.Link: "ai",
        role.Mid: "edge",
    }
    made = QPalette()
    for name, token in colors.items():
        made.setColor(name, look.color(token))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, look.color("muted"))
    return made
