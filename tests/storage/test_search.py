from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jp_trainer.core.decks import Deck, Title
from jp_trainer.core.ids import DeckId, WordId
from jp_trainer.core.words import Word
from jp_trainer.storage.database import Database
from jp_trainer.storage.search import INDEX_KEY
from jp_trainer.storage.search_text import folded, search_text

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
CARE, IT = DeckId("care"), DeckId("it-work")
WORDS = (
    ("介護", "かいご", "nursing care", "دیکھ بھال"),
    ("介護福祉士", "かいごふくしし", "care worker", "کیئر ورکر"),
    ("護る", "まもる", "to protect", "بچانا"),
    ("コーヒー", "コーヒー", "coffee", "کافی"),
    ("病院", "びょういん", "hospital", "ہسپتال"),
    ("美容院", "びよういん", "beauty salon", "بیوٹی پارلر"),
    ("事故", "じこ", "accident 100%", "حادثہ"),
    ("人", "ひと", "person", "اِنسان"),
)


@pytest.fixture
def a_word_list(a_word: Callable[..., Word]) -> list[Word]:
    return [
        a_word(f"care:w{n}", word=word, reading=reading, meaning_en=en, meaning_ur=ur)
        for n, (word, reading, en, ur) in enumerate(WORDS)
    ]


@pytest.fixture(params=["index", "texts only"])
def searched(
    request: pytest.FixtureRequest, database: Database, a_word_list: list[Word]
) -> Database:
    """The words, with the index and as if SQLite had no FTS5."""
    with database.write() as change:
        change.decks.install(Deck(CARE, 1, Title("Care")), a_word_list, NOON)
        if request.param == "texts only":
            change.meta.put(INDEX_KEY, "")
    return database


def found(database: Database, query: str, decks: list[DeckId] | None = None) -> list[str]:
    with database.read() as look:
        words = look.words.search(query, decks)
        assert [w.id for w in look.words.find(query, decks)] == [w.id for w in words]
    return [word.word for word in words]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("介護", ["介護", "介護福祉士"]),
        ("護", ["護る", "介護", "介護福祉士"]),
        ("福祉", ["介護福祉士"]),
        ("かいご", ["介護", "介護福祉士"]),
        ("カイゴ", ["介護", "介護福祉士"]),
        ("ｶｲｺﾞ", ["介護", "介護福祉士"]),
        ("kaigo", ["介護", "介護福祉士"]),
        ("KAIG", ["介護", "介護福祉士"]),
        ("こーひー", ["コーヒー"]),
        ("koohii", ["コーヒー"]),
        ("byouin", ["病院"]),
        ("byoin", ["病院"]),
        ("byōin", ["病院"]),
        ("biyouin", ["美容院"]),
        ("ziko", ["事故"]),
        ("jiko", ["事故"]),
        ("care", ["介護福祉士", "介護"]),
        ("care nursing", ["介護"]),
        ("  Care   Worker ", ["介護福祉士"]),
        ("100%", ["事故"]),
        ("_", []),
        ("%", []),
        ("کافی", ["コーヒー"]),
        ("كافي", ["コーヒー"]),
        ("انسان", ["人"]),
        ("پارلر", ["美容院"]),
        ("hospitals", []),
        ("", []),
        ("   ", []),
        ('"', []),
        ('care" OR "x', []),
    ],
)
def test_a_word_is_found_by_any_of_its_texts_best_first(
    searched: Database, query: str, expected: list[str]
) -> None:
    assert found(searched, query) == expected


def test_a_single_latin_letter_finds_beginnings_only(searched: Database) -> None:
    assert "コーヒー" in found(searched, "c")  # coffee
    assert "人" not in found(searched, "r")  # person


def test_search_keeps_to_the_decks_asked_for(
    searched: Database, a_word: Callable[..., Word]
) -> None:
    with searched.write() as change:
        change.decks.install(
            Deck(IT, 1, Title("IT")), [a_word("it-work:care", meaning_en="care")], NOON
        )

    with searched.read() as look:
        assert {w.id for w in look.words.search("care", [IT])} == {"it-work:care"}
        assert "it-work:care" not in {w.id for w in look.words.search("care", [CARE])}
        assert "it-work:care" in {w.id for w in look.words.search("care", [CARE, IT])}
        assert look.words.search("care", []) == ()


def test_at_most_the_limit_is_found_with_the_best_in_it(searched: Database) -> None:
    with searched.read() as look:
        assert [word.word for word in look.words.search("護", limit=1)] == ["護る"]


def test_a_changed_or_removed_word_is_no_longer_found_by_its_old_texts(
    searched: Database, a_word_list: list[Word]
) -> None:
    coffee = replace(a_word_list[3], meaning_en="a hot drink")
    with searched.write() as change:
        change.decks.install(Deck(CARE, 2, Title("Care")), [a_word_list[0], coffee], NOON)

    assert found(searched, "coffee") == []
    assert found(searched, "hot") == ["コーヒー"]
    assert found(searched, "hospital") == []
    assert found(searched, "介護") == ["介護"]


def test_a_missing_index_is_made_when_the_file_is_opened(
    database: Database, a_word_list: list[Word]
) -> None:
    with database.write() as change:
        change.meta.put(INDEX_KEY, "")
        change.decks.install(Deck(CARE, 1, Title("Care")), a_word_list, NOON)
    database.close()

    again = Database(database.path)
    try:
        with again.read() as look:
            assert look.meta.get(INDEX_KEY) != ""
        assert found(again, "福祉") == ["介護福祉士"]
    finally:
        again.close()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    meaning=st.text(st.sampled_from("abcé 介護かカー-\"'*دیھ\ue000\x01"), min_size=1, max_size=8),
    start=st.integers(0, 7),
    length=st.integers(2, 8),
)
def test_any_piece_of_a_text_finds_its_word(
    database: Database, a_word: Callable[..., Word], meaning: str, start: int, length: int
) -> None:
    word = a_word("care:w1", meaning_en=meaning)
    with database.write() as change:
        change.decks.install(Deck(CARE, 1, Title("Care")), [word], NOON)
    piece = folded(meaning)[start : start + length].strip()

    with database.read() as look:
        hits = look.words.search(piece)

    wanted = len(piece) > 1 or (piece != "" and not piece.isascii())
    assert not wanted or [w.id for w in hits] == [word.id]


def test_folding_twice_changes_nothing_more(a_word_list: list[Word]) -> None:
    for word in a_word_list:
        for text in search_text(word).split("\n"):
            assert folded(text) == text


def test_only_ids_of_words_are_returned(searched: Database) -> None:
    with searched.read() as look:
        (word,) = look.words.search("hospital")
    assert word.id == WordId("care:w4")
