"""Kill the real process at any moment: nothing acknowledged is lost, and cache = log."""

import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from jp_trainer.core.ids import EventId
from jp_trainer.services import people, study
from jp_trainer.services.study_states import Asking
from tests.examples import Clock, School, an_app
from tests.services.caches import assert_caches_are_the_log

ROOT = Path(__file__).parents[2]


def study_until_killed(folder: Path, seed: int, after_s: float) -> list[str]:
    """What the process had acknowledged when it was killed, `after_s` after it was ready."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.services.studying", str(folder), str(seed)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    timer = threading.Timer(after_s, process.kill)
    timer.start()
    heard = process.stdout.read().splitlines(keepends=True)
    timer.join()
    process.stdout.close()
    process.wait()
    return [line.strip() for line in heard if line.endswith("\n")]


def assert_nothing_was_lost(folder: Path, acknowledged: list[str]) -> None:
    clock = Clock()
    clock.sleep(400)
    app = an_app(folder, clock)
    try:
        (trainee,) = people.everyone(app)
        school = School(app, clock, trainee.id)
        answers = [line.split()[1] for line in acknowledged if line.startswith("answer")]
        with app.database.read() as view:
            kept = {event.id for event in view.events.get(map(EventId, answers))}
        assert kept == set(answers)
        assert_caches_are_the_log(school)
        assert isinstance(study.begin(app, trainee.id, more=True), Asking)
    finally:
        app.database.close()


def kill_again_and_again(folder: Path, kills: int, seed: int) -> int:
    chance = random.Random(seed)
    acknowledged: list[str] = []
    for number in range(kills):
        acknowledged += study_until_killed(folder, number, chance.uniform(0.0, 0.4))
        assert_nothing_was_lost(folder, acknowledged)
    return len(acknowledged)


def test_ten_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    assert kill_again_and_again(tmp_path, kills=10, seed=2026) > 20


@pytest.mark.soak
def test_two_hundred_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    assert kill_again_and_again(tmp_path, kills=200, seed=11) > 2_000
