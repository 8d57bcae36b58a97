"""Explain why a paper cannot be printed, sealed or opened, for wording/errors.py."""

from jp_trainer.core.errors import TrainerError
from jp_trainer.formats.errors import (
    NewerSealError,
    NotASealError,
    SealTooLargeError,
    WeakCodeError,
    WrongCodeError,
)
from jp_trainer.services.errors import SealedFileError
from jp_trainer.typeset.errors import PdfNotWritten
from jp_trainer.wording.catalogue import _
from jp_trainer.wording.runs import fill


def of_paper(error: TrainerError) -> str:
    """The sentence for an error of printed and sealed papers, or ""."""
    facts: dict[str, object] = {}
    match error:
        case WrongCodeError():
            template = _(
                "This code does not open the paper. Check each letter; if they are right, the "
                "file was changed on its way."
            )
        case NotASealError():
            template = _("This file is no sealed paper, or it is damaged. Ask for it again.")
        case NewerSealError():
            template = _(
                "This paper was sealed by a newer version of this app. Please update the app."
            )
        case SealTooLargeError(most_mb=most):
            facts = {"most": most}
            template = _("A sealed paper has at most {most} MB; this one has more.")
        case WeakCodeError(least=least):
            facts = {"least": least}
            template = _("A code needs at least {least} letters or digits.")
        case SealedFileError(path=path, reason=reason) | PdfNotWritten(path=path, reason=reason):
            facts = {"file": path.name, "reason": reason}
            template = _("{file} could not be read or written: {reason}.")
        case _:
            return ""
    return fill(template, **facts)
