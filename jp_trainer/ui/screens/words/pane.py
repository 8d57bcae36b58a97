"""Show all about one word, beside the list; what can be done with it stands at the foot."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from jp_trainer.core.furigana import above
from jp_trainer.core.study_day import StudyDay
from jp_trainer.core.words import Word
from jp_trainer.services.words import CardOfWord, WordDetails
from jp_trainer.ui.parts.buttons import Button
from jp_trainer.ui.parts.japanese import WORD_IN_DETAIL, fitting, readable, ruby
from jp_trainer.ui.parts.layout import Item, block, column, label, row, rule, scrolled
from jp_trainer.ui.parts.meanings import Told, in_one, told, told_label, told_labels
from jp_trainer.ui.parts.meters import Meter
from jp_trainer.ui.parts.painting import END, START, TOP
from jp_trainer.ui.parts.tiles import Tile
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, fill, join
from jp_trainer.wording.dates import from_today
from jp_trainer.wording.learning import aspect_name, strength_name

_WIDE, _PAD = 320, 20
_EXAMPLE, _LINKED, _LEAST_WORD = 22, 18, 22
_METER = 6
_BAR = 16  # the frame, and the scroll bar where there is one
_PAGE_SHARE, _LEAST_SHARE = 0.42, 0.91


class Pane(QFrame):
    """The word, its meanings, an example, how well it is known, words that look alike.

    Signals:
        heard: the button to hear the word was pressed.
        put_away: "I know this", or "Ask again" where it is not asked.
        rested, history_asked, edit_asked: the other buttons.
        linked: another word was pressed.
    """

    heard = Signal()
    put_away = Signal()
    rested = Signal()
    history_asked = Signal()
    edit_asked = Signal()
    linked = Signal(object)

    def __init__(
        self, look: Look, meanings: Sequence[str], *, can_speak: bool, can_edit: bool
    ) -> None:
        super().__init__()
        self.look = look
        self.setProperty("part", "card")
        # Larger text needs more room, but the list beside it needs its own.
        self._wide = round(_WIDE * (1 + (look.scale - 1) * 0.4))
        self.fit(self._wide * 3)
        self.setAccessibleName(_("The chosen word"))
        self._meanings, self._can_speak = tuple(meanings), can_speak
        self.shown: WordDetails | None = None
        self.know = Button(look, _("I know this"))
        self.rest = Button(look, "", icon="rest", name=_("Rest 3 days (key -)"))
        self.history = Button(look, "", icon="history", name=_("What happened with it (Enter)"))
        self.edit = Button(look, "", icon="edit", name=_("Edit this word (E)"))
        self.edit.setVisible(can_edit)
        for button, signal in (
            (self.know, self.put_away),
            (self.rest, self.rested),
            (self.history, self.history_asked),
            (self.edit, self.edit_asked),
        ):
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit())
        self.know.setToolTip(_("Key K"))
        self._area: QScrollArea = scrolled(QWidget())
        foot = row(self.know, None, self.rest, self.history, self.edit, gap=6)
        foot.setContentsMargins(_PAD, 8, _PAD, 20)
        self._foot = block(foot)
        box: QVBoxLayout = column((self._area, 1), self._foot)
        box.setContentsMargins(1, 1, 1, 1)
        self.setLayout(box)
        self.clear()

    def fit(self, page: int) -> None:
        """Take a share of a page so many px wide."""
        least = round(self._wide * _LEAST_SHARE)
        self.setFixedWidth(max(least, min(self._wide, round(page * _PAGE_SHARE))))

    def clear(self) -> None:
        """No word is chosen."""
        self.shown = None
        self._put(QWidget())
        self._foot.hide()

    def show_word(self, details: WordDetails, today: StudyDay) -> None:
        """Show this word; the same again keeps its place."""
        same = self.shown is not None and self.shown.row.word.id == details.row.word.id
        bar = self._area.verticalScrollBar()
        where = bar.value() if same else 0
        self.shown = details
        away = details.said_known or details.resting_until is not None
        self.know.set_words(_("Ask again") if away else _("I know this"))
        self.rest.setEnabled(not away)
        content = block(column(*self._contents(details, today), None, margins=(_PAD, 16, _PAD, 8)))
        self._put(content)
        self._foot.show()
        bar.setValue(where)

    def turn(self, pages: float) -> None:
        """By so many of its heights; up if negative."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * bar.pageStep()))

    def _put(self, content: QWidget) -> None:
        self._area.setWidget(content)
        content.setAutoFillBackground(False)  # the area has just switched it on

    def _contents(self, details: WordDetails, today: StudyDay) -> list[Item]:
        look, word, gap = self.look, details.row.word, self.look.gap
        items: list[Item] = [self._head(word), gap(8)]
        items += told_labels(look, told(word.meaning, self._meanings), ("title", "ask"), START)
        if state := self._state(details, today):
            items += [gap(8), label(look, state, "note", wrap=True)]
        items += [14, rule(), 14]
        if word.example:
            items += [readable(look, word.example, _EXAMPLE), gap(4)]
            translated = told(word.example_meaning, self._meanings)
            items += told_labels(look, translated, ("muted", "small"), START, reading=True)
            items.append(14)
        # One language is enough: notes are long, and what follows is to be seen.
        items += self._notes(told(word.note, self._meanings)[:1])
        items += self._strengths(details.cards)
        items += self._links(_("Easily confused with"), details.confused_with)
        items += self._links(_("The other word for it"), details.pair)
        items += self._also(details)
        return items

    def _head(self, word: Word) -> QWidget:
        look = self.look
        room = self.width() - 2 * _PAD - _BAR - (look.size(40) + 12 if self._can_speak else 0)
        px = fitting(look, word.word, WORD_IN_DETAIL, room, least=_LEAST_WORD)
        shown = readable(look, above(word.word, word.reading), px)
        if not self._can_speak:
            return block(row((shown, 1)))
        sound = Button(look, "", icon="sound", name=_("Hear it (R)"))
        sound.clicked.connect(lambda _checked=False: self.heard.emit())
        return block(row((shown, 1), 12, (sound, TOP)))

    def _state(self, details: WordDetails, today: StudyDay) -> str:
        if details.said_known:
            return _("You know this: it is not asked any more.")
        if details.resting_until is not None:
            return fill(
                _("Rests; it is asked again {when}."),
                when=from_today(max(1, details.resting_until - today)),
            )
        return ""

    def _notes(self, notes: Sequence[Told]) -> list[Item]:
        items: list[Item] = []
        for note in notes:
            items += [told_label(self.look, note, "muted", START, reading=True), 8]
        return [*items, 6] if items else []

    def _strengths(self, cards: Sequence[CardOfWord]) -> list[Item]:
        look = self.look
        items: list[Item] = []
        for card in cards:
            name = aspect_name(card.aspect)
            words = strength_name(card.strength) if card.is_open else _("comes later")
            said = fill(_("{name}: {strength}"), name=name, strength=words)
            tone = "ai" if card.strength > 2 else "yamabuki"  # noqa: PLR2004 - good and better
            meter = Meter(look, card.strength / 4, color=tone, height=_METER, name=said)
            line = row(label(look, name, "small"), None, label(look, words, "small", END))
            items += [line, look.gap(4), meter, look.gap(10)]
        return items

    def _links(self, title: str, words: Sequence[Word]) -> list[Item]:
        if not words:
            return []
        items: list[Item] = [10, label(self.look, title, "label", wrap=True), 6]
        for word in words:
            items += [self._link(word), 8]
        return items

    def _link(self, word: Word) -> Tile:
        look = self.look
        shown = ruby(look, above(word.word, word.reading), _LINKED)
        meaning = told_label(look, told(word.meaning, self._meanings[:1])[0], "small", START)
        contents = column(shown, look.gap(2), meaning, margins=(12, 6, 12, 8))
        name = join((word.word, in_one(word.meaning, self._meanings)))
        tile = Tile(look, name, contents, height=48)
        tile.setCheckable(False)
        tile.clicked.connect(lambda _checked=False: self.linked.emit(word))
        return tile

    def _also(self, details: WordDetails) -> list[Item]:
        look, word, language = self.look, details.row.word, self.look.language
        lines: list[str] = []
        if word.also_written:
            lines.append(fill(_("Also written {words}"), words="、".join(word.also_written)))
        if word.also_read:
            lines.append(fill(_("Also read {words}"), words="、".join(word.also_read)))
        where = [details.deck.title.text(language)]
        if details.chapter is not None:
            where.append(details.chapter.title.text(language))
        lines.append(join([*where, word.level if word.level != "special" else ""]))
        for deck, _other in details.elsewhere:
            lines.append(fill(_("Also in {deck}"), deck=deck.title.text(language)))
        items: list[Item] = [10]
        for line in lines:
            items += [label(look, line, "small", wrap=True), look.gap(2)]
        return items
