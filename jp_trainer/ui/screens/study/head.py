"""Show how far the round is, with the way out and the way back."""

from PySide6.QtWidgets import QWidget

from jp_trainer.services.study_states import Asking
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.layout import label, row
from jp_trainer.ui.parts.meters import Meter
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, fill


class Head(QWidget):
    """Close, a bar, a count, Undo."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.out = Button(look, "", Kind.QUIET, icon="close", key="Esc", name=_("Close"))
        self.undo = Button(look, _("Undo"), Kind.QUIET, icon="undo")
        self.undo.setToolTip(_("Undo (Ctrl+Z)"))
        self._meter = Meter(look, 0.0, height=6)
        self._count = label(look, "", "small")
        self.setLayout(
            row(
                self.out, 16, (self._meter, 1), 16, self._count, 24, self.undo,
                margins=(24, 12, 24, 0),
            )
        )  # fmt: skip

    def present(self, asking: Asking) -> None:
        """An open question: which one of how many."""
        number = min(asking.position + 1, asking.size)
        if asking.question.again:
            number = asking.position
        self._show(number, asking.position, asking.size)
        self.undo.setEnabled(asking.can_undo)

    def answered(self, asking: Asking) -> None:
        """It was answered: the bar moves on, unless the question came back."""
        done = asking.position + (not asking.question.again)
        self._show(done, done, asking.size)

    def _show(self, number: int, done: int, size: int) -> None:
        words = fill(_("{number} of {size}"), number=max(1, number), size=size)
        self._count.setText(words)
        self._meter.set_share(done / size if size else 0.0)
        self._meter.setAccessibleName(words)
