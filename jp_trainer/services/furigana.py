"""Give any text its readings: for the command line, and for what people bring."""

from jp_trainer.core import furigana
from jp_trainer.core.furigana import Span
from jp_trainer.services.app import App


def spans(app: App, text: str) -> tuple[Span, ...]:
    """The text cut up, with hiragana over what needs a reading; the bases joined are the text."""
    return app.reader.spans(text)


def bracketed(app: App, text: str) -> str:
    """The text in bracket furigana (docs/formats.md); ASCII brackets become full-width."""
    return furigana.bracket(app.reader.spans(text))


def pronounced(app: App, text: str) -> str:
    """Katakana as the text is said: particles ワ エ オ, long vowels ー; the rest unchanged."""
    return app.reader.pronunciation(text)
