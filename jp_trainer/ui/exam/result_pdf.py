"""Set a result on paper: the verdict, the estimate, the sections; no official score."""

from pathlib import Path

from PySide6.QtGui import QFont

from jp_trainer.services.exam_results import Result
from jp_trainer.typeset.pages import Block, Paragraph, write_pdf
from jp_trainer.ui.exam.facts import (
    disclaimer,
    headline,
    notes,
    report_lines,
    title_of,
    under_headline,
    when_words,
)
from jp_trainer.ui.exam.names import section_name
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, fill

_PX = {"title": (26.0, 600), "strong": (17.0, 600), "body": (16.0, 400), "small": (13.0, 400)}


def save_result(path: Path, look: Look, person: str, result: Result) -> int:
    """Write it; the number of pages. Raises PdfNotWritten."""
    return write_pdf(path, blocks_of(look, person, result), title=title_of(look, result))


def blocks_of(look: Look, person: str, result: Result) -> list[Block]:
    """What stands on the page, from the top."""
    made = [
        _set(look, title_of(look, result), "title", 4),
        _set(look, person, "strong", 2),
        _set(look, when_words(result), "body", 20),
        _set(look, headline(look, result), "title", 6),
    ]
    if under := under_headline(look, result):
        made.append(_set(look, under, "body", 18))
    if result.estimate is not None:
        made.append(_set(look, _("Right answers by section"), "strong", 4))
        for tally in result.estimate.sections:
            words = fill(
                _("{section}: {right} of {asked}"),
                section=section_name(look, result.state.blueprint, tally.id),
                right=tally.right, asked=tally.asked,
            )  # fmt: skip
            made.append(_set(look, words, "body", 4))
    for name, value in report_lines(result):
        made.append(_set(look, fill(_("{name}: {value}"), name=name, value=value), "body", 4))
    for _icon, words in notes(result):
        made.append(_set(look, words, "small", 4))
    made.append(_set(look, disclaimer(), "strong", 8))
    made.append(_set(look, fill(_("Seal: {seal}"), seal=result.seal), "small", 0))
    return made


def _set(look: Look, words: str, role: str, gap: float) -> Block:
    px, weight = _PX[role]
    return Paragraph(words, _font(look, px, weight), right_to_left=look.rtl, gap=gap)


def _font(look: Look, px: float, weight: int) -> QFont:
    font = look.ui(px / look.scale, weight)
    return QFont(font)
