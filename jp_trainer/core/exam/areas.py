"""Sort item types into the areas that the JLPT's report gives a letter for, and give the letter."""

import enum

from jp_trainer.core.exam.items import ItemType


class Area(enum.StrEnum):
    """What an item asks of the candidate."""

    VOCABULARY = "vocabulary"
    GRAMMAR = "grammar"
    READING = "reading"
    LISTENING = "listening"
    WORK = "work"


AREAS = {
    Area.VOCABULARY: (
        ItemType.KANJI_READING,
        ItemType.ORTHOGRAPHY,
        ItemType.WORD_FORMATION,
        ItemType.CONTEXT,
        ItemType.PARAPHRASE,
        ItemType.USAGE,
        ItemType.WORD_MEANING,
        ItemType.WORD_USAGE,
        ItemType.KANJI_MEANING,
    ),
    Area.GRAMMAR: (
        ItemType.GRAMMAR_FORM,
        ItemType.SENTENCE_ORDER,
        ItemType.TEXT_GRAMMAR,
        ItemType.EXPRESSION,
    ),
    Area.READING: (
        ItemType.SHORT_PASSAGE,
        ItemType.MID_PASSAGE,
        ItemType.LONG_PASSAGE,
        ItemType.INTEGRATED_READING,
        ItemType.THEMATIC,
        ItemType.INFORMATION,
    ),
    Area.LISTENING: (
        ItemType.TASK,
        ItemType.KEY_POINT,
        ItemType.OUTLINE,
        ItemType.VERBAL_EXPRESSION,
        ItemType.QUICK_RESPONSE,
        ItemType.INTEGRATED_LISTENING,
        ItemType.CONVERSATION,
        ItemType.SERVICE,
        ItemType.ANNOUNCEMENT,
    ),
    Area.WORK: (
        ItemType.CARE_WORD,
        ItemType.CARE_TALK,
        ItemType.CARE_DOCUMENT,
        ItemType.TRUE_FALSE,
        ItemType.JUDGEMENT,
    ),
}
_OF_TYPE = {type_: area for area, types in AREAS.items() for type_ in types}

# Source: JLPT, Understanding the score report, reference information.
_A_FROM, _B_FROM = 0.67, 0.34


def area_of(type_: ItemType) -> Area:
    """The area an item of this type counts in."""
    return _OF_TYPE[type_]


def letter(right: int, asked: int) -> str:
    """A: at least 67 % right, B: 34-66 %, C: under 34 %; "" if nothing was asked."""
    if asked == 0:
        return ""
    share = right / asked
    return "A" if share >= _A_FROM else "B" if share >= _B_FROM else "C"
