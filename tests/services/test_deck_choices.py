from pathlib import Path

import pytest

from jp_trainer.core.ids import DeckId
from jp_trainer.core.people import KanaKnown, Preferences
from jp_trainer.core.words import Kind
from jp_trainer.services import deck_choices, first_run, people, settings, study
from jp_trainer.services.errors import UnknownDeckError
from tests.examples import Clock, School, an_app
from tests.services.playing import asking, right_answer

CARE, WORK, TEST = DeckId("nursing-care"), DeckId("common-work"), DeckId("test")


def studied(school: School) -> list[str]:
    found = deck_choices.choices(school.app, school.trainee)
    return [choice.deck.id for choice in found if choice.studied]


def test_decks_studied_come_first_and_all_others_are_offered(school: School) -> None:
    found = deck_choices.choices(school.app, school.trainee)

    assert found[0].deck.id == TEST
    assert (found[0].words, found[0].begun, found[0].studied) == (25, 0, True)
    assert {CARE, WORK} <= {choice.deck.id for choice in found[1:]}
    assert not any(choice.studied for choice in found[1:])


def test_choosing_a_shipped_deck_installs_it(school: School) -> None:
    deck_choices.take_up(school.app, school.trainee, CARE)

    assert studied(school) == [TEST, CARE]
    with school.app.database.read() as view:
        assert view.decks.get(CARE) is not None


def test_a_deck_put_away_keeps_what_was_learned(school: School) -> None:
    question = asking(study.begin(school.app, school.trainee)).question
    study.answer(school.app, school.trainee, question.id, right_answer(question), ms=1000)

    deck_choices.put_away(school.app, school.trainee, TEST)
    away = next(c for c in deck_choices.choices(school.app, school.trainee) if c.deck.id == TEST)
    deck_choices.take_up(school.app, school.trainee, TEST)

    assert (away.studied, away.begun) == (False, 1)
    assert deck_choices.choices(school.app, school.trainee)[0].begun == 1


def test_an_unknown_deck_changes_nothing(school: School) -> None:
    with pytest.raises(UnknownDeckError):
        deck_choices.take_up(school.app, school.trainee, DeckId("astronauts"))

    assert studied(school) == [TEST]


def test_another_sector_adds_its_deck_and_puts_none_away(school: School) -> None:
    trainee = deck_choices.choose_sector(school.app, school.trainee, CARE)

    assert trainee.preferences.sector == CARE
    assert trainee.preferences.decks == (TEST, CARE)
    assert people.everyone(school.app)[0] == trainee


def test_the_settings_hold_what_the_screen_shows(school: School) -> None:
    state = settings.overview(school.app, school.trainee)

    assert state.trainee.name == "Ayesha Khan"
    assert state.forecast.minutes == state.trainee.preferences.minutes
    assert CARE in {info.deck.id for info in state.sectors}
    assert not state.has_voice


def test_the_word_to_try_the_sound_with_is_no_kana(tmp_path: Path) -> None:
    app = an_app(tmp_path, Clock())
    trainee = first_run.begin(app, "Ayesha", Preferences(kana=KanaKnown.NONE))

    word = settings.sample_word(app, trainee.id)

    assert word is not None
    assert word.kind is Kind.WORD
    app.database.close()
