"""Draw the boxes: what Qt's style sheets are good at.

Text gets its font from the Look; what has a state, a key cap or two texts is painted in ui/parts.
"""

from dataclasses import asdict
from string import Template
from typing import Protocol

from PySide6.QtGui import QColor

from jp_trainer.ui.tokens import RADIUS, TYPE, Tokens


class Soft(Protocol):
    """How a tint is mixed: Look.soft."""

    def __call__(self, name: str, share: float, under: str = "raised") -> QColor: ...  # noqa: D102


_BOXES = Template("""
QWidget { color: $ink; }
QWidget[part="paper"] { background: $paper; }
QLabel { background: transparent; }
QFrame[part="card"] { background: $raised; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[part="well"] { background: $sunken; border: none; border-radius: ${radius}px; }
QFrame[part="rail"] { background: $paper; border: none; }
QFrame[part="foot"] { background: $raised; border: none; border-top: 1px solid $line; }
QFrame[part="head"] { background: $raised; border: none; border-bottom: 1px solid $line; }
QFrame[part="rule"] { background: $line; border: none; }
QFrame[part="message"] { background: $night; border: none; border-radius: ${radius}px; }
QFrame[part="message"] QLabel { color: $paper; }
QDialog { background: $paper; }
QLineEdit, QPlainTextEdit { background: $raised; border: 1px solid $edge;
    border-radius: ${radius}px; padding: 1px 11px;
    selection-background-color: $ai; selection-color: $on_ai; }
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid $ai; padding: 0 10px; }
QLineEdit:disabled { color: $muted; background: $paper; border-color: $line; }
QLineEdit[state="wrong"] { border: 2px solid $shu; padding: 0 10px; }
QListView { background: $raised; border: 1px solid $line; border-radius: ${radius}px;
    outline: none; padding: 1px; }
QListView[focus="keyboard"] { border: 2px solid $ai; padding: 0; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $edge; border-radius: 4px;
    padding: 4px; outline: none; selection-background-color: $chosen; selection-color: $ink; }
QComboBox QAbstractItemView::item { min-height: 36px; padding: 0 10px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: $chosen; color: $ink; }
QMenu { background: $raised; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 9px 24px 9px 16px; border-radius: 4px; }
QMenu::item:selected { background: $chosen; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::item:disabled { color: $muted; }
QToolTip { background: $night; color: $paper; border: none; padding: 6px 10px; }
QScrollArea, QScrollArea > QWidget > QWidget[part="page"] { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 6px 2px; border: none; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px 6px; border: none; }
QScrollBar::handle:vertical { background: $handle; border-radius: 3px; min-height: 40px; }
QScrollBar::handle:horizontal { background: $handle; border-radius: 3px; min-width: 40px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: none; width: 0; height: 0; }
""")


def style_sheet(tokens: Tokens, soft: Soft) -> str:
    """The sheet for the whole program."""
    tones = {
        "radius": RADIUS,
        "night": soft("ink", 0.92).name(),
        "handle": soft("edge", 0.45).name(),
        "chosen": soft("ai", 0.12).name(),
    }
    roles = "".join(
        f'QLabel[role="{name}"] {{ color: {getattr(tokens, kind.color)}; }}\n'
        for name, kind in TYPE.items()
    )
    return _BOXES.substitute(asdict(tokens) | tones) + roles
