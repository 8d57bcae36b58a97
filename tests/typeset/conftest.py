"""Every test in this folder has the shipped fonts."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from jp_trainer.typeset.fonts import load_fonts

FONTS = Path(__file__).parents[2] / "assets" / "fonts"


@pytest.fixture(autouse=True, scope="session")
def shipped_fonts(qapp: QApplication) -> Path:  # noqa: ARG001 - fonts need an application
    load_fonts(FONTS)
    return FONTS
