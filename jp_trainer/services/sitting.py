"""Sit a mock exam: begin, answer, move, listen, take help, be interrupted, hand it in.

Each wish is one event and one commit. The rules are those of core/exam/sittings.py, which the
screen has applied already; here they are applied again, and what they do not allow is refused with
NotAllowedError, nothing written. `remaining_ms`: what the screen's monotonic clock says is left.
"""

import random
from collections.abc import Collection, Iterable

from jp_trainer.core.events import EventKind
from jp_trainer.core.exam import blueprint_json, item_json, sitting_log, sittings
from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.drawing import draw_paper, draw_quiz, draw_section
from jp_trainer.core.exam.items import ItemType
from jp_trainer.core.exam.papers import Mode, Paper
from jp_trainer.core.exam.sitting_changes import with_time
from jp_trainer.core.exam.sitting_state import SHARED_CLOCK, Aid, FinishedBy, LeftBy, SittingState
from jp_trainer.core.ids import TraineeId
from jp_trainer.services import automatic_items, exam_bank, people, sitting_cache
from jp_trainer.services.app import App, new_event_id
from jp_trainer.services.errors import SittingRunningError
from jp_trainer.services.exposure import seen_papers
from jp_trainer.services.recording import Scribe
from jp_trainer.services.sitting_writing import Wish, act, pen


def begin(
    app: App,
    trainee: TraineeId,
    blueprint: str,
    mode: Mode,
    *,
    form: str = "",
    section: str = "",
    count: int = 0,
    types: Collection[ItemType] = (),
    aids: Iterable[Aid] = (),
    again: bool = False,
    seed: str = "",
) -> SittingState:
    """Draw a paper that is new to the trainee, and begin.

    `section`: of Mode.SECTION; `count`, `types`: of Mode.QUIZ. `again`: take what was seen lately,
    too; it will not count. `seed`: the same gives the same paper.
    Raises UnknownExamError, MissingItems, KeyError (no such section), SittingRunningError.
    """
    paper = draw(
        app,
        trainee,
        blueprint,
        mode,
        form=form,
        section=section,
        count=count,
        types=types,
        again=again,
        seed=seed,
    )
    return begin_paper(app, trainee, exam_bank.blueprint(app, blueprint), paper, aids)


def draw(
    app: App,
    trainee: TraineeId,
    blueprint: str,
    mode: Mode,
    *,
    form: str = "",
    section: str = "",
    count: int = 0,
    types: Collection[ItemType] = (),
    again: bool = False,
    seed: str = "",
) -> Paper:
    """The paper that `begin` would begin with. Raises as `begin`."""
    exam = exam_bank.blueprint(app, blueprint)
    rng = random.Random(seed or new_event_id())
    with app.database.read() as view:
        seen = () if again else seen_papers(view, trainee)
    bank = automatic_items.bank_for(app, exam, trainee, seen, rng)
    match mode:
        case Mode.FULL:
            return draw_paper(exam, bank, seen, rng, form)
        case Mode.SECTION:
            return draw_section(exam, section, bank, seen, rng, form=form)
        case Mode.QUIZ:
            return draw_quiz(bank, count, seen, rng, types=types, blueprint=exam.id)


def begin_paper(
    app: App,
    trainee: TraineeId,
    exam: Blueprint,
    paper: Paper,
    aids: Iterable[Aid] = (),
    *,
    printed: bool = False,
) -> SittingState:
    """Begin with this paper. A quiz that runs is given up for it. `printed`: sat on paper.

    Raises SittingRunningError if a mock runs, UnknownTraineeError, ValueError for an empty paper.
    """
    sitting = new_event_id()
    with pen(app, begin) as writer:
        change = writer.change
        people.trainee_of(change, trainee)
        rows = change.sittings.of_trainee(trainee)
        for row in rows:
            if not row.finished and row.mode != Mode.QUIZ:
                raise SittingRunningError(row.id)
            if not row.finished:
                writer.finish(writer.load(row.id), FinishedBy.ABANDONED)
        exam_digest = blueprint_json.digest(exam)
        change.item_versions.put(exam_digest, blueprint_json.to_json(exam))
        digests = {testlet.id: item_json.digest(testlet) for testlet in paper.testlets}
        for testlet in paper.testlets:
            change.item_versions.put(digests[testlet.id], item_json.to_json(testlet))
        known = [row.id for row in rows]
        body = sitting_log.begun_body(
            exam, exam_digest, paper, digests, aids, printed=printed, known=known
        )
        scribe = Scribe(change, trainee, app.device, writer.now)
        event = scribe.write(EventKind.SITTING_BEGUN, sitting, body)
        state = sitting_log.begun(event, paper, exam)
        sitting_cache.keep(change, trainee, state, body)
        writer.save_clock(state)
    app.papers.put(sitting, paper, exam)
    return state


def running(app: App, trainee: TraineeId) -> SittingState | None:
    """The trainee's sitting that is not finished, the newest if there are several."""
    with app.database.read() as view:
        for row in view.sittings.of_trainee(trainee):
            if not row.finished:
                return sitting_cache.load(view, row.id, app.papers)
    return None


def load(app: App, sitting: str) -> SittingState:
    """A sitting as it stands. Raises UnknownSittingError."""
    with app.database.read() as view:
        return sitting_cache.load(view, sitting, app.papers)


def resume(app: App, sitting: str) -> SittingState:
    """Go on after the program had ended, or the screen was left: that is written down.

    The same question, the time that was left, the plays that were used.
    """
    with pen(app, resume) as writer:
        state = writer.load(sitting)
        if state.mode is Mode.QUIZ and state.finished is None:
            return state  # it can be left at will
        at = writer.now.at
        clocks = writer.change.sittings.clocks(sitting).values()
        saved = max((clock.saved_at for clock in clocks), default=at)
        away_s = max(0, round((at - saved).total_seconds()))
        after = sittings.interrupted(state, at, away_s)
        return writer.write(state, after, EventKind.SITTING_INTERRUPTED, {"away_s": away_s})


def answer(
    app: App,
    sitting: str,
    item: str,
    option: int,
    *,
    ms: int = 0,
    remaining_ms: int | None = None,
) -> SittingState:
    """Choose an option, from 1; 0 takes the answer back."""
    body = {"item": item, "option": option, "ms": ms}
    wish = Wish(
        EventKind.SITTING_ANSWERED, body, lambda state: sittings.answered(state, item, option, ms)
    )
    return act(app, sitting, wish, remaining_ms)


def flag(
    app: App, sitting: str, item: str, *, on: bool, remaining_ms: int | None = None
) -> SittingState:
    """Mark an item for review, or unmark it."""
    body = {"item": item, "on": on}
    wish = Wish(EventKind.SITTING_FLAGGED, body, lambda state: sittings.flagged(state, item, on=on))
    return act(app, sitting, wish, remaining_ms)


def move(
    app: App, sitting: str, item: str, *, ms: int = 0, remaining_ms: int | None = None
) -> SittingState:
    """Go to another item. `ms`: spent at the one that is left."""
    body = {"item": item, "ms": ms}
    wish = Wish(EventKind.SITTING_MOVED, body, lambda state: sittings.moved(state, item, ms))
    return act(app, sitting, wish, remaining_ms)


def play(app: App, sitting: str, item: str, *, remaining_ms: int | None = None) -> SittingState:
    """The clip of an item begins to play."""
    body = {"item": item}
    wish = Wish(EventKind.SITTING_PLAYED, body, lambda state: sittings.played(state, item))
    return act(app, sitting, wish, remaining_ms)


def help(
    app: App,
    sitting: str,
    item: str,
    aid: Aid,
    language: str = "",
    *,
    remaining_ms: int | None = None,
) -> SittingState:
    """Take help; beyond what the test offers it makes the sitting an assisted one."""
    body = {"item": item, "aid": aid.value, "language": language}
    wish = Wish(
        EventKind.SITTING_HELPED, body, lambda state: sittings.helped(state, item, aid, language)
    )
    return act(app, sitting, wish, remaining_ms)


def leave_section(
    app: App, sitting: str, *, ms: int = 0, remaining_ms: int | None = None
) -> SittingState:
    """Go on to the next section, this one being over for good; after the last one: finish."""
    with pen(app, leave_section) as writer:
        return writer.leave(writer.load(sitting, remaining_ms), LeftBy.LEFT, ms)


def tick(app: App, sitting: str, remaining_ms: int, clock: str | None = None) -> SittingState:
    """Save what is left on a clock (the running one); at zero the section, or the sitting, ends.

    Never more than was left before. A finished sitting, or a clock that does not run any more,
    stays as it is.
    """
    with pen(app, tick) as writer:
        state = writer.load(sitting)
        if state.clock is None or clock not in (None, state.clock):
            return state
        state = with_time(state, remaining_ms)
        if not state.is_time_up:
            writer.save_clock(state)
            return state
        if state.clock == SHARED_CLOCK:
            return writer.finish(state, FinishedBy.TIME)
        return writer.leave(state, LeftBy.TIME)


def finish(
    app: App,
    sitting: str,
    how: FinishedBy = FinishedBy.SUBMITTED,
    *,
    ms: int = 0,
    remaining_ms: int | None = None,
) -> SittingState:
    """Hand it in, or give it up."""
    with pen(app, finish) as writer:
        return writer.finish(writer.load(sitting, remaining_ms), how, ms)
