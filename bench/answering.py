"""Measure an answer and the next question, whatever the length of the log."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import data
from bench.measure import Figure, of_times, timed
from jp_trainer.core.questions import Chosen, GaveUp, Given, Question, Way
from jp_trainer.services import study, today
from jp_trainer.services.study_states import Asking

MOST = 200


def figures(*, cards: int = 50_000, events: int = 1_000_000) -> list[Figure]:
    """Answer + next question on a file of that size, durable on disk each time; and Today."""
    with TemporaryDirectory() as folder:
        app, trainee = data.school(Path(folder), cards=cards, events=events, decks=4)
        size = f"{cards // 1000} k cards, {events / 1_000_000:g} M events"
        begin = time.perf_counter()
        state = study.begin(app, trainee, more=True)
        first = (time.perf_counter() - begin) * 1000
        times: list[float] = []
        for _ in range(15):
            study.prepare(app, trainee)
            while isinstance(state, Asking) and len(times) < MOST:
                begin = time.perf_counter()
                state = study.answer(
                    app, trainee, state.question.id, _given(state.question), ms=900
                ).state
                if isinstance(state, Asking):  # the last answer also sums the round up
                    times.append((time.perf_counter() - begin) * 1000)
            state = study.begin(app, trainee, more=True)
        rows = [
            of_times(f"answer + next ({size})", times, median_ms=1, p95_ms=2),
            of_times(f"begin a round, first question ({size})", [first]),
            timed(f"today's counts ({size})", lambda: today.today(app, trainee), rounds=15),
        ]
        app.database.close()
        return rows


def _given(question: Question) -> Given:
    if question.way is Way.CHOOSE:
        return Chosen([option.word for option in question.options].index(question.word.id))
    return GaveUp()
