import random
from dataclasses import replace
from math import exp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jp_trainer.core.decks import Title
from jp_trainer.core.exam.answer_model import GRID, Difficulty, chance_right, log_chances, of_class
from jp_trainer.core.exam.areas import AREAS, Area, area_of, letter
from jp_trainer.core.exam.blueprints import Band, Part, Scale, ScoringSection
from jp_trainer.core.exam.drawing import draw_paper
from jp_trainer.core.exam.items import ItemType
from jp_trainer.core.exam.papers import Paper
from jp_trainer.core.exam.posterior import passes, points_of, weigh
from jp_trainer.core.exam.scoring import (
    Estimate,
    NoVerdict,
    Response,
    Verdict,
    estimate,
    responses_of,
)
from tests.core.exam_examples import a_bank, a_blueprint, a_jlpt_blueprint, a_section

JFT = a_blueprint()
N4 = a_jlpt_blueprint()
N3 = a_blueprint(
    [
        a_section("words", [Part(ItemType.CONTEXT, 53, 4)], "language"),
        a_section("texts", [Part(ItemType.SHORT_PASSAGE, 16, 4)], "reading"),
        a_section("sound", [Part(ItemType.TASK, 31, 4)], "listening"),
    ],
    scoring=[
        ScoringSection(id, Title(id), Scale(0, 60, 12.5, 95 / 3), 19)
        for id in ("language", "reading", "listening")
    ],
    total=(0, 180),
    pass_total=95,
)
ALL = [pytest.param(each, id=name) for each, name in ((JFT, "one"), (N4, "two"), (N3, "three"))]


def a_paper(blueprint=JFT) -> Paper:
    return draw_paper(blueprint, a_bank(blueprint, 1), (), random.Random(1))


def answered(blueprint, right: list[bool]) -> tuple[Response, ...]:
    paper = a_paper(blueprint)
    chosen = {
        item.id: item.key if good else 1 + item.key % len(item.options)
        for item, good in zip(paper.items, right, strict=True)
    }
    return responses_of(blueprint, paper, chosen)


def with_share(blueprint, share: float) -> Estimate:
    """Every section alike: of each ten items the first so many right."""
    count = blueprint.count
    return estimate(blueprint, answered(blueprint, [n % 10 < share * 10 for n in range(count)]))


def direct(responses, form_sd: float) -> tuple[float, float]:
    """Mean ability and chance of passing by plain sums over theta and d, one scoring section."""
    weight = mean = passing = 0.0
    steps = [n / 20 for n in range(-100, 101)]
    for theta in steps:
        for d in [n / 20 for n in range(-30, 31)]:
            mass = exp(-(theta**2) / 2 - d**2 / (2 * form_sd**2))
            for each in responses:
                p = chance_right(theta - d, each.difficulty.b, each.options)
                mass *= p if each.right else 1 - p
            weight += mass
            mean += mass * theta
            # The step that the cut divides counts half.
            passing += mass * (0.5 if theta == 0 else theta > 0)
    return mean / weight, passing / weight


def test_the_posterior_agrees_with_plain_sums_over_ability_and_form() -> None:
    exact = Difficulty(0.0, 0.0)
    responses = [
        replace(each, difficulty=replace(each.difficulty, sd=exact.sd))
        for each in answered(JFT, [n % 3 > 0 for n in range(48)])
    ][:20]

    found = estimate(JFT, responses)
    mean, passing = direct(responses, 0.3)

    assert found.ability == pytest.approx(mean, abs=0.005)
    assert found.chance == pytest.approx(passing, abs=0.01)


@pytest.mark.parametrize("blueprint", ALL)
def test_without_answers_what_is_believed_is_the_prior(blueprint) -> None:
    flat = [[0.0] * len(GRID) for _ in blueprint.scoring]

    found = weigh(blueprint.scoring, flat, blueprint.pass_total)

    assert found.ability == pytest.approx(0, abs=0.01)
    weights = [section.scale.slope_per_logit for section in blueprint.scoring]
    # Var of a weighted mean of unit abilities correlated by 0.8.
    shares = [w / sum(weights) for w in weights]
    same = sum(s * s for s in shares)
    assert found.ability_sd == pytest.approx((same + 0.8 * (1 - same)) ** 0.5, abs=0.02)


@settings(max_examples=30, deadline=None)
@given(share=st.integers(0, 10), data=st.data())
@pytest.mark.parametrize("blueprint", ALL)
def test_one_more_right_answer_never_lowers_anything(blueprint, share, data) -> None:
    right = [n % 10 < share for n in range(blueprint.count)]
    place = data.draw(st.integers(0, blueprint.count - 1))

    worse = estimate(blueprint, answered(blueprint, [*right[:place], False, *right[place + 1 :]]))
    better = estimate(blueprint, answered(blueprint, [*right[:place], True, *right[place + 1 :]]))

    assert better.ability > worse.ability
    assert better.total.mean >= worse.total.mean
    assert better.chance >= worse.chance - 1e-6
    for low, high in zip(worse.scoring, better.scoring, strict=True):
        assert high.points.mean >= low.points.mean - 1e-6


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 999), share=st.floats(0, 1))
@pytest.mark.parametrize("blueprint", ALL)
def test_chances_are_chances_and_bands_lie_on_the_scale(blueprint, seed, share) -> None:
    dice = random.Random(seed)

    found = estimate(
        blueprint, answered(blueprint, [dice.random() < share for _ in a_paper(blueprint).items])
    )

    low, high = blueprint.total
    assert low <= found.total.low <= found.total.mean <= found.total.high <= high
    assert 0 <= found.chance <= min(1.0, *(s.chance_of_minimum for s in found.scoring))
    assert sum(s.points.mean for s in found.scoring) == pytest.approx(found.total.mean)
    chances = [chance for _, chance in found.level_chances]
    assert chances == sorted(chances)
    assert all(0 <= chance <= 1 for chance in chances)


def test_without_minimums_the_top_levels_chance_is_the_chance_of_passing() -> None:
    found = with_share(JFT, 0.7)

    assert dict(found.level_chances)["A2.2"] == found.chance
    assert 0 < found.chance < 1


def test_more_items_give_a_narrower_band_but_the_form_keeps_it_open() -> None:
    few = estimate(JFT, answered(JFT, [n % 10 < 7 for n in range(48)])[::2])
    many = with_share(JFT, 0.7)
    sure = estimate(JFT, answered(JFT, [n % 10 < 7 for n in range(48)]), form_sd=0)

    assert few.ability_sd > many.ability_sd > sure.ability_sd
    assert many.ability_sd == pytest.approx((sure.ability_sd**2 + 0.3**2) ** 0.5, abs=0.05)


def test_guessing_shows_no_ability() -> None:
    """A third right of three options is what someone scores who knows nothing."""
    found = estimate(JFT, answered(JFT, [n % 3 == 0 for n in range(48)]))

    assert found.ability < -1.5
    assert found.verdict is Verdict.NOT_YET


def test_a_short_section_borrows_from_the_others() -> None:
    strong = answered(N3, [True] * 53 + [False] * 16 + [True] * 31)
    weak = answered(N3, [False] * 53 + [False] * 16 + [False] * 31)

    reading = [estimate(N3, each).scoring[1].points.mean for each in (strong, weak)]

    assert reading[0] > reading[1] + 1


def test_a_missed_minimum_fails_whatever_the_total() -> None:
    deaf = estimate(N4, answered(N4, [True] * 57 + [False] * 28))

    assert deaf.total.mean > N4.pass_total
    assert deaf.chance < 0.2
    assert deaf.verdict is Verdict.NOT_YET
    assert passes(N4.scoring, 90, (72, 18)) is False
    assert passes(N4.scoring, 90, (71, 19)) is True
    assert passes(N4.scoring, 90, (70, 19)) is False


def test_points_follow_the_scale_and_stay_within_it() -> None:
    section = JFT.scoring[0]

    assert points_of(section, 0) == 200
    assert points_of(section, 1) == 235
    assert points_of(section, 9) == 250
    assert points_of(section, -9) == 10


@pytest.mark.parametrize(
    ("share", "verdict"),
    [(0.4, Verdict.NOT_YET), (0.7, Verdict.TOO_CLOSE), (1.0, Verdict.READY)],
)
def test_the_verdict_follows_the_chance(share, verdict) -> None:
    found = with_share(JFT, share)

    assert found.verdict is verdict
    assert found.no_verdict is None


def test_the_verdicts_limits_are_the_blueprints() -> None:
    bold = replace(JFT, ready_at=0.3, not_yet_at=0.1)
    right = [n % 10 < 7 for n in range(48)]

    assert estimate(bold, answered(JFT, right)).verdict is Verdict.READY


def test_there_is_no_verdict_where_it_would_not_be_honest() -> None:
    responses = answered(JFT, [True] * 48)

    assert estimate(JFT, responses, assisted=True).no_verdict is NoVerdict.ASSISTED
    assert estimate(JFT, responses[::3]).no_verdict is NoVerdict.FEW_ITEMS
    assert estimate(JFT, responses[:36]).no_verdict is NoVerdict.PART_ONLY
    assert estimate(JFT, responses[:36]).verdict is Verdict.NONE
    assert estimate(JFT, responses[:23] + responses[36:37]).no_verdict is NoVerdict.PART_ONLY


def test_items_seen_before_are_left_out_of_the_estimate_but_not_of_the_count() -> None:
    paper = a_paper()
    seen = [item.id for item in paper.items[:10]]
    chosen = {item.id: item.key for item in paper.items if item.id in seen}

    left_out = estimate(JFT, responses_of(JFT, paper, chosen, left_out=seen))
    counted = estimate(JFT, responses_of(JFT, paper, chosen))

    assert (left_out.counted, left_out.left_out) == (38, 10)
    assert left_out.ability < counted.ability
    assert sum(tally.right for tally in left_out.sections) == 10


def test_a_blank_is_wrong_and_blanks_at_the_end_are_a_hurry() -> None:
    paper = a_paper()
    reading = paper.sections[-1].items
    chosen = {item.id: item.key for item in paper.items}
    wrong = {**chosen, **{i.id: 1 + i.key % 3 for i in reading[-3:]}}
    blank = {
        id_: option for id_, option in chosen.items() if id_ not in {i.id for i in reading[-3:]}
    }

    of_blank = estimate(JFT, responses_of(JFT, paper, blank))

    assert of_blank.ability == estimate(JFT, responses_of(JFT, paper, wrong)).ability
    assert of_blank.hurried == ("reading",)
    assert (of_blank.sections[-1].blank, of_blank.sections[-1].blank_at_end) == (3, 3)


def test_blanks_in_the_middle_are_no_hurry() -> None:
    paper = a_paper()
    chosen = {item.id: item.key for item in paper.items}
    for item in paper.sections[-1].items[4:7]:
        del chosen[item.id]

    assert estimate(JFT, responses_of(JFT, paper, chosen)).hurried == ()


def test_levels_are_printed_as_the_report_does() -> None:
    printed = {with_share(JFT, share / 10).level for share in range(11)}

    assert printed == {"A2.2", "A2.1", "A1", "*"}


def test_the_cefr_line_is_only_for_those_who_pass() -> None:
    blueprint = replace(N3, levels=(), cefr=(Band("B1", 104), Band("A2", 95)))

    assert with_share(blueprint, 1.0).cefr == "B1"
    assert with_share(blueprint, 0.2).cefr == "*"
    deaf = estimate(blueprint, answered(blueprint, [True] * 69 + [False] * 31))
    assert deaf.total.mean > 104
    assert deaf.cefr == "*"
    assert with_share(blueprint, 1.0).level == ""


@pytest.mark.parametrize(
    ("right", "asked", "expected"),
    [(67, 100, "A"), (66, 100, "B"), (34, 100, "B"), (33, 100, "C"), (0, 0, "")],
)
def test_reference_letters_are_those_of_the_report(right, asked, expected) -> None:
    assert letter(right, asked) == expected


def test_every_item_type_has_one_area() -> None:
    assert sorted(t for types in AREAS.values() for t in types) == sorted(ItemType)
    assert area_of(ItemType.TASK) is Area.LISTENING


def test_a_harder_item_says_more_of_who_gets_it_right() -> None:
    hard, easy = of_class(5), of_class(1)

    assert (easy.b, of_class(3).b, hard.b) == (-1.5, 0, 1.5)
    right_hard, _ = log_chances(hard.b, hard.sd, 4)
    right_easy, _ = log_chances(easy.b, easy.sd, 4)
    assert right_hard[-1] - right_hard[0] > right_easy[-1] - right_easy[0]
    assert right_easy[0] >= right_hard[0]


def test_a_known_difficulty_replaces_the_authors() -> None:
    paper = a_paper()
    known = {item.id: Difficulty(-1.0, 0.1) for item in paper.items}
    chosen = {item.id: item.key for n, item in enumerate(paper.items) if n % 10 < 7}

    judged = estimate(JFT, responses_of(JFT, paper, chosen))
    easier = estimate(JFT, responses_of(JFT, paper, chosen, known=known))

    assert easier.ability < judged.ability - 0.3


def test_chances_start_at_guessing_and_rise_to_one() -> None:
    assert chance_right(-9, 0, 4) == pytest.approx(0.25, abs=0.001)
    assert chance_right(0, 0, 3) == pytest.approx(2 / 3)
    assert chance_right(9, 0, 4) == pytest.approx(1, abs=0.001)
