"""Give any text its readings: for the command line, and for what people bring.

These take a reader instead of the program, so that a command waits for no file to be opened.
"""

from pathlib import Path

from jp_trainer import paths
from jp_trainer.core import furigana
from jp_trainer.core.furigana import Span
from jp_trainer.japanese.readings import Reader
from jp_trainer.services import corrections

__all__ = ["Reader", "bracketed", "open_reader", "pronounced", "spans"]


def open_reader(data: Path | None = None) -> Reader:
    """The reading engine with the shipped tables; its dictionary is loaded at the first text.

    `data`: the folder whose corrections it takes; None to read as on every machine.
    """
    put_right = corrections.read(data).readings if data is not None else {}
    return Reader(paths.assets() / "readings", corrections=put_right)


def spans(reader: Reader, text: str) -> tuple[Span, ...]:
    """The text cut up, with hiragana over what needs a reading; the bases joined are the text."""
    return reader.spans(text)


def bracketed(reader: Reader, text: str) -> str:
    """The text in bracket furigana (docs/formats.md); ASCII brackets become full-width."""
    return furigana.bracket(reader.spans(text))


def pronounced(reader: Reader, text: str) -> str:
    """Katakana as the text is said: particles ワ エ オ, long vowels ー; the rest unchanged."""
    return reader.pronunciation(text)
