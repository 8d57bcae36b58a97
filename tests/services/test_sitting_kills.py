"""Kill the program in the middle of an exam: the same question, the same time, nothing lost."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from jp_trainer.core.exam import sitting_log
from jp_trainer.services import people, sitting
from jp_trainer.services.app import App
from tests.examples import Clock, School, an_app
from tests.services.caches import assert_caches_are_the_log
from tests.services.killing import heard_until_killed

WITHIN_MS = 5_000


def assert_it_goes_on_where_it_was(folder: Path, heard: list[str]) -> bool:
    """Whether the last sitting was still running."""
    kept = [line.split(" ", 2) for line in heard if line.startswith("kept ")]
    clock = Clock()
    app = an_app(folder, clock)
    try:
        (trainee,) = people.everyone(app)
        if not kept:
            return False
        _, id, said = kept[-1]
        now = sitting.load(app, id)
        assert_kept(app, id, json.loads(said))
        # Of the clock that runs now: a section that was just entered has one that had not run yet.
        last: list[int] = []
        section = ""
        for line in heard:
            if line.startswith("kept "):
                before, section = section, json.loads(line.split(" ", 2)[2])["section"]
                last = last if section == before else []
            elif line.startswith(f"now {id} "):
                last.append(int(line.split()[2]))
        if now.finished is None and last and now.remaining is not None:
            same_clock = section == now.section
            assert not same_clock or abs(now.remaining - last[-1]) <= WITHIN_MS
        assert_caches_are_the_log(School(app, clock, trainee.id))
        return now.finished is None
    finally:
        app.database.close()


def assert_kept(app: App, id: str, said: dict[str, Any]) -> None:
    """All that was acknowledged is in the log, and at most the one step that was under way."""
    with app.database.read() as view:
        row = view.sittings.get(id)
        assert row is not None
        events = sitting_log.ordered(view.events.of_subject(row.trainee, id))
    links = [sitting_log.link(event) for event in events]
    upto = links.index(said["chain"]) + 1
    assert len(events) - upto <= 2  # leaving the last section is two events
    assert sitting_log.breaks(events) == ()
    state = sitting.load(app, id)
    then = sitting_log.replay(events[:upto], state.paper, state.blueprint)
    assert then is not None
    found = sitting_log.to_json(then)
    assert {**found, "remaining_ms": None} == {**said, "remaining_ms": None}
    if upto == len(events):
        assert (state.item, dict(state.plays)) == (said["item"], said["plays"])


def kill_again_and_again(folder: Path, kills: int, seed: int) -> tuple[int, int]:
    """How many steps were acknowledged, and how often a sitting was under way."""
    chance = random.Random(seed)
    steps = running = 0
    for number in range(kills):
        heard = heard_until_killed(
            "tests.services.sitting_exam", folder, seed + number, chance.uniform(0.0, 0.4)
        )
        steps += sum(line.startswith("kept ") for line in heard)
        running += assert_it_goes_on_where_it_was(folder, heard)
    return steps, running


def test_ten_kills_in_a_sitting_lose_nothing(tmp_path: Path) -> None:
    steps, running = kill_again_and_again(tmp_path, kills=10, seed=2026)

    assert steps > 50
    assert running >= 5


@pytest.mark.soak
def test_a_hundred_kills_in_a_sitting_lose_nothing(tmp_path: Path) -> None:
    steps, running = kill_again_and_again(tmp_path, kills=100, seed=7)

    assert steps > 1_000
    assert running >= 50
