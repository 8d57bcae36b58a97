"""Look whether this machine has all it needs: `doctor`."""

import typer

from jp_trainer.cli.session import NO, leave, session_of
from jp_trainer.services import doctor as service
from jp_trainer.services.doctor import Check
from jp_trainer.wording import plain
from jp_trainer.wording.errors import sentence


def add_to(program: typer.Typer) -> None:
    """Add the command."""
    program.command("doctor")(doctor)


def doctor(context: typer.Context) -> None:
    """Check versions, fonts, readings, database, sound and voice. Exit 1 if the app cannot work."""
    session = session_of(context)
    checks = tuple(service.examine(session.data, session.clock()))
    body = {
        "checks": [
            {"name": c.name, "ok": c.ok, "needed": c.needed, "detail": _detail(c)} for c in checks
        ]
    }
    session.show(body, *map(_line, checks))
    if any(check.needed and not check.ok for check in checks):
        leave(NO)


def _line(check: Check) -> str:
    state = "ok" if check.ok else "LACKING" if check.needed else "not here"
    return f"{check.name:10} {state:9} {_detail(check)}"


def _detail(check: Check) -> str:
    return plain(sentence(check.error)) if check.error else check.detail
