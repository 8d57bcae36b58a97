"""Offer answers: a key cap, words that wrap, and afterwards what was right.

State is told three ways at once: outline, tint and the icon in the place of the key.
"""

import enum

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from jp_trainer.ui.parts.buttons import draw_cap
from jp_trainer.ui.parts.icons import draw_icon
from jp_trainer.ui.parts.painting import CENTER, START, draw_box, draw_text
from jp_trainer.ui.parts.pressable import Pressable
from jp_trainer.ui.theme import Look
from jp_trainer.wording import pgettext


class State(enum.Enum):
    """What an option says."""

    OPEN = "open"
    PICKED = "picked"
    RIGHT = "right"
    WRONG = "wrong"
    FADED = "faded"
    """Neither chosen nor right, once the answer is known."""


class Script(enum.Enum):
    """Whose font the words get."""

    INTERFACE = "interface"
    JAPANESE = "japanese"
    URDU = "urdu"


_TONE = {State.PICKED: "ai", State.RIGHT: "wakatake", State.WRONG: "shu"}
_ICON = {State.RIGHT: "right", State.WRONG: "wrong"}
_PAD, _CAP, _GAP, _AROUND = 20, 28, 16, 12
_USUAL_WIDTH, _SLACK = 240, 4
_JAPANESE_PIECE = 4  # signs


class Option(Pressable):
    """One answer. `under` is the same in a second language, smaller below.

    `height` is the least, at normal text size; long words wrap and make it higher. Grows sideways
    with its layout.
    """

    def __init__(
        self,
        look: Look,
        words: str,
        key: str,
        *,
        under: str = "",
        under_script: Script = Script.URDU,
        script: Script = Script.INTERFACE,
        height: int = 64,
        parent: QWidget | None = None,
    ):
        super().__init__(look, words, parent=parent)
        self.key, self.under, self.state = key, under, State.OPEN
        self._script = script
        self._least = look.size(height)
        self._font = _font(look, script, 22 if script is Script.JAPANESE else 18)
        self._under_font = _font(look, under_script, 15)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._describe()

    def set_state(self, state: State) -> None:
        """Show what is known now. A screen reader hears it with the words."""
        self.state = state
        self._describe()
        self.update()

    def _describe(self) -> None:
        said = said_of(self.state)
        self.setAccessibleName(", ".join(part for part in (self.words, self.under, said) if part))

    def sizeHint(self) -> QSize:
        """No wider than needed: answers share their row equally, whatever they say."""
        wide = self.minimumSizeHint().width()
        return QSize(wide, self.heightForWidth(max(wide, self.look.size(_USUAL_WIDTH))))

    def minimumSizeHint(self) -> QSize:
        """The longest piece that cannot be parted decides; Japanese parts between any two signs."""
        pieces = (self.words + " " + self.under).split() or [""]
        longest = max(pieces, key=len)
        if self._script is Script.JAPANESE:
            longest = longest[:_JAPANESE_PIECE]
        wide = self._around + _wrapped(self._font, longest, 4000).width() + _SLACK
        return QSize(wide, self._least)

    def heightForWidth(self, width: int) -> int:
        """As high as the wrapped words, and at least as high as asked for."""
        # Layouts ask for one width and give another, a pixel less: words must not wrap once more.
        room = max(1, width - self._around - _SLACK)
        tall = _wrapped(self._font, self.words, room).height()
        if self.under:
            tall += _wrapped(self._under_font, self.under, room).height()
        return max(self._least, tall + 2 * _AROUND)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    @property
    def _around(self) -> int:
        return 2 * _PAD + self.look.size(_CAP) + _GAP

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Box, cap or icon, words."""
        look, tone = self.look, _TONE.get(self.state)
        ink = look.color("muted" if self.state is State.FADED else "ink")
        if tone:
            draw_box(painter, box, look.soft(tone, 0.10), look.color(tone), width=2)
        else:
            hover = self.underMouse() and self.isEnabled() and self.state is State.OPEN
            ground = look.soft("ai", 0.08) if hover else look.color("raised")
            faded = self.state is State.FADED
            draw_box(painter, box, ground, look.color("line" if faded else "edge"))
        if self.ring:
            draw_box(painter, box, None, look.color("ai"), width=2)
        side = look.size(_CAP)
        self._draw_key(painter, self.flip(_PAD, box.center().y() - side / 2, side, side), ink, tone)
        room = box.width() - self._around
        words = self.flip(_PAD + side + _GAP, 0, room + 1, box.height())
        if not self.under:
            draw_text(painter, words, self.words, self._font, ink, align=START, wrap=True)
            return
        first = _wrapped(self._font, self.words, round(room)).height()
        second = _wrapped(self._under_font, self.under, round(room)).height()
        top = (box.height() - first - second) / 2
        words.setRect(words.x(), top, words.width(), first)
        draw_text(painter, words, self.words, self._font, ink, wrap=True)
        words.translate(0, first)
        words.setHeight(second)
        draw_text(painter, words, self.under, self._under_font, look.color("muted"), wrap=True)

    def _draw_key(self, painter: QPainter, box: QRectF, ink: QColor, tone: str | None) -> None:
        look = self.look
        if tone is None:
            draw_cap(painter, look, box, self.key, ink)
            return
        draw_box(painter, box, look.color(tone), radius=5)
        if icon := _ICON.get(self.state):
            draw_icon(painter, look, icon, box.adjusted(5, 5, -5, -5), look.color("raised"))
        else:
            font = look.ui(13, 600)
            draw_text(painter, box, self.key, font, look.color("on_ai"), align=CENTER)


def _font(look: Look, script: Script, px: int) -> QFont:
    match script:
        case Script.JAPANESE:
            return look.ja(px)
        case Script.URDU:
            return look.urdu(px)
        case Script.INTERFACE:
            return look.ui(px)


def _wrapped(font: QFont, text: str, room: int) -> QRect:
    if not text:
        return QRect()
    flags = Qt.TextFlag.TextWordWrap.value
    return QFontMetrics(font).boundingRect(QRect(0, 0, room, 4000), flags, text)


def said_of(state: State) -> str:
    """What a screen reader says of an answer's state; "" of one that says nothing."""
    return {
        State.PICKED: pgettext("state of an answer", "chosen"),
        State.RIGHT: pgettext("state of an answer", "right"),
        State.WRONG: pgettext("state of an answer", "wrong"),
    }.get(state, "")
