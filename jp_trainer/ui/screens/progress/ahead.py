"""Show what is coming: questions of the next weeks, and how the number of words grows."""

import datetime as dt

from PySide6.QtWidgets import QFrame

from jp_trainer.core.study_day import date_of
from jp_trainer.services.progress import ProgressState
from jp_trainer.ui.parts.charts import Forecast, Line
from jp_trainer.ui.parts.layout import card, label
from jp_trainer.ui.screens.progress.heads import head
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, fill, ngettext
from jp_trainer.wording.dates import number, short_date

_TALL = 176
_NAMED_EVERY = 7
_MOST_POINTS = 400


def forecast_card(look: Look, state: ProgressState, minutes: int) -> QFrame:
    """Questions on each of the next 30 days, of all decks, and what the daily minutes hold."""
    today = date_of(state.today)
    named = {
        i: short_date(today + dt.timedelta(days=i))
        for i in range(_NAMED_EVERY, len(state.ahead) - 2, _NAMED_EVERY)
    }
    holds = fill(
        ngettext("what {count} minute holds", "what {count} minutes hold", minutes), count=minutes
    )
    chart = Forecast(
        look,
        state.ahead,
        state.day_holds,
        days={0: _("today"), **named},
        limit_name=holds,
        say=lambda i, count: fill(
            _("{date}: {questions}"),
            date=short_date(today + dt.timedelta(days=i)),
            questions=_questions(count),
        ),
        name=fill(
            _("Today {today}, at most {most} on one of the next 30 days; a day holds {limit}."),
            today=_questions(state.ahead[0] if state.ahead else 0),
            most=_questions(max(state.ahead, default=0)),
            limit=_questions(state.day_holds),
        ),
    )
    chart.setMinimumHeight(look.size(_TALL))
    remark = "" if state.deck is None else _("all decks")
    return card(head(look, _("Questions in the next 30 days"), remark), 12, (chart, 1))


def _questions(count: int) -> str:
    return fill(ngettext("{count} question", "{count} questions", count), count=number(count))


def words_card(look: Look, state: ProgressState) -> QFrame:
    """Words begun, day by day, and how many of the deck's words that is."""
    of = [p for deck, p in state.progress if state.deck in (None, deck.id)]
    begun, known, words = (
        sum(getattr(p, name) for p in of) for name in ("begun", "known", "words")
    )
    share = fill(_("{count} of {all}"), count=number(begun), all=number(words))
    top = head(look, _("Words begun"), share)
    if not state.known:
        said = _("Each new word lifts this line.")
        return card(top, look.gap(8), label(look, said, "muted", wrap=True), None)
    first = date_of(state.known[0][0])
    values = _by_day(state)
    said = fill(
        _("{begun} words begun since {date}, {known} of them known well."),
        begun=number(begun),
        date=short_date(first),
        known=number(known),
    )
    chart = Line(
        look,
        values,
        ends=(short_date(first) if len(values) > 1 else "", _("today")),
        last=number(values[-1]),
        name=said,
    )
    chart.setMinimumHeight(look.size(_TALL - 40))
    foot = fill(
        ngettext("{count} word known well", "{count} words known well", known), count=number(known)
    )
    return card(top, 8, (chart, 1), look.gap(8), label(look, foot, "small"))


def _by_day(state: ProgressState) -> list[int]:
    """The number of words at the end of each day from the first to today; weeks if very many."""
    last = max(state.today, state.known[-1][0])
    totals = dict(state.known)
    values: list[int] = []
    for day in range(state.known[0][0], last + 1):
        values.append(totals.get(type(state.today)(day), values[-1] if values else 0))
    step = -(-len(values) // _MOST_POINTS)
    return values[::-step][::-1] if step > 1 else values
