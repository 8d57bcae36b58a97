"""Keep each sitting as it stands beside its log, and read it back with the paper it was given."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC
from typing import Any

from jp_trainer.core.events import Event, EventKind
from jp_trainer.core.exam import blueprint_json, item_json, sitting_log
from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.papers import Mode, Paper, PaperSection
from jp_trainer.core.exam.sitting_changes import with_time
from jp_trainer.core.exam.sitting_state import SittingState
from jp_trainer.core.exam.sittings import first_state
from jp_trainer.core.ids import TraineeId
from jp_trainer.core.study_day import Moment
from jp_trainer.services.errors import UnknownSittingError
from jp_trainer.services.papers import Papers
from jp_trainer.storage.sittings import SittingRow
from jp_trainer.storage.transaction import Transaction


def load(view: Transaction, sitting: str, papers: Papers | None = None) -> SittingState:
    """A sitting as it stands, with what is left of its time. Raises UnknownSittingError.

    What is damaged in the cache is read from the log.
    """
    row = view.sittings.get(sitting)
    if row is None:
        raise UnknownSittingError(sitting)
    state = _of_row(view, row, papers)
    if state.finished is None:
        for clock, saved in view.sittings.clocks(sitting).items():
            state = with_time(state, saved.remaining_ms, clock)
    return state


def keep(
    change: Transaction, trainee: TraineeId, state: SittingState, begun: Mapping[str, Any]
) -> None:
    """Keep a sitting as it is now. `begun`: the body of its SittingBegun."""
    change.sittings.put(_row(trainee, state, begun))


def is_the_log(row: SittingRow, view: Transaction, events: tuple[Event, ...]) -> bool:
    """Whether what is kept of a sitting is what its events say; True where they cannot be read."""
    found = _replayed(view, events)
    if found is None:
        return True
    kept = replace(row, begun_at=row.begun_at.astimezone(UTC))
    return kept == _row(row.trainee, *found)


def _row(trainee: TraineeId, state: SittingState, begun: Mapping[str, Any]) -> SittingRow:
    return SittingRow(
        id=state.id,
        trainee=trainee,
        exam=state.blueprint.exam,
        blueprint=state.blueprint.id,
        mode=state.mode.value,
        form=state.paper.form,
        begun_at=state.begun.at,
        finished=state.finished.how.value if state.finished else "",
        body={
            "begun": {key: begun[key] for key in _NEEDED if key in begun},
            "utc_offset_min": state.begun.utc_offset_min,
            "testlets": [
                [testlet.id, [item.id for item in testlet.items]]
                for testlet in state.paper.testlets
            ],
            "state": sitting_log.to_json(state),
        },
    )


_NEEDED = ("blueprint_digest", "blueprint", "mode", "form", "paper", "known")


def follow(change: Transaction, event: Event) -> None:
    """Bring the cache after an event that came from elsewhere, whatever its place."""
    events = change.events.of_subject(event.trainee, event.subject)
    _keep_from_log(change, event.trainee, events)


def rebuild(change: Transaction, trainee: TraineeId) -> None:
    """Make the cache of a trainee's sittings again from the log."""
    change.sittings.drop_all(trainee)
    for subject in change.events.subjects(trainee):
        if ":" not in subject:
            _keep_from_log(change, trainee, change.events.of_subject(trainee, subject))


def paper_of(view: Transaction, begun: Mapping[str, Any]) -> tuple[Paper, Blueprint]:
    """The paper and the blueprint of a sitting, whole, as they were shown.

    `begun`: the body of SittingBegun. Raises KeyError, TypeError or ValueError if a part of it
    is not here.
    """
    kept = view.item_versions.get(begun["blueprint_digest"])
    if kept is None:
        raise KeyError(begun["blueprint_digest"])
    sections = tuple(
        PaperSection(
            section["id"],
            tuple(item_json.of_json(_shown(view, digest)) for digest in section["testlets"]),
        )
        for section in begun["paper"]["sections"]
    )
    paper = Paper(begun["blueprint"], Mode(begun["mode"]), sections, begun["form"])
    return paper, blueprint_json.of_json(kept)


def _shown(view: Transaction, digest: str) -> Mapping[str, Any]:
    found = view.item_versions.get(digest)
    if found is None:
        raise KeyError(digest)
    return found


def _of_row(view: Transaction, row: SittingRow, papers: Papers | None) -> SittingState:
    try:
        known = papers.get(row.id) if papers is not None else None
        paper, blueprint = known or paper_of(view, row.body["begun"])
        moment = Moment(row.begun_at.astimezone(UTC), row.body["utc_offset_min"])
        first = first_state(row.id, paper, blueprint, moment)
        state = sitting_log.of_json(first, row.body["state"])
    except (KeyError, TypeError, ValueError, AttributeError):
        events = view.events.of_subject(row.trainee, row.id)
        found = _replayed(view, events)
        if found is None:
            raise UnknownSittingError(row.id) from None
        return found[0]
    if papers is not None:
        papers.put(row.id, paper, blueprint)
    return state


def _replayed(
    view: Transaction, events: tuple[Event, ...]
) -> tuple[SittingState, Mapping[str, Any]] | None:
    begun = next((e for e in events if e.kind == EventKind.SITTING_BEGUN), None)
    if begun is None:
        return None
    try:
        paper, blueprint = paper_of(view, begun.body)
        state = sitting_log.replay(events, paper, blueprint)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None  # what was shown has not arrived, or is of a newer version
    return None if state is None else (state, begun.body)


def _keep_from_log(change: Transaction, trainee: TraineeId, events: tuple[Event, ...]) -> None:
    found = _replayed(change, events)
    if found is not None:
        keep(change, trainee, *found)
