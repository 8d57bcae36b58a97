"""Take what is searched, and show in kana what romaji typed so far mean."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from jp_trainer.core.kana import is_all_kana
from jp_trainer.core.kana_typing import preview, to_kana
from jp_trainer.ui.parts.icons import draw_icon
from jp_trainer.ui.parts.layout import absolute
from jp_trainer.ui.parts.painting import (
    END,
    MIDDLE,
    START,
    draw_text,
    flipped,
    text_height,
    text_width,
)
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, join

_ICON, _START, _END, _TALL = 20, 44, 14, 44
_LEAST_ROOM = 90  # px that typing needs; the count gives way first


def kana_of(typed: str) -> str:
    """The typed keys in kana, if they are romaji so far; else ""."""
    keys = typed.strip()
    if not keys.isascii() or not keys.replace(" ", "").replace("'", "").replace("-", "").isalpha():
        return ""
    shown = preview(keys)
    kana = shown.kana if shown.kana else ""
    rest = to_kana(shown.pending, final=True) if shown.pending == "n" else shown.pending
    # A last consonant waits for its vowel; what cannot become kana is English.
    if not kana or not is_all_kana(kana.replace(" ", "")) or (rest and not rest.isalpha()):
        return ""
    return kana + (rest if is_all_kana(rest) else "")


class SearchField(QLineEdit):
    """A line with a magnifier; at its end the kana, and how many words were found."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._note = look.ui(15)
        self._found = ""
        self.setFont(look.ui(15))
        self.setAlignment(absolute(look, START) | MIDDLE)  # beside the magnifier in both scripts
        self.setAccessibleName(_("Search words"))
        self.setPlaceholderText(_("Japanese, romaji, English or Urdu"))
        self.setMaxLength(100)
        self.setMinimumHeight(max(look.size(_TALL), round(text_height(look.ui(15)) + 8)))
        self.setMinimumWidth(look.size(150))
        self.textChanged.connect(self._lay_out)
        self._lay_out()

    def set_found(self, words: str) -> None:
        """Say how many words were found; "" to say nothing."""
        self._found = words
        self.setAccessibleDescription(self.note())
        self._lay_out()

    def note(self) -> str:
        """What stands at the end."""
        if not self.text().strip():
            return ""
        return join((kana_of(self.text()), self._found))

    def _shown_note(self) -> str:
        room = self.width() - _START - _END - _LEAST_ROOM
        for said in (self.note(), kana_of(self.text())):
            if said and text_width(self._note, said) <= room:
                return said
        return ""

    def _lay_out(self) -> None:
        said = self._shown_note()
        end = _END + (round(text_width(self._note, said)) + 10 if said else 0)
        # Margins of a line edit do not mirror. The style sheet's padding stands inside them.
        start = _START - 12
        end -= 12
        margins = (end, 0, start, 0) if self.look.rtl else (start, 0, end, 0)
        self.setTextMargins(*margins)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room may let the count in."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, then magnifier and note."""
        super().paintEvent(event)
        look, painter = self.look, QPainter(self)
        side, middle = look.size(_ICON), self.height() / 2
        spot = flipped(look, self.width(), QRectF(14, middle - side / 2, side, side))
        draw_icon(painter, look, "search", spot, look.color("ai" if self.hasFocus() else "muted"))
        if said := self._shown_note():
            wide = text_width(self._note, said) + 2
            box = QRectF(self.width() - _END - wide, 0, wide, self.height())
            box = flipped(look, self.width(), box)
            painter.setLayoutDirection(look.direction)
            draw_text(painter, box, said, self._note, look.color("muted"), align=END)
        painter.end()
