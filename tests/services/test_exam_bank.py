"""Exams and their items are found, and read again only when their files change."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from jp_trainer import paths
from jp_trainer.services import exam_bank
from jp_trainer.services.app import App
from jp_trainer.services.errors import UnknownExamError
from jp_trainer.wording.errors import sentence
from tests import examples
from tests.exam_texts import CONTEXT


@pytest.fixture
def app(tmp_path: Path) -> App:
    """The program with the shipped blueprints, and a bank of its own."""
    exams = tmp_path / "assets" / "exams"
    (exams / "items" / "jlpt-n5").mkdir(parents=True)
    (exams / "blueprints").symlink_to(paths.assets() / "exams" / "blueprints")
    school = examples.a_school(tmp_path)
    return replace(school.app, assets_folder=tmp_path / "assets")


def write(app: App, text: str) -> None:
    file = app.assets_folder / "exams" / "items" / "jlpt-n5" / "a.toml"
    file.write_text(text, encoding="utf-8")
    stat = file.stat()
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns + len(text)))


def test_a_blueprint_is_found_by_its_id_or_its_exam(app: App) -> None:
    assert exam_bank.blueprint(app, "jlpt-n5-2020").exam == "jlpt-n5"
    assert exam_bank.blueprint(app, "jlpt-n5").id == "jlpt-n5-2020"
    assert len(exam_bank.blueprints(app)) == 8


def test_an_exam_that_is_not_there_is_named_with_those_that_are(app: App) -> None:
    with pytest.raises(UnknownExamError) as raised:
        exam_bank.blueprint(app, "jlpt-n6")

    assert "jlpt-n5-2020" in sentence(raised.value)


def test_drafts_are_given_only_to_those_who_ask(app: App) -> None:
    write(app, CONTEXT + CONTEXT.replace("cx-01", "cx-02").replace('"draft"', '"live"'))

    assert [each.id for each in exam_bank.bank(app, "jlpt-n5").items] == ["n5-cx-02"]
    assert len(exam_bank.bank(app, "jlpt-n5", live_only=False).items) == 2


def test_a_bank_is_read_again_when_a_file_has_changed(app: App) -> None:
    write(app, CONTEXT)
    first = exam_bank.bank(app, "jlpt-n5", live_only=False)
    again = exam_bank.bank(app, "jlpt-n5", live_only=False)
    write(app, CONTEXT + CONTEXT.replace("cx-01", "cx-02"))
    changed = exam_bank.bank(app, "jlpt-n5", live_only=False)

    assert again is first
    assert len(changed.items) == 2


def test_an_exam_without_items_has_an_empty_bank(app: App) -> None:
    assert exam_bank.bank(app, "jlpt-n1").testlets == ()
