"""Ask what someone aims at, by when, and how many minutes a day they have for it."""

import datetime as dt
from calendar import monthrange
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from jp_trainer.core.people import Goal
from jp_trainer.core.planner import USUAL_MINUTES, Forecast
from jp_trainer.services import first_run
from jp_trainer.ui.first_run.page import Page, Wishes
from jp_trainer.ui.parts.charts import Forecast as ForecastChart
from jp_trainer.ui.parts.forms import Combo, Slider
from jp_trainer.ui.parts.layout import card, column, grid, label, row
from jp_trainer.ui.parts.painting import CENTER
from jp_trainer.ui.parts.tiles import Choice
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, dates, fill, ngettext

_GOALS = (Goal.JFT_A2, Goal.JLPT_N4, Goal.JLPT_N5, Goal.JLPT_N3, Goal.ESD_A1)
_YEARS = 3
_LEAST, _MOST, _STEP = 5, 60, 5


class Aim(Page):
    """The goal, and the day of the exam if there is one."""

    def __init__(self, look: Look, wishes: Wishes, today: dt.date) -> None:
        super().__init__(look, wishes)
        self._today = today
        says = {
            Goal.JFT_A2: ("JFT-Basic (A2)", _("for a Specified Skilled Worker visa")),
            Goal.JLPT_N4: ("JLPT N4", _("everyday Japanese")),
            Goal.JLPT_N5: ("JLPT N5", _("the first step")),
            Goal.JLPT_N3: ("JLPT N3", _("for more than the first job")),
            Goal.ESD_A1: (_("Level A1"), _("for Employment for Skill Development")),
        }
        choices = [Choice(look, *says[goal]) for goal in _GOALS]
        self.offer(choices, _GOALS.index(wishes.preferences.goal), self._on_goal)
        when = wishes.preferences.exam_date
        self._day = _combo(
            look, _("Day"), [(str(d), str(d)) for d in range(1, 32)], when.day if when else None
        )
        months = [(str(i + 1), month) for i, month in enumerate(dates.months())]
        self._month = _combo(look, _("Month"), months, when.month if when else None)
        years = [(str(y), str(y)) for y in range(today.year, today.year + _YEARS)]
        self._year = _combo(look, _("Year"), years, when.year if when else None)
        for combo in (self._day, self._month, self._year):
            combo.picked.connect(self._on_date)
        rows: list[list[QWidget]] = [
            [choices[0], choices[1]],
            [choices[2], choices[3]],
            [choices[4], _date_row(look, self)],
        ]
        self.ask(
            _("What are you aiming at?"),
            _("An exam date helps us plan. If you have none yet, leave it empty."),
            grid(rows, across=12, down=12, stretch=(0, 1)),
            width=800,
        )

    def date_combos(self) -> tuple[Combo, Combo, Combo]:
        """Day, month, year."""
        return self._day, self._month, self._year

    def _on_goal(self, which: int) -> None:
        wanted = replace(self.wishes.preferences, goal=_GOALS[which])
        self.wishes = replace(self.wishes, preferences=wanted)

    def _on_date(self) -> None:
        wanted = replace(self.wishes.preferences, exam_date=self._chosen_day())
        self.wishes = replace(self.wishes, preferences=wanted)
        self.changed.emit()

    def _chosen_day(self) -> dt.date | None:
        day, month, year = (combo.now for combo in self.date_combos())
        if not (day and month and year):
            return None
        last = monthrange(int(year), int(month))[1]
        return dt.date(int(year), int(month), min(int(day), last))

    def problem(self) -> str:
        """A day half chosen, or one that is over."""
        chosen = [combo.now for combo in self.date_combos()]
        when = self.wishes.preferences.exam_date
        if any(chosen) and not all(chosen):
            return _("Please choose day, month and year, or leave all three empty.")
        if when is not None and when < self._today:
            return _("That day is over. Please choose a later one.")
        return ""

    def is_answered(self) -> bool:
        """A goal is always chosen; the date may be empty, but not wrong."""
        return not self.problem()


def _combo(look: Look, name: str, choices: list[tuple[str, str]], now: int | None) -> Combo:
    return Combo(look, [("", name), *choices], str(now or ""), name=name)


def _date_row(look: Look, page: Aim) -> QWidget:
    box = QWidget()
    words = label(look, _("Exam date, if you have one"), "strong")
    box.setLayout(column(words, look.gap(6), row(*page.date_combos(), None, gap=8), None))
    return box


class Minutes(Page):
    """How many minutes a day, and what they bring, before it is accepted."""

    def __init__(self, look: Look, wishes: Wishes) -> None:
        super().__init__(look, wishes)
        now = min(_MOST, max(_LEAST, wishes.preferences.minutes or USUAL_MINUTES))
        self._slider = Slider(
            look, _LEAST // _STEP, _MOST // _STEP, round(now / _STEP), name=_("Minutes a day")
        )
        self._slider.setMinimumWidth(look.size(420))
        self._slider.valueChanged.connect(self._on_minutes)
        self._figure = label(look, "", "figure", CENTER)
        self._means = label(look, "", "muted", CENTER, wrap=True)
        self._chart = column()
        self.ask(
            _("How many minutes a day?"),
            _("Little and every day is better than much and seldom."),
            self._figure,
            look.gap(4),
            row(None, self._slider, None),
            look.gap(8),
            self._means,
            16,
            card(
                label(look, _("Questions a day, in the next 30 days"), "strong"),
                look.gap(8),
                self._chart,
                margins=(24, 12, 24, 12),
            ),
            width=640,
        )
        self._on_minutes(self._slider.value())

    def _on_minutes(self, steps: int) -> None:
        minutes = steps * _STEP
        wanted = replace(self.wishes.preferences, minutes=minutes)
        self.wishes = replace(self.wishes, preferences=wanted)
        self._present(first_run.foresee(minutes))

    def _present(self, forecast: Forecast) -> None:
        look = self.look
        self._figure.setText(dates.minutes(forecast.minutes))
        words = ngettext(
            "About {count} new word a day: {total} in 30 days.",
            "About {count} new words a day: {total} in 30 days.",
            forecast.new_words,
        )
        self._means.setText(fill(words, count=forecast.new_words, total=forecast.words_in_30_days))
        while (item := self._chart.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        limit = fill(_("what {minutes} hold"), minutes=dates.minutes(forecast.minutes))
        weeks = {day: dates.from_today(day) for day in (0, 7, 14, 21)}
        self._chart.addWidget(
            ForecastChart(
                look, forecast.per_day, forecast.questions, days=weeks, limit_name=limit,
                name=self._means.text(),
            )
        )  # fmt: skip

    def begin(self) -> None:
        """Arrows move the slider at once."""
        self._slider.setFocus()
