"""Join again what the tokenizer cut: numbers with their counters, and settled phrases."""

from jp_trainer.japanese.counting import Counting
from jp_trainer.japanese.letters import read_letters
from jp_trainer.japanese.numbers import SOME, normal_digits
from jp_trainer.japanese.phrases import Phrases
from jp_trainer.japanese.tokenizer import Word

_PLAIN_COUNTERS = frozenset("分秒時日月年人円歳")
_NUMERALS = frozenset("〇零一二三四五六七八九十百千万億兆")


def join(words: list[Word], counting: Counting, phrases: Phrases) -> list[Word]:
    """The words, those that belong together replaced by one.

    Of a number and a phrase that begin at the same word the longer is taken, of two phrases too.
    """
    text = "".join([word.surface for word in words])
    digits = normal_digits(text)
    longest = phrases.longest
    joined: list[Word] = []
    index = at = 0
    total = len(words)
    while index < total:
        word = words[index]
        surface = word.surface
        found: tuple[Word, int] | None = None
        limit = longest.get(text[at : at + 2]) or longest.get(surface)
        if limit is not None:
            found = phrases.match(words, index, text, at, limit)
        if word.pos2 == "数詞" or surface[0] in _NUMERALS or surface[0].isdecimal():
            number = counting.match(words, index, digits, at, joined)
            if number is not None and (found is None or _is_better(number, found, phrases)):
                found = number
        if found is None:
            joined.append(word if word.kana or not surface.isalnum() else read_letters(word))
            index += 1
            at += len(surface)
        else:
            joined.append(found[0])
            index += found[1]
            at += len(found[0].surface)
    return joined


def _is_better(number: tuple[Word, int], phrase: tuple[Word, int], phrases: Phrases) -> bool:
    if number[1] != phrase[1] or phrase[0].surface in phrases.certain:
        return number[1] > phrase[1]
    # 一分 is said いっぷん, 何分 なんぷん, whatever old phrases are written so.
    return number[0].surface[0] in SOME or number[0].surface[-1] in _PLAIN_COUNTERS
