"""Check words against each other, in one deck or across several."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jp_trainer.core.deck_problems import Code, Problem
from jp_trainer.core.ids import DeckId, WordId
from jp_trainer.core.words import Kind, Word, deck_of_id
from jp_trainer.formats.field_rules import plain_example


@dataclass(frozen=True)
class Placed:
    """A word and where it stands."""

    word: Word
    path: Path
    line: int

    @cached_property
    def example(self) -> str:
        """The example without readings and spaces; "" if it has none or it cannot be read."""
        return "".join((plain_example(self.word.example) or "").split())

    def problem(self, column: str, code: Code, facts: Mapping[str, object]) -> Problem:
        """A problem of this word."""
        subject = self.word.id.partition(":")[2]
        return Problem(self.path, self.line, column, code, facts, subject)


def duplicates_in_deck(words: Sequence[Placed]) -> Iterator[Problem]:
    """Glosses, examples, spelling and reading that two words of one deck share."""
    for column in ("meaning_en", "meaning_ur"):
        yield from _shared(words, column, Code.DUPLICATE_GLOSS, _gloss(column))
    yield from _shared(words, "example", Code.DUPLICATE_EXAMPLE, lambda p: p.example)
    yield from _shared(words, "word", Code.DUPLICATE_WORD, _spelling_and_reading)


def duplicates_across(words: Sequence[Placed]) -> Iterator[Problem]:
    """What words of different decks share without `same_as`; of several decks, in their order."""
    yield from _shared(words, "example", Code.DUPLICATE_EXAMPLE, lambda p: p.example, _other_deck)
    yield from _shared(words, "word", Code.TAUGHT_ELSEWHERE, _spelling_and_reading, _other_deck)
    yield from _shared(
        words, "meaning_en", Code.SAME_GLOSS_ELSEWHERE, _gloss("meaning_en"), _other_word
    )


def link_problems(
    words: Sequence[Placed],
    by_id: Mapping[WordId, Word],
    decks: frozenset[DeckId],
    spoilt: Collection[WordId],
) -> Iterator[Problem]:
    """Links of these words into `decks`, those in `by_id`, that lead nowhere or are not answered.

    `spoilt`: words that are there but could not be read; what links to them is not judged.
    """
    for placed in words:
        word = placed.word
        for column, links, back in _links_of(word):
            for link in links:
                if deck_of_id(link) not in decks or link in spoilt:
                    continue
                if link == word.id:
                    yield placed.problem(column, Code.LINK_TO_ITSELF, {})
                elif (other := by_id.get(link)) is None:
                    yield placed.problem(column, Code.BROKEN_LINK, {"value": link})
                elif word.id not in back(other):
                    yield placed.problem(column, Code.NOT_MUTUAL, {"value": link})
        same = word.same_as
        if same is not None and deck_of_id(same) in decks and same not in spoilt:
            yield from _same_as_problems(placed, same, by_id)


def unknown_decks(words: Sequence[Placed], known: frozenset[DeckId]) -> Iterator[Problem]:
    """Links into decks that are not at hand."""
    for placed in words:
        links = [(column, link) for column, found, _ in _links_of(placed.word) for link in found]
        if placed.word.same_as:
            links.append(("same_as", placed.word.same_as))
        for column, link in links:
            if deck_of_id(link) not in known:
                yield placed.problem(column, Code.UNKNOWN_DECK, {"value": link})


def _links_of(
    word: Word,
) -> tuple[tuple[str, tuple[WordId, ...], Callable[[Word], tuple[WordId, ...]]], ...]:
    lookalikes = "lookalikes" if word.kind is Kind.KANA else "confused_with"
    return (
        (lookalikes, word.confused_with, lambda other: other.confused_with),
        ("pair", word.pair, lambda other: other.pair),
    )


def _same_as_problems(
    placed: Placed, link: WordId, by_id: Mapping[WordId, Word]
) -> Iterator[Problem]:
    word = placed.word
    other = by_id.get(link)
    if deck_of_id(link) == word.deck:
        yield placed.problem("same_as", Code.SAME_AS_OWN_DECK, {"value": link})
    elif other is None:
        yield placed.problem("same_as", Code.BROKEN_LINK, {"value": link})
    elif other.same_as is not None:
        chain = {"value": link, "goes_on_to": other.same_as}
        yield placed.problem("same_as", Code.SAME_AS_CHAIN, chain)
    elif (other.word, other.reading) != (word.word, word.reading):
        facts = {"value": link, "word": other.word, "reading": other.reading}
        yield placed.problem("same_as", Code.SAME_AS_OTHER_WORD, facts)


def _shared(
    words: Sequence[Placed],
    column: str,
    code: Code,
    key_of: Callable[[Placed], str],
    counts: Callable[[Placed, Placed], bool] = lambda _one, _other: True,
) -> Iterator[Problem]:
    first: dict[str, Placed] = {}
    for placed in words:
        key = key_of(placed)
        if not key:
            continue
        before = first.setdefault(key, placed)
        if before is not placed and counts(before, placed):
            facts = {
                "value": getattr(placed.word, column),
                "word": before.word.word,
                "reading": before.word.reading,
                "file": _file_of(placed, before),
                "other_line": before.line,
            }
            yield placed.problem(column, code, facts)


def _file_of(placed: Placed, before: Placed) -> str:
    """How to call the file of `before` beside that of `placed`; "" for the same one."""
    if before.path == placed.path:
        return ""
    return f"{before.path.parent.name}/{before.path.name}"


def _gloss(column: str) -> Callable[[Placed], str]:
    def gloss(placed: Placed) -> str:
        # じ and ぢ have one sound: signs are told apart by sight, not by their meaning.
        if placed.word.kind is Kind.KANA:
            return ""
        text: str = getattr(placed.word, column)
        return " ".join(text.casefold().split())

    return gloss


def _spelling_and_reading(placed: Placed) -> str:
    return f"{placed.word.word}\n{placed.word.reading}"


def _other_deck(one: Placed, other: Placed) -> bool:
    return one.word.deck != other.word.deck and one.word.learnt_as != other.word.learnt_as


def _other_word(one: Placed, other: Placed) -> bool:
    linked = other.word.id in (*one.word.pair, *one.word.confused_with)
    return not linked and one.word.word != other.word.word and _other_deck(one, other)
