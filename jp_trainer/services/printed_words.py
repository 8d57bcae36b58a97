"""Put the words of a printed paper into blocks: headings, notes and names, in English or Urdu."""

from dataclasses import dataclass

from jp_trainer.core.exam.blueprints import Blueprint, Section
from jp_trainer.core.exam.items import ItemType, Testlet
from jp_trainer.core.exam.papers import Paper, PaperSection
from jp_trainer.typeset import fonts
from jp_trainer.typeset.block_groups import Blank
from jp_trainer.typeset.blocks import Block, Paragraph, RubyBlock
from jp_trainer.typeset.exam_text import exam_block
from jp_trainer.wording.catalogue import RIGHT_TO_LEFT
from jp_trainer.wording.exam_print import PaperWords, paper_words
from jp_trainer.wording.runs import fill

TITLE_PX, SECTION_PX, PART_PX, TEXT_PX, STEM_PX, SMALL_PX = 30, 21, 15, 14, 17, 12


@dataclass(frozen=True, slots=True)
class Say:
    """The voice of a paper in one language."""

    language: str

    @property
    def words(self) -> PaperWords:
        """What it says."""
        return paper_words(self.language)

    @property
    def right_to_left(self) -> bool:
        """Whether it begins at the right."""
        return self.language in RIGHT_TO_LEFT

    def text(
        self,
        text: str,
        px: float = TEXT_PX,
        weight: int = 400,
        *,
        gap: float = 8.0,
        keep: bool = False,
        centred: bool = False,
    ) -> Paragraph:
        """A paragraph in its language; Japanese inside it is set in the Japanese font."""
        font = (fonts.urdu if self.right_to_left else fonts.interface)(px, weight)
        return Paragraph(text, font, self.right_to_left, gap, keep, centred)

    def filled(self, template: str, **facts: object) -> str:
        """A sentence with its fields."""
        return fill(template, **facts)

    def blank(self, label: str, length: float, gap: float = 10.0) -> Blank:
        """A name with a line to write on."""
        font = (fonts.urdu if self.right_to_left else fonts.interface)(TEXT_PX, 500)
        return Blank(label, font, length, self.right_to_left, gap)


def heading(say: Say, blueprint: Blueprint, paper: Paper, what: str) -> list[Block]:
    """The title of a part: exam, form, what it is."""
    title = blueprint.title.text(say.language)
    if paper.form:
        title = f"{title} · {say.filled(say.words.form, form=paper.form)}"
    return [
        say.text(title, PART_PX, 500, gap=2, keep=True),
        say.text(what, SECTION_PX, 600, gap=14, keep=True),
    ]


def section_heading(say: Say, section: Section, *, gap: float = 10.0) -> list[Block]:
    """The title of a section in Japanese and in the paper's language, and its minutes."""
    title = section.title.text(say.language)
    if section.minutes:
        title = f"{title} · {say.words.minutes}: {section.minutes}"
    made: list[Block] = []
    if section.title.ja:
        made.append(japanese(section.title.ja, SECTION_PX, weight=500, gap=2, keep=True))
    return [*made, say.text(title, PART_PX, 500, gap=gap, keep=True)]


def japanese(
    text: str,
    px: float = STEM_PX,
    *,
    weight: int = 400,
    gap: float = 8.0,
    keep: bool = False,
    centred: bool = False,
) -> RubyBlock:
    """Japanese with its readings and an author's marks."""
    return exam_block(text, px, weight=weight, gap=gap, keep=keep, centred=centred)


def rules_of(blueprint: Blueprint, section: PaperSection) -> Section:
    """What the blueprint says of a section. Raises KeyError if it has none of that id."""
    for each in blueprint.sections:
        if each.id == section.id:
            return each
    raise KeyError(section.id)


def parts_of(section: PaperSection) -> list[tuple[ItemType, list[tuple[int, Testlet]]]]:
    """Testlets of one type after another, each with the number of its first item."""
    found: list[tuple[ItemType, list[tuple[int, Testlet]]]] = []
    number = 1
    for testlet in section.testlets:
        if not found or found[-1][0] is not testlet.type:
            found.append((testlet.type, []))
        found[-1][1].append((number, testlet))
        number += len(testlet.items)
    return found
