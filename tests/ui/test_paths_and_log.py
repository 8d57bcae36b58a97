import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from jp_trainer import logs, paths


@pytest.fixture
def log() -> Iterator[None]:
    yield
    logs.stop_log()


def test_a_source_tree_has_its_assets_beside_the_package() -> None:
    assert (paths.assets() / "icons" / "icons.txt").is_file()
    assert (paths.decks() / "hiragana" / "deck.toml").is_file()


def test_an_installed_wheel_carries_them_inside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "jp_trainer"
    (package / "_data" / "assets").mkdir(parents=True)

    assert paths.shipped(package) == package / "_data"


def test_the_option_wins_over_the_variable_and_that_over_the_platform(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("JP_TRAINER_DATA", raising=False)
    assert paths.data_folder().name == "jp-trainer"

    monkeypatch.setenv("JP_TRAINER_DATA", str(tmp_path / "عثمان"))
    assert paths.data_folder() == tmp_path / "عثمان"

    assert paths.data_folder(tmp_path / "other") == tmp_path / "other"


@pytest.mark.usefixtures("log")
def test_the_log_is_a_file_in_the_data_folder_with_utc_times(tmp_path: Path) -> None:
    folder = tmp_path / "عثمان"

    path = logs.start_log(folder)
    assert logs.start_log(folder) == path
    logging.getLogger("jp_trainer.services.decks").info("deck imported: %d new", 3)

    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1
    assert lines[0].endswith("INFO jp_trainer.services.decks deck imported: 3 new")
    assert lines[0][10] == "T"
    assert lines[0].split()[0].endswith("Z")


@pytest.mark.usefixtures("log")
def test_the_log_moves_with_the_data_folder(tmp_path: Path) -> None:
    logs.start_log(tmp_path / "one")

    logs.start_log(tmp_path / "two")
    logging.getLogger("jp_trainer").info("here")

    assert (tmp_path / "one" / logs.LOG_NAME).read_text() == ""
    assert "here" in (tmp_path / "two" / logs.LOG_NAME).read_text()
