import pytest

from tests.cli.conftest import Run


def test_exams_are_listed_with_what_their_bank_allows(run: Run) -> None:
    exams = {exam["exam"]: exam for exam in run("exam", "list", "--json").json["exams"]}

    jft = exams["jft-basic"]
    assert (jft["items"], jft["minutes"]) == (48, 60)
    assert sum(section["items"] for section in jft["sections"]) == 48
    for exam in exams.values():
        missing = sum(lack["wanted"] - lack["found"] for lack in exam["lacks"])
        assert (missing == 0) or exam["forms"] == []
        assert exam["bank"] + missing >= exam["items"]


def test_a_paper_that_cannot_be_filled_says_what_is_missing(run: Run) -> None:
    ran = run("exam", "paper", "jlpt-n1", "--form", "Z", "--json")

    assert ran.code == 2
    assert ran.error["error"] == "missing-items"
    assert {"section", "type", "wanted", "found"} == set(ran.error["lacks"][0])
    assert sum(lack["wanted"] for lack in ran.error["lacks"]) == 100


def test_a_whole_form_is_put_together(run: Run) -> None:
    for exam in run("exam", "list", "--json").json["exams"]:
        for form in exam["forms"]:
            paper = run("exam", "paper", exam["id"], "--form", form, "--json").json

            testlets = [t for section in paper["sections"] for t in section["testlets"]]
            assert paper["form"] == form
            assert sum(len(t["items"]) for t in testlets) == exam["items"]


def test_a_simulation_gives_its_figures_and_the_same_for_one_seed(run: Run) -> None:
    command = ("exam", "simulate", "--exam", "jft-basic", "--people", "40", "--seed", "3", "--json")

    found = run(*command).json

    assert found == run(*command).json
    assert found["people"] == 40
    assert found["items"] == 48
    assert 0 < found["rmse"] < 1
    for share in ("right_side", "coverage", "verdicts", "verdicts_right"):
        assert 0 <= found[share] <= 1
    assert found["items_from"] == ("imagined" if found["lacks"] else "bank")


def test_a_simulation_on_imagined_items_says_so(run: Run) -> None:
    ran = run("exam", "simulate", "--exam", "jlpt-n1-2022", "--people", "3")

    assert "imagined" in ran.out
    assert "right side" in ran.out


@pytest.mark.parametrize("command", ["paper", "simulate"])
def test_an_exam_nobody_knows_is_refused(run: Run, command: str) -> None:
    words = ["exam", command, *(["--exam"] if command == "simulate" else []), "jlpt-n9", "--json"]

    ran = run(*words)

    assert ran.code == 2
    assert ran.error["error"] == "unknown-exam"
