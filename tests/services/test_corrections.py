"""Readings that people on one machine put right."""

from pathlib import Path

import pytest

from jp_trainer.services import corrections, furigana, opening
from jp_trainer.services.corrections import Corrections


def write(folder: Path, text: str) -> Path:
    (folder / "readings.tsv").write_text(text, encoding="utf-8")
    return folder


def test_without_the_file_there_is_nothing_to_put_right(tmp_path: Path) -> None:
    assert corrections.read(tmp_path) == Corrections({})


def test_a_correction_goes_before_what_the_engine_knows(tmp_path: Path) -> None:
    reader = furigana.open_reader(write(tmp_path, "\ufeff# names\n幸子\tゆきこ\tnight shift\r\n"))

    assert furigana.bracketed(reader, "幸子さん") == "幸子[ゆきこ]さん"


def test_the_app_reads_as_the_machine_was_taught(tmp_path: Path) -> None:
    app = opening.open_app(write(tmp_path, "一号機\tはやぶさ\n"))
    try:
        assert app.reader.pronunciation("一号機") == "ハヤブサ"
    finally:
        opening.close_app(app)


def test_lines_that_make_no_sense_are_named_and_the_others_hold(tmp_path: Path) -> None:
    found = corrections.read(write(tmp_path, "幸子 ゆきこ\n\n裕子\tひろこ\n木\tki\n\tき\n"))

    assert found == Corrections({"裕子": "ひろこ"}, faulty=(1, 4, 5))


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\xe3\x81", b"x" * 2_000_000])
def test_a_file_that_is_no_text_keeps_nobody_from_studying(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "readings.tsv").write_bytes(content)

    assert corrections.read(tmp_path) == Corrections({}, faulty=(0,))


def test_a_folder_of_that_name_is_told_too(tmp_path: Path) -> None:
    (tmp_path / "readings.tsv").mkdir()

    assert corrections.read(tmp_path) == Corrections({}, faulty=(0,))
