"""List, check, install and count decks: `deck`."""

from collections import Counter
from pathlib import Path
from typing import Annotated, Any

import typer

from jp_trainer import paths
from jp_trainer.cli.session import NO, CommandError, Session, counted, leave, session_of
from jp_trainer.core.deck_problems import Problem, Severity
from jp_trainer.core.ids import DeckId
from jp_trainer.services import deck_check, decks, furigana
from jp_trainer.services.decks import DeckInfo, DeckInstalled
from jp_trainer.services.errors import DeckRefusedError, UnknownDeckError
from jp_trainer.wording import plain
from jp_trainer.wording.deck_problems import explained, one_line
from jp_trainer.wording.errors import sentence


def add_to(program: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="Decks: what there is to learn.", rich_markup_mode=None)
    group.command("list")(list_decks)
    group.command("check")(check)
    group.command("install")(install)
    group.command("stats")(stats)
    program.add_typer(group, name="deck")


def list_decks(context: typer.Context) -> None:
    """Show all decks, shipped and installed."""
    session = session_of(context)
    with session.app() as app:
        infos = decks.available(app)
    lines = [_line(info) for info in infos]
    session.show({"decks": [_body(info) for info in infos]}, *lines)


def check(
    context: typer.Context,
    folders: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH...", help="Deck folders, or folders of decks; else the shipped ones."
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Warnings and doubts count like errors.")
    ] = False,
) -> None:
    """Say everything wrong with decks: file, line, what it is, how to mend it. Exit 1 on errors."""
    session = session_of(context)
    wanted = folders or [paths.decks()]
    report = deck_check.check(wanted, furigana.open_reader(), beside=paths.decks())
    counts = {severity.value + "s": report.count(severity) for severity in Severity}
    body = {
        "decks": [{"id": deck.id, "words": words} for deck, words in report.decks],
        "problems": [_problem(problem) for problem in report.problems],
        **counts,
        "reviewed": report.reviewed,
    }
    words = sum(count for _, count in report.decks)
    last = (
        f"{counted(len(report.decks), 'deck')}, {counted(words, 'word')}: "
        f"{counted(counts['errors'], 'error')}, {counted(counts['warnings'], 'warning')}, "
        f"{counts['reviews']} to be looked at, {report.reviewed} looked at before."
    )
    session.show(body, *map(one_line, report.problems), last)
    if report.has_errors or (strict and report.problems):
        leave(NO)


def install(
    context: typer.Context,
    wanted: Annotated[
        list[str], typer.Argument(metavar="ID|PATH...", help="Shipped decks, or folders of decks.")
    ],
) -> None:
    """Install decks; a newer version keeps all progress. A deck with errors is not installed."""
    session = session_of(context)
    with session.app() as app:
        shipped = {info.deck.id for info in decks.available(app) if info.folder}
        ids = [DeckId(name) for name in wanted if name in shipped]
        folders = [Path(name) for name in wanted if name not in shipped]
        for folder in folders:
            if not folder.exists():
                raise UnknownDeckError(DeckId(str(folder)))
        try:
            done = [*decks.install(app, ids)]
            done += [decks.install_folder(app, folder) for folder in folders]
        except DeckRefusedError as refusal:
            _show_refusal(session, refusal)
    session.show({"installed": [_installed(one) for one in done]}, *map(_done_line, done))


def stats(
    context: typer.Context,
    deck: Annotated[str, typer.Argument(metavar="ID", help="An installed deck.")],
) -> None:
    """Count the words of an installed deck: parts of speech, levels, chapters."""
    session = session_of(context)
    with session.app() as app, app.database.read() as view:
        found = next((each for each in view.decks.all() if each.id == deck), None)
        words = view.words.of_deck(found.id) if found is not None else ()
    if found is None:
        raise UnknownDeckError(DeckId(deck))
    chapters = Counter(word.chapter for word in words)
    counts: dict[str, dict[str, int]] = {
        "pos": dict(Counter(word.pos.value for word in words).most_common()),
        "level": dict(sorted(Counter(word.level or "none" for word in words).items())),
        "chapter": {c.id: chapters[c.id] for c in found.chapters if chapters[c.id]},
    }
    examples = sum(1 for word in words if word.example)
    lines = [
        f"{found.id} version {found.version}: {len(words)} words, {examples} with an example",
        *(f"{key}: {_in_line(part)}" for key, part in counts.items()),
    ]
    body = {"deck": found.id, "version": found.version, "words": len(words), "examples": examples}
    session.show({**body, **counts}, *lines)


def _in_line(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items())


def _body(info: DeckInfo) -> dict[str, Any]:
    title = info.deck.title
    return {
        "id": info.deck.id,
        "title": {"en": title.en, "ur": title.ur, "ja": title.ja},
        "sector": info.deck.sector,
        "words": info.words,
        "shipped": info.shipped,
        "installed": info.installed,
    }


def _line(info: DeckInfo) -> str:
    if info.installed is None:
        state = "not installed"
    else:
        state = f"version {info.installed}"
        state += f", version {info.shipped} is there" if info.has_update else ""
    return f"{info.deck.id:24} {info.words:6} words  {state:16} {info.deck.title.en}"


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "file": str(problem.path),
        "line": problem.line,
        "column": problem.column,
        "id": problem.subject,
        "severity": problem.severity.value,
        "code": problem.code.value,
        "message": plain(explained(problem)),
        "facts": dict(problem.facts),
    }


def _installed(one: DeckInstalled) -> dict[str, Any]:
    words = one.words
    return {
        "id": one.deck.id,
        "version": one.deck.version,
        "before": one.before,
        "new": words.new,
        "changed": words.changed,
        "same": words.same,
        "removed": words.removed,
    }


def _done_line(one: DeckInstalled) -> str:
    words = one.words
    return (
        f"{one.deck.id} version {one.deck.version}: {words.new} new, {words.changed} changed, "
        f"{words.same} the same, {words.removed} removed"
    )


def _show_refusal(session: Session, refusal: DeckRefusedError) -> None:
    """Every problem, then the one sentence that the program ends with; or both in one object."""
    if session.as_json:
        problems = [_problem(problem) for problem in refusal.problems]
        raise CommandError(sentence(refusal), "deck-refused", more={"problems": problems})
    for problem in refusal.problems:
        typer.echo(one_line(problem), err=True)
    raise refusal
