"""Say whether a text beside an open question would answer it."""

import re
from typing import assert_never

from jp_trainer.core.cards import Aspect
from jp_trainer.core.glosses import words_of
from jp_trainer.core.kana import fold
from jp_trainer.core.questions import Question

_BRACKETS = re.compile(r"[()（）\[\]]")


def gives_away(question: Question, text: str) -> bool:
    """Whether `text`, in English, Urdu or Japanese, holds what is asked, or a word of it."""
    word = question.word
    match question.aspect:
        case Aspect.MEANING:
            return _says(word.meaning_en, text) or _says(word.meaning_ur, text)
        case Aspect.READING:
            return _writes(word.reading, text)
        case Aspect.LISTENING:
            asked = _says(word.meaning_en, text) or _says(word.meaning_ur, text)
            return asked or _writes(word.word, text) or _writes(word.reading, text)
        case Aspect.PRODUCTION | Aspect.SENTENCE:
            return _writes(word.word, text) or _writes(word.reading, text)
        case _:
            assert_never(question.aspect)


def _says(meaning: str, text: str) -> bool:
    return not words_of(meaning).isdisjoint(words_of(_BRACKETS.sub(",", text)))


def _writes(japanese: str, text: str) -> bool:
    return fold(japanese) in fold(text)
