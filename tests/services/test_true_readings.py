"""No reading that is right somewhere is called wrong, and none is given away by kana that stand."""

import random
import re
from pathlib import Path

import pytest

from jp_trainer import paths
from jp_trainer.core.exam.items import ItemType
from jp_trainer.core.furigana import is_kana, plain
from jp_trainer.core.ids import DeckId
from jp_trainer.core.kana import fold
from jp_trainer.japanese.readings import Reader
from jp_trainer.services import automatic_items, decks, exam_bank
from tests.examples import Clock, an_app

SECTORS = tuple(sorted(each.parent.name for each in paths.decks().glob("*/words.csv")))


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, tuple[str, ...]]]:
    """Words whose reading is asked, each with the wrong options of two papers."""
    app = an_app(tmp_path_factory.mktemp("readings"), Clock())
    decks.install(app, [DeckId(sector) for sector in SECTORS])
    blueprint = exam_bank.blueprint(app, "sector-quiz")
    found = []
    for seed in range(2):
        rng = random.Random(seed)
        for testlet in automatic_items.made_of_decks(app, (), blueprint, rng, most=600):
            (item,) = testlet.items
            if item.type is ItemType.KANJI_READING:
                word = re.findall(r"\{(.*)\}", item.stem)[0]
                wrong = [o.text for n, o in enumerate(item.options, 1) if n != item.key]
                found.append((word, tuple(wrong)))
    app.database.close()
    return found


def test_every_sector_has_a_quiz_of_thirty(tmp_path: Path) -> None:
    app = an_app(tmp_path, Clock())
    decks.install(app, [DeckId(sector) for sector in SECTORS])
    blueprint = exam_bank.blueprint(app, "sector-quiz")

    for sector in SECTORS:
        made = automatic_items.made_of_decks(app, [DeckId(sector)], blueprint, random.Random(1))
        for section in blueprint.sections:
            for part in section.parts:
                assert sum(t.type is part.type for t in made) >= part.count, (sector, part.type)
    app.database.close()


def test_what_the_dictionary_reads_is_not_wrong(asked) -> None:
    reader = Reader(paths.assets() / "readings")
    words = {word for word, _ in asked}

    assert len(words) > 200
    true = {word: {fold(each) for each in reader.readings_of_one(word)} for word in words}
    assert [(word, wrong) for word, wrong in asked if true[word] & set(wrong)] == []


@pytest.mark.parametrize(
    ("word", "reading"),
    [("玉掛け", "たまがけ"), ("声かけ", "こえがけ"), ("高台", "こうだい"), ("患側", "かんがわ")],
)
def test_what_people_say_besides_is_not_wrong(asked, word: str, reading: str) -> None:
    assert not [wrong for each, wrong in asked if each == word and reading in wrong]


def test_kana_of_the_word_stand_in_every_option(asked) -> None:
    """Whoever sees 埋め戻し can cross out what has no め in it, without knowing a reading."""
    for word, wrong in asked:
        kept = re.compile("".join(fold(each) if is_kana(each) else ".+?" for each in word))
        assert all(kept.fullmatch(each) for each in wrong), (word, wrong)


def test_nothing_else_fits_a_picture(tmp_path: Path) -> None:
    """A spanner is a tool, and a cow does not show whether it is milked."""
    app = an_app(tmp_path, Clock())
    decks.install(app, [DeckId("common-work"), DeckId("agriculture")])
    blueprint = exam_bank.blueprint(app, "sector-quiz")
    beside: dict[str, set[str]] = {"スパナ": set(), "乳牛": set(), "苗": set()}
    for seed in range(8):
        rng = random.Random(seed)
        for testlet in automatic_items.made_of_decks(app, (), blueprint, rng, most=600):
            if testlet.stimulus and testlet.stimulus.picture:
                words = [plain(option.text) for option in testlet.items[0].options]
                beside.get(words[testlet.items[0].key - 1], set()).update(words)
    app.database.close()

    assert all(beside.values())
    assert not beside["スパナ"] & {"工具"}
    assert not beside["乳牛"] & {"肉牛", "子牛"}
    assert not beside["苗"] & {"芽"}


def test_a_word_of_two_scripts_is_explained_in_both(tmp_path: Path) -> None:
    app = an_app(tmp_path, Clock())
    decks.install(app, [DeckId("construction")])
    blueprint = exam_bank.blueprint(app, "sector-quiz")
    made = automatic_items.made_of_decks(app, (), blueprint, random.Random(1), most=600)
    app.database.close()

    told = [t.items[0].why.en for t in made if "石膏ボード is read" in t.items[0].why.en]
    meaning = [why for why in told if "せっこうボード" in why]
    assert meaning
