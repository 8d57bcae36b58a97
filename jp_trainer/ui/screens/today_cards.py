"""Draw the three cards below today's plan: the days, the decks, and how it goes."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QFrame

from jp_trainer.core.study_day import date_of
from jp_trainer.services.today import DeckToday, TodayState
from jp_trainer.ui.parts.icons import Icon
from jp_trainer.ui.parts.layout import CARD, Item, column, frame, label, row
from jp_trainer.ui.parts.meters import Days, Meter
from jp_trainer.ui.parts.painting import TOP
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, dates, fill, join, ngettext, pgettext

_CARD_HEIGHT = 164
_DECKS_SHOWN = 3
_TARGET_RECALL = 0.9


def _card(look: Look, *items: Item) -> QFrame:
    made = frame("card", column(*items, margins=CARD))
    made.setMinimumHeight(look.size(_CARD_HEIGHT))
    return made


def days_card(look: Look, state: TodayState) -> QFrame:
    """On which of the last seven days there was study."""
    words = days_in_words(state.days)
    return _card(
        look,
        label(look, words, "strong", wrap=True),
        12,
        None,
        Days(look, state.days, letters_of_week(state.day), name=words),
    )


def days_in_words(days: Sequence[bool]) -> str:
    """How many of the last seven days had study; a week without is not counted out to anyone."""
    studied = sum(days)
    if not studied:
        return _("The last 7 days")
    template = ngettext("{count} of the last 7 days", "{count} of the last 7 days", studied)
    return fill(template, count=studied)


def letters_of_week(today: date) -> list[str]:
    """The letters of the last seven days, today last."""
    letters = dates.weekday_letters()
    return [letters[(today.weekday() - back) % 7] for back in range(6, -1, -1)]


def decks_card(look: Look, state: TodayState) -> QFrame:
    """How far it is in each deck; at most three, the unfinished ones first."""
    unfinished = [d for d in state.decks if d.progress.begun < d.progress.words]
    shown = (unfinished or list(state.decks))[:_DECKS_SHOWN]
    left = len(state.decks) - len(shown)
    if len(shown) == 1:
        return _one_deck(look, shown[0], left)
    items: list[Item] = []
    for deck in shown:
        items += [None, 6] if items and len(shown) == _DECKS_SHOWN else []
        items += [look.gap(16)] if items and len(shown) < _DECKS_SHOWN else []
        items += [
            row(
                (label(look, deck.deck.title.text(look.language), "label", wrap=True), 1),
                8,
                label(look, _progress(deck), "small"),
            ),
            look.gap(6),
            _meter(look, deck, 6),
        ]
    if left:
        items += [None, look.gap(6), label(look, _more(left), "small")]
    elif len(shown) < _DECKS_SHOWN:
        items.append(None)
    return _card(look, *items)


def _more(left: int) -> str:
    return fill(ngettext("and {count} more deck", "and {count} more decks", left), count=left)


def _one_deck(look: Look, deck: DeckToday, left: int) -> QFrame:
    begun, words = deck.progress.begun, deck.progress.words
    items: list[Item] = [
        label(look, deck.deck.title.text(look.language), "strong", wrap=True),
        look.gap(4),
        label(look, _progress(deck, long=True), "muted", wrap=True),
        12,
        None,
        _meter(look, deck, 8),
    ]
    if left:
        items += [look.gap(14), label(look, _more(left), "small")]
    elif begun >= words > 0:
        done = label(look, _("All words begun"), "small", wrap=True)
        items += [look.gap(14), row((Icon(look, "right", "wakatake", 18), TOP), 8, (done, 1))]
    else:
        items.append(8)
    return _card(look, *items)


def _progress(deck: DeckToday, *, long: bool = False) -> str:
    facts = {"begun": deck.progress.begun, "words": deck.progress.words}
    if long:
        return fill(
            ngettext("{begun} of {words} word", "{begun} of {words} words", deck.progress.words),
            **facts,
        )
    return fill(pgettext("words of a deck", "{begun} of {words}"), **facts)


def _meter(look: Look, deck: DeckToday, height: int) -> Meter:
    share = deck.progress.begun / deck.progress.words if deck.progress.words else 0.0
    name = fill(
        _("{deck}: {progress}"),
        deck=deck.deck.title.text(look.language),
        progress=_progress(deck, long=True),
    )
    return Meter(look, share, height=height, name=name)


def third_card(look: Look, state: TodayState) -> QFrame:
    """A plan that is running; else how much was kept; at the beginning, how it works."""
    if state.recovery is not None:
        return _plan_card(look, state)
    if state.recall is None:
        title = _("How it works")
        words = _(
            "A round has 20 questions. What you miss comes back in the same round; what you "
            "know comes back after days, then weeks."
        )
        return _card(
            look,
            label(look, title, "strong"),
            look.gap(8),
            label(look, words, "muted", wrap=True),
            None,
        )
    share = dates.percent(state.recall)
    ahead = state.recall >= _TARGET_RECALL
    words = _("Good: your words stay.") if ahead else _("Short rounds every day lift this.")
    icon = Icon(look, "right", "wakatake", 18) if ahead else Icon(look, "again", "yamabuki", 18)
    under = fill(_("{share} in the last 30 days"), share=share)
    return _card(
        look,
        label(look, _("Remembered when asked"), "strong", wrap=True),
        look.gap(4),
        label(look, under, "muted", wrap=True),
        12,
        None,
        Meter(look, state.recall, target=_TARGET_RECALL, name=under),
        look.gap(10),
        row((icon, TOP), 8, (label(look, words, "small", wrap=True), 1)),
    )


def _plan_card(look: Look, state: TodayState) -> QFrame:
    plan = state.recovery
    assert plan is not None
    left = max(1, state.plan_days_left)
    title = fill(
        ngettext("A plan: {count} more day", "A plan: {count} more days", left), count=left
    )
    ends = fill(_("until {date}"), date=dates.date(date_of(plan.last_day)))
    today_s = fill(
        ngettext("Today {count} word.", "Today {count} words.", plan.per_day),
        count=plan.per_day,
    )
    why = _("New words wait until it ends, so that the ones you know come back first.")
    share = min(1.0, (plan.days - left) / plan.days)
    return _card(
        look,
        label(look, join([title, ends]), "strong", wrap=True),
        look.gap(6),
        label(look, join([today_s, why], " "), "small", wrap=True),
        12,
        None,
        Meter(look, share, name=title),
    )
