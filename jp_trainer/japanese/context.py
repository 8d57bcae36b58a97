"""Choose between readings of a word by the words beside it.

The rules are a table, assets/readings/context.tsv. A rule is a row of words with a star before the
one it reads, and its reading in hiragana: `夢|希望 を *抱く` TAB `いだく`. A word stands for
itself in any form, and alternatives are separated by |. Further:

    *行う:行っ   the word read, but only in this form; the reading is then that of the form
    @noun        a kind of word (`KINDS`)
    !が|は       anything but these, also nothing at all
    ~を          one of these among the six words before the next, up to a mark (in front only)

Of several rules for a word the first that fits is taken. The reading is that of the dictionary form
unless the rule names a form.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from jp_trainer.core.furigana import to_katakana
from jp_trainer.japanese.phrases import PHRASE, inflected
from jp_trainer.japanese.sounds import said_of
from jp_trainer.japanese.tokenizer import Word

_FAR = 6
_NOTHING = Word("", pos1="補助記号")
_LOOSE = frozenset(("助詞", "助動詞", "補助記号", "空白", "連体詞", "感動詞", "接続詞", "副詞"))


def _is_noun(word: Word) -> bool:
    return word.pos1 == "名詞" and word.pos2 != "数詞" and word.pos3 != "副詞可能"


def _is_loose(word: Word) -> bool:
    """Whether it makes no compound with the word behind it."""
    return word.pos1 in _LOOSE or word.form.startswith(("連体形", "終止形"))


def _is_name(word: Word) -> bool:
    return word.pos2 == "固有名詞" or (word.pos1 == "名詞" and "ァ" <= word.surface[-1] <= "ー")


KINDS: Mapping[str, Callable[[Word], bool]] = {
    "@noun": _is_noun,  # not those that stand alone as adverbs: 毎日, 明日
    "@chinese": lambda word: _is_noun(word) and word.origin in {"漢", "外", "混"},
    "@native": lambda word: _is_noun(word) and word.origin == "和",
    "@name": _is_name,
    "@time": lambda word: word.pos3 == "副詞可能",
    "@number": lambda word: word.pos2 == "数詞",
    "@verb": lambda word: word.pos1 in {"動詞", "助動詞", "形容詞"},
    "@stem": lambda word: word.pos1 == "動詞" and word.form.startswith("連用形"),
    "@particle": lambda word: word.pos1 == "助詞",
    "@loose": _is_loose,
    "@mark": lambda word: word.pos1 in {"補助記号", "空白"},
    "@suffix": lambda word: word.pos1 == "接尾辞",
    "@action": lambda word: word.pos3.startswith("サ変"),
}


@dataclass(frozen=True, slots=True)
class _Test:
    """What a neighbour must be."""

    words: frozenset[str]
    kinds: tuple[Callable[[Word], bool], ...]
    wanted: bool
    reach: int  # how many words back it may be, 1 for a direct neighbour

    def holds_near(self, words: list[Word], last: int) -> bool:
        """Whether it holds of words[last], or within its reach before that."""
        if self.reach == 1:
            return self.holds(words[last] if last >= 0 else _NOTHING)
        for word in reversed(words[max(0, last + 1 - self.reach) : last + 1]):
            if word.pos1 == "補助記号":
                break
            if self._names(word):
                return self.wanted
        return not self.wanted

    def holds(self, word: Word) -> bool:
        """Whether it holds of the word."""
        return self.wanted == self._names(word)

    def _names(self, word: Word) -> bool:
        return (
            word.surface in self.words
            or word.base in self.words
            or any(kind(word) for kind in self.kinds)
            # 汗をかく, joined to a phrase, still begins with 汗.
            or (word.origin == PHRASE and any(map(word.surface.startswith, self.words)))
        )


@dataclass(frozen=True, slots=True)
class _Rule:
    before: tuple[_Test, ...]  # nearest first
    after: tuple[_Test, ...]
    kana: str
    form: str  # the only surface it is for; "" for any


class Context:
    """The rules by the dictionary form of the word they read."""

    def __init__(self, rules: Mapping[str, tuple[_Rule, ...]]) -> None:
        self._rules = rules

    def settle(self, words: list[Word]) -> None:
        """Replace in the list each word whose neighbours call for another reading."""
        rules = self._rules
        for index, word in enumerate(words):
            kana = None
            if word.base in rules:
                fitting = (rule for rule in rules[word.base] if _fits(rule, words, index))
                if (rule := next(fitting, None)) is not None:
                    kana = _of_form(rule, word)
            if kana is None and word.is_voiced and (index == 0 or _is_loose(words[index - 1])):
                # The dictionary took the form it has at the end of a compound: 箱, バコ.
                kana = word.lemma_kana
            if kana is not None and kana != word.kana:
                words[index] = replace(word, kana=kana, pron=said_of(word.surface, kana))


def read_context(path: Path) -> Context:
    """The rules of context.tsv."""
    rules: dict[str, list[_Rule]] = {}
    for line in path.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        pattern, reading, *_ = line.split("\t")
        parts = pattern.split()
        star = next(n for n, part in enumerate(parts) if part.startswith("*"))
        names, _, form = parts[star][1:].partition(":")
        rule = _Rule(
            tuple(_test(part) for part in reversed(parts[:star])),
            tuple(_test(part) for part in parts[star + 1 :]),
            to_katakana(reading),
            form,
        )
        for word in names.split("|"):
            rules.setdefault(word, []).append(rule)
    return Context({word: tuple(found) for word, found in rules.items()})


def _test(part: str) -> _Test:
    wanted = not part.startswith("!")
    part = part.removeprefix("!")
    names = part.removeprefix("~").split("|")
    return _Test(
        frozenset(name for name in names if not name.startswith("@")),
        tuple(KINDS[name] for name in names if name.startswith("@")),
        wanted,
        _FAR if part.startswith("~") else 1,
    )


def _fits(rule: _Rule, words: list[Word], index: int) -> bool:
    if rule.form not in {"", words[index].surface}:
        return False
    for distance, test in enumerate(rule.before, 1):
        if not test.holds_near(words, index - distance):
            return False
    total = len(words)
    for distance, test in enumerate(rule.after, 1):
        if not test.holds(words[index + distance] if index + distance < total else _NOTHING):
            return False
    return True


def _of_form(rule: _Rule, word: Word) -> str | None:
    """The reading of the rule, carried over to the form the word has."""
    if rule.form or not word.conjugation or word.surface == word.base:
        return rule.kana
    return inflected(word, word.base, rule.kana, word.surface)
