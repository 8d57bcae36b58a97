"""Offer the answers of an exam: text with readings, pictures, or numbers of what is heard."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from jp_trainer.core.exam.items import Option
from jp_trainer.core.exam.marks import printed
from jp_trainer.core.furigana import plain
from jp_trainer.typeset.pictures import paint_picture
from jp_trainer.typeset.ruby import RubyLayout, RubyStyle, lay_out
from jp_trainer.ui.exam.item_text import marks_of
from jp_trainer.ui.parts.buttons import draw_cap
from jp_trainer.ui.parts.icons import draw_icon
from jp_trainer.ui.parts.options import State, said_of
from jp_trainer.ui.parts.painting import CENTER, draw_box, draw_text
from jp_trainer.ui.parts.picture import GROUND, INK
from jp_trainer.ui.parts.pressable import Pressable
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, fill, join

PX = 22
_TONE = {State.PICKED: "ai", State.RIGHT: "wakatake", State.WRONG: "shu"}
_ICON = {State.RIGHT: "right", State.WRONG: "wrong"}
_RUBY_SHARE = 0.8
_PAD, _CAP, _GAP, _AROUND = 18, 28, 16, 8
_HEARD_WIDTH, _HEARD_HEIGHT = 96, 72
_HEARD_PX = 28


class ExamOption(Pressable):
    """One answer: a key cap, and Japanese that wraps, or a large number where it is heard.

    `number` counts from 1. `said`: what is heard, shown once the answer is known.
    """

    def __init__(self, look: Look, number: int, option: Option, *, height: int = 60):
        super().__init__(look, "", name=str(number))
        self.setToolTip("")
        self.number, self.state = number, State.OPEN
        self.is_heard = bool(option.voice)
        self._says = option.text
        self._shown = printed("" if self.is_heard else option.text)
        self._style = RubyStyle(PX * look.scale)
        self._least = look.size(_HEARD_HEIGHT if self.is_heard else height)
        fits = QSizePolicy.Policy
        policy = QSizePolicy(fits.Fixed if self.is_heard else fits.Expanding, fits.Minimum)
        policy.setHeightForWidth(not self.is_heard)
        self.setSizePolicy(policy)
        self._describe()

    def set_state(self, state: State) -> None:
        """Show what is known now; a screen reader hears it with the words."""
        self.state = state
        self._describe()
        self.update()

    def reveal(self) -> None:
        """Show in writing what was only heard."""
        if self.is_heard:
            self.is_heard = False
            self._shown = printed(self._says)
            self._least = self.look.size(60)
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
            self._describe()
            self.updateGeometry()

    def _describe(self) -> None:
        words = "" if self.is_heard else plain(self._shown.spans)
        self.words = f"{self.number} {words}".strip()
        self.setAccessibleName(join([self.words, said_of(self.state)], ", "))

    def _layout(self, width: float) -> RubyLayout:
        return lay_out(self._shown.spans, self._style, max(1.0, width - self._around))

    @property
    def _around(self) -> int:
        return 2 * _PAD + self.look.size(_CAP) + _GAP

    def sizeHint(self) -> QSize:
        """Its text in one line, unless that is long."""
        if self.is_heard:
            return QSize(self.look.size(_HEARD_WIDTH), self._least)
        natural = lay_out(self._shown.spans, self._style).size.width()
        wide = self._around + min(natural, 16 * self._style.px)
        return QSize(round(wide + 1), self.heightForWidth(round(wide + 1)))

    def minimumSizeHint(self) -> QSize:
        """A few signs a line at the least."""
        if self.is_heard:
            return self.sizeHint()
        return QSize(round(self._around + 6 * self._style.px), self._least)

    def hasHeightForWidth(self) -> bool:
        """Text wraps."""
        return not self.is_heard

    def heightForWidth(self, width: int) -> int:
        """As high as its lines."""
        if self.is_heard:
            return self._least
        return max(self._least, round(self._layout(width).size.height() + 2 * _AROUND))

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Box, cap or icon, text."""
        look, tone = self.look, _TONE.get(self.state)
        draw_ground(painter, self, box)
        side = look.size(_CAP)
        if self.is_heard:
            ink = look.color("ai" if tone else "ink")
            font = look.ui(_HEARD_PX, 600, tabular=True)
            draw_text(painter, box, str(self.number), font, ink, align=CENTER)
            return
        spot = self.flip(_PAD, box.center().y() - side / 2, side, side)
        draw_number(painter, look, spot, self.number, self.state)
        layout = self._layout(box.width())
        x = _PAD + side + _GAP
        room = self.flip(x, 0, box.width() - self._around, box.height())
        free = room.width() - layout.size.width()
        at = QPointF(
            room.x() + (max(0.0, free) if look.rtl else 0.0),
            round((box.height() - layout.size.height()) / 2),
        )
        layout.paint(
            painter,
            at,
            look.color("ink"),
            look.soft("ink", _RUBY_SHARE),
            marks=marks_of(look, self._shown),
        )


def draw_ground(painter: QPainter, option: "ExamOption | PictureOption", box: QRectF) -> None:
    """The box of an answer in its state."""
    look, tone = option.look, _TONE.get(option.state)
    if tone:
        draw_box(painter, box, look.soft(tone, 0.10), look.color(tone), width=2)
    else:
        hover = option.underMouse() and option.isEnabled() and option.state is State.OPEN
        ground = look.soft("ai", 0.08) if hover else look.color("raised")
        faded = option.state is State.FADED
        draw_box(painter, box, ground, look.color("line" if faded else "edge"))
    if option.ring:
        inner = box.adjusted(3, 3, -3, -3)
        draw_box(painter, inner, None, look.color("ai"), width=2, radius=5)


def draw_number(painter: QPainter, look: Look, box: QRectF, number: int, state: State) -> None:
    """The cap with the number of an answer, or what is known of it."""
    tone = _TONE.get(state)
    if tone is None:
        draw_cap(painter, look, box, str(number), look.color("ink"))
        return
    draw_box(painter, box, look.color(tone), radius=5)
    if icon := _ICON.get(state):
        draw_icon(painter, look, icon, box.adjusted(5, 5, -5, -5), look.color("raised"))
    else:
        draw_text(painter, box, str(number), look.ui(13, 600), look.color("on_ai"), align=CENTER)


class PictureOption(Pressable):
    """An answer that is a picture: its number in the corner, the picture below."""

    def __init__(self, look: Look, number: int, picture: str, *, side: int = 120):
        name = fill(_("Picture {number}"), number=number)
        super().__init__(look, "", name=name)
        self.setToolTip("")
        self.number, self.state, self.words = number, State.OPEN, name
        self._picture = picture
        self._side = look.size(side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_state(self, state: State) -> None:
        """Show what is known now."""
        self.state = state
        self.setAccessibleName(join([self.words, said_of(state)], ", "))
        self.update()

    def reveal(self) -> None:
        """Nothing was hidden."""

    def sizeHint(self) -> QSize:
        """Room for the picture, and the number beside it."""
        return QSize(self._side + self.look.size(_CAP) + 36, self._side + 20)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Box, number, picture."""
        look = self.look
        draw_ground(painter, self, box)
        cap = look.size(_CAP)
        spot = self.flip(12, 12, cap, cap)
        draw_number(painter, look, spot, self.number, self.state)
        place = self.flip(12 + cap + 8, 10, self._side, self._side)
        draw_box(painter, place, GROUND, radius=6)
        inner = place.adjusted(6, 6, -6, -6)
        if not paint_picture(painter, inner, self._picture):
            draw_text(painter, inner, self.words, look.ui(13), INK, align=CENTER, wrap=True)
