"""Keep the papers of running sittings in memory: an answer need not read its paper again."""

from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.papers import Paper

_MOST = 8


class Papers:
    """Papers with their blueprints, by sitting. A cache: it may be emptied at any time."""

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Paper, Blueprint]] = {}

    def get(self, sitting: str) -> tuple[Paper, Blueprint] | None:
        """The paper and its blueprint, if they are here."""
        return self._kept.get(sitting)

    def put(self, sitting: str, paper: Paper, blueprint: Blueprint) -> None:
        """Keep them; the one kept longest goes."""
        self._kept = {**dict(list(self._kept.items())[1 - _MOST :]), sitting: (paper, blueprint)}

    def clear(self) -> None:
        """Forget all of them."""
        self._kept = {}
