"""Check what is heard of a testlet: voices, who has which, what its type must let hear."""

from collections.abc import Iterator

from jp_trainer.core.exam.item_problems import Code, Finding
from jp_trainer.core.exam.items import Item, ItemType, Stimulus, StimulusKind, Testlet

VOICES = frozenset({"m1", "f1", "f2", "f3", "f4", "narrator"})
NARRATOR_SPEAKS_AS = "f4"
_LISTENING = frozenset(
    {
        *(ItemType.TASK, ItemType.KEY_POINT, ItemType.OUTLINE, ItemType.VERBAL_EXPRESSION),
        *(ItemType.QUICK_RESPONSE, ItemType.INTEGRATED_LISTENING),
        *(ItemType.CONVERSATION, ItemType.SERVICE, ItemType.ANNOUNCEMENT),
    }
)
_OPTIONS_HEARD = frozenset({ItemType.VERBAL_EXPRESSION, ItemType.QUICK_RESPONSE, ItemType.OUTLINE})
_STEM_HEARD = frozenset({ItemType.TASK, ItemType.KEY_POINT, ItemType.OUTLINE})
_ANNOUNCED = frozenset({ItemType.TASK, ItemType.KEY_POINT})


def heard_findings(testlet: Testlet) -> Iterator[Finding]:
    """What is wrong with the sound of it; nothing for what is read."""
    stimulus = testlet.stimulus
    is_listening = testlet.type in _LISTENING
    if is_listening and (stimulus is None or stimulus.kind is not StimulusKind.CLIP):
        yield Finding(testlet.id, "stimulus", Code.NO_CLIP)
    if stimulus is not None:
        yield from _voice_findings(stimulus)
        if testlet.type in _ANNOUNCED and stimulus.situation is None:
            yield Finding(stimulus.id, "situation", Code.NO_SITUATION)
        says_something = stimulus.script or any(item.stem_kana for item in testlet.items)
        if is_listening and not says_something:
            yield Finding(stimulus.id, "script", Code.NOTHING_HEARD)
    for item in testlet.items:
        yield from _item_findings(item)


def _voice_findings(stimulus: Stimulus) -> Iterator[Finding]:
    speakers: dict[str, str] = {}
    for number, line in enumerate(stimulus.script, start=1):
        if line.voice not in VOICES:
            facts = {"value": line.voice[:20], "known": ", ".join(sorted(VOICES))}
            yield Finding(stimulus.id, f"script.{number}.voice", Code.NO_VOICE, facts)
            continue
        voice = NARRATOR_SPEAKS_AS if line.voice == "narrator" else line.voice
        speaker = line.who or line.voice
        if speakers.setdefault(voice, speaker) != speaker:
            facts = {"voice": line.voice, "one": speakers[voice], "other": speaker}
            yield Finding(stimulus.id, f"script.{number}.voice", Code.SHARED_VOICE, facts)


def _item_findings(item: Item) -> Iterator[Finding]:
    for number, option in enumerate(item.options, start=1):
        if option.kana and option.voice not in VOICES:
            facts = {"value": option.voice[:20], "known": ", ".join(sorted(VOICES))}
            yield Finding(item.id, f"options.{number}.voice", Code.NO_VOICE, facts)
        elif item.type in _OPTIONS_HEARD and not option.kana:
            yield Finding(item.id, f"options.{number}.kana", Code.NO_KANA)
    if item.type in _STEM_HEARD and not (item.stem and item.stem_kana):
        yield Finding(item.id, "stem_kana", Code.NO_KANA)
