"""Say which recordings a pack of an exam's sound must hold, so that laptops need no synthesiser."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jp_trainer.core.exam import recordings
from jp_trainer.core.exam.recordings import Recording
from jp_trainer.services import exam_bank
from jp_trainer.services.app import App


@dataclass(frozen=True, slots=True)
class ExamSound:
    """What can be heard in one exam, whatever paper is drawn."""

    exam: str
    recordings: tuple[Recording, ...]


def of_exams(app: App, exams: Sequence[str] = ()) -> tuple[ExamSound, ...]:
    """The sound of these exams; of all that have any if none is named.

    Raises UnknownExamError for a name that no blueprint has.
    """
    wanted = [exam_bank.blueprint(app, exam) for exam in exams] or exam_bank.blueprints(app)
    found = []
    for blueprint in wanted:
        heard = [
            recordings.talk(testlet)
            for testlet in exam_bank.bank(app, blueprint.exam).testlets
            if recordings.is_heard(testlet)
        ]
        if heard:
            every = (*heard, recordings.announcements(blueprint))
            found.append(ExamSound(blueprint.exam, every))
    return tuple(found)


def folder(app: App) -> Path:
    """Where clips that are made are kept."""
    return app.data / "clips"
