"""Show at a glance what today holds, and the one button that begins it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jp_trainer.core.exam.sitting_state import SittingState
from jp_trainer.core.furigana import Span, above, plain
from jp_trainer.core.people import Goal
from jp_trainer.services import sitting, today, undo
from jp_trainer.services.study_states import Asking, Undone
from jp_trainer.services.today import TodayState
from jp_trainer.services.topics import Topic
from jp_trainer.ui.exam.names import running_words
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.chips import Fact
from jp_trainer.ui.parts.empty import empty_state, primary
from jp_trainer.ui.parts.icons import Icon
from jp_trainer.ui.parts.japanese import WORD_WITH_FEEDBACK, fitting, ruby
from jp_trainer.ui.parts.layout import (
    Item,
    block,
    column,
    frame,
    label,
    page,
    put_in_place,
    row,
    rule,
)
from jp_trainer.ui.parts.meanings import told, told_labels
from jp_trainer.ui.parts.painting import CENTER, MIDDLE, START
from jp_trainer.ui.screen import Desk, Screen
from jp_trainer.ui.screens.today_cards import days_card, decks_card, third_card
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, dates, fill, join, later, ngettext

_EXAMS = {
    Goal.JFT_A2: later("JFT-Basic"),
    Goal.JLPT_N5: later("JLPT N5"),
    Goal.JLPT_N4: later("JLPT N4"),
    Goal.JLPT_N3: later("JLPT N3"),
    Goal.ESD_A1: later("JFT-Basic A1"),
}
_HERO_MOST, _WORD_ROOM = 300, 340
_BESIDE_UP_TO = 1.1  # of text size
_MARGINS = (40, 24, 40, 24)  # lower than a page's usual ones: it all fits into 600 px


class Today(Screen[TodayState]):
    """The start screen. `Enter` does what the large button says."""

    topics = Topic.REVIEWS | Topic.CONTENT | Topic.PEOPLE

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._shown: QWidget | None = None
        self._enter: Button | None = None
        self.mock: QWidget = QWidget(self)
        self.mock.hide()
        self.keys.bind("enter s", self._on_enter)
        self.keys.bind("u ctrl+z", self._undo)

    def reload(self) -> None:
        """Ask for today's state."""
        self.ask(partial(today.today, self.desk.app, self.desk.trainee_id))

    def present(self, state: TodayState) -> None:
        """Draw it all anew: it happens once a visit."""
        made = self._page(state) if state.decks else self._empty()
        self._shown = put_in_place(self._box, made, self._shown)
        running = partial(sitting.running, self.desk.app, self.desk.trainee_id)
        self.desk.jobs.run(running, owner=self, done=self._on_mock)

    def _on_mock(self, running: SittingState | None) -> None:
        """A mock that was interrupted is offered above everything else."""
        self.mock.setVisible(running is not None)
        if running is None:
            return
        go_on = Button(self.look, _("Go on"), height=40)
        go_on.clicked.connect(partial(self._go, "sitting", sitting=running.id))
        words = label(self.look, running_words(running), "strong", wrap=True)
        if self.mock.layout() is None:
            icon = (Icon(self.look, "clock", "ai", 20), MIDDLE)
            line = row(icon, 12, (words, 1), 16, go_on, margins=(24, 8, 16, 8))
            self.mock.setLayout(column(frame("card", line), 12))

    def _on_enter(self) -> None:
        if self._enter is not None:
            self._enter.click()

    def _undo(self) -> None:
        """A slip on the last card of a session: its question is asked again, also days later."""
        take_back = partial(undo.undo, self.desk.app, self.desk.trainee_id)
        self.desk.jobs.run(take_back, owner=self, done=self._on_undone)

    def _on_undone(self, undone: Undone | None) -> None:
        if undone is None:
            self.desk.frame.say(_("There is nothing left to take back."))
        elif isinstance(undone.state, Asking):
            self._go("study")
        else:
            self.reload()

    def _go(self, name: str, **place: object) -> None:
        self.desk.frame.go(name, **place)

    def _empty(self) -> QWidget:
        self._enter = primary(self.look, _("Choose what to learn"))
        self._enter.clicked.connect(lambda: self._go("settings", page="learning"))
        return empty_state(
            self.look,
            "decks",
            _("Nothing to learn yet"),
            _("Your words for each day will be here as soon as a deck is chosen."),
            self._enter,
        )

    def _page(self, state: TodayState) -> QWidget:
        look = self.look
        cards = (
            days_card(look, state),
            decks_card(look, state),
            third_card(look, state),
        )
        hero = frame("card", self._hero(state))
        hero.setMaximumHeight(look.size(_HERO_MOST))
        self.mock = QWidget()
        self.mock.hide()
        return page(
            _head(look, state),
            20 if not look.rtl else 12,
            self.mock,
            (hero, 1000),
            16,
            *_beside(look, cards, (10, 10, 13) if len(state.decks) == 1 else (18, 25, 23)),
            None,
            margins=_MARGINS,
        )

    def _hero(self, state: TodayState) -> QVBoxLayout:
        start = block(self._plan(state))
        line = block(column((rule(upright=True), 1), margins=(0, 28, 0, 28)))
        return column(row((start, 1), line, (block(_word(self.look, state)), 1)))

    def _plan(self, state: TodayState) -> QVBoxLayout:
        look = self.look
        title, under, words, more = _today(state)
        self._enter = None
        heading: list[Item] = [label(look, _("Today"), "label")]
        if state.done:
            tick = (Icon(look, "right", "wakatake", 22, disc=True), START)
            heading = [tick]
        button = Button(
            look,
            words,
            Kind.SECONDARY if more else Kind.PRIMARY,
            key="" if more else "enter",
            height=56 if not more else 48,
            width=0 if more else 240,
        )
        button.clicked.connect(partial(self._go, "study", more=True) if more else self._start)
        if not more:
            self._enter = button
        return column(
            *heading,
            look.gap(8),
            label(look, title, "figure", wrap=True),
            look.gap(6),
            label(look, under, "muted", wrap=True),
            12,
            None,
            (button, START),
            margins=(32, 24, 32, 28),
        )

    def _start(self) -> None:
        self._go("study")


def _today(state: TodayState) -> tuple[str, str, str, bool]:
    """Title, what stands below, the button's words, and whether it asks for more than the plan."""
    tomorrow = fill(
        ngettext(
            "Tomorrow: {count} word, {minutes}.",
            "Tomorrow: {count} words, {minutes}.",
            state.tomorrow,
        ),
        count=state.tomorrow,
        minutes=dates.about_minutes(state.tomorrow_minutes),
    )
    if state.questions or state.running:
        count = fill(
            ngettext("{count} word", "{count} words", state.questions), count=state.questions
        )
        title = count if state.questions else _("A round is waiting")
        return title, _contents(state), _("Go on") if state.running else _("Start"), False
    if state.done:
        below = tomorrow if state.tomorrow else _("Nothing is planned for tomorrow yet.")
        return _("Done for today"), below, _("5 more minutes"), True
    return _("Nothing to repeat today"), tomorrow, _("5 more minutes"), True


def _contents(state: TodayState) -> str:
    if not state.questions:
        return _("You can go on where you stopped.")
    facts = {
        "minutes": dates.minutes(max(1, state.minutes)),
        "repeats": state.repeats,
        "news": state.news,
    }
    if state.repeats and state.news:
        return fill(_("About {minutes}: {repeats} to repeat, {news} new"), **facts)
    if state.news:
        return fill(_("About {minutes}: all of them new"), **facts)
    return fill(_("About {minutes}: all to repeat"), **facts)


def _beside(look: Look, cards: Sequence[QWidget], stretches: Sequence[int]) -> list[Item]:
    """The cards in one row; larger text leaves each too little room: the decks go below."""
    if look.scale <= _BESIDE_UP_TO:
        return [row(*zip(cards, stretches, strict=True), gap=16)]
    days, decks, third = cards
    return [row((days, 1), (third, 1), gap=16), 16, decks]


def _head(look: Look, state: TodayState) -> QHBoxLayout:
    greeting = fill(_("Assalam-o-alaikum, {name}"), name=state.trainee.name)
    said = column(
        label(look, greeting, "title", wrap=True),
        look.gap(4),
        label(look, dates.full_date(state.day), "muted"),
    )
    exam = state.trainee.preferences.exam_date
    if exam is None or state.exam_in_days is None:
        return row((said, 1))
    name = _(_EXAMS[state.trainee.preferences.goal])
    when = fill(_("{exam} on {date}"), exam=name, date=dates.date(exam))
    words = join([when, dates.from_today(state.exam_in_days)])
    return row((said, 1), 16, (Fact(look, words, icon="calendar"), MIDDLE))


def _word(look: Look, state: TodayState) -> QVBoxLayout:
    """The word learned lately; before there is one, a welcome."""
    word = state.learned
    shown: tuple[Span, ...] = (Span("ようこそ"),)
    if word is None:
        when, said = "", [("en", _("welcome"))] if look.language != "ja" else []
    else:
        when = {0: _("You learned today"), 1: _("You learned yesterday")}.get(
            state.learned_ago, _("You learned lately")
        )
        shown = above(word.word, word.reading)
        said = told(word.meaning, state.trainee.preferences.meanings)
    px = fitting(look, plain(shown), WORD_WITH_FEEDBACK, _WORD_ROOM)
    return column(
        label(look, when, "label", CENTER),
        None,
        ruby(look, shown, px, centred=True),
        look.gap(16),
        *told_labels(look, said),
        None,
        8,
        margins=(24, 24, 24, 20),
    )
