"""Compose the program: the one place that knows both faces, so that neither knows the other."""

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jp_trainer import paths

if TYPE_CHECKING:
    from collections.abc import Callable

    from jp_trainer.cli.session import Session
    from jp_trainer.services.app import Clock


def main(arguments: list[str] | None = None) -> int:
    """Open the app, or run the command that was typed; the exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    # Late, so that each face waits only for itself: the command line costs half a second.
    match words:
        case []:
            return _show(paths.data_folder())
        case ["--data", folder] if not folder.startswith("-"):
            return _show(paths.data_folder(Path(folder)))
        case _:
            from jp_trainer.cli import program  # noqa: PLC0415 - see above

            return program.run(words, open_desktop)


def open_desktop(session: "Session") -> int:
    """Open the app on the session's data folder."""
    return _show(session.data, session.clock)


def _show(data: Path, clock: "Callable[[], Clock] | None" = None) -> int:
    # Everything made while starting stays: looking for garbage in it costs a seventh of the start.
    gc.disable()
    from jp_trainer.ui import application  # noqa: PLC0415 - see above

    return application.run(data, clock)


if __name__ == "__main__":
    sys.exit(main())
