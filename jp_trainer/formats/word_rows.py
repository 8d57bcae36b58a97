"""Turn a row of words.csv or kana.csv into a word, and back into a row; check its fields."""

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any, TypeVar

from jp_trainer.core.deck_problems import Code
from jp_trainer.core.decks import Deck
from jp_trainer.core.ids import DeckId, WordId
from jp_trainer.core.words import Kind, Near, PartOfSpeech, Word
from jp_trainer.formats import field_rules as rules

NEEDED = ("id", "word", "reading", "pos")
KANA_NEEDED = ("id", "kana", "romaji")
TEXTS = (
    *("meaning_en", "meaning_ur", "note_en", "note_ur", "example", "example_en", "example_ur"),
    *("chapter", "level", "loan_from", "picture"),
)
KANA_LISTS = ("also_read", "blocked")
LISTS = (*KANA_LISTS, "also_written", "tags")
LINKS = ("confused_with", "pair")
_TEXTS = frozenset(TEXTS)
_URDU = ("meaning_ur", "note_ur", "example_ur")
_IN_EVERY_ROW = frozenset({*NEEDED, "kind"})
COLUMNS = frozenset({*NEEDED, *TEXTS, *LISTS, *LINKS, "kind", "near", "same_as"})
KANA_COLUMNS = frozenset({*KANA_NEEDED, "group", "lookalikes"})

_KINDS = {kind.value: kind for kind in Kind if kind is not Kind.KANA}
_PARTS = {pos.value: pos for pos in PartOfSpeech if pos is not PartOfSpeech.KANA}

_Enum = TypeVar("_Enum", Kind, PartOfSpeech)
Report = Callable[[str, Code, Mapping[str, object]], None]
"""Takes what is wrong: (column, code, facts)."""


@dataclass(frozen=True, slots=True)
class RowRules:
    """What a deck asks of its rows.

    Attributes:
        required: columns, in the order in which they are missed; needed: those of words.csv.
    """

    deck: DeckId
    required: tuple[str, ...]
    chapters: frozenset[str]
    languages: tuple[str, ...] = ("en", "ur")
    needed: frozenset[str] = frozenset()

    @classmethod
    def of(cls, deck: Deck) -> "RowRules":
        """The rules of a deck: its own required columns, and the meaning in its languages."""
        required = (*NEEDED, *(f"meaning_{language}" for language in deck.languages))
        required += tuple(name for name in deck.required if name not in required)
        chapters = frozenset(chapter.id for chapter in deck.chapters)
        return cls(deck.id, required, chapters, deck.languages, COLUMNS.intersection(required))


def read_word(fields: Mapping[str, str], deck: RowRules, report: Report) -> Word | None:
    """The word of a row; None if it cannot be told which word it is. Everything wrong is reported.

    `fields`: by column, without the empty ones.
    """
    if not deck.needed <= fields.keys():
        for name in deck.required:
            if name in deck.needed and name not in fields:
                report(name, Code.MISSING_FIELD, {})
    kind = _one_of(fields, "kind", _KINDS, Code.UNKNOWN_KIND, report) or Kind.WORD
    pos = _one_of(fields, "pos", _PARTS, Code.UNKNOWN_POS, report)
    for column, text in fields.items():
        if len(text) > rules.ALWAYS_FITS and len(text) > rules.longest(column):
            report(column, Code.TOO_LONG, {"length": len(text), "most": rules.longest(column)})
    _check_texts(fields, deck, report)
    word_id, word, reading = fields.get("id", ""), fields.get("word", ""), fields.get("reading", "")
    if not _is_id(word_id, report) or not word or not reading or pos is None:
        return None
    for code, facts in rules.reading_findings(word, reading):
        report("reading", code, facts)
    given: dict[str, Any] = {name: fields[name] for name in _TEXTS & fields.keys()}
    if rest := fields.keys() - _TEXTS - _IN_EVERY_ROW:
        given |= _read_rest(fields, rest, deck, report)
    return Word(
        id=WordId(f"{deck.deck}:{word_id}"), kind=kind, word=word, reading=reading, pos=pos, **given
    )


def _read_rest(
    fields: Mapping[str, str], rest: Set[str], deck: RowRules, report: Report
) -> Iterator[tuple[str, Any]]:
    """Lists, links, and columns that we do not know: what few rows have."""
    for name in LISTS:
        if name in rest:
            answers = _parts(fields[name])
            if name in KANA_LISTS:
                _check_kana(name, answers, report)
            yield name, answers
    if "near" in rest:
        near = tuple(_near(part) for part in _parts(fields["near"]))
        _check_kana("near", tuple(item.text for item in near), report)
        yield "near", near
    for name in LINKS:
        if name in rest:
            yield name, tuple(_links(name, fields[name], deck.deck, report))
    if "same_as" in rest:
        yield "same_as", next(_links("same_as", fields["same_as"], deck.deck, report), None)
    if unknown := rest - COLUMNS:
        yield "extra", tuple((name, text) for name, text in fields.items() if name in unknown)


def read_kana(fields: Mapping[str, str], deck: RowRules, report: Report) -> Word | None:
    """The word of a row of kana.csv: its meaning is its sound in Latin letters."""
    required = dict.fromkeys((*KANA_NEEDED, *deck.required))
    for name in required:
        if name in KANA_COLUMNS and name not in fields:
            report(name, Code.MISSING_FIELD, {})
    sign, romaji = fields.get("kana", ""), fields.get("romaji", "")
    group = fields.get("group", "")
    if sign and not rules.is_reading(sign):
        report("kana", Code.NOT_KANA, {"value": sign})
    if romaji and not rules.ROMAJI.fullmatch(romaji):
        report("romaji", Code.NOT_ROMAJI, {"value": romaji})
    if group and group not in deck.chapters:
        report("group", Code.UNKNOWN_CHAPTER, {"value": group})
    word_id = fields.get("id", "")
    if not _is_id(word_id, report) or not sign or not romaji:
        return None
    return Word(
        id=WordId(f"{deck.deck}:{word_id}"),
        kind=Kind.KANA,
        word=sign,
        reading=sign,
        pos=PartOfSpeech.KANA,
        meaning_en=romaji,
        meaning_ur=romaji,
        chapter=group,
        confused_with=tuple(_links("lookalikes", fields.get("lookalikes", ""), deck.deck, report)),
        extra=tuple((k, v) for k, v in fields.items() if k not in KANA_COLUMNS),
    )


def row_of(word: Word) -> dict[str, str]:
    """The row of words.csv that `read_word` turns into this word; empty fields are left out."""
    row = {
        "id": word.id.partition(":")[2],
        "kind": word.kind.value,
        "word": word.word,
        "reading": word.reading,
        "pos": word.pos.value,
    }
    row |= {name: getattr(word, name) for name in TEXTS}
    row |= {name: "|".join(getattr(word, name)) for name in (*LISTS, *LINKS)}
    row["near"] = "|".join(f"{n.text}={n.note}" if n.note else n.text for n in word.near)
    row["same_as"] = word.same_as or ""
    row |= dict(word.extra)
    return {name: value for name, value in row.items() if value}


def _one_of(
    fields: Mapping[str, str], column: str, known: Mapping[str, _Enum], code: Code, report: Report
) -> _Enum | None:
    value = fields.get(column)
    if value is not None and value not in known:
        report(column, code, {"value": value, "known": ", ".join(known)})
    return known.get(value or "")


def _is_id(word_id: str, report: Report) -> bool:
    if word_id and not rules.ID.fullmatch(word_id):
        report("id", Code.BAD_ID, {"value": word_id})
        return False
    return bool(word_id)


def _check_texts(fields: Mapping[str, str], deck: RowRules, report: Report) -> None:
    for column in _URDU:
        if column in fields:
            for code, facts in rules.urdu_findings(fields[column]):
                report(column, code, facts)
    if "example" in fields:
        for code, facts in rules.example_findings(fields["example"]):
            report("example", code, facts)
    chapter, level = fields.get("chapter", ""), fields.get("level", "")
    if chapter and chapter not in deck.chapters:
        report("chapter", Code.UNKNOWN_CHAPTER, {"value": chapter})
    if level and level not in rules.LEVELS:
        report("level", Code.UNKNOWN_LEVEL, {"value": level, "known": ", ".join(rules.LEVELS)})
    picture = fields.get("picture", "")
    if picture and not rules.PICTURE.fullmatch(picture):
        report("picture", Code.BAD_PICTURE, {"value": picture})


def _check_kana(column: str, answers: tuple[str, ...], report: Report) -> None:
    for answer in answers:
        if not rules.is_reading(answer):
            report(column, Code.NOT_KANA, {"value": answer})


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


def _near(part: str) -> Near:
    text, _, note = part.partition("=")
    return Near(text.strip(), note.strip())


def _links(column: str, text: str, deck: DeckId, report: Report) -> Iterator[WordId]:
    for part in _parts(text):
        if rules.LINK.fullmatch(part):
            yield WordId(part if ":" in part else f"{deck}:{part}")
        else:
            report(column, Code.BAD_LINK, {"value": part})
