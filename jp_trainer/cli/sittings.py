"""Sit a mock exam from a file of answers, and show what came of a sitting: `exam sit`, `result`."""

import enum
import json
from pathlib import Path
from typing import Annotated

import typer

from jp_trainer.cli.exam_papers import missing_items
from jp_trainer.cli.session import CommandError, session_of
from jp_trainer.cli.sitting_answers import (
    item_json,
    item_line,
    past_json,
    past_line,
    result_json,
    result_lines,
)
from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.drawing import MissingItems
from jp_trainer.core.exam.papers import Mode, Paper
from jp_trainer.core.exam.sitting_state import SittingState
from jp_trainer.services import exam_bank, exam_results, mistakes, sitting, sitting_entry
from jp_trainer.services.printed_sitting import typed_answers

_Who = Annotated[str, typer.Option("--trainee", help="Who sits: id or name, if several.")]


class _Language(enum.StrEnum):
    EN = "en"
    UR = "ur"


def add_to(group: typer.Typer) -> None:
    """Add the commands to the group `exam`."""
    group.command("sit")(sit)
    group.command("result")(result)
    group.command("history")(history)
    group.command("study")(study_mistakes)


def sit(
    context: typer.Context,
    *,
    exam: Annotated[str, typer.Option(help="An exam or blueprint: jft-basic.")],
    answers: Annotated[Path, typer.Option(help="A file of answers; see docs/command-line.md.")],
    trainee: _Who = "",
    form: Annotated[str, typer.Option(help="A fixed paper: A. Else one is drawn.")] = "",
    section: Annotated[str, typer.Option(help="Only this section.")] = "",
    again: Annotated[
        bool, typer.Option("--again", help="Take what was seen lately, too; it will not count.")
    ] = False,
    seed: Annotated[str, typer.Option(help="The same gives the same drawn paper.")] = "",
) -> None:
    """Sit a paper by its rules, with the answers of a file; go on with it if it was broken off."""
    session = session_of(context)
    mode = Mode.SECTION if section else Mode.FULL
    try:
        text = answers.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{answers.name} cannot be read: {error.__class__.__name__}."
        raise CommandError(message, "answers-unreadable") from None
    with session.app() as app:
        who = session.trainee(app, trainee)
        blueprint = exam_bank.blueprint(app, exam)
        state = _broken_off(sitting.running(app, who.id), blueprint, mode, form, section)
        try:
            exam_paper = (
                state.paper
                if state is not None
                else sitting.draw(
                    app, who.id, exam, mode, form=form, section=section, again=again, seed=seed
                )
            )
        except MissingItems as missing:
            raise missing_items(missing) from None
        given, spent = _answers(exam_paper, text)  # before anything is begun
        if state is None:
            state = sitting.begin_paper(app, who.id, blueprint, exam_paper)
        else:
            state = sitting.resume(app, state.id)
        state = sitting_entry.enter(app, state, given, spent)
        found = exam_results.result(app, who.id, state.id)
    session.show(result_json(found), *result_lines(found))


def result(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="A sitting, or the word: last.")],
    trainee: _Who = "",
    items: Annotated[bool, typer.Option("--items", help="Every item with its key.")] = False,
    *,
    pdf: Annotated[Path | None, typer.Option(metavar="FILE", help="Print it.")] = None,
    language: Annotated[_Language, typer.Option(help="Of what is printed.")] = _Language.EN,
) -> None:
    """Show what came of a sitting: an estimate by this app, not an official score."""
    session = session_of(context)
    with session.app() as app:
        who = session.trainee(app, trainee).id
        if id == "last":
            past = exam_results.history(app, who)
            if not past:
                raise CommandError("There is no sitting yet.", "no-sitting")
            id = past[0].sitting
        found = exam_results.result(app, who, id)
        reviewed = exam_results.review(app, who, id) if items else ()
        if pdf is not None:
            from jp_trainer.services.result_print import save_result  # noqa: PLC0415 - draws

            name = session.trainee(app, trainee).name
            save_result(app, pdf, found, person=name, language=language.value)
    body = result_json(found)
    if items:
        body["items"] = [item_json(each) for each in reviewed]
    session.show(body, *result_lines(found), *map(item_line, reviewed))


def history(
    context: typer.Context,
    trainee: _Who = "",
    exam: Annotated[str, typer.Option(help="Only of this exam.")] = "",
) -> None:
    """List the sittings of a trainee, the newest first."""
    session = session_of(context)
    with session.app() as app:
        who = session.trainee(app, trainee)
        found = exam_results.history(app, who.id, exam)
    session.show({"sittings": [past_json(each) for each in found]}, *map(past_line, found))


def study_mistakes(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help="A sitting.")],
    trainee: _Who = "",
) -> None:
    """Put the mistakes of a sitting into study: they are asked first."""
    session = session_of(context)
    with session.app() as app:
        who = session.trainee(app, trainee)
        added = mistakes.add_mistakes(app, who.id, id)
    words = [
        {"id": word.id, "word": word.word, "example": word.example, "of_deck": word.same_as}
        for word in added.words
    ]
    body = {"sitting": id, "words": words, "taught": added.taught, "again": added.again}
    session.show(body, *(f"{word.word}\t{word.example}" for word in added.words))


def _broken_off(
    running: SittingState | None, blueprint: Blueprint, mode: Mode, form: str, section: str
) -> SittingState | None:
    """The sitting that runs, if it is the one that is asked for."""
    if running is None or (running.blueprint.exam, running.mode) != (blueprint.exam, mode):
        return None
    if form not in ("", running.paper.form):
        return None
    sections = {each.id for each in running.paper.sections}
    return running if section in ("", *sections) else None


def _answers(paper: Paper, text: str) -> tuple[dict[str, int], dict[str, int]]:
    """Options and times: a JSON object {"answers": {...}, "ms": {...}}, or lines as typed."""
    if not text.lstrip().startswith("{"):
        return typed_answers(paper, text), {}
    try:
        body = json.loads(text)
        answers = body.get("answers", body)
        lines = "\n".join(f"{item}={option}" for item, option in answers.items())
        ms = {str(item): int(spent) for item, spent in body.get("ms", {}).items()}
    except (ValueError, AttributeError, TypeError) as error:
        raise CommandError("The answers are no JSON object.", "answers-json") from error
    return typed_answers(paper, lines), ms
