from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from jp_trainer.core.ids import DeckId
from jp_trainer.core.people import KanaKnown, Preferences, Role
from jp_trainer.services import decks, first_run, minutes, people, profiles, queue
from jp_trainer.services.app import App
from jp_trainer.services.errors import NotANameError
from tests.examples import Clock, School, an_app

CARE = DeckId("nursing-care")


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[App]:
    """A fresh machine, with the decks that are shipped."""
    app = an_app(tmp_path, Clock())
    yield app
    app.database.close()


@pytest.mark.parametrize(
    ("kana", "signs"),
    [
        (KanaKnown.NONE, ("hiragana", "katakana")),
        (KanaKnown.HIRAGANA, ("katakana",)),
        (KanaKnown.BOTH, ()),
    ],
)
def test_the_chosen_work_comes_first_then_unknown_kana_then_words_of_all_work(
    fresh: App, kana: KanaKnown, signs: tuple[str, ...]
) -> None:
    wishes = Preferences(kana=kana, sector="nursing-care")

    assert first_run.decks_for(fresh, wishes) == ("nursing-care", *signs, "common-work")


def test_who_does_not_know_the_sector_yet_begins_with_common_words(fresh: App) -> None:
    assert first_run.decks_for(fresh, Preferences(kana=KanaKnown.BOTH)) == ("common-work",)


def test_a_sector_without_a_deck_is_left_out(fresh: App) -> None:
    wishes = Preferences(kana=KanaKnown.BOTH, sector="astronauts")

    assert first_run.decks_for(fresh, wishes) == ("common-work",)


def test_the_sectors_are_kinds_of_work_and_no_kana(fresh: App) -> None:
    offered = {info.deck.id for info in first_run.sectors(fresh)}

    assert "nursing-care" in offered
    assert not offered & {"hiragana", "katakana", "common-work"}


def test_beginning_installs_the_decks_needed_and_no_other(fresh: App) -> None:
    wishes = Preferences(kana=KanaKnown.HIRAGANA, sector="nursing-care", minutes=20)

    trainee = first_run.begin(fresh, "  Ayesha   Khan ", wishes)

    assert trainee.name == "Ayesha Khan"
    assert trainee.preferences.decks == ("nursing-care", "katakana", "common-work")
    assert {info.deck.id for info in decks.installed(fresh)} == set(trainee.preferences.decks)
    assert people.everyone(fresh) == (trainee,)


def test_the_first_person_owns_the_installation_without_instructor_tools(fresh: App) -> None:
    wishes = Preferences(kana=KanaKnown.BOTH, instructor_tools=True)

    first = first_run.begin(fresh, "Ayesha", wishes)
    second = first_run.begin(fresh, "Bilal", wishes)

    assert (first.role, second.role) == (Role.OWNER, Role.TRAINEE)
    assert not first.preferences.instructor_tools
    assert not second.preferences.instructor_tools


@pytest.mark.parametrize("name", ["", "   ", "x" * 61])
def test_without_a_name_nothing_is_written(fresh: App, name: str) -> None:
    with pytest.raises(NotANameError):
        first_run.begin(fresh, name, Preferences(kana=KanaKnown.BOTH))

    assert people.everyone(fresh) == ()
    assert decks.installed(fresh) == ()


def test_more_minutes_are_foreseen_as_more_questions_and_words(school: School) -> None:
    few = minutes.foresee(school.app, school.trainee, 10)
    many = minutes.foresee(school.app, school.trainee, 30)

    assert few.minutes == 10
    assert few.questions < many.questions
    assert few.new_words < many.new_words
    assert len(many.per_day) == 30


def test_what_was_foreseen_is_what_is_planned_once_it_is_accepted(school: School) -> None:
    foreseen = minutes.foresee(school.app, school.trainee, 25)
    with school.app.database.read() as view:
        wishes = people.preferences_of(view, school.trainee)

    profiles.change_preferences(school.app, school.trainee, replace(wishes, minutes=25))

    with school.app.database.read() as view:
        planned = queue.plan_of(school.app, view, school.trainee).forecast
    assert planned == foreseen


def test_no_more_words_are_foreseen_than_there_are(school: School) -> None:
    assert minutes.foresee(school.app, school.trainee, 60).words_in_30_days == len(school.words)
