from dataclasses import replace
from pathlib import Path

import pytest

from jp_trainer.core.events import Event
from jp_trainer.core.exam.blueprints import ClockKind
from jp_trainer.core.exam.papers import Mode
from jp_trainer.core.exam.sitting_state import FinishedBy
from jp_trainer.core.exam.sittings import NotAllowedError
from jp_trainer.core.own_decks import own_deck
from jp_trainer.services import profiles, sitting, study
from jp_trainer.services.errors import SittingRunningError, UnknownSittingError
from jp_trainer.services.mistakes import add_mistakes
from jp_trainer.services.recording import follow
from jp_trainer.services.study_states import Asking
from jp_trainer.services.undo import undo
from jp_trainer.storage.access import Topic
from tests.examples import MORNING, School, a_school
from tests.papers import a_blueprint, a_paper
from tests.services.playing import right_answer


def test_what_was_done_is_there_after_a_restart(school: School) -> None:
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper())
    sitting.answer(school.app, begun.id, "s1", 2, ms=4_000, remaining_ms=1_700_000)
    sitting.flag(school.app, begun.id, "s1", on=True)
    before = sitting.move(school.app, begun.id, "s3", ms=500, remaining_ms=1_699_000)

    school.reopened()

    assert sitting.running(school.app, school.trainee) == before
    after = sitting.resume(school.app, begun.id)
    assert (after.item, dict(after.answers), set(after.flags)) == ("s3", {"s1": 2}, {"s1"})
    assert (after.remaining, dict(after.ms)) == (1_699_000, {"s1": 4_500})
    assert len(after.interruptions) == 1


def test_leaving_the_last_section_hands_the_paper_in(school: School) -> None:
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper())

    middle = sitting.leave_section(school.app, begun.id)
    end = sitting.leave_section(school.app, begun.id)

    assert (middle.section, middle.item, middle.left) == ("listening", "c1-1", ("script",))
    assert end.finished is not None
    assert end.finished.how is FinishedBy.SUBMITTED
    assert sitting.running(school.app, school.trainee) is None


def test_time_runs_out_and_the_paper_is_handed_in(school: School) -> None:
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper())
    sitting.tick(school.app, begun.id, 3_000)

    over = sitting.tick(school.app, begun.id, 0)

    assert over.finished is not None
    assert over.finished.how is FinishedBy.TIME
    assert sitting.tick(school.app, begun.id, 1_000) == over


def test_a_paper_with_its_own_clock_is_collected_and_the_next_begins(school: School) -> None:
    exam = a_blueprint(ClockKind.PAPER)
    begun = sitting.begin_paper(school.app, school.trainee, exam, a_paper())

    second = sitting.tick(school.app, begun.id, 0, clock="script")
    late = sitting.tick(school.app, begun.id, 0, clock="script")

    assert (second.section, second.left, second.remaining) == ("listening", ("script",), 1_200_000)
    assert late == second  # of the paper that is gone
    over = sitting.tick(school.app, begun.id, 0)
    assert over.finished is not None
    assert over.finished.how is FinishedBy.TIME


def test_what_is_refused_is_not_written(school: School) -> None:
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper())

    with pytest.raises(NotAllowedError):
        sitting.answer(school.app, begun.id, "c1-1", 1)

    with school.app.database.read() as view:
        assert len(view.events.of_subject(school.trainee, begun.id)) == 1


def test_one_mock_at_a_time_but_a_quiz_gives_way(school: School) -> None:
    quiz = sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper(Mode.QUIZ))
    mock = sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper())

    with pytest.raises(SittingRunningError) as caught:
        sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper(Mode.QUIZ))

    assert caught.value.sitting == mock.id
    given_up = sitting.load(school.app, quiz.id).finished
    assert given_up is not None
    assert given_up.how is FinishedBy.ABANDONED


def test_setting_the_computers_clock_neither_gives_nor_takes_time(school: School) -> None:
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper())
    for days in (-400, 3, 4_000, -2_000):
        school.clock.sleep(days)
        sitting.answer(school.app, begun.id, "s1", 1 + days % 3, remaining_ms=1_500_000)

    back = sitting.resume(school.reopened().app, begun.id)

    assert back.remaining == 1_500_000
    assert back.answers["s1"] == 1 + -2_000 % 3
    assert all(each.away_s >= 0 for each in back.interruptions)


def test_undo_takes_back_study_and_never_an_exam(school: School) -> None:
    asked = study.begin(school.app, school.trainee)
    assert isinstance(asked, Asking)
    study.answer(school.app, school.trainee, asked.question.id, right_answer(asked.question))
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper())
    kept = sitting.answer(school.app, begun.id, "s1", 2)

    undone = undo(school.app, school.trainee)

    assert undone is not None
    assert undone.what == "answer"
    assert undo(school.app, school.trainee) is None
    assert sitting.load(school.app, begun.id) == kept


def test_an_exam_changes_nothing_in_study(school: School) -> None:
    announced: list[Topic] = []
    school.app.database.listeners.append(lambda topics, _origin: announced.append(topics))
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper())
    sitting.answer(school.app, begun.id, "s1", 2)
    sitting.tick(school.app, begun.id, 1_000)

    assert announced == [Topic.EXAMS, Topic.EXAMS]  # the clock is no news
    with school.app.database.read() as view:
        assert view.card_states.all(school.trainee) == ()
        assert view.day_sums.total(school.trainee).answered == 0


def test_erasing_a_person_erases_their_sittings(school: School) -> None:
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper())
    sitting.finish(school.app, begun.id)
    add_mistakes(school.app, school.trainee, begun.id)

    profiles.erase(school.app, school.trainee)

    with school.app.database.read() as view:
        assert view.sittings.get(begun.id) is None
        assert view.sittings.clocks(begun.id) == {}
        assert view.events.count(school.trainee) == 0
        assert view.decks.get(own_deck(school.trainee)) is None
        assert view.words.of_deck(own_deck(school.trainee)) == ()
    with pytest.raises(UnknownSittingError):
        sitting.load(school.app, begun.id)


def test_a_sitting_that_came_from_another_computer_is_read_from_its_events(
    school: School, tmp_path: Path
) -> None:
    other = a_school(tmp_path / "other")
    begun = sitting.begin_paper(other.app, other.trainee, a_blueprint(), a_paper())
    done = sitting.answer(other.app, begun.id, "s3", 3)
    with other.app.database.read() as view:
        events = view.events.of_subject(other.trainee, begun.id)
        shown = {digest: view.item_versions.get(digest) for digest in _digests(events[0])}
    other.app.database.close()

    with school.app.database.write() as change:
        for digest, body in shown.items():
            assert body is not None
            change.item_versions.put(digest, body)
        arrived = [replace(event, received_at=MORNING) for event in events]
        for event in change.events.receive(reversed(arrived)).new:
            follow(change, event)

    found = sitting.load(school.app, begun.id)
    assert found == done


def test_a_damaged_row_is_read_from_the_log(school: School) -> None:
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper())
    before = sitting.answer(school.app, begun.id, "s2", 1)
    with school.app.database.write() as change:
        row = change.sittings.get(begun.id)
        assert row is not None
        change.sittings.put(replace(row, body={"state": 3}))
    school.app.papers.clear()

    assert sitting.load(school.app, begun.id) == before


def test_a_quiz_may_be_left_and_taken_up_without_a_note(school: School) -> None:
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper(Mode.QUIZ))

    assert sitting.resume(school.app, begun.id) == begun


def _digests(begun: Event) -> list[str]:
    sections = begun.body["paper"]["sections"]
    return [begun.body["blueprint_digest"], *(t for part in sections for t in part["testlets"])]
