from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jp_trainer.core.cards import Aspect, card_id
from jp_trainer.core.day_sums import DaySum, Sums
from jp_trainer.core.events import Event, Rating
from jp_trainer.core.ids import CardId, DeckId, TraineeId, WordId
from jp_trainer.core.scheduling import CardState, advance
from jp_trainer.core.study_day import StudyDay
from jp_trainer.core.word_states import WordState
from jp_trainer.storage import tables
from jp_trainer.storage.database import Database

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ASMA, BILAL = TraineeId("asma"), TraineeId("bilal")
CARE, IT = DeckId("care"), DeckId("it")
TODAY = StudyDay(20_780)
W1 = WordId("care:w1")


def test_a_card_never_asked_is_new(database: Database) -> None:
    with database.read() as look:
        assert look.card_states.get(ASMA, CardId("care:w1/meaning")).is_new


def test_a_state_comes_back_as_it_was_put(
    database: Database, an_event: Callable[..., Event]
) -> None:
    event = replace(an_event(), seq=1)
    state = advance(CardState(CardId(event.subject)), event)
    helped = replace(state, card=card_id(W1, Aspect.READING), needs_help=True, lapses=5)

    with database.write() as change:
        change.card_states.put(ASMA, CardState(state.card), IT, Aspect.MEANING)
        change.card_states.put(ASMA, state, CARE, Aspect.MEANING)
        change.card_states.put(ASMA, helped, CARE, Aspect.READING)

    with database.read() as look:
        assert look.card_states.get(ASMA, state.card) == state
        assert look.card_states.get_many(ASMA, [state.card, CardId("x:y/meaning")]) == {
            state.card: state
        }
        assert look.card_states.of_word(ASMA, W1) == (state, helped)
        assert look.card_states.all(ASMA) == (state, helped)
        assert look.card_states.deck_of(ASMA, state.card) == CARE
        assert look.card_states.all(BILAL) == ()


def test_words_whose_names_begin_alike_keep_their_cards_apart(database: Database) -> None:
    names = ["care:w", "care:w1", "care:w1-2", "care:w10"]
    with database.write() as change:
        for name in names:
            state = CardState(card_id(WordId(name), Aspect.MEANING), reps=1)
            change.card_states.put(ASMA, state, CARE, Aspect.MEANING)

    with database.read() as look:
        for name in names:
            (state,) = look.card_states.of_word(ASMA, WordId(name))
            assert state.card == f"{name}/meaning"


def test_states_of_another_scheduler_are_to_be_rebuilt(database: Database) -> None:
    with database.write() as change:
        for trainee in (ASMA, BILAL):
            change.card_states.put(
                trainee, CardState(CardId("care:w1/meaning")), CARE, Aspect.MEANING
            )
        table = tables.card_state
        change.connection.execute(
            table.update().where(table.c.trainee == ASMA).values(scheduler="fsrs-5")
        )

    with database.write() as change:
        assert change.card_states.to_rebuild() == (ASMA,)
        change.card_states.drop_all(ASMA)
        assert change.card_states.to_rebuild() == ()


def test_a_dropped_card_is_new_again(database: Database) -> None:
    state = CardState(CardId("care:w1/meaning"), reps=1, last_rating=Rating.HARD)
    with database.write() as change:
        change.card_states.put(ASMA, state, CARE, Aspect.MEANING)
        change.card_states.drop(ASMA, state.card)

    with database.read() as look:
        assert look.card_states.get(ASMA, state.card) == CardState(state.card)


def test_what_was_decided_about_a_word_comes_back(
    database: Database, an_event: Callable[..., Event]
) -> None:
    event = an_event()
    known = WordState(W1, known=True, last_event=event.id, last_key=event.order_key)
    resting = WordState(WordId("care:w2"), rest_until_day=StudyDay(TODAY + 3))

    with database.write() as change:
        change.word_states.put(ASMA, WordState(W1))
        change.word_states.put(ASMA, known)
        change.word_states.put(ASMA, resting)

    with database.read() as look:
        assert look.word_states.get(ASMA, W1) == known
        assert look.word_states.get(BILAL, W1) == WordState(W1)
        assert look.word_states.all(ASMA) == (known, resting)


counts = st.builds(Sums, *(st.integers(-5, 50) for _ in range(9)))
days = st.builds(
    DaySum,
    st.integers(TODAY - 3, TODAY).map(StudyDay),
    st.sampled_from([CARE, IT]),
    st.sampled_from(Aspect),
    counts,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(added=st.lists(days, max_size=12), taken=st.lists(days, max_size=4))
def test_sums_are_what_was_added_less_what_was_taken_back(
    database: Database, added: list[DaySum], taken: list[DaySum]
) -> None:
    with database.write() as change:
        change.day_sums.drop_all(ASMA)
        change.day_sums.add_all(ASMA, [*added, *taken])
        change.day_sums.add_all(ASMA, [replace(day, sums=-day.sums) for day in taken])

    last = StudyDay(TODAY - 1)
    wanted = [day for day in added if day.day <= last]
    with database.read() as look:
        assert look.day_sums.total(ASMA, last=last) == sum((d.sums for d in wanted), Sums())
        for found, key in (
            (look.day_sums.by_day(ASMA, last=last), "day"),
            (look.day_sums.by_aspect(ASMA, last=last), "aspect"),
        ):
            expected: dict[object, Sums] = {}
            for day in wanted:
                expected[getattr(day, key)] = expected.get(getattr(day, key), Sums()) + day.sums
            assert {k: v for k, v in found.items() if v != Sums()} == {
                k: v for k, v in expected.items() if v != Sums()
            }
        for study_day, short in look.day_sums.course(ASMA).items():
            whole = look.day_sums.by_day(ASMA, study_day, study_day)[study_day]
            meaning = look.day_sums.by_aspect(ASMA, study_day, study_day).get(Aspect.MEANING)
            assert (short.answered, short.practised) == (whole.answered, whole.practised)
            assert short.ms == whole.ms
            assert short.begun == (meaning.new + meaning.known if meaning else 0)
        parts = look.day_sums.by_deck_and_aspect(ASMA, last=last)
        for deck, aspect in {(day.deck, day.aspect) for day in wanted}:
            own = [d.sums for d in wanted if (d.deck, d.aspect) == (deck, aspect)]
            assert parts.get((deck, aspect), Sums()) == sum(own, Sums())
        rows = look.day_sums.rows(ASMA, last=last)
        assert sum((row.sums for row in rows), Sums()) == look.day_sums.total(ASMA, last=last)


def test_reasons_are_counted_per_range_and_taken_back(database: Database) -> None:
    with database.write() as change:
        change.day_sums.add_reason(ASMA, TODAY, "long vowel")
        change.day_sums.add_reason(ASMA, StudyDay(TODAY - 9), "long vowel", 2)
        change.day_sums.add_reason(ASMA, TODAY, "small tsu")
        change.day_sums.add_reason(ASMA, TODAY, "small tsu", -1)

    with database.read() as look:
        assert look.day_sums.reasons(ASMA) == {"long vowel": 3}
        assert look.day_sums.reasons(ASMA, first=TODAY) == {"long vowel": 1}
        assert look.day_sums.reasons(BILAL) == {}
