"""Look whether this machine has all that the program needs."""

import platform
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from jp_trainer import paths
from jp_trainer.core.errors import TrainerError
from jp_trainer.services import corrections, furigana, health, opening
from jp_trainer.services.app import Clock
from jp_trainer.speech.clips import Clips
from jp_trainer.speech.outputs import outputs
from jp_trainer.speech.voice import Voice
from jp_trainer.typeset import self_check

PACKAGES = ("jp-trainer", "PySide6-Essentials", "sqlalchemy", "fsrs", "fugashi", "unidic-lite")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at.

    Attributes:
        needed: the program does not work without it. detail: versions, names, paths.
        error: what went wrong, if it was something expected.
    """

    name: str
    ok: bool
    needed: bool
    detail: str = ""
    error: TrainerError | None = None


def examine(data: Path, clock: Clock) -> Iterator[Check]:
    """Look at everything in turn; never raises for what it is looking for."""
    yield Check("versions", ok=True, needed=True, detail=_versions())
    yield _look("fonts", _fonts, needed=True)
    yield _look("readings", lambda: _readings(data), needed=True)
    yield _look("database", lambda: _database(data, clock), needed=True)
    yield _look("sound", _sound, needed=False)
    yield _look("voice", lambda: _voice(data), needed=False)


def _look(name: str, look: Callable[[], tuple[bool, str]], *, needed: bool) -> Check:
    try:
        ok, detail = look()
    except TrainerError as error:
        return Check(name, ok=False, needed=needed, error=error)
    return Check(name, ok=ok, needed=needed, detail=detail)


def _versions() -> str:
    found = [f"Python {platform.python_version()}", f"SQLite {sqlite3.sqlite_version}"]
    for package in PACKAGES:
        try:
            found.append(f"{package} {metadata.version(package)}")
        except metadata.PackageNotFoundError:
            found.append(f"{package} from source")
    return ", ".join(found)


def _fonts() -> tuple[bool, str]:
    lacking = self_check.lacking(paths.assets() / "fonts")
    return not lacking, f"no Japanese letters for {lacking}" if lacking else "Noto Sans JP"


def _readings(data: Path) -> tuple[bool, str]:
    read = furigana.bracketed(furigana.open_reader(), "今日は三階です")
    own = corrections.read(data)
    facts = [read]
    if own.readings:
        facts.append(f"corrections: {len(own.readings)}")
    if own.faulty:
        lines = ", ".join(map(str, own.faulty)) if own.faulty != (0,) else "all"
        facts.append(f"lines of {corrections.FILE} not understood: {lines}")
    return "[" in read, "; ".join(facts)


def _database(data: Path, clock: Clock) -> tuple[bool, str]:
    app = opening.open_app(data, clock=clock)
    try:
        health.check(app)
        return True, str(app.database.path)
    finally:
        opening.close_app(app)


def _sound() -> tuple[bool, str]:
    found = outputs()
    if found is None:
        return False, "the multimedia library cannot be loaded"
    return bool(found), ", ".join(found) or "no device"


def _voice(data: Path) -> tuple[bool, str]:
    available = Voice(Clips(data / "clips")).available
    return available, "installed" if available else "the extra voice is not installed"
