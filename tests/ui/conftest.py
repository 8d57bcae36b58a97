"""An application dressed as ours, and the catalogues the program would read."""

import importlib.util
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jp_trainer import paths
from jp_trainer.services import people
from jp_trainer.services.app import App
from jp_trainer.speech.clips import Clips
from jp_trainer.speech.voice import Voice
from jp_trainer.ui import theme, window
from jp_trainer.ui.jobs import Jobs
from jp_trainer.ui.theme import Look
from jp_trainer.wording import use_language
from tests.examples import Clock, School, a_school, an_app
from tests.ui.study_room import Room


class Mute(Voice):
    """Installed, so that there are questions to listen to."""

    available = True


TOOLS = Path(__file__).resolve().parents[2] / "tools"


def load_tool(name: str) -> ModuleType:
    """A module of tools/, which is no package."""
    spec = importlib.util.spec_from_file_location(name, TOOLS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The translations, compiled from their sources."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(TOOLS)
        into = tmp_path_factory.mktemp("translations")
        load_tool("catalogues").compile_all(into=into)
    return into


@pytest.fixture
def speak_urdu(catalogues: Path) -> Iterator[None]:
    """The program speaks Urdu during the test."""
    use_language("ur", catalogues)
    yield
    use_language("en")


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application with our fonts, style and the light theme."""
    theme.prepare(qapp, paths.assets() / "fonts")
    theme.dress(qapp, Look())
    yield qapp
    theme.dress(qapp, Look())


@pytest.fixture
def school(tmp_path: Path) -> Iterator[School]:
    """A program with one deck of 25 words and one trainee."""
    made = a_school(tmp_path)
    yield made
    made.app.database.close()


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """A program on a fresh machine: nobody is known to it."""
    made = an_app(tmp_path, Clock())
    yield made
    made.database.close()


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:  # noqa: ARG001 - needs an application
    """The background lanes."""
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def room(
    qtbot: QtBot, dressed: QApplication, school: School, jobs: Jobs, catalogues: Path
) -> Iterator[Room]:
    """The window on a school, its trainee signed in; there is a voice, and nothing is heard."""
    app = replace(school.app, voice=Mute(Clips(school.app.data / "clips")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(window, "use_language", partial(use_language, folder=catalogues))
        shown = window.Window(dressed, app, jobs, Look())
        qtbot.addWidget(shown)
        shown.resize(1024, 600)
        shown.show()
        shown.activateWindow()
        qtbot.waitUntil(shown.isActiveWindow)
        shown.sign_in(people.find(school.app, school.trainee))
        yield Room(school, shown, qtbot)
        shown.close()
    use_language("en")
