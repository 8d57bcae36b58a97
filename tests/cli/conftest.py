import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from jp_trainer.cli import program


@dataclass
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        body: dict[str, Any] = json.loads(self.out)
        assert body["format"] == 1
        return body

    @property
    def error(self) -> dict[str, Any]:
        body: dict[str, Any] = json.loads(self.err)
        assert body["format"] == 1
        return body


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line on a data folder of its own; `opened` counts starts of the app."""

    def run(*arguments: str) -> Ran:
        code = program.run(["--data", str(tmp_path / "data"), *arguments], lambda _session: 7)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run
