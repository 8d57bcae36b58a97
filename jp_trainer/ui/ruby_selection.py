"""Move a selection through a text by keyboard."""

from dataclasses import dataclass

from PySide6.QtGui import QKeyEvent, QKeySequence

from jp_trainer.typeset.carets import Move, moved
from jp_trainer.typeset.ruby import RubyLayout

_Key = QKeySequence.StandardKey
_MOVES = {
    _Key.MoveToPreviousChar: Move.LEFT,
    _Key.MoveToNextChar: Move.RIGHT,
    _Key.MoveToPreviousWord: Move.WORD_LEFT,
    _Key.MoveToNextWord: Move.WORD_RIGHT,
    _Key.MoveToPreviousLine: Move.UP,
    _Key.MoveToNextLine: Move.DOWN,
    _Key.MoveToStartOfLine: Move.LINE_START,
    _Key.MoveToEndOfLine: Move.LINE_END,
    _Key.MoveToStartOfDocument: Move.START,
    _Key.MoveToEndOfDocument: Move.END,
}
_EXTENSIONS = {
    _Key.SelectPreviousChar: Move.LEFT,
    _Key.SelectNextChar: Move.RIGHT,
    _Key.SelectPreviousWord: Move.WORD_LEFT,
    _Key.SelectNextWord: Move.WORD_RIGHT,
    _Key.SelectPreviousLine: Move.UP,
    _Key.SelectNextLine: Move.DOWN,
    _Key.SelectStartOfLine: Move.LINE_START,
    _Key.SelectEndOfLine: Move.LINE_END,
    _Key.SelectStartOfDocument: Move.START,
    _Key.SelectEndOfDocument: Move.END,
}
_BETWEEN_LINES = (Move.UP, Move.DOWN)  # in a single line they scroll the page instead


@dataclass(frozen=True, slots=True)
class TextSelection:
    """From where it began to where the caret is; the caret may be before the anchor."""

    anchor: int = 0
    caret: int = 0

    def range(self) -> tuple[int, int]:
        """Start and end, in the text's order."""
        return min(self.anchor, self.caret), max(self.anchor, self.caret)

    def is_empty(self) -> bool:
        """Whether nothing is selected."""
        return self.anchor == self.caret

    def moved_to(self, place: int, *, extend: bool) -> "TextSelection":
        """The caret at `place`, the anchor with it unless the selection is extended."""
        return TextSelection(self.anchor if extend else place, place)

    def after_key(self, event: QKeyEvent, layout: RubyLayout) -> "TextSelection | None":
        """What a key makes of it; None if the key is not for selecting here."""
        if event.matches(_Key.SelectAll):
            return TextSelection(0, len(layout.text))
        for key, move in _EXTENSIONS.items():
            if event.matches(key):
                return self.moved_to(moved(layout, self.caret, move), extend=True)
        for key, move in _MOVES.items():
            if event.matches(key) and (len(layout.lines) > 1 or move not in _BETWEEN_LINES):
                return self.moved_to(moved(layout, self.caret, move), extend=False)
        return None


def selects_or_copies(event: QKeyEvent) -> bool:
    """Whether a key means this text even where the screen has a shortcut of that name."""
    return any(event.matches(key) for key in (_Key.Copy, _Key.SelectAll, *_EXTENSIONS))
