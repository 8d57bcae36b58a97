"""Say why an answer is right and the others are not, and show in writing what was heard."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QWidget

from jp_trainer.core.exam.items import Item, Option, Stimulus, Testlet
from jp_trainer.ui.exam.item_text import exam_text
from jp_trainer.ui.exam.question import QuestionView
from jp_trainer.ui.parts.icons import Icon
from jp_trainer.ui.parts.layout import Item as Part
from jp_trainer.ui.parts.layout import card, column, label, row
from jp_trainer.ui.parts.meanings import told, told_labels
from jp_trainer.ui.parts.painting import START, TOP
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, fill
from jp_trainer.wording.exam import error_words

_SCRIPT_PX = 18


def verdict_of(look: Look, item: Item, chosen: int) -> QWidget:
    """Right, or which one would have been; never by colour alone."""
    if chosen == item.key:
        icon, tone, role, words = "right", "wakatake", "good", _("Right")
    elif not chosen:
        icon, tone, role = "dash", "yamabuki", "nearly"
        words = fill(_("Not answered. Right is {number}."), number=item.key)
    else:
        icon, tone, role = "wrong", "shu", "bad"
        words = fill(_("Not right. Right is {number}."), number=item.key)
    made = QWidget()
    made.setLayout(
        row((Icon(look, icon, tone, 22), TOP), 10, (label(look, words, role, wrap=True), 1))
    )
    return made


def why_card(look: Look, item: Item, chosen: int, languages: Sequence[str]) -> QFrame:
    """The explanation in the person's languages, and what the chosen option mixes up."""
    parts: list[Part] = [verdict_of(look, item, chosen)]
    if (code := item.errors.get(chosen)) is not None:
        mixed = fill(_("Mixed up: {what}"), what=error_words(code))
        parts += [look.gap(6), label(look, mixed, "small", wrap=True)]
    for said in told_labels(
        look, told(item.why.text, languages), ("body", "body"), START, reading=True
    ):
        parts += [look.gap(8), said]
    return card(*parts, margins=(20, 14, 20, 14))


def option_lines(look: Look, item: Item, chosen: int) -> QWidget:
    """For each option: what it is, and what choosing it would mix up."""
    rows: list[Part] = []
    for number, option in enumerate(item.options, 1):
        rows += [8] if rows else []
        rows.append(_option_line(look, item, number, option, chosen))
    made = QWidget()
    made.setLayout(column(*rows))
    return made


def _option_line(look: Look, item: Item, number: int, option: Option, chosen: int) -> QWidget:
    is_key = number == item.key
    icon, tone = ("right", "wakatake") if is_key else ("wrong", "shu")
    if is_key:
        words = _("right")
    else:
        words = error_words(item.errors[number]) if number in item.errors else _("wrong")
    if number == chosen:
        words = fill(_("{what}, your answer"), what=words)
    shown: QWidget
    if option.picture:
        shown = label(look, fill(_("Picture {number}"), number=number), "body")
    else:
        shown = exam_text(look, option.text, _SCRIPT_PX)
    made = QWidget()
    digit = label(look, str(number), "strong")
    digit.setMinimumWidth(look.size(12))  # the options begin at one line
    made.setLayout(
        row(
            (Icon(look, icon, tone, 18), TOP), 10, (digit, TOP), 12,
            (column(shown, label(look, words, "small", wrap=True)), 1),
        )
    )  # fmt: skip
    return made


def script_card(look: Look, testlet: Testlet) -> QFrame | None:
    """What was heard, with readings; None where nothing was."""
    stimulus = testlet.stimulus
    if stimulus is None or not (stimulus.script or any(i.stem_kana for i in testlet.items)):
        return None
    parts: list[Part] = [label(look, _("What was said"), "label"), look.gap(6)]
    parts += _lines(look, stimulus)
    for item in testlet.items:
        if item.stem_kana and item.stem:
            parts += [4, exam_text(look, item.stem, _SCRIPT_PX, sheet=True)]
    return card(*parts, margins=(20, 14, 20, 16))


def _lines(look: Look, stimulus: Stimulus) -> list[Part]:
    parts: list[Part] = []
    if stimulus.situation is not None:
        parts.append(exam_text(look, stimulus.situation.text, _SCRIPT_PX, sheet=True))
    for line in stimulus.script:
        text = f"{line.who}「{line.text}」" if line.who else line.text
        parts.append(exam_text(look, text, _SCRIPT_PX, sheet=True))
    return parts


def explain(view: QuestionView, chosen: int, languages: Sequence[str]) -> None:
    """Below a question: which is right and why, and what was heard."""
    view.reveal()
    parts: list[QWidget] = []
    for part in (
        why_card(view.look, view.item, chosen, languages),
        script_card(view.look, view.testlet),
    ):
        if part is not None:
            view.after.addSpacing(14)
            view.after.addWidget(part)
            part.show()  # what is not yet shown would not be measured
            parts.append(part)
    view.panes.arrange()
    view.panes.show_part(parts[0])
