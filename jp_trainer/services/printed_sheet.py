"""Put the answer sheet together: a circle for each option of each question."""

from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.papers import Paper
from jp_trainer.services.printed_words import PART_PX, SMALL_PX, Say, heading, rules_of
from jp_trainer.typeset.answer_sheets import Circles
from jp_trainer.typeset.block_groups import Grid
from jp_trainer.typeset.blocks import Block


def answer_sheet(blueprint: Blueprint, paper: Paper, language: str) -> list[Block]:
    """Name and date, then the sections."""
    say = Say(language)
    words = say.words
    blanks: tuple[Block, ...] = (say.blank(words.number, 150), say.blank(words.date, 150))
    blocks = heading(say, blueprint, paper, words.answers)
    blocks += [say.blank(words.name, 420, gap=4), Grid(blanks, 2, gap=10)]
    blocks += [
        say.text(words.fill_in, gap=2, keep=True),
        say.text(words.same_numbers, SMALL_PX, gap=14, keep=True),
    ]
    for section in paper.sections:
        title = rules_of(blueprint, section).title.text(language)
        options = tuple(len(item.options) for item in section.items)
        blocks += [say.text(title, PART_PX, 600, gap=4, keep=True), Circles(options)]
    return blocks
