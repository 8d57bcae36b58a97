"""Measure the installation of a deck of ten thousand words, from its files to the search index."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import data
from bench.measure import Figure, of_times
from jp_trainer.services import decks


def figures(count: int = 10_000, rounds: int = 5) -> list[Figure]:
    """New, and the same again; reading and checking the file included."""
    new: list[float] = []
    again: list[float] = []
    with TemporaryDirectory() as folder:
        source = data.write_deck(Path(folder) / "bench", data.words(count, "bench"))
        for number in range(rounds):
            app = data.app(Path(folder) / f"data{number}")
            for times in (new, again):
                begin = time.perf_counter()
                decks.install_folder(app, source)
                times.append((time.perf_counter() - begin) * 1000)
            app.database.close()
    return [
        of_times(f"install {count // 1000} k words", new, median_ms=350),
        of_times("the same deck again", again, median_ms=190),
    ]
