from pathlib import Path

import pytest

from jp_trainer.formats.errors import SealTooLargeError, WrongCodeError
from jp_trainer.formats.sealed_paper import MOST_BYTES
from jp_trainer.services import sealed, sitting
from jp_trainer.services.errors import SealedFileError, UnknownExamError
from tests.examples import School
from tests.papers import a_blueprint, a_paper

CODE = "KMRT-AXBE-PWHN-CDYS"


def test_a_sitting_begins_from_a_sealed_paper(school: School, tmp_path: Path) -> None:
    made = sealed.seal_paper(a_blueprint(), a_paper(), tmp_path / "day.jpsealed", code=CODE)

    begun = sealed.begin_sealed(school.app, school.trainee, made.path, CODE)

    school.reopened()
    assert sitting.load(school.app, begun.id).paper == a_paper()
    assert begun.blueprint == a_blueprint()


def test_a_wrong_code_begins_nothing(school: School, tmp_path: Path) -> None:
    made = sealed.seal_paper(a_blueprint(), a_paper(), tmp_path / "day.jpsealed")

    with pytest.raises(WrongCodeError):
        sealed.begin_sealed(school.app, school.trainee, made.path, CODE)

    assert sitting.running(school.app, school.trainee) is None
    assert made.code != CODE


def test_sealing_writes_the_file_whole_and_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "day.jpsealed"
    target.write_bytes(b"the old one")

    sealed.seal_paper(a_blueprint(), a_paper(), target, code=CODE)

    assert list(tmp_path.iterdir()) == [target]
    assert target.read_bytes().startswith(b"JPSEALED")


def test_what_cannot_be_read_or_written_is_named(school: School, tmp_path: Path) -> None:
    gone = tmp_path / "gone" / "day.jpsealed"

    with pytest.raises(SealedFileError) as writing:
        sealed.seal_paper(a_blueprint(), a_paper(), gone, code=CODE)
    with pytest.raises(SealedFileError) as reading:
        sealed.open_sealed(school.app, gone, CODE)

    assert (writing.value.path, reading.value.path) == (gone, gone)
    assert reading.value.reason


def test_a_huge_file_is_refused_before_it_is_read_whole(school: School, tmp_path: Path) -> None:
    huge = tmp_path / "huge.jpsealed"
    with huge.open("wb") as file:
        file.truncate(MOST_BYTES * 50)

    with pytest.raises(SealTooLargeError):
        sealed.open_sealed(school.app, huge, CODE)


def test_an_exam_nobody_knows_cannot_be_sealed(school: School, tmp_path: Path) -> None:
    with pytest.raises(UnknownExamError):
        sealed.seal(school.app, "jlpt-n9", tmp_path / "day.jpsealed")

    assert list(tmp_path.glob("*.jpsealed")) == []
