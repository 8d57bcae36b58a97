"""Show what is mixed up most in exams, and whether it gets better: "long vowels, 7 of 12"."""

from PySide6.QtWidgets import QFrame, QGridLayout

from jp_trainer.services.exam_errors import ErrorCount, ErrorProfile
from jp_trainer.ui.parts.layout import CARD, column, label
from jp_trainer.ui.parts.meters import Meter
from jp_trainer.ui.parts.painting import END, MIDDLE
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, fill
from jp_trainer.wording.exam import error_words

_SHOWN, _FEWEST = 5, 2


class ErrorsCard(QFrame):
    """The kinds of mistakes made most often, in words. `profile`: see `worth_showing`."""

    def __init__(self, look: Look, profile: ErrorProfile) -> None:
        super().__init__()
        self.setProperty("part", "card")
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4 if look.rtl else 12)
        grid.setColumnStretch(1, 1)
        for y, count in enumerate(worth_showing(profile)):
            words = fill(_("{wrong} of {asked} wrong"), wrong=count.wrong, asked=count.of)
            name = error_words(count.code)
            bar = Meter(look, count.share, color="yamabuki", height=8, name=f"{name}: {words}")
            grid.addWidget(label(look, name, "body", wrap=True), y, 0)
            grid.addWidget(bar, y, 1, MIDDLE)
            grid.addWidget(label(look, words, "strong", END), y, 2)
            grid.addWidget(label(look, last_words(profile, count), "small"), y, 3)
        grid.setColumnMinimumWidth(0, look.size(220))
        title = _("What you mix up most")
        self.setAccessibleName(title)
        self.setLayout(column(label(look, title, "strong"), 12, grid, margins=CARD))


def worth_showing(profile: ErrorProfile) -> tuple[ErrorCount, ...]:
    """The few kinds that happened more than once; one mistake alone says nothing."""
    return tuple(count for count in profile.total if count.wrong >= _FEWEST)[:_SHOWN]


def last_words(profile: ErrorProfile, count: ErrorCount) -> str:
    """How it went the last time it could happen; "" before it could happen a second time."""
    met = [
        each for sitting in profile.sittings for each in sitting.counts if each.code == count.code
    ]
    if len(met) <= 1:
        return ""
    return fill(_("last time {wrong} of {asked}"), wrong=met[-1].wrong, asked=met[-1].of)
