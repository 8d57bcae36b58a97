"""Make items about words by rule: how a word is read, how it is written, which word it is.

Only where no rule can go wrong: every wrong option is made by a named error, and none is another
true reading, spelling or meaning of the word. The sentences come from assets/exams/automatic.toml.
"""

import random
import re
from collections.abc import Iterable, Mapping, Sequence

from jp_trainer.core.cards import Aspect
from jp_trainer.core.decks import Title
from jp_trainer.core.exam.automatic_maker import Known, Maker, filled, id_of
from jp_trainer.core.exam.automatic_options import wrong_options
from jp_trainer.core.exam.items import (
    ErrorCode,
    Item,
    ItemType,
    Option,
    Status,
    Stimulus,
    StimulusKind,
    Testlet,
)
from jp_trainer.core.exam.kana_slips import slips
from jp_trainer.core.exam.kanji_slips import misread, miswritten
from jp_trainer.core.furigana import above, bracket, is_kana, is_kanji, parse, plain
from jp_trainer.core.glosses import distance
from jp_trainer.core.kana import fold, is_all_kana
from jp_trainer.core.morae import morae, sounds
from jp_trainer.core.options import is_fair
from jp_trainer.core.words import Kind, Word

OF_WORDS = (ItemType.KANJI_READING, ItemType.ORTHOGRAPHY, ItemType.WORD_MEANING)
"""Types that are made from words of decks."""

_MOST_BEATS_OFF = 2
_LONGEST_WORD = 8
_CLASSES = {"N5": 2, "A1": 2, "N4": 3, "A2": 3}
_HARDER = 4
_KANA_CODES = (ErrorCode.LEN, ErrorCode.VOICE, ErrorCode.SOKUON, ErrorCode.YOON)
_SENTENCE_ENDS = re.compile(r"[.!?۔؟]")

Wrong = tuple[Option, ErrorCode, str, str]
"""An option, why it is wrong, and its meaning in English and Urdu, "" where it has none."""


def word_item(
    maker: Maker, kind: ItemType, word: Word, others: Iterable[Word], rng: random.Random
) -> Testlet | None:
    """An item of a type in OF_WORDS about a word; None where a fair one cannot be made.

    `others`: words of its deck. The same arguments and state of `rng` give the same item.
    """
    if word.kind is not Kind.WORD or len(word.word) > _LONGEST_WORD or not _can_be_told(word):
        return None
    match kind:
        case ItemType.KANJI_READING:
            return _reading_item(maker, word, rng)
        case ItemType.ORTHOGRAPHY:
            return _spelling_item(maker, word, rng)
        case ItemType.WORD_MEANING:
            return _meaning_item(maker, word, others, rng)
        case _:
            return None


def _reading_item(maker: Maker, word: Word, rng: random.Random) -> Testlet | None:
    if not any(map(is_kanji, word.word)) or not _is_read_so(word, maker.known):
        return None
    reading = fold(word.reading)
    true = {fold(each) for each in maker.known.spoken.get(word.word, ())} | _said_too(word)
    # Its kana stand in the stem: an option that changes them would be seen through at once.
    kept = _kana_kept(word.word)

    def slipped(kana: str) -> list[tuple[str, ErrorCode]]:
        found = list(slips(kana))
        if kana == reading:
            found += misread(word.word, reading, maker.known.readings, maker.known.whole)
        return [
            (other, code)
            for other, code in found
            if other not in true
            and sounds(other) != sounds(reading)
            and kept.fullmatch(other)
            and abs(len(morae(other)) - len(morae(reading))) <= _MOST_BEATS_OFF
        ]

    chosen = wrong_options(reading, slipped, maker.asked.options - 1, rng, of_sound=True)
    wrong: list[Wrong] = [(Option(kana), code, "", "") for kana, code in chosen]
    stem = filled(maker.texts["kanji_reading.stem"].ja, {"word": word.word})
    return _item(maker, ItemType.KANJI_READING, word, Option(reading), wrong, rng=rng, stem=stem)


def _spelling_item(maker: Maker, word: Word, rng: random.Random) -> Testlet | None:
    katakana = all(map(is_kana, word.word)) and fold(word.word) != word.word
    if not katakana and not any(map(is_kanji, word.word)):
        return None
    if not _is_read_so(word, maker.known):
        return None
    reading = fold(word.reading)
    true = {word.word, *word.also_written, *maker.known.spellings}

    def slipped(text: str) -> list[tuple[str, ErrorCode]]:
        return [
            (other, code)
            for other, code in miswritten(text)
            if other not in true and (katakana or fold(maker.known.pronounced(other)) != reading)
        ]

    chosen = wrong_options(word.word, slipped, maker.asked.options - 1, rng, of_sound=False)
    wrong: list[Wrong] = [(Option(text), code, "", "") for text, code in chosen]
    name = "orthography.katakana" if katakana else "orthography.stem"
    stem = filled(maker.texts[name].ja, {"reading": reading})
    return _item(maker, ItemType.ORTHOGRAPHY, word, Option(word.word), wrong, rng=rng, stem=stem)


def _meaning_item(
    maker: Maker, word: Word, others: Iterable[Word], rng: random.Random
) -> Testlet | None:
    length = len(word.word)
    is_pictured = word.picture in maker.known.pictures
    shown_too = maker.known.shown_too.get(word.word, ()) if is_pictured else ()
    fair = [
        other
        for other in sorted(others, key=lambda each: each.id)
        if abs(len(other.word) - length) <= 1
        and other.word not in shown_too
        and _can_be_told(other)
        and is_fair(word, other, Aspect.MEANING)
    ]
    rng.shuffle(fair)
    # Of the same chapter first: what is met together is what is mixed up.
    fair.sort(key=lambda other: other.chapter != word.chapter)
    chosen: list[Word] = []
    for other in fair:
        if all(is_fair(other, taken, Aspect.MEANING) for taken in chosen):
            chosen.append(other)
        if len(chosen) == maker.asked.options - 1:
            break
    wrong: list[Wrong] = [
        (Option(_with_ruby(each)), _mixed_up(word, each), each.meaning_en, each.meaning_ur)
        for each in chosen
    ]
    name = "word_meaning"
    stimulus = None
    if is_pictured:
        name = "picture"
        stimulus = Stimulus(
            id=id_of("picture", word.id),
            version=1,
            kind=StimulusKind.NOTICE,
            picture=word.picture,
            alt=Title(word.meaning_en, word.meaning_ur),
        )
    return _item(
        maker,
        ItemType.WORD_MEANING,
        word,
        Option(_with_ruby(word)),
        wrong,
        rng=rng,
        statement=name,
        stimulus=stimulus,
    )


def _item(
    maker: Maker,
    kind: ItemType,
    word: Word,
    right: Option,
    wrong: Sequence[Wrong],
    *,
    rng: random.Random,
    stem: str = "",
    statement: str = "",
    stimulus: Stimulus | None = None,
) -> Testlet | None:
    """The item with its options shuffled; None if there are too few."""
    if len(wrong) < maker.asked.options - 1:
        return None
    order = [right, *(option for option, *_ in wrong)]
    rng.shuffle(order)
    facts = {
        "word": word.word,
        "reading": word.reading if kind is ItemType.WORD_MEANING else fold(word.reading),
        "en": word.meaning_en,
        "ur": word.meaning_ur,
    }
    name = "kana" if all(map(is_kana, word.word)) and kind is ItemType.WORD_MEANING else "why"
    why = [maker.texts[f"{kind}.{name}"]]
    told = [facts]
    for option, code, en, ur in wrong:
        why.append(maker.texts[f"wrong.{'other' if en else code.value}"])
        told.append({"option": _in_a_line(option.text), "en": en, "ur": ur})
    item = Item(
        id=id_of(kind.value, word.id),
        version=1,
        type=kind,
        level=maker.asked.level,
        status=Status.LIVE,
        difficulty=_CLASSES.get(word.level, _HARDER),
        options=tuple(order),
        key=order.index(right) + 1,
        errors={order.index(option) + 1: code for option, code, *_ in wrong},
        why=_joined(why, told),
        stimulus=stimulus.id if stimulus else "",
        topic=word.chapter,
        stem=stem,
        statement=_joined([maker.texts[f"{statement or kind.value}.statement"]], [facts]),
    )
    return Testlet((item,), stimulus)


def _joined(sentences: Sequence[Title], facts: Sequence[Mapping[str, str]]) -> Title:
    pairs = list(zip(sentences, facts, strict=True))
    return Title(
        " ".join(filled(title.en, each) for title, each in pairs),
        " ".join(filled(title.ur, each) for title, each in pairs),
    )


def _mixed_up(word: Word, other: Word) -> ErrorCode:
    """Why one might take the other word for this one."""
    if {s for s in word.word if is_kanji(s)} & {s for s in other.word if is_kanji(s)}:
        return ErrorCode.LOOK
    if distance(sounds(fold(word.reading)), sounds(fold(other.reading)), 2) <= 1:
        return ErrorCode.SOUND
    return ErrorCode.NEAR_SENSE if word.chapter == other.chapter else ErrorCode.SENSE


def _can_be_told(word: Word) -> bool:
    """Whether its meaning can stand in a sentence: not one itself, and in both languages."""
    meanings = (word.meaning_en, word.meaning_ur)
    return all(meanings) and not any(_SENTENCE_ENDS.search(each) for each in meanings)


def _is_read_so(word: Word, known: Known) -> bool:
    """Whether the word, standing alone, is read as its deck has it: 土 could be ど as well."""
    said = known.pronounced(word.word)
    alone = not is_all_kana(said) or sounds(fold(said)) == sounds(fold(word.reading))
    return alone and is_all_kana(word.reading)


def _said_too(word: Word) -> set[str]:
    near = (each.text for each in word.near)
    return {fold(each) for each in (word.reading, *word.also_read, *near)}


def _with_ruby(word: Word) -> str:
    return bracket(above(word.word, word.reading)).strip()


def _in_a_line(text: str) -> str:
    """急変[きゅうへん] as 急変 (きゅうへん), for a sentence that knows no ruby."""
    spans = parse(text)
    spoken = "".join(span.reading or span.base for span in spans)
    shown = plain(spans)
    return shown if shown == spoken else f"{shown} ({spoken})"


def _kana_kept(word: str) -> re.Pattern[str]:
    """埋め戻し as anything that has め between and し at the end."""
    return re.compile("".join(fold(sign) if is_kana(sign) else ".+?" for sign in word))
