"""Find the words for a verdict: what was right, or why it was not."""

from collections.abc import Sequence
from functools import partial
from typing import assert_never

from jp_trainer.core.answer_reasons import Reason
from jp_trainer.core.cards import Aspect
from jp_trainer.core.kana import fold
from jp_trainer.core.kana_typing import keys_for
from jp_trainer.core.morae import LONG, sounds
from jp_trainer.core.questions import OtherWord, Question, Way
from jp_trainer.core.verdicts import Again, Note, Outcome, Verdict
from jp_trainer.core.words import PartOfSpeech
from jp_trainer.ui.parts.meanings import in_one
from jp_trainer.wording import _, fill, later

_TSU = "っ"


def asked_words(question: Question) -> str:
    """What is asked, as a sentence."""
    is_kana = question.word.pos is PartOfSpeech.KANA
    reveal = question.way is Way.REVEAL
    match question.aspect:
        case Aspect.MEANING if is_kana:
            return _("How does it sound?")
        case Aspect.MEANING:
            return _("Do you know what it means?") if reveal else _("What does it mean?")
        case Aspect.READING:
            return _("How does it sound?") if is_kana else _("How is it read?")
        case Aspect.LISTENING:
            return _("Do you know this word?") if reveal else _("What do you hear?")
        case Aspect.PRODUCTION:
            return _("How do you say it in Japanese?")
        case Aspect.SENTENCE:
            return _("Do you know this sentence?") if reveal else _("Which word is missing?")
        case _:
            assert_never(question.aspect)


def is_first_sight(question: Question) -> bool:
    """Whether the word itself is new: nobody is wrong about what was never shown.

    A new aspect of a word that was met before is answered right or wrong like any other.
    """
    return question.is_new and question.aspect is Aspect.MEANING


def tone_of(question: Question, verdict: Verdict) -> tuple[str, str, str]:
    """Role of the headline, its icon and the icon's colour."""
    match verdict.outcome:
        case Outcome.RIGHT:
            return "good", "right", "wakatake"
        case Outcome.RIGHT_WITH_NOTE:
            return "good", "right", "wakatake"
        case Outcome.TRY_AGAIN:
            return "warn", "again", "yamabuki"
        case Outcome.WRONG if is_first_sight(question):
            return "lead", "info", "ai"
        case Outcome.WRONG:
            return "bad", "wrong", "shu"
        case _:
            assert_never(verdict.outcome)


def headline(question: Question, verdict: Verdict, languages: Sequence[str]) -> str:
    """One sentence. `languages` are those in which the trainee reads meanings."""
    word = question.word
    match verdict.outcome:
        case Outcome.RIGHT:
            return _("Right")
        case Outcome.RIGHT_WITH_NOTE:
            return _noted(question, verdict)
        case Outcome.TRY_AGAIN:
            return _try_again(question, verdict)
        case Outcome.WRONG if is_first_sight(question):
            meaning = in_one(word.meaning, languages[:1])
            new = _("A new word: {word} is “{meaning}”")
            if word.pos is PartOfSpeech.KANA:
                new = _("A new sign: {word} is “{meaning}”")
            return fill(new, word=word.word, meaning=meaning)
        case Outcome.WRONG:
            return _wrong(question, verdict, languages)
        case _:
            assert_never(verdict.outcome)


def _noted(question: Question, verdict: Verdict) -> str:
    match verdict.note:
        case Note.NEAR:
            return fill(_("Right too. The word taught here: {word}"), word=question.word.word)
        case Note.SAME_SOUND:
            return fill(_("Right: it sounds the same. Written: {kana}"), kana=verdict.asked)
        case Note.KANJI:
            return fill(_("Right. In kana: {kana}"), kana=verdict.asked)
        case Note.DOUBLE_N:
            return fill(
                _("Right. For {kana} type {keys}"), kana=verdict.asked, keys=keys_for(verdict.asked)
            )
        case None:
            return _("Right")
        case _:
            assert_never(verdict.note)


_AGAIN = {
    Again.EMPTY: later("Type it in kana, or say that you do not know it."),
    Again.UNFINISHED: later("Some letters are not kana yet. Finish them and try again."),
    Again.MEANING_TYPED: later("That is the meaning. We want the Japanese word."),
    Again.KANJI_TYPED: later("We want the kana: how these kanji are said here."),
    Again.OTHER_READING: later(
        "These kanji are read so elsewhere. Here another reading is wanted."
    ),
    Again.SAME_MEANING: later("That word means the same. We want another word."),
    Again.SHOWN_KANA: later("Nearly: look at the kana that stand in the word, and try again."),
}
_AGAIN_OF_OTHER = {
    Again.OTHER_READING: later("So they are read in {word}. Here another reading is wanted."),
    Again.SAME_MEANING: later("{word} means the same. We want another word."),
}


def _try_again(question: Question, verdict: Verdict) -> str:
    again = verdict.again or Again.EMPTY
    if again is Again.MEANING_TYPED and question.aspect is Aspect.READING:
        return _("That is the meaning. We want the reading: how it is said.")
    if verdict.other is not None and again in _AGAIN_OF_OTHER:
        return fill(_(_AGAIN_OF_OTHER[again]), word=verdict.other.word)
    return _(_AGAIN[again])


_WRONG = {
    Reason.OTHER_WORD: later("Not quite: that is another word"),
    Reason.SMALL_YA_YU_YO: later("Not quite: look at ゃ, ゅ, ょ, large or small"),
    Reason.VOICING: later("Not quite: look at the marks ゛ and ゜"),
    Reason.N_SOUND: later("Not quite: look at ん"),
    Reason.SIMILAR_KANA: later("Not quite: two kana that are easily confused"),
    Reason.PARTICLE: later("Not quite: another particle is wanted"),
    Reason.ON_FOR_KUN: later("Not quite: these kanji are read so in other words"),
    Reason.OTHER: later("Not quite"),
}


def _wrong(question: Question, verdict: Verdict, languages: Sequence[str]) -> str:
    other = verdict.other
    match verdict.reason:
        case None:
            return _("Have a look: it comes back soon.")
        case Reason.OTHER_WORD if other is not None and question.way is Way.CHOOSE:
            means = _("Not quite: “{meaning}” is {word}")
            if question.aspect is Aspect.SENTENCE:
                means = _("Not quite: {word} means “{meaning}”")
            meaning = in_one(partial(meaning_of, other), languages[:1])
            return fill(means, meaning=meaning, word=other.word)
        case Reason.LONG_VOWEL:
            return _of_length(verdict)
        case Reason.SMALL_TSU:
            return _of_tsu(verdict)
        case reason:
            return _(_WRONG[reason])


def meaning_of(other: OtherWord, language: str) -> str:
    """The meaning of a word that was meant instead."""
    return other.meaning_ur if language == "ur" else other.meaning_en


def _of_length(verdict: Verdict) -> str:
    asked, given = (sounds(fold(row)).count(LONG) for row in (verdict.asked, verdict.given))
    if asked > given:
        return _("Not quite: the vowel is long here")
    if asked < given:
        return _("Not quite: the vowel is short here")
    return _("Not quite: long and short vowels")


def _of_tsu(verdict: Verdict) -> str:
    asked, given = (fold(row).count(_TSU) for row in (verdict.asked, verdict.given))
    if asked > given:
        return _("Not quite: a small っ is missing")
    if asked < given:
        return _("Not quite: there is no small っ")
    return _("Not quite: look at the small っ")
