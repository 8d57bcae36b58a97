import random
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from jp_trainer import paths
from jp_trainer.core.deck_problems import Severity
from jp_trainer.core.exam import blind_strategies, item_json, item_rules
from jp_trainer.core.exam.automatic_maker import id_of
from jp_trainer.core.exam.drawing import draw_paper, draw_quiz
from jp_trainer.core.exam.items import ErrorCode, ItemType, Testlet
from jp_trainer.core.exam.papers import Mode
from jp_trainer.core.furigana import is_kana, plain
from jp_trainer.core.ids import DeckId
from jp_trainer.core.kana import fold
from jp_trainer.core.morae import sounds
from jp_trainer.core.people import Preferences
from jp_trainer.core.words import Word
from jp_trainer.formats.deck_reader import read_deck
from jp_trainer.formats.field_rules import urdu_findings
from jp_trainer.services import automatic_items, decks, exam_bank, item_readings, people, sitting
from jp_trainer.services.app import App
from tests.examples import Clock, an_app

SECTORS = ("nursing-care", "construction", "agriculture", "manufacturing")
KANA_CODES = {ErrorCode.LEN, ErrorCode.VOICE, ErrorCode.SOKUON, ErrorCode.YOON, ErrorCode.ONKUN}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory):
    app = an_app(tmp_path_factory.mktemp("automatic"), Clock())
    decks.install(app, [DeckId(sector) for sector in SECTORS])
    yield app
    app.database.close()


@pytest.fixture(scope="module")
def words() -> dict[str, Word]:
    found = [word for sector in SECTORS for word in read_deck(paths.decks() / sector).words]
    return {
        id_of(kind.value, word.id): word
        for word in found
        for kind in (ItemType.KANJI_READING, ItemType.ORTHOGRAPHY, ItemType.WORD_MEANING)
    }


@pytest.fixture(scope="module")
def made(app: App) -> tuple[Testlet, ...]:
    """Every item that can be made of the decks, and many tables."""
    blueprint = exam_bank.blueprint(app, "sector-quiz")
    return automatic_items.made_of_decks(app, (), blueprint, random.Random(1), most=500)


def items_of(made, kind: ItemType):
    return [testlet.items[0] for testlet in made if testlet.type is kind]


def test_every_sector_fills_a_whole_paper(app: App) -> None:
    blueprint = exam_bank.blueprint(app, "sector-quiz")
    for sector in SECTORS:
        rng = random.Random(sector)
        bank = automatic_items.made_of_decks(app, [DeckId(sector)], blueprint, rng)

        paper = draw_paper(blueprint, replace(exam_bank.bank(app, "none"), testlets=bank), (), rng)

        assert len(paper.items) == blueprint.count
        assert Counter(i.type for i in paper.items)[ItemType.INFORMATION] == 5


def test_they_pass_the_checker_of_written_items(app: App, made) -> None:
    blueprint = exam_bank.blueprint(app, "sector-quiz")

    wrong = [
        (finding, testlet.items[0].options)
        for testlet in made
        for finding in item_rules.findings_of(testlet, blueprint, {})
        if finding.code.severity is Severity.ERROR
    ]
    urdu = [
        (item.id, findings)
        for testlet in made
        for item in testlet.items
        for text in (item.why.ur, item.statement.ur)
        if (findings := list(urdu_findings(text)))
    ]

    assert wrong == []
    assert urdu == []


def test_the_reading_engine_agrees_with_every_table(app: App, made) -> None:
    tables = [testlet for testlet in made if testlet.type is ItemType.INFORMATION][:120]

    found = [each for t in tables for each in item_readings.findings_of(t, app.reader, None)]

    assert found == []


def test_no_wrong_reading_is_a_true_one_or_sounds_like_it(made, words) -> None:
    found = items_of(made, ItemType.KANJI_READING)
    assert len(found) > 100
    for item in found:
        word = words[item.id]
        key = item.options[item.key - 1].text
        true = {fold(each) for each in (word.reading, *word.also_read)}
        wrong = [o.text for n, o in enumerate(item.options, 1) if n != item.key]

        assert key == fold(word.reading)
        assert not true & set(wrong)
        assert all(sounds(each) != sounds(key) for each in wrong)
        assert all(is_kana(sign) for each in wrong for sign in each)


def test_no_wrong_spelling_is_read_like_the_word(app: App, made, words) -> None:
    found = [
        item
        for item in items_of(made, ItemType.ORTHOGRAPHY)
        if not all(map(is_kana, words[item.id].word))
    ]
    assert len(found) > 50
    for item in found:
        word = words[item.id]
        for number, option in enumerate(item.options, 1):
            if number == item.key:
                assert option.text == word.word
            else:
                assert option.text != word.word
                assert fold(app.reader.pronunciation(option.text)) != fold(word.reading)


def test_no_other_option_means_the_word(made, words) -> None:
    by_spelling = {word.word: word for word in words.values()}
    for item in items_of(made, ItemType.WORD_MEANING):
        key = words[item.id]
        for number, option in enumerate(item.options, 1):
            other = by_spelling[plain(option.text)]
            assert (other.word == key.word) == (number == item.key)
            assert number == item.key or other.meaning_en != key.meaning_en


def test_every_wrong_option_has_its_error_and_kinds_vary(made) -> None:
    codes: Counter[ErrorCode] = Counter()
    for item in items_of(made, ItemType.KANJI_READING):
        assert set(item.errors) == set(range(1, 5)) - {item.key}
        codes.update(item.errors.values())

    assert codes.keys() >= KANA_CODES | {ErrorCode.LOOK}
    assert max(codes.values()) < 0.6 * codes.total()


def test_no_blind_strategy_gains_by_them(app: App) -> None:
    blueprint = exam_bank.blueprint(app, "sector-quiz")
    made = [
        each
        for seed in range(3)
        for each in automatic_items.made_of_decks(app, (), blueprint, random.Random(seed), most=500)
    ]

    for kind in automatic_items.TYPES:
        scores = blind_strategies.scores(tuple(each for each in made if each.type is kind))

        assert scores
        assert [score for score in scores if not score.is_fair] == []


def test_keys_are_spread_over_the_places(made) -> None:
    for kind in (ItemType.KANJI_READING, ItemType.ORTHOGRAPHY, ItemType.WORD_MEANING):
        keys = Counter(item.key for item in items_of(made, kind))

        assert min(keys[n] for n in (1, 2, 3, 4)) > 0.1 * keys.total()


def test_the_right_line_of_a_table_is_not_the_first_or_the_last_alone(made) -> None:
    keys = Counter(item.key for item in items_of(made, ItemType.INFORMATION))

    assert min(keys[n] for n in (1, 2, 3, 4)) > 0.1 * keys.total()


def test_the_same_chance_gives_the_same_items_and_another_gives_others(app: App) -> None:
    blueprint = exam_bank.blueprint(app, "sector-quiz")

    def drawn(seed: int):
        return automatic_items.made_of_decks(app, (), blueprint, random.Random(seed), most=5)

    assert drawn(1) == drawn(1)
    assert drawn(1) != drawn(2)


def test_what_was_met_is_used_last(app: App) -> None:
    blueprint = exam_bank.blueprint(app, "sector-quiz")
    first = automatic_items.made_of_decks(app, (), blueprint, random.Random(1), most=20)
    met = {testlet.id for testlet in first} | {i.id for t in first for i in t.items}

    second = automatic_items.made_of_decks(app, (), blueprint, random.Random(2), met, most=20)

    assert not met & {item.id for testlet in second for item in testlet.items}


def test_quizzes_never_run_out(app: App) -> None:
    blueprint = exam_bank.blueprint(app, "sector-quiz")
    seen: list[list[str]] = []
    for number in range(6):
        rng = random.Random(number)
        met = {each for paper in seen for each in paper}
        bank = automatic_items.made_of_decks(app, [DeckId("agriculture")], blueprint, rng, met)
        quiz = draw_quiz(replace(exam_bank.bank(app, "none"), testlets=bank), 20, seen, rng)

        assert len(quiz.items) == 20
        seen.insert(0, [testlet.id for testlet in quiz.testlets])


def test_a_trainee_begins_a_quiz_of_the_words_of_their_decks(app: App) -> None:
    preferences = Preferences(decks=(DeckId("nursing-care"),), meanings=("en", "ur"))
    who = people.add(app, "Sana", preferences)

    first = sitting.begin(app, who.id, "sector-quiz", Mode.QUIZ, count=10, seed="1")
    again = sitting.begin(app, who.id, "sector-quiz", Mode.QUIZ, count=10, seed="1")

    taught = {word.word for word in read_deck(paths.decks() / "nursing-care").words}
    assert len(first.paper.items) == len(again.paper.items) == 10
    for item in first.paper.items:
        if item.type is ItemType.WORD_MEANING:
            assert {plain(option.text) for option in item.options} <= taught


def test_they_are_kept_whole_like_written_items(made) -> None:
    for testlet in made[::25]:
        assert item_json.of_json(item_json.to_json(testlet)) == testlet


def test_the_sentences_have_no_place_left_open(made) -> None:
    for testlet in made:
        for item in testlet.items:
            for text in (item.stem, item.why.en, item.why.ur, item.statement.en, item.statement.ur):
                assert "<" not in text


def test_a_missing_file_of_sentences_is_noticed(tmp_path: Path, app: App) -> None:
    bare = replace(app, assets_folder=tmp_path)
    blueprint = exam_bank.blueprint(app, "sector-quiz")

    with pytest.raises(KeyError):
        automatic_items.made_of_decks(bare, (), blueprint, random.Random(1))
