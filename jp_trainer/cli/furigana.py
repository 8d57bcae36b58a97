"""Give text its readings: `furigana`."""

import json
import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from jp_trainer.cli.session import FORMAT, Session, session_of, write
from jp_trainer.services import furigana as service


def add_to(program: typer.Typer) -> None:
    """Add the command."""
    program.command("furigana")(furigana)


def furigana(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help="The text; - reads lines from standard input.")],
    kana: Annotated[
        bool,
        typer.Option("--kana", help="As it is said, in katakana: は as ワ, long vowels as ー."),
    ] = False,
) -> None:
    """Write furigana in brackets: 利用者[りようしゃ]の 体位[たいい]. One line out per line in."""
    session = session_of(context)
    reader = service.open_reader(session.data)
    for line in _lines(text):
        write(_answer(session, reader, line, kana=kana))


def _lines(text: str) -> Iterator[str]:
    if text != "-":
        yield text
        return
    for number, line in enumerate(sys.stdin):
        # A byte-order mark is no text.
        yield (line.removeprefix("\ufeff") if number == 0 else line).rstrip("\r\n")


def _answer(session: Session, reader: service.Reader, line: str, *, kana: bool) -> str:
    if kana:
        said = service.pronounced(reader, line)
        body: dict[str, object] = {"kana": said}
    elif session.as_json:
        spans = service.spans(reader, line)
        body = {"spans": [{"base": span.base, "reading": span.reading} for span in spans]}
        said = ""
    else:
        return service.bracketed(reader, line)
    return json.dumps({"format": FORMAT, **body}, ensure_ascii=False) if session.as_json else said
