"""What the screens say of an estimate: no more than it carries."""

from dataclasses import replace

from jp_trainer.core.exam.scoring import NoVerdict, Verdict, estimate, responses_of
from jp_trainer.ui.exam.verdict_words import estimate_sentence, short_verdict
from tests.papers import a_blueprint, a_paper

PAPER = a_paper()
BLUEPRINT = a_blueprint()
ANSWERS = {item.id: item.key for item in PAPER.items}


def test_a_chance_is_told_with_a_verdict_only() -> None:
    few = estimate(BLUEPRINT, responses_of(BLUEPRINT, PAPER, ANSWERS))
    enough = replace(few, verdict=Verdict.READY, no_verdict=None)

    assert few.no_verdict is NoVerdict.FEW_ITEMS
    assert estimate_sentence(few, BLUEPRINT, "en").count(".") == 1
    assert estimate_sentence(enough, BLUEPRINT, "en").startswith(
        estimate_sentence(few, BLUEPRINT, "en") + " "
    )


def test_where_nothing_counts_no_points_are_told() -> None:
    seen = responses_of(BLUEPRINT, PAPER, ANSWERS, left_out=list(ANSWERS))

    assert short_verdict(estimate(BLUEPRINT, seen)) == "no verdict"
