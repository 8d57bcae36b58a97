"""Write a blueprint as JSON and back: an old sitting keeps the exam as it was then.

Values that are empty or usual are left out, so that a field added later changes no digest.
"""

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from jp_trainer.core.decks import Title
from jp_trainer.core.exam.blueprints import (
    Band,
    Blueprint,
    ClockKind,
    Part,
    Scale,
    ScoringSection,
    Section,
)
from jp_trainer.core.exam.items import ItemType

_Body = Mapping[str, Any]


def to_json(blueprint: Blueprint) -> dict[str, Any]:
    """The blueprint as an object for `json.dumps`; `extra` must hold JSON values."""
    body: dict[str, Any] = _plain(blueprint)
    return body


def digest(blueprint: Blueprint) -> str:
    """32 hexadecimal digits; different for blueprints that differ in anything."""
    text = json.dumps(
        to_json(blueprint), ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str
    )
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def of_json(body: _Body) -> Blueprint:
    """What `to_json` wrote. Raises KeyError, TypeError or ValueError for anything else."""
    low, high = body["total"]
    return Blueprint(
        **{
            **body,
            "title": _title(body),
            "clock": ClockKind(body["clock"]),
            "sections": tuple(map(_section, body["sections"])),
            "scoring": tuple(map(_scoring, body["scoring"])),
            "total": (low, high),
            "levels": tuple(Band(**each) for each in body.get("levels", ())),
            "cefr": tuple(Band(**each) for each in body.get("cefr", ())),
            "help_languages": tuple(body.get("help_languages", ())),
            "unverified": tuple(body.get("unverified", ())),
        }
    )


def _plain(value: object) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _plain(found)
            for field in dataclasses.fields(value)
            if (found := getattr(value, field.name)) != _usual(field)
        }
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, str):
        return str(value)  # also of an enum
    return value


def _usual(field: "dataclasses.Field[Any]") -> object:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def _title(body: _Body) -> Title:
    return Title(**body["title"])


def _section(body: _Body) -> Section:
    parts = tuple(Part(**{**each, "type": ItemType(each["type"])}) for each in body["parts"])
    fixed = {"title": _title(body), "parts": parts, "scoring": tuple(body["scoring"])}
    return Section(**{**body, **fixed})


def _scoring(body: _Body) -> ScoringSection:
    return ScoringSection(**{**body, "title": _title(body), "scale": Scale(**body["scale"])})
