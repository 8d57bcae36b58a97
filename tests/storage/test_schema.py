import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from jp_trainer.core.ids import TraineeId
from jp_trainer.storage import backups, tables
from jp_trainer.storage.database import Database
from jp_trainer.storage.migrations import MIGRATIONS

ROW_NUMBERS = {"arrival", "number"}
OLD_FILES = sorted((Path(__file__).parent.parent / "old_files").glob("schema-*.sql"))


def schema_of(path: Path) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(path)) as file:
        rows = file.execute(
            "select type, name, coalesce(sql, '') from sqlite_master order by type, name"
        ).fetchall()
    return [(kind, name, " ".join(sql.split())) for kind, name, sql in rows]


def test_the_tables_are_described_as_they_are(database: Database) -> None:
    with database.read() as look:
        inspector = sa.inspect(look.connection)
        found = {
            name: (
                [
                    (column["name"], bool(column["nullable"]))
                    for column in inspector.get_columns(name)
                ],
                inspector.get_pk_constraint(name)["constrained_columns"],
            )
            for name in tables.metadata.tables
        }

    assert found == {
        table.name: (
            # The number of a row is reported as nullable, for it may be left out.
            [(c.name, bool(c.nullable or c.name in ROW_NUMBERS)) for c in table.columns],
            [column.name for column in table.primary_key],
        )
        for table in tables.metadata.tables.values()
    }


def test_there_is_no_table_that_is_not_described(database: Database) -> None:
    with database.read() as look:
        names = set(sa.inspect(look.connection).get_table_names())

    assert {n for n in names if not n.startswith("word_search")} == set(tables.metadata.tables)


def test_a_file_of_every_schema_so_far_is_kept() -> None:
    # Adding a migration: write the file of the schema before it, see tests/old_files/README.md.
    assert [path.stem for path in OLD_FILES] == [
        f"schema-{number:02}" for number in range(1, len(MIGRATIONS) + 1)
    ]


@pytest.mark.parametrize("old", OLD_FILES, ids=lambda old: old.stem)
def test_an_old_file_becomes_exactly_a_new_one_and_keeps_what_it_holds(
    path: Path, tmp_path: Path, old: Path
) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as file:
        file.executescript(old.read_text(encoding="utf-8"))
    Database(tmp_path / "new.db").close()

    database = Database(path)
    with database.read() as look:
        (asma,) = look.people.all()
        events = look.events.of_subject(asma.id, "care:w1/meaning")
        states = look.card_states.all(asma.id)
        found = look.words.search("kaigo")
    database.close()

    assert schema_of(path) == schema_of(tmp_path / "new.db")
    assert (asma.id, asma.name) == (TraineeId("asma"), "عاصمہ")
    assert [event.kind for event in events] == ["Answered", "OfANewerVersion"]
    assert [state.card for state in states] == ["care:w1/meaning"]
    assert [word.word for word in found] == ["介護"]
    assert len(backups.listed(path)) == (old != OLD_FILES[-1])
