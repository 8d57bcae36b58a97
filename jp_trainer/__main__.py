"""Compose the program: the one place that knows both faces, so that neither knows the other."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jp_trainer.cli.session import Session


def main(arguments: list[str] | None = None) -> int:
    """Open the app, or run the command that was typed; the exit code."""
    # Late, so that each face waits only for itself.
    from jp_trainer.cli import program  # noqa: PLC0415 - see above

    return program.run(sys.argv[1:] if arguments is None else arguments, open_desktop)


def open_desktop(session: "Session") -> int:
    """Open the app on the session's data folder."""
    from jp_trainer.ui import application  # noqa: PLC0415 - see above

    return application.run(session.data, session.clock)


if __name__ == "__main__":
    sys.exit(main())
