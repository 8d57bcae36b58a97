"""Make the sound of the exams ahead, as a pack for an installer: `audio`."""

import sys
from typing import Annotated

import typer

from jp_trainer.cli.session import session_of

_EXAM = Annotated[list[str] | None, typer.Option("--exam", help="Only this exam; may be repeated.")]


def add_to(program: typer.Typer) -> None:
    """Add the commands."""
    audio = typer.Typer(help="The sound of the exams.", no_args_is_help=True)
    audio.command("build")(build)
    audio.command("status")(status)
    program.add_typer(audio, name="audio")


def build(context: typer.Context, exam: _EXAM = None) -> None:
    """Speak every line that is not there yet, as Ogg/Opus; may be stopped and called again."""
    from jp_trainer.services import audio_pack, exam_sound  # noqa: PLC0415 - only when needed

    session = session_of(context)
    with session.app() as app:
        parts = audio_pack.of_exams(app, exam or ())
        every = [recording for part in parts for recording in part.recordings]

        def report(there: int, total: int) -> None:
            if sys.stderr.isatty() and not session.as_json:
                sys.stderr.write(f"\r{there} of {total}")

        made = exam_sound.make_all(app, every, report)
        there, total = exam_sound.count(app, every)
        session.show(
            {"made": made, "there": there, "total": total, "folder": str(audio_pack.folder(app))},
            f"{made} clips made; {there} of {total} are in {audio_pack.folder(app)}.",
        )


def status(context: typer.Context, exam: _EXAM = None) -> None:
    """Say how much of each exam can be heard already."""
    from jp_trainer.services import audio_pack, exam_sound  # noqa: PLC0415 - only when needed

    session = session_of(context)
    with session.app() as app:
        found = []
        for part in audio_pack.of_exams(app, exam or ()):
            there, total = exam_sound.count(app, part.recordings)
            found.append({"exam": part.exam, "there": there, "total": total})
        lines = [f"{each['exam']}: {each['there']} of {each['total']} clips" for each in found]
        session.show({"exams": found}, *lines)
