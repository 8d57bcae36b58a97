"""Name what an exam consists of in a few words: for tabs, cards and lists."""

from jp_trainer.core.exam.blueprints import Blueprint, ClockKind, Section
from jp_trainer.core.exam.items import Item
from jp_trainer.core.exam.papers import Mode
from jp_trainer.core.exam.sitting_state import SittingState
from jp_trainer.ui.exam.clock import minutes_left
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, dates, exam_instructions, fill, later, ngettext

_TABS = {
    "script-vocabulary": later("Script and words"),
    "conversation-expression": later("Conversation"),
    "listening": later("Listening"),
    "reading": later("Reading"),
    "vocabulary": later("Vocabulary"),
    "grammar-reading": later("Grammar and reading"),
    "words": later("Words"),
    "conversation": later("Care conversation"),
    "documents": later("Documents"),
}
_PRINTS_ITS_QUESTIONS = frozenset({"jft-basic"})
"""Exams whose question is printed in English; elsewhere a statement is help."""


def tab_name(look: Look, section: Section) -> str:
    """A section, short enough for a tab."""
    known = _TABS.get(section.id, "")
    return _(known) if known else section.title.text(look.language)


def section_name(look: Look, blueprint: Blueprint, section: str) -> str:
    """A section's whole title; what a quiz asks has none."""
    for each in blueprint.sections:
        if each.id == section:
            return each.title.text(look.language)
    return _("Quick quiz")


def sitting_name(look: Look, state: SittingState) -> str:
    """JFT-Basic, form A."""
    title = state.blueprint.title.text(look.language)
    match state.mode:
        case Mode.QUIZ:
            return fill(_("{exam}: quick quiz"), exam=title)
        case Mode.SECTION:
            return fill(_("{exam}: one section"), exam=title)
        case _ if state.paper.form:
            return fill(_("{exam}, form {form}"), exam=title, form=state.paper.form)
        case _:
            return title


def minutes_of(blueprint: Blueprint) -> int:
    """Of the whole test."""
    if blueprint.clock is ClockKind.SHARED:
        return blueprint.minutes or 0
    return sum(section.minutes or 0 for section in blueprint.sections)


def questions(count: int) -> str:
    """48 questions."""
    return fill(ngettext("{count} question", "{count} questions", count), count=count)


def minutes(count: int) -> str:
    """60 minutes."""
    return dates.minutes(count)


def printed_statement(blueprint: Blueprint, item: Item) -> str:
    """The question as the test prints it in English, or ""."""
    return item.statement.en if blueprint.exam in _PRINTS_ITS_QUESTIONS else ""


def running_words(state: SittingState) -> str:
    """Go on with the mock: 23 minutes left."""
    if state.mode is Mode.QUIZ:
        return _("Go on with the quiz")
    if state.remaining is None:
        return _("Go on with the mock")
    return fill(_("Go on with the mock: {time} left"), time=minutes_left(state.remaining))


def task_words(blueprint: Blueprint, item: Item) -> str:
    """What is to be done, in Japanese, where the test prints no question in English."""
    if blueprint.exam in _PRINTS_ITS_QUESTIONS:
        return ""
    return exam_instructions.instruction(item.type).ja
