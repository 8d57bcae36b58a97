"""What the commands do with items."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.exam_texts import CONTEXT


def write(tmp_path: Path, text: str) -> str:
    folder = tmp_path / "jlpt-n5"
    folder.mkdir()
    (folder / "a.toml").write_text(text, encoding="utf-8")
    return str(folder)


def test_items_without_a_fault_are_checked_in_peace(run: Run, tmp_path: Path) -> None:
    ran = run("item", "check", write(tmp_path, CONTEXT))

    assert ran.code == 0
    assert ran.out.startswith("1 item: 0 errors, 0 warnings")


def test_a_fault_is_told_with_file_and_line_and_the_exit_code_is_one(
    run: Run, tmp_path: Path
) -> None:
    folder = write(tmp_path, CONTEXT.replace("のんで", "きて"))
    ran = run("item", "check", folder)
    told = run("item", "check", folder, "--json")

    assert ran.code == told.code == 1
    first = ran.out.split("\n")[0]
    assert first.startswith(f"{folder}/a.toml:3: error: n5-cx-01 options: Two options")
    (problem,) = told.json["problems"]
    assert (problem["code"], problem["line"], problem["id"]) == ("same-options", 3, "n5-cx-01")


def test_a_warning_makes_the_exit_code_one_only_if_that_is_wanted(run: Run, tmp_path: Path) -> None:
    folder = write(tmp_path, CONTEXT.replace("It is hot. So open it.", "It is hot."))

    assert run("item", "check", folder).code == 0
    assert run("item", "check", folder, "--strict").code == 1


def test_strategies_are_shown_with_what_guessing_scores(run: Run, tmp_path: Path) -> None:
    ran = run("item", "check", write(tmp_path, CONTEXT), "--strategies", "--json")

    first = next(each for each in ran.json["strategies"] if each["strategy"] == "first")
    assert first == {
        "exam": "jlpt-n5",
        "strategy": "first",
        "items": 1,
        "share": 1.0,
        "avoiding": 0.0,
        "chance": 0.25,
        "fair": True,
    }


def test_a_folder_that_is_not_there_cannot_be_checked(run: Run, tmp_path: Path) -> None:
    ran = run("item", "check", str(tmp_path / "none"), "--json")

    assert ran.code == 2
    assert ran.error["error"] == "no-such-folder"


def test_shipped_items_are_listed_by_exam_and_form(run: Run) -> None:
    whole = run("item", "list", "--json").json["items"]
    form = run("item", "list", "--exam", "jft-basic", "--form", "A", "--json").json["items"]

    assert {item["exam"] for item in form} == {"jft-basic"}
    assert len(form) == 48
    assert len(whole) > len(form)


def test_an_item_is_shown_with_its_key_and_place(run: Run) -> None:
    item = run("item", "list", "--exam", "jlpt-n5", "--json").json["items"][0]
    ran = run("item", "show", item["id"])
    told = run("item", "show", item["id"], "--json")

    assert ran.code == 0
    assert f" *{item['key']}. " in ran.out
    assert told.json["items"][0]["key"] == item["key"]
    assert told.json["digest"] == item["digest"]


def test_an_item_that_is_not_there_cannot_be_shown(run: Run) -> None:
    ran = run("item", "show", "n5-none", "--json")

    assert (ran.code, ran.error["error"]) == (2, "unknown-item")
