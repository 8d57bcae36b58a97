"""The screens, one module each, and the one list of them.

A screen is imported when it is first shown: starting the program waits for one, not for all.
"""

import importlib
from dataclasses import dataclass
from typing import Any

from jp_trainer.ui.screen import Desk, Screen
from jp_trainer.wording import later


@dataclass(frozen=True, slots=True)
class Entry:
    """One screen: `name` is its module here and what `Frame.go` takes, `cls` its class.

    With `words` and an `icon` it stands in the rail, `below` at its foot.
    """

    name: str
    cls: str
    words: str = ""
    icon: str = ""
    below: bool = False
    instructor: bool = False

    def load(self) -> type[Screen[Any]]:
        """The screen's class."""
        module = importlib.import_module(f"{__name__}.{self.name}")
        found: type[Screen[Any]] = getattr(module, self.cls)
        return found

    def make(self, desk: Desk, place: dict[str, object]) -> Screen[Any]:
        """The screen itself."""
        return self.load()(desk, **place)


SCREENS: tuple[Entry, ...] = (
    Entry("today", "Today", later("Today"), "today"),
    Entry("words", "Words", later("Words"), "words"),
    Entry("exams", "Exams", later("Mock exams"), "exam"),
    Entry("progress", "Progress", later("Progress"), "progress"),
    Entry("settings", "Settings", later("Settings"), "settings", below=True),
    Entry("study", "Study"),
    Entry("round_end", "RoundEnd"),
    Entry("sitting", "Sitting"),
    Entry("exam_result", "ExamResult"),
    Entry("exam_review", "ExamReview"),
    Entry("profiles", "Profiles"),
    Entry("first_run", "FirstRun"),
    Entry("backups", "Backups"),
    Entry("about", "About"),
)


def entry(name: str) -> Entry:
    """The entry of this name. Raises LookupError for one that is not in SCREENS."""
    for found in SCREENS:
        if found.name == name:
            return found
    raise LookupError(name)
