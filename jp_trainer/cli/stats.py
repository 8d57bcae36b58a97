"""Say how far someone has come: `stats`."""

from typing import Annotated, Any

import typer

from jp_trainer.cli.session import counted, session_of
from jp_trainer.core.study_day import date_of
from jp_trainer.services import progress, today
from jp_trainer.services.progress import ProgressState
from jp_trainer.services.today import TodayState


def add_to(program: typer.Typer) -> None:
    """Add the command."""
    program.command("stats")(stats)


def stats(
    context: typer.Context,
    trainee: Annotated[str, typer.Option(help="Whose: id or name, if several.")] = "",
) -> None:
    """Show how far someone has come: today, decks, what is remembered, why answers were wrong."""
    session = session_of(context)
    with session.app() as app:
        who = session.trainee(app, trainee)
        now = today.today(app, who.id)
        state = progress.progress(app, who.id)
    session.show(_body(now, state), *_lines(now, state))


def _body(now: TodayState, state: ProgressState) -> dict[str, Any]:
    return {
        "trainee": now.trainee.id,
        "name": now.trainee.name,
        "day": date_of(state.today).isoformat(),
        "today": {
            "questions": now.questions,
            "minutes": now.minutes,
            "repeats": now.repeats,
            "new": now.news,
            "answered": now.answered,
            "done": now.done,
        },
        "days": state.days,
        "answers": state.answers,
        "minutes": state.total_ms // 60_000,
        "decks": [
            {"id": deck.id, "words": p.words, "begun": p.begun, "known": p.known}
            for deck, p in state.progress
        ],
        "remembered": {
            aspect.value: {"share": kept.share, "asked": kept.asked}
            for aspect, kept in state.by_aspect
        },
        "reasons": dict(state.reasons),
        "ahead": list(state.ahead),
    }


def _lines(now: TodayState, state: ProgressState) -> list[str]:
    lines = [
        f"{now.trainee.name}: {counted(state.days, 'day')}, {counted(state.answers, 'answer')}, "
        f"{counted(state.total_ms // 60_000, 'minute')}",
        f"today: {counted(now.questions, 'question')} ({now.repeats} again, {now.news} new), "
        f"{counted(now.minutes, 'minute')}; {now.answered} answered",
    ]
    lines += [
        f"{deck.id}: {p.begun} of {p.words} words begun, {p.known} known"
        for deck, p in state.progress
    ]
    lines += [
        f"{aspect.value}: {kept.share:.0%} remembered of {kept.asked}"
        for aspect, kept in state.by_aspect
        if kept.share is not None
    ]
    if state.reasons:
        lines.append("wrong by: " + ", ".join(f"{name} {n}" for name, n in state.reasons))
    return lines
