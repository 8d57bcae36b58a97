"""Ask first, before what is due and what is new, the words that someone wished to study at once.

The setting `asked first` of a trainee holds when each was wished for; a word leaves it when one of
its cards has been answered since, or after thirty days.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from jp_trainer.core.cards import Aspect, card_id
from jp_trainer.core.ids import CardId, DeckId, TraineeId, WordId
from jp_trainer.core.study_day import StudyDay
from jp_trainer.storage.transaction import Transaction

_KEY = "asked first"
_FOR_DAYS = 30
# Of what was begun already, what an exam most often finds missing.
_PREFERRED = (Aspect.READING, Aspect.LISTENING, Aspect.SENTENCE, Aspect.PRODUCTION)


def put(change: Transaction, trainee: TraineeId, words: Iterable[WordId], at: datetime) -> None:
    """Ask these words (`Word.learnt_as`) first from now on."""
    kept = {
        word: since
        for word, since in _all(change, trainee).items()
        if at - since < timedelta(days=_FOR_DAYS) and not _answered(change, trainee, word, since)
    }
    wished = {**kept, **dict.fromkeys(words, at)}
    change.settings.put(trainee, _KEY, {word: since.isoformat() for word, since in wished.items()})


def cards(
    view: Transaction,
    trainee: TraineeId,
    decks: tuple[DeckId, ...],
    today: StudyDay,
    aspects: frozenset[Aspect],
) -> tuple[CardId, ...]:
    """The cards to ask first, one of each word, in the order in which they were wished for."""
    wished = _all(view, trainee)
    if not wished:
        return ()
    taught = view.words.learnt_as(tuple(wished), decks)
    return tuple(
        _card(view, trainee, word, aspects)
        for word, since in wished.items()
        if word in taught
        and not view.word_states.get(trainee, word).is_hidden(today)
        and not _answered(view, trainee, word, since)
    )


def _all(view: Transaction, trainee: TraineeId) -> dict[WordId, datetime]:
    saved = view.settings.get(trainee, _KEY)
    if not isinstance(saved, dict):
        return {}
    found: dict[WordId, datetime] = {}
    for word, since in saved.items():
        try:
            found[WordId(word)] = datetime.fromisoformat(since)
        except (TypeError, ValueError):
            continue
    return found


def _answered(view: Transaction, trainee: TraineeId, word: WordId, since: datetime) -> bool:
    for aspect in Aspect:
        key = view.card_states.get(trainee, card_id(word, aspect)).last_key
        if key is not None and key[0] > since:
            return True
    return False


def _card(
    view: Transaction, trainee: TraineeId, word: WordId, aspects: frozenset[Aspect]
) -> CardId:
    for aspect in _PREFERRED:
        card = card_id(word, aspect)
        if aspect in aspects and not view.card_states.get(trainee, card).is_new:
            return card
    return card_id(word, Aspect.MEANING)
