"""Give tests a learner's file, and events, decks and words that say only what matters."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from jp_trainer.core.cards import Aspect, card_id
from jp_trainer.core.decks import Deck, Title
from jp_trainer.core.events import Answered, Event, EventKind, Rating
from jp_trainer.core.ids import DeckId, DeviceId, EventId, TraineeId, WordId
from jp_trainer.core.study_day import StudyDay
from jp_trainer.core.words import Kind, PartOfSpeech, Word
from jp_trainer.storage.database import Database

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ASMA = TraineeId("asma")
HERE = DeviceId("here")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "trainer.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    database = Database(path)
    yield database
    database.close()


@pytest.fixture
def an_event() -> Callable[..., Event]:
    numbers = count(1)

    def make(subject: str = "care:w1/meaning", **changes: Any) -> Event:
        number = next(numbers)
        values: dict[str, Any] = {
            "id": EventId(f"event-{number:06}"),
            "device": HERE,
            "seq": 0,
            "trainee": ASMA,
            "kind": EventKind.ANSWERED,
            "subject": subject,
            "at": NOON + timedelta(seconds=number),
            "utc_offset_min": 300,
            "study_day": StudyDay(20_780),
            "body": Answered(Rating.GOOD, "right").body(),
        }
        return Event(**values | changes)

    return make


@pytest.fixture
def a_word() -> Callable[..., Word]:
    def make(name: str = "care:w1", **changes: Any) -> Word:
        values: dict[str, Any] = {
            "id": WordId(name),
            "kind": Kind.WORD,
            "word": "介護",
            "reading": "かいご",
            "pos": PartOfSpeech.NOUN,
        }
        return Word(**values | changes)

    return make


@pytest.fixture
def install(database: Database, a_word: Callable[..., Word]) -> Callable[..., None]:
    """Install a deck of words that are given, or made up as `deck:w0` and so on."""

    def run(deck: str = "care", words: int | list[Word] = 5) -> None:
        if isinstance(words, int):
            words = [a_word(f"{deck}:w{number}") for number in range(words)]
        with database.write() as change:
            change.decks.install(Deck(DeckId(deck), 1, Title(deck.title())), words, NOON)

    return run


@pytest.fixture
def meaning() -> Callable[[str], str]:
    return lambda word: card_id(WordId(word), Aspect.MEANING)
