"""Ask for the day of an exam: day, month, year, or none."""

import datetime as dt
from calendar import monthrange

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.forms import Combo
from jp_trainer.ui.parts.layout import block, label, row
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, dates, fill

_YEARS = 3


class ExamDate(QWidget):
    """Three lists and a button that empties them.

    Signals:
        chosen: a date, or None; only when it changed.
    """

    chosen = Signal(object)

    def __init__(self, look: Look, now: dt.date | None, today: dt.date) -> None:
        super().__init__()
        self._kept, self._today = now, today
        years = range(today.year, today.year + _YEARS)
        self.day = _combo(look, _("Day"), [(str(d), str(d)) for d in range(1, 32)])
        self.month = _combo(
            look, _("Month"), [(str(i + 1), month) for i, month in enumerate(dates.months())]
        )
        self.year = _combo(look, _("Year"), [(str(y), str(y)) for y in years])
        for combo, name in ((self.day, "day"), (self.month, "month"), (self.year, "year")):
            combo.setObjectName(f"exam {name}")
            combo.picked.connect(self._on_picked)
        self.none = Button(look, _("No date"), Kind.QUIET)
        self.none.setObjectName("exam none")
        self.none.clicked.connect(self._on_none)
        self._fault = label(look, "", "note", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 8)
        box.setSpacing(0)
        lists = block(row(self.day, self.month, self.year, 8, self.none, None, gap=8))
        box.addWidget(label(look, _("Exam date")))
        box.addSpacing(6)
        box.addWidget(lists)
        box.addWidget(self._fault)
        self._show(now)

    def _show(self, when: dt.date | None) -> None:
        parts = (when.day, when.month, when.year) if when else ("", "", "")
        for combo, part in zip((self.day, self.month, self.year), parts, strict=True):
            combo.choose(str(part))
        self.none.setEnabled(when is not None)
        over = when is not None and when < self._today
        self._say(_("That day is over.") if over else "")

    def _on_picked(self) -> None:
        day, month, year = (combo.now for combo in (self.day, self.month, self.year))
        if not (day and month and year):
            self._say(_("Please choose day, month and year."))
            return
        last = monthrange(int(year), int(month))[1]
        when = dt.date(int(year), int(month), min(int(day), last))
        if when < self._today:
            words = _("{date} is over. Please choose a later day.")
            self._say(fill(words, date=dates.long_date(when)))
            return
        self._keep(when)

    def _on_none(self) -> None:
        self._keep(None)

    def _keep(self, when: dt.date | None) -> None:
        self._show(when)
        if when != self._kept:
            self._kept = when
            self.chosen.emit(when)

    def _say(self, words: str) -> None:
        self._fault.setText(words)
        self._fault.setVisible(bool(words))


def _combo(look: Look, name: str, choices: list[tuple[str, str]]) -> Combo:
    return Combo(look, [("", name), *choices], "", name=name)
