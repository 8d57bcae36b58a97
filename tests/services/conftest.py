from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.examples import School, a_school


@pytest.fixture
def school(tmp_path: Path) -> Iterator[School]:
    """A program with one deck of 25 words and one trainee."""
    school = a_school(tmp_path)
    yield school
    school.app.database.close()
