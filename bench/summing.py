"""Measure the statistics screen over a million answers."""

from pathlib import Path
from tempfile import TemporaryDirectory

from bench import data
from bench.measure import Figure, timed
from jp_trainer.core.study_day import StudyDay
from jp_trainer.services.progress import progress


def figures(*, cards: int = 50_000, events: int = 1_000_000) -> list[Figure]:
    """All of Progress, and what it draws from the sums of two years alone."""
    with TemporaryDirectory() as folder:
        app, trainee = data.school(Path(folder), cards=cards, events=events, decks=4)

        today = app.clock().study_day

        def sums() -> object:
            with app.database.read() as view:
                course = view.day_sums.course(trainee)
                recent = (trainee, StudyDay(today - 60), today)
                parts = view.day_sums.by_deck_and_aspect(*recent)
                return course, parts, view.day_sums.reasons(*recent)

        rows = [
            timed("statistics over 1 M answers", sums, rounds=40, median_ms=5),
            timed("the whole progress screen", lambda: progress(app, trainee), rounds=20),
        ]
        app.database.close()
        return rows
