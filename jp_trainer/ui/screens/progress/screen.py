"""Put the cards of progress on a page, for all decks or for one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from jp_trainer.core.decks import Deck
from jp_trainer.core.ids import DeckId
from jp_trainer.core.words import Word
from jp_trainer.services import progress
from jp_trainer.services.progress import ProgressState
from jp_trainer.services.topics import Topic
from jp_trainer.ui.parts.empty import empty_state, primary
from jp_trainer.ui.parts.forms import Combo
from jp_trainer.ui.parts.layout import (
    PAGE,
    PAGE_WIDTH,
    Item,
    block,
    column,
    grid,
    label,
    row,
    scrolled,
)
from jp_trainer.ui.parts.painting import MIDDLE
from jp_trainer.ui.screen import Desk, Screen
from jp_trainer.ui.screens.progress.ahead import forecast_card, words_card
from jp_trainer.ui.screens.progress.slipping import slipping_card
from jp_trainer.ui.screens.progress.so_far import heat_card, mistakes_card, recall_card
from jp_trainer.wording import _

_ALL = ""
_GAP = 16
_ALMOST_A_PAGE = 0.85


class Progress(Screen[ProgressState]):
    """One page of cards; nothing here asks anything of the trainee."""

    topics = Topic.REVIEWS | Topic.CONTENT | Topic.PEOPLE

    def __init__(self, desk: Desk, deck: str = _ALL) -> None:
        super().__init__(desk)
        self._deck = deck
        self._state: ProgressState | None = None
        self._choices: tuple[Deck, ...] = ()
        self.chooser: Combo | None = None
        self._head = row((label(self.look, _("Progress"), "display"), MIDDLE), None, gap=_GAP)
        self._body: QWidget = QWidget()
        self._page = column(self._head, _GAP, (self._body, 1))
        inner = block(self._page, width=PAGE_WIDTH)
        self.area: QScrollArea = scrolled(block(row(None, (inner, 9999), None, margins=PAGE)))
        self.setLayout(column((self.area, 1)))
        self.keys.bind("down", partial(self._scroll, 0.15))
        self.keys.bind("up", partial(self._scroll, -0.15))
        self.keys.bind("pagedown space", partial(self._scroll, _ALMOST_A_PAGE))
        self.keys.bind("pageup", partial(self._scroll, -_ALMOST_A_PAGE))

    def place(self) -> dict[str, object]:
        """The deck that is chosen."""
        return {"deck": self._deck}

    def reload(self) -> None:
        """Ask for the deck that is chosen."""
        deck = DeckId(self._deck) if self._deck else None
        self.ask(partial(progress.progress, self.desk.app, self.desk.trainee_id, deck))

    def present(self, state: ProgressState) -> None:
        """The cards; the page stays where it was scrolled to."""
        if state == self._state:
            return
        self._state = state
        self._offer(state.decks)
        bar = self.area.verticalScrollBar()
        where = bar.value()
        old, self._body = self._body, self._cards(state)
        self._page.replaceWidget(old, self._body)
        old.hide()
        old.deleteLater()
        bar.setValue(where)

    def _offer(self, decks: Sequence[Deck]) -> None:
        if self.chooser is not None and tuple(decks) == self._choices:
            return
        self._choices = tuple(decks)
        if self.chooser is not None:
            self.chooser.hide()
            self.chooser.deleteLater()
        choices = [(_ALL, _("All decks"))]
        choices += [(deck.id, deck.title.text(self.look.language)) for deck in decks]
        self.chooser = Combo(self.look, choices, self._deck, name=_("Show progress of"))
        self.chooser.picked.connect(self._on_picked)
        self._head.addWidget(self.chooser)
        self.chooser.setVisible(len(decks) > 1)

    def _cards(self, state: ProgressState) -> QWidget:
        look = self.look
        if state.answers == 0 and not state.known:
            return self._nothing_yet()
        minutes = self.desk.trainee.preferences.minutes if self.desk.trainee else 0
        rows: list[Item] = [
            heat_card(look, state, minutes),
            _GAP,
            row(
                (forecast_card(look, state, minutes), 55), (recall_card(look, state), 45), gap=_GAP
            ),
            _GAP,
            row((words_card(look, state), 55), (mistakes_card(look, state), 45), gap=_GAP),
        ]
        if state.slipping:
            meanings = self.desk.trainee.preferences.meanings if self.desk.trainee else ("en",)
            rows += [_GAP, slipping_card(look, state.slipping, meanings, self._on_word)]
        return block(column(*rows, None))

    def _pairs(self, *pairs: tuple[QWidget, QWidget]) -> QGridLayout:
        """Two columns, the first wider, as charts need it."""
        box = grid(pairs, across=_GAP, down=_GAP)
        box.setColumnStretch(0, 55)
        box.setColumnStretch(1, 45)
        return box

    def _nothing_yet(self) -> QWidget:
        start = primary(self.look, _("Start"))
        start.clicked.connect(self._on_start)
        self.keys.bind("enter", self._on_start)
        if self._deck:
            title = _("Nothing of this deck was studied yet")
        else:
            title = _("Your progress will stand here")
        return empty_state(
            self.look,
            "progress",
            title,
            _(
                "After the first round you see the minutes of each day, what the next weeks "
                "bring, and which words slip away."
            ),
            start,
        )

    def _scroll(self, pages: float) -> None:
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * bar.pageStep()))

    def _on_picked(self, deck: str) -> None:
        self._deck = deck
        self.keys.unbind("enter")
        self.reload()

    def _on_start(self) -> None:
        self.desk.frame.go("study")

    def _on_word(self, word: Word) -> None:
        self.desk.frame.go("words", word=word.id)
