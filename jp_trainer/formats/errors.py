"""Name why a file cannot be taken in, with the facts a sentence needs."""

from jp_trainer.core.errors import TrainerError


class SealError(TrainerError):
    """A sealed paper cannot be opened or made."""


class NotASealError(SealError):
    """The file is no sealed paper, or only a piece of one."""


class NewerSealError(SealError):
    """Written by a newer version of this app: format `found`, `known` is the newest known."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(found, known)
        self.found, self.known = found, known


class SealTooLargeError(SealError):
    """More than a sealed paper may hold: `most_mb`."""

    def __init__(self, most_mb: int) -> None:
        super().__init__(most_mb)
        self.most_mb = most_mb


class WrongCodeError(SealError):
    """The code does not open it, or the file was changed: the two cannot be told apart."""


class WeakCodeError(SealError):
    """A code of one's own has fewer than `least` letters and digits."""

    def __init__(self, least: int) -> None:
        super().__init__(least)
        self.least = least
