"""Sit, look at and study from the command line, on the papers that are shipped."""

import json
from pathlib import Path

import pytest

from jp_trainer.core.exam.papers import Mode
from jp_trainer.services import people, sitting
from tests.cli.conftest import Ran, Run
from tests.examples import Clock, an_app


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """Option 1 all through the first two sections of the nursing care paper."""
    path = tmp_path / "answers.txt"
    path.write_text("11111 # as typed\n1 1 1 1 1\n", encoding="utf-8")
    return path


@pytest.fixture
def sat(run: Run, answers: Path) -> Ran:
    """A sitting of form A of the nursing care exam."""
    run("trainee", "add", "Ayesha")
    exam = ("--exam", "nursing-care-japanese", "--form", "A")
    return run("exam", "sit", *exam, "--answers", str(answers), "--json")


def test_a_paper_is_sat_from_a_file_of_answers(sat: Ran) -> None:
    body = sat.json

    assert (body["finished"], body["form"], body["asked"]) == ("submitted", "A", 15)
    assert body["official"] is False
    assert body["intact"] is True
    assert len(body["seal"]) == 14
    assert body["estimate"]["no_verdict"] == "few_items"


def test_its_result_is_the_same_later(run: Run, sat: Ran) -> None:
    later = run("exam", "result", sat.json["sitting"], "--json")

    assert later.json == sat.json
    assert run("exam", "result", "last", "--json").json == sat.json


def test_every_item_is_shown_with_its_key_when_asked(run: Run, sat: Ran) -> None:
    items = run("exam", "result", sat.json["sitting"], "--items", "--json").json["items"]

    assert len(items) == 15
    assert sum(item["right"] for item in items) == sat.json["right"]
    assert all(item["why"]["en"] and item["why"]["ur"] for item in items)
    lines = run("exam", "result", sat.json["sitting"], "--items").out.splitlines()
    assert "an estimate by this app, not an official score" in lines
    assert any("key" in line for line in lines)


def test_mistakes_go_into_study_once(run: Run, sat: Ran) -> None:
    first = run("exam", "study", sat.json["sitting"], "--json").json
    second = run("exam", "study", sat.json["sitting"], "--json").json

    assert len(first["words"]) >= 5
    assert (first["again"], second["again"]) == (False, True)
    asked = run("study", "next").json
    assert asked["card"].partition("/")[0] in {
        *(word["id"] for word in first["words"]),
        *(word["of_deck"] for word in first["words"]),
    }


def test_the_same_paper_again_is_offered_only_when_asked_for(
    run: Run, sat: Ran, answers: Path
) -> None:
    exam = ("--exam", "nursing-care-japanese", "--form", "A", "--answers", str(answers), "--json")

    refused = run("exam", "sit", *exam)
    again = run("exam", "sit", *exam, "--again")

    assert refused.error["lacks"][0] == {
        "section": "words", "type": "care_word", "wanted": 5, "found": 0
    }  # fmt: skip
    assert "words care_word 0 of 5" in refused.error["message"]
    assert set(again.json["left_out"].values()) == {"seen"}
    assert len(run("exam", "history", "--json").json["sittings"]) == 2
    assert sat.code == 0


def test_a_section_and_times_are_taken_from_json(run: Run, tmp_path: Path) -> None:
    run("trainee", "add", "Ayesha")
    paper = run("exam", "paper", "jft-basic", "--form", "A", "--json").json
    (listening,) = [s for s in paper["sections"] if s["id"] == "listening"]
    items = [item["id"] for testlet in listening["testlets"] for item in testlet["items"]]
    file = tmp_path / "answers.json"
    body = {"answers": dict.fromkeys(items, 1), "ms": dict.fromkeys(items, 20_000)}
    file.write_text(json.dumps(body), encoding="utf-8")

    exam = ("--exam", "jft-basic", "--form", "A", "--section", "listening")
    sat = run("exam", "sit", *exam, "--answers", str(file), "--json").json

    assert (sat["mode"], sat["asked"]) == ("section", len(items))
    assert sat["ms"] == {"listening": 20_000 * len(items)}
    assert sat["remaining_ms"]["listening"] == 15 * 60_000 - 20_000 * len(items)
    assert sat["estimate"]["verdict"] == "none"


@pytest.mark.parametrize(
    ("text", "name"),
    [("9", "answers"), ("{", "answers-json"), ("nowhere: 1", "answers")],
)
def test_what_is_no_list_of_answers_begins_nothing(
    run: Run, tmp_path: Path, text: str, name: str
) -> None:
    run("trainee", "add", "Ayesha")
    file = tmp_path / "answers.txt"
    file.write_text(text, encoding="utf-8")

    exam = ("--exam", "nursing-care-japanese", "--form", "A", "--again")
    ran = run("exam", "sit", *exam, "--answers", str(file), "--json")

    assert ran.code == 2
    assert ran.error["error"].startswith(name)
    assert run("exam", "history", "--json").json["sittings"] == []


def test_a_file_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    run("trainee", "add", "Ayesha")

    ran = run("exam", "sit", "--exam", "jft-basic", "--answers", str(tmp_path / "none"), "--json")

    assert (ran.code, ran.error["error"]) == (2, "answers-unreadable")


def test_a_sitting_nobody_sat_is_refused(run: Run) -> None:
    run("trainee", "add", "Ayesha")

    assert run("exam", "result", "x", "--json").code == 2
    assert run("exam", "result", "last", "--json").error["error"] == "no-sitting"


def test_a_sitting_that_was_broken_off_is_gone_on_with(
    run: Run, answers: Path, tmp_path: Path
) -> None:
    run("trainee", "add", "Ayesha")
    app = an_app(tmp_path / "data", Clock())
    (who,) = people.everyone(app)
    begun = sitting.begin(app, who.id, "nursing-care-japanese", Mode.FULL, form="A")
    sitting.answer(app, begun.id, "kaigo-w-01", 2, ms=900)
    sitting.move(app, begun.id, "kaigo-w-04")
    app.database.close()

    exam = ("--exam", "nursing-care-japanese", "--form", "A", "--answers", str(answers), "--json")
    sat = run("exam", "sit", *exam).json

    assert (sat["sitting"], sat["finished"]) == (begun.id, "submitted")
    assert len(sat["interruptions"]) == 1
    assert sat["intact"] is True


def test_where_nothing_or_little_counts_no_chance_is_told(
    run: Run, sat: Ran, answers: Path
) -> None:
    exam = ("--exam", "nursing-care-japanese", "--form", "A", "--answers", str(answers))

    first = run("exam", "result", "last").out
    run("exam", "sit", *exam, "--again")
    second = run("exam", "result", "last").out

    assert sat.code == 0
    assert "estimated" in first
    assert "no verdict: few items" in first
    assert "estimated" not in second
    assert "no estimate" in second
    assert "chance" not in first + second
