"""Seal a paper with a code for the day of the test, and open it then."""

import os
from dataclasses import dataclass
from pathlib import Path

from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.papers import Paper
from jp_trainer.core.exam.sitting_state import SittingState
from jp_trainer.core.ids import TraineeId
from jp_trainer.formats.errors import SealTooLargeError
from jp_trainer.formats.sealed_paper import MOST_BYTES, new_code, read_sealed, write_sealed
from jp_trainer.services import exam_bank, exam_offers, sitting
from jp_trainer.services.app import App
from jp_trainer.services.errors import SealedFileError


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed paper: where it is, and the code that opens it. The code is kept nowhere."""

    path: Path
    code: str
    blueprint: Blueprint
    paper: Paper


def seal(
    app: App, exam: str, target: Path, *, form: str = "", seed: str = "", code: str = ""
) -> Sealed:
    """Put a paper together and lock it into the file `target`, which appears whole or not at all.

    `code`: one is made if none is given. Raises UnknownExamError, MissingItems, WeakCodeError,
    SealedFileError.
    """
    blueprint = exam_bank.blueprint(app, exam)
    paper = exam_offers.paper(app, exam, form=form, seed=seed)
    return seal_paper(blueprint, paper, target, code=code)


def seal_paper(blueprint: Blueprint, paper: Paper, target: Path, *, code: str = "") -> Sealed:
    """Lock this paper. Raises WeakCodeError, SealTooLargeError, SealedFileError."""
    used = code or new_code()
    content = write_sealed(blueprint, paper, used)
    beside = target.with_name(f".{target.name}.new")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise SealedFileError(target, error.strerror or type(error).__name__) from None
    return Sealed(target, used, blueprint, paper)


def open_sealed(app: App, path: Path, code: str) -> tuple[Blueprint, Paper]:
    """The paper and its blueprint. Takes about a tenth of a second: guessing is to be slow.

    Raises SealedFileError if the file cannot be read, and a SealError.
    """
    del app  # as every wish has it
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise SealedFileError(path, error.strerror or type(error).__name__) from None
    if len(content) > MOST_BYTES:
        raise SealTooLargeError(MOST_BYTES >> 20)
    return read_sealed(content, code)


def begin_sealed(app: App, trainee: TraineeId, path: Path, code: str) -> SittingState:
    """Sit a sealed paper under the rules of its own blueprint.

    Raises what `open_sealed` raises, SittingRunningError, UnknownTraineeError.
    """
    blueprint, paper = open_sealed(app, path, code)
    return sitting.begin_paper(app, trainee, blueprint, paper)
