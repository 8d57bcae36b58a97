"""Name what is asked of a word, how well it is known, and what goes wrong: the same everywhere."""

from dataclasses import dataclass
from typing import assert_never

from jp_trainer.core.answer_reasons import Reason
from jp_trainer.core.cards import Aspect
from jp_trainer.wording.catalogue import _, pgettext
from jp_trainer.wording.runs import fill


@dataclass(frozen=True, slots=True)
class Mistake:
    """A kind of slip: its name, and what to do about it ("" where nothing general helps)."""

    name: str
    hint: str


def aspect_name(aspect: Aspect) -> str:
    """One word beside a bar or a row of the history."""
    match aspect:
        case Aspect.MEANING:
            return pgettext("aspect", "Meaning")
        case Aspect.READING:
            return pgettext("aspect", "Reading")
        case Aspect.LISTENING:
            return pgettext("aspect", "Listening")
        case Aspect.PRODUCTION:
            return pgettext("aspect", "Typing")
        case Aspect.SENTENCE:
            return pgettext("aspect", "In a sentence")
        case _:
            assert_never(aspect)


def mistake(reason: Reason) -> Mistake:
    """What to call this kind of slip, with a pair of words that shows it."""
    match reason:
        case Reason.LONG_VOWEL:
            name, hint = _("Long vowels"), _("{long} has one beat more than {short}. Count beats.")
            pair = {"long": "ゆうき", "short": "ゆき"}
        case Reason.SMALL_TSU:
            name, hint = _("Small っ"), _("{long} stops for a beat, {short} does not.")
            pair = {"long": "きって", "short": "きて"}
        case Reason.SMALL_YA_YU_YO:
            name, hint = _("Small ゃ ゅ ょ"), _("{one} is one beat, {two} is two.")
            pair = {"one": "びょ", "two": "びよ"}
        case Reason.VOICING:
            name, hint = _("Voiced sounds"), _("Two small strokes change {plain} into {voiced}.")
            pair = {"plain": "か", "voiced": "が"}
        case Reason.N_SOUND:
            name, hint = _("The sound ん"), _("{sound} is a beat of its own: type {keys}.")
            pair = {"sound": "ん", "keys": "nn"}
        case Reason.SIMILAR_KANA:
            name, hint = _("Similar kana"), _("Look twice at {one} and {two}.")
            pair = {"one": "シ", "two": "ツ"}
        case Reason.PARTICLE:
            name, hint = _("Particles"), _("Written {written}, said {said}.")
            pair = {"written": "は", "said": "わ"}
        case Reason.ON_FOR_KUN:
            name = _("The other reading of a kanji")
            hint = _("Alone it is often {alone}, in a compound {compound}.")
            pair = {"alone": "水（みず）", "compound": "水道（すいどう）"}
        case Reason.OTHER_WORD:
            name, pair = _("Another word"), {}
            hint = _("Compare the two words on their page: what do they share, what not?")
        case Reason.OTHER:
            name, hint, pair = _("Other slips"), "", {}
        case _:
            assert_never(reason)
    return Mistake(name, fill(hint, **pair) if hint else "")


def strength_name(bars: int) -> str:
    """How well something is known, for 0 to 4 bars."""
    return (
        pgettext("strength", "not begun"),
        pgettext("strength", "just begun"),
        pgettext("strength", "getting there"),
        pgettext("strength", "good"),
        pgettext("strength", "strong"),
    )[max(0, min(4, bars))]
