"""Find words, look at one, put it away: the list at the start side, the chosen word at the end."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from jp_trainer.core.ids import DeckId, WordId
from jp_trainer.core.study_day import StudyDay
from jp_trainer.core.words import Word
from jp_trainer.services import words
from jp_trainer.services.topics import Topic
from jp_trainer.services.words import (
    Filter,
    FoundWords,
    Overview,
    WordDetails,
    WordRow,
)
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.chips import ChipRow
from jp_trainer.ui.parts.empty import empty_state
from jp_trainer.ui.parts.forms import Combo
from jp_trainer.ui.parts.layout import PAGE, PAGE_WIDTH, block, column, label, row
from jp_trainer.ui.parts.lists import ListView
from jp_trainer.ui.parts.painting import MIDDLE
from jp_trainer.ui.screen import Desk, Screen
from jp_trainer.ui.screens.words.deeds import Deeds
from jp_trainer.ui.screens.words.filters import ORDER, filter_name, nothing
from jp_trainer.ui.screens.words.pane import Pane
from jp_trainer.ui.screens.words.rows import WordPainter, described
from jp_trainer.ui.screens.words.search_field import SearchField
from jp_trainer.wording import _, fill, ngettext
from jp_trainer.wording.dates import number

_ALL_DECKS = ""
_MOST = 5000
_GAP = 16
_MESSAGE_LOWER_BY = -12
_WALK = frozenset(
    {
        *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
        *(Qt.Key.Key_Home, Qt.Key.Key_End),
    }
)


class WordList(ListView):
    """Keeps the keys that walk through it; letters are the screen's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt would look for rows that begin with what is typed."""
        if event.key() in _WALK:
            super().keyPressEvent(event)
        else:
            event.ignore()


class Words(Screen[Overview]):
    """The words of one's decks."""

    topics = Topic.CONTENT | Topic.REVIEWS | Topic.PEOPLE

    def __init__(
        self, desk: Desk, deck: str = _ALL_DECKS, word: str = "", query: str = "", show: str = "all"
    ) -> None:
        super().__init__(desk)
        look = self.look
        self._deck, self._wanted = deck, word
        self._filter = Filter(show)
        self._asked_before: tuple[str, Filter, str] | None = None
        wishes = desk.trainee.preferences if desk.trainee else None
        self._meanings = wishes.meanings if wishes else ("en",)
        self.search = SearchField(look)
        self.search.setText(query)
        self.search.textChanged.connect(self._look_up)
        self.chooser: Combo | None = None
        self._choices: tuple[tuple[str, str], ...] = ()
        chips = [(show.value, filter_name(show, 0)) for show in ORDER]
        self.chips = ChipRow(look, chips, self._filter.value, name=_("Show which words"))
        self.chips.chosen.connect(self._on_filter)
        self._painter = WordPainter(look, self._meanings, self._today)
        self.list = WordList(self._painter, self._describe, name=_("Words"))
        self.list.chosen.connect(self._on_chosen)
        self.pane = Pane(
            look,
            self._meanings,
            can_speak=desk.speaker is not None and desk.speaker.can_speak,
            can_edit=wishes is not None and wishes.instructor_tools,
        )
        self.pane.linked.connect(self._on_linked)
        self.deeds = Deeds(desk, self, self.pane, self.reload)
        self.list.opened.connect(lambda _row: self.deeds.tell())
        self._bind_keys()
        self._build()

    def _build(self) -> None:
        look = self.look
        self._top = row(
            (label(look, _("Words"), "display"), MIDDLE), (self.search, 1), gap=look.size(24)
        )
        self._empty = QWidget()
        self._stack = QStackedLayout()
        self.list.setParent(self)  # or the stack would show it as a window of its own at first
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        lower = row((self._stack, 1), self.pane, gap=_GAP)
        inner = column(self._top, 12, self.chips, 10, (lower, 1))
        page = row(None, (block(inner, width=PAGE_WIDTH), 9999), None, margins=PAGE)
        self.setLayout(page)

    def _bind_keys(self) -> None:
        keys = self.keys
        keys.bind("/ ctrl+f", self._to_search)
        keys.bind("esc", self._on_escape)
        keys.bind("down", partial(self._step, 1))
        keys.bind("up", partial(self._step, -1))
        keys.bind("enter", self.deeds.tell)
        keys.bind("k", self.deeds.put_away)
        keys.bind("-", self.deeds.rest)
        keys.bind("u ctrl+z", self.deeds.undo)
        keys.bind("space", partial(self.pane.turn, 0.8))
        keys.bind("shift+space", partial(self.pane.turn, -0.8))
        keys.bind("r", self.deeds.hear)
        keys.bind("e", self.deeds.edit)

    # What is shown

    def place(self) -> dict[str, object]:
        """Where one is."""
        chosen: WordRow | None = self.list.current
        return {
            "deck": self._deck,
            "word": chosen.word.id if chosen else "",
            "query": self.search.text(),
            "show": self._filter.value,
        }

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the list needs its room."""
        super().resizeEvent(event)
        self.pane.fit(self.width() - PAGE[0] - PAGE[2])

    def foot_height(self) -> int:
        """Lower than elsewhere, so that a message does not cover what can be done with the word."""
        return _MESSAGE_LOWER_BY

    def left(self) -> None:
        """Fall silent."""
        if self.desk.speaker is not None:
            self.desk.speaker.hush()

    def reload(self) -> None:
        """Ask for the counts and for the words."""
        self.ask(
            partial(words.overview, self.desk.app, self.desk.trainee_id, self._deck_id),
        )
        self._look_up()

    def present(self, state: Overview) -> None:
        """The decks to choose from, and the counts on the chips."""
        for show in ORDER:
            self.chips.rename(show.value, filter_name(show, state.counts.get(show, 0)))
        language = self.look.language
        choices = (
            (_ALL_DECKS, _("All decks")),
            *((deck.id, deck.title.text(language)) for deck in state.decks),
        )
        if choices == self._choices:
            return
        self._choices = choices
        if self.chooser is not None:
            self.chooser.hide()
            self.chooser.deleteLater()
        self.chooser = Combo(self.look, choices, self._deck, name=_("Words of which deck"))
        self.chooser.picked.connect(self._on_deck)
        self._top.addWidget(self.chooser)
        self.chooser.setVisible(len(state.decks) > 1)
        self.setTabOrder(self.search, self.chooser)
        self.setTabOrder(self.chooser, self.chips)

    @property
    def _today(self) -> StudyDay:
        return self.desk.app.clock().study_day

    @property
    def _deck_id(self) -> DeckId | None:
        return DeckId(self._deck) if self._deck else None

    def _describe(self, item: WordRow) -> str:
        return described(item, self._meanings, self._painter.today)

    @property
    def _asked(self) -> tuple[str, Filter, str]:
        return self.search.text(), self._filter, self._deck

    def _look_up(self) -> None:
        self.desk.jobs.run_latest(
            "words",
            partial(
                words.search,
                self.desk.app,
                self.desk.trainee_id,
                self.search.text(),
                show=self._filter,
                deck=self._deck_id,
                limit=_MOST,
            ),
            owner=self,
            done=self._on_found,
        )

    def _on_found(self, found: FoundWords) -> None:
        self._painter.today = self._today
        before: WordRow | None = self.list.current
        row_before = max(0, self.list.currentIndex().row())
        wanted = self._wanted or (before.word.id if before else "")
        rows = found.rows
        at = next((i for i, each in enumerate(rows) if each.word.id == wanted), -1)
        asked_for, self._wanted = self._wanted, ""
        if at < 0 and not asked_for and rows:
            # Where it left the filter ("I know this"), the next one takes its place.
            at = min(row_before, len(rows) - 1) if self._asked == self._asked_before else 0
        self.list.set_items(rows, at)
        count = ngettext("{count} word", "{count} words", found.total)
        self.search.set_found(fill(count, count=number(found.total)))
        if at >= 0:
            hint = WordList.ScrollHint
            how = hint.PositionAtCenter if asked_for else hint.EnsureVisible
            self.list.scrollTo(self.list.currentIndex(), how)
        if not rows:
            self._say_empty()
        self._asked_before = self._asked
        self._stack.setCurrentWidget(self.list if rows else self._empty)
        self.pane.setVisible(bool(rows or asked_for))
        if asked_for and at < 0:
            self._show(WordId(asked_for))
        elif at >= 0:
            self._show(rows[at].word.id)
        else:
            self.pane.clear()

    def _say_empty(self) -> None:
        """Teach what would be here."""
        button: Button | None = None
        if self.search.text().strip():
            icon, title = "search", _("No word found")
            said = _(
                "Search by any part of the Japanese, the reading in kana or romaji, or the meaning."
            )
            if self._filter is not Filter.ALL or self._deck:
                button = Button(self.look, _("Search all words"), Kind.PRIMARY)
                button.clicked.connect(self._on_widen)
        else:
            icon, title, said = nothing(self._filter)
            if self._filter is Filter.ALL:
                button = Button(self.look, _("Settings"), Kind.PRIMARY)
                button.clicked.connect(lambda _checked=False: self.desk.frame.go("settings"))
        made = empty_state(self.look, icon, title, said, button)
        self._stack.addWidget(made)
        self._stack.removeWidget(self._empty)
        self._empty.hide()
        self._empty.deleteLater()
        self._empty = made

    def _show(self, word: WordId) -> None:
        self.desk.jobs.run_latest(
            "the word",
            partial(words.details, self.desk.app, self.desk.trainee_id, word),
            owner=self,
            done=self._on_details,
        )

    def _on_details(self, details: WordDetails) -> None:
        self.pane.show_word(details, self._today)

    # What the trainee wishes

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_escape(self) -> None:
        if self.search.hasFocus() and not self.search.text():
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.search.clear()

    def _step(self, by: int) -> None:
        index = self.list.currentIndex()
        at = min(max(0, index.row() + by), len(self.list.items) - 1)
        if at >= 0:
            self.list.setCurrentIndex(self.list.model().index(at, 0))

    def _on_filter(self, show: str) -> None:
        self._filter = Filter(show)
        self._look_up()

    def _on_deck(self, deck: str) -> None:
        self._deck = deck
        self.reload()

    def _on_widen(self) -> None:
        self._filter, self._deck = Filter.ALL, _ALL_DECKS
        self.chips.choose(self._filter.value)
        if self.chooser is not None:
            self.chooser.choose(self._deck)
        self.reload()

    def _on_chosen(self, item: WordRow) -> None:
        self._show(item.word.id)

    def _on_linked(self, word: Word) -> None:
        for at, item in enumerate(self.list.items):
            if item.word.id == word.id:
                self.list.setCurrentIndex(self.list.model().index(at, 0))
                return
        self.list.setCurrentIndex(self.list.model().index(-1, 0))
        self._show(word.id)
