"""Rows that a failing disk, or a well-meaning hand, turned into nonsense: studying goes on."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from jp_trainer.core.people import Preferences, Trainee
from jp_trainer.core.rounds import Round
from jp_trainer.services import people, progress, study, today
from jp_trainer.services import settings as settings_service
from jp_trainer.services.app import App
from jp_trainer.services.first_run import begin
from jp_trainer.services.opening import close_app, database_of, open_app
from jp_trainer.services.study_states import Asking, RoundDone
from jp_trainer.ui.window import look_for
from tests.examples import Clock
from tests.journeys.traveller import Traveller

JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.sampled_from(["nursing-care", "nursing-care:kaigo/meaning", "ur", "2026-11-23", "dark"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
KNOWN = sorted({field.name for field in fields(Preferences)} - {"extra"})
PREFERENCES = st.dictionaries(st.sampled_from(KNOWN), JUNK, max_size=4)
ROUND = st.fixed_dictionaries(
    {}, optional={key: JUNK for key in ("id", "day", "size", "waiting", "asked")}
)
GARBAGE = ["", "{", "[5]", "[" * 2000]
SLOW_BUT_KEPT = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    folder: Path = tmp_path_factory.mktemp("damaged")
    made = open_app(folder, clock=Clock())
    begin(made, "Ayesha", Preferences(sector="nursing-care"))
    yield made
    close_app(made)


def the_trainee(app: App) -> Trainee:
    (found,) = people.everyone(app)
    return found


def damage(app: App, statement: str, *values: str) -> None:
    with app.database.write() as change:
        change.connection.exec_driver_sql(statement, values)
    app.prepared.clear()


def assert_studying_works(app: App) -> None:
    trainee = the_trainee(app)
    look_for(trainee)
    assert trainee.initials
    today.today(app, trainee.id)
    progress.progress(app, trainee.id)
    settings_service.overview(app, trainee.id)
    assert isinstance(study.begin(app, trainee.id), Asking | RoundDone)


@SLOW_BUT_KEPT
@given(body=PREFERENCES)
def test_preferences_of_any_shape_are_read(program: App, body: dict[str, object]) -> None:
    usual = {"decks": ["nursing-care"], "sector": "nursing-care"}
    damage(program, "update trainee set preferences = ?", json.dumps({**usual, **body}))

    assert_studying_works(program)


@SLOW_BUT_KEPT
@given(body=ROUND)
def test_a_running_round_of_any_shape_is_gone_on_with_or_replaced(
    program: App, body: dict[str, object]
) -> None:
    usual = {"decks": ["nursing-care"]}
    damage(program, "update trainee set preferences = ?", json.dumps(usual))
    whole = Round("r", program.clock().study_day, 1).to_json()
    damage(
        program,
        "insert or replace into round (trainee, body) values (?, ?)",
        the_trainee(program).id,
        json.dumps({**whole, **body}),
    )

    assert_studying_works(program)


@SLOW_BUT_KEPT
@given(key=st.sampled_from(["recovery_plan", "placed", "weights"]), value=JUNK)
def test_a_setting_of_any_shape_is_read(program: App, key: str, value: object) -> None:
    damage(
        program,
        "insert or replace into setting (owner, key, value) values (?, ?, ?)",
        the_trainee(program).id,
        key,
        json.dumps(value),
    )
    try:
        assert_studying_works(program)
    finally:
        damage(program, "delete from setting")


@pytest.mark.parametrize("garbage", GARBAGE)
def test_the_program_opens_and_studies_on_rows_that_are_no_json(
    traveller: Traveller, garbage: str
) -> None:
    traveller.settled()
    traveller.start()
    traveller.hands.will_say("Start")
    traveller.hands.press(Qt.Key.Key_Return)
    traveller.hands.wait_for_a_question()
    traveller.leave()
    (traveller.data / "window.json").write_text(garbage, encoding="utf-8")
    with closing(sqlite3.connect(database_of(traveller.data))) as file, file:
        (trainee,) = file.execute("select id from trainee").fetchone()
        file.execute("update round set body = ?", (garbage,))
        for key in ("recovery_plan", "placed", "weights"):
            file.execute("insert into setting values (?, ?, ?)", (trainee, key, garbage))

    traveller.start()
    hands = traveller.hands
    hands.will_say("Start")
    hands.press(Qt.Key.Key_Return)
    hands.wait_for_a_question()
    hands.answer()
    hands.wait_until_kept()
    with closing(sqlite3.connect(database_of(traveller.data))) as file, file:
        file.execute("update trainee set preferences = ?", (garbage,))
    hands = traveller.restart()
    hands.will_say("Nothing to learn yet")  # and a button that leads to the decks
