"""Make what was missed in an exam come back in study: the word, its sentence, its voice.

A word that an installed deck teaches is asked with the deck's meaning and the exam's sentence, and
its cards stay the deck's. What no deck teaches becomes a word or a phrase of the trainee's own
deck, explained as the exam explains it. All of it is asked first the next time (asked_first.py).
"""

from dataclasses import dataclass, replace

from jp_trainer.core.cards import Aspect
from jp_trainer.core.decks import Chapter, Deck
from jp_trainer.core.events import EventKind
from jp_trainer.core.exam import sitting_log
from jp_trainer.core.exam.items import Item, Testlet
from jp_trainer.core.exam.sitting_state import FinishedBy, SittingState
from jp_trainer.core.exam.sittings import NotAllowedError, Rule
from jp_trainer.core.ids import DeckId, TraineeId, WordId
from jp_trainer.core.own_decks import TITLE, is_own_deck, own_deck
from jp_trainer.core.words import Word
from jp_trainer.services import asked_first, sitting_cache
from jp_trainer.services.app import App
from jp_trainer.services.errors import UnknownSittingError
from jp_trainer.services.mistake_words import Lexicon, words_of
from jp_trainer.services.people import trainee_of
from jp_trainer.services.recording import Scribe
from jp_trainer.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class MistakesAdded:
    """What became of the mistakes of a sitting.

    Attributes:
        words: as they are asked now, each once. taught: how many a deck teaches; the others are
            the trainee's own. again: they had been added before; nothing was changed.
    """

    words: tuple[Word, ...]
    taught: int
    again: bool


def missed(state: SittingState) -> tuple[tuple[Testlet, Item], ...]:
    """What was answered wrong, and what was looked at and left open; in order.

    What a candidate never came to is no mistake.
    """
    looked_at = set(state.ms) | state.flags | {state.item}
    all_seen = state.finished is not None and state.finished.how is FinishedBy.SUBMITTED
    return tuple(
        (testlet, item)
        for testlet in state.paper.testlets
        for item in testlet.items
        if state.answers.get(item.id, 0) != item.key
        and (item.id in state.answers or all_seen or item.id in looked_at)
    )


def add_mistakes(app: App, trainee: TraineeId, sitting: str) -> MistakesAdded:
    """Put the mistakes of a finished sitting into study, once. The first call takes about 1 s.

    Raises UnknownSittingError, and NotAllowedError while the sitting runs.
    """
    with app.database.read() as view:
        state = _own(app, view, trainee, sitting)
        if state.mistakes is not None:
            return _added_before(view, state)
        if state.finished is None:
            raise NotAllowedError(Rule.RUNNING, sitting)
        found = _words(app, view, trainee, state)
    now = app.clock()
    with app.database.write(origin=add_mistakes) as change:
        row = change.sittings.get(sitting)
        state = _own(app, change, trainee, sitting)
        if state.mistakes is not None or row is None:
            return _added_before(change, state)
        _install(app, change, trainee, state, found)
        body = {"words": [word.id for word in found], "prev": state.chain}
        scribe = Scribe(change, trainee, app.device, now)
        event = scribe.write(EventKind.MISTAKES_ADDED, sitting, body)
        after = sitting_log.followed(state, event)
        sitting_cache.keep(change, trainee, after, row.body["begun"])
        asked_first.put(change, trainee, [word.learnt_as for word in found], now.at)
    app.prepared.clear()
    return MistakesAdded(found, sum(word.same_as is not None for word in found), again=False)


def _own(app: App, view: Transaction, trainee: TraineeId, sitting: str) -> SittingState:
    row = view.sittings.get(sitting)
    if row is None or row.trainee != trainee:
        raise UnknownSittingError(sitting)
    return sitting_cache.load(view, sitting, app.papers)


def _added_before(view: Transaction, state: SittingState) -> MistakesAdded:
    ids = [WordId(word) for word in state.mistakes or ()]
    there = view.words.get_many(ids)
    words = tuple(there[word] for word in ids if word in there)
    return MistakesAdded(words, sum(word.same_as is not None for word in words), again=True)


def _words(
    app: App, view: Transaction, trainee: TraineeId, state: SittingState
) -> tuple[Word, ...]:
    studied = trainee_of(view, trainee).preferences.decks
    installed = [deck for deck in view.decks.all() if not is_own_deck(deck.id)]
    decks = sorted((deck.id for deck in installed), key=lambda deck: deck not in studied)
    lexicon = Lexicon.of(app, view, trainee, tuple(decks))
    deck = own_deck(trainee)
    found: dict[WordId, Word] = {}
    for testlet, item in missed(state):
        for word in words_of(lexicon, testlet, item, deck):
            tagged = replace(word, chapter=state.blueprint.exam, tags=(state.id,))
            found.setdefault(tagged.id, tagged)
    return tuple(found.values())


def _install(
    app: App,
    change: Transaction,
    trainee: TraineeId,
    state: SittingState,
    words: tuple[Word, ...],
) -> None:
    """The deck with these words at its end; one that is there already gets the new sentence."""
    if not words:
        return
    id = own_deck(trainee)
    before = change.decks.get(id)
    there = {word.id: word for word in change.words.of_deck(id)}
    for word in words:
        tags = (*there[word.id].tags, *word.tags) if word.id in there else word.tags
        there[word.id] = replace(word, tags=tags)
    exam = state.blueprint
    chapters = {chapter.id: chapter for chapter in before.chapters} if before else {}
    chapters[exam.exam] = Chapter(exam.exam, exam.title)
    deck = Deck(
        id=id,
        version=before.version + 1 if before else 1,
        title=TITLE,
        required=("word",),
        aspects=(Aspect.MEANING, Aspect.LISTENING),
        chapters=tuple(chapters.values()),
    )
    change.decks.install(deck, there.values(), app.clock().at)
    found = trainee_of(change, trainee)
    if id not in found.preferences.decks:
        wishes = replace(found.preferences, decks=(*found.preferences.decks, DeckId(id)))
        change.people.put(replace(found, preferences=wishes))
