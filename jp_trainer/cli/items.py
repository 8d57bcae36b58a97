"""Check, list and show the questions of exams: `item`."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from jp_trainer import paths
from jp_trainer.cli.session import NO, CommandError, Session, counted, leave, session_of
from jp_trainer.core.deck_problems import Severity
from jp_trainer.core.exam import item_json, item_texts
from jp_trainer.core.exam.bank import Bank
from jp_trainer.core.exam.item_problems import Problem
from jp_trainer.core.exam.items import Item, Testlet
from jp_trainer.services import exam_bank, furigana, item_check
from jp_trainer.services.item_check import Report
from jp_trainer.wording import plain
from jp_trainer.wording.item_problems import explained, one_line, strategy


def add_to(program: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="Items: the questions of exams.", rich_markup_mode=None)
    group.command("check")(check)
    group.command("list")(list_items)
    group.command("show")(show)
    program.add_typer(group, name="item")


def check(
    context: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="FOLDER", help="Items of one exam, of several, or a file; else the shipped."
        ),
    ] = None,
    strategies: Annotated[
        bool, typer.Option("--strategies", help="Also what rules score that need no Japanese.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count like errors.")] = False,
) -> None:
    """Say everything wrong with items: file, line, what it is, how to mend it. Exit 1 on errors."""
    session = session_of(context)
    assets = paths.assets()
    wanted = folder or assets / "exams" / "items"
    if not wanted.exists():
        raise CommandError(f"There is no folder or file {wanted}.", "no-such-folder")
    report = item_check.check(
        wanted, assets, paths.decks(), furigana.open_reader(), with_strategies=strategies
    )
    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    body: dict[str, Any] = {
        "exams": [{"id": exam, "items": count} for exam, count in report.items.items()],
        "problems": [_problem(problem) for problem in report.problems],
        "errors": errors,
        "warnings": warnings,
        "reviewed": report.reviewed,
        "voice": report.with_voice,
    }
    if strategies:
        body["strategies"] = list(_strategies(report))
    last = (
        f"{counted(sum(report.items.values()), 'item')}: {counted(errors, 'error')}, "
        f"{counted(warnings, 'warning')}, {report.reviewed} looked at before."
    )
    if not report.with_voice:
        last += " The voice was not asked: the extra `voice` is not installed."
    lines = [*map(one_line, report.problems)]
    lines += [_strategy_line(each) for each in _strategies(report)] if strategies else []
    session.show(body, *lines, last)
    if errors or (strict and warnings):
        leave(NO)


def list_items(
    context: typer.Context,
    exam: Annotated[str, typer.Option(help="Only this exam: jft-basic.")] = "",
    form: Annotated[str, typer.Option(help="Only this fixed paper: A.")] = "",
) -> None:
    """Show all items of the shipped exams, drafts too."""
    session = session_of(context)
    found = [
        (name, testlet, item)
        for name, bank in _banks(session, exam)
        for testlet in bank.testlets
        for item in testlet.items
        if not form or form in item.forms
    ]
    items = [
        {
            "id": item.id,
            "exam": name,
            "type": item.type.value,
            "level": item.level,
            "status": item.status.value,
            "stimulus": item.stimulus,
            "forms": list(item.forms),
            "anchor": item.anchor,
            "difficulty": item.difficulty,
            "topic": item.topic,
            "key": item.key,
            "digest": item_json.digest(testlet),
        }
        for name, testlet, item in found
    ]
    lines = [
        f"{item.id:20} {name:22} {item.type.value:18} {item.status.value:9} "
        f"{','.join(item.forms) or '-':4} {item.difficulty} {item.topic}"
        for name, _, item in found
    ]
    session.show({"items": items}, *lines, counted(len(items), "item"))


def show(
    context: typer.Context,
    item_id: Annotated[str, typer.Argument(metavar="ID", help="An item or a stimulus.")],
) -> None:
    """Show one item whole, with its stimulus, key and explanations."""
    session = session_of(context)
    for exam, bank in _banks(session, ""):
        for testlet in bank.testlets:
            if item_id == testlet.id or item_id in {item.id for item in testlet.items}:
                path, line = bank.places[item_id]
                body = {"exam": exam, "file": str(path), "line": line}
                body |= {"digest": item_json.digest(testlet), **item_json.to_json(testlet)}
                session.show(body, f"{path}:{line}", *_lines_of(testlet))
                return
    raise CommandError(f"There is no item {item_id}.", "unknown-item")


def _banks(session: Session, exam: str) -> Iterator[tuple[str, Bank]]:
    """The items of the exams that have any, or of one."""
    with session.app() as app:
        known = sorted({each.exam for each in exam_bank.blueprints(app)})
        if exam:
            known = [exam_bank.blueprint(app, exam).exam]
        banks = [(name, exam_bank.bank(app, name, live_only=False)) for name in known]
    yield from banks


def _lines_of(testlet: Testlet) -> Iterator[str]:
    if stimulus := testlet.stimulus:
        if stimulus.situation:
            yield item_texts.plain(stimulus.situation.text)
        if stimulus.picture:
            yield f"[{stimulus.alt.en}]"
        yield from filter(None, (stimulus.title, *stimulus.text.split("\n")))
        yield from (" | ".join(row) for row in stimulus.rows)
        yield from (f"{line.who or line.voice}: {line.text}" for line in stimulus.script)
    for item in testlet.items:
        yield ""
        yield from _lines_of_item(item)


def _lines_of_item(item: Item) -> Iterator[str]:
    yield f"{item.id}  {item.type.value}  difficulty {item.difficulty}"
    yield from filter(None, (item.statement.en, *item.stem.split("\n")))
    for number, option in enumerate(item.options, start=1):
        mark = "*" if number == item.key else " "
        code = item.errors[number].value if number in item.errors else ""
        yield f" {mark}{number}. {option.text or option.picture}  {code}".rstrip()
    yield item.why.en


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "file": str(problem.path),
        "line": problem.line,
        "key": problem.key,
        "id": problem.subject,
        "severity": problem.severity.value,
        "code": problem.code.value,
        "message": plain(explained(problem)),
        "facts": dict(problem.facts),
    }


def _strategies(report: Report) -> Iterator[dict[str, Any]]:
    for exam, scores in report.strategies.items():
        for score in scores:
            yield {
                "exam": exam,
                "strategy": score.strategy,
                "items": score.items,
                "share": round(score.share, 4),
                "avoiding": round(score.avoiding, 4),
                "chance": round(score.chance, 4),
                "fair": score.is_fair,
            }


def _strategy_line(score: Mapping[str, Any]) -> str:
    return (
        f"{score['exam']:22} {strategy(score['strategy']):26} {score['items']:4} items  "
        f"{score['share']:6.1%}  never so {score['avoiding']:6.1%}  guessing {score['chance']:6.1%}"
        f"{'' if score['fair'] else '  too much'}"
    )
