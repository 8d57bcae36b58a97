"""Measure a sitting: begun, each answer kept, found again, its result of 100 items."""

import random
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import data
from bench.measure import Figure, of_times, timed
from jp_trainer.core.exam.drawing import draw_paper
from jp_trainer.core.exam.imagined import imagine
from jp_trainer.services import exam_bank, exam_results, sitting

MOST_MS = 50
RESULT_MS = 300


def figures() -> list[Figure]:
    """A paper of 100 items in one file, durable on disk at each step."""
    with TemporaryDirectory() as folder:
        app, trainee = data.school(Path(folder), cards=1_000, events=10_000, decks=1)
        exam = exam_bank.blueprint(app, "jlpt-n1-2022")
        rng = random.Random(1)
        paper = draw_paper(exam, imagine(exam, rng), (), rng)
        start = time.perf_counter()
        state = sitting.begin_paper(app, trainee, exam, paper)
        begun = (time.perf_counter() - start) * 1000
        answers: list[float] = []
        ticks: list[float] = []
        while state.finished is None:
            for item in [item.id for item in state.section_now.items]:
                if item != state.item:
                    state = sitting.move(app, state.id, item)
                start = time.perf_counter()
                left = None if state.remaining is None else state.remaining - 1_000
                option = rng.randint(1, len(state.item_now.options))
                state = sitting.answer(app, state.id, item, option, ms=1_000, remaining_ms=left)
                answered = time.perf_counter()
                state = sitting.tick(app, state.id, state.remaining or 0)
                ticks.append((time.perf_counter() - answered) * 1000)
                answers.append((answered - start) * 1000)
            state = sitting.leave_section(app, state.id)
        rows = [
            of_times("sitting of 100 items begun", [begun], median_ms=RESULT_MS),
            of_times("answer kept in a sitting", answers, median_ms=MOST_MS),
            of_times("clock saved in a sitting", ticks, median_ms=MOST_MS),
            timed(
                "sitting found again after a start",
                lambda: sitting.load(app, state.id),
                rounds=40,
                before=app.papers.clear,
                median_ms=MOST_MS,
            ),
            timed(
                "result of a sitting of 100 items",
                lambda: exam_results.result(app, trainee, state.id),
                rounds=20,
                median_ms=RESULT_MS,
            ),
        ]
        app.database.close()
        return rows
