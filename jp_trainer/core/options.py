"""Choose the wrong answers to stand beside the right one: near enough to tempt, never right."""

import random
from collections.abc import Iterable
from functools import lru_cache

from jp_trainer.core.cards import Aspect
from jp_trainer.core.furigana import is_kanji
from jp_trainer.core.gaps import Gap, gap
from jp_trainer.core.glosses import contains_gloss, distance, words_of
from jp_trainer.core.ids import DeckId
from jp_trainer.core.kana import fold
from jp_trainer.core.morae import sounds
from jp_trainer.core.own_decks import is_own_deck
from jp_trainer.core.questions import Option
from jp_trainer.core.words import PartOfSpeech, Word, deck_of_id

__all__ = ["Gap", "Option", "choose_options", "gap", "is_fair"]

COUNT = 4
"""How many options there are, the right one among them."""

_NOUNS = frozenset({PartOfSpeech.NOUN, PartOfSpeech.SURU_NOUN})
_VERBS = frozenset(
    {PartOfSpeech.VERB_U, PartOfSpeech.VERB_RU, PartOfSpeech.VERB_IRREGULAR},
)
# How much each thing in common tempts; the dice add up to _CHANCE, so that rounds differ.
_CONFUSED, _BLOCKED, _KANJI, _BEAT_APART, _CHAPTER, _TAG, _MEANING, _SAME_CLASS = (
    9,
    6,
    3,
    4,
    2,
    1,
    2,
    1,
)
_CHANCE = 3
_MOST_KANJI, _MOST_TAGS = 2, 2
_FAR = 2


def choose_options(
    word: Word, aspect: Aspect, candidates: Iterable[Word], rng: random.Random
) -> tuple[Option, ...]:
    """Four options, the right one among them, in random order; () if there are too few good ones.

    The same for the same candidates, in whatever order, and an `rng` in the same state.
    """
    fair = [c for c in sorted(candidates, key=lambda c: c.id) if is_fair(word, c, aspect)]
    drawn = [(_temptation(word, c) + rng.random() * _CHANCE, c) for c in fair]
    chosen: list[Word] = []
    for _, candidate in sorted(drawn, key=lambda pair: (-pair[0], pair[1].id)):
        if all(_apart(candidate, taken, aspect) for taken in chosen):
            chosen.append(candidate)
        if len(chosen) == COUNT - 1:
            break
    else:
        return ()
    options = [_option(each) for each in (word, *chosen)]
    rng.shuffle(options)
    return tuple(options)


def is_fair(word: Word, other: Word, aspect: Aspect) -> bool:
    """Whether the other word may be offered beside this one: wrong for sure, and not plainly so."""
    return (
        other.deck == _home(word)
        and other.learnt_as != word.learnt_as
        and _same_class(word, other, aspect)
        and _shows_as_much(word, other, aspect)
        and not _linked(word, other)
        and not _either_gloss_fits(word, other)
        and not _asks_the_same(word, other, aspect)
    )


def _home(word: Word) -> DeckId:
    """The deck to compare with: what a trainee missed in an exam is still a word of its deck."""
    return deck_of_id(word.learnt_as) if is_own_deck(word.deck) else word.deck


def _same_class(word: Word, other: Word, aspect: Aspect) -> bool:
    if word.pos is other.pos:
        return word.kind is other.kind
    if aspect is Aspect.SENTENCE and word.pos is PartOfSpeech.SURU_NOUN:
        # する may follow the gap.
        return False
    return any({word.pos, other.pos} <= group for group in (_NOUNS, _VERBS))


def _shows_as_much(word: Word, other: Word, aspect: Aspect) -> bool:
    """An empty button would be known for wrong."""
    if aspect is Aspect.SENTENCE:
        return bool(other.word)
    shown = [lang for lang in ("en", "ur") if word.meaning(lang)]
    return bool(shown) and all(other.meaning(lang) for lang in shown)


def _linked(word: Word, other: Word) -> bool:
    """Twins, and answers that the deck counts as right."""
    if other.id in word.pair or word.id in other.pair:
        return True
    return not _own(word).isdisjoint(_right_too(other)) or not _own(other).isdisjoint(
        _right_too(word)
    )


def _own(word: Word) -> set[str]:
    return {fold(word.word), fold(word.reading)}


def _right_too(word: Word) -> set[str]:
    near = (item.text for item in word.near)
    return {fold(text) for text in (*near, *word.also_read, *word.also_written)}


def _either_gloss_fits(word: Word, other: Word) -> bool:
    return contains_gloss(word.meaning_en, other.meaning_en) or contains_gloss(
        word.meaning_ur, other.meaning_ur
    )


def _asks_the_same(word: Word, other: Word, aspect: Aspect) -> bool:
    """Whether the question itself would be the same for the other word."""
    sounds_alike = sounds(fold(word.reading)) == sounds(fold(other.reading))
    if word.pos is PartOfSpeech.KANA or aspect is Aspect.LISTENING:
        return sounds_alike
    if fold(word.word) == fold(other.word):
        return True
    return aspect is Aspect.SENTENCE and bool(other.word) and other.word in _example_text(word)


# Asked for the same word beside every candidate.
@lru_cache(maxsize=64)
def _example_text(word: Word) -> str:
    found = gap(word)
    return "".join(span.base for span in (*found.before, *found.after)) if found else ""


def _apart(one: Word, other: Word, aspect: Aspect) -> bool:
    """Whether two wrong options differ in what is shown of them."""
    if aspect is Aspect.SENTENCE:
        return fold(one.word) != fold(other.word)
    return not any(
        one.meaning(lang) and fold(one.meaning(lang)) == fold(other.meaning(lang))
        for lang in ("en", "ur")
    )


def _temptation(word: Word, other: Word) -> float:
    """What the two have in common, in form and in meaning."""
    heard, said = sounds(fold(word.reading)), sounds(fold(other.reading))
    apart = distance(heard, said, _FAR)
    kanji = {s for s in word.word if is_kanji(s)} & {s for s in other.word if is_kanji(s)}
    tags = {tag for tag in word.tags if not tag.startswith("deck:")} & set(other.tags)
    confused = other.id in word.confused_with or word.id in other.confused_with
    blocked = {fold(text) for text in word.blocked}
    close = apart <= 1 or len(heard) > _FAR
    return (
        _CONFUSED * confused
        + _BLOCKED * (fold(other.reading) in blocked)
        + _KANJI * min(len(kanji), _MOST_KANJI)
        + (_BEAT_APART * (_FAR + 1 - apart) / _FAR if close and len(heard) > 1 else 0)
        + _CHAPTER * (word.chapter == other.chapter)
        + _TAG * min(len(tags), _MOST_TAGS)
        + _MEANING * (not words_of(word.meaning_en).isdisjoint(words_of(other.meaning_en)))
        + _SAME_CLASS * (word.pos is other.pos)
    )


def _option(word: Word) -> Option:
    return Option(word.id, word.meaning_en, word.meaning_ur, word.word, word.reading)
