"""Find words: `words search`."""

from typing import Annotated, Any

import typer

from jp_trainer.cli.session import session_of
from jp_trainer.core.ids import DeckId
from jp_trainer.core.study_day import date_of
from jp_trainer.services import decks, words
from jp_trainer.services.errors import UnknownDeckError
from jp_trainer.services.words import Filter, WordRow


def add_to(program: typer.Typer) -> None:
    """Add the command."""
    group = typer.Typer(help="Words of installed decks.", rich_markup_mode=None)
    group.callback()(lambda: None)
    group.command("search")(search)
    program.add_typer(group, name="words")


def search(
    context: typer.Context,
    *,
    query: Annotated[
        str, typer.Argument(help="Japanese, kana, romaji, English or Urdu; any part of it.")
    ],
    trainee: Annotated[
        str, typer.Option(help="Only what this person studies: id or name; and how far.")
    ] = "",
    deck: Annotated[str, typer.Option(help="Only this deck.")] = "",
    show: Annotated[Filter, typer.Option("--filter", help="Only such words.")] = Filter.ALL,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 50,
) -> None:
    """Find words by any part of spelling, reading or meaning; best first."""
    session = session_of(context)
    with session.app() as app:
        # How far someone is with a word can only be asked of someone.
        is_of_someone = trainee or show is not Filter.ALL
        who = session.trainee(app, trainee).id if is_of_someone else None
        if deck and all(one.deck.id != deck for one in decks.available(app) if one.installed):
            raise UnknownDeckError(DeckId(deck))
        found = words.search(
            app, who, query, show=show, deck=DeckId(deck) if deck else None, limit=limit
        )
    body = {"words": [_body(row) for row in found.rows], "total": found.total}
    session.show(body, *map(_line, found.rows))


def _body(row: WordRow) -> dict[str, Any]:
    word = row.word
    return {
        "id": word.id,
        "word": word.word,
        "reading": word.reading,
        "pos": word.pos.value,
        "meaning_en": word.meaning_en,
        "meaning_ur": word.meaning_ur,
        "stage": row.stage.value,
        "strength": row.strength,
        "due": None if row.due_day is None else date_of(row.due_day).isoformat(),
    }


def _line(row: WordRow) -> str:
    word = row.word
    reading = "" if word.reading == word.word else f" ({word.reading})"
    # A kana has one meaning in both languages: its sound.
    meanings = ", ".join(dict.fromkeys(filter(None, (word.meaning_en, word.meaning_ur))))
    return f"{word.word}{reading}  {meanings}  [{word.id}]"
