"""Write a learner's file of today's schema as SQL, before a migration makes it an old one."""

import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from jp_trainer.core.cards import Aspect, card_id
from jp_trainer.core.day_sums import Sums
from jp_trainer.core.decks import Deck, Title
from jp_trainer.core.events import Answered, Event, EventKind, Rating
from jp_trainer.core.ids import DeckId, DeviceId, EventId, TraineeId, WordId
from jp_trainer.core.people import Trainee
from jp_trainer.core.scheduling import replay
from jp_trainer.core.study_day import StudyDay
from jp_trainer.core.words import Kind, PartOfSpeech, Word
from jp_trainer.storage.database import APPLICATION_ID, Database
from jp_trainer.storage.migrations import MIGRATIONS

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ASMA = TraineeId("asma")
CARE = DeckId("care")
WORD = Word(
    WordId("care:w1"),
    Kind.WORD,
    "介護",
    "かいご",
    PartOfSpeech.SURU_NOUN,
    meaning_en="nursing care",
    meaning_ur="دیکھ بھال",
)


def an_event(number: int, kind: str) -> Event:
    """An event about the word's meaning."""
    return Event(
        id=EventId(f"0190a0a0-0000-7000-8000-{number:012}"),
        device=DeviceId("here"),
        seq=0,
        trainee=ASMA,
        kind=kind,
        subject=card_id(WORD.id, Aspect.MEANING),
        at=NOW,
        utc_offset_min=300,
        study_day=StudyDay(20_780),
        body=Answered(Rating.GOOD, "right", deck=CARE, first=True).body(),
    )


def fill(path: Path) -> None:
    """Make the file and let everything that every version must keep be in it."""
    database = Database(path)
    with database.write() as change:
        change.meta.name_device(DeviceId("here"))
        change.people.put(Trainee(ASMA, "عاصمہ", NOW))
        change.decks.install(Deck(CARE, 1, Title("Nursing care", "دیکھ بھال", "介護")), [WORD], NOW)
        events = change.events.append_all(
            [an_event(1, EventKind.ANSWERED), an_event(2, "OfANewerVersion")]
        )
        state = replay(card_id(WORD.id, Aspect.MEANING), events)
        change.card_states.put(ASMA, state, CARE, Aspect.MEANING)
        change.day_sums.add(ASMA, StudyDay(20_780), CARE, Aspect.MEANING, Sums(1, 1, new=1))
        change.settings.put(ASMA, "theme", "dark")
        change.rounds.put(ASMA, {"id": "round-1"})
    database.close()


def as_sql(path: Path) -> str:
    """The file as SQL, without the search index, which is made again when missing."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("drop table word_search")
        file.execute("delete from meta where key = 'search index'")
        lines = list(file.iterdump())
    numbers = f"pragma user_version = {len(MIGRATIONS)}; pragma application_id = {APPLICATION_ID};"
    return "\n".join([*lines, numbers]) + "\n"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "trainer.db"
        fill(made)
        target = Path(__file__).parent / f"schema-{len(MIGRATIONS):02}.sql"
        target.write_text(as_sql(made), encoding="utf-8")
