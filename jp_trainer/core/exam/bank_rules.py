"""Check what only shows in many items together: keys, anchors, forms, likeness."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, groupby
from pathlib import Path

from jp_trainer.core.exam import item_texts
from jp_trainer.core.exam.bank import Bank
from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.item_problems import Code, Finding
from jp_trainer.core.exam.items import Item, Testlet

LONGEST_RUN = 3
"""So often running may the same position be the key."""
ANCHORS_LEAST, ANCHORS_MOST = 0.12, 0.30
ALIKE = 0.6
"""Share of common character triples from which two testlets are one too many."""
_FEW = 12
_SHORT = 12
_TRIPLE = 3


def findings_of(bank: Bank, blueprint: Blueprint | None) -> Iterator[Finding]:
    """What is wrong with the items of one exam taken together."""
    yield from _key_findings(bank)
    yield from _likeness_findings(bank.testlets)
    if blueprint is not None:
        yield from _anchor_findings(bank)
        yield from _form_findings(bank, blueprint)


def _key_findings(bank: Bank) -> Iterator[Finding]:
    """Key positions of each file: none much more often than chance, none too often running."""
    by_file: dict[Path, list[Item]] = defaultdict(list)
    for item in bank.items:
        by_file[bank.places[item.id][0]].append(item)
    for items in by_file.values():
        for key, run in groupby(items, key=lambda item: item.key):
            same = list(run)
            if len(same) > LONGEST_RUN:
                facts = {"key": key, "count": len(same)}
                yield Finding(same[LONGEST_RUN].id, "key", Code.KEY_RUN, facts)
        options = Counter(len(item.options) for item in items)
        for count, of in options.items():
            keys = Counter(item.key for item in items if len(item.options) == count)
            most = -(-of // count) + 1
            for key, times in keys.items():
                if times > most:
                    facts = {"key": key, "count": times, "of": of, "most": most}
                    last = [item for item in items if item.key == key][-1]
                    yield Finding(last.id, "key", Code.UNEVEN_KEYS, facts)


def _anchor_findings(bank: Bank) -> Iterator[Finding]:
    items = bank.items
    if len(items) < _FEW:
        return
    share = sum(item.anchor for item in items) / len(items)
    if not ANCHORS_LEAST <= share <= ANCHORS_MOST:
        facts = {"percent": round(share * 100), "wanted": 20}
        yield Finding(items[0].id, "anchor", Code.ANCHOR_SHARE, facts)


def _form_findings(bank: Bank, blueprint: Blueprint) -> Iterator[Finding]:
    """Fixed forms fill the blueprint exactly."""
    forms = sorted({form for item in bank.items for form in item.forms})
    for form in forms:
        of_form = [item for item in bank.items if form in item.forms]
        counts = Counter(item.type for item in of_form)
        for section in blueprint.sections:
            for part in section.parts:
                if counts[part.type] != part.count:
                    facts = {"form": form, "type": part.type.value}
                    facts |= {"count": str(counts[part.type]), "wanted": str(part.count)}
                    subject = next((i.id for i in of_form if i.type is part.type), of_form[0].id)
                    yield Finding(subject, "forms", Code.FORM_COUNT, facts)


def _likeness_findings(testlets: Sequence[Testlet]) -> Iterator[Finding]:
    """Testlets that say nearly the same, by the character triples they share."""
    triples = {testlet.id: _triples(testlet) for testlet in testlets}
    for one, other in combinations(testlets, 2):
        first, second = triples[one.id], triples[other.id]
        smaller, larger = sorted((len(first), len(second)))
        if smaller < _SHORT or smaller < ALIKE * larger:
            continue  # too short to tell, or they cannot be alike
        share = len(first & second) / len(first | second)
        if share >= ALIKE:
            facts = {"other": one.id, "percent": round(share * 100)}
            yield Finding(other.items[0].id, "", Code.NEAR_DUPLICATE, facts)


def _triples(testlet: Testlet) -> frozenset[str]:
    text = "\n".join(item_texts.bare(text.text) for text in item_texts.texts_of(testlet))
    return frozenset(text[at : at + _TRIPLE] for at in range(len(text) - _TRIPLE + 1))


def example_findings(testlet: Testlet, examples: Mapping[str, str]) -> Iterator[Finding]:
    """Sentences that are an example of a deck. `examples`: bare sentence to the word's id."""
    texts = [(text.subject, text.key, text.text) for text in item_texts.texts_of(testlet)]
    texts += [
        (item.id, "stem", item_texts.bare(item_texts.filled(item)))
        for item in testlet.items
        if item.stem
    ]
    for subject, key, text in texts:
        for sentence in sentences(item_texts.bare(text)):
            if word := examples.get(sentence):
                facts = {"text": sentence, "word": word}
                yield Finding(subject, key, Code.DECK_EXAMPLE, facts)
                break


def sentences(text: str) -> Iterator[str]:
    """The text whole, and each of its sentences without quotation marks."""
    yield text
    rest = text
    for end in "。？！\n":
        rest = rest.replace(end, f"{end}\0")
    for part in rest.split("\0"):
        if found := part.strip("「」『』 　\n"):
            yield found
