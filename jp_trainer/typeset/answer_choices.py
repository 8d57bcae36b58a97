"""Set the numbered answers of a question: in one line if they are short, else in columns."""

from dataclasses import dataclass

from PySide6.QtGui import QFont

from jp_trainer.typeset.block_groups import Grid, Numbered
from jp_trainer.typeset.blocks import Block, RubyBlock, SetBlock, natural_width
from jp_trainer.typeset.printed_pictures import PrintedPicture

_INDENT, _BETWEEN = 22.0, 16.0


@dataclass(frozen=True, slots=True)
class Choices:
    """Answers counted from 1: text, or pictures."""

    answers: tuple[RubyBlock | PrintedPicture, ...]
    font: QFont
    gap: float = 8.0
    keep: bool = False

    def set_in(self, width: float) -> SetBlock:
        """In as many columns as leave every answer in one line; pictures in one row."""
        count = len(self.answers)
        columns = next(
            (each for each in (count, 2) if not count % each and self._fits(width / each)), 1
        )
        cells: list[Block] = [
            Numbered(str(number), self.font, (answer,), _INDENT)
            for number, answer in enumerate(self.answers, start=1)
        ]
        return Grid(tuple(cells), columns, self.gap, keep=self.keep).set_in(width)

    def _fits(self, share: float) -> bool:
        return all(
            isinstance(answer, PrintedPicture)
            or natural_width(answer) + _INDENT + _BETWEEN <= share
            for answer in self.answers
        )
