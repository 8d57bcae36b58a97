"""Say what a sitting becomes by what happened in it, whether or not the rules allowed it.

What was written down is a fact: reading it back must give the same sitting under later rules too.
"""

from dataclasses import replace
from datetime import datetime

from jp_trainer.core.exam.sitting_state import (
    Aid,
    Finished,
    FinishedBy,
    Interruption,
    SittingState,
    is_beyond_the_test,
    section_of,
    section_with,
)

MOST_MS = 60 * 60 * 1000
"""Longer at one item at a time is not counted."""


def with_time(
    state: SittingState, remaining_ms: int | None, clock: str | None = None
) -> SittingState:
    """What is left on a clock, the running one if none is named: never more than before."""
    clock = state.clock if clock is None else clock
    if remaining_ms is None or clock is None or clock not in state.remaining_ms:
        return state
    left = min(state.remaining_ms[clock], max(0, remaining_ms))
    return replace(state, remaining_ms={**state.remaining_ms, clock: left})


def with_ms(state: SittingState, item: str, ms: int) -> SittingState:
    """Time spent at an item."""
    if ms <= 0:
        return state
    spent = state.ms.get(item, 0) + min(ms, MOST_MS)
    return replace(state, ms={**state.ms, item: spent})


def with_answer(state: SittingState, item: str, option: int, ms: int = 0) -> SittingState:
    """An option was chosen; 0: the answer was taken back."""
    answers = {key: value for key, value in state.answers.items() if key != item}
    if option:
        answers[item] = option
    return with_ms(replace(state, answers=answers), item, ms)


def with_flag(state: SittingState, item: str, *, on: bool) -> SittingState:
    """An item was marked for review, or unmarked."""
    flags = state.flags | {item} if on else state.flags - {item}
    return replace(state, flags=flags)


def at_item(state: SittingState, item: str) -> SittingState:
    """The candidate went to an item."""
    return replace(state, section=section_with(state.paper, item) or state.section, item=item)


def with_play(state: SittingState, testlet: str) -> SittingState:
    """A clip was begun."""
    return replace(state, plays={**state.plays, testlet: state.plays.get(testlet, 0) + 1})


def with_help(state: SittingState, aid: Aid, language: str = "") -> SittingState:
    """Help was taken."""
    if not is_beyond_the_test(state, aid, language):
        return state
    return replace(state, assisted=state.assisted | {aid})


def with_left(state: SittingState, section: str) -> SittingState:
    """A section is over; the candidate is at the beginning of the next one, if there is one."""
    if section in state.left:
        return state
    state = replace(state, left=(*state.left, section))
    there = state.next_section if state.section == section else None
    if there is None:
        return state
    return replace(state, section=there, item=section_of(state.paper, there).items[0].id)


def with_interruption(
    state: SittingState, at: datetime, remaining_ms: int, away_s: int
) -> SittingState:
    """The program had ended."""
    each = Interruption(at, max(0, remaining_ms), max(0, away_s))
    return replace(state, interruptions=(*state.interruptions, each))


def with_end(state: SittingState, how: FinishedBy, at: datetime) -> SittingState:
    """It was handed in; the first time counts."""
    return state if state.finished else replace(state, finished=Finished(how, at))
