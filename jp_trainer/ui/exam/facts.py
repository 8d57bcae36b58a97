"""Gather what a result says, in words, for the screen and for its PDF alike."""

from jp_trainer.core.exam.areas import Area
from jp_trainer.core.exam.papers import Mode
from jp_trainer.core.exam.scoring import FEWEST_ITEMS, NO_LEVEL, Estimate, NoVerdict, Verdict
from jp_trainer.core.exam.sitting_state import FinishedBy
from jp_trainer.services.exam_results import LeftOut, Result
from jp_trainer.ui.exam.names import questions, sitting_name
from jp_trainer.ui.exam.verdict_words import estimate_sentence, verdict_sentence
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, dates, fill, join, later, ngettext

_AREAS = {
    Area.VOCABULARY.value: later("Vocabulary"),
    Area.GRAMMAR.value: later("Grammar"),
    Area.READING.value: later("Reading"),
    Area.LISTENING.value: later("Listening"),
    Area.WORK.value: later("Work"),
}
_LETTERS = {
    "A": later("two thirds right, or more"),
    "B": later("between one third and two thirds right"),
    "C": later("under one third right"),
}
_MS_PER_MIN = 60_000


def title_of(look: Look, result: Result) -> str:
    """Which test it was."""
    return sitting_name(look, result.state)


def when_words(result: Result) -> str:
    """Sunday 22 November · 48 questions · 54 minutes."""
    spent = sum(result.ms.values())
    return join(
        [
            dates.full_date(result.state.begun.at.date()),
            questions(result.asked),
            dates.minutes(max(1, round(spent / _MS_PER_MIN))),
        ]
    )


def headline(look: Look, result: Result) -> str:
    """The verdict; of a quiz, how many were right."""
    state = result.state
    if result.estimate is not None:
        return verdict_sentence(result.estimate, state.blueprint, look.language)
    if state.finished is not None and state.finished.how is FinishedBy.ABANDONED:
        return _("Given up: no verdict")
    return fill(_("{right} of {asked} right"), right=result.right, asked=result.asked)


def under_headline(look: Look, result: Result) -> str:
    """The estimate in a sentence; none where an aid was taken, or only a part was sat."""
    estimate = result.estimate
    if estimate is not None and has_band(result):
        return estimate_sentence(estimate, result.state.blueprint, look.language)
    if result.state.is_assisted:
        return _("Help the real test does not give was used: this was practice.")
    if result.state.mode is Mode.QUIZ:
        return _("A quiz says nothing about the whole test. A full mock does.")
    if result.state.mode is Mode.SECTION:
        return _("One section says nothing about the whole test. A full mock does.")
    if estimate is not None and estimate.no_verdict is NoVerdict.FEW_ITEMS:
        words = _("At least {count} questions that you had not seen before are needed.")
        return fill(words, count=FEWEST_ITEMS)
    return ""


def has_band(result: Result) -> bool:
    """Whether the estimate may be shown."""
    estimate = result.estimate
    return (
        estimate is not None
        and not result.state.is_assisted
        and estimate.verdict is not Verdict.NONE
    )


def report_lines(result: Result) -> list[tuple[str, str]]:
    """What the real report prints beside the points: level, CEFR, reference letters."""
    estimate = result.estimate
    if estimate is None or not has_band(result):
        return []
    lines: list[tuple[str, str]] = []
    if estimate.level:
        shown = _("no level (*)") if estimate.level == NO_LEVEL else estimate.level
        lines.append((_("Level as the report would print it"), shown))
    if estimate.cefr:
        shown = (
            _("none (*): only for those who pass") if estimate.cefr == NO_LEVEL else estimate.cefr
        )
        lines.append((_("CEFR line"), shown))
    lines += reference_lines(estimate)
    return lines


def reference_lines(estimate: Estimate) -> list[tuple[str, str]]:
    """Reference information, A to C, by area."""
    found = []
    for tally in estimate.areas:
        name = _AREAS.get(tally.id)
        if name is not None and tally.letter and tally.asked:
            words = fill(
                _("{letter}: {meaning}"), letter=tally.letter, meaning=_(_LETTERS[tally.letter])
            )
            found.append((fill(_("Reference, {area}"), area=_(name)), words))
    return found


def notes(result: Result) -> list[tuple[str, str]]:
    """What must be known of this sitting: pairs of an icon and a sentence."""
    state, said = result.state, list[tuple[str, str]]()
    if state.is_assisted:
        said.append(("info", _("Practice: help was used, so it counts for no estimate.")))
    broken = len(state.interruptions)
    if broken:
        words = ngettext(
            "Interrupted {count} time, for {time} in all. The clock stood still.",
            "Interrupted {count} times, for {time} in all. The clock stood still.",
            broken,
        )
        away = sum(each.away_s for each in state.interruptions)
        time = dates.minutes(max(1, round(away / 60)))
        said.append(("clock", fill(words, count=broken, time=time)))
    seen = sum(why is LeftOut.SEEN for why in result.left_out.values())
    if seen:
        words = ngettext(
            "{count} question you had seen before is left out of the estimate.",
            "{count} questions you had seen before are left out of the estimate.",
            seen,
        )
        said.append(("eye", fill(words, count=seen)))
    if result.is_old:
        said.append(
            ("calendar", _("This mock is more than three weeks old: it says little about today."))
        )
    if result.estimate is not None and result.estimate.hurried:
        said.append(
            ("clock", _("The last questions of a section were left open: practise with the clock."))
        )
    if result.breaks:
        said.append(
            ("warn", _("The record of this mock was changed afterwards: do not rely on it."))
        )
    return said


def disclaimer() -> str:
    """Under every estimate."""
    return _("An estimate by this app, not an official score.")
