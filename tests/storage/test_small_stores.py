from dataclasses import replace
from datetime import UTC, datetime, timedelta

from jp_trainer.core.cards import Aspect
from jp_trainer.core.day_sums import Sums
from jp_trainer.core.ids import CardId, DeckId, DeviceId, TraineeId, WordId
from jp_trainer.core.people import Preferences, Role, Trainee
from jp_trainer.core.scheduling import CardState
from jp_trainer.core.study_day import StudyDay
from jp_trainer.core.word_states import WordState
from jp_trainer.storage import tables
from jp_trainer.storage.database import Database

NOON = datetime(2026, 11, 23, 12, 0, 0, 123456, tzinfo=UTC)
ASMA, BILAL = TraineeId("asma"), TraineeId("bilal")


def test_trainees_come_back_as_they_were_in_the_order_they_came(database: Database) -> None:
    bilal = Trainee(BILAL, "بلال", NOON, Role.OWNER, "scrypt$x", Preferences(minutes=30))
    asma = Trainee(ASMA, "عاصمہ خان", NOON + timedelta(seconds=1))

    with database.write() as change:
        change.people.put(asma)
        change.people.put(bilal)
        change.people.put(asma := replace(asma, name="Asma Khan"))

    with database.read() as look:
        assert look.people.all() == (bilal, asma)
        assert look.people.get(ASMA) == asma
        assert look.people.get(TraineeId("nobody")) is None


def test_erasing_a_trainee_leaves_nothing_but_the_note_that_it_was_done(database: Database) -> None:
    with database.write() as change:
        for trainee in (ASMA, BILAL):
            change.people.put(Trainee(trainee, "name", NOON))
            change.settings.put(trainee, "theme", "dark")
            change.rounds.put(trainee, {"id": "r"})
            change.word_states.put(trainee, WordState(WordId("care:w1")))
            change.card_states.put(
                trainee, CardState(CardId("care:w1/meaning")), DeckId("care"), Aspect.MEANING
            )
            change.day_sums.add(trainee, StudyDay(1), DeckId("care"), Aspect.MEANING, Sums(1))
            change.day_sums.add_reason(trainee, StudyDay(1), "long vowel")

    with database.write() as change:
        change.people.erase(ASMA, NOON)
        change.people.erase(ASMA, NOON)

    with database.read() as look:
        for table in tables.metadata.tables.values():
            rows = [row for row in look.connection.execute(table.select()) if ASMA in row]
            assert len(rows) == (table is tables.erasure), table.name
        assert [trainee.id for trainee in look.people.all()] == [BILAL]
        assert look.rounds.get(BILAL) is not None


def test_choices_are_kept_for_each_owner(database: Database) -> None:
    with database.write() as change:
        change.settings.put("", "scale", 1.15)
        change.settings.put(ASMA, "scale", None)
        change.settings.put(ASMA, "decks", ["care", "ہندسہ"])
        change.settings.put(ASMA, "gone", 1)
        change.settings.remove(ASMA, "gone")

    with database.read() as look:
        assert look.settings.get("", "scale") == 1.15
        assert look.settings.get(ASMA, "scale", default=2) is None
        assert look.settings.get(BILAL, "scale", default=2) == 2
        assert look.settings.all(ASMA) == {"decks": ["care", "ہندسہ"], "scale": None}


def test_a_round_survives_until_it_is_over(database: Database) -> None:
    body = {"id": "r", "waiting": [["care:w1/meaning", 0, 0]], "asked": []}
    with database.write() as change:
        change.rounds.put(ASMA, {"id": "before"})
        change.rounds.put(ASMA, body)

    with database.write() as change:
        assert change.rounds.get(ASMA) == body
        assert change.rounds.get(BILAL) is None
        change.rounds.clear(ASMA)
        assert change.rounds.get(ASMA) is None


def test_a_version_of_an_item_is_kept_as_it_was_first_shown(database: Database) -> None:
    with database.write() as change:
        change.item_versions.put("digest", {"stem": "＿＿は"})
        change.item_versions.put("digest", {"stem": "other"})

    with database.read() as look:
        assert look.item_versions.get("digest") == {"stem": "＿＿は"}
        assert look.item_versions.get("never shown") is None


def test_a_device_is_named_once(database: Database) -> None:
    with database.write() as change:
        assert change.meta.device() is None
        assert change.meta.name_device(DeviceId("here")) == "here"
        assert change.meta.name_device(DeviceId("there")) == "here"
