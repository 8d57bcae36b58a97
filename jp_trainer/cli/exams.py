"""List exams, put papers together, and try how far the scores hold: `exam`."""

from dataclasses import asdict
from typing import Annotated, Any

import typer

from jp_trainer.cli import exam_papers, sittings
from jp_trainer.cli.exam_papers import (
    Language,
    Part,
    Pdf,
    Speaks,
    Which,
    lack_body,
    missing_items,
    paper_body,
    paper_lines,
    print_paper,
    saved_body,
    saved_lines,
)
from jp_trainer.cli.session import counted, session_of
from jp_trainer.core.exam.drawing import MissingItems
from jp_trainer.core.exam.simulation import Simulation
from jp_trainer.services import exam_bank, exam_offers
from jp_trainer.services.exam_offers import Offer

_Exam = Annotated[str, typer.Argument(metavar="EXAM", help="An exam or blueprint: jft-basic.")]


def add_to(program: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="Mock exams.", rich_markup_mode=None)
    group.command("list")(list_exams)
    group.command("paper")(paper)
    group.command("simulate")(simulate)
    sittings.add_to(group)
    exam_papers.add_to(group)
    program.add_typer(group, name="exam")


def list_exams(context: typer.Context) -> None:
    """Show all exams: how long they are, and whether their bank can fill a paper."""
    session = session_of(context)
    with session.app() as app:
        found = exam_offers.offers(app)
    session.show({"exams": [_offer(each) for each in found]}, *map(_offer_line, found))


def paper(
    context: typer.Context,
    exam: _Exam,
    *,
    form: Annotated[str, typer.Option(help="A fixed paper: A. Else one is drawn.")] = "",
    seed: Annotated[str, typer.Option(help="The same gives the same drawn paper.")] = "",
    pdf: Pdf = None,
    part: Part = Which.ALL,
    language: Speaks = Language.EN,
) -> None:
    """Put a full paper together, and print it."""
    session = session_of(context)
    with session.app() as app:
        try:
            found = exam_offers.paper(app, exam, form=form, seed=seed)
        except MissingItems as missing:
            raise missing_items(missing) from None
        blueprint = exam_bank.blueprint(app, exam)
        saved = print_paper(app, blueprint, found, pdf, part=part, language=language)
    session.show(
        {**paper_body(found), **saved_body(saved)}, *(saved_lines(saved) or paper_lines(found))
    )


def simulate(
    context: typer.Context,
    exam: Annotated[str, typer.Option("--exam", metavar="ID", help="An exam or blueprint.")],
    people: Annotated[int, typer.Option(min=1, max=100_000, help="So many sit it.")] = 1000,
    seed: Annotated[str, typer.Option(help="The same gives the same figures.")] = "1",
    form_shift: Annotated[
        float, typer.Option(min=0, max=3, help="Papers are off by this SD, in logits.")
    ] = 0.0,
) -> None:
    """Let people of known ability sit an exam; say how often its score and verdict were right.

    The scorer sees the judged difficulties, and these are off by an SD of 0.5.
    """
    session = session_of(context)
    with session.app() as app:
        trial = exam_offers.trial(app, exam, people=people, seed=seed, form_shift=form_shift)
    on = "imagined" if trial.lacks else "bank"
    body = {
        "exam": trial.blueprint.id,
        "seed": seed,
        "form_shift": form_shift,
        "items_from": on,
        "papers": trial.papers,
        "lacks": [lack_body(each) for each in trial.lacks],
        **{name: _rounded(value) for name, value in asdict(trial.simulation).items()},
    }
    made = (
        "items imagined from the blueprint: the bank cannot fill a paper yet"
        if trial.lacks
        else f"{counted(trial.papers, 'paper')} drawn from the bank"
    )
    session.show(
        body,
        f"{trial.blueprint.id}: {people} people, "
        f"{trial.simulation.items} items, {made}; form shift {form_shift:g}",
        *_figures(trial.simulation),
    )


def _figures(found: Simulation) -> list[str]:
    def share(value: float | None) -> str:
        return "-" if value is None else f"{value:.1%}"

    return [
        f"RMSE {found.rmse:.2f} logits, {found.rmse_points:.1f} points; bias {found.bias:+.2f}",
        f"right side of the pass line {share(found.right_side)}",
        f"the 95 % band holds the truth {share(found.coverage)}",
        f"verdicts given {share(found.verdicts)}, right {share(found.verdicts_right)} "
        f"(ready {share(found.ready_right)}, not yet {share(found.not_yet_right)})",
    ]


def _rounded(value: float | None) -> float | None:
    return round(value, 4) if isinstance(value, float) else value


def _offer(offer: Offer) -> dict[str, Any]:
    blueprint = offer.blueprint
    return {
        "id": blueprint.id,
        "exam": blueprint.exam,
        "title": {"en": blueprint.title.en, "ur": blueprint.title.ur, "ja": blueprint.title.ja},
        "level": blueprint.level,
        "items": blueprint.count,
        "minutes": _minutes(offer),
        "sections": [{"id": each.id, "items": each.count} for each in blueprint.sections],
        "bank": offer.items,
        "forms": list(offer.forms),
        "lacks": [lack_body(each) for each in offer.lacks],
    }


def _minutes(offer: Offer) -> int:
    return offer.blueprint.minutes or sum(s.minutes or 0 for s in offer.blueprint.sections)


def _offer_line(offer: Offer) -> str:
    blueprint = offer.blueprint
    line = (
        f"{blueprint.id}: {blueprint.title.en}, {counted(blueprint.count, 'item')}, "
        f"{counted(_minutes(offer), 'minute')}; {offer.items} in the bank"
    )
    if offer.forms:
        line += f", forms {', '.join(offer.forms)}"
    missing = sum(lack.wanted - lack.found for lack in offer.lacks)
    return f"{line}; {missing} missing for a paper" if missing else line
