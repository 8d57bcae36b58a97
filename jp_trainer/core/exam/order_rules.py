"""Check ★ items: all orders of the pieces are listed, and exactly one of them is right."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import permutations

from jp_trainer.core.exam import item_texts
from jp_trainer.core.exam.bank import OrderLine
from jp_trainer.core.exam.item_problems import Code, Finding
from jp_trainer.core.exam.items import Item, ItemType


def order_findings(item: Item, listed: Sequence[OrderLine]) -> Iterator[Finding]:
    """What is wrong with a ★ item; nothing for other types."""
    if item.type is not ItemType.SENTENCE_ORDER:
        return
    count = len(item.options)
    if sorted(item.pieces) != list(range(1, count + 1)):
        yield Finding(item.id, "pieces", Code.BAD_PIECES, {"count": count})
        return
    if not 1 <= item.star <= count or item.pieces[item.star - 1] != item.key:
        yield Finding(item.id, "star", Code.STAR_IS_NOT_KEY)
    slots = item_texts.SLOT.findall(item.stem)
    if len(slots) != count or [slot == item_texts.STAR_SLOT for slot in slots] != [
        number == item.star for number in range(1, count + 1)
    ]:
        yield Finding(item.id, "stem", Code.BAD_SLOTS, {"count": count})
        return
    yield from _listed_findings(item, listed)


def _listed_findings(item: Item, listed: Sequence[OrderLine]) -> Iterator[Finding]:
    texts = [_said(option.text) for option in item.options]
    wanted = set(permutations(texts))
    given = Counter(tuple(map(_said, line.pieces)) for line in listed)
    missing = len(wanted - set(given))
    surplus = sum(given.values()) - len(wanted & set(given))
    if missing or surplus:
        yield Finding(item.id, "pieces", Code.ORDERS, {"missing": missing, "surplus": surplus})
    right = tuple(texts[number - 1] for number in item.pieces)
    declared = [tuple(map(_said, line.pieces)) for line in listed if line.is_right]
    if declared != [right]:
        yield Finding(item.id, "pieces", Code.RIGHT_ORDERS, {"count": len(declared)})
    for line in listed:
        if _said(line.sentence) != _sentence(item, [_said(piece) for piece in line.pieces]):
            yield Finding(item.id, "pieces", Code.ORDER_SENTENCE, {"other_line": line.line})
            return


def _said(text: str) -> str:
    return item_texts.bare(text)


def _sentence(item: Item, pieces: Sequence[str]) -> str:
    left = iter(pieces)
    return item_texts.bare(item_texts.SLOT.sub(lambda _: next(left, ""), item.stem))
