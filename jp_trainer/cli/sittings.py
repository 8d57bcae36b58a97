"""Sit a mock exam from a file of answers, and show what came of a sitting: `exam sit`, `result`."""

import enum
import json
from pathlib import Path
from typing import Annotated, Any

import typer

from jp_trainer.cli.exam_papers import missing_items
from jp_trainer.cli.session import CommandError, counted, session_of
from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.drawing import MissingItems
from jp_trainer.core.exam.papers import Mode, Paper
from jp_trainer.core.exam.posterior import Points
from jp_trainer.core.exam.scoring import Estimate
from jp_trainer.core.exam.sitting_state import SittingState
from jp_trainer.services import exam_bank, exam_results, mistakes, sitting, sitting_entry
from jp_trainer.services.exam_results import Past, Result, Reviewed
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
    session.show(_result(found), *_lines(found))


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
    body = _result(found)
    if items:
        body["items"] = [_item(each) for each in reviewed]
    session.show(body, *_lines(found), *map(_item_line, reviewed))


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
    session.show({"sittings": [_past(each) for each in found]}, *map(_past_line, found))


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


def _result(found: Result) -> dict[str, Any]:
    state = found.state
    return {
        "sitting": state.id,
        "trainee": found.trainee,
        **_sat(state),
        "right": found.right,
        "asked": found.asked,
        "ms": dict(found.ms),
        "estimate": _estimate(found.estimate),
        "official": False,
        "left_out": dict(found.left_out),
        "old": found.is_old,
        "interruptions": [
            {
                "at": each.at.isoformat(),
                "remaining_ms": each.remaining_ms,
                "away_s": each.away_s,
            }
            for each in state.interruptions
        ],
        "intact": not found.breaks,
        "breaks": [{"kind": each.kind, "where": each.where} for each in found.breaks],
        "seal": found.seal,
    }


def _sat(state: SittingState) -> dict[str, Any]:
    return {
        "exam": state.blueprint.exam,
        "blueprint": state.blueprint.id,
        "mode": state.mode.value,
        "form": state.paper.form,
        "begun_at": state.begun.at.isoformat(),
        "finished": state.finished.how.value if state.finished else None,
        "assisted": sorted(state.assisted),
        "remaining_ms": dict(state.remaining_ms),
    }


def _estimate(found: Estimate | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "total": _points(found.total),
        "level": found.level,
        "cefr": found.cefr,
        "chance": round(found.chance, 3),
        "verdict": found.verdict.value,
        "no_verdict": found.no_verdict.value if found.no_verdict else None,
        "counted": found.counted,
        "left_out": found.left_out,
        "assumed": found.assumed,
        "scoring": [
            {
                "id": each.id,
                "points": _points(each.points),
                "minimum": each.minimum,
                "chance_of_minimum": round(each.chance_of_minimum, 3),
            }
            for each in found.scoring
        ],
        "sections": [
            {
                "id": each.id,
                "right": each.right,
                "asked": each.asked,
                "blank": each.blank,
                "letter": each.letter,
            }
            for each in found.sections
        ],
        "hurried": list(found.hurried),
    }


def _points(points: Points) -> dict[str, float]:
    return {
        "mean": round(points.mean, 1),
        "low": round(points.low, 1),
        "high": round(points.high, 1),
    }


def _lines(found: Result) -> list[str]:
    state = found.state
    lines = [
        f"{state.blueprint.title.en} {state.paper.form} ({state.mode.value}), "
        f"{state.begun.local:%Y-%m-%d %H:%M}, sitting {state.id}"
    ]
    if found.estimate is None or not found.estimate.counted or state.is_assisted:
        lines.append(f"{found.right} of {found.asked} right; no estimate")
    else:
        lines += _estimate_lines(found.estimate)
    if state.is_assisted:
        lines.append("assisted: " + ", ".join(sorted(state.assisted)))
    if found.left_out:
        lines.append(f"{counted(len(found.left_out), 'item')} left out of the estimate")
    lines += [
        f"interrupted with {each.remaining_ms // 1000} s left, away for {each.away_s} s"
        for each in state.interruptions
    ]
    lines.append(f"seal {found.seal}" if not found.breaks else "CHANGED SINCE: do not trust this")
    return lines


def _estimate_lines(found: Estimate) -> list[str]:
    total = _points(found.total)
    said = f"estimated {total['low']:.0f} to {total['high']:.0f} points"
    if not found.no_verdict:  # the chance is one: too few items do not carry it
        verdict = found.verdict.value.replace("_", " ")
        said += f", chance of passing about {found.chance:.0%}: {verdict}"
    lines = [
        said,
        "an estimate by this app, not an official score",
    ]
    if found.no_verdict:
        lines.append(f"no verdict: {found.no_verdict.value.replace('_', ' ')}")
    if found.level:
        lines.append(f"level {found.level}")
    lines += [
        f"{each.id}: {each.points.low:.0f} to {each.points.high:.0f}"
        + (f", minimum {each.minimum:.0f}" if each.minimum is not None else "")
        for each in found.scoring
    ]
    return lines


def _item(each: Reviewed) -> dict[str, Any]:
    return {
        "section": each.section,
        "number": each.number,
        "item": each.item.id,
        "type": each.item.type.value,
        "key": each.item.key,
        "chosen": each.chosen,
        "right": each.right,
        "error": each.error.value if each.error else None,
        "why": {"en": each.item.why.en, "ur": each.item.why.ur},
        "ms": each.ms,
        "plays": each.plays,
        "left_out": each.left_out,
    }


def _item_line(each: Reviewed) -> str:
    mark = "right" if each.right else f"{each.chosen or '-'}, key {each.item.key}"
    error = f" ({each.error.value})" if each.error else ""
    return f"{each.section} {each.number}: {mark}{error}"


def _past(each: Past) -> dict[str, Any]:
    return {
        "sitting": each.sitting,
        "exam": each.exam,
        "blueprint": each.blueprint,
        "mode": each.mode.value,
        "form": each.form,
        "begun_at": each.begun_at.isoformat(),
        "finished": each.finished.value if each.finished else None,
        "assisted": each.assisted,
        "right": each.right,
        "asked": each.asked,
        "ms": each.ms,
        "difficulty": round(each.difficulty, 2),
        "estimate": _estimate(each.estimate),
    }


def _past_line(each: Past) -> str:
    end = each.finished.value if each.finished else "running"
    said = f", {each.estimate.verdict.value.replace('_', ' ')}" if each.estimate else ""
    name = f"{each.begun_at:%Y-%m-%d} {each.exam} {each.form} {each.mode.value}"
    return f"{name} {end}{said}: {each.sitting}"
