"""Settle what is learned: the decks, the minutes a day, the work and the exam it is for."""

from functools import partial

from PySide6.QtWidgets import QWidget

from jp_trainer.core.ids import DeckId
from jp_trainer.core.people import Goal
from jp_trainer.services import deck_choices
from jp_trainer.services.deck_choices import DeckChoice
from jp_trainer.services.settings import SettingsState
from jp_trainer.ui.parts.layout import block, column, label, rule
from jp_trainer.ui.screens.settings.exam_date import ExamDate
from jp_trainer.ui.screens.settings.minutes import MinutesCard
from jp_trainer.ui.screens.settings.section import Keeper, pick, section, switch, wishes_of
from jp_trainer.wording import _, dates, fill, later, ngettext

_GOALS = {
    Goal.JFT_A2: later("JFT-Basic (A2)"),
    Goal.JLPT_N5: later("JLPT N5"),
    Goal.JLPT_N4: later("JLPT N4"),
    Goal.JLPT_N3: later("JLPT N3"),
    Goal.ESD_A1: later("Level A1"),
}


def learning_page(keeper: Keeper, state: SettingsState) -> QWidget:
    """Decks, minutes, goal."""
    look = keeper.desk.look
    rows = [_deck_row(keeper, choice) for choice in state.decks]
    kept = _("A deck you switch off is not asked. What you learned of it is kept.")
    return block(
        column(
            section(look, _("Minutes a day"), MinutesCard(keeper, state.forecast)),
            section(
                look,
                _("Decks"),
                *(part for one in rows for part in (one, rule())),
                8,
                label(look, kept, "small", wrap=True),
                4,
            ),
            section(look, _("Goal"), *_goal_rows(keeper, state)),
        )
    )


def _deck_row(keeper: Keeper, choice: DeckChoice) -> QWidget:
    desk, deck = keeper.desk, choice.deck
    title = deck.title.text(desk.look.language)

    def toggle(on: bool) -> None:
        app, who = desk.app, desk.trainee_id
        take_up = partial(deck_choices.take_up, app, who, deck.id)
        put_away = partial(deck_choices.put_away, app, who, deck.id)
        if on:
            said = fill(_("{deck} is studied from now on."), deck=title)
            keeper.act(take_up, said, put_away)
        else:
            said = fill(_("{deck} is not asked any more; what you learned is kept."), deck=title)
            keeper.act(put_away, said, take_up)

    return switch(
        desk.look, f"deck {deck.id}", title, choice.studied, act=toggle, under=_how_far(choice)
    )


def _how_far(choice: DeckChoice) -> str:
    words = ngettext("{count} word", "{count} words", choice.words)
    count = fill(words, count=dates.number(choice.words))
    if not choice.begun:
        return count
    begun = _("{begun} of {words} begun")
    return fill(begun, begun=dates.number(choice.begun), words=count)


def _goal_rows(keeper: Keeper, state: SettingsState) -> list[QWidget]:
    desk, look, wishes = keeper.desk, keeper.desk.look, wishes_of(keeper)
    sectors = [(i.deck.id, i.deck.title.text(look.language)) for i in state.sectors]
    sector = wishes.sector if wishes.sector in {key for key, _words in sectors} else ""
    if not sector:
        sectors.insert(0, (DeckId(""), _("not chosen yet")))

    def choose(chosen: str) -> None:
        if chosen:
            work = partial(deck_choices.choose_sector, desk.app, desk.trainee_id, DeckId(chosen))
            keeper.act(work)
            keeper.refresh()

    goals = [(goal.value, _(words)) for goal, words in _GOALS.items()]
    exam = ExamDate(look, wishes.exam_date, state.today)
    exam.chosen.connect(lambda day: keeper.change(exam_date=day))
    return [
        pick(look, "sector", _("Work"), sectors, sector, act=choose, under=_("Its deck is added.")),
        rule(),
        pick(
            look,
            "goal",
            _("Exam"),
            goals,
            wishes.goal.value,
            act=lambda value: keeper.change(goal=Goal(value)),
        ),
        rule(),
        exam,
    ]
