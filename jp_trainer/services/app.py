"""Hold what every intention needs: the file, the clock, the tokenizer, the voice."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import uuid6

from jp_trainer import paths
from jp_trainer.core.ids import DeviceId, EventId, TraineeId
from jp_trainer.core.study_day import Moment
from jp_trainer.japanese.readings import Reader
from jp_trainer.services.papers import Papers
from jp_trainer.services.prepared import Prepared
from jp_trainer.services.shelf import Shelf
from jp_trainer.speech.voice import Voice
from jp_trainer.storage.database import Database

Clock = Callable[[], Moment]


def system_clock() -> Moment:
    """Now, and the machine's offset from UTC."""
    local = datetime.now(UTC).astimezone()
    offset = local.utcoffset()
    minutes = round(offset.total_seconds() / 60) if offset else 0
    return Moment(local.astimezone(UTC), minutes)


def new_event_id() -> EventId:
    """A UUIDv7: sorts by the time it was made."""
    return EventId(str(uuid6.uuid7()))


def new_trainee_id() -> TraineeId:
    """A UUIDv7."""
    return TraineeId(str(uuid6.uuid7()))


@dataclass(frozen=True, slots=True)
class App:
    """Handed over by argument, made once in `__main__`.

    Attributes:
        device: this machine; a hint in events, not an identity.
        data: the folder of the database, backups, logs and sound cache.
        decks_folder: where the shipped decks are. assets_folder: where the exams are.
        reader: gives readings to text; loads its dictionary at first use.
        voice: speaks; None where nothing is to be heard.
        can_hear: whether a sound could be heard here; False once playing has failed.
        prepared: questions made ahead; shelf: the words they are made from; papers: of running
            sittings; caches that may be emptied at any time.
    """

    database: Database
    clock: Clock
    device: DeviceId
    data: Path
    decks_folder: Path
    reader: Reader
    voice: Voice | None = None
    can_hear: Callable[[], bool] = lambda: True
    prepared: Prepared = field(default_factory=Prepared)
    shelf: Shelf = field(default_factory=Shelf)
    papers: Papers = field(default_factory=Papers)
    assets_folder: Path = field(default_factory=paths.assets)

    def can_speak(self) -> bool:
        """Whether a listening question could be asked: there is a voice, and ears for it."""
        return self.voice is not None and self.voice.available and self.can_hear()


def dice(seed: str) -> random.Random:
    """Chance that is the same for the same question, so that it looks the same when it returns."""
    return random.Random(seed)
