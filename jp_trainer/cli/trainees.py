"""Add people and show who is there: `trainee`."""

from typing import Annotated, Any

import typer

from jp_trainer.cli.session import session_of
from jp_trainer.core.ids import DeckId
from jp_trainer.core.people import Preferences, Trainee
from jp_trainer.services import first_run, people


def add_to(program: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="People who study on this machine.", rich_markup_mode=None)
    group.command("add")(add)
    group.command("list")(list_trainees)
    program.add_typer(group, name="trainee")


def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="How the person is called.")],
    language: Annotated[
        str, typer.Option(help="Of interface and meanings: en or ur.", metavar="en|ur")
    ] = "en",
    deck: Annotated[
        list[str] | None, typer.Option(help="What to study; again for each deck, in this order.")
    ] = None,
    minutes: Annotated[int, typer.Option(min=1, max=600, help="Study time a day.")] = 15,
) -> None:
    """Add a person who can study at once; their decks are installed if need be.

    Without --deck: the kana, and the words of every kind of work.
    """
    session = session_of(context)
    if language not in ("en", "ur"):
        raise typer.BadParameter("the language is en or ur", param_hint="--language")
    wishes = Preferences(interface=language, meanings=(language,), minutes=minutes)
    with session.app() as app:
        if deck:
            chosen = tuple(DeckId(one) for one in dict.fromkeys(deck))
            trainee = first_run.begin_with(app, name, wishes, chosen)
        else:
            trainee = first_run.begin(app, name, wishes)
    decks = ", ".join(trainee.preferences.decks)
    session.show({"trainee": _body(trainee)}, f"{trainee.id}  {trainee.name}  ({decks})")


def list_trainees(context: typer.Context) -> None:
    """Show who studies here."""
    session = session_of(context)
    with session.app() as app:
        everyone = people.everyone(app)
    lines = [f"{t.id}  {t.name}  ({', '.join(t.preferences.decks)})" for t in everyone]
    session.show({"trainees": [_body(trainee) for trainee in everyone]}, *lines)


def _body(trainee: Trainee) -> dict[str, Any]:
    return {
        "id": trainee.id,
        "name": trainee.name,
        "role": trainee.role.value,
        "language": trainee.preferences.interface,
        "decks": list(trainee.preferences.decks),
        "created_at": trainee.created_at.isoformat(),
    }
