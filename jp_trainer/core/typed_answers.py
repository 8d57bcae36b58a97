"""Mark kana typed for a reading or for a meaning; the rule is told in answers.py."""

import unicodedata
from dataclasses import dataclass

from jp_trainer.core.answer_reasons import Cell, Reason, difference, is_vowel_slip, reason_of
from jp_trainer.core.cards import Aspect
from jp_trainer.core.furigana import is_kana, is_kanji
from jp_trainer.core.glosses import distance, is_meaning, same_gloss
from jp_trainer.core.kana import fold, is_all_kana, sounds, spellings, to_kana
from jp_trainer.core.kana_typing import has_macron
from jp_trainer.core.kanji_readings import reads_as
from jp_trainer.core.questions import OtherWord, Question, Typed
from jp_trainer.core.shown_kana import as_said, shown_beats
from jp_trainer.core.verdicts import Again, Note, Outcome, Verdict
from jp_trainer.core.words import Kind, PartOfSpeech, Word

_PARTICLES = frozenset("はがをにでとへもの")
_FAR = 99


@dataclass(frozen=True, slots=True)
class _Understood:
    """What was typed.

    Attributes:
        shown: in kana, as the field shows it when it is finished; may hold what is no kana.
        folded: the same, as it is compared. printed: what the keys mean in print, or "".
        latin: the letters typed, if all of it was typed in Latin letters, else "".
        macron: long vowels were written in a way that leaves their kana open.
    """

    shown: str
    folded: str
    printed: str
    latin: str
    macron: bool


def mark_typed(question: Question, typed: Typed) -> Verdict:
    """The verdict on typed kana; never raises."""
    word, said = question.word, _understand(typed)
    if not said.folded:
        return _again(Again.EMPTY, word, said)
    # A sign of a kana deck is asked for its sound, so that お for を is no other word.
    by_sound = _same_sound(word, said) if word.pos is PartOfSpeech.KANA else None
    return (
        _right(word, said)
        or _blocked(question, said)
        or by_sound
        or _right_with_note(question, said)
        or _other_question(word, said)
        or _other_word(question, said)
        or _same_sound(word, said)
        or _not_counted(question, said)
        or _wrong(question, said)
    )


def _understand(typed: Typed) -> _Understood:
    raw = unicodedata.normalize("NFKC", typed.kana).strip()
    keys = unicodedata.normalize("NFKC", typed.keys).strip()
    shown = to_kana(raw, final=True)
    folded = fold(shown)
    if not keys and not any(is_kana(sign) or is_kanji(sign) for sign in raw):
        keys = raw
    meant = [fold(kana) for kana in spellings(keys)]
    if meant[0] != folded:
        # The field was edited by other means than these keys.
        keys = ""
    printed = meant[1] if keys and len(meant) > 1 else ""
    return _Understood(shown, folded, printed, keys.lower(), has_macron(keys or raw))


def _accepted(word: Word) -> tuple[str, ...]:
    """Right answers in kana, the deck's reading first."""
    spelled = (text for text in (word.word, *word.also_written) if is_all_kana(text))
    return tuple(dict.fromkeys((word.reading, *word.also_read, *spelled)))


def _right(word: Word, said: _Understood) -> Verdict | None:
    for reading in _accepted(word):
        asked = fold(reading)
        macron_fits = said.macron and sounds(asked) == sounds(said.folded)
        if said.folded == asked or macron_fits:
            return Verdict(Outcome.RIGHT, asked=reading, given=said.shown)
    # In a kana deck the meaning is the sound in Latin letters: `ji` for ぢ, `ti` for ティ.
    if word.pos is PartOfSpeech.KANA and said.latin and said.latin == word.meaning_en.lower():
        return Verdict(Outcome.RIGHT, asked=word.reading, given=word.reading)
    return None


def _blocked(question: Question, said: _Understood) -> Verdict | None:
    blocked = {fold(text) for text in question.word.blocked}
    return _wrong(question, said) if said.folded in blocked else None


def _right_with_note(question: Question, said: _Understood) -> Verdict | None:
    word = question.word
    for reading in _accepted(word):
        if said.printed and said.printed == fold(reading):
            cells = difference(reading, said.shown, spelling=True)
            return _noted(Note.DOUBLE_N, reading, said, difference=cells)
    for near in word.near:
        if fold(near.text) in (said.folded, said.printed):
            return _noted(Note.NEAR, word.reading, said, note_text=near.note)
    spelled = {fold(text) for text in (word.word, *word.also_written) if not is_all_kana(text)}
    if said.folded in spelled or (said.latin and fold(said.latin) in spelled):
        if question.aspect is Aspect.READING:
            return _again(Again.KANJI_TYPED, word, said)
        return _noted(Note.KANJI, word.reading, said)
    return None


def _other_question(word: Word, said: _Understood) -> Verdict | None:
    """The meaning, or unfinished keys."""
    if word.pos is not PartOfSpeech.KANA:
        typed = said.latin or said.shown
        if any(m and is_meaning(typed, m) for m in (word.meaning_en, word.meaning_ur)):
            return _again(Again.MEANING_TYPED, word, said)
    if any(sign.isascii() and sign.isalpha() for sign in said.folded):
        return _again(Again.UNFINISHED, word, said)
    return None


def _other_word(question: Question, said: _Understood) -> Verdict | None:
    word, production = question.word, question.aspect is Aspect.PRODUCTION
    found = [
        other
        for other in question.others
        if said.folded in (fold(other.reading), fold(other.word)) and other.id != word.id
    ]
    for other in found:
        same_spelling = fold(other.word) == fold(word.word) and not is_all_kana(word.word)
        if same_spelling:
            return _again(Again.OTHER_READING, word, said, other)
    for other in found:
        twin = other.id in word.pair
        if production and (twin or _means_the_same(other, word)):
            return _again(Again.SAME_MEANING, word, said, other)
    if found:
        return _wrong(question, said, found[0])
    if any(map(is_kanji, said.folded)):
        return _again(Again.KANJI_TYPED, word, said)
    return None


def _means_the_same(other: OtherWord, word: Word) -> bool:
    return same_gloss(other.meaning_en, word.meaning_en) or same_gloss(
        other.meaning_ur, word.meaning_ur
    )


def _same_sound(word: Word, said: _Understood) -> Verdict | None:
    heard = sounds(said.folded)
    for reading in _accepted(word):
        if heard == sounds(fold(reading)) or (
            reading == word.reading and heard == sounds(as_said(word))
        ):
            cells = difference(reading, said.shown, spelling=True)
            return _noted(Note.SAME_SOUND, reading, said, difference=cells)
    return None


def _not_counted(question: Question, said: _Understood) -> Verdict | None:
    """Another reading of a lone kanji; a slip of the key in kana that stand in the question."""
    word = question.word
    if question.aspect is not Aspect.READING:
        return None
    if len(word.word) == 1 and any(
        item.kanji == word.word and said.folded in item.readings for item in question.kanji_readings
    ):
        return _again(Again.OTHER_READING, word, said)
    shown = shown_beats(word)
    if all(shown):
        return None
    at, slips = 0, []
    for cell in difference(word.reading, said.shown):
        if not cell.same:
            visible = bool(cell.asked) and at < len(shown) and shown[at]
            slips.append(visible and is_vowel_slip(fold(cell.asked), fold(cell.given)))
        at += bool(cell.asked)
    return _again(Again.SHOWN_KANA, word, said) if slips == [True] else None


def _wrong(question: Question, said: _Understood, other: OtherWord | None = None) -> Verdict:
    word = question.word
    asked = _nearest(word, said.folded)
    other = other or _named(question, said)
    cells = difference(asked, said.shown) if is_all_kana(said.shown) else ()
    reason = reason_of(asked, said.shown) if cells else Reason.OTHER
    if reason in (None, Reason.OTHER):
        if other is not None:
            reason = Reason.OTHER_WORD
        elif _is_particle_slip(word, asked, said.shown):
            reason = Reason.PARTICLE
        elif reads_as(word.word, said.folded, question.kanji_readings):
            reason = Reason.ON_FOR_KUN
    return Verdict(
        Outcome.WRONG,
        reason=reason or Reason.OTHER,
        other=other,
        asked=asked,
        given=said.shown,
        difference=cells,
    )


def _named(question: Question, said: _Understood) -> OtherWord | None:
    return next((o for o in question.others if said.folded == fold(o.reading)), None)


def _nearest(word: Word, folded: str) -> str:
    return min(_accepted(word), key=lambda r: distance(sounds(fold(r)), sounds(folded), limit=_FAR))


def _is_particle_slip(word: Word, asked: str, given: str) -> bool:
    if word.kind is not Kind.PHRASE and word.pos is not PartOfSpeech.EXPRESSION:
        return False
    changed = [(c.asked, c.given) for c in difference(asked, given) if not c.same]
    return len(changed) == 1 and set(map(fold, changed[0])) <= _PARTICLES


def _noted(
    note: Note,
    asked: str,
    said: _Understood,
    *,
    note_text: str = "",
    difference: tuple[Cell, ...] = (),
) -> Verdict:
    return Verdict(
        Outcome.RIGHT_WITH_NOTE,
        note=note,
        note_text=note_text,
        asked=asked,
        given=said.shown,
        difference=difference,
    )


def _again(why: Again, word: Word, said: _Understood, other: OtherWord | None = None) -> Verdict:
    return Verdict(Outcome.TRY_AGAIN, again=why, other=other, asked=word.reading, given=said.shown)
