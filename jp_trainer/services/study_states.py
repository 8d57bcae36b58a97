"""Hold what the study screens show."""

from dataclasses import dataclass
from typing import Literal

from jp_trainer.core.ids import EventId
from jp_trainer.core.people import Furigana, Preferences
from jp_trainer.core.questions import Question
from jp_trainer.core.study_day import StudyDay
from jp_trainer.core.verdicts import Verdict
from jp_trainer.core.words import Word


@dataclass(frozen=True, slots=True)
class Asking:
    """A round is running.

    Attributes:
        position: questions of the round already answered, of `size`.
        can_undo: there is an answer to take back, of this round or before it.
        furigana: when readings stand above the word: as the trainee wishes, and on a peek where
            those of known words are to be hidden.
        preferences: how the trainee wants to study.
    """

    question: Question
    position: int
    size: int
    can_undo: bool
    furigana: Furigana
    preferences: Preferences


@dataclass(frozen=True, slots=True)
class RoundDone:
    """A round is over, or there was nothing to ask.

    Attributes:
        words: questions of the round; right_first: right at the first try; ms: time they took.
        look_again: words that were missed, in the order of the round.
        days: which of the last seven study days, today last, had study.
        tomorrow: questions then, and tomorrow_minutes for them.
        waiting: questions that today's plan still has. nothing_learnt: no word was begun ever.
    """

    words: int
    right_first: int
    ms: int
    look_again: tuple[Word, ...]
    today: StudyDay
    days: tuple[bool, ...]
    tomorrow: int
    tomorrow_minutes: int
    waiting: int
    can_undo: bool


StudyState = Asking | RoundDone


@dataclass(frozen=True, slots=True)
class Recorded:
    """An answer was kept, or, to be tried again, not.

    Attributes:
        event: None if the answer did not count and nothing was written.
        back_in_days: when the card returns; None if it did not move. `rests`: it lapsed so
            often that it rests first. again_in_round: it comes back in this round.
        state: what to show next.
    """

    verdict: Verdict
    event: EventId | None
    back_in_days: int | None
    rests: bool
    again_in_round: bool
    state: StudyState


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo took back: the kind of event, the word it was about, and what to show next."""

    what: Literal["answer", "override", "known", "rest", "resume", "reset"]
    word: Word | None
    state: StudyState
