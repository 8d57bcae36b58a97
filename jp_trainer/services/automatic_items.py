"""Make items from the decks for exams that have none of their own: sector quizzes, endlessly."""

import random
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from jp_trainer.core.exam.automatic import OF_WORDS, word_item
from jp_trainer.core.exam.automatic_maker import Asked, Known, Maker, id_of
from jp_trainer.core.exam.automatic_tables import table_item
from jp_trainer.core.exam.bank import Bank
from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.items import ItemType, Testlet
from jp_trainer.core.furigana import is_kanji
from jp_trainer.core.ids import DeckId, TraineeId
from jp_trainer.core.kana import fold
from jp_trainer.core.kanji_readings import learn
from jp_trainer.core.words import Word
from jp_trainer.formats.automatic_reader import (
    read_also_read,
    read_pairs,
    read_sentences,
    read_shown_too,
)
from jp_trainer.japanese.readings import Reader
from jp_trainer.services import exam_bank, people
from jp_trainer.services.app import App
from jp_trainer.typeset.pictures import picture_file

_ENOUGH = 40
"""Items of a type that a paper is drawn from: more would be made for nothing."""

_TRIES = 5

TYPES = (*OF_WORDS, ItemType.INFORMATION)
"""What can be made by rule."""


def bank_for(
    app: App,
    blueprint: Blueprint,
    trainee: TraineeId,
    seen: Iterable[Collection[str]],
    rng: random.Random,
) -> Bank:
    """The items of an exam; those of a quiz of words are made of what this trainee studies.

    `seen`: ids of testlets and items to put last.
    """
    met = {each for paper in seen for each in paper}
    return bank_of(app, blueprint, people.find(app, trainee).preferences.decks, rng, met)


def bank_of(
    app: App,
    blueprint: Blueprint,
    decks: Collection[DeckId],
    rng: random.Random,
    met: Collection[str] = (),
) -> Bank:
    """The items of an exam; those of a quiz of words are made of these installed decks, or all."""
    own = exam_bank.bank(app, blueprint.exam)
    if own.testlets or not is_made(blueprint):
        return own
    return Bank(made_of_decks(app, decks, blueprint, rng, met))


def is_made(blueprint: Blueprint) -> bool:
    """Whether all of an exam can be made by rule."""
    return {part.type for section in blueprint.sections for part in section.parts} <= set(TYPES)


def made_of_decks(
    app: App,
    decks: Collection[DeckId],
    blueprint: Blueprint,
    rng: random.Random,
    met: Collection[str] = (),
    *,
    most: int = _ENOUGH,
) -> tuple[Testlet, ...]:
    """At most so many items of each type that the exam asks for and that can be made by rule.

    From the words of these installed decks; of all decks that are installed, if none is named.
    What was `met` (ids) is used only once there is nothing else.
    """
    with app.database.read() as view:
        by_deck = {deck.id: view.words.of_deck(deck.id) for deck in view.decks.all()}
    # What other decks know of a word is true as well; and the same for everyone is known already.
    known = _known_of(app, [word for those in by_deck.values() for word in those])
    words = [word for deck in decks or by_deck for word in by_deck.get(deck, ())]
    texts = _sentences(app.assets_folder / "exams")
    made: list[Testlet] = []
    for section in blueprint.sections:
        for part in section.parts:
            maker = Maker(known, texts, Asked(part.options, blueprint.level))
            if part.type in OF_WORDS:
                made += _of_words(maker, part.type, words, met, rng=rng, most=most)
            elif part.type is ItemType.INFORMATION:
                made += (_table(maker, met, rng) for _ in range(most))
    return tuple({testlet.id: testlet for testlet in made}.values())


def _table(maker: Maker, met: Collection[str], rng: random.Random) -> Testlet:
    for _ in range(_TRIES):
        testlet = table_item(maker, rng)
        if testlet.id not in met:
            break
    return testlet


def _of_words(
    maker: Maker,
    kind: ItemType,
    words: Sequence[Word],
    met: Collection[str],
    *,
    rng: random.Random,
    most: int,
) -> list[Testlet]:
    by_deck: dict[DeckId, list[Word]] = defaultdict(list)
    for word in words:
        by_deck[word.deck].append(word)
    order = rng.sample(words, len(words))
    order.sort(key=lambda word: id_of(kind.value, word.id) in met)
    made: list[Testlet] = []
    for word in order:
        testlet = word_item(maker, kind, word, by_deck[word.deck], rng)
        if testlet is not None:
            made.append(testlet)
        if len(made) == most:
            break
    return made


def _known_of(app: App, words: Sequence[Word]) -> Known:
    pairs = tuple((word.word, word.reading) for word in words if any(map(is_kanji, word.word)))
    readings, whole, spoken, spellings = _facts(app.assets_folder / "exams", pairs, app.reader)
    pictures = {word.picture for word in words if word.picture}
    return Known(
        readings=readings,
        whole=whole,
        spoken=spoken,
        spellings=spellings,
        pronounced=app.reader.pronunciation,
        pictures={each for each in pictures if picture_file(each, app.assets_folder)},
        shown_too=_shown_too(app.assets_folder / "exams"),
    )


_Readings = dict[str, tuple[str, ...]]


@lru_cache(maxsize=2)
def _facts(
    exams: Path, pairs: tuple[tuple[str, str], ...], reader: Reader
) -> tuple[_Readings, _Readings, dict[str, set[str]], frozenset[str]]:
    """Readings by kanji, those without kana after them, readings and spellings of words."""
    known = (*pairs, *read_pairs(exams))
    spoken: dict[str, set[str]] = defaultdict(set)
    for word, reading in known:
        spoken[word].add(fold(reading))
    also_read = read_also_read(exams)
    for word, _ in pairs:
        # 分別 is ぶんべつ on the bin, and ふんべつ elsewhere: neither may be called wrong.
        spoken[word] |= {fold(each) for each in reader.readings_of_one(word)}
        spoken[word] |= {fold(each) for each in also_read.get(word, ())}
    whole = learn(pair for pair in known if all(map(is_kanji, pair[0])))
    return (
        {kanji: each.readings for kanji, each in learn(known).items()},
        {kanji: each.readings for kanji, each in whole.items()},
        dict(spoken),
        frozenset(spoken),
    )


_sentences = lru_cache(maxsize=2)(read_sentences)
_shown_too = lru_cache(maxsize=2)(read_shown_too)
