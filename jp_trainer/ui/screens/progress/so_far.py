"""Show what was done: minutes of each day, what was remembered, where answers went wrong."""

import datetime as dt
import math

from PySide6.QtWidgets import QFrame, QWidget

from jp_trainer.core.answer_reasons import Reason
from jp_trainer.core.scheduling import TARGET_RECALL
from jp_trainer.core.study_day import date_of
from jp_trainer.services.progress import Kept, ProgressState
from jp_trainer.ui.parts.charts import Heatmap
from jp_trainer.ui.parts.layout import Item, card, column, grid, label, row, rule
from jp_trainer.ui.parts.meters import Meter
from jp_trainer.ui.parts.painting import END, TOP, text_width
from jp_trainer.ui.screens.progress.heads import head
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, fill, ngettext
from jp_trainer.wording.dates import duration, minutes, number, percent, short_date
from jp_trainer.wording.learning import aspect_name, mistake

_MS_PER_MINUTE = 60_000
_LEAST_STEP = 3  # minutes from one depth of colour to the next
_MISTAKES = 4
_METER, _NAME = 80, 150
_BESIDE_UP_TO = 1.1  # of text size; larger figures stand below the picture


def heat_card(look: Look, state: ProgressState, goal_minutes: int) -> QFrame:
    """Half a year of minutes a day, and the sums beside it; `goal_minutes`: a full day."""
    first, today = date_of(state.first_day), date_of(state.today)
    by_day = {first + dt.timedelta(days=i): spent for i, spent in enumerate(state.minutes) if spent}
    studied = ngettext("{count} day with study", "{count} days with study", len(by_day))
    heat = Heatmap(
        look,
        by_day,
        today,
        step=max(_LEAST_STEP, round(goal_minutes / 2)),
        legend=(_("less"), _("more")),
        say=lambda day, spent: fill(
            _("{date}: {minutes}"), date=short_date(day), minutes=minutes(spent)
        ),
        name=fill(
            _("Minutes a day in the last 26 weeks: {days}, the longest {minutes}."),
            days=fill(studied, count=len(by_day)),
            minutes=minutes(max(by_day.values(), default=0)),
        ),
    )
    days = _figure(look, number(state.days), ngettext("day of study", "days of study", state.days))
    spent = _figure(look, duration(-(-state.total_ms // _MS_PER_MINUTE)), _("in all"))
    title = label(look, _("Minutes a day"), "strong")
    if look.scale > _BESIDE_UP_TO:
        figures = row(days, 40, spent, None)
        return card(title, 12, heat, 16, figures)
    beside = column(days, 20, spent)
    return card(title, 12, row((heat, 1000), 40, (beside, TOP), (_rest(), 1)))


def _figure(look: Look, figure: str, under: str) -> QWidget:
    held = QWidget()
    held.setLayout(column(label(look, figure, "figure"), label(look, under, "muted")))
    return held


def _rest() -> QWidget:
    return QWidget()


def recall_card(look: Look, state: ProgressState) -> QFrame:
    """The share remembered when asked again, by aspect and, of all decks, by deck."""
    aim = fill(_("aim {share}"), share=percent(TARGET_RECALL))
    top = head(look, _("Remembered when asked"), aim)
    asked = [(aspect_name(aspect), kept) for aspect, kept in state.by_aspect if kept.asked]
    if not asked:
        words = _("From tomorrow on: how many of the words that come back you still know.")
        return card(top, look.gap(8), label(look, words, "muted", wrap=True), None)
    decks = [(d.title.text(look.language), kept) for d, kept in state.by_deck if kept.asked]
    groups = [asked, decks] if state.deck is None and len(decks) > 1 else [asked]
    return card(top, 12, _bars(look, groups), None)


def _bars(look: Look, groups: list[list[tuple[str, Kept]]]) -> QWidget:
    """A line for each share, all bars under one another; a rule between the groups."""
    held = QWidget()
    box = grid([], across=12, down=8, stretch=(1,))
    # Left alone, a wrapped name takes three lines before the bar gives it room.
    widest = max(text_width(look.role("body"), name) for group in groups for name, _kept in group)
    box.setColumnMinimumWidth(0, min(look.size(_NAME), math.ceil(widest)))
    for group in groups:
        at = box.rowCount()
        if at > 1:
            between = QWidget()
            between.setLayout(column(6, rule(), 6))
            box.addWidget(between, at, 0, 1, 3)
            at += 1
        for i, (name, kept) in enumerate(group):
            share = kept.share or 0.0
            said = fill(
                _("{name}: {share} of {count}"), name=name, share=percent(share), count=kept.asked
            )
            tone = "wakatake" if share >= TARGET_RECALL else "yamabuki"
            meter = Meter(look, share, color=tone, target=TARGET_RECALL, name=said)
            meter.setMinimumWidth(_METER)
            meter.setToolTip(said)
            words = label(look, name, "body", wrap=True)
            words.setMaximumWidth(look.size(_NAME))
            box.addWidget(words, at + i, 0)
            box.addWidget(meter, at + i, 1)
            box.addWidget(label(look, percent(share), "strong", END), at + i, 2)
    held.setLayout(box)
    return held


def mistakes_card(look: Look, state: ProgressState) -> QFrame:
    """Why answers were wrong, most frequent first, each with what helps."""
    top = head(look, _("Where answers go wrong"), _("last 30 days"))
    found = [(reason, count) for name, count in state.reasons if (reason := _reason(name))]
    # "Other" teaches least, however frequent.
    found.sort(key=lambda each: each[0] is Reason.OTHER)
    if not found:
        words = _(
            "Typed answers are compared beat by beat. The slips that come up most will stand here, "
            "with what helps."
        )
        return card(top, look.gap(8), label(look, words, "muted", wrap=True), None)
    items: list[Item] = [top, 4]
    for reason, count in found[:_MISTAKES]:
        items += [8, _mistake(look, reason, count)]
    return card(*items, None)


def _mistake(look: Look, reason: Reason, count: int) -> QWidget:
    slip = mistake(reason)
    name = label(look, slip.name, "body", wrap=True)
    lines: list[Item] = [row((name, 1), 12, (label(look, number(count), "strong", END), TOP))]
    if slip.hint:
        lines.append(label(look, slip.hint, "small", wrap=True))
    held = QWidget()
    held.setLayout(column(*lines))
    return held


def _reason(name: str) -> Reason | None:
    try:
        return Reason(name)
    except ValueError:
        return None  # of a newer version
