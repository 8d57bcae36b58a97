"""Say which items a trainee has met before, and when."""

from collections.abc import Iterable

from jp_trainer.core.exam.papers import Mode
from jp_trainer.core.exam.sitting_state import FinishedBy
from jp_trainer.core.ids import TraineeId
from jp_trainer.storage.sittings import SittingRow
from jp_trainer.storage.transaction import Transaction


def seen_papers(view: Transaction, trainee: TraineeId) -> tuple[frozenset[str], ...]:
    """Ids of the testlets of a trainee's earlier papers, the latest paper first.

    Quizzes count with the mock before them: a handful of questions must not push a whole paper out
    of what was seen lately.
    """
    papers: list[frozenset[str]] = []
    quizzes: frozenset[str] = frozenset()
    rows = view.sittings.of_trainee(trainee)
    # The one that knew most others is the latest, whatever the computer's clock said.
    for row in sorted(rows, key=lambda row: (len(_known(row)), row.begun_at), reverse=True):
        met = frozenset(testlet for testlet, _items in _met(row))
        if row.mode == Mode.QUIZ:
            quizzes |= met
        else:
            papers.append(met | quizzes)
            quizzes = frozenset()
    return (*papers, quizzes) if quizzes else tuple(papers)


def items_met_before(rows: Iterable[SittingRow], sitting: SittingRow) -> frozenset[str]:
    """Ids of the items the trainee had met when a sitting began. `rows`: all of the trainee's."""
    return frozenset(
        item
        for row in rows
        if row.id != sitting.id and _came_before(row, sitting)
        for _testlet, items in _met(row)
        for item in items
    )


def _came_before(row: SittingRow, sitting: SittingRow) -> bool:
    """By what was known here when the later one began; only across computers by their clocks."""
    if row.id in _known(sitting):
        return True
    if sitting.id in _known(row):
        return False
    return (row.begun_at, row.id) < (sitting.begun_at, sitting.id)


def _known(row: SittingRow) -> list[str]:
    begun = row.body.get("begun")
    known = begun.get("known") if isinstance(begun, dict) else None
    return known if isinstance(known, list) else []


def _met(row: SittingRow) -> list[tuple[str, list[str]]]:
    """The testlets of a sitting that the candidate saw: of what was sat to its end all.

    What was not reached in time is shown afterwards with its key, like the rest.
    """
    body = row.body
    testlets = [(str(testlet), list(items)) for testlet, items in body.get("testlets", ())]
    state = body.get("state")
    state = state if isinstance(state, dict) else {}
    if row.finished in (FinishedBy.SUBMITTED, FinishedBy.TIME):
        return testlets
    touched = {*state.get("answers", ()), *state.get("ms", ()), state.get("item")}
    plays = state.get("plays", {})
    return [
        (testlet, items)
        for testlet, items in testlets
        if testlet in plays or not touched.isdisjoint(items)
    ]
