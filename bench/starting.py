"""Measure the start of the real program, and what it holds in memory at rest."""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import data
from bench.measure import Figure, of_times

ROUNDS = 7
MOST_MB = 140


def figures() -> list[Figure]:
    """Fresh processes on a file of 10 k words and 100 k answers, warm disk."""
    with TemporaryDirectory() as folder:
        app, _ = data.school(Path(folder), cards=10_000, events=100_000)
        with app.database.write() as change:
            name = "more"
            change.decks.install(data.deck(name), data.words(8_000, name), data.NOW)
        app.database.close()
        runs = [_start(Path(folder)) for _ in range(ROUNDS + 1)][1:]
    window = of_times("start: window painted", [run["window_ms"] for run in runs])
    content = of_times(
        "start: content ready (10 k words, 100 k answers)",
        [run["content_ms"] for run in runs],
        median_ms=800,
    )
    memory = sorted(run["pss_mb"] for run in runs)
    middle = memory[len(memory) // 2]
    at_rest = Figure(
        "memory at rest (PSS)",
        len(memory),
        middle,
        memory[-1],
        "MB",
        f"<= {MOST_MB}",
        middle <= MOST_MB,
    )
    return [window, content, at_rest]


def _start(folder: Path) -> dict[str, float]:
    """One start of the real program; it reports when it was ready, then ends."""
    done = subprocess.run(
        [sys.executable, "-m", "jp_trainer", "--data", str(folder)],
        env={
            "QT_QPA_PLATFORM": "offscreen",
            **os.environ,
            "JP_TRAINER_REPORT_START": "1",
        },
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    report: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return report
