"""Say a problem of any file as a compiler would; what it is, is said by the kind of file."""

from collections.abc import Mapping
from pathlib import Path

from jp_trainer.core.deck_problems import Severity
from jp_trainer.wording.catalogue import _, later
from jp_trainer.wording.runs import fill, plain

_SEVERITIES = {
    Severity.ERROR: later("error"),
    Severity.WARNING: later("warning"),
    Severity.REVIEW: later("to be looked at"),
}


def one_line(
    path: Path, line: int, severity: Severity, about: tuple[str, str], sentence: str
) -> str:
    """file:line: severity: subject and where in it: sentence. What is empty is left out."""
    place = f"{path}:{line}" if line else f"{path}"
    named = " ".join(part for part in about if part)
    parts = (place, _(_SEVERITIES[severity]), named, plain(sentence))
    return ": ".join(part for part in parts if part)


def elsewhere(facts: Mapping[str, object]) -> str:
    """Where the other one of two stands; nothing where it has no line."""
    if not facts["other_line"]:
        return ""
    if facts.get("file"):
        template = _(" (line {other_line} of {file})")
        return fill(template, other_line=facts["other_line"], file=facts["file"])
    return fill(_(" (line {other_line})"), other_line=facts["other_line"])
