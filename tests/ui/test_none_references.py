"""The fault of docs/decisions/0001-pyside6-pin.md: a release that has it ends the interpreter."""

import sys

import pytest
from PySide6.QtGui import QImage

CALLS = 1000


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is never counted from 3.12 on")
def test_calls_that_return_none_keep_their_references() -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    before = sys.getrefcount(None)

    for _ in range(CALLS):
        image.fill(0)

    assert sys.getrefcount(None) > before - CALLS / 10
