"""Name what exams ask and how answers go wrong."""

from jp_trainer.core.exam.items import ErrorCode, ItemType
from jp_trainer.wording.catalogue import _, later

_ERRORS = {
    ErrorCode.LEN: later("long and short vowels"),
    ErrorCode.VOICE: later("voiced and unvoiced sounds"),
    ErrorCode.SOKUON: later("small っ"),
    ErrorCode.YOON: later("small ゃ, ゅ, ょ"),
    ErrorCode.ONKUN: later("another reading of the same kanji"),
    ErrorCode.LOOK: later("looks alike"),
    ErrorCode.SOUND: later("sounds alike"),
    ErrorCode.OKURIGANA: later("kana after the kanji"),
    ErrorCode.CLASS: later("another kind of word"),
    ErrorCode.SENSE: later("another meaning"),
    ErrorCode.NEAR_SENSE: later("nearly the same meaning"),
    ErrorCode.COLLOCATION: later("words that do not go together"),
    ErrorCode.PARTICLE: later("particles"),
    ErrorCode.FORM: later("the form of a word"),
    ErrorCode.TENSE: later("time and tense"),
    ErrorCode.REGISTER: later("polite and plain"),
    ErrorCode.DIRECTION: later("who gives, asks or goes"),
    ErrorCode.SCOPE: later("true, but not what is asked"),
    ErrorCode.SWAP: later("another person, place or time"),
    ErrorCode.DROPPED: later("said first, then changed"),
    ErrorCode.OPPOSITE: later("the opposite"),
    ErrorCode.NOT_STATED: later("not said"),
    ErrorCode.PARTIAL: later("fits only in part"),
    ErrorCode.LITERAL: later("taken word for word"),
    ErrorCode.ORDER: later("the order"),
    ErrorCode.DIGNITY: later("respect for the person cared for"),
    ErrorCode.CONSENT: later("asking before doing"),
}
_TYPES = {
    ItemType.KANJI_READING: later("Kanji reading"),
    ItemType.ORTHOGRAPHY: later("Writing a word"),
    ItemType.WORD_FORMATION: later("Word parts"),
    ItemType.CONTEXT: later("Words in a sentence"),
    ItemType.PARAPHRASE: later("Same meaning"),
    ItemType.USAGE: later("Using a word"),
    ItemType.GRAMMAR_FORM: later("Grammar"),
    ItemType.SENTENCE_ORDER: later("Putting a sentence in order"),
    ItemType.TEXT_GRAMMAR: later("Grammar of a text"),
    ItemType.SHORT_PASSAGE: later("Short text"),
    ItemType.MID_PASSAGE: later("Medium text"),
    ItemType.LONG_PASSAGE: later("Long text"),
    ItemType.INTEGRATED_READING: later("Two texts"),
    ItemType.THEMATIC: later("What an author means"),
    ItemType.INFORMATION: later("Finding information"),
    ItemType.TASK: later("What to do next"),
    ItemType.KEY_POINT: later("Catching the point"),
    ItemType.OUTLINE: later("What it is about"),
    ItemType.VERBAL_EXPRESSION: later("What to say in a scene"),
    ItemType.QUICK_RESPONSE: later("Quick reply"),
    ItemType.INTEGRATED_LISTENING: later("Comparing what is said"),
    ItemType.WORD_MEANING: later("Word meaning"),
    ItemType.WORD_USAGE: later("Using a word"),
    ItemType.KANJI_MEANING: later("Kanji meaning"),
    ItemType.EXPRESSION: later("What to say"),
    ItemType.CONVERSATION: later("Conversations"),
    ItemType.SERVICE: later("At shops and counters"),
    ItemType.ANNOUNCEMENT: later("Announcements"),
    ItemType.CARE_WORD: later("Care words"),
    ItemType.CARE_TALK: later("Talking to people in care"),
    ItemType.CARE_DOCUMENT: later("Care records"),
    ItemType.TRUE_FALSE: later("True or false"),
    ItemType.JUDGEMENT: later("Judging a situation"),
}


def error_words(code: ErrorCode) -> str:
    """What is mixed up by choosing such an option: "long and short vowels"."""
    return _(_ERRORS[code])


def type_words(kind: ItemType) -> str:
    """What an item asks: "Kanji reading"."""
    return _(_TYPES[kind])
