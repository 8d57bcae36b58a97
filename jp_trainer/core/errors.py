"""Name what can go wrong that the user can do something about.

The tree (each room defines its own leaves beside the code that raises them):

    TrainerError            expected; carries facts, no sentence: that is in wording/errors.py
    Cancelled               the user asked to stop; nothing is shown
    anything else           a bug: logged, and the report dialog is shown
"""


class TrainerError(Exception):
    """Expected by design: the environment or the input is not as needed."""


class Cancelled(Exception):  # noqa: N818 - an outcome, not an error
    """The user asked to stop. Nothing is shown."""
