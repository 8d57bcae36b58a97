from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from jp_trainer.core.cards import Aspect, card_id
from jp_trainer.core.decks import Deck, Title
from jp_trainer.core.ids import DeckId, TraineeId, WordId
from jp_trainer.core.scheduling import CardState
from jp_trainer.core.study_day import StudyDay
from jp_trainer.core.word_states import WordState
from jp_trainer.core.words import Word
from jp_trainer.storage.database import Database
from jp_trainer.storage.queues import DeckProgress

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ASMA = TraineeId("asma")
CARE, IT = DeckId("care"), DeckId("it")
TODAY = StudyDay(20_780)
Install = Callable[..., None]


def day(offset: int) -> StudyDay:
    return StudyDay(TODAY + offset)


@pytest.fixture
def ask(database: Database) -> Callable[..., None]:
    """Put a card that was asked: by default its meaning, due today, remembered for a day."""

    def run(
        word: str, aspect: Aspect = Aspect.MEANING, due: int = 0, stability: float = 1.0
    ) -> None:
        state = CardState(
            card_id(WordId(word), aspect), stability=stability, due_day=day(due), reps=1
        )
        with database.write() as change:
            change.card_states.put(ASMA, state, CARE, aspect)

    return run


def due(database: Database, *decks: DeckId, limit: int = 9) -> list[str]:
    with database.read() as look:
        return [state.card for state in look.queues.due(ASMA, decks or (CARE,), TODAY, limit)]


def test_due_cards_come_longest_overdue_first(
    database: Database, install: Install, ask: Callable[..., None]
) -> None:
    install()
    ask("care:w0", due=0)
    ask("care:w1", due=-5)
    ask("care:w2", due=1)
    ask("care:w3", due=-1)

    assert due(database) == ["care:w1/meaning", "care:w3/meaning", "care:w0/meaning"]
    assert due(database, limit=1) == ["care:w1/meaning"]


def test_known_resting_and_removed_words_are_not_asked(
    database: Database, install: Install, ask: Callable[..., None], a_word: Callable[..., Word]
) -> None:
    install(words=5)
    for number in range(5):
        ask(f"care:w{number}", due=-1)
    install(words=[a_word(f"care:w{number}") for number in range(4)])
    with database.write() as change:
        change.word_states.put(ASMA, WordState(WordId("care:w0"), known=True))
        change.word_states.put(ASMA, WordState(WordId("care:w1"), rest_until_day=day(1)))
        change.word_states.put(ASMA, WordState(WordId("care:w2"), rest_until_day=TODAY))

    assert due(database) == ["care:w2/meaning", "care:w3/meaning"]


def test_a_card_is_asked_for_any_deck_that_teaches_its_word(
    database: Database, install: Install, ask: Callable[..., None], a_word: Callable[..., Word]
) -> None:
    install("care", 1)
    install("it", [a_word("it:hospital", same_as=WordId("care:w0"))])
    ask("care:w0")

    assert due(database, IT) == due(database, CARE) == due(database, CARE, IT) != []
    assert due(database, DeckId("other")) == []


def test_counts_agree_with_the_queue(
    database: Database, install: Install, ask: Callable[..., None]
) -> None:
    install(words=5)
    ask("care:w0", due=-3)
    ask("care:w0", Aspect.READING, due=0)
    ask("care:w1", due=0)
    ask("care:w2", due=7)

    with database.read() as look:
        assert look.queues.due_words(ASMA, [CARE], TODAY) == 2
        assert look.queues.due_by_day(ASMA, [CARE], TODAY, day(29)) == {
            day(-3): 1,
            day(0): 2,
            day(7): 1,
        }
        assert look.queues.due_by_day(ASMA, [CARE], TODAY, day(6)) == {day(-3): 1, day(0): 2}


def test_new_words_come_in_teaching_order_until_asked_or_known(
    database: Database, install: Install, ask: Callable[..., None], a_word: Callable[..., Word]
) -> None:
    install(words=[a_word(f"care:{name}") for name in "edcba"])
    ask("care:e")
    ask("care:c", Aspect.READING)
    with database.write() as change:
        change.word_states.put(ASMA, WordState(WordId("care:b"), known=True))
        reset = CardState(card_id(WordId("care:a"), Aspect.MEANING))
        change.card_states.put(ASMA, reset, CARE, Aspect.MEANING)

    with database.read() as look:
        assert look.queues.new_words(ASMA, CARE, TODAY, 9) == ("care:d", "care:a")
        assert look.queues.new_words(ASMA, CARE, TODAY, 1) == ("care:d",)
        assert look.queues.new_words(TraineeId("bilal"), CARE, TODAY, 2) == ("care:e", "care:d")


def test_a_word_begun_in_another_deck_is_not_new(
    database: Database, install: Install, ask: Callable[..., None], a_word: Callable[..., Word]
) -> None:
    install("care", 1)
    install("it", [a_word("it:hospital", same_as=WordId("care:w0")), a_word("it:server")])
    ask("care:w0")

    with database.read() as look:
        assert look.queues.new_words(ASMA, IT, TODAY, 9) == ("it:server",)
        assert look.queues.progress(ASMA, [CARE, IT]) == {
            CARE: DeckProgress(1, 1, 0),
            IT: DeckProgress(2, 1, 0),
        }


def test_an_aspect_opens_when_the_meaning_is_strong_enough_and_until_it_was_asked(
    database: Database, install: Install, ask: Callable[..., None]
) -> None:
    install()
    ask("care:w0", stability=1.9)
    ask("care:w1", stability=2.0)
    ask("care:w2", stability=30.0)
    ask("care:w3", stability=30.0)
    ask("care:w3", Aspect.READING)

    def opened(aspect: Aspect) -> set[str]:
        with database.read() as look:
            return set(look.queues.opened(ASMA, {CARE: {aspect}}, TODAY))

    assert opened(Aspect.MEANING) == set()
    assert opened(Aspect.READING) == {"care:w1/reading", "care:w2/reading"}
    assert opened(Aspect.SENTENCE) == {"care:w2/sentence", "care:w3/sentence"}


def test_opened_aspects_that_a_deck_does_not_ask_take_no_others_place(
    database: Database, install: Install, ask: Callable[..., None]
) -> None:
    install()
    for number in range(3):
        ask(f"care:w{number}", stability=30.0)
    ask("care:w0", Aspect.READING)

    with database.read() as look:
        assert look.queues.opened(ASMA, {CARE: {Aspect.READING}}, TODAY, limit=1) == (
            "care:w1/reading",
        )


def test_progress_counts_words_begun_and_words_known_by_strength_or_by_word(
    database: Database, install: Install, ask: Callable[..., None]
) -> None:
    install(words=5)
    ask("care:w0", stability=21.0)
    ask("care:w1", stability=20.0)
    ask("care:w1", Aspect.READING, stability=50.0)
    with database.write() as change:
        change.word_states.put(ASMA, WordState(WordId("care:w4"), known=True))

    with database.read() as look:
        assert look.queues.progress(ASMA, [CARE]) == {CARE: DeckProgress(words=5, begun=3, known=2)}
        assert look.queues.progress(ASMA, [CARE], known_from_days=20) == {
            CARE: DeckProgress(5, 3, 3)
        }


def test_an_empty_deck_has_nothing_to_ask(database: Database) -> None:
    with database.write() as change:
        change.decks.install(Deck(CARE, 1, Title("Care")), [], NOON)

    with database.read() as look:
        assert look.queues.due(ASMA, [], TODAY) == ()
        assert look.queues.new_words(ASMA, CARE, TODAY, 5) == ()
        assert look.queues.progress(ASMA, [CARE]) == {}
