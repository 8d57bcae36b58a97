"""Hold what marking found out about one answer, as facts for the screen and for the schedule."""

import enum
from dataclasses import dataclass
from typing import assert_never

from jp_trainer.core.answer_reasons import Cell, Reason
from jp_trainer.core.events import Rating
from jp_trainer.core.questions import OtherWord


class Outcome(enum.Enum):
    """What becomes of an answer; the values are stored in events."""

    RIGHT = "right"
    RIGHT_WITH_NOTE = "right-with-note"
    TRY_AGAIN = "try-again"
    """Not counted: ask the same again, write no event."""
    WRONG = "wrong"


class Note(enum.Enum):
    """What to say beside a right answer."""

    NEAR = "near"
    """Another word of the same meaning; `Verdict.note_text` is the deck's note on it."""
    SAME_SOUND = "same-sound"
    """Spelled with other kana that sound the same; the row `difference` shows which."""
    KANJI = "kanji"
    """Written as it is printed, where the kana were asked for."""
    DOUBLE_N = "double-n"
    """Typed as in print (onna): shown おんあ, understood as おんな, which is typed onnna."""


class Again(enum.Enum):
    """Why an answer is not counted."""

    EMPTY = "empty"
    UNFINISHED = "unfinished"
    """Latin letters are left."""
    MEANING_TYPED = "meaning-typed"
    """The meaning, where Japanese is asked."""
    KANJI_TYPED = "kanji-typed"
    """Kanji, where kana are asked for."""
    OTHER_READING = "other-reading"
    """A reading that these kanji have elsewhere; `Verdict.other` is that word, if one is known."""
    SAME_MEANING = "same-meaning"
    """`Verdict.other` means the same, but another word is wanted."""
    SHOWN_KANA = "shown-kana"
    """One vowel differs, in kana that stand in the question: a slip of the key."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What marking found.

    Attributes:
        reason: set if WRONG by something answered; None if given up or said not known.
        note: set if RIGHT_WITH_NOTE. again: set if TRY_AGAIN.
        note_text: the deck's own words, for Note.NEAR; may be "".
        other: the word that was answered instead. With a typed answer the reason may still be
            the slip that led there (びよういん: SMALL_YA_YU_YO, and 美容院).
        asked: the right answer nearest to what was given, in kana.
        given: what was understood: kana, or the spelling of the chosen option.
        difference: asked and given in beats; () where there is nothing to compare.
    """

    outcome: Outcome
    reason: Reason | None = None
    note: Note | None = None
    again: Again | None = None
    note_text: str = ""
    other: OtherWord | None = None
    asked: str = ""
    given: str = ""
    difference: tuple[Cell, ...] = ()

    @property
    def is_right(self) -> bool:
        """Right, with a note or without."""
        return self.outcome in (Outcome.RIGHT, Outcome.RIGHT_WITH_NOTE)


def rating_of(verdict: Verdict, *, peeked: bool) -> Rating | None:
    """What the answer is for the schedule; None: not counted.

    `peeked`: the furigana or another help was looked at before answering.
    """
    match verdict.outcome:
        case Outcome.RIGHT | Outcome.RIGHT_WITH_NOTE:
            return Rating.HARD if peeked else Rating.GOOD
        case Outcome.WRONG:
            return Rating.AGAIN
        case Outcome.TRY_AGAIN:
            return None
        case never:
            assert_never(never)
