"""Show the mocks that were sat: each with what came of it, and the trend."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QSizePolicy

from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.papers import Mode
from jp_trainer.core.exam.sitting_state import FinishedBy
from jp_trainer.services.exam_results import Past
from jp_trainer.ui.exam.verdict_words import short_verdict
from jp_trainer.ui.parts.buttons import Button
from jp_trainer.ui.parts.layout import CARD, Item, column, label, row
from jp_trainer.ui.parts.painting import (
    MIDDLE,
    Painted,
    draw_box,
    draw_text,
    stroke,
    text_height,
    text_width,
)
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, dates, fill, join, pgettext

_SHOWN, _FEWEST = 8, 2
_TREND_HEIGHT = 120
_HARDER = 0.15  # logits of the mean difficulty of a paper that are worth a word


class PastCard(QFrame):
    """The last sittings, the newest first.

    Signals:
        opened: the id of a sitting.
    """

    opened = Signal(str)

    def __init__(self, look: Look, past: Sequence[Past], known: dict[str, Blueprint]) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.look = look
        items: list[Item] = [label(look, _("Your mocks so far"), "strong"), 12]
        trend = self._trend(past, known)
        if trend is not None:
            items += [trend, 12]
        for each in past[:_SHOWN]:
            items += [self._row(each, known.get(each.blueprint)), 6]
        self.setLayout(column(*items, margins=CARD))

    def _row(self, past: Past, blueprint: Blueprint | None) -> Item:
        look = self.look
        title = blueprint.title.text(look.language) if blueprint else past.exam
        form = fill(_("form {form}"), form=past.form) if past.form else ""
        when = dates.short_date(past.begun_at.date())
        button = Button(look, _("Look at it"), height=40)
        button.setAccessibleName(join([_("Look at it"), title, when], ", "))
        button.clicked.connect(lambda: self.opened.emit(past.sitting))
        words = join([when, title, form, kind_words(past)])
        said = column(
            label(look, words, "body", wrap=True),
            label(look, join([outcome(past), difficulty_words(past)]), "small", wrap=True),
        )
        return row((said, 1), 12, (button, MIDDLE))

    def _trend(self, past: Sequence[Past], known: dict[str, Blueprint]) -> Painted | None:
        """Of the exam sat last, if it was sat twice."""
        counted = [
            p
            for p in past
            if p.estimate is not None
            and p.estimate.counted
            and not p.assisted
            and p.mode is Mode.FULL
        ]
        if not counted or counted[0].blueprint not in known:
            return None
        blueprint = known[counted[0].blueprint]
        same = [p for p in counted if p.blueprint == blueprint.id][:_SHOWN]
        return Trend(self.look, same[::-1], blueprint) if len(same) >= _FEWEST else None


def kind_words(past: Past) -> str:
    """Whether it was the whole test."""
    match past.mode:
        case Mode.QUIZ:
            return pgettext("kind of sitting", "quiz")
        case Mode.SECTION:
            return pgettext("kind of sitting", "one section")
        case Mode.FULL:
            return pgettext("kind of sitting", "full mock")


def outcome(past: Past) -> str:
    """In a few words."""
    if past.finished is FinishedBy.ABANDONED:
        return _("given up")
    if past.mode is Mode.QUIZ or past.estimate is None:
        return fill(_("{right} of {asked} right"), right=past.right, asked=past.asked)
    if past.assisted:
        return _("practice, with help")
    return short_verdict(past.estimate)


def difficulty_words(past: Past) -> str:
    """Whether the paper was harder or easier than usual."""
    if past.mode is not Mode.FULL or abs(past.difficulty) < _HARDER:
        return ""
    return _("a harder paper") if past.difficulty > 0 else _("an easier paper")


class Trend(Painted):
    """Estimates with their bands over time, the oldest at the start side, and the pass line."""

    def __init__(self, look: Look, past: Sequence[Past], blueprint: Blueprint) -> None:
        self._past, self._blueprint = past, blueprint
        points = ", ".join(f"{p.estimate.total.mean:.0f}" for p in past if p.estimate)
        name = fill(
            _("Estimates, oldest first: {points}. Pass line: {line}."),
            points=points, line=f"{blueprint.pass_total:.0f}",
        )  # fmt: skip
        super().__init__(look, None, look.size(_TREND_HEIGHT), name=name)
        self._small = look.ui(13, tabular=True)
        self.setMinimumWidth(look.size(240))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """The line to reach, a bar for each band, a point for each estimate."""
        look, line = self.look, text_height(self._small)
        top, bottom = line, box.height() - line - 2
        low, high = self._blueprint.total

        def y(points: float) -> float:
            return bottom - (points - low) / max(1.0, high - low) * (bottom - top)

        needed = y(self._blueprint.pass_total)
        said = fill(_("pass {points}"), points=f"{self._blueprint.pass_total:.0f}")
        painter.setPen(stroke(look.color("wakatake"), 1.5, (3, 4)))
        painter.drawLine(QPointF(0, needed), QPointF(box.width(), needed))
        wide = text_width(self._small, said) + 4
        spot = self.flip(0, needed - line, wide, line)
        draw_text(painter, spot, said, self._small, look.color("wakatake"))
        start = wide + 24
        step = (box.width() - start - 40) / max(1, len(self._past) - 1)
        for i, past in enumerate(self._past):
            if past.estimate is None:
                continue
            x, total = start + i * step, past.estimate.total
            band = self.flip(x - 5, y(total.high), 10, max(4.0, y(total.low) - y(total.high)))
            draw_box(painter, band, look.soft("ai", 0.35), radius=5)
            dot = self.flip(x - 6, y(total.mean) - 6, 12, 12)
            draw_box(painter, dot, look.color("ai"), radius=6)
            when = dates.short_date(past.begun_at.date())
            size = text_width(self._small, when)
            spot = self.flip(x - size / 2, bottom + 2, size + 4, line)
            draw_text(painter, spot, when, self._small, look.color("muted"))
