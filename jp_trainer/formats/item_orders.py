"""Read the orders of ★ items: each sentence that the four pieces can make, with its verdict.

`orders.tsv` lies beside the items: item, order, sentence, verdict; a head line, tabs, no quoting.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from jp_trainer.core.exam.bank import OrderLine
from jp_trainer.core.exam.item_problems import Code, Problem
from jp_trainer.formats.text_file import read_text

FILE = "orders.tsv"
HEAD = ("item", "order", "sentence", "verdict")
_BETWEEN = " / "


def read_orders(
    paths: Iterable[Path],
) -> tuple[Mapping[str, tuple[OrderLine, ...]], tuple[Problem, ...]]:
    """The orders by item id, and what is wrong with the files."""
    orders: dict[str, list[OrderLine]] = {}
    problems: list[Problem] = []
    for path in paths:
        file = read_text(path)
        problems += [Problem(path, p.line, "", Code(p.code.value), p.facts) for p in file.problems]
        for number, line in enumerate(file.lines, start=1):
            if not line or number == 1:
                continue
            parts = [part.strip() for part in line.split("\t")]
            if len(parts) != len(HEAD) or not all(parts):
                facts = {"wanted": ", ".join(HEAD)}
                problems.append(Problem(path, number, "", Code.BAD_ORDER_LINE, facts))
                continue
            pieces = tuple(parts[1].split(_BETWEEN))
            found = OrderLine(pieces, parts[2], parts[3], path, number)
            orders.setdefault(parts[0], []).append(found)
    return {item: tuple(lines) for item, lines in orders.items()}, tuple(problems)
