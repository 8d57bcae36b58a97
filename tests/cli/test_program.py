"""The program as it is started: options, exit codes, errors, the app."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jp_trainer.cli import program
from jp_trainer.cli.session import Session
from jp_trainer.services import opening
from tests.cli.conftest import Run

ROOT = Path(__file__).resolve().parents[2]


def start(*arguments: str, data: Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """The real program, in a console that is not UTF-8."""
    environment = os.environ | {"JP_TRAINER_DATA": str(data), "PYTHONIOENCODING": "cp1252"}
    return subprocess.run(
        [sys.executable, "-m", "jp_trainer", *arguments],
        cwd=ROOT,
        env=environment,
        input=given,
        capture_output=True,
        timeout=60,
        check=False,
    )


def test_without_a_command_the_app_opens(run: Run) -> None:
    assert run().code == 7
    assert run("deck", "list").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("--json", "deck", "list"),
        ("deck", "--json", "list"),
        ("deck", "list", "--json"),
    ],
)
def test_the_options_of_all_commands_may_stand_anywhere(
    run: Run, arguments: tuple[str, ...]
) -> None:
    assert run(*arguments).json["decks"]


def test_what_follows_two_dashes_is_text(run: Run) -> None:
    assert run("furigana", "--", "--json").out == "--json\n"


@pytest.mark.parametrize(
    ("arguments", "name", "said"),
    [
        (("deck", "install", "martian"), "unknown-deck", "martian"),
        (("stats",), "nobody", "trainee add"),
        (("stats", "--trainee", "Bilal"), "unknown-trainee", "Bilal"),
        (("--now", "tomorrow", "stats"), "bad-time", "tomorrow"),
        (("--now", "0001-01-01T00:00+05:00", "stats"), "bad-time", "0001"),
        (("words", "search", "a", "--deck", "farm"), "unknown-deck", "farm"),
        (("words", "search", "a", "--filter", "due"), "nobody", "trainee add"),
        (("trainee", "add", "Ali", "--minutes", "no"), "usage", "integer. See: jp-trainer --help"),
        (("furigana",), "usage", "text"),
        (("juggle",), "usage", "juggle"),
        (("deck", "list", "--fast"), "usage", "--fast"),
        (("restore", "last"), "no-backup", "no backup"),
        (("trainee", "add", " "), "not-a-name", "name"),
    ],
)
def test_what_could_not_be_done_is_one_sentence_and_exit_2(
    run: Run, arguments: tuple[str, ...], name: str, said: str
) -> None:
    plain, structured = run(*arguments), run("--json", *arguments)

    assert (plain.code, structured.code) == (2, 2)
    assert (plain.out, structured.out) == ("", "")
    assert plain.err.startswith("jp-trainer: ")
    assert plain.err.count("\n") == 1
    assert said in plain.err
    assert structured.error["error"] == name
    assert said in structured.error["message"]


def test_a_mistake_in_the_program_is_not_taken_for_a_no(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def open_desktop(_session: Session) -> int:
        return 1 // 0

    code = program.run(["--json"], open_desktop)

    told = json.loads(capsys.readouterr().err)
    assert (code, told["error"]) == (2, "bug")
    assert "ZeroDivisionError" in told["traceback"]


def test_a_file_that_is_no_database_is_refused_in_a_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "trainer.db").write_bytes(b"no database, but long enough" * 100)

    ran = run("stats")

    assert ran.code == 2
    assert "trainer.db" in ran.err


def test_data_that_an_open_app_uses_are_left_alone(run: Run, tmp_path: Path) -> None:
    app = opening.open_app(tmp_path / "data")
    try:
        ran = run("trainee", "add", "Ayesha", "--json")
    finally:
        opening.close_app(app)

    assert (ran.code, ran.error["error"]) == (2, "file-in-use")
    assert run("trainee", "list", "--json").json["trainees"] == []


def test_the_clock_can_be_set(run: Run) -> None:
    run("trainee", "add", "Ayesha")

    late = run("--now", "2026-11-23T03:59+05:00", "stats", "--json").json
    early = run("--now", "2026-11-23T04:00+05:00", "stats", "--json").json

    assert (late["day"], early["day"]) == ("2026-11-22", "2026-11-23")


def test_furigana_is_written_in_brackets_as_spans_and_as_it_is_said(run: Run) -> None:
    text = "利用者の体位を変えます。"

    assert run("furigana", text).out == "利用者[りようしゃ]の 体位[たいい]を 変[か]えます。\n"
    assert run("furigana", text, "--kana").out == "リヨーシャノタイイオカエマス。\n"
    spans = run("furigana", text, "--json").json["spans"]
    assert spans[0] == {"base": "利用者", "reading": "りようしゃ"}
    assert "".join(span["base"] for span in spans) == text


def test_each_line_in_is_one_line_out(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("\ufeff学校\r\n\n病院へ\n[目]"))

    out = run("furigana", "-").out

    assert out == "学校[がっこう]\n\n病院[びょういん]へ\n［ 目[め]］\n"


def test_the_real_program_speaks_utf8_whatever_the_console(tmp_path: Path) -> None:
    lines = "学校へ\n病院\n".encode()

    ran = start("furigana", "-", "--json", data=tmp_path, given=lines)

    assert ran.returncode == 0, ran.stderr
    answers = [json.loads(line) for line in ran.stdout.decode("utf-8").splitlines()]
    assert [a["spans"][0]["reading"] for a in answers] == ["がっこう", "びょういん"]
    assert list(tmp_path.iterdir()) == []


def test_lines_are_answered_as_they_come(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "jp_trainer", "--data", str(tmp_path), "furigana", "-"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for word, expected in (("学校", "学校[がっこう]"), ("病院", "病院[びょういん]")):
            process.stdin.write(f"{word}\n".encode())
            process.stdin.flush()
            assert process.stdout.readline().decode().strip() == expected
        process.stdin.close()
    assert process.returncode == 0


def test_a_reader_who_has_had_enough_is_no_error(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "jp_trainer", "--data", str(tmp_path), "furigana", "-"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        process.stdout = None
        _, complaint = process.communicate("学校\n病院\n".encode(), timeout=60)

    assert (process.returncode, complaint) == (0, b"")


def test_every_command_has_a_module(run: Run) -> None:
    for name in program.COMMANDS:
        assert run(name, "--help").code == 0
