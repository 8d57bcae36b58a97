"""Measure search over fifty thousand words: one character and more, five languages."""

from pathlib import Path
from tempfile import TemporaryDirectory

from bench import data
from bench.measure import Figure, timed

QUERIES = ("介護", "病", "かき", "kaki", "safety", "ہسپتال", "点滴入", "tool 12")


def figures(count: int = 50_000) -> list[Figure]:
    """Every query in turn; a round is one query."""
    with TemporaryDirectory() as folder:
        app = data.app(Path(folder))
        with app.database.write() as change:
            name = "bench"
            change.decks.install(data.deck(name), data.words(count, name), data.NOW)
        turns = iter(range(10**9))

        def search() -> object:
            with app.database.read() as view:
                return view.words.search(QUERIES[next(turns) % len(QUERIES)])

        name = f"search {count // 1000} k words"
        rows = [timed(name, search, rounds=160, warm=16, median_ms=1, p95_ms=3)]
        app.database.close()
        return rows
