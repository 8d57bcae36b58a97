"""Paint one word of the list: spelling with its reading, meanings, how well it is known, when due.

Only the rows that are seen are painted, and nothing is made for the others: a thousand cost as
much as ten.
"""

from collections.abc import Sequence
from typing import Any, assert_never

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from jp_trainer.core.furigana import above
from jp_trainer.core.study_day import StudyDay
from jp_trainer.services.words import Stage, WordRow
from jp_trainer.typeset.one_line import paint_line
from jp_trainer.typeset.ruby import RubyStyle
from jp_trainer.ui.parts.japanese import IN_LIST
from jp_trainer.ui.parts.lists import INSET, RowPainter
from jp_trainer.ui.parts.meanings import told
from jp_trainer.ui.parts.meters import draw_strength
from jp_trainer.ui.parts.painting import END, draw_text, text_height, text_width
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, fill, join, ngettext
from jp_trainer.wording.dates import from_today
from jp_trainer.wording.learning import strength_name

_HEIGHT = 56
_BARS = 33
_GAP = 14
_WORD_SHARE, _WORD_LEAST, _WORD_MOST = 0.30, 96, 210
_WHEN_FROM = 330  # px of row from which there is room to say when
_SECOND_PX = 13
_SAMPLES = (0, 1, 13, 28, 300)
"""Days whose words are about as long as any."""


def when(row: WordRow, today: StudyDay) -> str:
    """When the word is asked next, or why it is not."""
    match row.stage:
        case Stage.NEW:
            return _("new")
        case Stage.RESTING:
            return _rests(max(1, (row.due_day or today) - today))
        case Stage.LEARNING | Stage.KNOWN:
            return _("known") if row.due_day is None else from_today(max(0, row.due_day - today))
        case _:
            assert_never(row.stage)


def _rests(days: int) -> str:
    return fill(ngettext("rests {count} day", "rests {count} days", days), count=days)


def is_due(row: WordRow, today: StudyDay) -> bool:
    """Whether it would be asked today."""
    return row.stage is not Stage.RESTING and row.due_day is not None and row.due_day <= today


def described(row: WordRow, meanings: Sequence[str], today: StudyDay) -> str:
    """The row as a screen reader says it."""
    word = row.word
    said = [text for _language, text in told(word.meaning, meanings)]
    return join([word.word, word.reading, *said, strength_name(row.strength), when(row, today)])


class WordPainter(RowPainter):
    """Rows of words, with meanings in the trainee's languages, the first larger."""

    def __init__(self, look: Look, meanings: Sequence[str], today: StudyDay):
        super().__init__(look, _HEIGHT)
        self._meanings = tuple(meanings)
        self.today = today
        self._style = RubyStyle(IN_LIST * look.scale)
        self._ruby_ink = look.soft("ink", 0.8)
        self._fonts = {
            (language, px): look.urdu(px) if language == "ur" else look.ui(px)
            for language in ("en", "ur")
            for px in (15, _SECOND_PX)
        }
        lines = sum(
            text_height(self._fonts[language, px])
            for language, px in zip(self._meanings, (15, _SECOND_PX), strict=False)
        )
        self._height = max(self._height, round(lines + 8))
        self._when = look.ui(13)
        self._due = look.ui(13, 600)
        samples = [_("new"), _("known"), _rests(3), *map(from_today, _SAMPLES)]
        self._when_wide = 2 + max(text_width(self._due, said) for said in samples)

    def paint_row(self, painter: QPainter, box: QRectF, item: Any) -> None:
        """From the start: word, meanings, strength, when."""
        row: WordRow = item
        look, inner = self.look, box.width() - 2 * INSET
        word_wide = min(
            look.size(_WORD_MOST), max(look.size(_WORD_LEAST), inner * _WORD_SHARE), inner * 0.5
        )
        paint_line(
            painter,
            self.spot(box, INSET, word_wide),
            above(row.word.word, row.word.reading),
            self._style,
            ink=look.color("ink"),
            ruby_ink=self._ruby_ink,
            at_right=look.rtl,
        )
        end = INSET + inner
        if inner >= look.size(_WHEN_FROM):
            end = self._paint_when(painter, box, row, end)
        bars = self.spot(box, end - _BARS, _BARS)
        draw_strength(painter, look, bars.left(), bars.center().y(), row.strength)
        start = INSET + word_wide + _GAP
        self._paint_meanings(painter, self.spot(box, start, end - _BARS - _GAP - start), row)

    def _paint_when(self, painter: QPainter, box: QRectF, row: WordRow, end: float) -> float:
        """Say when; returns where the strength ends."""
        look, words = self.look, when(row, self.today)
        due = is_due(row, self.today)
        font = self._due if due else self._when
        wide = self._when_wide  # for all rows, so that the bars stand below one another
        ink = look.color("yamabuki" if due else "muted")
        draw_text(painter, self.spot(box, end - wide, wide), words, font, ink, align=END)
        return end - wide - _GAP

    def _paint_meanings(self, painter: QPainter, box: QRectF, row: WordRow) -> None:
        look, said = self.look, told(row.word.meaning, self._meanings)[:2]
        fonts = [
            self._fonts[language, px]
            for (language, _text), px in zip(said, (15, _SECOND_PX), strict=False)
        ]
        y = box.center().y() - sum(map(text_height, fonts)) / 2
        for i, ((_language, text), font) in enumerate(zip(said, fonts, strict=True)):
            line = QRectF(box.left(), y, box.width(), text_height(font))
            ink = look.color("muted" if i else "ink")
            # Shielded, or a question mark would change sides in an Urdu row.
            draw_text(painter, line, join((text,)), font, ink, elide=True)
            y += text_height(font)
