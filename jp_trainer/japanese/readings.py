"""Give Japanese text its readings: the one way in for screens, checks and the command line."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jp_trainer.core.furigana import (
    FuriganaError,
    Span,
    align,
    is_base,
    is_kana,
    is_kanji,
    to_hiragana,
)
from jp_trainer.japanese.compounds import join
from jp_trainer.japanese.context import Context, read_context
from jp_trainer.japanese.counting import Counting
from jp_trainer.japanese.numbers import read_counters
from jp_trainer.japanese.phrases import Phrases, read_pairs
from jp_trainer.japanese.tokenizer import Tokenizer, Word

_NONE: dict[str, str] = {}
_LEAVE = "-"
"""In overrides.tsv: not this phrase, whatever the phrase table says."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of running text. Readings are katakana, "" where none is known.

    Attributes:
        lemma: the dictionary word in its usual spelling; pos: UniDic's part of speech, joined by -.
        reading: as it is spelled (トウケイ); pronunciation: as it is said (トーケー).
    """

    surface: str
    lemma: str
    pos: str
    reading: str
    pronunciation: str


class Reader:
    """Reads text. Nothing is loaded before the first call, which takes about 0.4 s.

    Calls may come from any thread; they wait for each other.
    """

    def __init__(
        self,
        assets: Path,
        dictionary: Path | None = None,
        corrections: Mapping[str, str] = _NONE,
    ) -> None:
        """`assets`: the folder with the tables; `corrections`: the user's, spelling to kana."""
        self._assets = assets
        self._corrections = corrections
        self._tokenizer = Tokenizer(dictionary)
        self._loading = threading.Lock()
        self._counting: Counting | None = None
        self._context = Context({})
        self._phrases = Phrases({})
        self._readings: dict[str, str] = {}
        self._overrides: dict[str, str] = {}

    def correct(self, corrections: Mapping[str, str]) -> None:
        """Use these corrections from now on, instead of those before; takes about 0.05 s."""
        with self._loading:
            self._corrections = corrections
            if self._counting is not None:
                self._phrases = self._with_corrections()

    def pronunciation(self, text: str) -> str:
        """Katakana as the text is said: particles ワ エ オ, long vowels ー; the rest unchanged."""
        return "".join(
            [word.pron or (word.surface if not word.kana else "") for word in self._read(text)]
        )

    def spans(self, text: str) -> tuple[Span, ...]:
        """The text with hiragana readings above its kanji and numbers; the bases are the text."""
        spans: list[Span] = []
        words = self._read(text)
        for index, word in enumerate(words):
            around = "".join(near.surface for near in words[max(0, index - 1) : index + 2])
            for span in _ruby(word, around):
                if span.reading is None and spans and spans[-1].reading is None:
                    spans[-1] = Span(spans[-1].base + span.base)
                else:
                    spans.append(span)
        return tuple(spans)

    def tokens(self, text: str) -> tuple[Token, ...]:
        """The words of the text, numbers with their counters and settled phrases as one."""
        return tuple(
            Token(
                word.surface,
                word.lemma or word.surface,
                "-".join(filter(None, (word.pos1, word.pos2, word.pos3))),
                word.kana,
                word.pron,
            )
            for word in self._read(text)
        )

    def contains(self, text: str, word: str) -> bool:
        """Whether the word stands in the text as a word of its own, in whatever form."""
        words = self._tokenizer.words(text)
        wanted = [(part.lemma, part.pos1) for part in self._tokenizer.words(word)]
        for start in range(len(words)):
            if [(part.lemma, part.pos1) for part in words[start : start + len(wanted)]] == wanted:
                return True
            before = ""
            for part in words[start:]:
                if word in {before + part.surface, before + part.base}:
                    return True
                before += part.surface
                if len(before) >= len(word):
                    break
        return False

    def readings_of_one(self, word: str) -> frozenset[str]:
        """Every reading, in katakana, that the dictionary has of this as one single word."""
        return self._tokenizer.readings_of_one(word)

    def count_words(self, text: str) -> int:
        """How many words the dictionary cuts the text into, before any are joined."""
        return len(self._tokenizer.words(text))

    def _read(self, text: str) -> list[Word]:
        counting = self._counting or self._load()
        words = join(self._tokenizer.words(text), counting, self._phrases)
        self._context.settle(words)
        return words

    def _load(self) -> Counting:
        with self._loading:
            if self._counting is None:
                readings = read_pairs(self._assets / "phrases.tsv.gz")
                self._overrides = read_pairs(self._assets / "overrides.tsv")
                self._readings = readings | self._overrides
                for spelling in [key for key, kana in self._overrides.items() if kana == _LEAVE]:
                    del self._readings[spelling]
                self._phrases = self._with_corrections()
                self._context = read_context(self._assets / "context.tsv")
                # Last, for whoever sees it reads on without the lock.
                self._counting = Counting(read_counters(self._assets / "counters.tsv"))
            return self._counting

    def _with_corrections(self) -> Phrases:
        certain = self._overrides.keys() | self._corrections.keys()
        return Phrases(self._readings | dict(self._corrections), certain)


def _ruby(word: Word, around: str) -> tuple[Span, ...]:
    """Readings above kanji and numbers, and above letters that stand with them: KY活動, 5S."""
    surface = word.surface
    if not word.kana or all(map(is_kana, surface)):
        return (Span(surface),)
    if word.pos2 != "数詞" and not any(map(is_kanji, surface)):
        has_neighbour = any(is_kanji(char) or char.isdecimal() for char in around)
        return (Span(surface, word.kana) if has_neighbour and is_base(surface) else Span(surface),)
    try:
        spans = align(surface, to_hiragana(word.kana))
    except FuriganaError:
        return (Span(surface),)
    if any(span.reading is not None and not is_base(span.base) for span in spans):
        return (Span(surface),)
    return spans
