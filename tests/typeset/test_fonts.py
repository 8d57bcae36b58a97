from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPointF
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QImage, QPainter, QRawFont, QTextLayout

from jp_trainer.typeset import fonts
from jp_trainer.typeset.faces import face

SHAPED_OTHERWISE_IN_CHINESE = "直骨角海誤与刃"


@pytest.fixture
def chinese_locale() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("zh_CN"))
    yield
    QLocale.setDefault(before)


def families_that_draw(text: str, font: QFont) -> set[str]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return {run.rawFont().familyName() for run in layout.glyphRuns()}


def picture(draw_char: str, font: QFont) -> QImage:
    image = QImage(64, 64, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(QPointF(4, 52), draw_char)
    painter.end()
    return image


def test_all_families_are_loaded_and_loading_twice_is_harmless(shipped_fonts: Path) -> None:
    assert fonts.load_fonts(shipped_fonts) == (
        fonts.JAPANESE,
        fonts.INTERFACE,
        fonts.NASKH,
        fonts.NASTALIQ,
    )


def test_a_missing_font_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(fonts.FontFileError) as caught:
        fonts.load_fonts(tmp_path)

    assert caught.value.path.parent == tmp_path
    assert caught.value.path.suffix == ".ttf"


def test_every_font_has_its_licence_beside_it(shipped_fonts: Path) -> None:
    families = {path.stem.split("-")[0] for path in shipped_fonts.glob("*.ttf")}

    for family in families:
        licence = (shipped_fonts / f"OFL-{family}.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence


@pytest.mark.usefixtures("chinese_locale")
@pytest.mark.parametrize("make", [fonts.japanese, fonts.interface, fonts.urdu])
def test_kanji_are_never_drawn_by_another_font_than_ours(make: type) -> None:
    assert families_that_draw(SHAPED_OTHERWISE_IN_CHINESE, make(24)) == {fonts.JAPANESE}


@pytest.mark.usefixtures("chinese_locale")
@pytest.mark.parametrize("char", SHAPED_OTHERWISE_IN_CHINESE)
def test_kanji_have_the_shapes_of_the_shipped_file(char: str, shipped_fonts: Path) -> None:
    shipped = QRawFont(str(shipped_fonts / "NotoSansJP-Medium.ttf"), 48)
    from_file = shipped.pathForGlyph(shipped.glyphIndexesForString(char)[0])
    raw = face(48, 500).raw

    assert raw.pathForGlyph(raw.glyphIndexesForString(char)[0]) == from_file
    assert picture(char, fonts.interface(48, 500)) == picture(char, fonts.japanese(48, 500))


def test_figures_that_change_are_all_of_one_width() -> None:
    metrics = QFontMetricsF(fonts.interface(15, tabular=True))

    assert len({round(metrics.horizontalAdvance(figure), 3) for figure in "0123456789"}) == 1


def test_a_hyphen_in_a_sentence_is_narrower_than_a_figure() -> None:
    metrics = QFontMetricsF(fonts.interface(15))

    assert metrics.horizontalAdvance("-") < 0.8 * metrics.horizontalAdvance("0")


def test_urdu_is_drawn_in_naskh_a_little_larger_and_in_nastaliq_where_wished() -> None:
    assert families_that_draw("سلام", fonts.urdu(20)) == {fonts.NASKH}
    assert QFontInfo(fonts.urdu(20)).pixelSize() == 23
    assert families_that_draw("سلام", fonts.urdu_reading(20)) == {fonts.NASTALIQ}


def test_japanese_is_never_smeared_bold() -> None:
    assert fonts.japanese(22, 700).weight() == QFont.Weight.Medium
