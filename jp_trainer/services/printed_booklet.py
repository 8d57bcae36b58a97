"""Put the question booklet together: cover, instructions, questions; what is heard stays unsaid."""

from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.items import Item, ItemType, Stimulus, StimulusKind, Testlet
from jp_trainer.core.exam.marks import gap_of
from jp_trainer.core.exam.papers import Paper, PaperSection
from jp_trainer.core.exam.recordings import is_heard
from jp_trainer.services.printed_words import (
    PART_PX,
    SECTION_PX,
    SMALL_PX,
    STEM_PX,
    TEXT_PX,
    TITLE_PX,
    Say,
    japanese,
    parts_of,
    rules_of,
    section_heading,
)
from jp_trainer.typeset import fonts
from jp_trainer.typeset.answer_choices import Choices
from jp_trainer.typeset.block_groups import Boxed, Numbered, Together
from jp_trainer.typeset.blocks import Block, PageEnd, Space
from jp_trainer.typeset.printed_pictures import PrintedPicture
from jp_trainer.typeset.tables import Table
from jp_trainer.wording.exam_instructions import instruction

_PASSAGE_PX, _TABLE_PX, _WIDE_TABLE_PX, _MANY_COLUMNS = 16, 15, 13, 5
_PICTURE = (240, 150)
_OPTION_PICTURE = (120, 110)
_GAPLESS = 4.0
_HEARD_REPLIES = (ItemType.VERBAL_EXPRESSION, ItemType.QUICK_RESPONSE, ItemType.OUTLINE)


def booklet(blueprint: Blueprint, paper: Paper, language: str) -> list[Block]:
    """All pages; each section begins a new one."""
    say = Say(language)
    blocks = _cover(say, blueprint, paper)
    for section in paper.sections:
        blocks += [PageEnd(), *_section(say, blueprint, section)]
    return blocks


def _cover(say: Say, blueprint: Blueprint, paper: Paper) -> list[Block]:
    words = say.words
    own_minutes = blueprint.minutes is None
    rows = [(words.section, words.questions, words.minutes)]
    for section in paper.sections:
        rules = rules_of(blueprint, section)
        title = rules.title.text(say.language)
        rows.append((title, str(len(section.items)), str(rules.minutes or "")))
    shares: tuple[float, ...] = (0.6, 0.2, 0.2) if own_minutes else (0.7, 0.3)
    cells = tuple(
        tuple(
            say.text(cell, TEXT_PX, 600 if number == 0 else 400, gap=0, centred=column > 0)
            for column, cell in enumerate(row[: len(shares)])
        )
        for number, row in enumerate(rows)
    )
    made: list[Block] = [Space(90)]
    if blueprint.title.ja:
        made.append(japanese(blueprint.title.ja, TITLE_PX, weight=500, gap=8, centred=True))
    made.append(say.text(blueprint.title.text(say.language), SECTION_PX, 600, centred=True))
    if paper.form:
        form = say.filled(words.form, form=paper.form)
        made.append(say.text(form, SECTION_PX, 500, centred=True))
    made.append(say.text(words.booklet, PART_PX, gap=30, centred=True))
    if say.right_to_left:
        cells, shares = tuple(row[::-1] for row in cells), shares[::-1]
    made.append(Table(cells, gap=14, shares=shares))
    if blueprint.minutes:
        total = f"{words.minutes}: {blueprint.minutes}"
        made.append(say.text(total, PART_PX, 600))
    made.append(Space(16))
    made += [say.text(f"{number}. {rule}") for number, rule in enumerate(words.rules, start=1)]
    made += [Space(20), say.blank(words.name, 340), say.blank(words.number, 180), Space(30)]
    made.append(say.text(words.not_official, SMALL_PX))
    return made


def _section(say: Say, blueprint: Blueprint, section: PaperSection) -> list[Block]:
    rules = rules_of(blueprint, section)
    blocks = section_heading(say, rules)
    if rules.max_plays:
        words = say.words
        heard = words.heard_once if rules.max_plays == 1 else words.heard_often
        blocks.append(say.text(say.filled(heard, times=rules.max_plays), keep=True))
    parts = parts_of(section)
    for number, (type, testlets) in enumerate(parts, start=1):
        blocks += _part_head(say, number if len(parts) > 1 else 0, type)
        for first, testlet in testlets:
            blocks += _testlet(say, blueprint, first, testlet)
        blocks.append(Space(10))
    return blocks


def _part_head(say: Say, number: int, type: ItemType) -> list[Block]:
    asked = instruction(type)
    lead = f"もんだい{number}　" if number else ""
    return [
        japanese(f"{lead}{asked.ja}", PART_PX, weight=500, gap=3, keep=True),
        say.text(asked.text(say.language), TEXT_PX, gap=12, keep=True),
    ]


def _testlet(say: Say, blueprint: Blueprint, first: int, testlet: Testlet) -> list[Block]:
    shown = _stimulus(testlet)
    blocks: list[Block] = []
    for at, item in enumerate(testlet.items):
        question = _question(say, blueprint, first + at, testlet, item)
        if at == 0 and shown and not _is_long(testlet.stimulus):
            blocks.append(Together((*shown, question), gap=16))
        else:
            blocks += [*(shown if at == 0 else ()), Together((question,), gap=16)]
    return blocks


def _is_long(stimulus: Stimulus | None) -> bool:
    return stimulus is not None and bool(stimulus.text or stimulus.rows)


def _stimulus(testlet: Testlet) -> list[Block]:
    """What is seen before the question."""
    stimulus = testlet.stimulus
    if stimulus is None:
        return []
    made: list[Block] = []
    if stimulus.picture:
        made.append(PrintedPicture(stimulus.picture, *_PICTURE, gap=8, keep=True, centred=True))
    if stimulus.kind is StimulusKind.CLIP or not (stimulus.text or stimulus.rows):
        return made
    inside: list[Block] = []
    if stimulus.title:
        title = japanese(stimulus.title, _PASSAGE_PX, weight=500, keep=True, centred=True)
        inside.append(title)
    if stimulus.rows:
        inside.append(_table(stimulus))
    if stimulus.text:
        inside.append(japanese(stimulus.text, _PASSAGE_PX, gap=0))
    return [*made, Together((Boxed(tuple(inside), gap=0),), gap=14, keep=True)]


def _table(stimulus: Stimulus) -> Table:
    wide = max(len(row) for row in stimulus.rows)
    px = _WIDE_TABLE_PX if wide >= _MANY_COLUMNS else _TABLE_PX
    head = stimulus.kind is not StimulusKind.CHAT
    cells = tuple(
        tuple(
            japanese(cell, px, weight=500 if head and number == 0 else 400, gap=0) for cell in row
        )
        for number, row in enumerate(stimulus.rows)
    )
    return Table(cells, gap=10 if stimulus.text else 0, head=head)


def _question(say: Say, blueprint: Blueprint, number: int, testlet: Testlet, item: Item) -> Block:
    heard = is_heard(testlet)
    inside: list[Block] = []
    if "en" in blueprint.help_languages and item.statement.en:
        inside.append(Say("en").text(item.statement.en, TEXT_PX, 500, gap=6))
        if say.language != "en" and say.language in blueprint.help_languages:
            inside.append(say.text(item.statement.text(say.language), TEXT_PX, gap=6))
    if item.stem and not (heard and item.stem_kana):
        gap = gap_of(item.stem)
        inside.append(japanese(f"［{gap}］" if gap else item.stem, STEM_PX))
    inside.append(_answers(item, heard=heard))
    font = fonts.interface(PART_PX, 600)
    return Numbered(str(number), font, tuple(inside), 34, gap=0)


def _answers(item: Item, *, heard: bool) -> Block:
    font = fonts.interface(TEXT_PX, 400)
    if all(option.picture for option in item.options):
        pictures = tuple(
            PrintedPicture(option.picture, *_OPTION_PICTURE, gap=0) for option in item.options
        )
        return Choices(pictures, font, gap=_GAPLESS)
    spoken = all(option.kana for option in item.options) or item.type in _HEARD_REPLIES
    if heard and spoken:
        numbers = "　　　　".join(str(number) for number in range(1, len(item.options) + 1))
        return japanese(numbers, STEM_PX, gap=_GAPLESS)
    texts = tuple(japanese(option.text, STEM_PX, gap=0) for option in item.options)
    return Choices(texts, font, gap=_GAPLESS)
