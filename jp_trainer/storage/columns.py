"""Say how Python values lie in columns: instants as microseconds, mappings as JSON."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

import sqlalchemy as sa

Row: TypeAlias = sa.Row[*tuple[Any, ...]]
"""A row of any columns, taken by position."""

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
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return text


def object_from_json(text: str) -> Mapping[str, Any]:
    """The JSON object that `to_json` wrote; {} if it is none."""
    value = json.loads(text)
    return value if isinstance(value, dict) else {}
