"""Whoever opens the database with another program and changes a sitting is found out."""

import sqlite3

import pytest

from jp_trainer.core.exam.sitting_log import BreakKind
from jp_trainer.services import exam_results, sitting, sitting_entry
from tests.examples import School
from tests.papers import a_blueprint, a_paper


def a_sitting(school: School) -> str:
    paper = a_paper()
    state = sitting.begin_paper(school.app, school.trainee, a_blueprint(), paper)
    answers = {item.id: 1 for item in paper.items}
    return sitting_entry.enter(school.app, state, answers, {}).id


@pytest.mark.parametrize(
    "change",
    [
        """delete from event where id = (select id from event where subject = :id
           order by seq desc limit 1)""",
        "update sitting set body = replace(body, '\"s1\":1', '\"s1\":2') where id = :id",
        "update sitting set begun_at = begun_at - 86400000000 where id = :id",
        "update sitting set finished = '' where id = :id",
    ],
    ids=["the last event is gone", "another answer is kept", "begun earlier", "not finished"],
)
def test_a_change_by_another_program_shows(school: School, change: str) -> None:
    id = a_sitting(school)
    assert exam_results.result(school.app, school.trainee, id).breaks == ()

    with sqlite3.connect(school.app.database.path) as other:
        for (trigger,) in other.execute("select name from sqlite_master where type = 'trigger'"):
            other.execute(f'drop trigger "{trigger}"')
        assert other.execute(change, {"id": id}).rowcount == 1
    other.close()

    found = exam_results.result(school.app, school.trainee, id).breaks
    assert {each.kind for each in found} == {BreakKind.KEPT}


def test_a_sitting_that_still_runs_is_whole(school: School) -> None:
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper())
    sitting.answer(school.app, begun.id, "s1", 2, ms=900)
    sitting.tick(school.app, begun.id, 50_000)

    assert exam_results.result(school.app, school.trainee, begun.id).breaks == ()
