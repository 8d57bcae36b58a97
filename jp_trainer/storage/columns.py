"""Say how Python values lie in columns: instants as microseconds, mappings as JSON."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

Row: TypeAlias = Sequence[Any]
"""A row of any columns, taken by position."""

# Made once: json.dumps makes one each time.
_READABLE = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_ESCAPED = json.JSONEncoder(ensure_ascii=True, allow_nan=False, separators=(",", ":"))
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_micros(at: datetime) -> int:
    """Microseconds since 1970-01-01 UTC. `at` must be aware."""
    return (at - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """Aware, UTC."""
    return _EPOCH + timedelta(microseconds=micros)


def to_json(value: object) -> str:
    """JSON as it is stored. Raises ValueError for NaN and TypeError for what JSON has no form for.

    Readable in any language; only text with half a surrogate pair, which a keyboard can produce
    and UTF-8 cannot hold, is escaped.
    """
    text = _READABLE.encode(value)
    try:
        text.encode()
    except UnicodeEncodeError:
        return _ESCAPED.encode(value)
    return text


def object_from_json(text: str) -> Mapping[str, Any]:
    """The JSON object that `to_json` wrote; {} if it is none."""
    value = from_json(text)
    return value if isinstance(value, dict) else {}


def from_json(text: str, default: Any = None) -> Any:
    """The value that `to_json` wrote; the default for what is no JSON: a damaged row is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return default
