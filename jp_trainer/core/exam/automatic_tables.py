"""Make tables with a question whose answer is found by rule: classes, buses, prices, shifts.

Of each table exactly one line, or one sum, meets all conditions; the others meet some of them.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import TypeVar

from jp_trainer.core.decks import Title
from jp_trainer.core.exam.automatic_maker import Maker, Texts, filled, id_of
from jp_trainer.core.exam.items import (
    ErrorCode,
    Item,
    ItemType,
    Option,
    Status,
    Stimulus,
    StimulusKind,
    Testlet,
)

_YEN = " 円[えん]"
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MIDDLING = 3
_HOUR = 60

Row = tuple[str, ...]
_T = TypeVar("_T")


def table_item(maker: Maker, rng: random.Random) -> Testlet:
    """A table and one question about it. The same state of `rng` gives the same."""
    return rng.choice(_KINDS)(maker, rng)


def _classes(maker: Maker, rng: random.Random) -> Testlet:
    """Day, time and price must fit; every other class misses one of them, or more."""
    texts, count = maker.texts, maker.asked.options
    day, other_day = rng.sample(_DAYS, 2)
    time, other_time = rng.sample(("morning", "afternoon", "evening"), 2)
    most = 500 * rng.randint(2, 5)
    cheap, dear = most - 100 * rng.randint(1, 3), most + 100 * rng.randint(2, 6)
    misses = [each for each in product((0, 1), repeat=3) if any(each)]
    # First what misses one condition alone: each of them has then to be read.
    misses.sort(key=lambda each: (sum(each), rng.random()))
    lines = [(0, 0, 0), *misses[: count - 1]]
    names = rng.sample(_of(texts, "class"), count)
    rows = []
    for name, (no_day, no_time, no_price) in zip(names, lines, strict=True):
        its_day = texts[f"day.{other_day if no_day else day}"].ja
        its_time = texts[f"time.{other_time if no_time else time}"].ja
        price = f"{dear if no_price else cheap:,}{_YEN}"
        rows.append((texts[name].ja, its_day, its_time, price))
    facts = {"most": f"{most:,}", **_named(texts, "day", f"day.{day}")}
    facts |= _named(texts, "time", f"time.{time}")
    head = _head(texts, "class", "name", "day", "time", "price")
    options = [row[0] for row in rows]
    return _testlet(maker, "class", (head, *_shuffled(rows, rng)), options, facts, rng=rng)


def _buses(maker: Maker, rng: random.Random) -> Testlet:
    """The latest bus that is there in time; not always in the middle of those on offer."""
    texts, count = maker.texts, maker.asked.options
    first = 8 * _HOUR + 5 * rng.randint(0, 12)
    every, half, whole = 5 * rng.randint(3, 6), rng.randint(8, 12), rng.randint(20, 28)
    leaves = [first + every * number for number in range(count + 2)]
    before = rng.randrange(count)
    after = count - 1 - before
    last = rng.randint(max(before, 1), len(leaves) - 1 - max(after, 1))
    by = leaves[last] + whole + rng.randint(1, every - 1)
    rows = [tuple(_clock(at + way) for way in (0, half, whole)) for at in leaves]
    facts = {"by": _clock(by), "arrives": _clock(leaves[last] + whole)}
    head = _head(texts, "bus", "start", "middle", "end")
    times = [_clock(at) for at in leaves]
    others = rng.sample(times[:last], before) + rng.sample(times[last + 1 :], after)
    options = [times[last], *others]
    return _testlet(maker, "bus", (head, *rows), options, facts, rng=rng, keep_order=True)


def _prices(maker: Maker, rng: random.Random) -> Testlet:
    """A sum of two prices of the right column."""
    texts = maker.texts
    day = rng.choice(("tue", "thu", "sat", "sun"))
    weekend = day in ("sat", "sun")
    adult, child = 100 * rng.randint(5, 9), 50 * rng.randint(4, 8)
    prices = ((adult, child), (adult + 100 * rng.randint(1, 3), child + 50 * rng.randint(1, 3)))
    adults, children = 2, rng.randint(2, 3)

    def total(column: int, grown: int, small: int) -> int:
        return prices[column][0] * grown + prices[column][1] * small

    key = total(weekend, adults, children)
    # The other column; nobody a child; one person too few; the numbers the wrong way round.
    wrong = [
        total(not weekend, adults, children),
        total(weekend, adults + children, 0),
        total(weekend, adults, children - 1),
        total(weekend, children, adults),
        total(weekend, adults - 1, children),
    ]
    sums = list(dict.fromkeys((key, *wrong)))[: maker.asked.options]
    if len(sums) < maker.asked.options:
        return _prices(maker, rng)
    names = ("adult", "child")
    rows = [
        (texts[f"table.price.{name}"].ja, *(f"{column[place]:,}{_YEN}" for column in prices))
        for place, name in enumerate(names)
    ]
    facts = {
        "adults": str(adults),
        "children": str(children),
        "adult": f"{prices[weekend][0]:,}",
        "child": f"{prices[weekend][1]:,}",
        **_named(texts, "day", f"day.{day}"),
    }
    head = ("", *_head(texts, "price", "weekday", "weekend"))
    options = [f"{each:,}{_YEN}" for each in sums]
    return _testlet(maker, "price", (head, *rows), options, facts, rng=rng, key=f"{key:,}")


def _shifts(maker: Maker, rng: random.Random) -> Testlet:
    """Who is on one shift one day, and on another the other day."""
    texts, count = maker.texts, maker.asked.options
    days = sorted(rng.sample(range(5), 3))
    shifts = ("early", "late", "off")
    one, two = rng.choice(shifts), rng.choice(shifts)
    day, other = rng.sample(range(3), 2)
    right = [rng.choice(shifts) for _ in days]
    right[day], right[other] = one, two
    lines = [right]
    while len(lines) < count:
        line = [rng.choice(shifts) for _ in days]
        # One of the two fits, turn about: so both have to be read.
        half = (day, other)[len(lines) % 2]
        line[half] = right[half]
        if (line[day], line[other]) != (one, two):
            lines.append(line)
    people = rng.sample(_of(texts, "person"), count)
    rows = [
        (texts[name].ja, *(texts[f"table.shift.{shift}"].ja for shift in line))
        for name, line in zip(people, lines, strict=True)
    ]
    facts = {
        **_named(texts, "day", f"day.{_DAYS[days[day]]}"),
        **_named(texts, "other", f"day.{_DAYS[days[other]]}"),
        **_named(texts, "one", f"table.shift.{one}"),
        **_named(texts, "two", f"table.shift.{two}"),
    }
    head = (texts["table.shift.name"].ja, *(texts[f"day.{_DAYS[each]}"].ja for each in days))
    options = [row[0] for row in rows]
    key = texts[people[0]]
    table = (head, *_shuffled(rows, rng))
    return _testlet(maker, "shift", table, options, facts, rng=rng, key=(key.en, key.ur))


_KINDS: Sequence[Callable[[Maker, random.Random], Testlet]] = (
    _classes,
    _buses,
    _prices,
    _shifts,
)


def _testlet(
    maker: Maker,
    name: str,
    rows: tuple[Row, ...],
    options: Sequence[str],
    facts: Mapping[str, str],
    *,
    rng: random.Random,
    key: str | tuple[str, str] = "",
    keep_order: bool = False,
) -> Testlet:
    """The first option is the right one. `key`: how explanations name it, if not as it stands."""
    order = sorted(options, key=_by_length) if keep_order else _shuffled(options, rng)
    named = key or _bare(options[0])
    en, ur = (named, named) if isinstance(named, str) else named
    statement = maker.texts[f"table.{name}.statement"]
    why = maker.texts[f"table.{name}.why"]
    own = id_of(name, repr(rows), repr(sorted(facts.items())), str(maker.asked.options))
    stimulus = Stimulus(
        id=f"{own}-s",
        version=1,
        kind=StimulusKind.TABLE,
        title=maker.texts[f"table.{name}.title"].ja,
        rows=rows,
    )
    right = order.index(options[0]) + 1
    item = Item(
        id=own,
        version=1,
        type=ItemType.INFORMATION,
        level=maker.asked.level,
        status=Status.LIVE,
        difficulty=_MIDDLING,
        options=tuple(Option(text) for text in order),
        key=right,
        errors={
            number: ErrorCode.PARTIAL for number in range(1, len(order) + 1) if number != right
        },
        why=Title(filled(why.en, {**facts, "key": en}), filled(why.ur, {**facts, "key": ur})),
        stimulus=stimulus.id,
        topic=name,
        statement=Title(filled(statement.en, facts), filled(statement.ur, facts)),
    )
    return Testlet((item,), stimulus)


def _head(texts: Texts, table: str, *names: str) -> Row:
    return tuple(texts[f"table.{table}.{name}"].ja for name in names)


def _named(texts: Texts, place: str, name: str) -> dict[str, str]:
    return {f"{place}_en": texts[name].en, f"{place}_ur": texts[name].ur}


def _of(texts: Texts, group: str) -> list[str]:
    return sorted(name for name in texts if name.startswith(f"{group}."))


def _shuffled(things: Sequence[_T], rng: random.Random) -> list[_T]:
    return rng.sample(things, len(things))


def _by_length(text: str) -> tuple[int, str]:
    """9:45 before 10:05."""
    return len(text), text


def _clock(minutes: int) -> str:
    return f"{minutes // _HOUR}:{minutes % _HOUR:02}"


def _bare(text: str) -> str:
    """Without readings."""
    return "".join(part.partition("[")[0] for part in text.split("]")).strip()
