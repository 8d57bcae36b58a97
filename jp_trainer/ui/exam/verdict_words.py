"""Say what an estimate means in whole sentences: no raw percentage, no more than is known."""

from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.scoring import NO_LEVEL, Estimate, NoVerdict, Verdict
from jp_trainer.wording import _, fill, join

_IN_TEN = 10
_ALMOST = 9.5
_HARDLY = 0.5
_SAFE = 0.9


def goal_of(blueprint: Blueprint, language: str) -> str:
    """What passing is called: the highest level the report prints, or the exam."""
    if blueprint.levels:
        return blueprint.levels[0].name
    return blueprint.title.text(language)


def verdict_sentence(estimate: Estimate, blueprint: Blueprint, language: str) -> str:
    """The headline of a result."""
    goal = goal_of(blueprint, language)
    match estimate.verdict:
        case Verdict.READY:
            return fill(_("Ready for {goal}"), goal=goal)
        case Verdict.NOT_YET:
            return fill(_("Not yet ready for {goal}"), goal=goal)
        case Verdict.TOO_CLOSE:
            return fill(_("Too close to call for {goal}"), goal=goal)
        case Verdict.NONE:
            return no_verdict_sentence(estimate.no_verdict)


def no_verdict_sentence(why: NoVerdict | None) -> str:
    """Why there is none."""
    match why:
        case NoVerdict.ASSISTED:
            return _("Practice with help: no verdict")
        case NoVerdict.FEW_ITEMS:
            return _("Too few questions for a verdict")
        case NoVerdict.PART_ONLY:
            return _("Only a part of the test: no verdict")
        case None:
            return _("No verdict")


def short_verdict(estimate: Estimate) -> str:
    """For a list."""
    if not estimate.counted:
        return _("no verdict")
    total = estimate.total
    said = {
        Verdict.READY: _("ready"),
        Verdict.NOT_YET: _("not yet"),
        Verdict.TOO_CLOSE: _("too close to call"),
        Verdict.NONE: _("no verdict"),
    }[estimate.verdict]
    about = fill(_("estimate {points}"), points=f"{total.mean:.0f}")
    return join([about, said])


def estimate_sentence(estimate: Estimate, blueprint: Blueprint, language: str) -> str:
    """Estimate 187, most likely between 171 and 203. About 1 chance in 5 of A2.2 today."""
    total = estimate.total
    said = [
        fill(
            _("Estimate {points}, most likely between {low} and {high}."),
            points=f"{total.mean:.0f}", low=f"{total.low:.0f}", high=f"{total.high:.0f}",
        ),
    ]  # fmt: skip
    if estimate.verdict is not Verdict.NONE:  # a chance is a verdict, too
        said += [chance_sentence(estimate.chance, goal_of(blueprint, language))]
        said += [safe_sentence(estimate)]
    return join(said, " ")


def chance_sentence(chance: float, goal: str) -> str:
    """In tens: a finer figure would claim too much."""
    tenths = chance * _IN_TEN
    if tenths > _ALMOST:
        return fill(_("{goal} today: almost certain."), goal=goal)
    if tenths < _HARDLY:
        return fill(_("{goal} today: hardly a chance."), goal=goal)
    return fill(
        _("About {count} chances in 10 of {goal} today."), count=max(1, round(tenths)), goal=goal
    )


def safe_sentence(estimate: Estimate) -> str:
    """A1 looks safe: the highest level below the goal that is nearly sure."""
    for name, chance in estimate.level_chances[1:]:
        if chance >= _SAFE and name != NO_LEVEL:
            return fill(_("{level} looks safe."), level=name)
    return ""
