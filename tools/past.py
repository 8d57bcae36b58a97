"""Arrange what a scene needs to have happened before: answers of other days, a round half done."""

from dataclasses import replace
from datetime import timedelta

from jp_trainer.core.cards import Aspect
from jp_trainer.core.ids import CardId, DeckId, EventId, TraineeId, WordId
from jp_trainer.core.people import Trainee
from jp_trainer.core.questions import GaveUp
from jp_trainer.core.rounds import Asked, Round, Waiting
from jp_trainer.services import study
from jp_trainer.services.app import App
from jp_trainer.services.study_states import Asking, StudyState
from tools import demo

_ROUND, _DONE = 20, 11
_MET_AGO = 4
_FORGOTTEN_FROM, _FORGOTTEN_UNTIL = 40, 3
_SECONDS = 19


class Past:
    """What happened before a picture is taken. The clock stands at demo.NOW again afterwards."""

    def __init__(self, app: App) -> None:
        self._app = app
        clock = app.clock
        assert isinstance(clock, demo.Clock)
        self._clock = clock

    def meet(self, trainee: TraineeId, card: CardId) -> None:
        """Asked before, if it was not."""
        with self._app.database.read() as view:
            is_new = view.card_states.get(trainee, card).is_new
        if is_new:
            self._answer_once(trainee, card, _MET_AGO, right=True)

    def forget_often(self, trainee: TraineeId, card: CardId) -> None:
        """Lapses, day after day, until the word is asked with help."""
        for ago in range(_FORGOTTEN_FROM, _FORGOTTEN_UNTIL, -1):
            self._answer_once(trainee, card, ago, right=bool(ago % 2))
            with self._app.database.read() as view:
                if view.card_states.get(trainee, card).needs_help:
                    return

    def begin_round(self, trainee: Trainee, asked: CardId) -> None:
        """A round in its middle, this card next; the others are what is due."""
        app, today = self._app, self._clock().study_day
        with app.database.write() as change:
            decks = trainee.preferences.decks
            due = change.queues.due(trainee.id, decks, today, 2 * _ROUND, frozenset(Aspect))
            word = asked.partition("/")[0]
            others = [state.card for state in due if state.card.partition("/")[0] != word]
            done = tuple(
                Asked(EventId(f"demo-{i}"), card, right=i % 6 != 0)
                for i, card in enumerate(others[:_DONE])
            )
            cards = [asked, *others[_DONE : _ROUND - 1]]
            waiting = tuple(Waiting(card) for card in cards)
            running = Round("demo", today, len(done) + len(waiting), waiting, done)
            change.rounds.put(trainee.id, running.to_json())

    def play(self, trainee: TraineeId, *, wrong_every: int, more: bool) -> StudyState:
        """A whole round, to its end; every so-manieth answer is wrong, at 0 none."""
        state = study.begin(self._app, trainee, more=more)
        number = 0
        while isinstance(state, Asking):
            number += 1
            self._clock.tick(_SECONDS + 2)
            wrong = wrong_every and number % wrong_every == 0 and not state.question.again
            given = GaveUp() if wrong else demo.right_answer(state.question)
            asked = state.question.id
            state = study.answer(self._app, trainee, asked, given, ms=_SECONDS * 1000).state
        return state

    def install_two_words(self) -> DeckId:
        """A deck too small to choose from."""
        large, small = DeckId("nursing-care"), DeckId("two-words")
        with self._app.database.write() as change:
            deck = change.decks.get(large)
            assert deck is not None
            copies = [
                replace(word, id=WordId(f"{small}:{i}"), confused_with=(), pair=())
                for i, word in enumerate(change.words.of_deck(large)[:2])
            ]
            change.decks.install(replace(deck, id=small), copies, self._clock.at)
        return small

    def _answer_once(self, trainee: TraineeId, card: CardId, ago: int, *, right: bool) -> None:
        self._clock.at = demo.NOW - timedelta(days=ago)
        running = Round(f"demo-{ago}", self._clock().study_day, 1, (Waiting(card),))
        with self._app.database.write() as change:
            change.rounds.put(trainee, running.to_json())
        state = study.begin(self._app, trainee)
        if isinstance(state, Asking):
            given = demo.right_answer(state.question) if right else GaveUp()
            study.answer(self._app, trainee, state.question.id, given, ms=_SECONDS * 1000)
        self._clock.at = demo.NOW
