"""Check decks before people learn from them: what the reader finds, and what needs Japanese."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from jp_trainer.core import furigana
from jp_trainer.core.deck_problems import Code, Problem, Severity
from jp_trainer.core.decks import Deck
from jp_trainer.core.furigana import FuriganaError, Span, is_kanji, to_hiragana
from jp_trainer.core.gaps import gap
from jp_trainer.core.ids import DeckId
from jp_trainer.core.words import Kind, Word
from jp_trainer.formats.deck_links import (
    Placed,
    duplicates_across,
    link_problems,
    unknown_decks,
)
from jp_trainer.formats.deck_reader import Draft, read_deck
from jp_trainer.formats.deck_toml import FILE
from jp_trainer.formats.field_rules import reading_findings
from jp_trainer.formats.reviewed import FILE as REVIEWED
from jp_trainer.formats.reviewed import Place, read_reviewed
from jp_trainer.japanese.readings import Reader


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found.

    Attributes:
        decks: those that were checked, with their number of words.
        problems: by file and line. reviewed: how many doubts a person has settled before.
    """

    decks: tuple[tuple[Deck, int], ...]
    problems: tuple[Problem, ...]
    reviewed: int

    @property
    def has_errors(self) -> bool:
        """Whether a deck could not be installed."""
        return any(p.severity is Severity.ERROR for p in self.problems)

    def count(self, severity: Severity) -> int:
        """How many problems are of this kind."""
        return sum(p.severity is severity for p in self.problems)


def check(paths: Iterable[Path], reader: Reader, beside: Path | None = None) -> Report:
    """Check the decks in these folders, or in the folders of these folders.

    `beside`: the folder of decks that a learner will have too (the shipped ones): links and
    duplicates are followed into them, but they are not checked themselves. Never raises.
    """
    folders = list(dict.fromkeys(folder for path in paths for folder in _decks_in(path)))
    drafts = [read_deck(folder) for folder in folders]
    ours = {draft.deck.id for draft in drafts if draft.deck}
    others = [
        draft
        for folder in (_decks_in(beside) if beside else ())
        if folder not in folders
        and (draft := read_deck(folder)).deck is not None
        and draft.deck.id not in ours
    ]
    problems = [problem for draft in drafts for problem in draft.problems]
    problems += _between(drafts, others)
    for draft in drafts:
        for placed in draft.placed:
            if placed.word.kind is not Kind.KANA:
                problems += _japanese(placed, reader)
    settled, found_in_files = _settled(folders)
    doubts = {id(p): _place(p, drafts) for p in problems if p.severity is Severity.REVIEW}
    silent = {key for key, place in doubts.items() if place in settled}
    left = [p for p in problems if id(p) not in silent]
    return Report(
        decks=tuple((draft.deck, len(draft.words)) for draft in drafts if draft.deck),
        problems=tuple(sorted((*left, *found_in_files), key=lambda p: (p.path, p.line))),
        reviewed=len(silent),
    )


def _decks_in(path: Path) -> list[Path]:
    """The deck folder a path means, or all of a folder of decks."""
    try:
        if path.is_file():
            return [path.parent]
        if (path / FILE).exists() or not path.is_dir():
            return [path]
        return sorted(child for child in path.iterdir() if (child / FILE).exists()) or [path]
    except OSError:
        return [path]


def _between(drafts: Sequence[Draft], others: Sequence[Draft]) -> Iterator[Problem]:
    """Problems between decks; those within one the reader has named."""
    everyone = [*others, *drafts]
    words = [placed for draft in everyone for placed in draft.placed]
    by_id = {placed.word.id: placed.word for placed in words}
    ours = {draft.folder for draft in drafts}
    for problem in duplicates_across(words):
        if problem.path.parent in ours:
            yield problem
    spoilt = frozenset(word_id for draft in everyone for word_id in draft.spoilt)
    known = frozenset(draft.deck.id for draft in everyone if draft.deck)
    for draft in drafts:
        own: frozenset[DeckId] = frozenset({draft.deck.id} if draft.deck else ())
        yield from link_problems(draft.placed, by_id, known - own, spoilt)
        yield from unknown_decks(draft.placed, known)


def _japanese(placed: Placed, reader: Reader) -> Iterator[Problem]:
    word = placed.word
    fits = not any(reading_findings(word.word, word.reading))  # else the reader has said so
    engine = to_hiragana(furigana.spoken(reader.spans(word.word)))
    written = to_hiragana(word.reading)
    if fits and engine not in {written, *map(to_hiragana, word.also_read)}:
        facts = {"word": word.word, "written": word.reading, "engine": engine}
        yield placed.problem("reading", Code.OTHER_WORD_READING, facts)
    if not word.example:
        return
    try:
        spans = furigana.parse(word.example)
    except FuriganaError:
        return  # the reader has said so
    text = furigana.plain(spans)
    if not _holds(word, text, reader):
        yield placed.problem("example", Code.WORD_NOT_IN_EXAMPLE, {"word": word.word})
    elif text.count(word.word) > 1:
        yield placed.problem("example", Code.WORD_TWICE_IN_EXAMPLE, {"word": word.word})
    for base, here, there in disagreements(spans, reader.spans(text)):
        facts = {"base": base, "written": here, "engine": there}
        yield placed.problem("example", Code.OTHER_READING, facts)


def disagreements(
    written: Sequence[Span], engine: Sequence[Span]
) -> Iterator[tuple[str, str, str]]:
    """Where two readings of one text differ: (the piece of text, one reading, the other).

    Hiragana and katakana alike; only where the first one has readings.
    """
    cuts = sorted(_cuts(written) & _cuts(engine))
    text = furigana.plain(written)
    for start, end in pairwise(cuts):
        here, has_reading = _said(written, start, end)
        there, is_known = _said(engine, start, end)
        if not is_known and not any(map(is_kanji, there)):
            continue  # VPN, AI: the engine has no opinion
        if has_reading and to_hiragana(here) != to_hiragana(there):
            yield text[start:end], here, there


def _cuts(spans: Sequence[Span]) -> set[int]:
    """The positions that no reading stretches over."""
    cuts = {0}
    at = 0
    for span in spans:
        if span.reading is None:
            cuts.update(range(at, at + len(span.base)))
        at += len(span.base)
        cuts.add(at)
    return cuts


def _said(spans: Sequence[Span], start: int, end: int) -> tuple[str, bool]:
    """What is said between two cuts, and whether it has a reading."""
    said: list[str] = []
    has_reading = False
    at = 0
    for span in spans:
        begin, stop = max(start, at), min(end, at + len(span.base))
        if begin < stop and span.reading is not None:
            said.append(span.reading)
            has_reading = True
        elif begin < stop:
            said.append(span.base[begin - at : stop - at])
        at += len(span.base)
    return "".join(said), has_reading


def _holds(word: Word, text: str, reader: Reader) -> bool:
    """Whether the example has the word, as it is written or in any form."""
    if word.word in text or gap(word) is not None:
        return True
    wanted = [token.lemma for token in reader.tokens(word.word)]
    there = [token.lemma for token in reader.tokens(text)]
    starts = range(len(there) - len(wanted) + 1)
    return any(there[at : at + len(wanted)] == wanted for at in starts)


def _settled(folders: Sequence[Path]) -> tuple[set[Place], list[Problem]]:
    settled: set[Place] = set()
    problems: list[Problem] = []
    for path in dict.fromkeys(folder.parent / REVIEWED for folder in folders):
        reviewed = read_reviewed(path)
        settled |= reviewed.places
        problems += reviewed.problems
    return settled, problems


def _place(problem: Problem, drafts: Sequence[Draft]) -> Place | None:
    """How reviewed.tsv names the place of a doubt."""
    for draft in drafts:
        if draft.deck is not None and draft.folder == problem.path.parent:
            for placed in draft.placed:
                if placed.line == problem.line and placed.path == problem.path:
                    text = str(getattr(placed.word, problem.column))
                    return (draft.deck.id, problem.subject, problem.column, text)
    return None
