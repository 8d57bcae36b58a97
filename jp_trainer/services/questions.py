"""Make the question for a card: how it is answered, its options, what a wrong answer may mean."""

from dataclasses import replace

from jp_trainer.core import options, similar
from jp_trainer.core.cards import Aspect, aspect_of, word_of
from jp_trainer.core.ids import CardId, DeckId, TraineeId
from jp_trainer.core.kanji_readings import readings_for
from jp_trainer.core.own_decks import is_own_deck
from jp_trainer.core.questions import Question, QuestionId, Way
from jp_trainer.core.rounds import Round
from jp_trainer.core.words import Word, deck_of_id
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
        made = make(app, view, trainee, decks, now.card, seed=running.id)
        app.prepared.put(running.id, made)
    return _as_asked_now(made, question_id, again=now.practice)


def make(
    app: App,
    view: Transaction,
    trainee: TraineeId,
    decks: tuple[DeckId, ...],
    card: CardId,
    *,
    seed: str,
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
        candidates = _candidates(app, view, word)
        shown = options.choose_options(word, aspect, candidates, dice(f"{seed}.{card}"))
        if not shown or (aspect is Aspect.SENTENCE and options.gap(word) is None):
            way, shown = Way.REVEAL, ()
    is_typed = way is Way.TYPE
    # What no answer to this question can need is not looked for.
    installed = app.shelf.others(view, decks) if is_typed or state.needs_help else ()
    readings = ((other.word, other.reading) for other in installed)
    return Question(
        id=QuestionId(""),
        card=card,
        aspect=aspect,
        way=way,
        word=word,
        options=shown,
        others=similar.others_for(word, installed),
        kanji_readings=readings_for(word.word, readings) if is_typed else (),
        is_new=state.is_new,
        help=state.needs_help,
    )


def _candidates(app: App, view: Transaction, word: Word) -> tuple[Word, ...]:
    """The words of its deck and class; a trainee's own deck borrows those of the others.

    A phrase of their own is explained in sentences: those are read, not chosen among.
    """
    if not is_own_deck(word.deck):
        return app.shelf.of_pos(view, word.deck, word.pos)
    if word.same_as is None:
        return ()
    deck = deck_of_id(word.same_as)
    return tuple(
        each for each in app.shelf.of_pos(view, deck, word.pos) if each.learnt_as != word.learnt_as
    )


def _as_asked_now(made: Question, question_id: QuestionId, *, again: bool) -> Question:
    if not again:
        return replace(made, id=question_id)
    # Elsewhere than before: or the place of the answer is remembered, not the word.
    shown = list(made.options)
    dice(question_id).shuffle(shown)
    return replace(made, id=question_id, options=tuple(shown), is_new=False, again=True)
