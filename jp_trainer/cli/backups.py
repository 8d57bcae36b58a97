"""Keep a copy of the learner's file, and put one back: `backup`, `restore`."""

import contextlib
from pathlib import Path
from typing import Annotated, Any

import typer

from jp_trainer.cli.session import CommandError, counted, session_of
from jp_trainer.core.study_day import date_of
from jp_trainer.services import backups
from jp_trainer.services.backups import Saved


def add_to(program: typer.Typer) -> None:
    """Add the commands."""
    program.command("backup")(backup)
    program.command("restore")(restore)


def backup(
    context: typer.Context,
    show: Annotated[bool, typer.Option("--list", help="Show the backups; make none.")] = False,
) -> None:
    """Copy everything on this machine into one file, which stays until someone deletes it."""
    session = session_of(context)
    if show:
        saved = backups.saved_in(session.data)
        session.show({"backups": [_body(one) for one in saved]}, *map(_line, saved))
        return
    with session.app() as app:
        made = backups.make(app)
    session.show({"backup": _body(made)}, str(made.backup.path))


def restore(
    context: typer.Context,
    wanted: Annotated[
        str, typer.Argument(metavar="FILE|last", help="A backup; last is the newest one.")
    ],
) -> None:
    """Put a backup in the place of the file. What was there is kept as a backup first."""
    session = session_of(context)
    path = _meant(session.data, wanted)
    kept = backups.restore(session.data, path, session.clock()())
    there = f"restored {path.name}" + (f"; what was there is kept as {kept}" if kept else "")
    session.show({"restored": str(path), "kept": str(kept) if kept else None}, there)


def _meant(data: Path, wanted: str) -> Path:
    saved = backups.saved_in(data)
    if wanted == "last":
        if not saved:
            raise CommandError("There is no backup yet.", "no-backup")
        return saved[0].backup.path
    for one in saved:
        if wanted == one.backup.path.name:
            return one.backup.path
    with contextlib.suppress(OSError):  # longer than a name of a file can be
        if Path(wanted).is_file():
            return Path(wanted).absolute()
    raise CommandError(f"There is no backup {wanted}; see: backup --list.", "no-backup")


def _body(saved: Saved) -> dict[str, Any]:
    held = saved.contents
    last = held.last_day if held else None
    return {
        "file": str(saved.backup.path),
        "made_at": saved.backup.made_at.isoformat(),
        "reason": saved.backup.reason.value,
        "bytes": saved.backup.size_bytes,
        "readable": held is not None,
        "trainees": list(held.trainees) if held else [],
        "answers": held.answers if held else None,
        "last_day": date_of(last).isoformat() if last is not None else None,
    }


def _line(saved: Saved) -> str:
    backup = saved.backup
    if saved.contents is None:
        held = "cannot be read"
    else:
        names = ", ".join(saved.contents.trainees) or "nobody"
        held = f"{names}; {counted(saved.contents.answers, 'answer')}"
    made = f"{backup.made_at:%Y-%m-%d %H:%M} UTC"
    return f"{made}  {backup.reason.value:14}  {held}  {backup.path.name}"
