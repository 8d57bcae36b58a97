import pytest

from jp_trainer.core.errors import TrainerError
from jp_trainer.core.exam.papers import Mode
from jp_trainer.services import exam_results, sitting
from jp_trainer.services.errors import AnswersError, SittingRunningError
from jp_trainer.services.printed_sitting import enter_sheet, typed_answers
from tests.examples import School
from tests.papers import a_blueprint, a_paper

IDS = ("s1", "s2", "s3", "s4", "c1-1", "c1-2", "c2-1", "c3-1")


@pytest.mark.parametrize(
    "text", ["2 3 0 1 1 - 2 3", "230110 23".replace("10 ", "1-"), "2,3,0,1;1,0,2,3\n", "230 1|1-23"]
)
def test_digits_run_through_all_sections_and_blanks_stay_blank(text: str) -> None:
    given = typed_answers(a_paper(), text)

    assert [given.get(id, 0) for id in IDS] == [2, 3, 0, 1, 1, 0, 2, 3]


def test_several_lines_are_sections() -> None:
    assert typed_answers(a_paper(), "2\n1 1") == {"s1": 2, "c1-1": 1, "c1-2": 1}
    assert typed_answers(a_paper(), "listening: 3") == {"c1-1": 3}


@pytest.mark.parametrize("text", ["4", "2 x", "111111111", "①", "1 ² 3"])
def test_what_is_no_answer_of_this_paper_is_refused_and_nothing_is_written(
    school: School, text: str
) -> None:
    with pytest.raises(AnswersError):
        enter_sheet(school.app, school.trainee, a_blueprint(), a_paper(), text)

    assert sitting.running(school.app, school.trainee) is None
    assert exam_results.history(school.app, school.trainee) == ()


def test_a_printed_sitting_is_a_finished_full_one_that_counts_and_says_it_was_printed(
    school: School,
) -> None:
    # The keys of the paper are 2, 3, 1, 2 and four times 1.
    state = enter_sheet(school.app, school.trainee, a_blueprint(), a_paper(), "2312 1110")

    school.reopened()
    found = exam_results.result(school.app, school.trainee, state.id)
    assert found.state.mode is Mode.FULL
    assert found.state.printed
    assert found.state.finished is not None
    assert not found.state.is_assisted
    assert (found.right, found.asked) == (7, 8)
    assert found.estimate is not None
    assert found.breaks == ()


def test_a_sitting_on_the_screen_is_not_called_printed(school: School) -> None:
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper())

    assert not begun.printed
    assert not sitting.load(school.app, begun.id).printed


def test_answers_wait_until_a_running_mock_is_over(school: School) -> None:
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper())

    with pytest.raises(SittingRunningError):
        enter_sheet(school.app, school.trainee, a_blueprint(), a_paper(prefix="p"), "1")

    assert sitting.running(school.app, school.trainee) == begun
    assert issubclass(SittingRunningError, TrainerError)
