"""Write down what happened in a sitting, and bring its cache and its clock after it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from jp_trainer.core.events import EventKind
from jp_trainer.core.exam import sitting_log, sittings
from jp_trainer.core.exam.sitting_changes import with_time
from jp_trainer.core.exam.sitting_state import FinishedBy, LeftBy, SittingState
from jp_trainer.core.study_day import Moment
from jp_trainer.services import sitting_cache
from jp_trainer.services.app import App
from jp_trainer.services.recording import Scribe
from jp_trainer.storage.sittings import SavedClock, SittingRow
from jp_trainer.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted: the event to write, and the rule that says what it does or refuses it."""

    kind: EventKind
    body: Mapping[str, Any]
    action: Callable[[SittingState], SittingState]


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes down what happens in sittings, in one transaction, at one moment."""

    app: App
    change: Transaction
    now: Moment

    def load(self, sitting: str, remaining_ms: int | None = None) -> SittingState:
        """The sitting, with what is left of its time. Raises UnknownSittingError."""
        state = sitting_cache.load(self.change, sitting, self.app.papers)
        return with_time(state, remaining_ms)

    def write(
        self, before: SittingState, expected: SittingState, kind: EventKind, body: Mapping[str, Any]
    ) -> SittingState:
        """Write that `before` became `expected`; what reading it back gives is what is kept."""
        row = self._row(before)
        if before.remaining is not None:
            body = {"remaining_ms": before.remaining, **body}
        scribe = Scribe(self.change, row.trainee, self.app.device, self.now)
        event = scribe.write(kind, before.id, {**body, "prev": before.chain})
        after = sitting_log.followed(before, event)
        assert after == replace(expected, chain=after.chain)
        sitting_cache.keep(self.change, row.trainee, after, row.body["begun"])
        self.save_clock(before)
        return after

    def leave(self, state: SittingState, how: LeftBy, ms: int = 0) -> SittingState:
        """The section is over, and after the last one the sitting."""
        is_last = state.next_section is None
        after = sittings.section_left(state, ms)
        body = {"section": state.section, "how": how.value, "ms": ms}
        state = self.write(state, after, EventKind.SECTION_LEFT, body)
        if not is_last:
            return state
        return self.finish(state, FinishedBy.TIME if how is LeftBy.TIME else FinishedBy.SUBMITTED)

    def finish(self, state: SittingState, how: FinishedBy, ms: int = 0) -> SittingState:
        """The sitting is over."""
        after = sittings.finished(state, how, self.now.at, ms)
        body = {"how": how.value, "ms": ms}
        return self.write(state, after, EventKind.SITTING_FINISHED, body)

    def save_clock(self, state: SittingState) -> None:
        """Overwrite what is left on the clock that runs."""
        if state.clock is not None and state.remaining is not None:
            saved = SavedClock(state.remaining, self.now.at)
            trainee = self._row(state).trainee
            self.change.sittings.put_clock(trainee, state.id, state.clock, saved)

    def _row(self, state: SittingState) -> SittingRow:
        row = self.change.sittings.get(state.id)
        assert row is not None
        return row


@contextmanager
def pen(app: App, origin: object) -> Iterator[Pen]:
    """Begin a transaction. `origin`: the wish it is for, as in Database.write."""
    with app.database.write(origin=origin) as change:
        yield Pen(app, change, app.clock())


def act(app: App, sitting: str, wish: Wish, remaining_ms: int | None) -> SittingState:
    """Apply a wish in a transaction of its own. Raises NotAllowedError, UnknownSittingError."""
    with pen(app, act) as writer:
        state = writer.load(sitting, remaining_ms)
        return writer.write(state, wish.action(state), wish.kind, wish.body)
