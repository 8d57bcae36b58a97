"""What rules score that need no Japanese."""

from dataclasses import replace

import pytest

from jp_trainer.core.exam.blind_strategies import FEWEST_ITEMS, Score, scores
from jp_trainer.core.exam.items import Option, Stimulus, StimulusKind, Testlet
from tests.core.exam_examples import a_testlet


def asked(*options: str, key: int = 1, text: str = "") -> Testlet:
    item = replace(
        a_testlet().items[0], options=tuple(Option(text) for text in options), key=key, stimulus=""
    )
    stimulus = Stimulus("s", 1, StimulusKind.PASSAGE, text=text) if text else None
    return Testlet((item,), stimulus)


def by_name(*testlets: Testlet) -> dict[str, Score]:
    return {score.strategy: score for score in scores(testlets)}


def test_who_takes_the_longest_is_right_as_often_as_it_is_the_key() -> None:
    found = by_name(asked("ながい", "みじか", "だ"), asked("だよ", "だ", "ながい"))

    # Of two that are equally long, one is taken by chance.
    assert found["longest"].share == pytest.approx((1 / 2 + 0) / 2)
    assert found["shortest"].share == 0.0


def test_who_never_takes_the_longest_guesses_among_the_others() -> None:
    found = by_name(asked("だ", "みじか", "ね"))

    assert found["longest"].avoiding == pytest.approx(1 / 2)
    assert found["longest"].chance == pytest.approx(1 / 3)


def test_who_sees_no_difference_guesses() -> None:
    found = by_name(asked("だ", "よ", "ね"))

    assert found["longest"].share == found["longest"].chance == pytest.approx(1 / 3)


def test_overlap_is_counted_in_what_the_text_has_too() -> None:
    text = "雨[あめ]のときは、そうじはしません。"
    found = by_name(asked("そうじはしません", "ごはんをたべます", text=text), asked("だ", "よ"))

    assert (found["most-overlap"].items, found["most-overlap"].share) == (1, 1.0)


def test_places_count_only_where_there_are_so_many() -> None:
    found = by_name(asked("あ", "い", key=2), asked("あ", "い", "う", key=3))

    assert found["second"].share == 0.5
    assert (found["third"].items, found["third"].share) == (1, 1.0)


def test_pictures_have_no_length() -> None:
    testlet = asked("あ", "い")
    pictures = replace(testlet.items[0], options=(Option(picture="svg:a"), Option(picture="svg:b")))

    assert set(by_name(Testlet((pictures,)))) == {"first", "second"}


@pytest.mark.parametrize(
    ("share", "avoiding", "items", "is_fair"),
    [
        (0.33, 0.22, 60, True),
        (0.34, 0.22, 60, False),
        (0.10, 0.30, 60, True),
        (0.00, 0.34, 60, False),
        (1.00, 0.00, FEWEST_ITEMS - 1, True),
    ],
)
def test_a_rule_may_gain_eight_points_over_guessing(
    share: float, avoiding: float, items: int, is_fair: bool
) -> None:
    assert Score("longest", items, share, avoiding, chance=0.25).is_fair is is_fair
