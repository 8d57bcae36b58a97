"""Decide what a candidate may do in a sitting, and what the sitting becomes by it.

Everything is a value: the screen applies an action at once and paints; the service applies the same
action and writes it down. No function looks at a clock: what is left of the time is counted by the
screen, monotonically, and handed over, so that setting the computer's clock changes nothing.

Each action raises NotAllowedError where the rules of the exam do not allow it. `ms` is the time
spent at the current item since the last action that said so.
"""

import enum
from datetime import datetime

from jp_trainer.core.errors import TrainerError
from jp_trainer.core.exam.blueprints import Blueprint, ClockKind, Section
from jp_trainer.core.exam.items import Item
from jp_trainer.core.exam.papers import Mode, Paper
from jp_trainer.core.exam.sitting_changes import (
    at_item,
    with_answer,
    with_end,
    with_flag,
    with_help,
    with_interruption,
    with_left,
    with_ms,
    with_play,
)
from jp_trainer.core.exam.sitting_state import (
    SHARED_CLOCK,
    Aid,
    FinishedBy,
    SittingState,
    section_with,
)
from jp_trainer.core.study_day import Moment

_MINUTE_MS = 60_000


class Rule(enum.StrEnum):
    """What an action would break."""

    FINISHED = "finished"
    RUNNING = "running"  # only after the end
    TIME_UP = "time-up"
    UNKNOWN_ITEM = "unknown-item"
    UNKNOWN_OPTION = "unknown-option"
    ELSEWHERE = "elsewhere"  # the item is not where the candidate is
    NO_WAY_THERE = "no-way-there"
    NO_PLAYS_LEFT = "no-plays-left"
    ANSWER_STANDS = "answer-stands"  # feedback was given


class NotAllowedError(TrainerError):
    """The rules of the exam do not allow this; nothing was changed. `what`: an item or section."""

    def __init__(self, rule: Rule, what: str = "") -> None:
        super().__init__(rule.value, what)
        self.rule, self.what = rule, what


def first_state(
    id: str, paper: Paper, blueprint: Blueprint, begun: Moment, aids: frozenset[Aid] = frozenset()
) -> SittingState:
    """A sitting that begins. Raises ValueError for a paper without an item."""
    sections = [section for section in paper.sections if section.items]
    if len(sections) != len(paper.sections) or not sections:
        raise ValueError("a section without items")
    return SittingState(
        id=id,
        paper=paper,
        blueprint=blueprint,
        begun=begun,
        section=sections[0].id,
        item=sections[0].items[0].id,
        assisted=aids,
        remaining_ms=clocks_of(paper, blueprint),
    )


def clocks_of(paper: Paper, blueprint: Blueprint) -> dict[str, int]:
    """Milliseconds on each clock at the beginning; {} where no clock runs.

    A section alone gets its own minutes, or of a shared clock its share by items, rounded up.
    """
    known = {section.id: section for section in blueprint.sections}
    match paper.mode:
        case Mode.QUIZ:
            return {}
        case Mode.FULL if blueprint.clock is ClockKind.SHARED:
            return {SHARED_CLOCK: (blueprint.minutes or 0) * _MINUTE_MS}
        case _:
            return {s.id: _minutes(known[s.id], blueprint) * _MINUTE_MS for s in paper.sections}


def _minutes(section: Section, blueprint: Blueprint) -> int:
    if section.minutes is not None:
        return section.minutes
    return -(-(blueprint.minutes or 0) * section.count // blueprint.count)


def answered(state: SittingState, item: str, option: int, ms: int = 0) -> SittingState:
    """Choose an option, from 1, or take the answer back: 0."""
    _in_time(state)
    found = _item(state, item)
    if section_with(state.paper, item) != state.section:
        raise NotAllowedError(Rule.ELSEWHERE, item)
    if state.rules.forward_only and item != state.item:
        raise NotAllowedError(Rule.ELSEWHERE, item)
    if not 0 <= option <= len(found.options):
        raise NotAllowedError(Rule.UNKNOWN_OPTION, item)
    if state.mode is Mode.QUIZ and (item in state.answers or not option):
        raise NotAllowedError(Rule.ANSWER_STANDS, item)
    return with_answer(state, item, option, ms)


def flagged(state: SittingState, item: str, *, on: bool) -> SittingState:
    """Mark an item for review, or unmark it."""
    _in_time(state)
    _item(state, item)
    return with_flag(state, item, on=on)


def moved(state: SittingState, item: str, ms: int = 0) -> SittingState:
    """Go to another item; to one of another section only where there is a way back."""
    _in_time(state)
    _item(state, item)
    if item == state.item:
        return with_ms(state, state.item, ms)
    if not state.may_go(item):
        raise NotAllowedError(Rule.NO_WAY_THERE, item)
    return at_item(with_ms(state, state.item, ms), item)


def played(state: SittingState, item: str) -> SittingState:
    """Begin the clip of the current item, or of another where there is a way to it."""
    _in_time(state)
    _item(state, item)
    if item != state.item and not state.may_go(item):
        raise NotAllowedError(Rule.ELSEWHERE, item)
    if state.plays_left(item) == 0:
        raise NotAllowedError(Rule.NO_PLAYS_LEFT, item)
    return with_play(state, state.paper.testlet_of(item).id)


def helped(state: SittingState, item: str, aid: Aid, language: str = "") -> SittingState:
    """Take help at an item. Help that the real test gives too changes nothing."""
    if state.finished is not None:
        raise NotAllowedError(Rule.FINISHED)
    _item(state, item)
    return with_help(state, aid, language)


def section_left(state: SittingState, ms: int = 0) -> SittingState:
    """Go on to the next section that is not over; this one is over for good.

    After the last one nothing is left but to finish: `next_section` is None before.
    """
    if state.finished is not None:
        raise NotAllowedError(Rule.FINISHED)
    if state.section in state.left:
        raise NotAllowedError(Rule.NO_WAY_THERE, state.section)
    return with_left(with_ms(state, state.item, ms), state.section)


def interrupted(state: SittingState, at: datetime, away_s: int) -> SittingState:
    """The program ended, and the candidate is back at the same question and the same time."""
    if state.finished is not None:
        raise NotAllowedError(Rule.FINISHED)
    return with_interruption(state, at, state.remaining or 0, away_s)


def finished(state: SittingState, how: FinishedBy, at: datetime, ms: int = 0) -> SittingState:
    """Hand it in."""
    if state.finished is not None:
        raise NotAllowedError(Rule.FINISHED)
    return with_end(with_ms(state, state.item, ms), how, at)


def _in_time(state: SittingState) -> None:
    if state.finished is not None:
        raise NotAllowedError(Rule.FINISHED)
    if state.is_time_up or state.section in state.left:
        raise NotAllowedError(Rule.TIME_UP, state.section)


def _item(state: SittingState, item: str) -> Item:
    for each in state.paper.items:
        if each.id == item:
            return each
    raise NotAllowedError(Rule.UNKNOWN_ITEM, item)
