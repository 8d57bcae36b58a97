"""Be a program in which an exam is sat until it is killed: acknowledges each step with the state.

python -m tests.services.sitting_exam FOLDER SEED
"""

import json
import random
import sys
from pathlib import Path

from jp_trainer.core.exam import sitting_log
from jp_trainer.core.exam.blueprints import ClockKind
from jp_trainer.core.exam.sitting_state import Aid, SittingState
from jp_trainer.core.people import Preferences
from jp_trainer.services import people, sitting
from jp_trainer.services.app import App
from tests.examples import Clock, an_app
from tests.papers import OPTIONS, a_blueprint, a_paper

STEP_MS = 700
"""Of the exam's time, for each step; the clock is saved after three seconds of it."""


def main(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    clock = Clock()
    clock.tick(chance.uniform(-1e6, 1e6))  # somebody set the computer's clock meanwhile
    app = an_app(folder, clock)
    everyone = people.everyone(app)
    trainee = everyone[0] if everyone else people.add(app, "Bilal", Preferences())
    state = sitting.running(app, trainee.id)
    if state is not None:
        state = sitting.resume(app, state.id)
    say("ready")
    while True:
        if state is None or state.finished is not None:
            kind = chance.choice(tuple(ClockKind))
            state = sitting.begin_paper(app, trainee.id, a_blueprint(kind), a_paper())
        acknowledge(state)
        assert state.remaining is not None
        left, saved = state.remaining, 0
        while state.finished is None:
            clock.tick(chance.uniform(-1000, 1000))
            left, saved = max(0, left - STEP_MS), saved + STEP_MS
            say(f"now {state.id} {left}")
            if saved >= 3_000 or not left:
                saved = 0
                state = sitting.tick(app, state.id, left)
            else:
                state = step(app, state, chance, left)
            acknowledge(state)
            left = left if state.remaining is None else min(left, state.remaining)


def step(app: App, state: SittingState, chance: random.Random, left: int) -> SittingState:
    """Do something that is allowed."""
    id, item = state.id, state.item
    match chance.randrange(10):
        case 0:
            return sitting.flag(app, id, item, on=item not in state.flags, remaining_ms=left)
        case 1 if state.plays_left(item) != 0 and state.section == "listening":
            return sitting.play(app, id, item, remaining_ms=left)
        case 2:
            return sitting.help(app, id, item, Aid.STATEMENT, "en", remaining_ms=left)
        case 3 if chance.random() < 0.3:
            return sitting.leave_section(app, id, remaining_ms=left)
        case 4 | 5 | 6:
            there = [tile.item for tile in state.tiles() if tile.may_go]
            if there:
                return sitting.move(app, id, chance.choice(there), ms=STEP_MS, remaining_ms=left)
        case _:
            pass
    option = chance.randint(0, OPTIONS)
    return sitting.answer(app, id, item, option, ms=STEP_MS, remaining_ms=left)


def acknowledge(state: SittingState) -> None:
    """What must be there after a power cut."""
    say(f"kept {state.id} {json.dumps(sitting_log.to_json(state))}")


def say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
