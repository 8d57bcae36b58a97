"""Say what came of a sitting, for people and as JSON."""

from typing import Any

from jp_trainer.cli.session import counted
from jp_trainer.core.exam.posterior import Points
from jp_trainer.core.exam.scoring import Estimate
from jp_trainer.core.exam.sitting_state import SittingState
from jp_trainer.services.exam_results import Past, Result, Reviewed


def result_json(found: Result) -> dict[str, Any]:
    """A result, as docs/command-line.md has it."""
    state = found.state
    return {
        "sitting": state.id,
        "trainee": found.trainee,
        **_sat(state),
        "right": found.right,
        "asked": found.asked,
        "ms": dict(found.ms),
        "estimate": _estimate(found.estimate),
        "official": False,
        "left_out": dict(found.left_out),
        "old": found.is_old,
        "interruptions": [
            {
                "at": each.at.isoformat(),
                "remaining_ms": each.remaining_ms,
                "away_s": each.away_s,
            }
            for each in state.interruptions
        ],
        "intact": not found.breaks,
        "breaks": [{"kind": each.kind, "where": each.where} for each in found.breaks],
        "seal": found.seal,
    }


def _sat(state: SittingState) -> dict[str, Any]:
    return {
        "exam": state.blueprint.exam,
        "blueprint": state.blueprint.id,
        "mode": state.mode.value,
        "form": state.paper.form,
        "begun_at": state.begun.at.isoformat(),
        "finished": state.finished.how.value if state.finished else None,
        "assisted": sorted(state.assisted),
        "remaining_ms": dict(state.remaining_ms),
    }


def _estimate(found: Estimate | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "total": _points(found.total),
        "level": found.level,
        "cefr": found.cefr,
        "chance": round(found.chance, 3),
        "verdict": found.verdict.value,
        "no_verdict": found.no_verdict.value if found.no_verdict else None,
        "counted": found.counted,
        "left_out": found.left_out,
        "assumed": found.assumed,
        "scoring": [
            {
                "id": each.id,
                "points": _points(each.points),
                "minimum": each.minimum,
                "chance_of_minimum": round(each.chance_of_minimum, 3),
            }
            for each in found.scoring
        ],
        "sections": [
            {
                "id": each.id,
                "right": each.right,
                "asked": each.asked,
                "blank": each.blank,
                "letter": each.letter,
            }
            for each in found.sections
        ],
        "hurried": list(found.hurried),
    }


def _points(points: Points) -> dict[str, float]:
    return {
        "mean": round(points.mean, 1),
        "low": round(points.low, 1),
        "high": round(points.high, 1),
    }


def result_lines(found: Result) -> list[str]:
    """A result in words."""
    state = found.state
    lines = [
        f"{state.blueprint.title.en} {state.paper.form} ({state.mode.value}), "
        f"{state.begun.local:%Y-%m-%d %H:%M}, sitting {state.id}"
    ]
    if found.estimate is None or not found.estimate.counted or state.is_assisted:
        lines.append(f"{found.right} of {found.asked} right; no estimate")
    else:
        lines += _estimate_lines(found.estimate)
    if state.is_assisted:
        lines.append("assisted: " + ", ".join(sorted(state.assisted)))
    if found.left_out:
        lines.append(f"{counted(len(found.left_out), 'item')} left out of the estimate")
    lines += [
        f"interrupted with {each.remaining_ms // 1000} s left, away for {each.away_s} s"
        for each in state.interruptions
    ]
    lines.append(f"seal {found.seal}" if not found.breaks else "CHANGED SINCE: do not trust this")
    return lines


def _estimate_lines(found: Estimate) -> list[str]:
    total = _points(found.total)
    said = f"estimated {total['low']:.0f} to {total['high']:.0f} points"
    if not found.no_verdict:  # the chance is one: too few items do not carry it
        verdict = found.verdict.value.replace("_", " ")
        said += f", chance of passing about {found.chance:.0%}: {verdict}"
    lines = [
        said,
        "an estimate by this app, not an official score",
    ]
    if found.no_verdict:
        lines.append(f"no verdict: {found.no_verdict.value.replace('_', ' ')}")
    if found.level:
        lines.append(f"level {found.level}")
    lines += [
        f"{each.id}: {each.points.low:.0f} to {each.points.high:.0f}"
        + (f", minimum {each.minimum:.0f}" if each.minimum is not None else "")
        for each in found.scoring
    ]
    return lines


def item_json(each: Reviewed) -> dict[str, Any]:
    """One question of a sitting, with key and answer."""
    return {
        "section": each.section,
        "number": each.number,
        "item": each.item.id,
        "type": each.item.type.value,
        "key": each.item.key,
        "chosen": each.chosen,
        "right": each.right,
        "error": each.error.value if each.error else None,
        "why": {"en": each.item.why.en, "ur": each.item.why.ur},
        "ms": each.ms,
        "plays": each.plays,
        "left_out": each.left_out,
    }


def item_line(each: Reviewed) -> str:
    """Likewise, in a line."""
    mark = "right" if each.right else f"{each.chosen or '-'}, key {each.item.key}"
    error = f" ({each.error.value})" if each.error else ""
    return f"{each.section} {each.number}: {mark}{error}"


def past_json(each: Past) -> dict[str, Any]:
    """A sitting of the past."""
    return {
        "sitting": each.sitting,
        "exam": each.exam,
        "blueprint": each.blueprint,
        "mode": each.mode.value,
        "form": each.form,
        "begun_at": each.begun_at.isoformat(),
        "finished": each.finished.value if each.finished else None,
        "assisted": each.assisted,
        "right": each.right,
        "asked": each.asked,
        "ms": each.ms,
        "difficulty": round(each.difficulty, 2),
        "estimate": _estimate(each.estimate),
    }


def past_line(each: Past) -> str:
    """Likewise, in a line."""
    end = each.finished.value if each.finished else "running"
    said = f", {each.estimate.verdict.value.replace('_', ' ')}" if each.estimate else ""
    name = f"{each.begun_at:%Y-%m-%d} {each.exam} {each.form} {each.mode.value}"
    return f"{name} {end}{said}: {each.sitting}"
