from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtPdf import QPdfDocument

from jp_trainer.core.furigana import parse
from jp_trainer.typeset import fonts
from jp_trainer.typeset.pages import Paragraph, PdfNotWritten, RubyBlock, write_pdf
from jp_trainer.typeset.ruby import RubyStyle

SENTENCE = (
    "利用者[りようしゃ]の 体位[たいい]を 変[か]えるとき、 皮膚[ひふ]の 色[いろ]を 見[み]ます。"
)


def opened(path: Path) -> QPdfDocument:
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    return document


def test_a_paper_of_three_languages_has_pages_and_carries_its_fonts(tmp_path: Path) -> None:
    path = tmp_path / "試験.pdf"
    passage = RubyBlock(parse(SENTENCE * 4), RubyStyle(20))
    count = write_pdf(
        path,
        [
            RubyBlock(parse("模擬試験[もぎしけん]"), RubyStyle(28, centred=True), keep=True),
            Paragraph("Read the text, then answer.", fonts.interface(15)),
            Paragraph("متن پڑھیں اور جواب دیں۔", fonts.urdu(15), right_to_left=True),
            *[passage] * 9,
        ],
        title="模擬試験",
    )

    document = opened(path)
    assert count == document.pageCount() == 2
    assert document.pagePointSize(0).toSize() == QSize(595, 842)
    content = path.read_bytes()
    for name in (b"NotoSansJP-Medium", b"NotoSansJP-Regular", b"Inter-Regular", b"NotoNaskhArabic"):
        assert name in content
    text = document.getAllText(0).text()
    assert "模擬試験" in text
    assert "Read the text" in text


def test_urdu_begins_at_the_right_margin(tmp_path: Path) -> None:
    path = tmp_path / "urdu.pdf"
    write_pdf(path, [Paragraph("سوال", fonts.urdu(15), right_to_left=True)], title="")

    page = opened(path).render(0, QSize(595, 842))
    dark = [x for x in range(595) for y in range(40, 100) if page.pixelColor(x, y).alpha() > 128]
    assert min(dark) > 480
    assert max(dark) < 595 - 48


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    path = tmp_path / "no such folder" / "paper.pdf"

    with pytest.raises(PdfNotWritten) as caught:
        write_pdf(path, [], title="")

    assert caught.value.path == path


def test_nothing_to_print_is_one_page(tmp_path: Path) -> None:
    assert write_pdf(tmp_path / "empty.pdf", [], title="") == 1
