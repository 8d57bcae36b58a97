"""Put the listening script together: who says what, with readings, for whoever reads it aloud."""

from collections.abc import Iterator

from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.items import Asked, Item, ItemType, Stimulus, Testlet
from jp_trainer.core.exam.papers import Paper, PaperSection
from jp_trainer.core.exam.recordings import is_heard
from jp_trainer.services.printed_words import (
    PART_PX,
    SMALL_PX,
    TEXT_PX,
    Say,
    heading,
    japanese,
    parts_of,
    rules_of,
    section_heading,
)
from jp_trainer.typeset import fonts
from jp_trainer.typeset.block_groups import Numbered, Together
from jp_trainer.typeset.blocks import Block, Space
from jp_trainer.wording.exam_instructions import instruction

_LINE_PX = 15
_NARROW, _EM = 64.0, 14.0
_NARRATOR = "narrator"
_HEARD_REPLIES = (ItemType.VERBAL_EXPRESSION, ItemType.QUICK_RESPONSE, ItemType.OUTLINE)


def has_script(blueprint: Blueprint, paper: Paper) -> bool:
    """Whether anything is heard."""
    return any(_heard(blueprint, section) for section in paper.sections)


def script(blueprint: Blueprint, paper: Paper, language: str) -> list[Block]:
    """What is heard of each section that has sound, in the order in which it is heard."""
    say = Say(language)
    blocks = heading(say, blueprint, paper, say.words.script)
    blocks.append(say.text(say.words.for_teacher, SMALL_PX, gap=12))
    for section in paper.sections:
        if _heard(blueprint, section):
            blocks += section_heading(say, rules_of(blueprint, section))
            blocks += _section(say, section)
    return blocks


def _heard(blueprint: Blueprint, section: PaperSection) -> bool:
    return rules_of(blueprint, section).max_plays > 0 and any(map(is_heard, section.testlets))


def _section(say: Say, section: PaperSection) -> Iterator[Block]:
    for number, (type, testlets) in enumerate(parts_of(section), start=1):
        lead = f"もんだい{number}　{instruction(type).ja}"
        yield japanese(lead, PART_PX, weight=500, gap=10, keep=True)
        for first, testlet in testlets:
            if is_heard(testlet):
                yield _testlet(say, first, testlet)
        yield Space(8)


def _testlet(say: Say, first: int, testlet: Testlet) -> Block:
    last = first + len(testlet.items) - 1
    label = str(first) if first == last else f"{first}–{last}"
    stimulus = testlet.stimulus
    assert stimulus is not None
    inside: list[Block] = []
    if stimulus.situation:
        inside.append(_line(say.words.scene, stimulus.situation.text, _NARROW))
    asked = stimulus.question
    questions = [
        _line(say.words.asked, item.stem, _NARROW) for item in testlet.items if item.stem_kana
    ]
    if asked in (Asked.BEFORE, Asked.BOTH, None):
        inside += questions
    inside += _lines(say, stimulus)
    if asked in (Asked.AFTER, Asked.BOTH):
        inside += questions
    for item in testlet.items:
        inside += _replies(item)
    font = fonts.interface(PART_PX, 600)
    return Together((Numbered(label, font, tuple(inside), 50, gap=0),), gap=16)


def _lines(say: Say, stimulus: Stimulus) -> list[Block]:
    names = [line.who or _voice(say, line.voice) for line in stimulus.script]
    widest = max((len(name) * _EM for name in names), default=0.0)
    indent = min(160.0, max(_NARROW, widest + 12))
    return [
        _line(name, line.text, indent) for name, line in zip(names, stimulus.script, strict=True)
    ]


def _voice(say: Say, voice: str) -> str:
    return say.words.narrator if voice == _NARRATOR else voice


def _line(who: str, text: str, indent: float) -> Block:
    font = fonts.japanese(TEXT_PX, 500)
    return Numbered(who, font, (japanese(text, _LINE_PX, gap=0),), indent, gap=4)


def _replies(item: Item) -> list[Block]:
    if not (all(option.kana for option in item.options) or item.type in _HEARD_REPLIES):
        return []
    return [
        _line(str(number), option.text, _NARROW)
        for number, option in enumerate(item.options, start=1)
    ]
