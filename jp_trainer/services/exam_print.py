"""Print a paper for a class without enough computers: booklet, answer sheet, key, script."""

import enum
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.papers import Paper
from jp_trainer.services.app import App
from jp_trainer.services.printed_booklet import booklet
from jp_trainer.services.printed_key import key
from jp_trainer.services.printed_script import has_script, script
from jp_trainer.services.printed_sheet import answer_sheet
from jp_trainer.typeset.blocks import Block
from jp_trainer.typeset.pages import PageEnd, write_pdf
from jp_trainer.typeset.paper import make_ready
from jp_trainer.wording import plain
from jp_trainer.wording.exam_print import paper_words


class PrintPart(enum.StrEnum):
    """What can be printed of a paper."""

    BOOKLET = "booklet"
    ANSWERS = "answers"
    KEY = "key"
    SCRIPT = "script"


FOR_CANDIDATES = (PrintPart.BOOKLET, PrintPart.ANSWERS)
FOR_TEACHERS = (PrintPart.KEY, PrintPart.SCRIPT)
ALL_PARTS = (*FOR_CANDIDATES, *FOR_TEACHERS)


@dataclass(frozen=True, slots=True)
class Saved:
    """A file that was written."""

    path: Path
    pages: int


def save_booklet(
    app: App,
    blueprint: Blueprint,
    paper: Paper,
    target: Path,
    *,
    language: str = "en",
    parts: Collection[PrintPart] = ALL_PARTS,
    explained: Collection[str] = (),
) -> tuple[Saved, ...]:
    """Write parts of a paper as PDF, A4.

    `target`: a folder, which gets a file for each part; or the one file that holds them all.
    `language`: of the instructions, "en" or "ur". `explained`: of the explanations in the key; ()
    is `language` alone. A script is written only where something is heard, unless it is asked for
    alone. Raises PdfNotWritten, FontFileError.
    """
    make_ready(app.assets_folder / "fonts")
    wanted = [part for part in PrintPart if part in parts]
    if len(wanted) > 1 and not has_script(blueprint, paper):
        wanted = [part for part in wanted if part is not PrintPart.SCRIPT]
    said = tuple(explained) or (language,)
    made = [(part, _blocks(part, blueprint, paper, language, said)) for part in wanted]
    name = plain(blueprint.title.en)
    if paper.form:
        name = f"{name} · {paper.form}"
    if not target.is_dir():
        joined: list[Block] = []
        for _part, blocks in made:
            joined += [*([PageEnd()] if joined else []), *blocks]
        return (Saved(target, write_pdf(target, joined, title=name, foot=name)),)
    saved: list[Saved] = []
    words = paper_words("en")
    titles = {
        PrintPart.BOOKLET: words.booklet,
        PrintPart.ANSWERS: words.answers,
        PrintPart.KEY: words.key,
        PrintPart.SCRIPT: words.script,
    }
    for part, blocks in made:
        path = target / file_name(blueprint, paper, part)
        title = f"{name} · {titles[part]}"
        saved.append(Saved(path, write_pdf(path, blocks, title=title, foot=name)))
    return tuple(saved)


def file_name(blueprint: Blueprint, paper: Paper, part: PrintPart) -> str:
    """Like jft-basic-2026-a-key.pdf."""
    pieces = [blueprint.id, paper.form.lower(), part.value]
    return "-".join(filter(None, pieces)) + ".pdf"


def _blocks(
    part: PrintPart, blueprint: Blueprint, paper: Paper, language: str, explained: tuple[str, ...]
) -> list[Block]:
    match part:
        case PrintPart.BOOKLET:
            return booklet(blueprint, paper, language)
        case PrintPart.ANSWERS:
            return answer_sheet(blueprint, paper, language)
        case PrintPart.KEY:
            return key(blueprint, paper, language, explained)
        case PrintPart.SCRIPT:
            return script(blueprint, paper, language)
