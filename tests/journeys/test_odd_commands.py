"""The command line takes anything: an answer or one sentence, never a trace."""

import io
import re
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from jp_trainer.cli import program
from jp_trainer.cli.program import COMMANDS
from jp_trainer.services.opening import close_app, open_app

# What a shell can hand over: any text but NUL, and bytes that are no UTF-8 as lone surrogates.
ODD = st.one_of(
    st.sampled_from(
        [
            "",
            " ",
            "-",
            "--",
            "-1",
            "--json",
            "--help",
            "--nonsense",
            "=",
            "--data",
            "--now",
            "--now=yesterday",
            "--now=9999-12-31T23:59+14:00",
            "--now=0001-01-01T00:00",
            "--trainee",
            "--trainee=%s",
            "'; drop table event; --",
            "{}",
            "\udcff\udce9",
            "日本語",
            "علی",
            "١٢",
            "9" * 400,
            "a" * 5000,
            "../..",
            "nursing-care",
            "介護[かいご",
            "\n",
            "\t",
            "\u202e",
            "\ufeff",
            "next",
            "answer",
            "undo",
            "list",
            "add",
            "check",
            "install",
            "stats",
            "search",
            "1",
            "0",
            "99",
            "--limit=-5",
            "--deck=%",
            "NaN",
            "1e999",
        ]
    ),
    st.text(st.characters(exclude_characters="\0"), max_size=30),
)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one trainee in it."""
    folder = tmp_path_factory.mktemp("odd") / "data"
    close_app(open_app(folder))
    assert program.run(["--data", str(folder), "trainee", "add", "Ayesha"], lambda _s: 0) == 0
    return folder


def never_opens(_session: object) -> int:
    return 0


def run(patch: pytest.MonkeyPatch, given: bytes, *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    out, err = io.BytesIO(), io.BytesIO()
    with patch.context() as here:
        streams = io.TextIOWrapper(out), io.TextIOWrapper(err)
        here.setattr(sys, "stdout", streams[0])
        here.setattr(sys, "stderr", streams[1])
        here.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        code = program.run(list(arguments), never_opens)
        for stream in streams:
            stream.flush()
    return code, out.getvalue().decode(), err.getvalue().decode()


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(command=st.sampled_from(sorted(COMMANDS)), rest=st.lists(ODD, max_size=4))
@example(command="study", rest=["answer", "99"])
@example(command="furigana", rest=["\udcff\udce9"])
@example(command="words", rest=["search", "\udcff"])
@example(command="trainee", rest=["add", "\udcff"])
@example(command="restore", rest=["\udcff"])
@example(command="deck", rest=["check", "a" * 5000])
@example(command="deck", rest=["install", ""])
@example(command="restore", rest=["9" * 400])
@example(command="restore", rest=["\x1b[2J\x1e"])
@example(command="stats", rest=["--now", "9999-12-31T23:59+14:00"])
def test_any_arguments_get_an_answer_or_one_sentence(
    data: Path,
    command: str,
    rest: list[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    code, _out, said = run(
        monkeypatch, b"some \xff\xfe junk\n", "--data", str(data), command, *rest
    )

    assert code in (0, 1, 2)
    assert "Traceback" not in said
    assert "\x1b" not in said
    if code == 2 and "--help" not in rest:
        *_problems_of_a_deck, sentence = said.strip().splitlines()
        assert sentence.startswith(("jp-trainer: ", "{"))


@settings(
    max_examples=10,  # each loads the dictionary: long inputs instead of many
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    junk=st.lists(st.binary(max_size=40) | st.text(max_size=20).map(str.encode), max_size=60).map(
        b"\n".join
    ),
    how=st.sampled_from([(), ("--json",), ("--kana",)]),
)
@example(junk=b"\xff\xfe\x00\x00\xed\xa0\x80\n\n\x1b[2J\x07", how=())
@example(junk="\u2028\x0b\x0c\x85\x1c入浴\n[\n]\n介護[かい".encode(), how=())
@example(junk=b"", how=())
@example(junk=b"\n\n", how=("--kana",))
@example(junk="あ".encode() * 20_000, how=("--json",))
def test_furigana_of_any_bytes_is_a_line_for_a_line(
    junk: bytes, how: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, said = run(monkeypatch, junk, "furigana", *how, "-")

    assert code == 0
    assert said == ""
    lines = re.split(r"\r\n|\r|\n", junk.decode(errors="replace"))
    assert out.count("\n") == len(lines) - (not lines[-1])
