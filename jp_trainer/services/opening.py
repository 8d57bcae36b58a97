"""Put together what every intention needs from one data folder, and let go of it again."""

import uuid
from collections.abc import Callable
from pathlib import Path

from jp_trainer import paths
from jp_trainer.core.ids import DeviceId
from jp_trainer.services import furigana
from jp_trainer.services.app import App, Clock, system_clock
from jp_trainer.speech.clips import Clips
from jp_trainer.speech.voice import Voice
from jp_trainer.storage.database import Database

_DATABASE = "trainer.db"


def database_of(data: Path) -> Path:
    """The learner's file in a data folder."""
    return data / _DATABASE


def open_app(
    data: Path, *, clock: Clock = system_clock, can_hear: Callable[[], bool] = lambda: True
) -> App:
    """The program on the file in `data`; folder and file are made if there are none.

    Raises the FileError leaves; the file is then as it was. `close_app` ends it.
    """
    database = Database(database_of(data))
    with database.write() as change:
        device = change.meta.name_device(DeviceId(str(uuid.uuid4())))
    return App(
        database=database,
        clock=clock,
        device=device,
        data=data,
        decks_folder=paths.decks(),
        reader=furigana.open_reader(data),
        voice=Voice(Clips(data / "clips")),
        can_hear=can_hear,
    )


def close_app(app: App) -> None:
    """End the voice, write everything into the one file, let others have it."""
    if app.voice is not None:
        app.voice.close()
    app.database.close()
