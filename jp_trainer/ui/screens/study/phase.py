"""Name where a question stands."""

import enum


class Phase(enum.Enum):
    """What can be done now follows from it."""

    WAITING = enum.auto()
    """For a question."""
    ASKED = enum.auto()
    LOOKED = enum.auto()
    """The answer is shown; the trainee says whether it was known."""
    ANSWERED = enum.auto()
