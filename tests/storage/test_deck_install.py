from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jp_trainer.core.cards import Aspect
from jp_trainer.core.decks import Chapter, Deck, Title
from jp_trainer.core.ids import DeckId, WordId
from jp_trainer.core.words import Kind, Near, PartOfSpeech, Word
from jp_trainer.storage.database import Database
from jp_trainer.storage.words import Installed

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
CARE = DeckId("care")
DECK = Deck(CARE, 1, Title("Care"))
text = st.text(max_size=5)
texts = st.lists(text, max_size=2).map(tuple)
words = st.builds(
    Word,
    id=st.just(WordId("care:w1")),
    kind=st.sampled_from(Kind),
    word=text,
    reading=text,
    pos=st.sampled_from(PartOfSpeech),
    meaning_en=text,
    meaning_ur=text,
    example=text,
    also_read=texts,
    near=st.lists(st.builds(Near, text, text), max_size=2).map(tuple),
    pair=texts,
    same_as=st.none() | st.just(WordId("it:w1")),
    extra=st.lists(st.tuples(text, text), max_size=2).map(tuple),
)


def install(database: Database, *words: Word, deck: Deck = DECK) -> Installed:
    with database.write() as change:
        return change.decks.install(deck, words, NOON)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(word=words)
def test_any_word_comes_back_as_it_was(database: Database, word: Word) -> None:
    install(database, word)

    with database.read() as look:
        assert look.words.get(word.id) == word
        assert look.words.of_deck(CARE) == (word,)


def test_a_deck_comes_back_as_it_was_with_dates_as_text(database: Database) -> None:
    deck = Deck(
        CARE,
        3,
        Title("Care", "نگہداشت", "介護"),
        sector="nursing-care",
        languages=("en",),
        required=("reading",),
        aspects=(Aspect.READING, Aspect.MEANING),
        chapters=(Chapter("01", Title("Body")),),
        extra={"reviewed": date(2026, 1, 2), "notes": [{"by": "a teacher"}]},
    )

    install(database, deck=deck)

    with database.read() as look:
        kept = replace(deck, extra={"reviewed": "2026-01-02", "notes": [{"by": "a teacher"}]})
        assert look.decks.get(CARE) == kept
        assert look.decks.all() == (kept,)
        assert look.decks.get(DeckId("other")) is None


def test_a_newer_version_says_what_changed_and_keeps_removed_words_for_their_history(
    database: Database, a_word: Callable[..., Word]
) -> None:
    one, two, three = (a_word(f"care:w{n}", meaning_en=f"meaning {n}") for n in (1, 2, 3))
    mended = replace(two, meaning_en="a better meaning")
    four = a_word("care:w4")

    assert install(database, one, two, three) == Installed(3, 0, 0, 0)
    assert install(database, one, two, three) == Installed(0, 0, 3, 0)
    assert install(database, one, mended, four) == Installed(new=1, changed=1, same=1, removed=1)

    with database.read() as look:
        assert look.words.of_deck(CARE) == (one, mended, four)
        assert look.words.get(three.id) == three
        assert look.words.get_many([one.id, three.id, WordId("care:never")]) == {
            one.id: one,
            three.id: three,
        }
        assert look.decks.word_counts() == {CARE: 3}
    assert install(database, three) == Installed(new=0, changed=1, same=0, removed=3)


def test_teaching_order_is_the_order_given(database: Database, a_word: Callable[..., Word]) -> None:
    one, two = a_word("care:w1"), a_word("care:w2")
    install(database, one, two)

    assert install(database, two, one).changed == 2

    with database.read() as look:
        assert look.words.of_deck(CARE) == (two, one)


def test_decks_stay_in_the_order_of_their_first_installation(database: Database) -> None:
    for number, name in enumerate(("care", "it", "care")):
        with database.write() as change:
            deck = Deck(DeckId(name), number, Title(name))
            change.decks.install(deck, [], NOON + timedelta(days=number))

    with database.read() as look:
        assert [(deck.id, deck.version) for deck in look.decks.all()] == [("care", 2), ("it", 1)]


def test_a_word_given_twice_is_refused(database: Database, a_word: Callable[..., Word]) -> None:
    with pytest.raises(ValueError, match="care:w1"):
        install(database, a_word("care:w1"), a_word("care:w1"))

    with database.read() as look:
        assert look.decks.all() == ()


def test_the_word_of_a_card_is_shown_as_the_trainee_s_own_decks_have_it(
    database: Database, a_word: Callable[..., Word]
) -> None:
    hospital = a_word("care:hospital", meaning_en="hospital")
    same = a_word("it:hospital", same_as=hospital.id, meaning_en="clinic")
    it = DeckId("it")
    install(database, same, deck=replace(DECK, id=it))
    install(database, hospital)

    with database.read() as look:
        assert look.words.learnt_as([hospital.id], [CARE, it]) == {hospital.id: hospital}
        assert look.words.learnt_as([hospital.id], [it]) == {hospital.id: same}
        assert look.words.learnt_as([hospital.id], []) == {}


def test_short_forms_hold_what_a_wrong_answer_is_compared_with(
    database: Database, a_word: Callable[..., Word]
) -> None:
    noun = a_word("care:w1", meaning_en="care", meaning_ur="نگہداشت")
    verb = a_word("care:w2", pos=PartOfSpeech.VERB_U)
    install(database, noun, verb)

    with database.read() as look:
        first, second = look.words.others([CARE])
        assert (first.id, first.word, first.reading) == (noun.id, "介護", "かいご")
        assert (first.meaning_en, first.meaning_ur) == ("care", "نگہداشت")
        assert second.id == verb.id
        assert look.words.of_pos(CARE, PartOfSpeech.VERB_U) == (verb,)


def test_the_revision_changes_with_the_words_and_with_nothing_else(
    database: Database, a_word: Callable[..., Word]
) -> None:
    install(database, a_word("care:w1"))
    with database.read() as look:
        first = look.words.revision()

    install(database, a_word("care:w1"))
    with database.read() as look:
        assert look.words.revision() == first

    install(database, a_word("care:w1", meaning_en="care"))
    with database.read() as look:
        assert look.words.revision() != first
