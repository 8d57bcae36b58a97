"""The power goes while somebody studies in the window: the same question waits, all is kept."""

import os
import random
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from jp_trainer.core.ids import EventId
from tests.journeys.traveller import Traveller
from tests.services.caches import assert_caches_are_the_log

ROOT = Path(__file__).parents[2]


@dataclass
class Heard:
    """What the program had told when its power went."""

    kept: list[EventId]
    asked: tuple[int, str]


def study_until_the_power_goes(data: Path, answers: int) -> Heard:
    """Cut it as soon as so many answers were kept; whatever the program does right then."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.answering", str(data)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    heard = Heard([], (0, ""))
    cut = False
    for line in process.stdout:
        if not line.endswith("\n"):
            break
        match line.split():
            case ["kept", event]:
                heard.kept.append(EventId(event))
            case ["asked", position, question]:
                heard.asked = (int(position), question)
        if len(heard.kept) >= answers and not cut:
            cut = True
            process.kill()
    process.stdout.close()
    process.wait()
    assert cut
    return heard


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_after_a_power_cut_the_same_question_is_asked_and_nothing_is_lost(
    traveller: Traveller, seed: int
) -> None:
    traveller.settled(minutes=60)

    heard = study_until_the_power_goes(traveller.data, random.Random(seed).randint(3, 18))

    traveller.start()
    assert traveller.session.app.database.ended_uncleanly
    hands = traveller.hands
    hands.will_say("Go on")
    there = [event.id for event in traveller.events()]
    assert set(heard.kept) <= set(there)
    assert len(there) <= len(heard.kept) + 1  # one may have been kept before it could be told
    assert_caches_are_the_log(hands.school)
    hands.press(Qt.Key.Key_Return)
    hands.wait_for_a_question()
    assert hands.study.asking is not None
    position, question = heard.asked
    if len(there) == len(heard.kept) and hands.study.asking.position == position:
        assert hands.question.id == question
    assert hands.study.asking.position >= position
    hands.answer()
    hands.wait_until_kept()
