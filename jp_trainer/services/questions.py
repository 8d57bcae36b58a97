"""Make the question for a card: how it is answered, its options, what a wrong answer may mean."""

from dataclasses import replace

from jp_trainer.core import options, similar
from jp_trainer.core.cards import Aspect, aspect_of, word_of
from jp_trainer.core.ids import CardId, DeckId, TraineeId
from jp_trainer.core.kanji_readings import readings_for
from jp_trainer.core.questions import Question, QuestionId, Way
from jp_trainer.core.rounds import Round
from jp_trainer.core.words import Word
from jp_trainer.services.app import App, dice
from jp_trainer.services.errors import MissingContentError
from jp_trainer.services.people import preferences_of
from jp_trainer.storage.transaction import Transaction

_TYPED = (Aspect.READING, Aspect.PRODUCTION)


def question_now(
    app: App, view: Transaction, trainee: TraineeId, running: Round
) -> Question | None:
    """The question a round asks now; None if it is done. Taken from those made ahead if possible.

    Raises MissingContentError if its word is no longer installed.
    """
    now, question_id = running.next, running.question_id
    if now is None or question_id is None:
        return None
    made = app.prepared.get(running.id, now.card)
    if made is None:
        decks = preferences_of(view, trainee).decks
        made = make(view, trainee, decks, now.card, seed=running.id)
        app.prepared.put(running.id, made)
    return _as_asked_now(made, question_id, again=now.practice)


def make(
    view: Transaction, trainee: TraineeId, decks: tuple[DeckId, ...], card: CardId, *, seed: str
) -> Question:
    """The question for a card. Raises MissingContentError if its word is not installed."""
    learnt_as = word_of(card)
    word = view.words.learnt_as([learnt_as], decks).get(learnt_as) or view.words.get(learnt_as)
    if word is None:
        raise MissingContentError(card)
    state = view.card_states.get(trainee, card)
    aspect = aspect_of(card)
    way = Way.TYPE if aspect in _TYPED else Way.CHOOSE
    shown: tuple[options.Option, ...] = ()
    if way is Way.CHOOSE:
        candidates = _candidates(view, word)
        shown = options.choose_options(word, aspect, candidates, dice(f"{seed}.{card}"))
        if not shown or (aspect is Aspect.SENTENCE and options.gap(word) is None):
            way, shown = Way.REVEAL, ()
    installed = view.words.others(decks)
    return Question(
        id=QuestionId(""),
        card=card,
        aspect=aspect,
        way=way,
        word=word,
        options=shown,
        others=similar.others_for(word, installed),
        kanji_readings=readings_for(word.word, ((each.word, each.reading) for each in installed)),
        is_new=state.is_new,
        help=state.needs_help,
    )


def _candidates(view: Transaction, word: Word) -> list[Word]:
    ids = [other.id for other in view.words.of_pos(word.deck, word.pos)]
    return list(view.words.get_many(ids).values())


def _as_asked_now(made: Question, question_id: QuestionId, *, again: bool) -> Question:
    return replace(made, id=question_id, is_new=made.is_new and not again, again=again)
