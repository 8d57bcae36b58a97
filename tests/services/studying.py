"""Be a program that studies until it is killed: acknowledges each answer on standard output.

python -m tests.services.studying FOLDER SEED
"""

import random
import sys
from pathlib import Path

from jp_trainer.core.people import Preferences
from jp_trainer.services import people, study
from jp_trainer.services.study_states import Asking
from jp_trainer.services.undo import undo
from tests.examples import Clock, a_deck, an_app, some_words
from tests.services.playing import right_answer, wrong_answer


def main(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    clock = Clock()
    app = an_app(folder, clock)
    everyone = people.everyone(app)
    if everyone:
        trainee = everyone[0]
        clock.sleep(seed)
    else:
        deck = a_deck()
        with app.database.write() as change:
            change.decks.install(deck, some_words(), clock.at)
        trainee = people.add(app, "Bilal", Preferences(decks=(deck.id,)))
    acknowledge("ready")
    while True:
        state = study.begin(app, trainee.id, more=True)
        while isinstance(state, Asking):
            clock.tick(3)
            question = state.question
            given = right_answer(question) if chance.random() < 0.8 else wrong_answer(question)
            recorded = study.answer(app, trainee.id, question.id, given, ms=1_000)
            acknowledge(f"answer {recorded.event}")
            state = recorded.state
            if chance.random() < 0.08:
                undone = undo(app, trainee.id)
                if undone is not None:
                    acknowledge("undo")
                    state = undone.state
        clock.sleep(1)


def acknowledge(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
