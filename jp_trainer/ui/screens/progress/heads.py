"""Head a card: what it shows at the start, a remark at the end; both wrap rather than be cut."""

from PySide6.QtWidgets import QHBoxLayout

from jp_trainer.ui.parts.layout import label, row
from jp_trainer.ui.parts.painting import END
from jp_trainer.ui.theme import Look


def head(look: Look, title: str, remark: str = "", *, share: int = 1) -> QHBoxLayout:
    """The first line of a card. `share`: of the room, against 2 for the title."""
    named = label(look, title, "strong", wrap=True)
    if not remark:
        return row((named, 1))
    return row((named, 2), 12, (label(look, remark, "small", END, wrap=True), share))
