import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jp_trainer.core.glosses import contains_gloss, distance, is_meaning, same_gloss


@pytest.mark.parametrize(
    ("typed", "meaning", "is_it"),
    [
        ("hospital", "hospital, clinic", True),
        ("CLINIC", "hospital, clinic", True),
        ("hospitl", "hospital, clinic", True),
        ("thinout", "to thin out (seedlings)", True),
        ("tothinout", "to thin out (seedlings)", True),
        ("seedlings", "to thin out (seedlings)", False),
        ("out", "to thin out (seedlings)", True),
        ("to", "to thin out (seedlings)", False),
        ("of", "out of order", False),
        ("byouin", "hospital, clinic", False),
        ("hospital, clinic", "hospital, clinic", True),
        ("service user", "resident, service user (old)", True),
        ("a service", "resident, service user", True),
        ("fever; heat", "fever; heat", True),
        ("field (for crops, not rice)", "field (for crops, not rice)", True),
        ("kaigo", "care", False),
        ("ہسپتال", "ہسپتال", True),
        ("", "hospital", False),
        ("hospital", "", False),
    ],
)
def test_a_meaning_is_known_from_its_letters(typed: str, meaning: str, is_it: bool) -> None:
    assert is_meaning(typed, meaning) is is_it


def test_articles_order_and_brackets_do_not_set_glosses_apart() -> None:
    assert same_gloss("the floor (wet)", "floor")
    assert same_gloss("a place of rest", "rest place")
    assert not same_gloss("floor", "floor plan")
    assert contains_gloss("floor", "floor plan")
    assert not contains_gloss("", "floor")


@settings(max_examples=100)
@given(st.text("abc", max_size=6), st.text("abc", max_size=6), st.integers(0, 6))
def test_a_distance_is_exact_up_to_its_limit(one: str, other: str, limit: int) -> None:
    exact = distance(one, other, 10)

    assert distance(one, other, limit) == min(exact, limit + 1)
    assert exact == distance(other, one, 10)
    assert (exact == 0) == (one == other)
