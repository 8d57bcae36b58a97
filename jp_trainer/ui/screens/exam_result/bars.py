"""Show how each section went: what was right, points with their minimum, what to train next."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QWidget

from jp_trainer.core.exam.scoring import Estimate, ScoredSection
from jp_trainer.services.exam_results import Result
from jp_trainer.ui.exam.names import section_name
from jp_trainer.ui.parts.icons import Icon
from jp_trainer.ui.parts.layout import Item, label, row
from jp_trainer.ui.parts.meters import Meter
from jp_trainer.ui.parts.painting import END, Painted, draw_box
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, fill

_WEAK = 2 / 3


def section_bars(look: Look, estimate: Estimate, result: Result) -> QWidget:
    """Right answers by section; the weakest is named."""
    blueprint = result.state.blueprint
    tallies = [tally for tally in estimate.sections if tally.asked]
    weakest = min(tallies, key=lambda tally: tally.right / tally.asked, default=None)
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(12 if not look.rtl else 4)
    grid.setColumnStretch(1, 1)
    for y, tally in enumerate(tallies):
        share = tally.right / tally.asked
        is_weak = tally is weakest and share < _WEAK and len(tallies) > 1
        words = fill(_("{right} of {asked}"), right=tally.right, asked=tally.asked)
        name = section_name(look, blueprint, tally.id)
        bar = Meter(
            look, share, color="yamabuki" if is_weak else "ai", height=8, name=f"{name}: {words}"
        )
        grid.addWidget(label(look, name, "body", wrap=True), y, 0)
        grid.addWidget(bar, y, 1)
        grid.addWidget(label(look, words, "strong", END), y, 2)
        grid.addWidget(label(look, _("train this next") if is_weak else "", "note"), y, 3)
    grid.setColumnMinimumWidth(0, look.size(220))
    return made


class PointsBar(Painted):
    """Points of a scoring section on its scale: the band, the estimate, the minimum."""

    _BAR = 12

    def __init__(
        self, look: Look, scored: ScoredSection, scale: tuple[float, float], *, name: str
    ) -> None:
        super().__init__(look, None, self._BAR + 12, name=name)
        self._scored, self._scale = scored, scale

    def _x(self, points: float) -> float:
        low, high = self._scale
        return min(1.0, max(0.0, (points - low) / max(1.0, high - low))) * self.width()

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """The ground, the band, the estimate, and a tick where the minimum is."""
        look, points, tall = self.look, self._scored.points, self._BAR
        top = (box.height() - tall) / 2
        ground = QRectF(0, top, box.width(), tall)
        draw_box(painter, ground, look.soft("edge", 0.22), radius=tall / 2)
        low, high = self._x(points.low), self._x(points.high)
        band = self.flip(low, top, max(tall / 2, high - low), tall)
        draw_box(painter, band, look.soft("ai", 0.42), radius=tall / 2)
        mark = self.flip(self._x(points.mean) - 2, top - 3, 4, tall + 6)
        draw_box(painter, mark, look.color("ai"), radius=2)
        if self._scored.minimum is not None:
            tick = self.flip(self._x(self._scored.minimum) - 1, 0, 2, box.height())
            painter.fillRect(tick, look.color("ink"))


def points_bars(look: Look, estimate: Estimate, result: Result) -> list[Item]:
    """One for each scoring section, where there are several: each with its minimum in words."""
    known = {each.id: each for each in result.state.blueprint.scoring}
    if len(estimate.scoring) < 2:  # noqa: PLR2004 - one is the total
        return []
    made: list[Item] = []
    for scored in estimate.scoring:
        section = known[scored.id]
        points = scored.points
        words = fill(
            _("{points} ({low} to {high})"),
            points=f"{points.mean:.0f}", low=f"{points.low:.0f}", high=f"{points.high:.0f}",
        )  # fmt: skip
        name = section.title.text(look.language)
        said: list[Item] = [
            (label(look, name, "body", wrap=True), 1),
            12,
            label(look, words, "strong"),
        ]
        bar = PointsBar(
            look, scored, (section.scale.low, section.scale.high), name=f"{name}: {words}"
        )
        made += [row(*said), 2, bar]
        if scored.minimum is not None:
            made += [2, _minimum(look, scored)]
        made.append(12)
    return made[:-1]


def _minimum(look: Look, scored: ScoredSection) -> QWidget:
    chance, least = scored.chance_of_minimum, f"{scored.minimum:.0f}"
    if chance >= 0.8:  # noqa: PLR2004 - as verdicts are given
        icon, tone, words = "right", "wakatake", _("Minimum {points}: safe")
    elif chance <= 0.2:  # noqa: PLR2004
        icon, tone, words = "wrong", "shu", _("Minimum {points}: not yet reached")
    else:
        icon, tone, words = "warn", "yamabuki", _("Minimum {points}: in danger")
    made = QWidget()
    made.setLayout(
        row(Icon(look, icon, tone, 16), 8, (label(look, fill(words, points=least), "small"), 1))
    )
    return made
