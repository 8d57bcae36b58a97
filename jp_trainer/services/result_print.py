"""Print what a mock exam meant: an estimate with its band, never a bare percentage."""

from pathlib import Path

from jp_trainer.core.exam.papers import Mode
from jp_trainer.core.exam.posterior import Points
from jp_trainer.core.exam.scoring import NO_LEVEL, Estimate, Verdict
from jp_trainer.core.study_day import Moment
from jp_trainer.services.app import App
from jp_trainer.services.exam_results import Result
from jp_trainer.services.printed_words import PART_PX, SECTION_PX, SMALL_PX, TEXT_PX, Say
from jp_trainer.typeset.answer_sheets import PointScale
from jp_trainer.typeset.block_groups import Boxed
from jp_trainer.typeset.blocks import Block, Space
from jp_trainer.typeset.pages import write_pdf
from jp_trainer.typeset.paper import make_ready
from jp_trainer.typeset.tables import Table
from jp_trainer.wording.exam_print import NOT_OFFICIAL
from jp_trainer.wording.runs import plain


def save_result(
    app: App, target: Path, result: Result, *, person: str = "", language: str = "en"
) -> int:
    """Write a result as PDF, A4; the number of pages. Raises PdfNotWritten, FontFileError.

    `language`: "en" or "ur". An estimate is printed only of a full sitting without help.
    """
    make_ready(app.assets_folder / "fonts")
    say = Say(language)
    title = plain(result.state.blueprint.title.text(language))
    blocks = [*_head(say, result, person), *_estimate(say, result), *_sections(say, result)]
    blocks += [Space(14), *_notes(say, result)]
    return write_pdf(target, blocks, title=title, foot=NOT_OFFICIAL["en"])


def _head(say: Say, result: Result, person: str) -> list[Block]:
    words, state = say.words, result.state
    title = state.blueprint.title.text(say.language)
    if state.paper.form:
        title = f"{title} · {say.filled(words.form, form=state.paper.form)}"
    made: list[Block] = [
        say.text(words.result, SECTION_PX, 600, gap=4),
        say.text(title, PART_PX, 500, gap=12),
    ]
    if person:
        made.append(say.text(say.filled("{name}: {value}", name=words.candidate, value=person)))
    begun = say.filled("{name}: {value}", name=words.sat_on, value=_day(state.begun))
    return [*made, say.text(begun, gap=18)]


def _estimate(say: Say, result: Result) -> list[Block]:
    words, state, found = say.words, result.state, result.estimate
    if found is None or not _is_shown(result):
        return [Boxed((say.text(words.no_verdict, PART_PX, 500, gap=0),), gap=18)]
    low, high = state.blueprint.total
    facts = say.filled(words.estimate, points=_whole(found.total.mean), most=_whole(high))
    inside: list[Block] = [
        say.text(NOT_OFFICIAL[say.language if say.language in NOT_OFFICIAL else "en"], gap=8),
        say.text(facts, SECTION_PX, 600, gap=10),
        PointScale(low, high, *_placed(found.total), mark=state.blueprint.pass_total),
        say.text(_band(say, found.total), gap=4),
        say.text(say.filled(words.pass_mark, points=_whole(state.blueprint.pass_total))),
    ]
    if found.level:
        level = "–" if found.level == NO_LEVEL else found.level
        inside.append(say.text(say.filled(words.level, level=level), PART_PX, 500, gap=4))
    if found.cefr:
        cefr = "–" if found.cefr == NO_LEVEL else found.cefr
        inside.append(say.text(say.filled("CEFR: {cefr}", cefr=cefr), PART_PX, 500, gap=4))
    if not found.no_verdict:  # a chance is a verdict, too
        chance = say.filled(words.chance, chance=round(100 * found.chance))
        inside.append(say.text(chance, PART_PX, 500, gap=4))
    inside.append(say.text(_verdict(say, found), PART_PX, 600, gap=0))
    return [Boxed(tuple(inside), gap=18)]


def _is_shown(result: Result) -> bool:
    """Whether the estimate says anything: not what was seen before, or sat with help."""
    found, state = result.estimate, result.state
    whole = state.mode is Mode.FULL and not state.is_assisted
    return found is not None and whole and found.counted > 0


def _sections(say: Say, result: Result) -> list[Block]:
    words, state, found = say.words, result.state, result.estimate
    made: list[Block] = [say.text(words.by_section, PART_PX, 600, gap=6, keep=True)]
    if found is not None and _is_shown(result) and len(found.scoring) > 1:
        for scored, rules in zip(found.scoring, state.blueprint.scoring, strict=True):
            title = rules.title.text(say.language)
            most = _whole(rules.scale.high)
            points = say.filled(words.points, points=_whole(scored.points.mean), most=most)
            line = f"{title} · {points}"
            if scored.minimum is not None:
                line += f" · {say.filled(words.minimum, points=_whole(scored.minimum))}"
            made += [
                say.text(line, TEXT_PX, 500, gap=4, keep=True),
                PointScale(
                    rules.scale.low, rules.scale.high, *_placed(scored.points), mark=scored.minimum
                ),
            ]
    rows: list[tuple[Block, ...]] = []
    titles = {each.id: each.title for each in state.blueprint.sections}
    for section in state.paper.sections:
        title = titles[section.id].text(say.language) if section.id in titles else section.id
        right = sum(state.answers.get(item.id) == item.key for item in section.items)
        facts = say.filled(words.right_of, right=right, asked=len(section.items))
        row = (say.text(title, TEXT_PX, gap=0), say.text(facts, TEXT_PX, gap=0))
        rows.append(row[::-1] if say.right_to_left else row)
    shares = (0.45, 0.55) if say.right_to_left else (0.55, 0.45)
    return [*made, Table(tuple(rows), shares=shares, head=False)]


def _notes(say: Say, result: Result) -> list[Block]:
    words = say.words
    said: list[str] = []
    if result.state.printed:
        said.append(words.was_printed)
    if result.state.is_assisted:
        said.append(words.was_assisted)
    if result.estimate is not None and result.estimate.assumed:
        said.append(words.assumed)
    if result.seal:
        said.append(say.filled(words.seal, seal=result.seal))
    return [say.text(each, SMALL_PX, gap=4) for each in said]


def _verdict(say: Say, found: Estimate) -> str:
    words = say.words
    match found.verdict:
        case Verdict.READY:
            return words.ready
        case Verdict.NOT_YET:
            return words.not_yet
        case Verdict.TOO_CLOSE:
            return words.too_close
        case Verdict.NONE:
            return words.no_verdict


def _band(say: Say, points: Points) -> str:
    return say.filled(say.words.band, low=_whole(points.low), high=_whole(points.high))


def _placed(points: Points) -> tuple[float, tuple[float, float]]:
    return points.mean, (points.low, points.high)


def _whole(points: float) -> str:
    return f"{points:.0f}"


def _day(moment: Moment) -> str:
    """The day where it was sat, in figures that read the same in both languages."""
    return moment.local.date().isoformat()
