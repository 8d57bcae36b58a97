"""Turn minutes a day into questions and new words, and foresee what that will ask of the trainee.

One slider, no other number: all of this is derived. The forecast follows one new word through its
aspects with the scheduler's own intervals and adds the words up; it is shown before a trainee
accepts a new number of minutes.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from jp_trainer.core.cards import OPENS, Aspect, card_id
from jp_trainer.core.events import Rating
from jp_trainer.core.ids import WordId
from jp_trainer.core.scheduling import TARGET_RECALL, CardState, answered
from jp_trainer.core.study_day import StudyDay

SECONDS_PER_QUESTION = 13.0
"""Until the trainee's own pace is known from at least PACE_FROM answers."""
PACE_FROM = 40
PACE_BOUNDS = (5.0, 40.0)
MIN_MINUTES, MAX_MINUTES, USUAL_MINUTES = 5, 90, 15
HORIZON_DAYS = 30
MAX_NEW_WORDS = 40
QUESTIONS_OF_A_NEW_WORD = 6
"""In its first days; see load_of_a_word."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What so many minutes a day mean.

    Attributes:
        questions: that fit into a day. new_words: a day.
        per_day: questions expected on each of the next 30 days, today first.
        words_in_30_days: new words begun by then.
    """

    minutes: int
    questions: int
    new_words: int
    per_day: tuple[int, ...]
    words_in_30_days: int


def pace(answers: int, total_ms: int) -> float:
    """Seconds a question takes this trainee."""
    if answers < PACE_FROM or total_ms <= 0:
        return SECONDS_PER_QUESTION
    low, high = PACE_BOUNDS
    return min(high, max(low, total_ms / answers / 1000))


def questions_in(minutes: int, seconds_per_question: float = SECONDS_PER_QUESTION) -> int:
    """How many questions fit; at least five, so that a day is never nothing."""
    return max(5, round(minutes * 60 / seconds_per_question))


def minutes_for(questions: int, seconds_per_question: float = SECONDS_PER_QUESTION) -> int:
    """How long so many questions take, rounded up to whole minutes; 0 for none."""
    return -(-round(questions * seconds_per_question) // 60)


@functools.lru_cache(maxsize=8)
def load_of_a_word(aspects: tuple[Aspect, ...], days: int = HORIZON_DAYS) -> tuple[float, ...]:
    """Questions that one new word asks on each day after it was begun, day 0 first.

    Each aspect is followed as if remembered each time; a tenth is forgotten and returns in the
    round, so every question costs a little more than one.
    """
    load = [0.0] * days
    word = WordId("forecast:word")
    opened: dict[Aspect, int] = {Aspect.MEANING: 0} if Aspect.MEANING in aspects else {}
    day, state = 0, CardState(card_id(word, Aspect.MEANING))
    while day < days:
        load[day] += 1
        state = answered(state, Rating.GOOD, StudyDay(day))
        for aspect in aspects:
            rule = OPENS[aspect]
            if rule and aspect not in opened and state.stability >= rule.days:
                opened[aspect] = day + 1
        assert state.due_day is not None
        day = state.due_day
    for aspect, begin in opened.items():
        if aspect is Aspect.MEANING:
            continue
        day, state = begin, CardState(card_id(word, aspect))
        while day < days:
            load[day] += 1
            state = answered(state, Rating.GOOD, StudyDay(day))
            assert state.due_day is not None
            day = state.due_day
    returns = 1 + (1 - TARGET_RECALL)
    return tuple(round(n * returns, 3) for n in load)


def expected(due: Sequence[int], new_words: int, aspects: tuple[Aspect, ...]) -> tuple[int, ...]:
    """Questions on each of the next days, given what is already due on them and new words a day."""
    load = load_of_a_word(aspects, len(due))
    total: list[int] = []
    running = 0.0
    for day, already in enumerate(due):
        running += load[day] * new_words
        total.append(round(already + running))
    return tuple(total)


def forecast(
    minutes: int,
    due: Sequence[int],
    *,
    aspects: tuple[Aspect, ...] = tuple(Aspect),
    seconds_per_question: float = SECONDS_PER_QUESTION,
    words_left: int = 10_000,
) -> Forecast:
    """The most new words a day that so many minutes can carry over the next 30 days.

    `due`: questions already due on each of those days. The busiest tenth of the days may run over
    by a fifth: a plan that fits on the worst day wastes all others.
    """
    questions = questions_in(minutes, seconds_per_question)
    best = 0
    for new_words in range(1, MAX_NEW_WORDS + 1):
        days = sorted(expected(due, new_words, aspects))
        usual = days[int(len(days) * 0.9) - 1] if days else 0
        if usual > questions or days[-1] > questions * 1.2:
            break
        best = new_words
    best = max(1, best) if words_left else 0
    return Forecast(
        minutes=minutes,
        questions=questions,
        new_words=best,
        per_day=expected(due, best, aspects),
        words_in_30_days=min(words_left, best * HORIZON_DAYS),
    )


def new_words_today(steady: int, questions: int, due_today: int) -> int:
    """New words for today: the steady number, and up to three times that while little is due.

    `questions`: what the day holds. A beginner has nothing to repeat yet and can begin more words
    than can be begun every day; the number falls by itself as they come back.
    """
    room = max(0, questions - due_today) // QUESTIONS_OF_A_NEW_WORD
    return min(3 * steady, max(steady, room))
