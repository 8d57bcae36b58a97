"""Tell a benchmark how fast the program started, and what it holds in memory then."""

import json
import os
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

VARIABLE = "JP_TRAINER_REPORT_START"


def is_wanted() -> bool:
    """Whether this start is being measured."""
    return bool(os.environ.get(VARIABLE))


@dataclass(slots=True)
class StartReport:
    """Times in milliseconds since the process began."""

    window_ms: float = 0.0
    content_ms: float = field(default=0.0)

    def print(self) -> None:
        """One line of JSON on standard output; memory in MB, 0 where it cannot be told."""
        body = {
            "window_ms": round(self.window_ms, 1),
            "content_ms": round(self.content_ms, 1),
            "pss_mb": round(pss_mb(), 1),
        }
        sys.stdout.write(json.dumps(body) + "\n")
        sys.stdout.flush()


def since_start_ms() -> float:
    """Milliseconds since this process began; on Linux to 10 ms, elsewhere since Python began.

    Source: proc_pid_stat(5): field 22 is the start in clock ticks since boot.
    """
    try:
        fields = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        began = int(fields[19]) / os.sysconf("SC_CLK_TCK")
        return (time.clock_gettime(time.CLOCK_BOOTTIME) - began) * 1000
    except (OSError, AttributeError):
        return time.process_time() * 1000


def pss_mb() -> float:
    """Memory of this process, shared pages counted in part. Source: proc_pid_smaps(5)."""
    try:
        lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
