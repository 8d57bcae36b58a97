"""Collect garbage on the thread that owns the widgets, never on another.

Python collects where memory happens to be asked for, also in a background lane; a widget that is
destroyed there takes the program with it. So the automatic collection stays off, and a timer of
the user interface does the work.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 5_000
_ALL_EVERY = 12
"""Every so manieth time all generations: once a minute."""


class Garbage(QObject):
    """Collects as long as it lives; what exists when it is made is never looked through again."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._times = 0
        timer = QTimer(self, interval=_EVERY_MS)
        timer.timeout.connect(self.collect)
        timer.start()

    def collect(self) -> None:
        """Collect now."""
        self._times += 1
        gc.collect(2 if self._times % _ALL_EVERY == 0 else 1)
