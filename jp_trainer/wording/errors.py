"""Explain what failed: what, where, what to do. One sentence or two, for each expected error.

Each room names its errors in `<room>/errors.py`; this is the one place that finds words for them,
so that the desktop program and the command line say the same.
"""

from jp_trainer.core.errors import TrainerError
from jp_trainer.core.furigana import FuriganaError
from jp_trainer.wording.catalogue import _
from jp_trainer.wording.runs import fill


def sentence(error: TrainerError) -> str:
    """What to tell the person in front of the screen."""
    match error:
        case FuriganaError():
            return fill(_("The furigana cannot be read: {problem}"), problem=error)
    return fill(_("This did not work: {problem}"), problem=error)
