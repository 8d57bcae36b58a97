"""Tell what happened with a word: when, what was asked, the verdict, what was answered."""

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from jp_trainer.core.events import EventKind, Rating
from jp_trainer.core.furigana import above
from jp_trainer.core.study_day import date_of
from jp_trainer.core.verdicts import Outcome
from jp_trainer.core.words import Word
from jp_trainer.services.words import HistoryEntry
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.dialogs import Sheet
from jp_trainer.ui.parts.icons import draw_icon
from jp_trainer.ui.parts.japanese import SENTENCE, ruby
from jp_trainer.ui.parts.layout import label
from jp_trainer.ui.parts.lists import INSET, ListView, RowPainter
from jp_trainer.ui.parts.meanings import in_one
from jp_trainer.ui.parts.painting import draw_text
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, fill, join, later, ngettext
from jp_trainer.wording.dates import moment, short_date
from jp_trainer.wording.learning import aspect_name

_ROW, _ICON, _TALL = 56, 18, 320
_WHEN_SHARE = 0.27
_DECIDED: dict[str, str] = {
    EventKind.KNOWN: later("You said that you know this"),
    EventKind.RESTED: later("Put to rest"),
    EventKind.RESUMED: later("Asked again from here on"),
    EventKind.RESET: later("Begun anew"),
}
_UNKNOWN = later("Something that a newer version of this app knows")
_SAID = {"knew": True, "did not know": False}


def local(entry: HistoryEntry) -> datetime:
    """The wall clock where it happened."""
    return entry.at.astimezone(timezone(timedelta(minutes=entry.utc_offset_min)))


def what(entry: HistoryEntry) -> str:
    """What was asked or decided."""
    if entry.aspect is not None and entry.rating is not None:
        asked = aspect_name(entry.aspect)
        if entry.kind == EventKind.EXTRA_PRACTISED:
            return fill(_("{aspect}, once more in the round"), aspect=asked)
        return asked
    if entry.back_on is not None:
        return fill(_("Put to rest until {date}"), date=short_date(date_of(entry.back_on)))
    return _(_DECIDED.get(entry.kind, _UNKNOWN))


def verdict(entry: HistoryEntry) -> str:
    """What became of the answer; "" where nothing was answered."""
    if entry.rating is None:
        return ""
    right = entry.rating is not Rating.AGAIN
    if entry.overruled:
        return _("right, you said") if right else _("wrong, you said")
    if not right:
        return _("wrong")
    if entry.peeked:
        return _("right, with help")
    return _("right, with a note") if entry.outcome == Outcome.RIGHT_WITH_NOTE.value else _("right")


def answer(entry: HistoryEntry, meanings: Sequence[str]) -> str:
    """What was typed or chosen; "" if nothing was."""
    if entry.chosen is not None:
        return join((entry.chosen.word, in_one(entry.chosen.meaning, meanings[:1])))
    if entry.given in _SAID:
        return _("knew it") if _SAID[entry.given] else _("did not know it")
    return entry.given


class EntryPainter(RowPainter):
    """An icon for the verdict, when, what, and below it the verdict and what was answered."""

    def __init__(self, look: Look, meanings: Sequence[str]):
        super().__init__(look, _ROW)
        self._meanings = tuple(meanings)

    def paint_row(self, painter: QPainter, box: QRectF, item: Any) -> None:
        """From the start: icon, when, then two lines."""
        entry: HistoryEntry = item
        look, inner = self.look, box.width() - 2 * INSET
        side = look.size(_ICON)
        spot = self.spot(box, INSET, side)
        spot = QRectF(spot.x(), box.center().y() - side / 2, side, side)
        icon, tone = _icon(entry)
        draw_icon(painter, look, icon, spot, look.color(tone))
        start: float = INSET + side + 12
        wide = inner * _WHEN_SHARE
        muted, ink = look.color("muted"), look.color("ink")
        draw_text(painter, self.spot(box, start, wide), moment(local(entry)), look.ui(13), muted)
        start += wide + 12
        room = self.spot(box, start, INSET + inner - start)
        result = join((verdict(entry), answer(entry, self._meanings)))
        if not result:
            draw_text(painter, room, what(entry), look.ui(15), ink, elide=True)
            return
        half = box.height() / 2
        above_line = QRectF(room.x(), box.y() + 3, room.width(), half - 3)
        below_line = QRectF(room.x(), box.y() + half, room.width(), half - 4)
        draw_text(painter, above_line, what(entry), look.ui(15), ink, elide=True)
        draw_text(painter, below_line, result, look.ui(13), muted, elide=True)


def _icon(entry: HistoryEntry) -> tuple[str, str]:
    if entry.rating is None:
        return "rest" if entry.kind == EventKind.RESTED else "info", "muted"
    if entry.rating is Rating.AGAIN:
        return "wrong", "shu"
    return ("right", "yamabuki") if entry.rating is Rating.HARD else ("right", "wakatake")


def history_sheet(
    look: Look,
    parent: QWidget,
    word: Word,
    entries: Sequence[HistoryEntry],
    meanings: Sequence[str],
) -> Sheet:
    """Show it all, newest first."""
    sheet = Sheet(look, parent, _("What happened with this word"), icon="history")
    sheet.add(ruby(look, above(word.word, word.reading), SENTENCE))
    asked = [entry for entry in entries if entry.rating is not None]
    right = sum(entry.rating is not Rating.AGAIN for entry in asked)
    count = len(asked)
    if not entries:
        sheet.add(label(look, _("It was not asked yet."), "muted", wrap=True), 12)
    else:
        said = ngettext(
            "Asked {count} time, {right} right.", "Asked {count} times, {right} right.", count
        )
        if asked:
            sheet.add(label(look, fill(said, count=count, right=right), "muted", wrap=True), 8)
        listed = ListView(
            EntryPainter(look, meanings),
            lambda entry: join(
                (moment(local(entry)), what(entry), verdict(entry), answer(entry, meanings))
            ),
            name=_("What happened, newest first"),
        )
        listed.set_items(entries)
        tall = min(look.size(_TALL), len(entries) * look.size(_ROW) + 6)
        listed.setMinimumHeight(min(tall, max(120, parent.height() - look.size(300))))
        sheet.add(listed, 12)
    sheet.offer(Button(look, _("Close"), Kind.PRIMARY, key="enter"))
    sheet.open()
    return sheet
