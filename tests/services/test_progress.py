from pathlib import Path

from jp_trainer.core.cards import Aspect
from jp_trainer.core.ids import DeckId
from jp_trainer.core.people import Preferences
from jp_trainer.core.study_day import date_of
from jp_trainer.services import queue, study, words
from jp_trainer.services.progress import progress
from jp_trainer.services.today import today
from tests.examples import School, a_school
from tests.services.playing import finish_round


def test_a_new_trainee_has_an_empty_but_whole_progress(school: School) -> None:
    state = progress(school.app, school.trainee)

    assert (state.answers, state.days, state.known, state.reasons) == (0, 0, (), ())
    assert date_of(state.first_day).weekday() == 0
    assert len(state.minutes) == state.today - state.first_day + 1
    assert len(state.ahead) == 30


def test_progress_counts_days_minutes_words_and_mistakes(school: School) -> None:
    words = 0
    for _ in range(3):
        words += finish_round(school, wrong_every=5).words
        school.clock.sleep(1)

    state = progress(school.app, school.trainee)

    assert state.days == 3
    assert state.minutes[-1] == 0
    assert state.minutes[-2] >= 1
    assert state.known[-1][1] == 25 or state.known[-1][1] <= words
    assert [day for day, _ in state.known] == sorted(day for day, _ in state.known)
    assert state.by_aspect[0][0] is Aspect.MEANING
    assert progress(school.app, school.trainee, DeckId("test")).answers == state.answers
    assert progress(school.app, school.trainee, DeckId("other")).answers == 0


def test_after_an_absence_the_forecast_shows_the_plan_not_the_pile(tmp_path: Path) -> None:
    wishes = Preferences(decks=(DeckId("test"),), minutes=1, new_words=20)
    school = a_school(tmp_path, preferences=wishes)
    finish_round(school)
    school.clock.sleep(40)
    plan = today(school.app, school.trainee).recovery
    assert plan is not None

    state = progress(school.app, school.trainee)

    with school.app.database.read() as view:
        pile = queue.plan_of(school.app, view, school.trainee).ahead
    assert pile[0] > plan.per_day
    assert max(state.ahead) == state.ahead[0] == plan.per_day
    assert sum(state.ahead) == sum(pile)
    school.app.database.close()


def test_saying_known_of_a_begun_word_adds_neither_a_word_nor_a_day_of_study(
    school: School,
) -> None:
    finish_round(school)
    before = progress(school.app, school.trainee)
    school.clock.sleep(1)
    begun = words.search(school.app, school.trainee, show=words.Filter.ALL).rows[0].word

    study.know(school.app, school.trainee, begun.id)

    after = progress(school.app, school.trainee)
    assert after.known[-1][1] == before.known[-1][1]
    assert after.days == before.days == 1
