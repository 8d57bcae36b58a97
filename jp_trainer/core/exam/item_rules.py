"""Check one testlet by itself: options, key, codes, explanations, what its type needs."""

import re
from collections.abc import Iterator, Mapping, Sequence

from jp_trainer.core import furigana
from jp_trainer.core.exam import item_texts
from jp_trainer.core.exam.bank import OrderLine
from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.heard_rules import heard_findings
from jp_trainer.core.exam.item_problems import Code, Finding
from jp_trainer.core.exam.items import Item, ItemType, StimulusKind, Testlet
from jp_trainer.core.exam.order_rules import order_findings
from jp_trainer.core.furigana import FuriganaError, is_kanji

FEWEST_SENTENCES, MOST_SENTENCES = 2, 4
# An author may leave options of two characters' difference, whatever their ratio.
_FREE_DIFFERENCE = 2
_RATIO = 1.5
_SENTENCE_END = {"en": re.compile(r"[.!?](?=[\s”\"')]|$)"), "ur": re.compile(r"[۔؟!](?=[\s”)]|$)")}
_UNDERLINED = frozenset({ItemType.KANJI_READING, ItemType.ORTHOGRAPHY})
_KANJI_ASKED = _UNDERLINED | {ItemType.KANJI_MEANING}
_ASKED = re.compile(r"\{[^{}]+\}|「[^「」]*」")
"""What is asked for: the underlined word, or the sign that is quoted."""
_BLANK = frozenset({ItemType.CONTEXT, ItemType.GRAMMAR_FORM, ItemType.WORD_USAGE})
_NEEDS_STIMULUS = frozenset(
    {
        *(ItemType.TEXT_GRAMMAR, ItemType.SHORT_PASSAGE, ItemType.MID_PASSAGE),
        *(ItemType.LONG_PASSAGE, ItemType.INTEGRATED_READING, ItemType.THEMATIC),
        *(ItemType.INFORMATION, ItemType.TASK, ItemType.KEY_POINT, ItemType.OUTLINE),
        *(ItemType.CONVERSATION, ItemType.SERVICE, ItemType.ANNOUNCEMENT),
        *(ItemType.CARE_DOCUMENT, ItemType.INTEGRATED_LISTENING),
    }
)


def findings_of(
    testlet: Testlet, blueprint: Blueprint | None, orders: Mapping[str, Sequence[OrderLine]]
) -> Iterator[Finding]:
    """What is wrong with it. `blueprint`: of its exam, None if it has none."""
    yield from _furigana_findings(testlet, blueprint)
    yield from heard_findings(testlet)
    if testlet.stimulus:
        yield from _alt_findings(testlet)
    for item in testlet.items:
        yield from _option_findings(item)
        yield from _error_findings(item)
        yield from _word_findings(item)
        yield from _part_findings(item, blueprint)
        yield from _mark_findings(item, testlet)
        yield from order_findings(item, orders.get(item.id, ()))


def _option_findings(item: Item) -> Iterator[Finding]:
    shown = [item_texts.bare(option.text) or option.picture for option in item.options]
    if len(set(shown)) < len(shown):
        yield Finding(item.id, "options", Code.SAME_OPTIONS)
    if item.type is not ItemType.SENTENCE_ORDER and all(option.text for option in item.options):
        lengths = [len(text) for text in shown]
        short, long = min(lengths), max(lengths)
        if long - short > _FREE_DIFFERENCE and long > short * _RATIO:
            facts = {"short": short, "long": long}
            yield Finding(item.id, "options", Code.OPTION_LENGTHS, facts)


def _error_findings(item: Item) -> Iterator[Finding]:
    wrong = set(range(1, len(item.options) + 1)) - {item.key}
    for number in sorted(wrong - set(item.errors)):
        yield Finding(item.id, f"errors.{number}", Code.NO_ERROR_CODE, {"number": number})
    for number in sorted(set(item.errors) - wrong):
        yield Finding(item.id, f"errors.{number}", Code.SURPLUS_ERROR_CODE, {"number": number})


def _word_findings(item: Item) -> Iterator[Finding]:
    """Explanations and statements in both languages."""
    for language in ("en", "ur"):
        why = getattr(item.why, language)
        if not why:
            yield Finding(item.id, f"why.{language}", Code.NO_EXPLANATION, {"language": language})
            continue
        count = len(_SENTENCE_END[language].findall(why))
        if not FEWEST_SENTENCES <= count <= MOST_SENTENCES:
            facts = {"count": count, "least": FEWEST_SENTENCES, "most": MOST_SENTENCES}
            yield Finding(item.id, f"why.{language}", Code.EXPLANATION_LENGTH, facts)


def _part_findings(item: Item, blueprint: Blueprint | None) -> Iterator[Finding]:
    """What the blueprint says of items of this type."""
    if blueprint is None:
        return
    parts = [part for section in blueprint.sections for part in section.parts]
    fitting = [part for part in parts if part.type is item.type]
    if not fitting:
        yield Finding(item.id, "type", Code.NOT_IN_EXAM, {"exam": blueprint.id})
    elif all(part.options != len(item.options) for part in fitting):
        facts: dict[str, object] = {"count": len(item.options), "wanted": fitting[0].options}
        yield Finding(item.id, "options", Code.OPTION_COUNT, facts)
    if item.level != blueprint.level:
        facts = {"value": item.level[:20], "wanted": blueprint.level}
        yield Finding(item.id, "level", Code.OTHER_LEVEL, facts)
    if blueprint.furigana:
        for language in ("en", "ur"):
            if not getattr(item.statement, language):
                facts = {"language": language}
                yield Finding(item.id, f"statement.{language}", Code.NO_STATEMENT, facts)
    elif item.statement.en or item.statement.ur:
        yield Finding(item.id, "statement", Code.SURPLUS_STATEMENT)


def _mark_findings(item: Item, testlet: Testlet) -> Iterator[Finding]:
    """What the stem or the stimulus must have for this type."""
    if item.type in _NEEDS_STIMULUS and testlet.stimulus is None:
        yield Finding(item.id, "stimulus", Code.NO_STIMULUS)
    if item.type in _UNDERLINED and len(item_texts.UNDERLINED.findall(item.stem)) != 1:
        yield Finding(item.id, "stem", Code.NO_UNDERLINE)
    if item.type in _BLANK and not item_texts.BLANK.search(item.stem):
        yield Finding(item.id, "stem", Code.NO_BLANK)
    if item.type is ItemType.TEXT_GRAMMAR and testlet.stimulus:
        gaps = re.findall(r"\{\d+\}", testlet.stimulus.text)
        if len(gaps) != len(testlet.items) or len(set(gaps)) != len(gaps):
            counts = {"gaps": len(gaps), "items": len(testlet.items)}
            yield Finding(testlet.id, "text", Code.GAP_COUNT, counts)
    if item.type is ItemType.KANJI_READING:
        for number, option in enumerate(item.options, start=1):
            if not all(map(furigana.is_kana, option.text)):
                facts = {"text": option.text[:40]}
                yield Finding(item.id, f"options.{number}", Code.NOT_KANA, facts)


def _alt_findings(testlet: Testlet) -> Iterator[Finding]:
    stimulus = testlet.stimulus
    if stimulus is None:
        return
    if stimulus.picture and not (stimulus.alt.en and stimulus.alt.ur):
        yield Finding(stimulus.id, "alt", Code.NO_ALT)
    has_content = any(
        (stimulus.text, stimulus.rows, stimulus.picture, stimulus.script, stimulus.title)
    )
    if not has_content and stimulus.kind is not StimulusKind.CLIP:
        yield Finding(stimulus.id, "", Code.EMPTY_STIMULUS)


def _furigana_findings(testlet: Testlet, blueprint: Blueprint | None) -> Iterator[Finding]:
    """Brackets that cannot be read; kanji without a reading where every one needs one.

    What is heard needs one everywhere: its text is shown in the review. In the JLPT, what is
    printed has readings only over kanji beyond the level, which the level lists decide.
    """
    asked = {item.id for item in testlet.items if item.type in _KANJI_ASKED}
    for text in item_texts.texts_of(testlet):
        try:
            furigana.parse(text.text)
        except FuriganaError as error:
            facts = {"problem": error.problem.name, "at": error.position + 1}
            yield Finding(text.subject, text.key, Code.BAD_FURIGANA, facts)
            continue
        is_full = text.met is item_texts.Met.HEARD or blueprint is None or blueprint.furigana
        if not is_full or (text.is_option and text.subject in asked):
            continue
        shown = text.text
        if text.subject in asked:
            shown = _ASKED.sub("", shown)
        uncovered = "".join(
            char
            for span in item_texts.spans_of(shown)
            if span.reading is None
            for char in span.base
            if is_kanji(char)
        )
        if uncovered:
            yield Finding(text.subject, text.key, Code.NO_FURIGANA, {"text": uncovered})
