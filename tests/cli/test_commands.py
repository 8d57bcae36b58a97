"""What the commands do with decks, people, study, backups."""

from pathlib import Path
from typing import Any

import pytest

from jp_trainer.core.deck_problems import Code
from jp_trainer.wording import deck_problems
from tests.cli.conftest import Run

TOML = (
    'format = 1\nid = "farm"\nversion = {version}\ntitle = {{ en = "Farm" }}\nlanguages = ["en"]\n'
)
ROWS = (
    "id,word,reading,pos,meaning_en",
    "semi,蝉,せみ,noun,cicada",
    "chou,蝶,ちょう,noun,butterfly",
    "ari,蟻,あり,noun,ant",
    "hachi,蜂,はち,noun,bee",
)


@pytest.fixture
def farm(tmp_path: Path) -> Path:
    folder = tmp_path / "farm"
    write(folder)
    return folder


def write(folder: Path, *more: str, version: int = 1) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "deck.toml").write_text(TOML.format(version=version), encoding="utf-8")
    (folder / "words.csv").write_text("\n".join((*ROWS, *more)), encoding="utf-8")


def ask(run: Run, *more: str) -> dict[str, Any]:
    return run("study", "next", *more).json


def right_choice(question: dict[str, Any]) -> str:
    word = question["card"].partition("/")[0]
    return next(str(o["choice"]) for o in question["options"] if o["word"] == word)


def test_from_a_fresh_folder_two_commands_lead_to_the_first_question(run: Run) -> None:
    added = run("trainee", "add", "Ayesha", "--json").json["trainee"]

    question = ask(run)

    assert added["decks"] == ["hiragana", "katakana", "common-work"]
    assert question["aspect"] == "meaning"
    assert [option["choice"] for option in question["options"]] == [1, 2, 3, 4]


def test_the_named_decks_are_installed_and_studied_in_the_language_wanted(run: Run) -> None:
    run("trainee", "add", "Bilal", "--language", "ur", "--deck", "nursing-care")

    question = ask(run, "--trainee", "bilal")

    assert question["card"].startswith("nursing-care:")
    assert all("\u0600" <= option["text"][0] <= "\u06ff" for option in question["options"])
    assert run("deck", "list", "--json").json["decks"][-1]["installed"] == 1


def test_an_unknown_deck_adds_nobody(run: Run) -> None:
    assert run("trainee", "add", "Bilal", "--deck", "martian").code == 2
    assert run("trainee", "list", "--json").json["trainees"] == []


def test_several_people_are_told_apart_by_name_or_id(run: Run) -> None:
    run("trainee", "add", "Ayesha", "--deck", "hiragana")
    bilal = run("trainee", "add", "Bilal", "--deck", "katakana", "--json").json["trainee"]

    assert run("study", "next").code == 2
    assert ask(run, "--trainee", "Bilal") == ask(run, "--trainee", bilal["id"])


def test_a_right_answer_says_when_the_card_returns_and_what_comes_next(run: Run) -> None:
    run("trainee", "add", "Ayesha", "--deck", "nursing-care")
    now = ("--now", "2026-11-23T09:00+05:00")
    question = run("study", "next", *now).json

    answered = run(
        *("study", "answer", "--question", question["question"]),
        *("--choice", right_choice(question), "--ms", "2500", *now),
    ).json

    assert (answered["verdict"], answered["right"], answered["counted"]) == ("right", True, True)
    assert answered["back_in_days"] >= 1
    assert answered["returns"] > "2026-11-23"
    assert answered["next"] == run("study", "next", *now).json["question"]


def test_a_wrong_answer_says_why_and_comes_again_in_the_round(run: Run) -> None:
    run("trainee", "add", "Ayesha", "--deck", "nursing-care")
    question = ask(run)
    wrong = next(o for o in question["options"] if o["word"] != question["card"].partition("/")[0])

    answered = run(
        "study", "answer", "--question", question["question"], "--choice", str(wrong["choice"])
    ).json

    assert (answered["verdict"], answered["reason"]) == ("wrong", "other-word")
    assert answered["again_in_round"]


def test_a_stale_question_writes_nothing_and_says_no(run: Run) -> None:
    run("trainee", "add", "Ayesha", "--deck", "nursing-care")
    question = ask(run)
    answer = ("study", "answer", "--question", question["question"], "--give-up")
    run(*answer)

    again = run(*answer, "--json")

    assert (again.code, again.out, again.error["error"]) == (1, "", "stale-question")
    assert run("stats", "--json").json["answers"] == 1


@pytest.mark.parametrize("given", [(), ("--choice", "1", "--give-up"), ("--knew", "--forgot")])
def test_exactly_one_answer_is_taken(run: Run, given: tuple[str, ...]) -> None:
    run("trainee", "add", "Ayesha", "--deck", "nursing-care")
    question = ask(run)

    ran = run("study", "answer", "--question", question["question"], *given, "--json")

    assert (ran.code, ran.error["error"]) == (2, "one-answer")


def test_an_answer_of_another_kind_is_refused_and_the_question_stays(run: Run) -> None:
    run("trainee", "add", "Ayesha", "--deck", "nursing-care")
    question = ask(run)

    ran = run("study", "answer", "--question", question["question"], "--kana", "かいご", "--json")

    assert (ran.code, ran.error["error"]) == (2, "not-asked-that-way")
    assert ask(run) == question


def test_undo_asks_the_question_again_until_nothing_is_left(run: Run) -> None:
    run("trainee", "add", "Ayesha", "--deck", "nursing-care")
    question = ask(run)
    run("study", "answer", "--question", question["question"], "--give-up")

    undone = run("study", "undo").json

    assert (undone["undone"], undone["word"]) == ("answer", question["card"].partition("/")[0])
    assert ask(run)["card"] == question["card"]
    nothing = run("study", "undo")
    assert (nothing.code, nothing.json["undone"]) == (1, None)


def test_a_round_has_an_end(run: Run) -> None:
    run("trainee", "add", "Ayesha", "--deck", "hiragana", "--minutes", "5")
    answered: dict[str, Any] = {"next": ""}
    questions = 0
    while answered["next"] is not None:
        question = ask(run)
        answered = run(
            *("study", "answer", "--question", question["question"]),
            *("--choice", right_choice(question)),
        ).json
        questions += 1
        assert questions < 60

    assert answered["round"] == "done"
    assert answered["words"] == answered["right_first"] == questions
    over = ask(run)
    assert (over["question"], over["round"]) == (None, "done")


def test_a_folder_is_installed_and_its_new_version_counted(run: Run, farm: Path) -> None:
    first = run("deck", "install", str(farm), "--json").json["installed"]
    write(farm, "doro,泥,どろ,noun,mud", version=2)
    second = run("deck", "install", str(farm), "--json").json["installed"]

    assert first == [
        {"id": "farm", "version": 1, "before": None, "new": 4, "changed": 0}
        | {"same": 0, "removed": 0}
    ]
    assert (second[0]["before"], second[0]["new"], second[0]["same"]) == (1, 1, 4)
    stats = run("deck", "stats", "farm", "--json").json
    assert (stats["words"], stats["pos"]) == (5, {"noun": 5})


def test_a_refused_deck_names_every_problem_and_exits_2(run: Run, farm: Path) -> None:
    write(farm, "x,木,ki,noun,tree", "y,草,くさ,verb,grass")

    ran = run("deck", "install", str(farm))

    assert ran.code == 2
    assert f"{farm / 'words.csv'}:6: error: x reading: “ki” is not kana alone." in ran.err
    assert f"{farm / 'words.csv'}:7: error: y pos: There is no part of speech verb." in ran.err
    assert ran.err.splitlines()[-1].startswith("jp-trainer: The deck in")
    refused = run("deck", "install", str(farm), "--json").error
    assert [problem["line"] for problem in refused["problems"]] == [6, 7]


def test_a_check_says_file_line_what_and_how_to_mend(run: Run, farm: Path) -> None:
    assert run("deck", "check", str(farm)).code == 0
    write(farm, "x,木,ki,noun,tree")

    ran = run("deck", "check", str(farm))
    body = run("deck", "check", str(farm), "--json")

    assert (ran.code, body.code) == (1, 1)
    assert ran.out.splitlines()[0] == (
        f"{farm / 'words.csv'}:6: error: x reading: “ki” is not kana alone. "
        "Write it in hiragana or katakana."
    )
    problem = body.json["problems"][0]
    assert (problem["line"], problem["column"], problem["id"]) == (6, "reading", "x")
    assert (problem["severity"], problem["code"], body.json["errors"]) == ("error", "not-kana", 1)


def test_doubts_count_only_if_wanted(run: Run, farm: Path) -> None:
    write(farm, "x,梟,きょう,noun,owl")

    assert run("deck", "check", str(farm)).code == 0
    assert run("deck", "check", str(farm), "--strict").code == 1


def test_a_check_needs_no_data_folder(run: Run, farm: Path, tmp_path: Path) -> None:
    run("deck", "check", str(farm))

    assert not (tmp_path / "data").exists()


def test_every_problem_has_its_sentence() -> None:
    assert set(deck_problems._SENTENCES) == set(Code)


@pytest.mark.parametrize("query", ["蝉", "セミ", "semi", "cicada"])
def test_words_are_found(run: Run, farm: Path, query: str) -> None:
    run("deck", "install", str(farm))

    found = run("words", "search", query, "--json").json

    assert [word["id"] for word in found["words"]] == ["farm:semi"]
    assert "蝉 (せみ)  cicada  [farm:semi]" in run("words", "search", query).out


def test_words_are_filtered_for_a_person(run: Run) -> None:
    run("trainee", "add", "Ayesha", "--deck", "hiragana")
    question = ask(run)
    run("study", "answer", "--question", question["question"], "--give-up")

    search = ("words", "search", question["prompt"], "--trainee", "Ayesha", "--json")

    assert run(*search).json["words"][0]["stage"] == "learning"
    assert run(*search, "--filter", "new").json["words"] == []


def test_stats_count_what_was_done(run: Run) -> None:
    run("trainee", "add", "Ayesha", "--deck", "hiragana")
    question = ask(run)
    run("study", "answer", "--question", question["question"], "--give-up", "--ms", "60000")

    stats = run("stats", "--json").json

    assert (stats["answers"], stats["days"], stats["minutes"]) == (1, 1, 1)
    assert stats["decks"] == [{"id": "hiragana", "words": 104, "begun": 1, "known": 0}]
    assert "Ayesha: 1 day, 1 answer," in run("stats").out


def test_a_backup_can_be_put_back(run: Run) -> None:
    run("trainee", "add", "Ayesha", "--deck", "hiragana")
    path = run("backup").out.strip()
    run("trainee", "add", "Bilal", "--deck", "hiragana")

    restored = run("restore", Path(path).name, "--json").json

    assert restored["restored"] == path
    assert [t["name"] for t in run("trainee", "list", "--json").json["trainees"]] == ["Ayesha"]
    kept = run("backup", "--list", "--json").json["backups"]
    assert [one["trainees"] for one in kept] in (
        [["Ayesha", "Bilal"], ["Ayesha"]],
        [["Ayesha"], ["Ayesha", "Bilal"]],  # made in the same second
    )


@pytest.mark.usefixtures("qapp")
def test_the_doctor_finds_what_the_app_needs(run: Run) -> None:
    ran = run("doctor", "--json")

    checks = {check["name"]: check for check in ran.json["checks"]}
    assert list(checks) == ["versions", "fonts", "readings", "database", "sound", "voice"]
    assert all(check["ok"] for check in checks.values() if check["needed"]), checks
    assert ran.code == 0


@pytest.mark.usefixtures("qapp")
def test_the_doctor_says_no_when_the_file_is_damaged(run: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "trainer.db").write_bytes(b"no database, but long enough" * 100)

    ran = run("doctor", "--json")

    checks = {check["name"]: check for check in ran.json["checks"]}
    assert (ran.code, checks["database"]["ok"]) == (1, False)
    assert "damaged" in checks["database"]["detail"]
