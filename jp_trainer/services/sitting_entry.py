"""Sit a paper by script, or write down one that was sat on paper: all answers at once."""

from collections.abc import Mapping

from jp_trainer.core.exam.papers import Paper, PaperSection
from jp_trainer.core.exam.recordings import is_heard
from jp_trainer.core.exam.sitting_state import SittingState
from jp_trainer.services import sitting
from jp_trainer.services.app import App
from jp_trainer.services.errors import AnswersError


def read_answers(paper: Paper, text: str) -> dict[str, int]:
    """Answers as they are typed from a sheet, by item id.

    One line for each section, `section: 3 1 - 2`, or without names in the order of the paper;
    signs may stand together (`312`), `-` or `0` is a blank; or `item=3` in any order.
    Raises AnswersError.
    """
    answers: dict[str, int] = {}
    sections = {section.id: section for section in paper.sections}
    known = {item.id: item for item in paper.items}
    waiting = list(paper.sections)
    for number, line in enumerate(text.splitlines(), 1):
        words = line.split("#")[0].strip()
        if not words:
            continue
        if "=" in words:
            for pair in words.replace(",", " ").split():
                item, _, chosen = pair.partition("=")
                if item not in known or not chosen.isdigit():
                    raise AnswersError(number, pair)
                answers[item] = int(chosen)
            continue
        name, colon, given = words.rpartition(":")
        if colon and name.strip() not in sections:
            raise AnswersError(number, name)
        if not colon and not waiting:
            raise AnswersError(number, words)
        section = sections[name.strip()] if colon else waiting[0]
        waiting = [each for each in waiting if each.id != section.id]
        answers |= _of_section(section, given, number)
    for id, option in answers.items():
        if option > len(known[id].options):
            raise AnswersError(0, f"{id}={option}")
    return {id: option for id, option in answers.items() if option}


def enter(
    app: App, state: SittingState, answers: Mapping[str, int], ms: Mapping[str, int] | None = None
) -> SittingState:
    """Go through a sitting from where it stands, answer, and hand it in. `ms`: spent, by item.

    The clock runs by `ms`: what does not fit into the time is not answered. Raises NotAllowedError.
    """
    spent = ms or {}
    while state.finished is None:
        section = state.section
        items = [item.id for item in state.section_now.items]
        if state.rules.forward_only:  # what was gone on with began in the middle
            items = items[items.index(state.item) :]
        for item in items:
            if item != state.item:
                state = sitting.move(app, state.id, item)
            if is_heard(state.testlet_now) and not state.plays.get(state.testlet_now.id):
                state = sitting.play(app, state.id, item)
            left = state.remaining
            left = None if left is None else max(0, left - spent.get(item, 0))
            if left == 0:
                state = sitting.tick(app, state.id, 0)
                break
            if option := answers.get(item):
                used = spent.get(item, 0)
                state = sitting.answer(app, state.id, item, option, ms=used, remaining_ms=left)
        if state.finished is None and state.section == section:
            state = sitting.leave_section(app, state.id)
    return state


def _of_section(section: PaperSection, given: str, line: int) -> dict[str, int]:
    signs = [sign for sign in given if not sign.isspace() and sign not in ",;"]
    if len(signs) > len(section.items) or any(s != "-" and not s.isdigit() for s in signs):
        raise AnswersError(line, given.strip())
    return {
        item.id: 0 if sign == "-" else int(sign)
        for item, sign in zip(section.items, signs, strict=False)
    }
