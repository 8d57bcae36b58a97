"""Read blueprints: what an exam consists of, each number with its source; see docs/formats.md."""

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from jp_trainer.core.exam.blueprints import (
    Band,
    Blueprint,
    ClockKind,
    Part,
    Scale,
    ScoringSection,
    Section,
)
from jp_trainer.core.exam.item_problems import Code, Problem
from jp_trainer.core.exam.items import ItemType
from jp_trainer.formats.field_rules import ID
from jp_trainer.formats.toml_table import Keys, read_toml

FORMAT = 1
MOST_MINUTES = 600
MOST_ITEMS = 500


def read_blueprints(folder: Path) -> tuple[tuple[Blueprint, ...], tuple[Problem, ...]]:
    """All blueprints of a folder by id, and what is wrong with them. Never raises."""
    try:
        paths = sorted(folder.glob("*.toml"))
    except OSError:
        paths = []
    found = [read_blueprint(path) for path in paths]
    blueprints = tuple(blueprint for blueprint, _ in found if blueprint is not None)
    return blueprints, tuple(problem for _, problems in found for problem in problems)


def read_blueprint(path: Path) -> tuple[Blueprint | None, tuple[Problem, ...]]:
    """The blueprint of this file, None if it cannot be sat; and what is wrong with it."""
    file = read_toml(path)
    problems = list(file.problems)
    if file.table is None:
        return None, tuple(problems)
    raw_id = file.table.get("id")
    subject = raw_id[:60] if isinstance(raw_id, str) else ""
    keys = Keys(path, 1, file.table, problems, subject)
    blueprint = _blueprint(keys)
    if blueprint is not None:
        problems += _unsourced(path, blueprint)
    return blueprint, tuple(problems)


def _blueprint(keys: Keys) -> Blueprint | None:
    version_of_format = keys.whole("format", None)
    if version_of_format > FORMAT:
        keys.problem("format", Code.NEWER_FORMAT, found=version_of_format, known=FORMAT)
        return None
    own_id = _id(keys, "id")
    if own_id and keys.path.stem != own_id:
        keys.problem("id", Code.OTHER_FILE, file=keys.path.name, id=own_id)
    clock = keys.choice("clock", ClockKind, needed=True) or ClockKind.SHARED
    minutes = keys.whole("minutes", 0, 1, MOST_MINUTES) if "minutes" in keys.table else None
    if clock is ClockKind.SHARED and minutes is None:
        keys.problem("minutes", Code.NO_TIME)
        keys.spoilt = True
    scoring = tuple(_scoring(keys))
    total = keys.inner("total")
    if total is None:
        keys.problem("total", Code.MISSING_KEY)
        return None
    low, high = total.number("low", None), total.number("high", None)
    pass_total = _within(total, "pass", low, high)
    sections = tuple(_sections(keys, clock, tuple(each.id for each in scoring)))
    title = keys.title("title")
    if not title.en:
        keys.problem("title", Code.MISSING_KEY)
    blueprint = Blueprint(
        id=own_id,
        exam=_id(keys, "exam"),
        version=keys.whole("version", None),
        title=title,
        clock=clock,
        sections=sections,
        scoring=scoring,
        total=(low, high),
        pass_total=pass_total,
        minutes=minutes,
        levels=_bands(keys, "levels"),
        cefr=_bands(keys, "cefr"),
        help_languages=keys.texts("help_languages"),
        level=keys.text("level", needed=True),
        furigana=keys.flag("furigana", True),
        source=keys.text("source", needed=True),
        unverified=keys.texts("unverified"),
        ready_at=keys.number("ready_at", 0.8),
        not_yet_at=keys.number("not_yet_at", 0.2),
        extra=keys.rest(),
    )
    return None if keys.spoilt or total.spoilt else blueprint


def _id(keys: Keys, key: str) -> str:
    value = keys.text(key, needed=True)
    if value and not ID.fullmatch(value):
        keys.problem(key, Code.BAD_ID, value=value[:60])
        keys.spoilt = True
    return value


def _within(keys: Keys, key: str, low: float, high: float) -> float:
    value = keys.number(key, None)
    if not keys.spoilt and not low <= value <= high:
        keys.problem(key, Code.OUT_OF_RANGE, value=value, least=low, most=high)
        keys.spoilt = True
    return value


def _scoring(keys: Keys) -> Iterator[ScoringSection]:
    for inner in keys.inners("scoring", needed=True):
        low, high = inner.number("low", None), inner.number("high", None)
        scale = Scale(
            low=low,
            high=high,
            slope_per_logit=inner.number("slope_per_logit", None),
            at_cut=_within(inner, "at_cut", low, high),
            assumed=inner.flag("assumed", True),
        )
        minimum = _within(inner, "minimum", low, high) if "minimum" in inner.table else None
        yield ScoringSection(_id(inner, "id"), inner.title("title"), scale, minimum)
        keys.spoilt = keys.spoilt or inner.spoilt


def _sections(keys: Keys, clock: ClockKind, scoring: Sequence[str]) -> Iterator[Section]:
    for inner in keys.inners("section", needed=True):
        usual = inner.text("scoring")
        parts, counted_in = _parts(inner, usual, scoring)
        has_minutes = "minutes" in inner.table
        section = Section(
            id=_id(inner, "id"),
            title=inner.title("title"),
            parts=parts,
            scoring=counted_in,
            minutes=inner.whole("minutes", 0, 1, MOST_MINUTES) if has_minutes else None,
            forward_only=inner.flag("forward_only", False),
            reentry=inner.flag("reentry", True),
            max_plays=inner.whole("max_plays", 0, 0, 100),
            paced=inner.flag("paced", False),
        )
        if clock is ClockKind.PAPER and section.minutes is None:
            inner.problem("minutes", Code.NO_TIME)
            inner.spoilt = True
        keys.spoilt = keys.spoilt or inner.spoilt
        yield section


def _parts(
    section: Keys, usual: str, scoring: Sequence[str]
) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """The parts, and for each the scoring section it counts in."""
    parts: list[Part] = []
    counted_in: list[str] = []
    for inner in section.inners("part", needed=True):
        item_type = inner.choice("type", ItemType, needed=True)
        part = Part(
            type=item_type or ItemType.CONTEXT,
            count=inner.whole("count", None, 1, MOST_ITEMS),
            options=inner.whole("options", None, 2, 9),
            difficulty_mean=inner.number("difficulty_mean", 3.0),
        )
        where = inner.text("scoring") or usual
        if where not in scoring:
            inner.problem("scoring", Code.UNKNOWN_SCORING, value=where[:60])
            inner.spoilt = True
        parts.append(part)
        counted_in.append(where)
        section.spoilt = section.spoilt or inner.spoilt
    return tuple(parts), tuple(counted_in)


def _bands(keys: Keys, key: str) -> tuple[Band, ...]:
    bands = []
    for inner in keys.inners(key):
        bands.append(Band(inner.text("name", needed=True), inner.number("from", None)))
        keys.spoilt = keys.spoilt or inner.spoilt
    if bands != sorted(bands, key=lambda band: -band.from_points):
        keys.problem(key, Code.BANDS_OUT_OF_ORDER)
    return tuple(bands)


def _unsourced(path: Path, blueprint: Blueprint) -> Iterator[Problem]:
    """Values that neither `sources` nor `unverified` names, and names of nothing."""
    sources = blueprint.extra.get("sources", {})
    named = (*(sources if isinstance(sources, dict) else ()), *blueprint.unverified)
    values = tuple(values_of(blueprint))
    for value in values:
        if not any(fnmatchcase(value, name) for name in named):
            yield Problem(path, 1, value, Code.NO_SOURCE, {"value": value}, blueprint.id)
    for name in named:
        if not any(fnmatchcase(value, name) for value in values):
            facts = {"value": str(name)[:60]}
            yield Problem(path, 1, "unverified", Code.SOURCE_OF_NOTHING, facts, blueprint.id)


def values_of(blueprint: Blueprint) -> Iterator[str]:
    """Dotted names of all that needs a source: numbers, and rules of the real test."""
    if blueprint.minutes is not None:
        yield "minutes"
    yield from ("clock", "furigana", "help_languages", "total.low", "total.high", "total.pass")
    if blueprint.levels:
        yield "levels"
    if blueprint.cefr:
        yield "cefr"
    for scoring in blueprint.scoring:
        for name in ("low", "high", "at_cut", "slope_per_logit"):
            yield f"scoring.{scoring.id}.{name}"
        if scoring.minimum is not None:
            yield f"scoring.{scoring.id}.minimum"
    for section in blueprint.sections:
        if section.minutes is not None:
            yield f"section.{section.id}.minutes"
        for name in ("forward_only", "reentry", "max_plays"):
            yield f"section.{section.id}.{name}"
        for part in section.parts:
            yield f"section.{section.id}.{part.type}.count"
            yield f"section.{section.id}.{part.type}.options"
