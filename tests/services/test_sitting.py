from jp_trainer.core.exam.sitting_state import FinishedBy
from jp_trainer.services import sitting
from tests.examples import School
from tests.papers import a_blueprint, a_paper


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
