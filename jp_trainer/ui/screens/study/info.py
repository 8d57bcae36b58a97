"""Show what happened with a word so far, and which keys there are. Gives no answer away."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jp_trainer.core.events import Rating
from jp_trainer.core.study_day import StudyDay
from jp_trainer.services.word_history import HistoryEntry
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.dialogs import Sheet
from jp_trainer.ui.parts.icons import Icon
from jp_trainer.ui.parts.layout import Thing, grid, label, row, rule
from jp_trainer.ui.parts.painting import CENTER, START
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, dates, fill, later, ngettext
from jp_trainer.wording.learning import aspect_name

_SHOWN = 5
_KEYS = (
    ("1 2 3 4", later("choose an answer")),
    ("Enter", later("check, then go on")),
    ("0", later("I do not know")),
    ("R", later("listen")),
    ("F", later("show the furigana")),
    ("F2", later("kana table")),
    ("C", later("count the answer the other way")),
    ("U", later("undo")),
    ("K", later("I know this word")),
    ("-", later("rest this word")),
)


def info_sheet(
    look: Look, parent: QWidget, entries: Sequence[HistoryEntry], today: StudyDay
) -> Sheet:
    """Open the sheet; `entries` newest first."""
    sheet = Sheet(look, parent, _("This word so far"), icon="info")
    answers = [entry for entry in entries if entry.rating is not None]
    sheet.add(label(look, _so_far(answers), "body", wrap=True))
    lines: list[list[Thing | None]] = [_line(look, entry, today) for entry in answers[:_SHOWN]]
    if lines:
        box = QWidget()
        box.setLayout(grid(lines, across=16, down=6, stretch=(2,)))
        sheet.add(box, 12)
    sheet.add(rule(), 16)
    sheet.add(label(look, _("Keys (in a text field with Ctrl)"), "strong"), 12)
    half = -(-len(_KEYS) // 2)
    pairs = zip(_KEYS[:half], _KEYS[half:], strict=True)
    keys = QWidget()
    keys.setLayout(
        grid([[*_key(look, *one), *_key(look, *two)] for one, two in pairs],
             across=12, down=4, stretch=(1, 3))
    )  # fmt: skip
    sheet.add(keys, 8)
    sheet.offer(Button(look, _("Close"), Kind.PRIMARY, key="enter"))
    sheet.open()
    return sheet


def _so_far(answers: Sequence[HistoryEntry]) -> str:
    if not answers:
        return _("It was not asked yet.")
    count = len(answers)
    right = sum(entry.rating is not Rating.AGAIN for entry in answers)
    template = ngettext(
        "Asked {count} time, {right} right.", "Asked {count} times, {right} right.", count
    )
    return fill(template, count=count, right=right)


def _line(look: Look, entry: HistoryEntry, today: StudyDay) -> list[Thing | None]:
    right = entry.rating is not Rating.AGAIN
    icon, tone = ("right", "wakatake") if right else ("wrong", "shu")
    aspect = aspect_name(entry.aspect) if entry.aspect is not None else ""
    said = _("you overruled it") if entry.overruled else _("with a look") if entry.peeked else ""
    return [
        Icon(look, icon, tone, 18, name=_("right") if right else _("wrong")),
        label(look, dates.ago(max(0, today - entry.study_day)), "small"),
        label(look, aspect, "body"),
        label(look, said, "small"),
    ]


def _key(look: Look, key: str, words: str) -> list[Thing | None]:
    cap = label(look, key, "label", CENTER)
    box = QWidget()
    box.setLayout(row(cap))
    return [box, label(look, _(words), "small", START)]
