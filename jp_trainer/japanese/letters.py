"""Read Latin letters one by one: USB, KY活動, Ａさん."""

import re
import unicodedata
from dataclasses import replace

from jp_trainer.japanese.tokenizer import Word

_NAMES = {
    **{"A": "エー", "B": "ビー", "C": "シー", "D": "ディー", "E": "イー", "F": "エフ", "G": "ジー"},
    **{
        "H": "エイチ",
        "I": "アイ",
        "J": "ジェー",
        "K": "ケー",
        "L": "エル",
        "M": "エム",
        "N": "エヌ",
    },
    **{"O": "オー", "P": "ピー", "Q": "キュー", "R": "アール", "S": "エス", "T": "ティー"},
    **{"U": "ユー", "V": "ブイ", "W": "ダブリュー", "X": "エックス", "Y": "ワイ", "Z": "ゼット"},
}
_LETTERS = re.compile("[A-Z]{1,6}|[a-z]")


def read_letters(word: Word) -> Word:
    """The word with the names of its letters; itself if it is no short row of capitals."""
    letters = unicodedata.normalize("NFKC", word.surface)
    if not _LETTERS.fullmatch(letters):
        return word
    kana = "".join(_NAMES[letter] for letter in letters.upper())
    return replace(word, kana=kana, pron=kana)
