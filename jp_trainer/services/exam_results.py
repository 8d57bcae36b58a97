"""Say what a sitting meant: the estimate, every item looked at again, the way so far."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from jp_trainer.core.exam import sitting_log
from jp_trainer.core.exam.items import ErrorCode, Item, Testlet
from jp_trainer.core.exam.papers import Mode
from jp_trainer.core.exam.scoring import Estimate, Response, estimate, responses_of
from jp_trainer.core.exam.sitting_log import Break
from jp_trainer.core.exam.sitting_state import FinishedBy, SittingState
from jp_trainer.core.ids import TraineeId
from jp_trainer.services import sitting_cache
from jp_trainer.services.app import App
from jp_trainer.services.errors import UnknownSittingError
from jp_trainer.services.exposure import items_met_before
from jp_trainer.services.sitting_proof import breaks_of
from jp_trainer.storage.sittings import SittingRow
from jp_trainer.storage.transaction import Transaction

FRESH_DAYS = 21
"""A sitting says nothing about today any more after so long. Source: exams.md 6.5."""


class LeftOut(enum.StrEnum):
    """Why an item says nothing about the candidate."""

    ASSISTED = "assisted"
    SEEN = "seen"  # met in an earlier sitting


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a sitting.

    Attributes:
        estimate: None for a quiz, and for a sitting that was given up or still runs.
        right, asked: of all items, blank ones too. Never shown as a score.
        ms: spent, by section. left_out: why an item does not count, by item.
        is_old: begun more than FRESH_DAYS ago.
        breaks: where the chain of its events is broken; () if nobody changed anything.
        seal: to note elsewhere, see sitting_log.seal.
    """

    trainee: TraineeId
    state: SittingState
    estimate: Estimate | None
    right: int
    asked: int
    ms: Mapping[str, int]
    left_out: Mapping[str, LeftOut]
    is_old: bool
    breaks: tuple[Break, ...]
    seal: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One item looked at again.

    Attributes:
        number: in its section, from 1. chosen: the option, from 1; 0 for none.
        error: what the chosen wrong option stands for. plays: how often its clip was begun.
    """

    section: str
    number: int
    testlet: Testlet
    item: Item
    chosen: int
    error: ErrorCode | None
    ms: int
    plays: int
    flagged: bool
    left_out: LeftOut | None

    @property
    def right(self) -> bool:
        """Whether the key was chosen."""
        return self.chosen == self.item.key


@dataclass(frozen=True, slots=True)
class Past:
    """One sitting in the history.

    Attributes:
        difficulty: of the paper: the mean of its items' logits above the cut; 0 is usual.
        finished: None while it runs. estimate: as in Result.
    """

    sitting: str
    exam: str
    blueprint: str
    mode: Mode
    form: str
    begun_at: datetime
    finished: FinishedBy | None
    assisted: bool
    right: int
    asked: int
    ms: int
    difficulty: float
    estimate: Estimate | None


def result(app: App, trainee: TraineeId, sitting: str) -> Result:
    """What came of a sitting. Raises UnknownSittingError."""
    now = app.clock().at
    with app.database.read() as view:
        state = _own(app, view, trainee, sitting)
        rows = view.sittings.of_trainee(trainee)
        broken = breaks_of(view, trainee, sitting)
    left_out = _left_out(state, rows)
    responses = _responses(state, left_out)
    return Result(
        trainee=trainee,
        state=state,
        estimate=_estimate(state, responses),
        right=sum(each.right for each in responses),
        asked=len(responses),
        ms={
            section.id: sum(state.ms.get(item.id, 0) for item in section.items)
            for section in state.paper.sections
        },
        left_out=left_out,
        is_old=now - state.begun.at > timedelta(days=FRESH_DAYS),
        breaks=broken,
        seal=sitting_log.seal(state),
    )


def review(app: App, trainee: TraineeId, sitting: str) -> tuple[Reviewed, ...]:
    """Every item of a sitting, in order; none while it runs, for the keys would be told.

    Raises UnknownSittingError.
    """
    with app.database.read() as view:
        state = _own(app, view, trainee, sitting)
        if state.finished is None:
            return ()
        rows = view.sittings.of_trainee(trainee)
    left_out = _left_out(state, rows)
    found: list[Reviewed] = []
    for section in state.paper.sections:
        number = 0
        for testlet in section.testlets:
            for item in testlet.items:
                number += 1
                chosen = state.answers.get(item.id, 0)
                found.append(
                    Reviewed(
                        section=section.id,
                        number=number,
                        testlet=testlet,
                        item=item,
                        chosen=chosen,
                        error=item.errors.get(chosen),
                        ms=state.ms.get(item.id, 0),
                        plays=state.plays.get(testlet.id, 0),
                        flagged=item.id in state.flags,
                        left_out=left_out.get(item.id),
                    )
                )
    return tuple(found)


def history(app: App, trainee: TraineeId, exam: str = "") -> tuple[Past, ...]:
    """A trainee's sittings of one exam, or of all, the newest first.

    A sitting of which a part is missing here is left out.
    """
    with app.database.read() as view:
        rows = view.sittings.of_trainee(trainee)
        states = [(row, _loaded(app, view, row)) for row in rows if exam in ("", row.exam)]
    return tuple(_past(row, state, rows) for row, state in states if state is not None)


def readiness(app: App, trainee: TraineeId, exam: str) -> Estimate | None:
    """What all fresh sittings of an exam say together; None if there is none.

    Of the newest blueprint among them; sittings with an aid and what was seen before are left out.
    """
    since = app.clock().at - timedelta(days=FRESH_DAYS)
    responses: list[Response] = []
    newest: SittingState | None = None
    with app.database.read() as view:
        rows = view.sittings.of_trainee(trainee)
        for row in rows:
            if row.exam != exam or row.begun_at < since or not row.finished:
                continue
            state = _loaded(app, view, row)
            if state is None or not _is_fair(state) or state.is_assisted:
                continue
            newest = newest or state
            if state.blueprint == newest.blueprint:
                responses += _responses(state, _left_out(state, rows))
    return None if newest is None else estimate(newest.blueprint, responses)


def responses_in(state: SittingState, rows: tuple[SittingRow, ...]) -> tuple[Response, ...]:
    """The answers of a sitting; what was met before does not count.

    `rows`: all of the trainee's.
    """
    return _responses(state, _left_out(state, rows))


def _row(view: Transaction, trainee: TraineeId, sitting: str) -> SittingRow:
    row = view.sittings.get(sitting)
    if row is None or row.trainee != trainee:
        raise UnknownSittingError(sitting)
    return row


def _own(app: App, view: Transaction, trainee: TraineeId, sitting: str) -> SittingState:
    _row(view, trainee, sitting)
    return sitting_cache.load(view, sitting, app.papers)


def _loaded(app: App, view: Transaction, row: SittingRow) -> SittingState | None:
    try:
        return sitting_cache.load(view, row.id, app.papers)
    except UnknownSittingError:
        return None


def _left_out(state: SittingState, rows: tuple[SittingRow, ...]) -> dict[str, LeftOut]:
    if state.is_assisted:
        return {item.id: LeftOut.ASSISTED for item in state.paper.items}
    row = next((row for row in rows if row.id == state.id), None)
    met = items_met_before(rows, row) if row is not None else frozenset()
    return {item.id: LeftOut.SEEN for item in state.paper.items if item.id in met}


def _responses(state: SittingState, left_out: Mapping[str, LeftOut]) -> tuple[Response, ...]:
    seen = [item for item, why in left_out.items() if why is LeftOut.SEEN]
    return responses_of(state.blueprint, state.paper, state.answers, left_out=seen)


def _is_fair(state: SittingState) -> bool:
    """Whether it was sat to its end under the rules of the test."""
    return (
        state.mode is not Mode.QUIZ
        and state.finished is not None
        and state.finished.how is not FinishedBy.ABANDONED
    )


def _estimate(state: SittingState, responses: tuple[Response, ...]) -> Estimate | None:
    if not _is_fair(state):
        return None
    return estimate(state.blueprint, responses, assisted=state.is_assisted)


def _past(row: SittingRow, state: SittingState, rows: tuple[SittingRow, ...]) -> Past:
    responses = _responses(state, _left_out(state, rows))
    return Past(
        sitting=row.id,
        exam=row.exam,
        blueprint=row.blueprint,
        mode=state.mode,
        form=state.paper.form,
        begun_at=row.begun_at,
        finished=state.finished.how if state.finished else None,
        assisted=state.is_assisted,
        right=sum(each.right for each in responses),
        asked=len(responses),
        ms=sum(state.ms.values()),
        difficulty=sum(each.difficulty.b for each in responses) / max(1, len(responses)),
        estimate=_estimate(state, responses),
    )
