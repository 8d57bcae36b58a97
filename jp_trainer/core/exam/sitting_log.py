"""Read a sitting back from what was written down, and see whether anybody changed it since.

Each event names the one before it by a digest of its content (`prev`). That chain is the order of
a sitting, because the computer's clock may have been set back in the middle; and an event that was
changed, left out or slipped in breaks it. Whoever can rewrite the whole file can also rewrite the
whole chain: against that only the seal helps, the digest of the last event, noted elsewhere.
"""

import enum
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from jp_trainer.core.events import SITTING_KINDS, Event, EventKind, set_by_id
from jp_trainer.core.exam import sitting_changes as changes
from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.papers import Paper
from jp_trainer.core.exam.sitting_state import (
    Aid,
    Finished,
    FinishedBy,
    Interruption,
    SittingState,
    section_with,
)
from jp_trainer.core.exam.sittings import first_state
from jp_trainer.core.study_day import Moment


class BreakKind(enum.StrEnum):
    """How a chain is broken."""

    NO_BEGINNING = "no-beginning"
    MISSING = "missing"  # an event names one that is not there: changed or left out
    FORKED = "forked"  # two events follow the same one: copied, or slipped in
    CONTENT = "content"  # an item is not what was shown
    KEPT = "kept"  # what is kept beside the events says something else


@dataclass(frozen=True, slots=True)
class Break:
    """Where a chain is broken: an event, the digest of an item, or the sitting."""

    kind: BreakKind
    where: str


def link(event: Event) -> str:
    """What the next event names this one by: 32 hexadecimal digits.

    Of everything but `seq` and `received_at`, which are not part of what happened.
    """
    content = [
        *(event.id, event.device, event.trainee, str(event.kind), event.subject),
        *(event.at.astimezone(UTC).isoformat(), event.utc_offset_min, event.study_day, event.body),
    ]
    text = json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def seal(state: SittingState) -> str:
    """The last link in a form to write down: "7F3A-91C2-04BE"."""
    shown = state.chain[:12].upper()
    return "-".join(shown[at : at + 4] for at in range(0, len(shown), 4))


def ordered(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events of one sitting as they followed each other, whatever the clock said.

    What follows nothing that is here comes last, by order_key.
    """
    following: dict[str, list[Event]] = {}
    for event in sorted(set_by_id(events), key=lambda e: (e.order_key, e.id), reverse=True):
        following.setdefault(_prev(event), []).append(event)
    found: list[Event] = []
    waiting = following.pop("", [])
    while waiting or following:
        if not waiting:
            orphan = min((each[-1] for each in following.values()), key=lambda e: e.order_key)
            waiting = following.pop(_prev(orphan))
        event = waiting.pop()
        found.append(event)
        waiting += following.pop(link(event), [])
    return tuple(found)


def breaks(events: Iterable[Event]) -> tuple[Break, ...]:
    """Where the chain of a sitting is broken; () if it is whole."""
    there = set_by_id(events)
    links = {link(event) for event in there}
    found: list[Break] = []
    followed: set[str] = set()
    for event in ordered(there):
        prev = _prev(event)
        if prev in followed:
            found.append(Break(BreakKind.FORKED, event.id))
        elif (prev == "") != (event.kind == EventKind.SITTING_BEGUN):
            found.append(Break(BreakKind.NO_BEGINNING, event.id))
        elif prev and prev not in links:
            found.append(Break(BreakKind.MISSING, event.id))
        followed.add(prev)
    if not there:
        found.append(Break(BreakKind.NO_BEGINNING, ""))
    return tuple(found)


def begun_body(
    blueprint: Blueprint,
    blueprint_digest: str,
    paper: Paper,
    digests: Mapping[str, str],
    aids: Iterable[Aid] = (),
    *,
    printed: bool = False,
    known: Iterable[str] = (),
) -> dict[str, Any]:
    """The body of SittingBegun.

    `digests`: of each testlet, by its id. `printed`: sat on paper. `known`: ids of the trainee's
    sittings so far: which came first must not hang on the computer's clock.
    """
    return {
        **({"printed": True} if printed else {}),
        "blueprint": blueprint.id,
        "version": blueprint.version,
        "blueprint_digest": blueprint_digest,
        "exam": blueprint.exam,
        "mode": paper.mode.value,
        "form": paper.form,
        "aids": sorted(aids),
        "known": sorted(known),
        "paper": {
            "sections": [
                {"id": section.id, "testlets": [digests[each.id] for each in section.testlets]}
                for section in paper.sections
            ]
        },
        "prev": "",
    }


def begun(event: Event, paper: Paper, blueprint: Blueprint) -> SittingState:
    """The sitting at its SittingBegun. Raises ValueError for a paper without an item."""
    aids = frozenset(aid for aid in Aid if aid in _list(event.body.get("aids")))
    moment = Moment(event.at, event.utc_offset_min)
    state = first_state(event.subject, paper, blueprint, moment, aids)
    return replace(state, chain=link(event), printed=event.body.get("printed") is True)


def followed(state: SittingState, event: Event) -> SittingState:
    """The sitting after the next event; one that cannot be read changes only the chain."""
    body = event.body
    if event.kind in SITTING_KINDS:
        state = changes.with_time(state, _whole(body.get("remaining_ms")))
        item = str(body.get("item", ""))
        if section_with(state.paper, item) is not None:
            state = _at_item(state, event, item)
        else:
            state = _in_general(state, event)
    return replace(state, chain=link(event)) if "prev" in body else state


def _at_item(state: SittingState, event: Event, item: str) -> SittingState:
    body = event.body
    ms = _whole(body.get("ms")) or 0
    match event.kind:
        case EventKind.SITTING_ANSWERED:
            return changes.with_answer(state, item, _whole(body.get("option")) or 0, ms)
        case EventKind.SITTING_FLAGGED:
            return changes.with_flag(state, item, on=bool(body.get("on")))
        case EventKind.SITTING_MOVED:
            return changes.at_item(changes.with_ms(state, state.item, ms), item)
        case EventKind.SITTING_PLAYED:
            return changes.with_play(state, state.paper.testlet_of(item).id)
        case EventKind.SITTING_HELPED:
            aid = next((aid for aid in Aid if aid == body.get("aid")), None)
            language = str(body.get("language", ""))
            return state if aid is None else changes.with_help(state, aid, language)
        case _:
            return state


def _in_general(state: SittingState, event: Event) -> SittingState:
    body = event.body
    ms = _whole(body.get("ms")) or 0
    match event.kind:
        case EventKind.SITTING_INTERRUPTED:
            away = _whole(body.get("away_s")) or 0
            return changes.with_interruption(state, event.at, state.remaining or 0, away)
        case EventKind.SECTION_LEFT:
            state = changes.with_ms(state, state.item, ms)
            return changes.with_left(state, str(body.get("section", "")))
        case EventKind.SITTING_FINISHED:
            how = next((how for how in FinishedBy if how == body.get("how")), FinishedBy.SUBMITTED)
            return changes.with_end(changes.with_ms(state, state.item, ms), how, event.at)
        case EventKind.MISTAKES_ADDED:
            return replace(state, mistakes=tuple(map(str, _list(body.get("words")))))
        case _:
            return state


def replay(events: Iterable[Event], paper: Paper, blueprint: Blueprint) -> SittingState | None:
    """The sitting from all its events, in whatever order they arrived; None without beginning."""
    state: SittingState | None = None
    for event in ordered(events):
        if event.kind == EventKind.SITTING_BEGUN:
            state = begun(event, paper, blueprint) if state is None else state
        elif state is not None:
            state = followed(state, event)
    return state


def to_json(state: SittingState) -> dict[str, Any]:
    """What changes in a sitting, as JSON values: without paper, blueprint and beginning."""
    return {
        "section": state.section,
        "item": state.item,
        "assisted": sorted(state.assisted),
        "answers": dict(state.answers),
        "flags": sorted(state.flags),
        "plays": dict(state.plays),
        "ms": dict(state.ms),
        "left": list(state.left),
        "remaining_ms": dict(state.remaining_ms),
        "interruptions": [
            [each.at.isoformat(), each.remaining_ms, each.away_s] for each in state.interruptions
        ],
        "finished": None
        if state.finished is None
        else [state.finished.how.value, state.finished.at.isoformat()],
        "chain": state.chain,
        "mistakes": None if state.mistakes is None else list(state.mistakes),
        **({"printed": True} if state.printed else {}),
    }


def of_json(first: SittingState, body: Mapping[str, Any]) -> SittingState:
    """What `to_json` wrote, on the sitting as it began. Raises KeyError, TypeError, ValueError."""
    end = body["finished"]
    mistakes = body["mistakes"]
    return replace(
        first,
        section=body["section"],
        item=body["item"],
        assisted=frozenset(map(Aid, body["assisted"])),
        answers=dict(body["answers"]),
        flags=frozenset(body["flags"]),
        plays=dict(body["plays"]),
        ms=dict(body["ms"]),
        left=tuple(body["left"]),
        remaining_ms=dict(body["remaining_ms"]),
        interruptions=tuple(
            Interruption(datetime.fromisoformat(at), left, away)
            for at, left, away in body["interruptions"]
        ),
        finished=Finished(FinishedBy(end[0]), datetime.fromisoformat(end[1])) if end else None,
        chain=body["chain"],
        mistakes=None if mistakes is None else tuple(mistakes),
        printed=body.get("printed") is True,
    )


def _prev(event: Event) -> str:
    return str(event.body.get("prev", ""))


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
