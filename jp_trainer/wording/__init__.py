"""Say everything the program says, in the reader's language, for all faces.

    from jp_trainer.wording import _, fill, ngettext

    fill(ngettext("{count} word in {deck}", "{count} words in {deck}", n), count=n, deck=title)

Sentences are whole and their fields are named; `fill` shields every inserted run from the
direction of the text around it. `dates` writes days and numbers, `errors` explains what failed.
"""

from jp_trainer.wording.catalogue import (
    LANGUAGES,
    RIGHT_TO_LEFT,
    SOURCE,
    _,
    join,
    language,
    later,
    ngettext,
    pgettext,
    use_language,
)
from jp_trainer.wording.runs import fill, plain

__all__ = [
    "LANGUAGES",
    "RIGHT_TO_LEFT",
    "SOURCE",
    "_",
    "fill",
    "join",
    "language",
    "later",
    "ngettext",
    "pgettext",
    "plain",
    "use_language",
]
