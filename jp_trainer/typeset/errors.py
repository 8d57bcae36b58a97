"""Name what can go wrong in writing a page, with the facts a sentence needs."""

from pathlib import Path

from jp_trainer.core.errors import TrainerError


class PdfNotWritten(TrainerError):  # noqa: N818 - says what happened, as its sentence does
    """The file could not be written; `reason` is the system's own word."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(str(path), reason)
        self.path = path
        self.reason = reason
