from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from jp_trainer.ui import theme
from jp_trainer.ui.theme import Look
from tools import demo
from tools.scenes import SCENES
from tools.stage import Light, Stage, StageError


@pytest.fixture
def data(tmp_path: Path, dressed: QApplication) -> Iterator[Path]:
    """A data folder nobody has studied in."""
    folder = tmp_path / "data"
    folder.mkdir()
    demo.open_at(folder).database.close()
    yield folder
    theme.dress(dressed, Look())


def test_a_picture_has_the_size_that_was_asked_for(
    data: Path, tmp_path: Path, dressed: QApplication
) -> None:
    path = tmp_path / "first-run.png"

    with Stage(dressed, Light(size=(900, 620)), data, tmp_path / "copy") as stage:
        SCENES["first-run-about-you"](stage)
        stage.keep(path)

    picture = QImage(str(path))
    assert (picture.width(), picture.height()) == (900, 620)


def test_work_that_fails_in_the_background_fails_the_picture(
    data: Path, tmp_path: Path, dressed: QApplication
) -> None:
    with Stage(dressed, Light(), data, tmp_path / "copy") as stage:
        stage.jobs.run(partial(int, "no number"), owner=stage.window, done=print)

        with pytest.raises(StageError, match="ValueError"):
            stage.settle()


def test_a_warning_fails_the_picture(data: Path, tmp_path: Path, dressed: QApplication) -> None:
    with (
        pytest.raises(StageError, match="something is odd"),
        Stage(dressed, Light(), data, tmp_path / "copy"),
    ):
        qWarning("something is odd")
