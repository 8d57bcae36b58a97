"""Find and draw the pictures of words and exam items, for screens and print alike.

`openmoji:1F69C` is a picture of OpenMoji (CC BY-SA 4.0), `svg:name` one that was drawn for us;
both lie in assets/pictures. They are drawn for light ground: in dark mode they need one of their
own.
"""

import re
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from jp_trainer import paths

_NAME = re.compile(r"(openmoji:[0-9A-F]{2,6}(-[0-9A-F]{2,6})*|svg:[a-z0-9-]{1,60})")
_FOLDERS = {"openmoji": "openmoji", "svg": "drawn"}


def picture_file(name: str, assets: Path | None = None) -> Path | None:
    """The file of `openmoji:HEX` or `svg:name`; None if there is none."""
    if not _NAME.fullmatch(name):
        return None
    kind, _, rest = name.partition(":")
    folder = (assets or paths.assets()) / "pictures" / _FOLDERS[kind]
    file = folder / f"{rest}.svg"
    return file if file.is_file() else None


def natural_size(name: str) -> QSizeF:
    """How wide and high it is drawn, for the proportions; empty if there is no such picture."""
    renderer = _renderer(name)
    return QSizeF() if renderer is None else QSizeF(renderer.defaultSize())


def paint_picture(painter: QPainter, box: QRectF, name: str) -> bool:
    """Draw it as large as the box allows, in its middle; False if there is no such picture."""
    renderer = _renderer(name)
    if renderer is None:
        return False
    size = natural_size(name).scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(0, 0, size.width(), size.height())
    place.moveCenter(box.center())
    renderer.render(painter, place)
    return True


def picture_image(name: str, width: int, height: int) -> QImage | None:
    """It on transparent ground, that many device pixels wide and high; None if there is none."""
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    try:
        found = paint_picture(painter, QRectF(0, 0, width, height), name)
    finally:
        painter.end()
    return image if found else None


@lru_cache(maxsize=64)
def _renderer(name: str) -> QSvgRenderer | None:
    file = picture_file(name)
    if file is None:
        return None
    renderer = QSvgRenderer(str(file))
    return renderer if renderer.isValid() else None
