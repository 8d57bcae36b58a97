"""Show meanings in the languages a trainee chose: the first one larger, the second one below."""

from typing import Protocol

from jp_trainer.ui.parts.options import Option, Script
from jp_trainer.ui.theme import Look


class HasMeanings(Protocol):
    """A word, an option, another word."""

    @property
    def meaning_en(self) -> str: ...  # noqa: D102

    @property
    def meaning_ur(self) -> str: ...  # noqa: D102


def meanings_of(thing: HasMeanings, languages: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Pairs of language and meaning, the larger one first; at least one where there is any."""
    said = {"en": thing.meaning_en, "ur": thing.meaning_ur}
    found = tuple((code, said[code]) for code in languages if said.get(code))
    return found or tuple((code, text) for code, text in said.items() if text)[:1]


def meaning_option(look: Look, thing: HasMeanings, languages: tuple[str, ...], key: str) -> Option:
    """An answer to choose that says what this means."""
    (first, words), *more = meanings_of(thing, languages) or (("en", ""),)
    under_code, under = more[0] if more else ("en", "")
    return Option(
        look, words, key, script=_script(first), under=under, under_script=_script(under_code)
    )


def _script(language: str) -> Script:
    return Script.URDU if language == "ur" else Script.INTERFACE
