from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from jp_trainer.core.exam import sittings
from jp_trainer.core.exam.blueprints import Blueprint, ClockKind
from jp_trainer.core.exam.papers import Mode, Paper
from jp_trainer.core.exam.sitting_changes import with_time
from jp_trainer.core.exam.sitting_state import (
    SHARED_CLOCK,
    Aid,
    FinishedBy,
    SittingState,
    is_beyond_the_test,
)
from jp_trainer.core.exam.sittings import NotAllowedError, Rule
from jp_trainer.core.study_day import Moment
from tests.papers import a_blueprint, a_paper

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)


def a_sitting(
    blueprint: Blueprint | None = None, paper: Paper | None = None, *aids: Aid
) -> SittingState:
    return sittings.first_state(
        "sitting-1", paper or a_paper(), blueprint or a_blueprint(), Moment(NOW, 300),
        frozenset(aids),
    )  # fmt: skip


def in_listening(blueprint: Blueprint | None = None) -> SittingState:
    return sittings.section_left(a_sitting(blueprint))


def refused(act: Callable[[], SittingState]) -> Rule:
    with pytest.raises(NotAllowedError) as caught:
        act()
    return caught.value.rule


def test_it_begins_at_the_first_question_with_all_the_time() -> None:
    state = a_sitting()

    assert (state.section, state.item, state.clock) == ("script", "s1", SHARED_CLOCK)
    assert state.remaining == 30 * 60_000
    assert state.open_items() == tuple(item.id for item in a_paper().items)


def test_an_answer_is_changed_and_taken_back() -> None:
    state = sittings.answered(a_sitting(), "s2", 1, ms=900)
    state = sittings.answered(state, "s2", 3, ms=100)

    assert dict(state.answers) == {"s2": 3}
    assert dict(state.ms) == {"s2": 1_000}
    assert dict(sittings.answered(state, "s2", 0).answers) == {}


@pytest.mark.parametrize(
    ("item", "option", "rule"),
    [
        ("s1", 4, Rule.UNKNOWN_OPTION),
        ("s1", -1, Rule.UNKNOWN_OPTION),
        ("nowhere", 1, Rule.UNKNOWN_ITEM),
        ("c1-1", 1, Rule.ELSEWHERE),
    ],
)
def test_an_answer_that_the_paper_does_not_have_is_refused(
    item: str, option: int, rule: Rule
) -> None:
    assert refused(lambda: sittings.answered(a_sitting(), item, option)) is rule


def test_within_a_section_one_may_go_anywhere() -> None:
    state = sittings.moved(a_sitting(), "s4", ms=2_000)

    assert (state.item, state.previous_item, state.next_item) == ("s4", "s3", None)
    assert dict(state.ms) == {"s1": 2_000}
    assert sittings.moved(state, "s1").item == "s1"


def test_where_it_only_goes_forward_there_is_one_step_and_no_way_back() -> None:
    state = in_listening()

    assert (state.may_go("c1-2"), state.may_go("c2-1")) == (True, False)
    later = sittings.moved(state, "c1-2")
    assert later.previous_item is None
    assert refused(lambda: sittings.moved(later, "c1-1")) is Rule.NO_WAY_THERE
    assert refused(lambda: sittings.answered(later, "c1-1", 1)) is Rule.ELSEWHERE


def test_where_the_recording_sets_the_pace_nothing_is_heard_twice_and_nobody_goes_back() -> None:
    exam = a_blueprint(ClockKind.PAPER, paced=True, forward_only=False, max_plays=1, reentry=True)
    state = sittings.played(in_listening(exam), "c1-1")
    later = sittings.moved(state, "c1-2")

    assert state.rules.paced
    assert state.leaves_for_good  # the paper is collected
    assert later.previous_item is None
    assert refused(lambda: sittings.played(later, "c1-2")) is Rule.NO_PLAYS_LEFT
    assert refused(lambda: sittings.moved(state, "c3-1")) is Rule.NO_WAY_THERE


def test_a_section_that_was_left_is_closed() -> None:
    state = in_listening()

    assert refused(lambda: sittings.moved(state, "s1")) is Rule.NO_WAY_THERE
    assert not state.may_enter("script")
    assert refused(lambda: sittings.answered(state, "s1", 1)) is Rule.ELSEWHERE
    assert state.next_section is None


def test_where_sections_stay_open_one_may_go_to_and_fro() -> None:
    blueprint = a_blueprint()
    open_sections = tuple(replace(s, reentry=True, forward_only=False) for s in blueprint.sections)
    state = a_sitting(replace(blueprint, sections=open_sections))

    assert not state.leaves_for_good
    there = sittings.moved(state, "c3-1")
    assert there.section == "listening"
    assert sittings.moved(there, "s2").section == "script"


def test_a_clip_is_played_as_often_as_the_test_plays_it() -> None:
    state = in_listening()
    state = sittings.played(sittings.played(state, "c1-1"), "c1-1")

    assert state.plays_left("c1-1") == 0
    assert state.plays_left("c1-2") == 0  # the same clip
    assert state.plays_left("c2-1") == 2
    assert refused(lambda: sittings.played(state, "c1-1")) is Rule.NO_PLAYS_LEFT


def test_replay_is_an_aid_and_opens_the_clip_again() -> None:
    state = in_listening(a_blueprint(max_plays=1))
    state = sittings.played(state, "c1-1")
    helped = sittings.helped(state, "c1-1", Aid.REPLAY)

    assert helped.is_assisted
    assert helped.plays_left("c1-1") is None
    assert sittings.played(helped, "c1-1").plays["c1"] == 2


def test_help_that_the_test_gives_is_no_aid() -> None:
    state = a_sitting(replace(a_blueprint(), help_languages=("ur",), furigana=True))

    for aid, language in ((Aid.STATEMENT, "ur"), (Aid.STATEMENT, "en"), (Aid.FURIGANA, "")):
        assert not is_beyond_the_test(state, aid, language)
        assert not sittings.helped(state, "s1", aid, language).is_assisted


def test_help_beyond_the_test_makes_the_sitting_assisted() -> None:
    state = a_sitting()

    assert is_beyond_the_test(state, Aid.STATEMENT, "ur")
    state = sittings.helped(state, "s1", Aid.STATEMENT, "ur")
    assert state.assisted == {Aid.STATEMENT}
    assert not is_beyond_the_test(state, Aid.STATEMENT, "ur")  # warned once


def test_when_the_time_is_up_nothing_more_is_answered() -> None:
    state = with_time(a_sitting(), 0)

    assert state.is_time_up
    assert refused(lambda: sittings.answered(state, "s1", 1)) is Rule.TIME_UP
    assert refused(lambda: sittings.moved(state, "s2")) is Rule.TIME_UP
    assert refused(lambda: sittings.played(state, "s1")) is Rule.TIME_UP
    assert not any(tile.may_go for tile in state.tiles())


def test_time_never_grows() -> None:
    state = with_time(a_sitting(), 1_000_000)

    assert with_time(state, 1_500_000).remaining == 1_000_000
    assert with_time(state, -5).remaining == 0
    assert with_time(state, None) == state


def test_papers_have_clocks_of_their_own() -> None:
    state = a_sitting(a_blueprint(ClockKind.PAPER))
    state = with_time(state, 5_000)
    later = sittings.section_left(state)

    assert (later.clock, later.remaining) == ("listening", 20 * 60_000)
    assert later.remaining_ms["script"] == 5_000
    assert with_time(later, 0, "script").remaining == 20 * 60_000


def test_a_section_alone_has_its_share_of_the_shared_time() -> None:
    whole = a_paper()
    state = a_sitting(paper=Paper(whole.blueprint, Mode.SECTION, whole.sections[:1]))

    assert dict(state.remaining_ms) == {"script": 15 * 60_000}


def test_a_quiz_has_no_clock_and_no_rules_but_the_first_answer_counts() -> None:
    state = a_sitting(paper=a_paper(Mode.QUIZ))
    state = sittings.answered(state, "s1", 2)

    assert (state.clock, state.plays_left("c1-1")) == (None, None)
    assert refused(lambda: sittings.answered(state, "s1", 1)) is Rule.ANSWER_STANDS
    assert sittings.moved(state, "c3-1").section == "listening"


def test_a_sitting_that_is_over_is_not_changed() -> None:
    state = sittings.finished(a_sitting(), FinishedBy.SUBMITTED, NOW)

    for act in (
        lambda: sittings.answered(state, "s1", 1),
        lambda: sittings.flagged(state, "s1", on=True),
        lambda: sittings.moved(state, "s2"),
        lambda: sittings.helped(state, "s1", Aid.FURIGANA),
        lambda: sittings.section_left(state),
        lambda: sittings.interrupted(state, NOW, 3),
        lambda: sittings.finished(state, FinishedBy.TIME, NOW),
    ):
        assert refused(act) is Rule.FINISHED
    assert state.clock is None


def test_tiles_say_what_is_answered_flagged_current_and_open() -> None:
    state = sittings.answered(a_sitting(), "s1", 1)
    state = sittings.flagged(state, "s3", on=True)

    tiles = state.tiles()

    assert [tile.number for tile in tiles] == [1, 2, 3, 4]
    assert [tile.answered for tile in tiles] == [True, False, False, False]
    assert [tile.flagged for tile in tiles] == [False, False, True, False]
    assert [tile.current for tile in tiles] == [True, False, False, False]
    assert [tile.may_go for tile in tiles] == [False, True, True, True]
    assert state.entry_of("script") == "s2"


def test_a_paper_with_an_empty_section_is_refused() -> None:
    paper = a_paper()
    empty = replace(paper, sections=(replace(paper.sections[0], testlets=()),))

    with pytest.raises(ValueError, match="without items"):
        a_sitting(paper=empty)
