import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from jp_trainer import paths
from jp_trainer.typeset.pictures import natural_size, paint_picture, picture_file, picture_image

_NAMED = re.compile(r"\b(?:openmoji:[0-9A-F-]+|svg:[a-z0-9-]+)")
_FILES = [*paths.decks().glob("*/words.csv"), *(paths.assets() / "exams").rglob("*.toml")]
NAMES = sorted({name for file in _FILES for name in _NAMED.findall(file.read_text("utf-8"))})
DRAWN = sorted((paths.assets() / "pictures" / "drawn").glob("*.svg"))
_MARGIN = 12


def ink(name: str, width: int, height: int) -> int:
    """How many of the picture's pixels are not plain ground."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    ground = QColor("#F1EDE4")
    image.fill(ground)
    painter = QPainter(image)
    assert paint_picture(painter, QRectF(0, 0, width, height), name)
    painter.end()
    return sum(
        image.pixel(x, y) != ground.rgb() for x in range(0, width, 2) for y in range(0, height, 2)
    )


def test_items_and_decks_name_pictures() -> None:
    assert len(NAMES) > 50


@pytest.mark.parametrize("name", NAMES)
def test_each_picture_that_is_named_is_there_and_seen_at_120_px(name: str, qapp: object) -> None:
    assert qapp  # text in a picture needs one
    assert picture_file(name) is not None, name
    assert ink(name, 120, 96) > 100


def test_it_keeps_its_proportions(qapp: object) -> None:
    assert qapp
    name = next(name for name in NAMES if name.startswith("svg:scene"))
    size = natural_size(name)

    assert (size.width(), size.height()) == (400, 260)


@pytest.mark.parametrize("name", ["", "svg:../x", "openmoji:zz", "svg:no-such-picture", "file:a"])
def test_what_is_no_picture_is_none(name: str) -> None:
    assert picture_file(name) is None
    assert picture_image(name, 10, 10) is None


def test_drawings_use_only_what_qt_can_draw() -> None:
    for file in DRAWN:
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"<(style|filter|clipPath|mask|image|script|foreignObject)\b", text), (
            file
        )
        assert "<title>" in text


@pytest.mark.parametrize("file", DRAWN, ids=lambda file: file.stem)
def test_a_drawing_paints_nothing_outside_its_frame(file: Path, qapp: object) -> None:
    assert qapp
    drawing = QSvgRenderer(str(file))
    width, height = drawing.viewBox().width() // 4, drawing.viewBox().height() // 4
    image = QImage(width + 2 * _MARGIN, height + 2 * _MARGIN, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    drawing.render(painter, QRectF(_MARGIN, _MARGIN, width, height))
    painter.end()
    frame = QRect(_MARGIN, _MARGIN, width, height).adjusted(-1, -1, 1, 1)  # half an outline
    outside = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if not frame.contains(x, y) and image.pixelColor(x, y).alpha()
    ]
    assert outside == []
