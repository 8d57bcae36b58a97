"""Show that something is finished: what a round was, what to look at again, what comes next."""

from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from jp_trainer.core.furigana import above
from jp_trainer.core.study_day import date_of
from jp_trainer.core.words import Word
from jp_trainer.services import study, undo
from jp_trainer.services.study_states import Asking, RoundDone, StudyState, Undone
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.icons import Icon
from jp_trainer.ui.parts.japanese import SENTENCE, fitting, ruby
from jp_trainer.ui.parts.layout import (
    CARD,
    Item,
    block,
    column,
    frame,
    label,
    put_in_place,
    row,
    scrolled,
)
from jp_trainer.ui.parts.meanings import told, told_label
from jp_trainer.ui.parts.meters import Days
from jp_trainer.ui.parts.painting import CENTER, START, TOP
from jp_trainer.ui.screen import Desk, Screen
from jp_trainer.ui.screens.today_cards import days_in_words, letters_of_week
from jp_trainer.wording import _, dates, fill, join, ngettext

_WORDS_SHOWN = 3
_WORDS_ROOM = 400
_WIDTH, _CARD_HEIGHT = 800, 152
_TICK_UP_TO = 1.1  # of text size
_BUTTONS = 80
_MS_PER_MINUTE = 60_000


class RoundEnd(Screen[StudyState]):
    """The end of a round. `Enter` does what the primary button says."""

    whole_window = True

    def __init__(self, desk: Desk, state: RoundDone | None = None) -> None:
        super().__init__(desk)
        self._given = state
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._shown: QWidget | None = None
        self._enter: Button | None = None
        self.keys.bind("enter space", self._on_enter)
        self.keys.bind("u ctrl+z", self.undo)

    def reload(self) -> None:
        """Show what came with the last answer, or ask."""
        given, self._given = self._given, None
        if given is not None:
            self.present(given)
        else:
            self.ask(partial(study.now_asked, self.desk.app, self.desk.trainee_id))

    def present(self, state: StudyState) -> None:
        """Draw the end; a round that goes on (after an undo) belongs to the study screen."""
        if isinstance(state, Asking):
            self.desk.frame.go("study")
            return
        made = scrolled(block(self._page(state)))
        self._shown = put_in_place(self._box, made, self._shown)

    def undo(self) -> None:
        """Take the last answer back: its question is asked again."""
        desk = self.desk
        desk.jobs.run(
            partial(undo.undo, desk.app, desk.trainee_id), owner=self, done=self._on_undone
        )

    def foot_height(self) -> int:
        """The message bar leaves the buttons free."""
        return self.look.size(_BUTTONS)

    def _on_undone(self, undone: Undone | None) -> None:
        if undone is not None:
            self.present(undone.state)

    def _on_enter(self) -> None:
        if self._enter is not None:
            self._enter.click()

    def _page(self, state: RoundDone) -> QVBoxLayout:
        look = self.look
        back = Button(look, _("Undo the last answer"), Kind.QUIET, icon="undo")
        back.setEnabled(state.can_undo)
        back.clicked.connect(self.undo)
        title = ruby(look, above("お疲れさまでした", "おつかれさまでした"), 48, centred=True)
        items: list[Item] = [
            row(None, back, margins=(24, 12, 24, 0)),
            None,
            *self._tick(),
            title,
            look.gap(12),
            label(look, _summary(state), "lead", CENTER, wrap=True),
            24,
        ]
        if state.words:
            items.append(row(None, (self._cards(state), 9999), None, margins=(32, 0, 32, 0)))
        tomorrow = _tomorrow(state)
        items += [
            look.gap(20),
            label(look, tomorrow, "muted", CENTER, wrap=True),
            look.gap(32),
            row(None, *self._buttons(state), None, gap=12),
            28,
            None,
        ]
        return column(*items)

    def _tick(self) -> list[Item]:
        if self.look.scale > _TICK_UP_TO:  # the buttons need its room
            return []
        return [(Icon(self.look, "right", "wakatake", 28, disc=True), CENTER), 12]

    def _cards(self, state: RoundDone) -> QWidget:
        cards = row((self._look_again(state), 11), (self._days(state), 8), gap=16)
        return block(cards, width=self.look.size(_WIDTH))

    def _look_again(self, state: RoundDone) -> QFrame:
        look, words = self.look, state.look_again
        if not words:
            good = label(look, _("Everything right at the first try"), "strong", wrap=True)
            under = label(look, _("Nothing to look at again."), "muted", wrap=True)
            icon = Icon(look, "right", "wakatake")
            return self._card(row((icon, TOP), 12, (column(good, look.gap(4), under), 1)), None)
        count = len(words)
        title = fill(
            ngettext("{count} to look at again", "{count} to look at again", count), count=count
        )
        heading: list[Item] = [label(look, title, "strong")]
        if count > _WORDS_SHOWN:
            more = fill(
                ngettext("and {count} more", "and {count} more", count - _WORDS_SHOWN),
                count=count - _WORDS_SHOWN,
            )
            heading += [None, label(look, more, "small")]
        first = words[:_WORDS_SHOWN]
        room = _WORDS_ROOM / len(first) - 16
        px = min(fitting(look, word.word, SENTENCE, room, least=16) for word in first)
        shown = [(self._word(word, px), 1) for word in first]
        return self._card(row(*heading), 12, None, row(*shown, gap=16))

    def _word(self, word: Word, px: float) -> QVBoxLayout:
        look = self.look
        trainee = self.desk.trainee
        languages = trainee.preferences.meanings if trainee is not None else ("en",)
        picture = ruby(look, above(word.word, word.reading), px)
        said = [told_label(look, each, "small", START) for each in told(word.meaning, languages)]
        return column(picture, look.gap(4), *said[:1], None)

    def _days(self, state: RoundDone) -> QFrame:
        look, words = self.look, days_in_words(state.days)
        rings = Days(look, state.days, letters_of_week(date_of(state.today)), name=words)
        return self._card(label(look, words, "strong", wrap=True), 12, None, rings)

    def _card(self, *items: Item) -> QFrame:
        made = frame("card", column(*items, margins=CARD))
        made.setMinimumHeight(self.look.size(_CARD_HEIGHT))
        return made

    def _buttons(self, state: RoundDone) -> list[Button]:
        look, frame_ = self.look, self.desk.frame
        if state.waiting:
            done = Button(look, _("Done"), key="Esc", height=48)
            self._enter = Button(look, _("Next round"), Kind.PRIMARY, key="enter")
            self._enter.clicked.connect(partial(frame_.go, "study"))
            done.clicked.connect(frame_.back)
            return [done, self._enter]
        more = Button(look, _("5 more minutes"), height=48)
        more.clicked.connect(lambda: frame_.go("study", more=True))
        self._enter = Button(look, _("Done"), Kind.PRIMARY, key="enter")
        self._enter.clicked.connect(frame_.back)
        return [more, self._enter]


def _summary(state: RoundDone) -> str:
    if not state.words:
        return _("There is nothing to ask now.")
    minutes = max(1, round(state.ms / _MS_PER_MINUTE))
    words = fill(ngettext("{count} word", "{count} words", state.words), count=state.words)
    facts = fill(
        _("{words} in {minutes}, {right} right at the first try."),
        words=words,
        minutes=dates.minutes(minutes),
        right=state.right_first,
    )
    begin = _("This round is done.") if state.waiting else _("Done for today.")
    return join([begin, facts], " ")


def _tomorrow(state: RoundDone) -> str:
    if state.waiting:
        template = ngettext(
            "{count} word is left for today.", "{count} words are left for today.", state.waiting
        )
        return fill(template, count=state.waiting)
    if not state.tomorrow:
        return _("Nothing is planned for tomorrow yet.")
    template = ngettext(
        "Tomorrow: {count} word, {minutes}.", "Tomorrow: {count} words, {minutes}.", state.tomorrow
    )
    about = dates.about_minutes(state.tomorrow_minutes)
    return fill(template, count=state.tomorrow, minutes=about)
