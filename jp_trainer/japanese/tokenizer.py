"""Cut text into words with fugashi, and keep what the dictionary says of each."""

import re
import shlex
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from unicodedata import normalize

from jp_trainer.core.errors import TrainerError
from jp_trainer.core.furigana import is_kana, is_kanji, to_katakana
from jp_trainer.japanese.sounds import said_of

# UniDic's columns by name; its own README lists them. The order is that of Word's fields.
_COLUMNS = (0, 1, 2, 4, 5, 6, 7, 10, 12, 17, 9, 18, 11)
_CACHE_LIMIT = 100_000
# MeCab keeps a lattice of the whole input in memory: longer text is cut at a sentence end.
_CHUNK_CHARS = 1_000
_LONGEST_WORD = 20
_CUTS = 60
"""So many ways to cut a text are looked at; the whole words are among the first."""
_HALF_WIDTH = re.compile("[ｦ-ﾟ]")
_UNUSUAL = re.compile("[ ｦ-ﾟ]")
_SENTENCE_ENDS = "。！？!?」"


_SAID_AS = str.maketrans("ヲヂヅ", "オジズ")
_VOICED_FROM = dict(
    zip(
        "ガギグゲゴザジズゼゾダヂヅデドバビブベボ",
        "カキクケコサシスセソタチツテトハヒフヘホ",
        strict=True,
    )
)


class DictionaryMissingError(TrainerError):
    """The dictionary of the tokenizer cannot be opened. `folder` is where it should be."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.folder = folder


@dataclass(frozen=True, slots=True)
class Word:
    """A word as the dictionary has it, or as a rule has read it.

    Attributes:
        pos1, pos2, pos3: UniDic's part of speech, coarse to fine; "" where it says nothing.
        conjugation, form: UniDic's cType and cForm.
        lemma_kana, lemma: the dictionary word it belongs to; base: that word in this spelling.
        origin: 和, 漢, 外, 混, 固, 記号.
        kana: reading as it is spelled, katakana; "" if unknown.
        pron: as it is said, katakana with ー; "" for punctuation and if unknown.
        is_voiced: begins with the voiced sound it has at the end of a compound (ゴヤ of 山小屋).
    """

    surface: str
    pos1: str = ""
    pos2: str = ""
    pos3: str = ""
    conjugation: str = ""
    form: str = ""
    lemma_kana: str = ""
    lemma: str = ""
    base: str = ""
    origin: str = ""
    kana: str = ""
    pron: str = ""
    base_kana: str = ""
    base_pron: str = ""
    is_voiced: bool = field(default=False, kw_only=True)


class Tokenizer:
    """MeCab with UniDic. Loaded at first use; calls from several threads wait for each other."""

    def __init__(self, dictionary: Path | None = None) -> None:
        """`dictionary`: the folder with dicrc and sys.dic; default is the installed unidic-lite."""
        self._dictionary = dictionary
        self._lock = threading.Lock()
        self._parse: Callable[[str], str] | None = None
        self._best: Callable[[str, int], str] | None = None
        self._known: dict[str, Word] = {}

    def words(self, text: str) -> list[Word]:
        """Words of the text; their surfaces joined are the text, white space being words too.

        Raises DictionaryMissingError at the first use if the dictionary cannot be opened.
        """
        with self._lock:
            parse = self._parse or self._load()
            if text.isprintable() and len(text) <= _CHUNK_CHARS and not _UNUSUAL.search(text):
                return self._words_of(parse, text)
            words: list[Word] = []
            for chunk, is_readable in chunks(text):
                if is_readable and _HALF_WIDTH.search(chunk):
                    words += _with_surfaces(chunk, partial(self._words_of, parse))
                elif is_readable:
                    words += self._words_of(parse, chunk)
                else:
                    words.append(Word(chunk, pos1="空白"))
            return words

    def readings_of_one(self, text: str) -> frozenset[str]:
        """Every reading, in katakana, that the dictionary has of the text as one single word.

        Raises DictionaryMissingError like `words`.
        """
        if not text.isprintable() or " " in text or len(text) > _LONGEST_WORD:
            return frozenset()
        with self._lock:
            if self._best is None:
                self._load()
            assert self._best is not None
            cuts = self._best(text, _CUTS).split("\n\n")
        lines = [line for cut in cuts if len(line := cut.strip("\n").split("\n")) == 1]
        words = [_word(line[0]) for line in lines if line[0]]
        return frozenset(word.kana for word in words if word.surface == text and word.kana)

    def _load(self) -> Callable[[str], str]:
        # Imported here: the dictionary's package takes time the window does not have at its start.
        import fugashi  # noqa: PLC0415
        import unidic_lite  # noqa: PLC0415

        folder = self._dictionary or Path(unidic_lite.DICDIR)
        if not (folder / "sys.dic").is_file():
            raise DictionaryMissingError(folder)
        line = "%m" + "".join(f"\\t%f[{column}]" for column in _COLUMNS) + "\\n"
        # -r and -d explicitly: MeCab otherwise looks for a configuration of the machine. The empty
        # -O keeps the dictionary's own output format from replacing -F.
        options = ["-r", str(folder / "mecabrc"), "-d", str(folder)]
        options += ["-O", "", "-F", line, "-U", "%m\\t%f[0]\\t%f[1]\\t%f[2]\\n", "-E", "\\n"]
        try:
            tagger = fugashi.GenericTagger(shlex.join(options))
        except RuntimeError as error:
            raise DictionaryMissingError(folder) from error
        parse: Callable[[str], str] = tagger.parse
        self._parse, self._best = parse, tagger.nbest
        return parse

    def _words_of(self, parse: Callable[[str], str], text: str) -> list[Word]:
        known = self._known
        words = []
        for line in parse(text).split("\n"):
            word = known.get(line)
            if word is None:
                if not line:
                    continue
                if len(known) >= _CACHE_LIMIT:
                    known.clear()
                word = known[line] = _word(line)
            words.append(word)
        return words


def chunks(text: str) -> list[tuple[str, bool]]:
    """The text in pieces: those MeCab can read (True) and white space or control characters."""
    pieces: list[tuple[str, bool]] = []
    start = 0
    for at, char in enumerate(text):
        # MeCab drops ASCII white space, stops at NUL, and takes no lone surrogates.
        if not char.isprintable() or char == " ":
            if start < at:
                pieces.append((text[start:at], True))
            if pieces and not pieces[-1][1]:
                pieces[-1] = (pieces[-1][0] + char, False)
            else:
                pieces.append((char, False))
            start = at + 1
        elif at - start >= _CHUNK_CHARS or (
            char in _SENTENCE_ENDS and at - start >= _CHUNK_CHARS // 2
        ):
            pieces.append((text[start : at + 1], True))
            start = at + 1
    if start < len(text):
        pieces.append((text[start:], True))
    return pieces


def _with_surfaces(text: str, cut: Callable[[str], list[Word]]) -> list[Word]:
    """Words of a text with half-width kana: cut in full width, their surfaces as they were."""
    wide: list[str] = []
    ends: list[int] = []  # of each character in full width, in the text
    for at, char in enumerate(text):
        if char in "ﾞﾟ" and wide and len(joined := normalize("NFKC", wide[-1] + char)) == 1:
            wide[-1] = joined
            ends[-1] = at + 1
        else:
            wide.append(normalize("NFKC", char) if _HALF_WIDTH.match(char) else char)
            ends.append(at + 1)
    words = []
    start = wide_at = 0
    for word in cut("".join(wide)):
        wide_at += len(word.surface)
        words.append(replace(word, surface=text[start : ends[wide_at - 1]]))
        start = ends[wide_at - 1]
    return words


def _word(line: str) -> Word:
    fields = line.split("\t")
    fields += [""] * (len(_COLUMNS) + 1 - len(fields))
    word = Word(*fields[: len(_COLUMNS) + 1])
    if not word.kana:
        return _unknown(word)
    if all("ァ" <= char <= "ー" for char in word.surface):
        # The dictionary has バ for ヴァ, and takes ヘ and ハ for particles.
        return replace(word, kana=word.surface, pron=word.surface.translate(_SAID_AS))
    if word.pos1 == "形容詞" and _ends_in_i(word) and any(map(is_kanji, word.surface)):
        # UniDic's colloquial variants have won here: 丸い is not マリー.
        return replace(word, kana=word.lemma_kana, pron=said_of(word.surface, word.lemma_kana))
    if word.lemma == "言う" and word.surface.endswith("う"):
        return replace(word, pron=word.pron.replace("イウ", "ユー"))
    if word.kana[:1] in _VOICED_FROM and word.lemma_kana[:1] == _VOICED_FROM[word.kana[:1]]:
        return replace(word, is_voiced=any(map(is_kanji, word.surface)))
    return word


def _ends_in_i(word: Word) -> bool:
    return word.surface == word.base and word.surface.endswith("い")


def _unknown(word: Word) -> Word:
    surface = word.surface
    kana = ""
    if any(map(is_kana, surface)) and not any(map(is_kanji, surface)):
        kana = to_katakana("".join(filter(is_kana, surface)))
    return replace(
        word,
        lemma=word.lemma or surface,
        base=word.base or surface,
        kana=kana,
        pron=kana.translate(_SAID_AS),
    )
