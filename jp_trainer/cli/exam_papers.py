"""Print papers, seal and open them, and enter what was answered on paper: `exam`."""

import enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jp_trainer.cli.session import CommandError, counted, session_of
from jp_trainer.core.exam import item_json
from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.drawing import MissingItems
from jp_trainer.core.exam.papers import Lack, Paper
from jp_trainer.services import exam_results, printed_sitting, sealed
from jp_trainer.services.app import App
from jp_trainer.wording.errors import sentence

if TYPE_CHECKING:  # what draws is loaded only where something is printed
    from jp_trainer.services.exam_print import Saved

Pdf = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Print it: a file for all parts, or a folder for each."),
]


class Which(enum.StrEnum):
    """What is printed."""

    BOOKLET = "booklet"
    ANSWERS = "answers"
    KEY = "key"
    SCRIPT = "script"
    ALL = "all"


class Language(enum.StrEnum):
    """Of the instructions and explanations; both: English instructions, both explanations."""

    EN = "en"
    UR = "ur"
    BOTH = "both"


Part = Annotated[Which, typer.Option(help="What to print.")]
Speaks = Annotated[Language, typer.Option(help="Of instructions and explanations.")]


def add_to(group: typer.Typer) -> None:
    """Add the commands to the group `exam`."""
    group.command("enter")(enter)
    group.command("seal")(seal)
    group.command("open")(open_seal)


def enter(
    context: typer.Context,
    exam: Annotated[str, typer.Argument(metavar="EXAM", help="An exam or blueprint.")],
    answers: Annotated[
        str, typer.Argument(metavar="DIGITS", help="312-1...: one for each question; - is a blank.")
    ],
    form: Annotated[str, typer.Option(help="The paper that was printed: A.")],
    trainee: Annotated[str, typer.Option("--trainee", help="Who sat it: id or name.")] = "",
) -> None:
    """Enter the answers of a paper that was printed and sat on paper."""
    session = session_of(context)
    with session.app() as app:
        who = session.trainee(app, trainee).id
        try:
            state = printed_sitting.enter_answers(app, who, exam, form, answers)
        except MissingItems as missing:
            raise missing_items(missing) from None
        found = exam_results.result(app, who, state.id)
    body = {"sitting": state.id, "answered": len(state.answers), "asked": found.asked}
    session.show(body, f"{state.id}: {len(state.answers)} of {found.asked} answered")


def seal(
    context: typer.Context,
    exam: Annotated[str, typer.Argument(metavar="EXAM", help="An exam or blueprint.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to: exam.jpsealed.")],
    *,
    form: Annotated[str, typer.Option(help="A fixed paper: A. Else one is drawn.")] = "",
    seed: Annotated[str, typer.Option(help="The same gives the same drawn paper.")] = "",
    code: Annotated[str, typer.Option(help="To open it with; else one is made and shown.")] = "",
) -> None:
    """Lock a paper with a code, so that nobody reads it before the day."""
    session = session_of(context)
    with session.app() as app:
        try:
            made = sealed.seal(app, exam, file, form=form, seed=seed, code=code)
        except MissingItems as missing:
            raise missing_items(missing) from None
    body = {
        "file": str(made.path),
        "code": made.code,
        "exam": made.blueprint.id,
        "items": len(made.paper.items),
    }
    session.show(body, f"{made.path}", f"code: {made.code}")


def open_seal(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A sealed paper.")],
    *,
    code: Annotated[str, typer.Option(help="The code it was sealed with.")],
    pdf: Pdf = None,
    part: Part = Which.ALL,
    language: Speaks = Language.EN,
) -> None:
    """Open a sealed paper: show it, or print it."""
    session = session_of(context)
    with session.app() as app:
        blueprint, paper = sealed.open_sealed(app, file, code)
        saved = print_paper(app, blueprint, paper, pdf, part=part, language=language)
    session.show(
        {**paper_body(paper), **saved_body(saved)}, *(saved_lines(saved) or paper_lines(paper))
    )


def print_paper(
    app: App,
    blueprint: Blueprint,
    paper: Paper,
    target: Path | None,
    *,
    part: Which,
    language: Language,
) -> "tuple[Saved, ...]":
    """Print parts of a paper if there is anywhere to print to."""
    if target is None:
        return ()
    from jp_trainer.services import exam_print  # noqa: PLC0415 - see above

    parts = exam_print.ALL_PARTS if part is Which.ALL else (exam_print.PrintPart(part.value),)
    explained = ("en", "ur") if language is Language.BOTH else (language.value,)
    spoken = "ur" if language is Language.UR else "en"
    return exam_print.save_booklet(
        app, blueprint, paper, target, language=spoken, parts=parts, explained=explained
    )


def paper_body(found: Paper) -> dict[str, Any]:
    """A paper whole."""
    return {
        "exam": found.blueprint,
        "form": found.form,
        "mode": found.mode.value,
        "sections": [
            {
                "id": section.id,
                "testlets": [item_json.to_json(testlet) for testlet in section.testlets],
            }
            for section in found.sections
        ],
    }


def paper_lines(found: Paper) -> list[str]:
    """Which items it has."""
    lines: list[str] = []
    for section in found.sections:
        lines.append(f"{section.id}: {counted(len(section.items), 'item')}")
        lines += [f"  {item.id}  {item.type.value}" for item in section.items]
    return lines


def saved_body(saved: "tuple[Saved, ...]") -> dict[str, Any]:
    """What was printed; nothing if nothing was."""
    files = [{"file": str(each.path), "pages": each.pages} for each in saved]
    return {"files": files} if files else {}


def saved_lines(saved: "tuple[Saved, ...]") -> list[str]:
    """The same in words."""
    return [f"{each.path}: {counted(each.pages, 'page')}" for each in saved]


def missing_items(missing: MissingItems) -> CommandError:
    """What a bank lacks for a paper, as the command's answer: each part of it."""
    more = {"lacks": [lack_body(each) for each in missing.lacks]}
    parts = ", ".join(
        f"{each.section} {each.type.value} {each.found} of {each.wanted}" for each in missing.lacks
    )
    return CommandError(f"{sentence(missing)} There are: {parts}.", "missing-items", more=more)


def lack_body(lack: Lack) -> dict[str, Any]:
    """One part that cannot be filled."""
    return {
        "section": lack.section,
        "type": lack.type.value,
        "wanted": lack.wanted,
        "found": lack.found,
    }
