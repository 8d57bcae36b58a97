"""Run the benchmarks: `python -m bench [name ...]`, all without a name.

Each line: name, how often, median, 95th percentile, peak memory of the process, target. A benchmark
is no test: nothing fails for being slow. `readings` needs a gold file and runs on its own:
`python -m bench.readings --gold FILE`.
"""

import importlib
import subprocess
import sys

from bench.measure import machine, show

ALL = (
    *("answering", "searching", "summing", "installing", "starting", "verdict"),
    *("exams", "sittings", "exam_screen"),
)
APART = ("ruby",)
"""Modules with a command line of their own."""


def main(wanted: list[str]) -> None:
    """Each benchmark in a process of its own, so that peak memory is its own."""
    if len(wanted) == 1 and wanted[0] in ALL:
        show(importlib.import_module(f"bench.{wanted[0]}").figures())
        return
    print(machine())
    for name in wanted or (*ALL, *APART):
        module = f"bench.{name}" if name in APART else "bench"
        rest = [] if name in APART else [name]
        subprocess.run([sys.executable, "-m", module, *rest], check=False)


if __name__ == "__main__":
    main(sys.argv[1:])
