"""Picture mock exams: the start, every type of question, the result, the review."""

import random
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from jp_trainer.core.exam.drawing import draw_paper
from jp_trainer.core.exam.items import ItemType, Status
from jp_trainer.core.exam.papers import Mode, Paper, PaperSection
from jp_trainer.core.exam.sitting_state import Aid, FinishedBy, SittingState
from jp_trainer.services import exam_bank, sitting
from jp_trainer.ui.exam.clock import Countdown
from tools import demo
from tools.scenes.listed import scene
from tools.stage import Stage

JFT, N5, CARE = "jft-basic", "jlpt-n5", "nursing-care-japanese"
_LEFT_MS = 1_421_000  # 23:41
_SHOWN: tuple[tuple[str, ItemType], ...] = (
    *((JFT, kind) for kind in (
        ItemType.WORD_MEANING, ItemType.WORD_USAGE, ItemType.KANJI_READING,
        ItemType.KANJI_MEANING, ItemType.GRAMMAR_FORM, ItemType.EXPRESSION,
        ItemType.CONVERSATION, ItemType.SERVICE, ItemType.ANNOUNCEMENT, ItemType.SHORT_PASSAGE,
        ItemType.INFORMATION,
    )),
    *((N5, kind) for kind in (
        ItemType.ORTHOGRAPHY, ItemType.CONTEXT, ItemType.PARAPHRASE, ItemType.SENTENCE_ORDER,
        ItemType.TEXT_GRAMMAR, ItemType.MID_PASSAGE, ItemType.TASK, ItemType.KEY_POINT,
        ItemType.VERBAL_EXPRESSION, ItemType.QUICK_RESPONSE,
    )),
    *((CARE, kind) for kind in (
        ItemType.CARE_WORD, ItemType.CARE_TALK, ItemType.CARE_DOCUMENT,
    )),
)  # fmt: skip


def _paper(stage: Stage, exam: str) -> tuple[Any, Paper]:
    blueprint = exam_bank.blueprint(stage.app, exam)
    bank = exam_bank.bank(stage.app, exam, live_only=False)
    testlets = tuple(  # what nobody has solved blind yet can be looked at, too
        replace(each, items=tuple(replace(item, status=Status.LIVE) for item in each.items))
        for each in bank.testlets
    )
    whole = replace(bank, testlets=testlets)
    return blueprint, draw_paper(blueprint, whole, (), random.Random(4), "A")


def _begin(stage: Stage, exam: str = JFT, **more: Any) -> SittingState:
    person = stage.sign_in(demo.AYESHA)
    return sitting.begin_paper(stage.app, person.id, *_paper(stage, exam), **more)


def _half_done(stage: Stage, state: SittingState, until: str) -> SittingState:
    """Answered up to this item; every third wrong, one flagged."""
    for section in state.paper.sections:
        ids = [item.id for item in section.items]
        for number, item in enumerate(section.items):
            if item.id == until:
                return state
            state = _at(stage, state, item.id)
            option = item.key if number % 3 != 2 else 1 + item.key % len(item.options)  # noqa: PLR2004
            state = sitting.answer(stage.app, state.id, item.id, option, ms=31_000)
            if number == 2:  # noqa: PLR2004
                state = sitting.flag(stage.app, state.id, item.id, on=True)
        if until not in ids and section.id != state.paper.sections[-1].id:
            state = sitting.leave_section(stage.app, state.id)
    return state


def _at(stage: Stage, state: SittingState, item: str) -> SittingState:
    if state.item == item:
        return state
    return sitting.move(stage.app, state.id, item, remaining_ms=_LEFT_MS)


def _stop_clock(screen: Any) -> Any:
    """A picture must look the same each time."""
    for each in screen.findChildren(Countdown):
        each.stop()
    screen.head.clock.show_left(_LEFT_MS)
    return screen


def _show(stage: Stage, state: SittingState) -> Any:
    sections = frozenset(section.id for section in state.paper.sections)
    return _stop_clock(stage.go("sitting", state=state, begun=sections))


def _question(stage: Stage, exam: str, kind: ItemType) -> None:
    state = _begin(stage, exam)
    item = next(item for item in state.paper.items if item.type is kind)
    state = _half_done(stage, state, item.id)
    screen = _show(stage, _at(stage, state, item.id))
    stage.press(Qt.Key.Key_2)
    _stop_clock(screen)


for _exam, _kind in _SHOWN:
    scene(f"exam-{_exam.split('-')[0]}-{_exam.split('-')[1]}-{_kind.value.replace('_', '-')}")(
        partial(_question, exam=_exam, kind=_kind)
    )


@scene("exams")
def exams(stage: Stage) -> None:
    """Nothing was sat yet."""
    stage.sign_in(demo.AYESHA, sector="nursing-care")
    stage.go("exams")


@scene("exams-running")
def exams_running(stage: Stage) -> None:
    """One waits to be gone on with, others were sat."""
    _sat(stage)
    state = _begin(stage)
    _at(stage, state, state.paper.items[1].id)
    sitting.tick(stage.app, state.id, _LEFT_MS)
    stage.go("exams")


@scene("exams-before")
def exams_before(stage: Stage) -> None:
    """The page before the start."""
    stage.sign_in(demo.AYESHA)
    stage.go("exams", exam="jft-basic-2026")


@scene("exams-before-jlpt")
def exams_before_jlpt(stage: Stage) -> None:
    """The same, with papers of their own clocks, and help chosen."""
    stage.sign_in(demo.AYESHA)
    screen = stage.go("exams", exam="jlpt-n5-2020")
    next(iter(screen.before.switches.values())).click()


@scene("today-mock")
def today_mock(stage: Stage) -> None:
    """The start screen offers to go on."""
    state = _begin(stage)
    sitting.tick(stage.app, state.id, _LEFT_MS)
    stage.go("today")


@scene("exam-paper")
def exam_paper(stage: Stage) -> None:
    """Before a paper of its own minutes."""
    state = _begin(stage, N5)
    stage.go("sitting", state=state)


@scene("exam-leave-section")
def exam_leave_section(stage: Stage) -> None:
    """The warning where there is no way back."""
    state = _begin(stage)
    last = state.paper.sections[0].items[-1]
    _stop_clock(_show(stage, _at(stage, state, last.id)))
    stage.press(Qt.Key.Key_Return)


@scene("exam-help")
def exam_help(stage: Stage) -> None:
    """The warning before help the real test does not give."""
    _show(stage, _begin(stage))
    stage.press(Qt.Key.Key_L)


@scene("exam-your-language")
def exam_your_language(stage: Stage) -> None:
    """The question in Urdu."""
    _show(stage, _begin(stage, aids=(Aid.STATEMENT,)))
    stage.press(Qt.Key.Key_L)


@scene("exam-finish")
def exam_finish(stage: Stage) -> None:
    """What is open, before it is handed in."""
    state = _begin(stage)
    last = state.paper.items[-1]
    state = _half_done(stage, state, last.id)
    screen = _show(stage, _at(stage, state, last.id))
    screen.candidate.go_on()
    stage.settle()


@scene("exam-quiz")
def exam_quiz(stage: Stage) -> None:
    """A quick quiz: the next question."""
    _show(stage, _quiz(stage))


@scene("exam-quiz-wrong")
def exam_quiz_wrong(stage: Stage) -> None:
    """Feedback at once."""
    state = _quiz(stage)
    _show(stage, state)
    wrong = 1 + state.item_now.key % len(state.item_now.options)
    stage.press(Qt.Key(Qt.Key.Key_0 + wrong))


def _quiz(stage: Stage) -> SittingState:
    person = stage.sign_in(demo.AYESHA)
    blueprint, paper = _paper(stage, JFT)
    some = tuple(t for section in paper.sections for t in section.testlets[2:4])
    quiz = Paper(blueprint.id, Mode.QUIZ, (PaperSection("quiz", some),))
    return sitting.begin_paper(stage.app, person.id, blueprint, quiz)


def _sat(stage: Stage, exam: str = JFT, **more: Any) -> SittingState:
    state = _half_done(stage, _begin(stage, exam, **more), "")
    return sitting.finish(stage.app, state.id, FinishedBy.SUBMITTED)


@scene("result")
def result(stage: Stage) -> None:
    """A whole JFT-Basic."""
    stage.go("exam_result", sitting=_sat(stage).id)


@scene("result-jlpt")
def result_jlpt(stage: Stage) -> None:
    """A whole N5, with minimums."""
    stage.go("exam_result", sitting=_sat(stage, N5).id)


@scene("result-practice")
def result_practice(stage: Stage) -> None:
    """With help: no estimate."""
    stage.go("exam_result", sitting=_sat(stage, aids=(Aid.STATEMENT,)).id)


@scene("review")
def review(stage: Stage) -> None:
    """A mistake, explained."""
    stage.go("exam_review", sitting=_sat(stage).id, show="wrong")


@scene("review-listening")
def review_listening(stage: Stage) -> None:
    """What was heard, in writing."""
    state = _sat(stage)
    clip = next(item for item in state.paper.items if item.type is ItemType.CONVERSATION)
    stage.go("exam_review", sitting=state.id, at=clip.id)
