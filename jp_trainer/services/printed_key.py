"""Put the key together: the right answers at a glance, then why each of them is right."""

from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.items import Item
from jp_trainer.core.exam.papers import Paper, PaperSection
from jp_trainer.services.printed_words import (
    PART_PX,
    SMALL_PX,
    TEXT_PX,
    Say,
    heading,
    japanese,
    rules_of,
    section_heading,
)
from jp_trainer.typeset import fonts
from jp_trainer.typeset.block_groups import Numbered, Together
from jp_trainer.typeset.blocks import Block, Space
from jp_trainer.typeset.tables import Table

_A_ROW = 12
_OPTION_PX = 15


def key(
    blueprint: Blueprint, paper: Paper, language: str, explained: tuple[str, ...]
) -> list[Block]:
    """All keys in tables, then the explanations in these languages."""
    say = Say(language)
    blocks = heading(say, blueprint, paper, say.words.key)
    blocks.append(say.text(say.words.for_teacher, SMALL_PX, gap=12))
    for section in paper.sections:
        title = rules_of(blueprint, section).title.text(language)
        blocks.append(say.text(title, PART_PX, 600, gap=4, keep=True))
        blocks += _table(section)
    for section in paper.sections:
        blocks += [Space(16), *section_heading(say, rules_of(blueprint, section))]
        for number, item in enumerate(section.items, start=1):
            blocks.append(_explained(say, number, item, explained))
    return blocks


def _table(section: PaperSection) -> list[Block]:
    plain = Say("en")
    items = section.items
    made: list[Block] = []
    for start in range(0, len(items), _A_ROW):
        row = items[start : start + _A_ROW]
        numbers = tuple(
            plain.text(str(start + at), SMALL_PX, gap=0, centred=True)
            for at in range(1, len(row) + 1)
        )
        keys = tuple(plain.text(str(item.key), PART_PX, 600, gap=0, centred=True) for item in row)
        shares = (1 / _A_ROW,) * len(row)
        made.append(Table((numbers, keys), gap=8, shares=shares))
    return made


def _explained(say: Say, number: int, item: Item, languages: tuple[str, ...]) -> Block:
    inside: list[Block] = []
    option = item.options[item.key - 1]
    right = f"{item.key}　{option.text}" if option.text else str(item.key)
    inside.append(japanese(right, _OPTION_PX, weight=500, gap=3, keep=True))
    if item.pieces:
        order = " → ".join(str(piece) for piece in item.pieces)
        line = say.filled(say.words.order_is, order=order)
        inside.append(say.text(line, TEXT_PX, gap=3))
    for language in languages:
        voice = Say(language)
        inside.append(voice.text(item.why.text(language), TEXT_PX, gap=4))
    font = fonts.interface(PART_PX, 600)
    return Together((Numbered(str(number), font, tuple(inside), 34, gap=0),), gap=8)
