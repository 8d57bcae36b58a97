"""Ask the synthesiser's own analysis how it would say a text, to compare with what is written.

What is spoken is always the checked kana; this is a second opinion on it, from another dictionary.
"""

import importlib.util
import warnings
from collections.abc import Callable
from functools import lru_cache


def available() -> bool:
    """Whether the extra `voice` is installed, with the analysis in it."""
    return importlib.util.find_spec("pyopenjtalk") is not None


def said(text: str) -> str:
    """Katakana as the synthesiser reads the text; takes about 0.5 s the first time.

    Raises ImportError where `available` is false.
    """
    return _analyse()(text)


@lru_cache(maxsize=1)
def _analyse() -> Callable[[str], str]:
    import pyopenjtalk  # noqa: PLC0415 - loads a dictionary, and only checks need it

    def analyse(text: str) -> str:
        with warnings.catch_warnings():
            # Its second dictionary is opened in a way that will go; that is not ours to mend.
            warnings.simplefilter("ignore", DeprecationWarning)
            return str(pyopenjtalk.g2p(text, kana=True))

    return analyse
