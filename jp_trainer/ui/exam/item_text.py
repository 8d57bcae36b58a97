"""Set a question's text: what core/exam/marks.py made of the author's marks, as a widget."""

from collections.abc import Sequence

from jp_trainer.core.exam.marks import Printed, gap_of, printed
from jp_trainer.core.people import Furigana
from jp_trainer.typeset.ruby import Mark
from jp_trainer.ui.parts.japanese import ruby
from jp_trainer.ui.ruby_text import RubyText
from jp_trainer.ui.theme import Look

__all__ = ["exam_text", "gap_of", "marks_of", "printed"]

_LINE_PX = 2


def exam_text(
    look: Look, text: str, px: float, *, gap: str = "", centred: bool = False, sheet: bool = False
) -> RubyText:
    """Japanese of a question, ink on its ground; the gap that is asked about is tinted.

    On a `sheet`, which is Japanese as a whole, it stands at the left in every interface.
    """
    shown = printed(text)
    made = ruby(look, shown.spans, px, centred=centred, furigana=Furigana.ALWAYS)
    made.set_at_right(look.rtl and not centred and not sheet)
    made.set_text(shown.spans, marks_of(look, shown, gap))
    return made


def marks_of(look: Look, shown: Printed, gap: str = "") -> Sequence[Mark]:
    """The lines in ink, and a tint on the gaps."""
    ink, thin = look.color("ink"), round(_LINE_PX * look.scale)
    marks = [Mark(start, end, line=ink, line_px=thin) for start, end in shown.lines]
    for start, end, number in shown.gaps:
        tone = "ai" if number == gap else "edge"
        marks.append(Mark(start, end, tint=look.soft(tone, 0.16 if number == gap else 0.12)))
    return marks
