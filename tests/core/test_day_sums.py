from hypothesis import given
from hypothesis import strategies as st

from jp_trainer.core.day_sums import Sums

counts = st.builds(Sums, *(st.integers(-99, 99) for _ in range(9)))


@given(counts, counts)
def test_taking_back_undoes_adding(one: Sums, other: Sums) -> None:
    assert one + other + -other == one
    assert one + other == other + one


def test_recall_is_of_cards_asked_before_and_leaves_out_practice() -> None:
    sums = Sums(answered=10, right=7, new=2, new_right=1, practised=50)

    assert sums.recall == 6 / 8


def test_there_is_no_recall_without_cards_asked_before() -> None:
    assert Sums(answered=3, right=3, new=3, new_right=3).recall is None
    assert Sums().recall is None
