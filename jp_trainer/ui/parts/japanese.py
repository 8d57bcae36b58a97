"""Set Japanese in the look's ink and size: as a picture on a tile, or to be read and copied."""

from collections.abc import Sequence

from jp_trainer.core.furigana import Span
from jp_trainer.core.people import Furigana
from jp_trainer.ui.ruby_label import RubyLabel
from jp_trainer.ui.ruby_text import RubyText
from jp_trainer.ui.theme import Look

WORD_ALONE, WORD_WITH_FEEDBACK, WORD_IN_DETAIL = 80, 64, 56
SENTENCE, IN_EXAM, IN_LIST = 26, 22, 18
"""Sizes in px at normal text size."""

_RUBY_SHARE = 0.8  # paler would miss a contrast of 7 : 1

Text = str | Sequence[Span]
"""Bracket furigana, or spans."""


def ruby(
    look: Look,
    text: Text,
    px: float,
    *,
    centred: bool = False,
    furigana: Furigana = Furigana.ALWAYS,
) -> RubyText:
    """Japanese that is only looked at: on a tile, in a button, on a dashboard."""
    made = RubyText(px * look.scale, centred=centred, furigana=furigana)
    _dress(made, look, text, centred=centred)
    return made


def readable(
    look: Look,
    text: Text,
    px: float,
    *,
    centred: bool = False,
    furigana: Furigana = Furigana.ALWAYS,
) -> RubyLabel:
    """Japanese to be read: selected, copied, peeked at, reached by Tab."""
    made = RubyLabel(px * look.scale, centred=centred, furigana=furigana)
    _dress(made, look, text, centred=centred)
    return made


def _dress(made: RubyText, look: Look, text: Text, *, centred: bool) -> None:
    made.set_colors(look.color("ink"), look.soft("ink", _RUBY_SHARE))
    made.set_at_right(look.rtl and not centred)
    made.set_text(text)


def fitting(look: Look, text: str, most: float, room: float, least: float = SENTENCE) -> float:
    """The size, at most `most`, at which the text stands in one line of `room` px on the screen.

    Not under `least`: a longer text then takes two lines.
    """
    return max(least, min(most, room / max(1, len(text)) / look.scale))
