"""Time work many times over, and print one line per figure: name, n, median, p95, peak, target."""

import os
import platform
import resource
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure.

    Attributes:
        unit: "ms", "s", "MB", "%" ... target: what docs/performance.md asks of the median, as text.
        ok: whether the target is met; None if there is none.
    """

    name: str
    n: int
    median: float
    p95: float
    unit: str
    target: str = ""
    ok: bool | None = None


def timed(
    name: str,
    work: Callable[[], object],
    *,
    rounds: int,
    warm: int = 3,
    before: Callable[[], object] | None = None,
    median_ms: float | None = None,
    p95_ms: float | None = None,
) -> Figure:
    """Milliseconds of `work`; `before` runs untimed before each round."""
    times: list[float] = []
    for number in range(rounds + warm):
        if before is not None:
            before()
        start = time.perf_counter()
        work()
        if number >= warm:
            times.append((time.perf_counter() - start) * 1000)
    return of_times(name, times, median_ms=median_ms, p95_ms=p95_ms)


def of_times(
    name: str, times: list[float], *, median_ms: float | None = None, p95_ms: float | None = None
) -> Figure:
    """A figure from measured milliseconds."""
    times = sorted(times)
    median = statistics.median(times)
    p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
    targets = []
    if median_ms is not None:
        targets.append(f"p50 <= {median_ms:g}")
    if p95_ms is not None:
        targets.append(f"p95 <= {p95_ms:g}")
    ok = None
    if targets:
        ok = (median_ms is None or median <= median_ms) and (p95_ms is None or p95 <= p95_ms)
    return Figure(name, len(times), median, p95, "ms", ", ".join(targets), ok)


def show(figures: list[Figure]) -> None:
    """Print the lines, with the peak memory of this process so far."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    for f in figures:
        mark = {True: "ok", False: "MISSED", None: ""}[f.ok]
        print(
            f"{f.name:<46} n={f.n:<5} median {f.median:9.3f} {f.unit:<3} "
            f"p95 {f.p95:9.3f}  peak {peak:5.0f} MB  target {f.target or '-':<24} {mark}"
        )
    sys.stdout.flush()


def machine() -> str:
    """What this runs on, and how busy it is with other work: for the head of a table."""
    system = f"{platform.system()} {platform.release()}"
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    cores = f"{os.cpu_count()} cores{load}"
    return f"{platform.machine()}, {cores}, {system}, Python {platform.python_version()}"
