"""Count why answers in exams were wrong, over time: "long vowels, 7 of 12"."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from jp_trainer.core.exam.items import ErrorCode
from jp_trainer.core.exam.sitting_state import SittingState
from jp_trainer.core.ids import TraineeId
from jp_trainer.services import sitting_cache
from jp_trainer.services.app import App
from jp_trainer.services.errors import UnknownSittingError


@dataclass(frozen=True, slots=True)
class ErrorCount:
    """How often an option of one kind was taken, of how often one was offered and answered."""

    code: ErrorCode
    wrong: int
    of: int

    @property
    def share(self) -> float:
        """0..1."""
        return self.wrong / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class SittingErrors:
    """The counts of one sitting, the most frequent first."""

    sitting: str
    begun_at: datetime
    counts: tuple[ErrorCount, ...]


@dataclass(frozen=True, slots=True)
class ErrorProfile:
    """The counts of all sittings together, the most frequent first; and of each, oldest first."""

    total: tuple[ErrorCount, ...]
    sittings: tuple[SittingErrors, ...]


def error_profile(app: App, trainee: TraineeId, exam: str = "") -> ErrorProfile:
    """Why answers were wrong in one exam, or in all: quizzes too, assisted sittings too.

    Sittings that are over: a mock that runs does not tell how it goes.
    """
    states: list[SittingState] = []
    with app.database.read() as view:
        for row in reversed(view.sittings.of_trainee(trainee)):
            if row.finished and exam in ("", row.exam):
                try:
                    states.append(sitting_cache.load(view, row.id, app.papers))
                except UnknownSittingError:
                    continue  # what was shown has not arrived here
    each = [SittingErrors(s.id, s.begun.at, counted([s])) for s in states if s.answers]
    return ErrorProfile(counted(states), tuple(each))


def counted(states: Iterable[SittingState]) -> tuple[ErrorCount, ...]:
    """How often each kind of wrong option was taken in these sittings; kinds never taken too."""
    wrong: dict[ErrorCode, int] = defaultdict(int)
    offered: dict[ErrorCode, int] = defaultdict(int)
    for state in states:
        for item in state.paper.items:
            chosen = state.answers.get(item.id)
            if chosen is None:
                continue
            for code in set(item.errors.values()):
                offered[code] += 1
            if (taken := item.errors.get(chosen)) is not None and chosen != item.key:
                wrong[taken] += 1
    counts = (ErrorCount(code, wrong[code], of) for code, of in offered.items())
    return tuple(sorted(counts, key=lambda each: (-each.wrong, -each.share, each.code)))
