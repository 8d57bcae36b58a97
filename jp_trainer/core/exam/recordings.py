"""Say what a candidate hears, cue by cue: chime and number, situation, question, talk, replies.

A recording is never one file: each cue is a clip of its own, so that a shipped pack needs no
synthesiser, the same line is spoken once, and a number can stand before any talk.
How each type is heard follows the published test (docs/exams.md): the question before and after
a talk, replies spoken where nothing is printed, and time to answer where the recording sets the
pace.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from jp_trainer.core.exam.blueprints import Blueprint, Section
from jp_trainer.core.exam.items import Asked, Item, ItemType, Stimulus, StimulusKind, Testlet
from jp_trainer.core.exam.papers import Paper

NARRATOR = "f4"
"""Who announces, where a script says "narrator"."""

_SPEEDS = {"N5": 0.85, "A1": 0.85, "N4": 0.9, "A2": 0.9, "N3": 0.95}
_ONES = ("", "イチ", "ニ", "サン", "ヨン", "ゴ", "ロク", "ナナ", "ハチ", "キュー")
_HEARD_REPLIES = {
    ItemType.VERBAL_EXPRESSION,
    ItemType.QUICK_RESPONSE,
    ItemType.OUTLINE,
}
# Silence after the last word in which the answer is marked, where the recording moves on.
_ANSWER_MS = {
    ItemType.TASK: 12_000,
    ItemType.KEY_POINT: 12_000,
    ItemType.OUTLINE: 10_000,
    ItemType.VERBAL_EXPRESSION: 10_000,
    ItemType.QUICK_RESPONSE: 8_000,
    ItemType.INTEGRATED_LISTENING: 15_000,
}
_READING_MS = 20_000
"""In key-point items the printed options are read before the talk."""
_SHORT_MS, _BEAT_MS, _LONG_MS = 500, 800, 1_500


@dataclass(frozen=True, slots=True)
class Speech:
    """Something said. `kana`: the pronunciation; `voice`: m1 or f1..f4."""

    kana: str
    voice: str
    speed: float = 1.0


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing, for so many milliseconds."""

    ms: int


@dataclass(frozen=True, slots=True)
class Chime:
    """The sound before a number."""


Cue = Speech | Silence | Chime
Recording = tuple[Cue, ...]


def recordings(blueprint: Blueprint, paper: Paper) -> dict[str, Recording]:
    """What is heard of each testlet of a paper that is heard, by the testlet's id, in order."""
    found: dict[str, Recording] = {}
    for section in blueprint.sections:
        for each in paper.sections:
            if each.id == section.id and section.max_plays:
                found.update(_of_section(section, each.testlets))
    return found


def announcements(blueprint: Blueprint) -> Recording:
    """Every part and number that may be announced in this exam: for a pack made ahead."""
    cues: list[Cue] = []
    speed = speed_of(blueprint.level)
    for section in blueprint.sections:
        if section.paced:
            most = max(part.count for part in section.parts)
            words = [f"モンダイ、{_ONES[part + 1]}。" for part in range(len(section.parts))]
            words += [f"{number_word(number)}。" for number in range(1, most + 1)]
            cues += [Speech(word, NARRATOR, speed) for word in words]
    return tuple(cues)


def talk(testlet: Testlet) -> Recording:
    """What is heard of a testlet alone, without number and answering time: for reviewing it."""
    return tuple(_body(testlet))


def is_heard(testlet: Testlet) -> bool:
    """Whether there is anything to hear."""
    return testlet.stimulus is not None and testlet.stimulus.kind is StimulusKind.CLIP


def speed_of(level: str) -> float:
    """How fast a level is spoken; 1.0 is natural."""
    return _SPEEDS.get(level, 1.0)


def number_word(number: int) -> str:
    """How an item's number is announced, 1 to 99: イチバン."""
    if not 0 < number < 100:  # noqa: PLR2004 - two digits
        raise ValueError(f"no item has the number {number}")
    tens, ones = divmod(number, 10)
    return (("" if tens == 1 else _ONES[tens]) + "ジュー" if tens else "") + _ONES[ones] + "バン"


def length_ms(recording: Recording) -> int:
    """About how long it lasts: eight beats a second at natural speed."""
    total = 0.0
    for cue in recording:
        match cue:
            case Silence(ms):
                total += ms
            case Speech(kana, _, speed):
                total += len(kana) * 125 / speed
            case Chime():
                total += 800
    return round(total)


def _of_section(section: Section, testlets: tuple[Testlet, ...]) -> Iterator[tuple[str, Recording]]:
    part, number = 0, 1
    before: ItemType | None = None
    for testlet in testlets:
        cues: list[Cue] = []
        if testlet.type is not before:
            part, number, before = part + 1, 1, testlet.type
            if section.paced:
                cues += [Silence(_LONG_MS), _narrated(f"モンダイ、{_ONES[part % 10]}。", testlet)]
                cues.append(Silence(2_000))
        cues.append(Chime())
        if section.paced:
            cues += [_narrated(f"{number_word(number)}。", testlet), Silence(_BEAT_MS)]
        cues += _body(testlet)
        if section.paced:
            cues.append(Silence(_ANSWER_MS.get(testlet.type, 10_000) * len(testlet.items)))
        number += len(testlet.items)
        yield testlet.id, tuple(cues)


def _body(testlet: Testlet) -> Iterator[Cue]:
    stimulus = testlet.stimulus
    asked = stimulus.question if stimulus else Asked.BEFORE
    if stimulus and stimulus.situation:
        yield _narrated(stimulus.situation.kana, testlet)
        yield Silence(_SHORT_MS)
    if asked in (Asked.BEFORE, Asked.BOTH):
        yield from _questions(testlet)
        if testlet.type is ItemType.KEY_POINT and asked is Asked.BOTH:
            yield Silence(_READING_MS)
    if stimulus and stimulus.script:
        yield from _script(stimulus, testlet)
    if asked in (Asked.AFTER, Asked.BOTH):
        yield from _questions(testlet)
    for item in testlet.items:
        if item.type in _HEARD_REPLIES or all(option.kana for option in item.options):
            yield from _replies(item, testlet)


def _questions(testlet: Testlet) -> Iterator[Cue]:
    for item in testlet.items:
        if item.stem_kana:
            yield _narrated(item.stem_kana, testlet)
            yield Silence(_LONG_MS)


def _script(stimulus: Stimulus, testlet: Testlet) -> Iterator[Cue]:
    for line in stimulus.script:
        voice = NARRATOR if line.voice == "narrator" else line.voice
        yield Speech(line.kana, voice, speed_of(testlet.items[0].level))
        yield Silence(line.pause_ms)
    yield Silence(_SHORT_MS)


def _replies(item: Item, testlet: Testlet) -> Iterator[Cue]:
    for number, option in enumerate(item.options, start=1):
        if option.kana:
            yield _narrated(f"{_ONES[number]}。", testlet)
            yield Silence(_SHORT_MS)
            yield Speech(option.kana, option.voice or "f1", speed_of(item.level))
            yield Silence(_BEAT_MS)


def _narrated(kana: str, testlet: Testlet) -> Speech:
    return Speech(kana, NARRATOR, speed_of(testlet.items[0].level))
