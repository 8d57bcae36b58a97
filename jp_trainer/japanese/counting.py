"""Find the numbers in a row of words, with the counters behind them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from jp_trainer.core.furigana import to_hiragana, to_katakana
from jp_trainer.japanese import numbers
from jp_trainer.japanese.numbers import Counter
from jp_trainer.japanese.sounds import said
from jp_trainer.japanese.tokenizer import Word

NUMBER = "数"
"""`Word.origin` of what was read here as a number, with its counter."""

_LONGEST_COUNTER = 8  # characters
_LONGEST_NUMBER = 16  # words
# What makes a number of a kanji numeral that the dictionary has put into another word: 一日, 一人.
_AFTER_ANY_NUMERAL = frozenset("人日つ")
_LOCAL_GROUPS = 2
_LOCAL_NUMBERS = ([3, 4], [2, 4])
_NOT_LOCAL = ("年", "円", "人", "m", "k", "メ", "キ")
_CHINESE_CHANGES = {"k": "カキクケコ", "s": "サシスセソタチツテト", "h": "ハヒフヘホ"}
_LOAN_CHANGES = "カキクケコサシスセソタチツテトパピプペポ"
_BEFORE_SPELLED = frozenset(
    ("内線", "局番", "番号", "電話", "市外局番", "ダイヤル", "TEL", "ＴＥＬ", "Tel")
)
_CLOCK = re.compile(r"([01]?[0-9]|2[0-4])[:：]([0-5][0-9])(?![0-9:：])")
_HYPHENS = frozenset("-－ー‐−–")
_RANGE_MARKS = frozenset("、・，")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a number is looked for: words[index], which begins at `at` of the text."""

    words: list[Word]
    index: int
    text: str
    at: int
    before: list[Word]
    ends: list[int]

    def word(self, stop: int, kana: str) -> tuple[Word, int]:
        """The number up to `stop`, and how many words it takes."""
        count = self.ends.index(stop) + 1
        surface = "".join(word.surface for word in self.words[self.index : self.index + count])
        made = Word(
            surface,
            pos1="名詞",
            pos2="数詞",
            lemma=self.text[self.at : stop],
            base=surface,
            origin=NUMBER,
            kana=to_katakana(kana),
            pron=said(kana),
        )
        return made, count


class Counting:
    """Finds numbers, given the counters by spelling."""

    def __init__(self, counters: Mapping[str, Counter]) -> None:
        self._counters = counters

    def match(
        self, words: list[Word], index: int, text: str, at: int, before: list[Word]
    ) -> tuple[Word, int] | None:
        """The number that begins at words[index], and how many words it takes.

        `text` is as `normal_digits` gives it, the word begins at its character `at`; `before` are
        the words already read.
        """
        place = _Place(words, index, text, at, before, _ends(words, index, at))
        word = words[index]
        if word.pos2 == "数詞" and word.surface[0] in numbers.SOME:
            return self._some(place)
        end = numbers.numeral_at(text, at)
        if end == at:
            return None
        return self._clock(place) or _spelled(place) or self._counted(place, end)

    def _clock(self, place: _Place) -> tuple[Word, int] | None:
        """A time of day in digits: 8:30, 17:00."""
        found = _CLOCK.match(place.text, place.at)
        if (
            found is None
            or found.end() not in place.ends
            or not self._counters.keys() >= {"時", "分"}
        ):
            return None
        hour, minute = found.groups()
        kana = numbers.count(str(int(hour)), self._counters["時"]) or ""
        if int(minute):
            kana += numbers.count(str(int(minute)), self._counters["分"]) or ""
        return place.word(found.end(), kana)

    def _counted(self, place: _Place, end: int) -> tuple[Word, int] | None:
        numeral = place.text[place.at : end]
        is_digits = any(char.isdecimal() for char in numeral)
        is_number = is_digits or place.words[place.index].pos2 == "数詞"
        stop = self._counter_end(place, end)
        counter: Counter | None
        if stop is not None:
            name = place.text[end:stop]
            if not is_number and name not in _AFTER_ANY_NUMERAL:
                return None
            counter = _in_context(place, numeral, name, stop, self._counters[name])
        elif end in place.ends and is_number and (is_digits or len(numeral) > 1):
            counter, stop = self._derived(place, end)
        else:
            return None
        kana = numbers.count(numeral, counter)
        return None if kana is None else place.word(stop, kana)

    def _derived(self, place: _Place, end: int) -> tuple[Counter | None, int]:
        """A counter that is in no table, from what the dictionary says of the word."""
        follower = place.index + place.ends.index(end) + 1
        if follower >= len(place.words):
            return None, end
        word = place.words[follower]
        if not word.pos3.startswith("助数詞") or not word.kana:
            return None, end
        change = "-"
        first = word.kana[0]
        if word.origin == "漢":
            change = next((code for code, row in _CHINESE_CHANGES.items() if first in row), "-")
        elif word.origin == "外" and first in _LOAN_CHANGES:
            change = "l"
        return Counter(to_hiragana(word.kana), change), end + len(word.surface)

    def _some(self, place: _Place) -> tuple[Word, int] | None:
        """何人, 数本, 何百回: the prefix stands in a numeral, or directly before a counter."""
        text, at = place.text, place.at
        end = at + 1
        while end < len(text) and text[end] in numbers.UNITS:
            end += 1
        stop = self._counter_end(place, end)
        if stop is None:
            return None
        counter = self._counters[text[end:stop]]
        return place.word(stop, numbers.count_some(text[at], text[at + 1 : end], counter))

    def _counter_end(self, place: _Place, end: int) -> int | None:
        text = place.text
        for stop in range(min(len(text), end + _LONGEST_COUNTER), end, -1):
            if stop in place.ends and text[end:stop] in self._counters:
                return stop
        return None


def _in_context(place: _Place, numeral: str, name: str, stop: int, counter: Counter) -> Counter:
    """The counter as its neighbours want it: 分 of a fraction, 日 of a month or of 2、3日."""
    text = place.text
    if (
        name == "分"
        and text[stop : stop + 1] == "の"
        and numbers.numeral_at(text, stop + 1) > stop + 1
    ):
        return Counter("ぶん")
    if name == "日" and numeral in {"1", "一"} and _follows_month(place.before):
        return Counter(counter.reading, whole={1: "ついたち"})
    if name == "分" and place.before and place.before[-1].surface.endswith(("度", "割")):
        return Counter("ぶ")
    if name == "対" and numbers.numeral_at(text, stop) > stop:
        return Counter("たい")
    if name in {"日", "人"} and _is_range(place.before):
        return Counter(counter.reading)
    return counter


def _spelled(place: _Place) -> tuple[Word, int] | None:
    """Digits that are said one by one: telephone numbers, and what follows 内線 and the like."""
    text = place.text
    stop = place.at
    groups: list[int] = []
    while stop < len(text) and text[stop].isdecimal():
        start = stop
        while stop < len(text) and text[stop].isdecimal():
            stop += 1
        groups.append(stop - start)
        if stop + 1 < len(text) and text[stop] in _HYPHENS and text[stop + 1].isdecimal():
            stop += 1
    if not groups or stop not in place.ends:
        return None
    is_long = len(groups) > _LOCAL_GROUPS or (len(groups) > 1 and text[place.at] == "0")
    follows = bool(place.before) and place.before[-1].surface in _BEFORE_SPELLED
    is_local = groups in _LOCAL_NUMBERS and not text.startswith(_NOT_LOCAL, stop)
    if is_long or follows or is_local:
        return place.word(stop, numbers.spelled(text[place.at : stop]))
    return None


def _ends(words: list[Word], index: int, at: int) -> list[int]:
    """Where each of the words from `index` on ends, as far as a number can reach."""
    ends = []
    for word in words[index : index + _LONGEST_NUMBER]:
        at += len(word.surface)
        ends.append(at)
    return ends


def _follows_month(before: list[Word]) -> bool:
    return bool(before) and before[-1].pos1 == "名詞" and before[-1].surface.endswith("月")


def _is_range(before: list[Word]) -> bool:
    """Whether a number stands directly before, perhaps with a comma: 2、3日."""
    if len(before) > 1 and before[-1].surface in _RANGE_MARKS:
        before = before[:-1]
    return bool(before) and before[-1].pos2 == "数詞" and before[-1].surface[-1] not in "月年日人"
