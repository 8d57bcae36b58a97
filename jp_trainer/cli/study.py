"""Study from the command line: `study`. These always answer in JSON: they are for scripts."""

from datetime import timedelta
from typing import Annotated, Any

import typer

from jp_trainer.cli.session import NO, CommandError, Session, leave, session_of
from jp_trainer.core.cards import Aspect
from jp_trainer.core.furigana import plain
from jp_trainer.core.gaps import gap
from jp_trainer.core.people import Trainee
from jp_trainer.core.questions import (
    Chosen,
    GaveUp,
    Given,
    Option,
    Question,
    SaidKnown,
    Typed,
    Way,
)
from jp_trainer.core.study_day import date_of
from jp_trainer.core.words import Word
from jp_trainer.services import study, undo
from jp_trainer.services.study_states import Asking, Recorded, RoundDone, StudyState

_Who = Annotated[str, typer.Option("--trainee", help="Who studies: id or name, if several.")]


def add_to(program: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="Study: ask, answer, take back.", rich_markup_mode=None)
    group.command("next")(next_question)
    group.command("answer")(answer)
    group.command("undo")(take_back)
    program.add_typer(group, name="study")


def next_question(
    context: typer.Context,
    trainee: _Who = "",
    more: Annotated[
        bool, typer.Option("--more", help="Go on after the day's plan is done.")
    ] = False,
) -> None:
    """Ask: begin a round or go on with it. {"question": null, "round": "done"} at its end."""
    session = session_of(context)
    with session.app() as app:
        who = session.trainee(app, trainee)
        state = study.begin(app, who.id, more=more)
    _json(session, _state(who, state))


def answer(
    context: typer.Context,
    *,
    question: Annotated[str, typer.Option(help="The id that `study next` gave.")],
    trainee: _Who = "",
    kana: Annotated[str | None, typer.Option(help="What was typed.")] = None,
    choice: Annotated[int | None, typer.Option(help="The number of the option.")] = None,
    give_up: Annotated[bool, typer.Option("--give-up", help="See the answer.")] = False,
    knew: Annotated[bool, typer.Option("--knew", help="Way reveal: it was known.")] = False,
    forgot: Annotated[bool, typer.Option("--forgot", help="Way reveal: it was not.")] = False,
    peeked: Annotated[bool, typer.Option("--peeked", help="The furigana was looked at.")] = False,
    ms: Annotated[int, typer.Option(min=0, help="How long it took, in milliseconds.")] = 0,
) -> None:
    """Answer a question: the verdict, its reason, when the card returns.

    A question that is not the one asked now writes nothing: exit 1.
    """
    session = session_of(context)
    answers: tuple[Given | None, ...] = (
        None if kana is None else Typed(kana),
        None if choice is None else Chosen(choice - 1),
        GaveUp() if give_up else None,
        SaidKnown(knew=True) if knew else None,
        SaidKnown(knew=False) if forgot else None,
    )
    given = [one for one in answers if one is not None]
    if len(given) != 1:
        message = "Give one answer: --kana, --choice, --give-up, --knew or --forgot."
        raise CommandError(message, "one-answer")
    with session.app() as app:
        who = session.trainee(app, trainee)
        recorded = study.answer(app, who.id, question, given[0], peeked=peeked, ms=ms)
        today = app.clock().study_day
    returns = None
    if recorded.back_in_days is not None:
        returns = (date_of(today) + timedelta(days=recorded.back_in_days)).isoformat()
    _json(session, {**_recorded(recorded), "returns": returns, **_after(recorded.state)})


def take_back(context: typer.Context, trainee: _Who = "") -> None:
    """Take the last thing back; its question is asked again. Exit 1 if nothing is left."""
    session = session_of(context)
    with session.app() as app:
        who = session.trainee(app, trainee)
        undone = undo.undo(app, who.id)
    if undone is None:
        _json(session, {"undone": None})
        leave(NO)
    word = undone.word.id if undone.word else None
    _json(session, {"undone": undone.what, "word": word, **_after(undone.state)})


def _json(session: Session, body: dict[str, Any]) -> None:
    Session(session.data, session.now, as_json=True).show(body)


def _after(state: StudyState) -> dict[str, Any]:
    """The id of the next question, or the round's end."""
    if isinstance(state, Asking):
        return {"next": state.question.id}
    return {"next": None, **_done(state)}


def _state(who: Trainee, state: StudyState) -> dict[str, Any]:
    if isinstance(state, Asking):
        return _question(who, state.question, state)
    return {"question": None, **_done(state)}


def _done(state: RoundDone) -> dict[str, Any]:
    return {
        "round": "done",
        "words": state.words,
        "right_first": state.right_first,
        "waiting": state.waiting,
        "tomorrow": state.tomorrow,
    }


def _question(who: Trainee, asked: Question, state: Asking) -> dict[str, Any]:
    language = who.preferences.meanings[0]
    body: dict[str, Any] = {
        "question": asked.id,
        "card": asked.card,
        "aspect": asked.aspect.value,
        "way": asked.way.value,
        "prompt": _prompt(asked, language),
        "new": asked.is_new,
        "again": asked.again,
        "position": state.position,
        "size": state.size,
    }
    if asked.way is Way.CHOOSE:
        body["options"] = [
            {"choice": number, "text": _option(option, asked.aspect, language), "word": option.word}
            for number, option in enumerate(asked.options, start=1)
        ]
    return body


def _prompt(asked: Question, language: str) -> str:
    """What the screen shows, or for listening what it plays, in kana."""
    word = asked.word
    match asked.aspect:
        case Aspect.MEANING | Aspect.READING:
            return word.word
        case Aspect.LISTENING:
            return word.reading
        case Aspect.PRODUCTION:
            return word.meaning(language) or word.meaning_en
        case Aspect.SENTENCE:
            return _gapped(word)


def _gapped(word: Word) -> str:
    found = gap(word)
    return f"{plain(found.before)}＿＿{plain(found.after)}" if found else plain(word.example)


def _option(option: Option, aspect: Aspect, language: str) -> str:
    if aspect is Aspect.SENTENCE:
        return option.spelling
    return (option.meaning_ur if language == "ur" else "") or option.meaning_en


def _recorded(recorded: Recorded) -> dict[str, Any]:
    verdict = recorded.verdict
    other = verdict.other
    return {
        "verdict": verdict.outcome.value,
        "right": verdict.is_right,
        "counted": recorded.event is not None,
        "reason": verdict.reason.value if verdict.reason else None,
        "note": verdict.note.value if verdict.note else None,
        "try_again": verdict.again.value if verdict.again else None,
        "asked": verdict.asked,
        "given": verdict.given,
        "other": {"word": other.word, "reading": other.reading} if other else None,
        "back_in_days": recorded.back_in_days,
        "again_in_round": recorded.again_in_round,
        "rests": recorded.rests,
        "event": recorded.event,
    }
