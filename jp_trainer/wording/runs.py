"""Keep runs of different direction apart: a Japanese word, a score, a name inside an Urdu sentence.

Every inserted run stands between FIRST STRONG ISOLATE (U+2068) and POP DIRECTIONAL ISOLATE
(U+2069), so that it neither reorders nor is reordered. Source: Unicode Standard Annex 9, 2.7.
"""

import re
import unicodedata
from collections.abc import Iterable

FSI = "\u2068"
PDI = "\u2069"
RLM = "\u200f"
_OPENING = frozenset("\u2066\u2067\u2068")
_FIELD = re.compile(r"\{[^{}]*\}")
_UNSEEN = str.maketrans("", "", "\u2066\u2067\u2068\u2069\u200e\u200f")


def fill(template: str, **fields: object) -> str:
    """The template with its fields, each isolated. Raises KeyError for a field not given.

    The result of `fill` may itself be a field: isolates nest.
    """
    shielded = {name: f"{FSI}{value}{PDI}" for name, value in fields.items()}
    return led(template.format(**shielded), rtl=_has_rtl(template))


def join(parts: Iterable[object], mark: str = " · ") -> str:
    """Short facts in one line, each isolated: "48 questions · 54 minutes"."""
    return mark.join(f"{FSI}{part}{PDI}" for part in parts if part not in (None, ""))


def is_neutral(template: str) -> bool:
    """Whether it has no letters of its own, as "{day} {month}": it runs as the language does."""
    return not _first_strong(_FIELD.sub("", template))


def plain(text: str) -> str:
    """The text without its direction marks: for the command line, files and comparison."""
    return text.translate(_UNSEEN)


def led(text: str, *, rtl: bool) -> str:
    """The text with a mark in front if it would otherwise not read right to left.

    A label or a button takes its direction from its first strong letter; "JFT-Basic ..." in an
    Urdu sentence would turn the whole sentence round.
    """
    return RLM + text if rtl and _first_strong(_FIELD.sub("", text)) != "R" else text


def _has_rtl(text: str) -> bool:
    return any(unicodedata.bidirectional(c) in ("R", "AL") for c in text)


def _first_strong(text: str) -> str:
    """Which way the first strong letter outside isolates runs (Unicode's rule P2): R, L or ""."""
    depth = 0
    for char in text:
        if char in _OPENING:
            depth += 1
        elif char == PDI:
            depth = max(0, depth - 1)
        elif not depth and (way := unicodedata.bidirectional(char)) in ("R", "AL", "L"):
            return "L" if way == "L" else "R"
    return ""
