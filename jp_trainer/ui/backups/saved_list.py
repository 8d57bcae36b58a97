"""List backups: when, why, what each holds, how large it is."""

import datetime as dt
from typing import assert_never

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from jp_trainer.core.study_day import date_of
from jp_trainer.services.backups import Backup, Contents, Reason, Saved
from jp_trainer.ui.parts.icons import draw_icon
from jp_trainer.ui.parts.lists import INSET, ListView, RowPainter
from jp_trainer.ui.parts.painting import END, START, draw_text, text_height
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, dates, fill, join, ngettext

_KILO = 1024
_NAMES_SHOWN = 3
_ICON, _WHEN, _SIZE = 24, 190, 90


def saved_list(look: Look) -> ListView:
    """The list; its items are Saved."""
    return ListView(_SavedRow(look), told, name=_("Backups, newest first"))


def when(backup: Backup, zone: dt.tzinfo | None = None) -> str:
    """22 Nov, 18:10, by the clock on the wall; `zone` None is the computer's own."""
    return dates.moment(backup.made_at.astimezone(zone))


def why(reason: Reason) -> str:
    """Why it was made."""
    match reason:
        case Reason.DAILY:
            return _("every day")
        case Reason.BEFORE_IMPORT:
            return _("before a deck changed")
        case Reason.BEFORE_UPGRADE:
            return _("before an update of the app")
        case Reason.BEFORE_RESTORE:
            return _("before a backup was restored")
        case Reason.MANUAL:
            return _("made by hand")
        case _:
            assert_never(reason)


def holds(contents: Contents | None) -> str:
    """Whose work it is, how many answers, until when."""
    if contents is None:
        return _("cannot be read")
    return join((people(contents), answers(contents), until(contents)))


def people(contents: Contents) -> str:
    """The names, if they are few."""
    names = contents.trainees
    if not names:
        return _("nobody yet")
    more = len(names) - _NAMES_SHOWN
    listed = join(names[:_NAMES_SHOWN], mark=_(", "))
    if more <= 0:
        return listed
    template = ngettext("{names} and {count} more", "{names} and {count} more", more)
    return fill(template, names=listed, count=more)


def answers(contents: Contents) -> str:
    """1,204 answers."""
    template = ngettext("{count} answer", "{count} answers", contents.answers)
    return fill(template, count=dates.number(contents.answers))


def until(contents: Contents) -> str:
    """The last day of study."""
    if contents.last_day is None:
        return ""
    return fill(_("studied until {day}"), day=dates.short_date(date_of(contents.last_day)))


def size(size_bytes: int) -> str:
    """1.4 MB: the same in every language, whole in a line that runs the other way."""
    kilo = size_bytes / _KILO
    if kilo < _KILO:
        return join((f"{dates.number(max(1, round(kilo)))} KB",))
    return join((f"{kilo / _KILO:,.1f} MB",))


def told(saved: Saved) -> str:
    """A row, for a screen reader."""
    backup = saved.backup
    return join((when(backup), why(backup.reason), holds(saved.contents), size(backup.size_bytes)))


class _SavedRow(RowPainter):
    """When and why at the start, what it holds below, how large at the end."""

    def __init__(self, look: Look) -> None:
        lines = text_height(look.ui(15)) + text_height(look.ui(13))
        super().__init__(look, 64)
        self._height = max(self._height, round(lines + 18))

    def paint_row(self, painter: QPainter, box: QRectF, item: Saved) -> None:
        """Two lines and a size."""
        look, backup = self.look, item.backup
        wide = box.width() - 2 * INSET
        first, second = text_height(look.ui(15)), text_height(look.ui(13))
        top = box.top() + (box.height() - first - second - 2) / 2
        start, end = INSET + look.size(_ICON) + 14, look.size(_SIZE)
        room = wide - (start - INSET) - end
        readable = item.contents is not None
        side = look.size(_ICON)
        icon = self.spot(box, INSET, side)
        icon.setRect(icon.x(), box.center().y() - side / 2, side, side)
        tone = look.color("muted" if readable else "shu")
        draw_icon(painter, look, "save" if readable else "warn", icon, tone)
        line = self.spot(box, start, room)
        line.setRect(line.x(), top, line.width(), first)
        words = join((when(backup), why(backup.reason)))
        draw_text(painter, line, words, look.ui(15, 500), look.color("ink"), elide=True)
        below = QRectF(line.x(), top + first + 2, line.width(), second)
        ink = look.color("muted" if readable else "shu")
        draw_text(painter, below, holds(item.contents), look.ui(13), ink, align=START, elide=True)
        last = self.spot(box, box.width() - INSET - end, end)
        draw_text(
            painter, last, size(backup.size_bytes), look.ui(13), look.color("muted"), align=END
        )
