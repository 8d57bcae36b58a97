"""Hold what the options before the command said, and answer in words or in JSON."""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from jp_trainer import paths
from jp_trainer.wording import plain

if TYPE_CHECKING:  # a command that needs no file must not wait for what opens one
    from jp_trainer.core.people import Trainee
    from jp_trainer.services.app import App, Clock

FORMAT = 1
DONE, NO, COULD_NOT = 0, 1, 2


class CommandError(Exception):
    """A command could not do what it was asked to; `message` is one sentence.

    `more`: what the object has besides, where JSON is wanted.
    """

    def __init__(
        self, message: str, name: str = "command", *, more: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(message)
        self.message, self.name, self.more = message, name, more


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the command line.

    Attributes:
        data: the data folder. now: the moment to take for now; None for the system's clock.
        as_json: answer with one JSON object.
    """

    data: Path
    now: datetime | None
    as_json: bool

    def clock(self) -> "Clock":
        """The clock of the program: the system's, or one that stands still at `--now`."""
        from jp_trainer.core.study_day import Moment  # noqa: PLC0415 - see above
        from jp_trainer.services.app import system_clock  # noqa: PLC0415 - see above

        if self.now is None:
            return system_clock
        offset = self.now.utcoffset()
        minutes = round(offset.total_seconds() / 60) if offset else 0
        moment = Moment(self.now.astimezone(UTC), minutes)
        return lambda: moment

    @contextmanager
    def app(self) -> "Iterator[App]":
        """The program on the data folder, closed at the end. Raises the FileError leaves."""
        from jp_trainer.services import opening  # noqa: PLC0415 - see above

        opened = opening.open_app(self.data, clock=self.clock())
        try:
            yield opened
        finally:
            opening.close_app(opened)

    def trainee(self, app: "App", wanted: str) -> "Trainee":
        """Who is meant: by id or name, or the only one there is. Raises UnknownTraineeError."""
        from jp_trainer.services import people  # noqa: PLC0415 - see above

        if wanted:
            return people.find(app, wanted)
        everyone = people.everyone(app)
        if len(everyone) == 1:
            return everyone[0]
        if not everyone:
            raise CommandError("There is nobody yet; add someone with: trainee add NAME.", "nobody")
        raise CommandError("There are several people; say who with --trainee.", "several-people")

    def show(self, answer: Mapping[str, Any], *lines: str) -> None:
        """Answer: the object if JSON is wanted, else the lines."""
        if self.as_json:
            write(json.dumps({"format": FORMAT, **answer}, ensure_ascii=False))
        else:
            for line in lines:
                write(plain(line))


def session_of(context: typer.Context) -> Session:
    """The session of a running command."""
    found = context.find_object(Session)
    assert found is not None
    return found


def write(line: str) -> None:
    """One line to standard output, seen at once; ends the command if nobody reads any more."""
    try:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        # Else Python complains at its end about what it could not flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        leave(DONE)


def counted(count: int, noun: str) -> str:
    """So many of them. English only, as the command line is."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def leave(code: int) -> NoReturn:
    """End the command with this exit code."""
    raise typer.Exit(code)


def report(
    name: str, message: str, *, as_json: bool, more: Mapping[str, Any] | None = None
) -> None:
    """An error to standard error: one sentence, or one object."""
    if as_json:
        body = {"format": FORMAT, "error": name, "message": plain(message), **(more or {})}
        sys.stderr.write(json.dumps(body, ensure_ascii=False) + "\n")
    else:
        # What was typed is quoted in it: its control characters would move the cursor, or worse.
        words = "".join(sign if sign.isprintable() else " " for sign in plain(message))
        sys.stderr.write(f"jp-trainer: {' '.join(words.split())}\n")
    sys.stderr.flush()


def data_folder(wanted: Path | None) -> Path:
    """Where the data are: `--data`, else JP_TRAINER_DATA, else the platform's place."""
    return paths.data_folder(wanted)
