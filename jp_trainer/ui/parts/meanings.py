"""Say what a word means in the languages its learner reads: the first larger, the second below."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from jp_trainer.ui.parts.layout import label
from jp_trainer.ui.parts.options import Script
from jp_trainer.ui.parts.painting import CENTER
from jp_trainer.ui.theme import Look
from jp_trainer.ui.tokens import TYPE
from jp_trainer.wording import join

Told = tuple[str, str]
"""A language ("en" or "ur") and a text in it."""
_ENGLISH = "en"


def told(text_in: Callable[[str], str], languages: Sequence[str]) -> list[Told]:
    """What there is to say, in the order wished; English if there is nothing in these languages.

    `text_in` gives the text in a language, such as `word.meaning`. What is the same in both, as
    the sound of a kana, is said once.
    """
    found: dict[str, Told] = {}
    for language in languages:
        if text := text_in(language):
            found.setdefault(text, (language, text))
    english = text_in(_ENGLISH)
    return list(found.values()) or ([(_ENGLISH, english)] if english else [])


def in_one(text_in: Callable[[str], str], languages: Sequence[str]) -> str:
    """The same in one line, each language shielded from the other."""
    return join(text for _language, text in told(text_in, languages))


def script_of(look: Look, language: str) -> Script:
    """Whose font a text in this language gets on an option."""
    return Script.URDU if language == "ur" and look.language != "ur" else Script.INTERFACE


def told_label(
    look: Look,
    said: Told,
    role: str,
    align: Qt.AlignmentFlag = CENTER,
    *,
    reading: bool = False,
) -> QLabel:
    """One of them. `reading`: longer text, in Nastaliq if that is wished."""
    language, text = said
    made = label(look, text, role, align, wrap=True)
    if language == "ur":
        kind = TYPE[role]
        made.setFont(look.urdu_reading(kind.px) if reading else look.urdu(kind.px, kind.weight))
    return made


def told_labels(
    look: Look,
    said: Sequence[Told],
    roles: tuple[str, str] = ("lead", "muted"),
    align: Qt.AlignmentFlag = CENTER,
    *,
    reading: bool = False,
) -> list[QLabel]:
    """A label for each: the first in the first role, the others in the second."""
    return [
        told_label(look, each, roles[min(i, 1)], align, reading=reading)
        for i, each in enumerate(said)
    ]
