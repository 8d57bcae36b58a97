"""Twelve words at the start, so that nobody is taught what they know. Skippable."""

from collections.abc import Sequence
from dataclasses import dataclass

from jp_trainer.core.answers import mark
from jp_trainer.core.cards import Aspect, card_id
from jp_trainer.core.events import Answered, EventKind, Rating
from jp_trainer.core.ids import DeckId, TraineeId
from jp_trainer.core.questions import Given, Question, Way
from jp_trainer.core.verdicts import rating_of
from jp_trainer.core.words import Kind, Word
from jp_trainer.services import questions
from jp_trainer.services.app import App
from jp_trainer.services.people import preferences_of
from jp_trainer.services.queue import PLACED
from jp_trainer.services.recording import Scribe

PLACEMENT_WORDS = 12


@dataclass(frozen=True, slots=True)
class PlacementAnswer:
    """An answer to one of the twelve."""

    question: Question
    given: Given
    ms: int = 0


def placement_questions(app: App, trainee: TraineeId) -> tuple[Question, ...]:
    """Meanings of words from the whole length of the trainee's decks, the first ones first."""
    with app.database.read() as view:
        decks = preferences_of(view, trainee).decks
        words = [w for deck in decks for w in view.words.of_deck(deck) if w.kind is not Kind.KANA]
        made: list[Question] = []
        for word in _spread(words, decks):
            card = card_id(word.learnt_as, Aspect.MEANING)
            question = questions.make(app, view, trainee, decks, card, seed="placement")
            if question.way is Way.CHOOSE:
                made.append(question)
            if len(made) == PLACEMENT_WORDS:
                break
        return tuple(made)


def record(app: App, trainee: TraineeId, answers: Sequence[PlacementAnswer]) -> int:
    """Keep the right ones, so that those words are repeated and not taught; returns how many.

    A wrong answer is not kept: the word was never taught.
    """
    now = app.clock()
    kept = 0
    with app.database.write(origin=record) as change:
        scribe = Scribe(change, trainee, app.device, now)
        for entry in answers:
            verdict = mark(entry.question, entry.given)
            if rating_of(verdict, peeked=False) is not Rating.GOOD:
                continue
            body = Answered(
                rating=Rating.GOOD,
                outcome=verdict.outcome.value,
                ms=max(0, entry.ms),
                deck=entry.question.word.deck,
                first=change.card_states.get(trainee, entry.question.card).is_new,
            )
            scribe.write(EventKind.ANSWERED, entry.question.card, body.body())
            kept += 1
        # They were known before: they do not use up today's new words.
        change.settings.put(trainee, PLACED, {"day": now.study_day, "words": kept})
    return kept


def _spread(words: Sequence[Word], decks: Sequence[DeckId]) -> list[Word]:
    """Words in an order that takes them from everywhere: every n-th first, then those between."""
    if not words or not decks:
        return []
    step = max(1, len(words) // PLACEMENT_WORDS)
    return [word for start in range(step) for word in words[start::step]]
