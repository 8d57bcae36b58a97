import pytest
from PySide6.QtGui import QImage

from jp_trainer.ui.parts.layout import label
from jp_trainer.ui.theme import Look

URDU = "دور " * 40  # no marks above or below: each line of text is one band of ink
pytestmark = pytest.mark.usefixtures("dressed")


def drawn(text: str, width: int) -> QImage:
    made = label(Look(language="ur"), text.strip(), wrap=True)
    made.resize(width, made.heightForWidth(width))
    return made.grab().toImage()


def rightmost(picture: QImage, y: int) -> int:
    """The last pixel of ink in this row; -1 if there is none."""
    ground = picture.pixel(0, 0)
    return max((x for x in range(picture.width()) if picture.pixel(x, y) != ground), default=-1)


def test_all_lines_of_urdu_begin_at_the_same_edge() -> None:
    picture = drawn(URDU, 300)
    lines: list[int] = []
    before = -1
    for y in range(picture.height()):
        edge = rightmost(picture, y)
        if edge >= 0 and before < 0:
            lines.append(edge)
        elif edge >= 0:
            lines[-1] = max(lines[-1], edge)
        before = edge

    assert len(lines) > 2
    assert max(lines) - min(lines) <= 1


def test_what_is_painted_fits_the_height_that_was_measured() -> None:
    picture = drawn(URDU, 300)

    assert rightmost(picture, 0) == rightmost(picture, picture.height() - 1) == -1
