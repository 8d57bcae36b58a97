from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument

from jp_trainer.services.sealed import seal_paper
from tests.cli.conftest import Run
from tests.papers import a_blueprint, a_paper

EXAM = "nursing-care-japanese"
CODE = "KMRT-AXBE-PWHN-CDYS"
# Else a command makes an application without a window, and later tests would get that one.
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    return seal_paper(a_blueprint(), a_paper(), tmp_path / "day.jpsealed", code=CODE).path


def test_a_fixed_paper_is_printed_into_a_folder(run: Run, tmp_path: Path) -> None:
    ran = run("exam", "paper", EXAM, "--form", "A", "--pdf", str(tmp_path), "--json")

    files = [Path(each["file"]) for each in ran.json["files"]]
    assert [file.name.rpartition("-")[2] for file in files] == [
        "booklet.pdf",
        "answers.pdf",
        "key.pdf",
    ]
    for file, each in zip(files, ran.json["files"], strict=True):
        document = QPdfDocument()
        assert document.load(str(file)) is QPdfDocument.Error.None_
        assert document.pageCount() == each["pages"]


def test_where_nothing_can_be_written_is_said(run: Run, tmp_path: Path) -> None:
    gone = tmp_path / "gone" / "paper.pdf"

    ran = run("exam", "paper", EXAM, "--form", "A", "--pdf", str(gone), "--json")

    assert ran.code == 2
    assert ran.error["error"] == "pdf-not-written"
    assert "paper.pdf" in ran.error["message"]


def test_a_paper_is_sealed_with_a_code_made_here_and_opened_with_it(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "exam.jpsealed"

    made = run("exam", "seal", EXAM, str(file), "--form", "A", "--json").json
    opened = run("exam", "open", str(file), "--code", made["code"].lower(), "--json").json

    whole = run("exam", "paper", EXAM, "--form", "A", "--json").json
    assert made["items"] == 15
    assert opened == whole


def test_a_wrong_code_is_one_sentence_and_shows_nothing(run: Run, sealed: Path) -> None:
    ran = run("exam", "open", str(sealed), "--code", "KMRT-AXBE-PWHN-CDYT", "--json")

    assert (ran.code, ran.out) == (2, "")
    assert ran.error["error"] == "wrong-code"
    assert "病院" not in ran.err


def test_a_file_that_is_no_seal_or_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.jpsealed"
    other.write_bytes(b"PK\x03\x04 something else")

    assert run("exam", "open", str(other), "--code", CODE, "--json").error["error"] == "not-a-seal"
    ran = run("exam", "open", str(tmp_path / "none"), "--code", CODE, "--json")
    assert ran.error["error"] == "sealed-file"


def test_a_sealed_paper_is_printed(run: Run, sealed: Path, tmp_path: Path) -> None:
    file = tmp_path / "sealed.pdf"

    ran = run("exam", "open", str(sealed), "--code", CODE, "--pdf", str(file), "--part", "key")

    assert ran.code == 0
    assert file.read_bytes().startswith(b"%PDF")


def test_the_answers_of_a_printed_sitting_become_a_result(run: Run) -> None:
    run("trainee", "add", "Amina")

    ran = run("exam", "enter", EXAM, "123-4 1 2 3 4 1", "--form", "A", "--json")

    assert (ran.json["answered"], ran.json["asked"]) == (9, 15)
    found = run("exam", "result", ran.json["sitting"], "--json").json
    assert found["finished"] == "submitted"


def test_answers_that_are_none_of_this_paper_are_refused(run: Run) -> None:
    run("trainee", "add", "Amina")

    ran = run("exam", "enter", EXAM, "1" * 16, "--form", "A", "--json")

    assert ran.code == 2
    assert ran.error["error"] == "answers"


def test_a_result_is_printed(run: Run, tmp_path: Path) -> None:
    run("trainee", "add", "Amina")
    run("exam", "enter", EXAM, "1234", "--form", "A")
    file = tmp_path / "result.pdf"

    ran = run("exam", "result", "last", "--pdf", str(file), "--language", "ur")

    assert ran.code == 0
    assert file.read_bytes().startswith(b"%PDF")
