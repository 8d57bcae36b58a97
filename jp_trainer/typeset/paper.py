"""Make ready to print where there may be no window: for the command line and background work."""

from pathlib import Path

from PySide6.QtGui import QFontDatabase, QGuiApplication

from jp_trainer.typeset import fonts


def make_ready(folder: Path) -> None:
    """See to an application and the fonts in `folder`, as far as they are not there yet.

    Without an application it makes one that has no screen, and keeps it. Raises FontFileError.
    """
    if QGuiApplication.instance() is None:
        _kept.append(QGuiApplication(["jp-trainer", "-platform", "offscreen"]))
    wanted = {fonts.JAPANESE, fonts.INTERFACE, fonts.NASKH}
    if not wanted <= set(QFontDatabase.families()):
        fonts.load_fonts(folder)


_kept: list[QGuiApplication] = []
