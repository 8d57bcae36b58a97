"""Explain a verdict: one sentence, both answers beat by beat, then the word in use."""

from functools import partial

from PySide6.QtWidgets import QGridLayout, QLayout, QVBoxLayout, QWidget

from jp_trainer.core.furigana import FuriganaError, Span, parse
from jp_trainer.core.people import Furigana
from jp_trainer.core.questions import OtherWord
from jp_trainer.core.spoilers import gives_away
from jp_trainer.core.verdicts import Verdict
from jp_trainer.services.study_states import Asking
from jp_trainer.ui.parts.icons import Icon
from jp_trainer.ui.parts.japanese import SENTENCE, readable, ruby
from jp_trainer.ui.parts.layout import Item, block, column, frame, label, row, rule
from jp_trainer.ui.parts.meanings import told, told_label, told_labels
from jp_trainer.ui.parts.mora import MoraRow, mora_cells
from jp_trainer.ui.parts.painting import CENTER, START
from jp_trainer.ui.screens.study.verdict_words import headline, meaning_of, tone_of
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _

WIDTH = 680
_CELLS_ALONE, _CELLS_BESIDE = 460, 250
_MARGINS = (24, 16, 24, 16)


def verdict_line(look: Look, asking: Asking, verdict: Verdict) -> QLayout:
    """The headline with its icon, in the middle."""
    role, icon, tone = tone_of(asking.question, verdict)
    words = headline(asking.question, verdict, asking.preferences.meanings)
    return row(
        None,
        Icon(look, icon, tone, 22),
        10,
        label(look, words, role, wrap=len(words) > _LONG),
        None,
    )


_LONG = 70  # signs; a shorter headline stands in one line


def panel(look: Look, asking: Asking, verdict: Verdict) -> QWidget:
    """What is said under a typed answer: a card if there are two rows to compare."""
    if not verdict.difference:
        items: list[Item] = [verdict_line(look, asking, verdict)]
        if verdict.note_text:
            items += [look.gap(6), label(look, verdict.note_text, "muted", CENTER, wrap=True)]
        return block(column(*items))
    role, icon, tone = tone_of(asking.question, verdict)
    words = headline(asking.question, verdict, asking.preferences.meanings)
    head = row(Icon(look, icon, tone, 22), 10, (label(look, words, role, wrap=True), 1))
    rows = _rows(look, asking, verdict)
    return frame("card", column(head, look.gap(12), rule(), 12, rows, margins=_MARGINS))


def _rows(look: Look, asking: Asking, verdict: Verdict) -> QGridLayout:
    cells = verdict.difference
    differing = frozenset(i for i, cell in enumerate(cells) if not cell.same)
    given = MoraRow(tuple(cell.given for cell in cells), differing, "shu")
    asked = MoraRow(tuple(cell.asked for cell in cells), differing, "wakatake")
    if verdict.is_right:
        given = MoraRow(given.cells, differing, "yamabuki")
    other = verdict.other
    room = (_CELLS_BESIDE if other else _CELLS_ALONE) * look.scale
    first, second = mora_cells(look, (given, asked), room=room)
    word = asking.question.word
    itself = OtherWord(word.id, word.word, word.reading, word.meaning_en, word.meaning_ur)
    box = QGridLayout()
    box.setContentsMargins(0, 0, 0, 0)
    box.setHorizontalSpacing(24)
    box.setVerticalSpacing(8)
    box.setColumnStretch(2, 1)
    is_right = verdict.is_right
    for y, (icon, tone, name, kana, meant) in enumerate(
        (
            ("again" if is_right else "wrong", "yamabuki" if is_right else "shu",
             _("You typed"), first, other),
            ("right", "wakatake", _("Asked"), second, itself if other else None),
        )
    ):  # fmt: skip
        told_by = row(Icon(look, icon, tone, 20), 10, label(look, name, "body"), None)
        box.addLayout(told_by, y, 0)
        box.addWidget(kana, y, 1)
        if meant is not None:
            box.addLayout(_meant(look, asking, meant), y, 2)
    return box


def _meant(look: Look, asking: Asking, other: OtherWord) -> QLayout:
    said = told(partial(meaning_of, other), asking.preferences.meanings)[:1]
    labels = [told_label(look, each, "body", START) for each in said]
    picture = ruby(look, (Span(other.word),), SENTENCE)
    return row(8, picture, 12, *((each, 1) for each in labels))


class InUse(QWidget):
    """The example with its translations, and the note."""

    def __init__(self, look: Look, asking: Asking, *, example: bool = True) -> None:
        super().__init__()
        self.setLayout(self._column(look, asking, example=example))

    def _column(self, look: Look, asking: Asking, *, example: bool) -> QVBoxLayout:
        word, wishes = asking.question.word, asking.preferences
        items: list[Item] = []
        if example and (spans := _spans(word.example)):
            shown = Furigana.ALWAYS if wishes.furigana is Furigana.ALWAYS else wishes.furigana
            items += [
                readable(look, spans, SENTENCE, centred=True, furigana=shown),
                look.gap(6),
                *told_labels(
                    look, told(word.example_meaning, wishes.meanings), ("muted", "small"),
                    reading=True,
                ),
            ]  # fmt: skip
        if notes := told(word.note, wishes.meanings)[:1]:
            note = told_label(look, notes[0], "small", CENTER, reading=True)
            items += [look.gap(10), row(None, (block(column(note), width=look.size(WIDTH)), 9999),
                                        None)]  # fmt: skip
        return column(*items)


def help_card(look: Look, asking: Asking) -> QWidget | None:
    """For a word that was forgotten often: what it is confused with, and its note.

    Only what does not say what is asked; None if there is nothing to help with.
    """
    question = asking.question
    linked = set(question.word.confused_with)
    fair = (each for each in question.others if not gives_away(question, _all_of(each)))
    alike = sorted(fair, key=lambda other: other.id not in linked)[:2]
    items: list[Item] = []
    if alike:
        items.append(label(look, _("Easily confused with"), "label", CENTER))
        items.append(row(None, *(_meant(look, asking, other) for other in alike), None, gap=24))
    notes = told(question.word.note, asking.preferences.meanings)[:1]
    if notes and not gives_away(question, notes[0][1]):
        items.append(told_label(look, notes[0], "small", CENTER, reading=True))
    return frame("well", column(*items, margins=(20, 12, 20, 12), gap=6)) if items else None


def _all_of(other: OtherWord) -> str:
    return ", ".join((other.word, other.meaning_en, other.meaning_ur))


def _spans(example: str) -> tuple[Span, ...]:
    try:
        return parse(example)
    except FuriganaError:  # the deck's fault, shown by `deck check`
        return ()
