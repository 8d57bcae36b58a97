"""Learn from everybody's answers on this machine how the items of an exam really do."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, sqrt

from jp_trainer.core.exam.answer_model import GRID, Difficulty, log_chances, of_class
from jp_trainer.core.exam.items import Item
from jp_trainer.core.exam.papers import Mode
from jp_trainer.core.exam.scoring import Response
from jp_trainer.core.exam.sitting_state import FinishedBy, SittingState
from jp_trainer.core.item_statistics import (
    ItemStatistics,
    PooledAnswer,
    Trust,
    statistics_of,
)
from jp_trainer.services import sitting_cache
from jp_trainer.services.app import App
from jp_trainer.services.errors import UnknownSittingError
from jp_trainer.services.exam_results import responses_in
from jp_trainer.storage.transaction import Transaction

_FEWEST = 12  # other answers: of fewer, nothing is known about who answered


@dataclass(frozen=True, slots=True)
class ItemHealth:
    """An item, as it was shown last, and what the answers to that version say."""

    item: Item
    statistics: ItemStatistics


def item_health(app: App, exam: str) -> tuple[ItemHealth, ...]:
    """Every item of an exam that was answered here, by id.

    From mocks and sections sat to their end without aid; an item counts for who had not met it.
    Reads all sittings: about 5 ms for each.
    """
    given: dict[tuple[str, int], list[PooledAnswer]] = defaultdict(list)
    items: dict[tuple[str, int], Item] = {}
    with app.database.read() as view:
        for state, responses in _sittings(view, exam):
            shown = {item.id: item for item in state.paper.items}
            counted = [each for each in responses if each.counts]
            for response, answer in zip(counted, _answers(state, counted), strict=True):
                item = shown[response.item]
                items[item.id, item.version] = item
                if answer is not None:
                    given[item.id, item.version].append(answer)
    newest = {item: version for item, version in sorted(items)}
    return tuple(
        ItemHealth(
            items[key],
            statistics_of(
                given[key],
                key=items[key].key,
                options=len(items[key].options),
                judged=of_class(items[key].difficulty),
            ),
        )
        for key in sorted(newest.items())
    )


def difficulties(app: App, exam: str) -> dict[str, Difficulty]:
    """Re-estimated difficulties, by item id, of the items that have answers enough."""
    return {
        health.item.id: health.statistics.difficulty
        for health in item_health(app, exam)
        if health.statistics.trust is not Trust.TOO_FEW
    }


def _sittings(view: Transaction, exam: str) -> list[tuple[SittingState, tuple[Response, ...]]]:
    found: list[tuple[SittingState, tuple[Response, ...]]] = []
    for row in view.sittings.all():
        if row.exam != exam or row.mode == Mode.QUIZ:
            continue
        if row.finished in ("", FinishedBy.ABANDONED):
            continue
        try:
            state = sitting_cache.load(view, row.id)
        except UnknownSittingError:
            continue  # what was shown has not arrived here
        if not state.is_assisted:
            rows = view.sittings.of_trainee(row.trainee)
            found.append((state, responses_in(state, rows)))
    return found


def _answers(state: SittingState, responses: Sequence[Response]) -> list[PooledAnswer | None]:
    """Each with the ability that the other answers of the sitting show; None if those are few."""
    if len(responses) <= _FEWEST:
        return [None] * len(responses)
    rows = []
    for each in responses:
        right, wrong = log_chances(each.difficulty.b, each.difficulty.sd, each.options)
        rows.append(right if each.right else wrong)
    # Who sits the exam is taken for normal about its cut.
    total = [sum(logs) - ability**2 / 2 for ability, *logs in zip(GRID, *rows, strict=True)]
    found: list[PooledAnswer | None] = []
    for each, row in zip(responses, rows, strict=True):
        without = [all_ - log for all_, log in zip(total, row, strict=True)]
        best = max(without)
        weights = [exp(log - best) for log in without]
        mean = sum(w * a for w, a in zip(weights, GRID, strict=True)) / sum(weights)
        square = sum(w * (a - mean) ** 2 for w, a in zip(weights, GRID, strict=True))
        sd = sqrt(square / sum(weights))
        found.append(PooledAnswer(each.chosen, mean, sd, state.ms.get(each.item, 0)))
    return found
