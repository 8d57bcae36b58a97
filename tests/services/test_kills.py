"""Kill the real process at any moment: nothing acknowledged is lost, and cache = log."""

import random
from pathlib import Path

import pytest

from jp_trainer.core.ids import EventId
from jp_trainer.services import people, study
from jp_trainer.services.study_states import Asking
from tests.examples import Clock, School, an_app
from tests.services.caches import assert_caches_are_the_log
from tests.services.killing import heard_until_killed


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
        acknowledged += heard_until_killed(
            "tests.services.studying", folder, number, chance.uniform(0.0, 0.4)
        )
        assert_nothing_was_lost(folder, acknowledged)
    return len(acknowledged)


def test_ten_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    assert kill_again_and_again(tmp_path, kills=10, seed=2026) > 20


@pytest.mark.soak
def test_two_hundred_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    assert kill_again_and_again(tmp_path, kills=200, seed=11) > 2_000
