"""What is written down of a sitting gives it back, whatever came when, whatever the clock said."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jp_trainer.core.events import Event
from jp_trainer.core.exam import sitting_log
from jp_trainer.core.exam.blueprints import ClockKind
from jp_trainer.core.exam.papers import Mode
from jp_trainer.core.exam.sitting_log import BreakKind
from jp_trainer.core.exam.sitting_state import Aid, SittingState
from jp_trainer.core.exam.sittings import NotAllowedError
from jp_trainer.core.ids import EventId
from jp_trainer.core.people import Preferences
from jp_trainer.services import people, sitting, sitting_cache
from tests.examples import School
from tests.papers import OPTIONS, a_blueprint, a_paper
from tests.services.caches import assert_caches_are_the_log

steps = st.tuples(
    st.sampled_from(
        ["answer", "answer", "move", "move", "flag", "play", "help", "leave", "tick", "resume"]
    ),
    st.integers(0, 7),  # which item
    st.integers(0, OPTIONS),
    st.integers(0, 40_000),  # ms that went by
    st.integers(-10_000_000, 10_000_000),  # s that the computer's clock was set by
)
papers = st.builds(a_paper, st.sampled_from(Mode))
blueprints = st.builds(
    a_blueprint,
    st.sampled_from(ClockKind),
    max_plays=st.integers(1, 2),
    forward_only=st.booleans(),
    reentry=st.booleans(),
)
few = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def do(
    school: School, state: SittingState, step: tuple[Any, ...], left: int | None
) -> SittingState:
    kind, number, option, ms, _ = step
    app, id = school.app, state.id
    item = state.paper.items[number].id
    aid = tuple(Aid)[option % len(Aid)]
    acts: dict[str, Callable[[], SittingState]] = {
        "answer": lambda: sitting.answer(app, id, item, option, ms=ms, remaining_ms=left),
        "move": lambda: sitting.move(app, id, item, ms=ms, remaining_ms=left),
        "flag": lambda: sitting.flag(app, id, item, on=option > 1, remaining_ms=left),
        "play": lambda: sitting.play(app, id, item, remaining_ms=left),
        "help": lambda: sitting.help(app, id, item, aid, "ur", remaining_ms=left),
        "leave": lambda: sitting.leave_section(app, id, ms=ms, remaining_ms=left),
        "tick": lambda: sitting.tick(app, id, left or 0),
        "resume": lambda: sitting.resume(app, id),
    }
    return acts[kind]()


def sat(
    school: School, begun: SittingState, script: Sequence[tuple[Any, ...]]
) -> tuple[SittingState, dict[str, int]]:
    """The sitting after these steps, and what should be left of the time, by clock."""
    state, expected = begun, dict(begun.remaining_ms)
    for step in script:
        school.clock.tick(step[-1])
        clock = state.clock
        left = None if clock is None else max(0, expected[clock] - step[3])
        try:
            state = do(school, state, step, left)
        except NotAllowedError:
            continue
        if clock is not None and left is not None and step[0] != "resume":
            expected[clock] = left
    return state, expected


@few
@given(paper=papers, blueprint=blueprints, script=st.lists(steps, max_size=25), seed=st.integers())
def test_whatever_happens_in_whatever_order_it_arrives_the_log_gives_the_sitting_back(
    school: School, paper: Any, blueprint: Any, script: list[tuple[Any, ...]], seed: int
) -> None:
    trainee = people.add(school.app, "Sana", Preferences()).id
    begun = sitting.begin_paper(school.app, trainee, blueprint, paper)

    state, expected = sat(school, begun, script)

    # The clock of the exam follows what the screen counted, and never the computer's clock.
    assert dict(sitting.load(school.app, state.id).remaining_ms) == expected
    with school.app.database.read() as view:
        events = list(view.events.of_subject(trainee, state.id))
        kept = sitting_cache.load(view, state.id)
    random.Random(seed).shuffle(events)
    replayed = sitting_log.replay(events, paper, blueprint)
    assert replayed is not None
    assert replace(replayed, remaining_ms={}) == replace(kept, remaining_ms={})
    assert sitting_log.breaks(events) == ()
    assert_caches_are_the_log(School(school.app, school.clock, trainee))


@few
@given(script=st.lists(steps, min_size=2, max_size=12), chance=st.randoms(use_true_random=False))
def test_a_changed_a_lost_and_an_added_event_break_the_chain(
    school: School, script: list[tuple[Any, ...]], chance: random.Random
) -> None:
    trainee = people.add(school.app, "Sana", Preferences()).id
    begun = sitting.begin_paper(school.app, trainee, a_blueprint(), a_paper())
    sitting.flag(school.app, begun.id, "s1", on=True)
    sat(school, begun, script)
    with school.app.database.read() as view:
        events = sitting_log.ordered(view.events.of_subject(trainee, begun.id))
    at = chance.randrange(len(events) - 1)  # the last one is the seal's

    changed = replace(events[at], body={**events[at].body, "option": 9})
    lost = [event for event in events if event is not events[at]]
    copied = replace(events[at], id=EventId("copied"))

    assert sitting_log.breaks([*lost, changed]) != ()
    assert sitting_log.breaks(lost) != ()
    assert sitting_log.breaks([*events, copied]) != ()


def test_a_changed_last_event_changes_the_seal(school: School) -> None:
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper())
    done = sitting.finish(school.app, begun.id)
    with school.app.database.read() as view:
        events = sitting_log.ordered(view.events.of_subject(school.trainee, begun.id))

    forged = _replayed([*events[:-1], replace(events[-1], body={**events[-1].body, "how": "time"})])

    assert sitting_log.seal(forged) != sitting_log.seal(done)
    assert len(sitting_log.seal(done)) == len("7F3A-91C2-04BE")


def test_two_sittings_that_follow_the_same_answer_are_seen_as_forked(school: School) -> None:
    begun = sitting.begin_paper(school.app, school.trainee, a_blueprint(), a_paper())
    sitting.answer(school.app, begun.id, "s1", 1)
    with school.app.database.read() as view:
        first, answer = view.events.of_subject(school.trainee, begun.id)
    other = replace(answer, id=EventId("other"), body={**answer.body, "option": 2})

    (found,) = sitting_log.breaks([first, answer, other])

    assert found.kind is BreakKind.FORKED


def _replayed(events: Sequence[Event]) -> SittingState:
    state = sitting_log.replay(events, a_paper(), a_blueprint())
    assert state is not None
    return state
