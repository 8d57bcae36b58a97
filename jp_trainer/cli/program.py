"""Read the command line, run one command, and turn what went wrong into a sentence and a code."""

import importlib
import re
import sys
import traceback
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, TextIO

import typer

from jp_trainer.cli.session import (
    COULD_NOT,
    DONE,
    NO,
    CommandError,
    Session,
    data_folder,
    report,
)
from jp_trainer.core.errors import TrainerError

COMMANDS = {
    "deck": "jp_trainer.cli.decks",
    "words": "jp_trainer.cli.words",
    "trainee": "jp_trainer.cli.trainees",
    "study": "jp_trainer.cli.study",
    "furigana": "jp_trainer.cli.furigana",
    "stats": "jp_trainer.cli.stats",
    "backup": "jp_trainer.cli.backups",
    "restore": "jp_trainer.cli.backups",
    "exam": "jp_trainer.cli.exams",
    "audio": "jp_trainer.cli.audio",
    "doctor": "jp_trainer.cli.doctor",
    "item": "jp_trainer.cli.items",
}
"""Where each command is; a run imports only the one it needs."""

_VALUED = ("--data", "--now")
_ANYWHERE = ("--json", *_VALUED)
# Typer keeps the library below private; its public errors lead to the class of all of them.
_ClickError: type = typer.BadParameter.__mro__[2]
_NAME = re.compile(r"(?<!^)(?=[A-Z])")

OpenDesktop = Callable[[Session], int]
"""Opens the app on a session's data folder and returns its exit code."""


def run(arguments: Sequence[str], open_desktop: OpenDesktop) -> int:
    """Run the command line; without a command the app is opened. Returns the exit code."""
    _speak_utf8(sys.stdin, sys.stdout, sys.stderr)
    ordered = _options_first(arguments)
    as_json = "--json" in ordered
    try:
        program = build(_command_of(ordered), open_desktop)
        code = program(args=ordered, prog_name="jp-trainer", standalone_mode=False)
    except CommandError as error:
        report(error.name, error.message, as_json=as_json, more=error.more)
        return COULD_NOT
    except TrainerError as error:
        return _refused(error, as_json=as_json)
    except (KeyboardInterrupt, typer.Abort):
        return COULD_NOT
    except Exception as error:  # noqa: BLE001 - told below; 1 means "no", so Python may not say it
        if not isinstance(error, _ClickError):
            return _broken(error, as_json=as_json)
        message = " ".join(getattr(error, "format_message", error.__str__)().split())
        report("usage", f"{message.rstrip('.')}. See: jp-trainer --help", as_json=as_json)
        return COULD_NOT
    return code if isinstance(code, int) else DONE


def build(only: str | None, open_desktop: OpenDesktop) -> Callable[..., object]:
    """The command `only`, or all of them if it is none of ours: for the help."""
    program = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=False)

    @program.callback(invoke_without_command=True)
    def begin(
        context: typer.Context,
        data: Annotated[
            Path | None, typer.Option(help="The data folder; else JP_TRAINER_DATA, else the usual.")
        ] = None,
        now: Annotated[
            str | None, typer.Option(help="Take this for now: 2026-11-23T09:00+05:00.")
        ] = None,
        as_json: Annotated[
            bool, typer.Option("--json", help="Answer with one JSON object.")
        ] = False,
    ) -> None:
        """Learn Japanese for work. Without a command the app opens."""
        context.obj = Session(data_folder(data), _moment(now), as_json)
        if context.invoked_subcommand is None:
            raise typer.Exit(open_desktop(context.obj))

    modules = [COMMANDS[only]] if only in COMMANDS else list(dict.fromkeys(COMMANDS.values()))
    for module in modules:
        importlib.import_module(module).add_to(program)
    command: Callable[..., object] = typer.main.get_command(program)
    return command


def _options_first(arguments: Sequence[str]) -> list[str]:
    """The arguments, with the options of all commands moved before the command."""
    first: list[str] = []
    rest: list[str] = []
    left = list(arguments)
    while left:
        argument = left.pop(0)
        if argument == "--":
            rest += [argument, *left]
            break
        if argument.partition("=")[0] not in _ANYWHERE:
            rest.append(argument)
            continue
        first.append(argument)
        if argument in _VALUED and left:
            first.append(left.pop(0))
    return [*first, *rest]


def _command_of(ordered: Sequence[str]) -> str | None:
    skip = False
    for argument in ordered:
        if not skip and not argument.startswith("-"):
            return argument
        skip = argument in _VALUED
    return None


def _moment(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
        # Without an offset it is this machine's time.
        found = found if found.tzinfo else found.astimezone()
        found.astimezone(UTC)  # refuses what is no year of ours there
    except (ValueError, OverflowError, OSError):
        message = f"{text} is no time; write it as 2026-11-23T09:00 or 2026-11-23T09:00+05:00."
        raise CommandError(message, "bad-time") from None
    return found


def _refused(error: TrainerError, *, as_json: bool) -> int:
    from jp_trainer.services.errors import StaleQuestionError  # noqa: PLC0415 - only when needed
    from jp_trainer.wording.errors import sentence  # noqa: PLC0415 - only when needed

    name = _NAME.sub("-", type(error).__name__.removesuffix("Error")).lower()
    report(name, sentence(error), as_json=as_json)
    return NO if isinstance(error, StaleQuestionError) else COULD_NOT


def _broken(error: Exception, *, as_json: bool) -> int:
    """A mistake in the program: where it happened for who mends it, a sentence for who meets it."""
    where = "".join(traceback.format_exception(error))
    if not as_json:
        sys.stderr.write(where)
    message = f"A mistake in the program stopped it ({type(error).__name__}: {error})."
    report("bug", " ".join(message.split()), as_json=as_json, more={"traceback": where})
    return COULD_NOT


def _speak_utf8(*streams: TextIO | None) -> None:
    """Windows consoles and pipes have code pages of their own."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
