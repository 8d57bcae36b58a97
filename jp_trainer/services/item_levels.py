"""Check that words and kanji of an item are those of its level, by the lists and the tokenizer."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from jp_trainer.core.exam import item_texts
from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.item_problems import Code, Finding
from jp_trainer.core.exam.items import ItemType, Testlet
from jp_trainer.core.exam.said_alike import beats
from jp_trainer.core.furigana import is_kana, is_kanji, to_hiragana
from jp_trainer.formats.level_lists import LEVELS, Length, Lists
from jp_trainer.japanese.tokenizer import Tokenizer, Word

_AS_LIST = {"A1": "N5", "A2": "N4"}
_CHECKED = frozenset({"名詞", "代名詞", "動詞", "形容詞", "副詞", "形状詞", "連体詞", "接続詞"})
_UNCHECKED = frozenset({"数詞", "固有名詞"})
_NO_WORD = re.compile("[ァ-ヶー・]+|[^ぁ-ヶ一-鿿々]+")
"""Loan words, whose level is that of the learner's English; letters, signs."""
_NOTE = re.compile(r"^\s*(?:※|（?注)[^：＝:=\n]*[：＝:=]", re.MULTILINE)
_TIES = frozenset({"助詞", "助動詞", "空白", "補助記号"})
_LONGEST_WORD, _SHORTEST_CUT = 10, 3
_BEFORE_BRACKET = re.compile("([ぁ-ヶー一-鿿々]{1,12})（(?![　 ])")
_OF_ONE_CLASS = frozenset({ItemType.CONTEXT, ItemType.WORD_USAGE, ItemType.WORD_MEANING})
_OF_TRADE = frozenset({ItemType.CARE_WORD, ItemType.CARE_TALK, ItemType.CARE_DOCUMENT})
"""Their words are what is tested, whatever list they are in."""
_LIKE_ADJECTIVES = frozenset({"ない", "たい"})
_CLASSES = frozenset({"名詞", "動詞", "形容詞", "副詞", "形状詞"})


class Vocabulary:
    """The level of each word of a text."""

    def __init__(self, lists: Lists, taught: Iterable[str], tokenizer: Tokenizer) -> None:
        """`taught`: words of the decks, which exams for work may use."""
        self._tokenizer = tokenizer
        self._kanji = lists.kanji
        self._levels = _with_lemmas(tuple(lists.words.items()))
        self._readings = lists.readings
        self._taught = {
            name
            for word in taught
            for part in tokenizer.words(word)
            for name in (part.lemma, part.surface)
        }

    def words(self, text: str) -> list[Word]:
        """The words of the text."""
        return self._tokenizer.words(text)

    def single_words(self, text: str, most: int) -> Iterator[Word]:
        """Without those that the tokenizer has cut out of an easy word (ゆうびん, きょく)."""
        at = covered = 0
        for word in self.words(text):
            if at >= covered and word.pos1 not in _TIES:
                longest = min(_LONGEST_WORD, len(text) - at)
                for length in range(longest, max(_SHORTEST_CUT - 1, len(word.surface)), -1):
                    if self._is_easy(text[at : at + length], most):
                        covered = at + length
                        break
            if at >= covered:
                yield word
            at += len(word.surface)

    def _is_easy(self, text: str, most: int) -> bool:
        by_ear = self._readings.get(to_hiragana(text)) if all(map(is_kana, text)) else None
        return any(
            level is not None and LEVELS.index(level) <= most
            for level in (self._levels.get(text), by_ear)
        )

    def level(self, word: Word) -> str | None:
        """The easiest list that has it; None if none has."""
        found = [
            self._levels[name]
            for name in (word.lemma, word.base, word.surface)
            if name in self._levels
        ]
        if all(map(is_kana, word.base)) and (by_ear := self._readings.get(to_hiragana(word.base))):
            found.append(by_ear)  # ひる, よる: the tokenizer cannot tell which word is meant
        return min(found, key=LEVELS.index, default=None)

    def level_of_kanji(self, sign: str) -> str | None:
        """The easiest list that has it; None if none has."""
        return self._kanji.get(sign)

    def is_taught(self, word: Word) -> bool:
        """Whether a deck teaches it."""
        return not self._taught.isdisjoint((word.lemma, word.surface))


@lru_cache(maxsize=1)
def _with_lemmas(listed: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """The levels of the words, and of what the tokenizer makes of them; takes 0.2 s."""
    levels = dict(listed)
    tokenizer = Tokenizer()
    for word, level in listed:
        for part in tokenizer.words(word):
            there = levels.get(part.lemma)
            if part.lemma and (there is None or LEVELS.index(level) < LEVELS.index(there)):
                levels[part.lemma] = level
    return levels


def findings_of(testlet: Testlet, blueprint: Blueprint, known: Vocabulary) -> Iterator[Finding]:
    """Words and kanji beyond the level of the exam; options of different word classes.

    The lists are the JLPT's. In tests of another kind, which print readings above all kanji, a
    word of the next list is only pointed out.
    """
    level = _AS_LIST.get(blueprint.level, blueprint.level)
    if level not in LEVELS:
        return
    most = LEVELS.index(level)
    notes = _glossed(testlet)
    told: set[str] = set()
    for subject, key, text in _texts(testlet):
        for word in known.single_words(text, most):
            if word.pos1 not in _CHECKED or word.pos2 in _UNCHECKED:
                continue
            if _NO_WORD.fullmatch(word.surface) or (blueprint.furigana and known.is_taught(word)):
                continue
            if word.lemma in told:
                continue
            found = known.level(word)
            told |= {word.lemma} if found is None or LEVELS.index(found) > most else set()
            is_glossed = bool(notes) and (word.base in notes or word.surface in notes)
            if found is None:
                if not is_glossed:
                    facts = {"text": word.base or word.surface, "level": level}
                    yield Finding(subject, key, Code.WORD_UNLISTED, facts)
            elif LEVELS.index(found) > most + is_glossed:
                facts = {"text": word.base or word.surface, "found": found, "level": level}
                is_next = blueprint.furigana and LEVELS.index(found) == most + 1
                if testlet.type in _OF_TRADE and is_next:
                    continue
                is_near = is_next or testlet.type in _OF_TRADE
                yield Finding(subject, key, Code.WORD_NEAR if is_near else Code.WORD_LEVEL, facts)
    if not blueprint.furigana:
        yield from _kanji_findings(testlet, known, level)
    yield from _class_findings(testlet, known)


def length_findings(testlet: Testlet, lengths: Iterable[Length]) -> Iterator[Finding]:
    """Passages and scripts that are too short or too long."""
    for length in lengths:
        for subject, key, found in _measured(testlet, length.unit):
            if not length.least <= found <= length.most:
                facts: Mapping[str, object] = {
                    "unit": length.unit,
                    "length": found,
                    "least": length.least,
                    "most": length.most,
                }
                yield Finding(subject, key, Code.TEXT_LENGTH, facts)


def _measured(testlet: Testlet, unit: str) -> Iterator[tuple[str, str, int]]:
    stimulus = testlet.stimulus
    if unit == "option-beats":
        for item in testlet.items:
            for number, option in enumerate(item.options, start=1):
                if option.kana:
                    yield item.id, f"options.{number}", beats(option.kana)
    elif unit == "characters" and stimulus is not None:
        cells = "".join(cell for row in stimulus.rows for cell in row)
        yield stimulus.id, "text", len(item_texts.bare(stimulus.text + cells))
    elif unit == "beats" and stimulus is not None:
        yield stimulus.id, "script", sum(beats(line.kana) for line in stimulus.script)


def _texts(testlet: Testlet) -> Iterator[tuple[str, str, str]]:
    """(subject, key, text) as it reads when all is filled in."""
    items = {item.id: item for item in testlet.items}
    for text in item_texts.texts_of(testlet):
        item = items.get(text.subject)
        if item is not None and text.is_option and item.type in item_texts.OF_FORM:
            continue
        if item is not None and text.key == "stem":
            yield text.subject, text.key, item_texts.filled(item)
        elif item is None and text.key == "text":
            yield text.subject, text.key, item_texts.completed(testlet)
        else:
            yield text.subject, text.key, item_texts.plain(text.text)


def _glossed(testlet: Testlet) -> str:
    """What is explained: in notes under the text, or in brackets after the word."""
    text = item_texts.completed(testlet)
    return "\n".join((*_NOTE.findall(text), *_BEFORE_BRACKET.findall(text)))


def _kanji_findings(testlet: Testlet, known: Vocabulary, level: str) -> Iterator[Finding]:
    """Printed kanji beyond the level that have no reading above them."""
    types = {item.id: item.type for item in testlet.items}
    for text in item_texts.texts_of(testlet):
        if text.met is item_texts.Met.HEARD:
            continue
        is_spelling = text.is_option and types[text.subject] is ItemType.ORTHOGRAPHY
        most = LEVELS.index(level) + is_spelling
        beyond = ""
        for span in item_texts.spans_of(text.text):
            for char in span.base if span.reading is None else "":
                found = known.level_of_kanji(char) if is_kanji(char) and char != "々" else level
                if (found is None or LEVELS.index(found) > most) and char not in beyond:
                    beyond += char
        if beyond:
            facts = {"text": beyond, "level": LEVELS[min(most, len(LEVELS) - 1)]}
            yield Finding(text.subject, text.key, Code.KANJI_LEVEL, facts)


def _class_findings(testlet: Testlet, known: Vocabulary) -> Iterator[Finding]:
    for item in testlet.items:
        if item.type not in _OF_ONE_CLASS:
            continue
        found = [_class_of(known.words(item_texts.plain(each.text))) for each in item.options]
        classes = list(dict.fromkeys(filter(None, found)))
        if len(classes) > 1:
            facts = {"classes": " ".join(each or "-" for each in found)}
            yield Finding(item.id, "options", Code.OPTION_CLASSES, facts)


def _class_of(words: Iterable[Word]) -> str:
    """The class of the last word that has one; a noun with する is a verb."""
    found = ""
    for word in words:
        if word.pos1 in _CLASSES:
            # いちばん, きのう: nouns by the dictionary, adverbs in a sentence
            found = "副詞" if word.pos3 == "副詞可能" else word.pos1
        elif word.lemma in _LIKE_ADJECTIVES:
            found = "形容詞"  # つまらない, つめたい
    return found
