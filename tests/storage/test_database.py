from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from jp_trainer.core.events import Event
from jp_trainer.core.ids import TraineeId
from jp_trainer.storage.access import Topic
from jp_trainer.storage.database import Database


def pragma(connection: sa.Connection, name: str) -> object:
    return connection.exec_driver_sql(f"pragma {name}").scalar_one()


def test_an_acknowledged_write_is_on_the_disk(database: Database) -> None:
    with database.write() as change:
        assert pragma(change.connection, "synchronous") == 2
        assert pragma(change.connection, "journal_mode") == "wal"
        assert pragma(change.connection, "foreign_keys") == 1
        assert pragma(change.connection, "recursive_triggers") == 1


def test_a_block_that_fails_changes_nothing_and_announces_nothing(database: Database) -> None:
    heard: list[Topic] = []
    database.listeners.append(lambda topics, _origin: heard.append(topics))

    def fail() -> None:
        with database.write() as change:
            change.settings.put("", "theme", "dark")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    with database.read() as look:
        assert look.settings.get("", "theme") is None
    assert heard == []


def test_a_commit_announces_what_was_touched_and_where_it_came_from(
    database: Database, an_event: Callable[..., Event]
) -> None:
    heard: list[tuple[Topic, object]] = []
    database.listeners.append(lambda topics, origin: heard.append((topics, origin)))

    with database.write(origin="study") as change:
        change.events.append(an_event())
        change.settings.put("", "theme", "dark")
    with database.write() as change:
        change.meta.put("device", "here")

    assert heard == [(Topic.REVIEWS | Topic.PEOPLE, "study")]


def test_a_listener_may_write(database: Database) -> None:
    def listen(topics: Topic, _origin: object) -> None:
        if Topic.PEOPLE in topics:
            with database.write() as change:
                change.meta.put("heard", "yes")

    database.listeners.append(listen)
    with database.write() as change:
        change.settings.put("", "theme", "dark")

    with database.read() as look:
        assert look.meta.get("heard") == "yes"


def test_a_transaction_inside_another_is_refused_instead_of_waiting_for_ever(
    database: Database,
) -> None:
    with database.write(), pytest.raises(RuntimeError, match="inside"), database.write():
        pass


def test_reading_sees_one_moment_while_others_write(database: Database) -> None:
    with database.write() as change:
        change.settings.put("", "minutes", 15)
    with database.read() as look:
        before = look.settings.get("", "minutes")
        with database.write() as change:
            change.settings.put("", "minutes", 30)

        assert (before, look.settings.get("", "minutes")) == (15, 15)


def test_reading_cannot_write(database: Database) -> None:
    with pytest.raises(sa.exc.OperationalError), database.read() as look:
        look.settings.put("", "minutes", 30)


def test_eight_threads_write_in_turn(database: Database, an_event: Callable[..., Event]) -> None:
    def work(number: int) -> None:
        for _ in range(25):
            with database.write() as change:
                change.events.append(an_event(trainee=TraineeId(f"trainee-{number}")))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))

    with database.read() as look:
        found = [event for t in look.events.trainees() for event in look.events.newest_first(t)]
    assert sorted(event.seq for event in found) == list(range(1, 201))


@pytest.mark.parametrize(
    "sql",
    [
        "update event set body = '{}'",
        "delete from event",
        "insert or replace into event select * from event",
    ],
)
def test_the_log_cannot_be_rewritten(
    database: Database, an_event: Callable[..., Event], sql: str
) -> None:
    with database.write() as change:
        change.events.append(an_event())

    with (
        pytest.raises(sa.exc.IntegrityError, match="append-only"),
        database.write() as change,
    ):
        change.connection.exec_driver_sql(sql)
