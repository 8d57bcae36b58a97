"""Know spellings whose reading is settled, whatever the tokenizer would guess word by word."""

import gzip
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from jp_trainer.core.furigana import FuriganaError, Span, align, is_kana, to_katakana
from jp_trainer.japanese.sounds import said, said_of
from jp_trainer.japanese.tokenizer import Word

PHRASE = "句"
"""`Word.origin` of several words that were read here as a phrase."""

# How many more kana an inflected phrase may have than its dictionary form.
_LONGER = 3
_PARTICLES = {"は": "ワ", "へ": "エ"}


class Phrases:
    """Readings (hiragana) by spelling, with what is needed to look them up fast in running text."""

    def __init__(self, readings: Mapping[str, str], certain: Collection[str] = ()) -> None:
        """`certain`: those of the spellings that are read so even where they are a name."""
        self.readings = readings
        self.certain = certain
        # By the first two characters, or the only one: the longest spelling that starts with them.
        self.longest: dict[str, int] = {}
        longest = self.longest
        for spelling in readings:
            start = spelling[:2]
            if longest.get(start, 0) < len(spelling):
                longest[start] = len(spelling)

    def match(
        self, words: list[Word], index: int, text: str, at: int, limit: int
    ) -> tuple[Word, int] | None:
        """The longest phrase that begins at words[index], and how many words it takes.

        `text` is that of all the words, the word begins at its character `at`; `limit` is
        `longest` of the two characters there. A verb or adjective may stand in any form.
        """
        readings = self.readings
        start = end = at
        # 海を渡る is no phrase in 地中海を渡る.
        is_ending = index > 0 and len(words[index].surface) == 1 and _is_noun(words[index - 1])
        found: tuple[Word, int] | None = None
        for stop in range(index, len(words)):
            last = words[stop]
            last_at = end
            end += len(last.surface)
            if end - start > limit + _LONGER:
                break
            if is_ending and is_kana(last.surface[0]):
                break
            made: Word | None = None
            is_inflected = bool(last.conjugation) and last.base != last.surface
            # 来 alone is a form of 来る, not the 来 of 来週.
            surface = text[start:end]
            may_be_whole = stop > index or not is_inflected or surface in self.certain
            if may_be_whole and (reading := readings.get(surface)) is not None:
                made = _made(words[index : stop + 1], surface, to_katakana(reading))
            elif is_inflected:
                spelling = text[start:last_at] + last.base
                if (reading := readings.get(spelling)) is not None and (
                    kana := inflected(last, spelling, to_katakana(reading), surface)
                ):
                    made = _made(words[index : stop + 1], surface, kana)
            if made is not None and (
                stop > index or last.pos2 != "固有名詞" or surface in self.certain
            ):
                found = made, stop - index + 1
        return found


def _is_noun(word: Word) -> bool:
    return word.pos1 in {"名詞", "接尾辞"} and word.pos3 != "副詞可能"


def _made(words: list[Word], surface: str, kana: str) -> Word | None:
    """One word of the words with this reading; None if that changes nothing."""
    last = words[-1]
    if len(words) == 1:
        if last.kana == kana:
            return None
        return replace(last, kana=kana, pron=said_of(surface, kana))
    before = surface[: len(surface) - len(last.surface)]
    if "".join([word.kana for word in words]) == kana:
        pron = "".join([word.pron for word in words])
    else:
        pron = _said(words, surface, kana)
    return replace(
        last,
        surface=surface,
        lemma=before + last.lemma,
        base=before + last.base,
        lemma_kana="",
        origin=PHRASE,
        is_voiced=False,
        kana=kana,
        pron=pron,
    )


def inflected(last: Word, spelling: str, kana: str, surface: str) -> str | None:
    """The reading `kana` of the dictionary form `spelling` carried over to the form `surface`.

    Katakana; None if the form shows that the reading is of another word.
    """
    if last.conjugation.startswith("カ行変格"):
        stem = kana.removesuffix(last.base_kana)
        return stem + last.kana if stem != kana else None
    if last.base == "得る":
        return kana.removesuffix("ウル").removesuffix("エル") + last.kana
    okurigana = 0
    while okurigana < len(spelling) and is_kana(spelling[-1 - okurigana]):
        okurigana += 1
    stem_chars = len(spelling) - okurigana
    stem = kana.removesuffix(to_katakana(spelling[stem_chars:]))
    if not okurigana or stem == kana or surface[:stem_chars] != spelling[:stem_chars]:
        return None
    ending = surface[stem_chars:]
    return stem + to_katakana(ending) if all(map(is_kana, ending)) else None


def _said(words: list[Word], surface: str, kana: str) -> str:
    """The sound of the phrase, its particles は and へ as they are said."""
    particles: dict[int, str] = {}
    at = 0
    for word in words:
        if word.surface in _PARTICLES and word.pos1 == "助詞":
            particles[at] = _PARTICLES[word.surface]
        at += len(word.surface)
    if not particles:
        return said_of(surface, kana)
    try:
        spans = align(surface, kana)
    except FuriganaError:
        return said(kana)
    out = []
    at = 0
    for span in spans:
        out.append(said(span.reading) if span.reading else _kana_said(span, at, particles))
        at += len(span.base)
    return "".join(out)


def _kana_said(span: Span, at: int, particles: Mapping[int, str]) -> str:
    pieces = [particles.get(at + n, char) for n, char in enumerate(span.base)]
    return said("".join(pieces))


def read_pairs(path: Path) -> dict[str, str]:
    """Spelling and reading from a table of tab-separated pairs, packed (.gz) or not.

    Lines that start with # are comments. Later columns are notes.
    """
    packed = path.read_bytes()
    text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode("utf-8")
    return dict(_pairs(text.split("\n")))


def _pairs(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    for line in lines:
        if line and not line.startswith("#"):
            spelling, reading, *_ = line.split("\t")
            yield spelling, reading
