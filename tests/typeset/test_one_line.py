import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from jp_trainer.core.furigana import Span, parse
from jp_trainer.typeset.one_line import elided, paint_line
from jp_trainer.typeset.ruby import RubyStyle

STYLE = RubyStyle(18)
TEXT = parse("体位変換[たいいへんかん]を 手伝[てつだ]います")


def test_what_fits_is_left_as_it_is() -> None:
    assert elided(TEXT, STYLE, 500).text == "体位変換を手伝います"


def test_what_does_not_fit_gives_way_to_an_ellipsis() -> None:
    layout = elided(TEXT, STYLE, 170)

    assert layout.text == "体位変換を手伝い…"
    assert layout.size.width() <= 170


def test_a_base_is_left_out_whole() -> None:
    assert elided(TEXT, STYLE, 130).text == "体位変換を…"
    assert elided(TEXT, STYLE, 60).text == "…"


def test_line_breaks_become_spaces() -> None:
    layout = elided((Span("あ\nい"),), STYLE, 500)

    assert layout.text == "あ い"
    assert len(layout.lines) == 1


@settings(max_examples=60, deadline=None)
@given(
    bases=st.lists(st.text("あか介護ab、「」 \n", min_size=1, max_size=5), max_size=6),
    width=st.floats(20, 200),
)
def test_one_line_is_never_wider_than_its_room(bases: list[str], width: float) -> None:
    spans = [Span(base, "よみ" if "介" in base else None) for base in bases]
    layout = elided(spans, STYLE, width)

    assert layout.size.width() <= width
    assert len(layout.lines) <= 1


@pytest.mark.parametrize(("at_right", "side"), [(False, range(100)), (True, range(200, 300))])
def test_a_line_is_painted_inside_its_box_at_the_side_asked_for(
    at_right: bool, side: range
) -> None:
    image = QImage(300, 46, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    box = QRectF(0, 0, 300, 46)
    ink = QColor("black")
    paint_line(painter, box, parse("介護[かいご]"), STYLE, ink=ink, ruby_ink=ink, at_right=at_right)
    painter.end()

    dark = {x for x in range(300) for y in range(46) if image.pixelColor(x, y) != QColor("white")}
    assert dark
    assert dark <= set(side)
