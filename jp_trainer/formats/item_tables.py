"""Make a stimulus or an item of its table in a TOML file."""

from collections.abc import Iterator, Mapping

from jp_trainer.core.exam.item_problems import Code
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
)
from jp_trainer.formats.toml_table import Keys

HARDEST = 5
FEWEST_OPTIONS = 2
LONGEST_PAUSE_MS = 20_000


def read_stimulus(keys: Keys, own_id: str) -> Stimulus | None:
    """The stimulus; None if it could not be told what it is. `keys` gathers the problems."""
    kind = keys.choice("kind", StimulusKind, needed=True)
    stimulus = Stimulus(
        id=own_id,
        version=keys.whole("version", None),
        kind=kind or StimulusKind.PASSAGE,
        title=keys.text("title"),
        text=keys.text("text"),
        rows=_rows(keys),
        picture=keys.text("picture"),
        alt=keys.title("alt"),
        script=tuple(_lines(keys)),
        question=keys.choice("question", Asked),
        situation=_spoken(keys, "situation"),
        extra=keys.rest(),
    )
    return None if keys.spoilt else stimulus


def read_item(keys: Keys, own_id: str) -> Item | None:
    """The item; None if it could not be asked. `keys` gathers the problems."""
    item_type = keys.choice("type", ItemType, needed=True)
    status = keys.choice("status", Status, needed=True)
    options = tuple(_options(keys))
    errors = _errors(keys)
    item = Item(
        id=own_id,
        version=keys.whole("version", None),
        type=item_type or ItemType.CONTEXT,
        level=keys.text("level", needed=True),
        status=status or Status.DRAFT,
        stimulus=keys.text("stimulus"),
        forms=keys.texts("forms"),
        anchor=keys.flag("anchor", False),
        difficulty=keys.whole("difficulty", None, 1, HARDEST),
        topic=keys.text("topic"),
        stem=keys.text("stem"),
        stem_kana=keys.text("stem_kana"),
        statement=keys.title("statement"),
        options=options,
        key=keys.whole("key", None, 1, max(1, len(options))),
        errors=errors,
        why=keys.title("why"),
        pieces=keys.wholes("pieces"),
        star=keys.whole("star", 0, 1, len(options)) if "star" in keys.table else 0,
        extra=keys.rest(),
    )
    return None if keys.spoilt else item


def _options(keys: Keys) -> Iterator[Option]:
    count = 0
    for inner in keys.inners("options", needed=True):
        count += 1
        option = Option(
            text=inner.text("text"),
            picture=inner.text("picture"),
            kana=inner.text("kana"),
            voice=inner.text("voice"),
        )
        if not option.text and not option.picture:
            inner.problem("", Code.MISSING_KEY)
            keys.spoilt = True
        yield option
    if not keys.spoilt and count < FEWEST_OPTIONS:
        keys.problem("options", Code.TOO_FEW_OPTIONS)
        keys.spoilt = True


def _errors(keys: Keys) -> Mapping[int, ErrorCode]:
    inner = keys.inner("errors")
    errors: dict[int, ErrorCode] = {}
    if inner is None:
        return errors
    for name in inner.table:
        code = inner.choice(name, ErrorCode, needed=True)
        if not name.isascii() or not name.isdigit():
            inner.problem(str(name)[:60], Code.BAD_VALUE, value=str(name)[:60], known="1, 2, 3, 4")
        elif code is not None:
            errors[int(name[:9])] = code
    keys.spoilt = keys.spoilt or inner.spoilt
    return errors


def _rows(keys: Keys) -> tuple[tuple[str, ...], ...]:
    value = keys.raw("rows")
    if value is None:
        return ()
    if not isinstance(value, list) or not all(
        isinstance(row, list) and all(isinstance(cell, str) for cell in row) for row in value
    ):
        keys.problem("rows", Code.WRONG_TYPE, wanted="list of rows of text")
        keys.spoilt = True
        return ()
    if len({len(row) for row in value}) > 1:
        keys.problem("rows", Code.RAGGED_ROWS)
        keys.spoilt = True
        return ()
    return tuple(tuple(keys.clean("rows", cell) for cell in row) for row in value)


def _lines(keys: Keys) -> Iterator[Line]:
    for inner in keys.inners("script"):
        line = Line(
            voice=inner.text("voice", needed=True),
            text=inner.text("text", needed=True),
            kana=inner.text("kana", needed=True),
            who=inner.text("who"),
            pause_ms=inner.whole("pause_ms", 300, 0, LONGEST_PAUSE_MS),
        )
        keys.spoilt = keys.spoilt or inner.spoilt
        yield line


def _spoken(keys: Keys, key: str) -> Spoken | None:
    inner = keys.inner(key)
    if inner is None:
        return None
    spoken = Spoken(inner.text("text", needed=True), inner.text("kana", needed=True))
    keys.spoilt = keys.spoilt or inner.spoilt
    return spoken
