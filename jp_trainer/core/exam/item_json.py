"""Write a testlet as JSON and back: what a trainee was shown is kept whole under its digest.

Values that are empty or usual are left out, so that a field added later changes no digest.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from jp_trainer.core.decks import Title
from jp_trainer.core.exam.items import (
    Asked,
    ErrorCode,
    Item,
    ItemType,
    Line,
    Option,
    Spoken,
    Status,
    Stimulus,
    StimulusKind,
    Testlet,
)


def to_json(testlet: Testlet) -> dict[str, Any]:
    """The testlet as an object for `json.dumps`."""
    body: dict[str, Any] = {"items": [_item(item) for item in testlet.items]}
    if testlet.stimulus:
        body["stimulus"] = _stimulus(testlet.stimulus)
    return body


def of_json(body: Mapping[str, Any]) -> Testlet:
    """What `to_json` wrote. Raises KeyError, TypeError or ValueError for anything else."""
    stimulus = body.get("stimulus")
    return Testlet(
        items=tuple(_item_of(each) for each in body["items"]),
        stimulus=_stimulus_of(stimulus) if stimulus else None,
    )


def canonical(testlet: Testlet) -> str:
    """The JSON text that the digest is of: keys sorted, no spaces, characters as they are."""
    return json.dumps(to_json(testlet), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(testlet: Testlet) -> str:
    """32 hexadecimal digits; different for testlets that differ in anything."""
    return hashlib.blake2b(canonical(testlet).encode(), digest_size=16).hexdigest()


def _without_empty(body: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in body.items() if value not in ("", 0, False, None, [], {})}


def _title(title: Title) -> dict[str, Any]:
    return _without_empty({"en": title.en, "ur": title.ur, "ja": title.ja})


def _title_of(body: Mapping[str, Any]) -> Title:
    return Title(body.get("en", ""), body.get("ur", ""), body.get("ja", ""))


def _item(item: Item) -> dict[str, Any]:
    return _without_empty(
        {
            "id": item.id,
            "version": item.version,
            "type": item.type.value,
            "level": item.level,
            "status": item.status.value,
            "stimulus": item.stimulus,
            "forms": list(item.forms),
            "anchor": item.anchor,
            "difficulty": item.difficulty,
            "topic": item.topic,
            "stem": item.stem,
            "stem_kana": item.stem_kana,
            "statement": _title(item.statement),
            "options": [_option(option) for option in item.options],
            "key": item.key,
            "errors": {str(number): code.value for number, code in sorted(item.errors.items())},
            "why": _title(item.why),
            "pieces": list(item.pieces),
            "star": item.star,
            "extra": dict(item.extra),
        }
    )


def _item_of(body: Mapping[str, Any]) -> Item:
    return Item(
        id=body["id"],
        version=body["version"],
        type=ItemType(body["type"]),
        level=body.get("level", ""),
        status=Status(body["status"]),
        stimulus=body.get("stimulus", ""),
        forms=tuple(body.get("forms", ())),
        anchor=body.get("anchor", False),
        difficulty=body["difficulty"],
        topic=body.get("topic", ""),
        stem=body.get("stem", ""),
        stem_kana=body.get("stem_kana", ""),
        statement=_title_of(body.get("statement", {})),
        options=tuple(Option(**option) for option in body["options"]),
        key=body["key"],
        errors={int(number): ErrorCode(code) for number, code in body.get("errors", {}).items()},
        why=_title_of(body.get("why", {})),
        pieces=tuple(body.get("pieces", ())),
        star=body.get("star", 0),
        extra=dict(body.get("extra", {})),
    )


def _option(option: Option) -> dict[str, Any]:
    return _without_empty(
        {
            "text": option.text,
            "picture": option.picture,
            "kana": option.kana,
            "voice": option.voice,
        }
    )


def _stimulus(stimulus: Stimulus) -> dict[str, Any]:
    return _without_empty(
        {
            "id": stimulus.id,
            "version": stimulus.version,
            "kind": stimulus.kind.value,
            "title": stimulus.title,
            "text": stimulus.text,
            "rows": [list(row) for row in stimulus.rows],
            "picture": stimulus.picture,
            "alt": _title(stimulus.alt),
            "script": [_line(line) for line in stimulus.script],
            "question": stimulus.question.value if stimulus.question else "",
            "situation": _spoken(stimulus.situation) if stimulus.situation else {},
            "extra": dict(stimulus.extra),
        }
    )


def _stimulus_of(body: Mapping[str, Any]) -> Stimulus:
    situation = body.get("situation")
    return Stimulus(
        id=body["id"],
        version=body["version"],
        kind=StimulusKind(body["kind"]),
        title=body.get("title", ""),
        text=body.get("text", ""),
        rows=tuple(tuple(row) for row in body.get("rows", ())),
        picture=body.get("picture", ""),
        alt=_title_of(body.get("alt", {})),
        script=tuple(Line(**line) for line in body.get("script", ())),
        question=Asked(body["question"]) if "question" in body else None,
        situation=Spoken(situation["text"], situation["kana"]) if situation else None,
        extra=dict(body.get("extra", {})),
    )


def _line(line: Line) -> dict[str, Any]:
    return {
        "voice": line.voice,
        "who": line.who,
        "text": line.text,
        "kana": line.kana,
        "pause_ms": line.pause_ms,
    }


def _spoken(spoken: Spoken) -> dict[str, Any]:
    return {"text": spoken.text, "kana": spoken.kana}
