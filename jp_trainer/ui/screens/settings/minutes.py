"""Choose the minutes a day, seeing first how many questions and new words that will be."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jp_trainer.core.planner import MAX_MINUTES, MIN_MINUTES, Forecast
from jp_trainer.services import minutes
from jp_trainer.ui.parts.buttons import Button
from jp_trainer.ui.parts.charts import Forecast as ForecastChart
from jp_trainer.ui.parts.forms import Slider
from jp_trainer.ui.parts.layout import column, label, row
from jp_trainer.ui.parts.painting import MIDDLE
from jp_trainer.ui.screens.settings.section import Keeper, wishes_of
from jp_trainer.wording import _, dates, fill, join, ngettext

_STEP = 5


class MinutesCard(QWidget):
    """The slider, what it means, and the button that accepts it."""

    def __init__(self, keeper: Keeper, now: Forecast) -> None:
        super().__init__()
        look = keeper.desk.look
        self._keeper, self._look = keeper, look
        self.slider = Slider(
            look,
            MIN_MINUTES // _STEP,
            MAX_MINUTES // _STEP,
            round(now.minutes / _STEP),
            name=_("Minutes a day"),
        )
        self.slider.setObjectName("minutes")
        self.slider.valueChanged.connect(self._on_moved)
        self._figure = label(look, dates.minutes(now.minutes), "title")
        self._figure.setMinimumWidth(look.size(130))
        self.says = label(look, "", "muted", wrap=True)
        self.accept = Button(look, "")
        self.accept.setObjectName("accept minutes")
        self.accept.clicked.connect(self._on_accepted)
        self._chart = QVBoxLayout()
        self._chart.setContentsMargins(0, 0, 0, 0)
        self.shown = now
        self.setLayout(
            column(
                row((self._figure, MIDDLE), 12, (self.slider, 1), 16, self.accept),
                look.gap(4),
                self.says,
                12,
                label(look, _("Questions a day, in the next 30 days"), "label"),
                4,
                self._chart,
                margins=(0, 8, 0, 8),
            )
        )
        self.present(now)

    def present(self, forecast: Forecast) -> None:
        """Say what these minutes mean."""
        self.shown = forecast
        self._figure.setText(dates.minutes(forecast.minutes))
        self.says.setText(meaning_of(forecast))
        use = _("Use {minutes} a day")
        self.accept.set_words(fill(use, minutes=dates.minutes(forecast.minutes)))
        self.accept.setEnabled(forecast.minutes != wishes_of(self._keeper).minutes)
        while (item := self._chart.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        limit = fill(_("what {minutes} hold"), minutes=dates.minutes(forecast.minutes))
        weeks = {day: dates.from_today(day) for day in (0, 7, 14, 21)}
        self._chart.addWidget(
            ForecastChart(
                self._look,
                forecast.per_day,
                forecast.questions,
                days=weeks,
                limit_name=limit,
                name=self.says.text(),
            )
        )

    def _on_moved(self, steps: int) -> None:
        self._figure.setText(dates.minutes(steps * _STEP))
        self.accept.setEnabled(False)  # not before it is known what it means
        desk = self._keeper.desk
        work = partial(minutes.foresee, desk.app, desk.trainee_id, steps * _STEP)
        desk.jobs.run_latest("minutes", work, owner=self, done=self.present)

    def _on_accepted(self) -> None:
        accepted = self.shown
        # The number of new words follows from the minutes from now on.
        self._keeper.change(minutes=accepted.minutes, new_words=None)
        said = _("From now on {minutes} a day.")
        self._keeper.desk.frame.say(fill(said, minutes=dates.minutes(accepted.minutes)))
        self.present(accepted)


def meaning_of(forecast: Forecast) -> str:
    """About 69 questions a day · 6 new words a day · 180 new words in 30 days."""
    questions = ngettext(
        "up to {count} question a day", "up to {count} questions a day", forecast.questions
    )
    if not forecast.words_in_30_days:
        return join((fill(questions, count=forecast.questions), _("no new words are left")))
    news = ngettext("{count} new word a day", "{count} new words a day", forecast.new_words)
    total = ngettext(
        "{count} new word in 30 days", "{count} new words in 30 days", forecast.words_in_30_days
    )
    return join(
        (
            fill(questions, count=forecast.questions),
            fill(news, count=forecast.new_words),
            fill(total, count=forecast.words_in_30_days),
        )
    )
