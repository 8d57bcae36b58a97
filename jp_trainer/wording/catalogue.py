"""Look sentences up in the catalogue of the reader's language, and distrust what is found there.

A translation whose named fields are not those of its source would lose a number or raise while
filling; such a one is refused, and the source sentence is shown. The chosen language is the one
state this room has: a program speaks one language at a time.
"""

import gettext
import logging
import string
from collections.abc import Iterable
from pathlib import Path

from jp_trainer import paths
from jp_trainer.wording import runs
from jp_trainer.wording.runs import is_neutral, led

log = logging.getLogger(__name__)

LANGUAGES = {"en": "English", "ur": "اردو", "ja": "日本語"}
"""Code and own name of each language of the interface, in the order in which they are offered."""
RIGHT_TO_LEFT = frozenset({"ur"})
SOURCE = "en"
DOMAIN = "jp_trainer"


class _Speaker:
    """One language and its catalogue. `said` keeps what was already looked up and found sound."""

    def __init__(self, code: str, catalogue: gettext.NullTranslations):
        self.code = code
        self.catalogue = catalogue
        self.said: dict[object, str] = {}

    def say(self, key: object, translated: str, *sources: str) -> str:
        if (known := self.said.get(key)) is None:
            known = self.said[key] = self._checked(translated, *sources)
        return known

    def _checked(self, translated: str, *sources: str) -> str:
        if translated in sources:
            # Not translated, or the same in both: "{day} {month}" still begins at the right.
            return led(translated, rtl=self.code in RIGHT_TO_LEFT and is_neutral(translated))
        if not _same_fields(translated, sources):
            log.warning("%s: refused a translation with other fields: %r", self.code, sources[-1])
            return sources[-1]
        return led(translated, rtl=self.code in RIGHT_TO_LEFT)


_speaker = _Speaker(SOURCE, gettext.NullTranslations())


def use_language(code: str, folder: Path | None = None) -> None:
    """Speak this language from now on. `folder` holds <code>/LC_MESSAGES/jp_trainer.mo.

    A language without a compiled catalogue is spoken in English, and the log says so.
    Raises KeyError for a language that is not in LANGUAGES.
    """
    global _speaker  # noqa: PLW0603 - the one state, see above
    LANGUAGES[code]
    found: gettext.NullTranslations = gettext.NullTranslations()
    if code != SOURCE:
        where = folder or paths.assets() / "translations"
        try:
            found = gettext.translation(DOMAIN, where, [code])
        except OSError:
            log.warning("no catalogue for %s in %s", code, where)
    _speaker = _Speaker(code, found)


def language() -> str:
    """The code of the language spoken now."""
    return _speaker.code


def _(source: str) -> str:
    """This sentence in the reader's language."""
    if not source:  # the empty key of a catalogue is its header
        return ""
    return _speaker.say(source, _speaker.catalogue.gettext(source), source)


def pgettext(context: str, source: str) -> str:
    """Like `_`, for a word that means different things in different places."""
    found = _speaker.catalogue.pgettext(context, source)
    return _speaker.say((context, source), found, source)


def ngettext(one: str, many: str, count: int) -> str:
    """The form for `count` things. The source form itself where no sound translation is found."""
    source = one if count == 1 else many
    found = _speaker.catalogue.ngettext(one, many, count)
    if found in (one, many):
        return source
    if not _same_fields(found, (one, many)):
        return _speaker.say((found, source), found, source)
    return _speaker.say((found,), found, one, many)


def join(parts: Iterable[object], mark: str = " · ") -> str:
    """Short facts in one line, each isolated, in the order in which the language is read."""
    joined = runs.join(parts, mark)
    return led(joined, rtl=_speaker.code in RIGHT_TO_LEFT) if joined else ""


def later(source: str) -> str:
    """Mark a sentence for translators that is looked up elsewhere, with `_`."""
    return source


def fields(template: str) -> frozenset[str]:
    """The named fields of a template. Raises ValueError if its braces do not pair."""
    return frozenset(
        name for _text, name, _form, _how in string.Formatter().parse(template) if name
    )


def _same_fields(translated: str, sources: tuple[str, ...]) -> bool:
    """Whether the fields are those of one of the sources: "one word" may name no count."""
    try:
        return fields(translated) in {fields(source) for source in sources}
    except ValueError:
        return False
