"""See without a window whether Japanese will be drawn with the shipped Japanese letters."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication, QRawFont

from jp_trainer.typeset import fonts

PROOF = "直骨角海誤与刃"
"""Signs that a Chinese font draws otherwise."""


def lacking(folder: Path) -> str:
    """Those of the signs of PROOF that the shipped Japanese font does not have; "" is well.

    Makes an application without a screen if there is none yet. Raises FontFileError.
    """
    if QGuiApplication.instance() is None:
        _kept.append(QGuiApplication(["jp-trainer", "-platform", "offscreen"]))
    fonts.load_fonts(folder)
    font = QRawFont.fromFont(fonts.japanese(20))
    if font.familyName() != fonts.japanese(20).families()[0]:
        return PROOF
    return "".join(sign for sign in PROOF if not font.supportsCharacter(ord(sign)))


_kept: list[QGuiApplication] = []
