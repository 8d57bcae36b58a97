"""Kill a process that says aloud what it has kept."""

import subprocess
import sys
import threading
from pathlib import Path

ROOT = Path(__file__).parents[2]


def heard_until_killed(module: str, folder: Path, seed: int, after_s: float) -> list[str]:
    """The whole lines `module` had said when it was killed, `after_s` after it was ready."""
    process = subprocess.Popen(
        [sys.executable, "-m", module, str(folder), str(seed)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    timer = threading.Timer(after_s, process.kill)
    timer.start()
    heard = process.stdout.read().splitlines(keepends=True)
    timer.join()
    process.stdout.close()
    process.wait()
    return [line.strip() for line in heard if line.endswith("\n")]
