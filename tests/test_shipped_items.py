"""The items that are shipped: nobody is examined with a faulty one."""

import pytest

from jp_trainer import paths
from jp_trainer.core.deck_problems import Severity
from jp_trainer.core.exam import item_json
from jp_trainer.core.exam.bank import Bank
from jp_trainer.formats.item_reader import read_bank
from jp_trainer.japanese.readings import Reader
from jp_trainer.services.item_check import Report, check

ITEMS = paths.assets() / "exams" / "items"
FORMS = {"jft-basic": 48, "jlpt-n5": 67, "nursing-care-japanese": 15}


@pytest.fixture(scope="module")
def report() -> Report:
    reader = Reader(paths.assets() / "readings")
    return check(
        ITEMS, paths.assets(), paths.decks(), reader, with_strategies=True, with_voice=False
    )


@pytest.fixture(scope="module", params=FORMS)
def bank(request: pytest.FixtureRequest) -> Bank:
    return read_bank(ITEMS / str(request.param))


def test_all_shipped_items_are_without_errors(report: Report) -> None:
    assert [
        (p.path.name, p.line, p.subject, p.key, p.code.value, dict(p.facts))
        for p in report.problems
        if p.severity is Severity.ERROR
    ] == []


def test_each_exam_of_the_starter_bank_has_a_whole_form(report: Report) -> None:
    for exam, count in FORMS.items():
        of_form = [item for item in read_bank(ITEMS / exam).items if "A" in item.forms]
        assert len(of_form) == count
    assert not [p.facts for p in report.problems if p.code.value == "form-count"]


def test_no_strategy_that_needs_no_japanese_pays(report: Report) -> None:
    scores = [(exam, s) for exam, found in report.strategies.items() for s in found]

    assert len(scores) > 10
    assert [(exam, s.strategy, s.share) for exam, s in scores if not s.is_fair] == []


def test_shipped_testlets_come_back_from_json_as_they_were(bank: Bank) -> None:
    digests = {item_json.digest(testlet) for testlet in bank.testlets}

    assert len(digests) == len(bank.testlets)
    assert all(item_json.of_json(item_json.to_json(each)) == each for each in bank.testlets)
