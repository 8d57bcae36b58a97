"""Write decks and words as JSON values and read them back; what is empty is not written."""

import dataclasses
import operator
from collections.abc import Mapping, Sequence
from typing import Any

from jp_trainer.core.cards import Aspect
from jp_trainer.core.decks import Chapter, Deck, Title
from jp_trainer.core.ids import DeckId, WordId
from jp_trainer.core.words import Kind, Near, PartOfSpeech, Word

# Each is "", () or None where a deck does not give it.
_OPTIONAL = tuple(
    field.name for field in dataclasses.fields(Word) if field.default is not dataclasses.MISSING
)
_optional = operator.attrgetter(*_OPTIONAL)
_TEXTS = frozenset(field.name for field in dataclasses.fields(Word) if field.default == "")
_LISTS = frozenset({"also_read", "also_written", "blocked", "confused_with", "pair", "tags"})
_KINDS = {kind.value: kind for kind in Kind}
_PARTS = {pos.value: pos for pos in PartOfSpeech}


def word_to_json(word: Word) -> dict[str, Any]:
    """A word as JSON values."""
    body: dict[str, Any] = {
        "id": word.id,
        "kind": word.kind.value,
        "word": word.word,
        "reading": word.reading,
        "pos": word.pos.value,
    }
    given = zip(_OPTIONAL, _optional(word), strict=True)
    body |= {name: value for name, value in given if value}
    if word.near:
        body["near"] = [[near.text, near.note] for near in word.near]
    return body


def word_from_json(body: Mapping[str, Any]) -> Word:
    """The word that `word_to_json` wrote."""
    given: dict[str, Any] = {name: value for name, value in body.items() if name in _TEXTS}
    if lists := _LISTS & body.keys():
        given |= {name: tuple(body[name]) for name in lists}
    if "near" in body:
        given["near"] = tuple(Near(text, note) for text, note in body["near"])
    if "extra" in body:
        given["extra"] = tuple((column, value) for column, value in body["extra"])
    if "same_as" in body:
        given["same_as"] = WordId(body["same_as"])
    return Word(
        id=WordId(body["id"]),
        kind=_KINDS[body["kind"]],
        word=body["word"],
        reading=body["reading"],
        pos=_PARTS[body["pos"]],
        **given,
    )


def deck_to_json(deck: Deck) -> dict[str, Any]:
    """A deck, without its words, as JSON values."""
    body = dataclasses.asdict(deck)
    body["aspects"] = [aspect.value for aspect in deck.aspects]
    body["extra"] = _plain(deck.extra)
    return body


def deck_from_json(body: Mapping[str, Any]) -> Deck:
    """The deck that `deck_to_json` wrote; aspects of a newer version are left out."""
    known = {aspect.value for aspect in Aspect}
    return Deck(
        id=DeckId(body["id"]),
        version=body["version"],
        title=Title(**body["title"]),
        sector=body["sector"],
        target=body["target"],
        licence=body["licence"],
        source=body["source"],
        languages=tuple(body["languages"]),
        required=tuple(body["required"]),
        aspects=tuple(Aspect(value) for value in body["aspects"] if value in known),
        chapters=tuple(
            Chapter(chapter["id"], Title(**chapter["title"])) for chapter in body["chapters"]
        ),
        extra=body["extra"],
    )


def _plain(value: object) -> object:
    """What TOML gave, in what JSON can hold: dates become text."""
    match value:
        case Mapping():
            return {str(key): _plain(inner) for key, inner in value.items()}
        case str() | int() | float() | None:
            return value
        case Sequence():
            return [_plain(inner) for inner in value]
        case _:
            return str(value)
