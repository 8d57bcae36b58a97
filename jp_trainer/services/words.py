"""Look words up: search and filter them, all about one of them, what happened with it."""

import enum
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jp_trainer.core.cards import OPENS, Aspect, card_id, word_of
from jp_trainer.core.decks import Chapter, Deck
from jp_trainer.core.ids import CardId, DeckId, TraineeId, WordId
from jp_trainer.core.scheduling import CardState
from jp_trainer.core.study_day import StudyDay
from jp_trainer.core.word_states import WordState
from jp_trainer.core.words import Word
from jp_trainer.services.app import App
from jp_trainer.services.people import preferences_of
from jp_trainer.services.word_edits import edit, edits_of
from jp_trainer.services.word_history import HistoryEntry, history, word_and_deck
from jp_trainer.storage.transaction import Transaction

__all__ = [
    "CardOfWord",
    "Filter",
    "FoundWords",
    "HistoryEntry",
    "Overview",
    "Stage",
    "WordDetails",
    "WordRow",
    "details",
    "edit",
    "history",
    "overview",
    "search",
]

_MOST_MATCHES = 2000
_KNOWN_FROM_DAYS = 21
_STRENGTHS = (7, _KNOWN_FROM_DAYS, 60)
_HARD_FROM_LAPSES = 2
_FEW_CARDS = 2500


class Filter(enum.Enum):
    """Which words to show."""

    ALL = "all"
    DUE = "due"
    KNOWN = "known"
    HARD = "hard"
    """Forgotten twice or more, or resting."""
    NEW = "new"
    RESTING = "resting"


class Stage(enum.Enum):
    """How far a trainee is with a word."""

    NEW = "new"
    LEARNING = "learning"
    KNOWN = "known"
    """The meaning holds for 21 days, or "I know this"."""
    RESTING = "resting"


@dataclass(frozen=True, slots=True)
class WordRow:
    """A word in a list, as one trainee knows it.

    Attributes:
        strength: 0 not begun, then by the stability of its meaning: 1 under a week, 2 under three
            weeks, 3 under two months, 4 longer or known.
        due_day: when the first of its cards returns; None if it was not begun or is known.
        lapses: how often one of its cards was forgotten.
    """

    word: Word
    strength: int
    due_day: StudyDay | None
    stage: Stage
    lapses: int = 0


@dataclass(frozen=True, slots=True)
class FoundWords:
    """The first words found, of `total`."""

    rows: tuple[WordRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The decks a trainee studies, in order, and how many words each filter would show."""

    decks: tuple[Deck, ...]
    counts: Mapping[Filter, int]


@dataclass(frozen=True, slots=True)
class CardOfWord:
    """One aspect of a word. `is_open`: it is asked, or will be; the others open later."""

    aspect: Aspect
    state: CardState
    is_open: bool

    @property
    def strength(self) -> int:
        """0 not begun, then 1 to 4, as WordRow has it of the meaning."""
        return _strength(self.state.stability) if not self.state.is_new else 0


@dataclass(frozen=True, slots=True)
class WordDetails:
    """All about one word.

    Attributes:
        cards: of the aspects its deck teaches. resting_until: None if it does not rest.
        confused_with, pair: links to words that are installed.
        elsewhere: the other decks that teach it, with their row for it.
        edited: what the deck itself says in the columns that were changed on this machine.
    """

    row: WordRow
    deck: Deck
    chapter: Chapter | None
    cards: tuple[CardOfWord, ...]
    said_known: bool
    resting_until: StudyDay | None
    confused_with: tuple[Word, ...]
    pair: tuple[Word, ...]
    elsewhere: tuple[tuple[Deck, Word], ...]
    edited: Mapping[str, str]


def search(
    app: App,
    trainee: TraineeId | None,
    query: str = "",
    *,
    show: Filter = Filter.ALL,
    deck: DeckId | None = None,
    limit: int = 500,
) -> FoundWords:
    """Words by any part of any text, best first; without a query all, in teaching order.

    Of one deck, else of the decks this trainee studies; without a trainee of all installed decks,
    and all words are new. Hard words come hardest first.
    """
    today = app.clock().study_day
    with app.database.read() as view:
        if deck is not None:
            decks: tuple[DeckId, ...] = (deck,)
        elif trainee is not None:
            decks = preferences_of(view, trainee).decks
        else:
            decks = tuple(found.id for found in view.decks.all())
        words: Sequence[Word]
        if query.strip():
            words = _each_once(view.words.search(query, decks, _MOST_MATCHES))
        else:
            words = _each_once(word for found in decks for word in view.words.of_deck(found))
        if show is Filter.ALL:
            shown = words[:limit]
            return FoundWords(_rows(view, trainee, shown, today), len(words))
        rows = [r for r in _rows(view, trainee, words, today) if _is_shown(r, show, today)]
        if show is Filter.HARD:
            rows.sort(key=lambda row: -row.lapses)
        return FoundWords(tuple(rows[:limit]), len(rows))


def overview(app: App, trainee: TraineeId, deck: DeckId | None = None) -> Overview:
    """The counts of one deck, else of all that this trainee studies."""
    today = app.clock().study_day
    with app.database.read() as view:
        studied = preferences_of(view, trainee).decks
        chosen = studied if deck is None else (deck,)
        words = _each_once(word for found in chosen for word in view.words.of_deck(found))
        rows = _rows(view, trainee, words, today)
        return Overview(
            decks=tuple(d for d in map(view.decks.get, studied) if d is not None),
            counts={show: sum(_is_shown(row, show, today) for row in rows) for show in Filter},
        )


def details(app: App, trainee: TraineeId, word_id: WordId) -> WordDetails:
    """All about a word. Raises UnknownWordError."""
    with app.database.read() as view:
        word, deck = word_and_deck(view, word_id)
        state = view.word_states.get(trainee, word.learnt_as)
        cards = {card.card: card for card in view.card_states.of_word(trainee, word.learnt_as)}
        linked = view.words.get_many([*word.confused_with, *word.pair])
        today = app.clock().study_day
        return WordDetails(
            row=_row(word, tuple(cards.values()), state, today),
            deck=deck,
            chapter=next((c for c in deck.chapters if c.id == word.chapter), None),
            cards=tuple(_card(word, aspect, cards) for aspect in deck.aspects),
            said_known=state.known,
            resting_until=state.rest_until_day if _rests(state, today) else None,
            confused_with=tuple(linked[w] for w in word.confused_with if w in linked),
            pair=tuple(linked[w] for w in word.pair if w in linked),
            elsewhere=tuple(_elsewhere(view, word)),
            edited=edits_of(view).get(word_id, {}).get("deck", {}),
        )


def _each_once(words: Iterable[Word]) -> tuple[Word, ...]:
    """A word that several of the decks teach is one word to learn."""
    return tuple({word.learnt_as: word for word in reversed(tuple(words))}.values())[::-1]


def _rows(
    view: Transaction, trainee: TraineeId | None, words: Sequence[Word], today: StudyDay
) -> tuple[WordRow, ...]:
    if trainee is None:
        return tuple(WordRow(word, 0, None, Stage.NEW) for word in words)
    cards: dict[WordId, list[CardState]] = {}
    wanted = [card_id(word.learnt_as, aspect) for word in words for aspect in Aspect]
    # Many words: reading every state once is faster than asking for each card.
    states = (
        view.card_states.get_many(trainee, wanted).values()
        if len(wanted) <= _FEW_CARDS
        else view.card_states.all(trainee)
    )
    for state in states:
        cards.setdefault(word_of(state.card), []).append(state)
    decided = {state.word: state for state in view.word_states.all(trainee)}
    return tuple(
        _row(
            word,
            cards.get(word.learnt_as, ()),
            decided.get(word.learnt_as, WordState(word.learnt_as)),
            today,
        )
        for word in words
    )


def _row(word: Word, cards: Sequence[CardState], state: WordState, today: StudyDay) -> WordRow:
    begun = [card for card in cards if not card.is_new]
    meaning = card_id(word.learnt_as, Aspect.MEANING)
    stability = next((card.stability for card in begun if card.card == meaning), 0.0)
    lapses = sum(card.lapses for card in begun)
    if state.known:
        return WordRow(word, len(_STRENGTHS) + 1, None, Stage.KNOWN, lapses)
    due = min((card.due_day for card in begun if card.due_day is not None), default=None)
    strength = _strength(stability) if begun else 0
    if _rests(state, today):
        stage = Stage.RESTING
        due = state.rest_until_day if due is None else max(due, state.rest_until_day or due)
    elif stability >= _KNOWN_FROM_DAYS:
        stage = Stage.KNOWN
    else:
        stage = Stage.LEARNING if begun else Stage.NEW
    return WordRow(word, strength, due, stage, lapses)


def _strength(stability: float) -> int:
    return 1 + sum(stability >= days for days in _STRENGTHS)


def _rests(state: WordState, today: StudyDay) -> bool:
    return not state.known and state.is_hidden(today)


def _is_shown(row: WordRow, show: Filter, today: StudyDay) -> bool:
    match show:
        case Filter.ALL:
            return True
        case Filter.NEW:
            return row.stage is Stage.NEW
        case Filter.KNOWN:
            return row.stage is Stage.KNOWN
        case Filter.RESTING:
            return row.stage is Stage.RESTING
        case Filter.HARD:
            is_hard = row.stage is not Stage.KNOWN and row.lapses >= _HARD_FROM_LAPSES
            return row.stage is Stage.RESTING or is_hard
        case Filter.DUE:
            is_due = row.due_day is not None and row.due_day <= today
            return is_due and row.stage is not Stage.RESTING


def _card(word: Word, aspect: Aspect, cards: Mapping[CardId, CardState]) -> CardOfWord:
    card = card_id(word.learnt_as, aspect)
    state = cards.get(card, CardState(card))
    rule = OPENS[aspect]
    if rule is None or not state.is_new:
        return CardOfWord(aspect, state, is_open=True)
    before = cards.get(card_id(word.learnt_as, rule.aspect))
    return CardOfWord(aspect, state, before is not None and before.stability >= rule.days)


def _elsewhere(view: Transaction, word: Word) -> Iterable[tuple[Deck, Word]]:
    for deck in view.decks.all():
        if deck.id != word.deck:
            found = view.words.learnt_as([word.learnt_as], [deck.id])
            for other in found.values():
                yield deck, other
