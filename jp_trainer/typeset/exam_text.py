"""Set a question's text on paper: underlines, gaps and slots drawn, readings above."""

from jp_trainer.core.exam.marks import printed
from jp_trainer.typeset.blocks import INK, RubyBlock
from jp_trainer.typeset.ruby import Mark, RubyStyle

_LINE_PX = 1.2


def exam_block(
    text: str,
    px: float,
    *,
    weight: int = 400,
    gap: float = 8.0,
    keep: bool = False,
    centred: bool = False,
) -> RubyBlock:
    """Text with an author's marks. Raises FuriganaError for bad brackets."""
    shown = printed(text)
    marks = [Mark(start, end, line=INK, line_px=_LINE_PX) for start, end in shown.lines]
    marks += [Mark(start, end, line=INK, line_px=_LINE_PX) for start, end, _ in shown.gaps]
    style = RubyStyle(px, weight, centred=centred)
    return RubyBlock(shown.spans, style, tuple(marks), gap, keep)
