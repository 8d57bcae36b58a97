"""Collect garbage between tests, on the thread that owns the widgets, and nowhere else.

A widget that a collection in a background thread destroys takes the whole run with it.
"""

import gc
from collections.abc import Iterator

import pytest

_WITH_WIDGETS = ("tests/ui/", "tests/journeys/", "tests/typeset/")


def pytest_collection_finish() -> None:
    """What was imported stays."""
    gc.collect()
    gc.freeze()
    gc.disable()


@pytest.fixture(autouse=True)
def garbage(request: pytest.FixtureRequest) -> Iterator[None]:
    """Collected after each test: all of it where there were widgets."""
    yield
    place = str(request.node.nodeid)
    gc.collect(2 if place.startswith(_WITH_WIDGETS) else 1)
