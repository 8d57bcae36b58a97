"""Hand on the kinds of things a change touches: screens name theirs, and import no storage."""

from jp_trainer.storage.access import Topic

__all__ = ["Topic"]
