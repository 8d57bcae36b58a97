from dataclasses import replace

import pytest

from jp_trainer.core.exam.items import ErrorCode, Testlet
from jp_trainer.core.exam.papers import Mode, Paper, PaperSection
from jp_trainer.core.exam.scoring import NoVerdict, Verdict
from jp_trainer.core.exam.sitting_log import BreakKind
from jp_trainer.core.exam.sitting_state import Aid, FinishedBy, SittingState
from jp_trainer.core.ids import TraineeId
from jp_trainer.core.item_statistics import Trust
from jp_trainer.core.people import Preferences
from jp_trainer.services import exam_results, people, sitting, sitting_entry, sitting_proof
from jp_trainer.services.errors import AnswersError, UnknownSittingError
from jp_trainer.services.exam_errors import error_profile
from jp_trainer.services.exam_results import LeftOut
from jp_trainer.services.exposure import seen_papers
from jp_trainer.services.item_health import item_health
from tests.examples import School
from tests.papers import a_blueprint, a_paper, an_item


def sat(
    school: School,
    paper: Paper | None = None,
    wrong: tuple[str, ...] = (),
    *aids: Aid,
    trainee: TraineeId | None = None,
) -> SittingState:
    """A paper answered right but for these items, which are answered with another option."""
    paper = paper or a_paper()
    state = sitting.begin_paper(school.app, trainee or school.trainee, a_blueprint(), paper, aids)
    answers = {item.id: item.key % 3 + 1 if item.id in wrong else item.key for item in paper.items}
    return sitting_entry.enter(school.app, state, answers, dict.fromkeys(answers, 10_000))


def a_long_paper(prefix: str = "") -> Paper:
    """Twenty-eight items: enough for a verdict."""
    script = tuple(Testlet((an_item(f"{prefix}s{n}"),)) for n in range(1, 25))
    return replace(
        a_paper(prefix=prefix),
        sections=(PaperSection("script", script), a_paper(prefix=prefix).sections[1]),
    )


def test_a_paper_all_right_is_ready_and_all_wrong_is_not_yet(school: School) -> None:
    paper = a_long_paper()
    good = exam_results.result(school.app, school.trainee, sat(school, paper).id)
    bad_paper = a_long_paper("b-")
    everything = tuple(item.id for item in bad_paper.items)
    bad = exam_results.result(school.app, school.trainee, sat(school, bad_paper, everything).id)

    assert good.estimate is not None
    assert bad.estimate is not None
    assert (good.right, good.asked, bad.right) == (28, 28, 0)
    assert (good.estimate.verdict, bad.estimate.verdict) == (Verdict.READY, Verdict.NOT_YET)
    assert good.estimate.total.mean > 200 > bad.estimate.total.mean
    assert dict(good.ms) == {"script": 240_000, "listening": 40_000}
    assert (good.breaks, good.is_old) == ((), False)


def test_an_assisted_sitting_counts_for_nothing(school: School) -> None:
    done = sat(school, a_long_paper(), (), Aid.FURIGANA)

    found = exam_results.result(school.app, school.trainee, done.id)

    assert found.estimate is not None
    assert found.estimate.no_verdict is NoVerdict.ASSISTED
    assert set(found.left_out.values()) == {LeftOut.ASSISTED}
    assert exam_results.readiness(school.app, school.trainee, "small") is None


def test_what_was_met_before_is_left_out_the_second_time(school: School) -> None:
    paper = a_long_paper()
    first = sat(school, paper)
    school.clock.sleep(1)
    second = sat(school, paper)

    before = exam_results.result(school.app, school.trainee, first.id)
    after = exam_results.result(school.app, school.trainee, second.id)

    assert dict(before.left_out) == {}
    assert set(after.left_out) == {item.id for item in paper.items}
    assert after.estimate is not None
    assert (after.estimate.counted, after.estimate.no_verdict) == (0, NoVerdict.FEW_ITEMS)


def test_setting_the_clock_back_makes_nothing_new_again(school: School) -> None:
    first = sat(school, a_long_paper())
    school.clock.sleep(-400)
    second = sat(school, a_long_paper())

    before = exam_results.result(school.app, school.trainee, first.id)
    after = exam_results.result(school.app, school.trainee, second.id)

    assert (len(before.left_out), len(after.left_out)) == (0, 28)


def test_what_was_not_looked_at_in_a_sitting_given_up_is_still_new(school: School) -> None:
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper())
    sitting.move(school.app, begun.id, "s2", ms=800)
    sitting.finish(school.app, begun.id, FinishedBy.ABANDONED)
    school.clock.sleep(1)
    found = exam_results.result(school.app, school.trainee, sat(school).id)

    assert set(found.left_out) == {"s1", "s2"}
    with school.app.database.read() as view:
        assert seen_papers(view, school.trainee)[1] == {"s1", "s2"}


def test_what_time_ran_out_for_was_shown_with_its_key_and_is_not_new(school: School) -> None:
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper())
    sitting.tick(school.app, begun.id, 0)
    assert len(exam_results.review(school.app, school.trainee, begun.id)) == 8
    school.clock.sleep(1)
    found = exam_results.result(school.app, school.trainee, sat(school).id)

    assert set(found.left_out) == {item.id for item in a_paper().items}


def test_no_key_is_told_while_a_sitting_runs(school: School) -> None:
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper())
    sitting.answer(school.app, begun.id, "s1", 2, ms=900)

    assert exam_results.review(school.app, school.trainee, begun.id) == ()


def test_a_quiz_belongs_to_the_paper_before_it(school: School) -> None:
    sat(school, a_paper(prefix="x"))
    for number in range(4):
        quiz = a_paper(Mode.QUIZ, prefix=f"q{number}")
        school.clock.tick(60)
        sitting.finish(
            school.app,
            sitting.begin_paper(school.app, school.trainee, a_blueprint(), quiz).id,
        )

    with school.app.database.read() as view:
        (papers,) = seen_papers(view, school.trainee)

    assert {"xs1", "q0s1", "q3c1"} <= papers


def test_an_old_sitting_says_so_and_readiness_forgets_it(school: School) -> None:
    done = sat(school, a_long_paper())
    assert exam_results.readiness(school.app, school.trainee, "small") is not None
    school.clock.sleep(22)

    assert exam_results.result(school.app, school.trainee, done.id).is_old
    assert exam_results.readiness(school.app, school.trainee, "small") is None


def test_two_fresh_sittings_say_more_than_one(school: School) -> None:
    one = sat(school, a_long_paper("a-"))
    alone = exam_results.result(school.app, school.trainee, one.id).estimate
    sat(school, a_long_paper("b-"))

    both = exam_results.readiness(school.app, school.trainee, "small")

    assert alone is not None
    assert both is not None
    assert (alone.counted, both.counted) == (28, 56)
    assert both.ability_sd < alone.ability_sd


def test_a_quiz_and_a_sitting_given_up_have_no_estimate(school: School) -> None:
    quiz = sat(school, a_paper(Mode.QUIZ))
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper())
    given_up = sitting.finish(school.app, begun.id, FinishedBy.ABANDONED)

    for state in (quiz, given_up):
        assert exam_results.result(school.app, school.trainee, state.id).estimate is None


def test_every_item_is_reviewed_with_key_answer_time_and_reason(school: School) -> None:
    done = sat(school, wrong=("s2", "c2-1"))

    found = exam_results.review(school.app, school.trainee, done.id)

    assert [each.item.id for each in found] == [item.id for item in a_paper().items]
    assert [each.number for each in found] == [1, 2, 3, 4, 1, 2, 3, 4]
    assert {each.item.id for each in found if not each.right} == {"s2", "c2-1"}
    by_id = {each.item.id: each for each in found}
    assert (by_id["s2"].error, by_id["s1"].error) == (ErrorCode.LEN, None)
    assert (by_id["c2-1"].ms, by_id["c2-1"].plays) == (10_000, 1)
    assert by_id["c2-1"].testlet.stimulus is not None


def test_history_has_the_newest_first_with_its_difficulty(school: School) -> None:
    sat(school)
    school.clock.sleep(2)
    easy = Testlet((an_item("e1", difficulty=1),)), Testlet((an_item("e2", difficulty=1),))
    second = sat(
        school, replace(a_paper(prefix="z"), form="B", sections=(PaperSection("script", easy),))
    )

    newest, oldest = exam_results.history(school.app, school.trainee)

    assert (newest.sitting, newest.form, oldest.form) == (second.id, "B", "A")
    assert (newest.difficulty, oldest.difficulty) == (-1.5, 0.0)
    assert exam_results.history(school.app, school.trainee, "other") == ()


def test_errors_are_counted_by_kind_of_how_often_they_were_offered(school: School) -> None:
    sat(school, wrong=("s1", "s2", "s3"))
    school.clock.sleep(1)
    sat(school, a_paper(prefix="b"), wrong=("bs1",))

    found = error_profile(school.app, school.trainee)

    (count,) = found.total
    assert (count.code, count.wrong, count.of) == (ErrorCode.LEN, 4, 16)
    assert [each.counts[0].wrong for each in found.sittings] == [3, 1]


def test_a_sitting_of_somebody_else_is_not_shown(school: School) -> None:
    done = sat(school)
    other = people.add(school.app, "Bilal", Preferences())

    for show in (exam_results.result, exam_results.review, sitting_proof.verify):
        with pytest.raises(UnknownSittingError):
            show(school.app, other.id, done.id)


def test_a_question_changed_afterwards_is_seen(school: School) -> None:
    done = sat(school)
    assert sitting_proof.verify(school.app, school.trainee, done.id) == ()
    with school.app.database.write() as change:
        change.connection.exec_driver_sql(
            "update item_version set body = replace(body, '\"key\":2', '\"key\":1')"
        )

    found = sitting_proof.verify(school.app, school.trainee, done.id)

    assert {each.kind for each in found} == {BreakKind.CONTENT}


def test_an_answer_changed_in_the_file_is_seen(school: School) -> None:
    done = sat(school, wrong=("s1",))
    with school.app.database.write() as change:
        change.connection.exec_driver_sql("drop trigger event_no_update")
        change.connection.exec_driver_sql(
            "update event set body = replace(body, '\"option\":3', '\"option\":2')"
        )

    result = exam_results.result(school.app, school.trainee, done.id)

    assert BreakKind.MISSING in {each.kind for each in result.breaks}


def test_answers_of_everybody_say_how_an_item_does(school: School) -> None:
    paper = a_long_paper()
    for number in range(30):
        trainee = people.add(school.app, f"Trainee {number}", Preferences()).id
        weak = number % 2 == 0
        wrong = tuple(item.id for item in paper.items) if weak else ()
        sat(school, paper, tuple(id for id in wrong if id != "s1"), trainee=trainee)

    found = {each.item.id: each.statistics for each in item_health(school.app, "small")}

    assert len(found) == 28
    assert (found["s2"].answers, found["s2"].right, found["s2"].trust) == (
        *(30, 0.5),
        Trust.EXPLORATORY,
    )
    assert found["s2"].point_biserial is not None
    assert found["s2"].point_biserial > 0.9
    assert found["s1"].difficulty.b < found["s2"].difficulty.b  # everybody had it right
    assert found["s2"].median_ms == 10_000


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        ("1-3 2\n1 2 3", {"s1": 1, "s3": 3, "s4": 2, "c1-1": 1, "c1-2": 2, "c2-1": 3}),
        ("listening: 3\nscript: 1  # late", {"c1-1": 3, "s1": 1}),
        ("s2=3, c3-1=1", {"s2": 3, "c3-1": 1}),
        ("\n", {}),
    ],
)
def test_a_sheet_is_typed_in_as_it_stands(typed: str, answers: dict[str, int]) -> None:
    assert sitting_entry.read_answers(a_paper(), typed) == answers


@pytest.mark.parametrize(
    ("typed", "line"),
    [("12345", 1), ("1\n2\n3", 3), ("x: 1", 1), ("s9=1", 1), ("1 a", 1), ("s1=4", 0), ("9", 0)],
)
def test_what_is_no_answer_is_named_by_its_line(typed: str, line: int) -> None:
    with pytest.raises(AnswersError) as caught:
        sitting_entry.read_answers(a_paper(), typed)

    assert caught.value.line == line


def test_what_does_not_fit_into_the_time_is_not_answered(school: School) -> None:
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper())
    answers = {item.id: 1 for item in begun.paper.items}

    done = sitting_entry.enter(school.app, begun, answers, dict.fromkeys(answers, 600_000))

    assert set(done.answers) == {"s1", "s2"}
    assert done.finished is not None
    assert done.finished.how is FinishedBy.TIME
