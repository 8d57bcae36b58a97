"""Looking words up, reading their story, correcting them on this machine."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jp_trainer.core.cards import Aspect
from jp_trainer.core.deck_problems import Code
from jp_trainer.core.events import EventKind, Rating
from jp_trainer.core.ids import DeckId, WordId
from jp_trainer.core.people import Preferences
from jp_trainer.core.questions import Chosen
from jp_trainer.services import decks, profiles, study, undo, words
from jp_trainer.services.errors import EditRefusedError, UnknownWordError
from jp_trainer.services.study_states import Asking
from jp_trainer.services.words import Filter, Stage
from tests.examples import School
from tests.services.playing import answer, asking

HEAD = "id,word,reading,pos,meaning_en,meaning_ur,note_en,near,pair,same_as,example"
HATAKE = "hatake,畑,はたけ,noun,field,کھیت,,はた=old,une,,"
UNE = "une,畝,うね,noun,ridge,وٹ,,,hatake,,"
WriteDeck = Callable[..., Path]


@pytest.fixture
def write_deck(tmp_path: Path) -> WriteDeck:
    def write(*rows: str, deck: str = "farm", version: int = 1) -> Path:
        folder = tmp_path / "brought" / deck
        folder.mkdir(parents=True, exist_ok=True)
        toml = f'format = 1\nid = "{deck}"\nversion = {version}\ntitle = {{ en = "Farm" }}\n'
        (folder / "deck.toml").write_text(toml, encoding="utf-8")
        (folder / "words.csv").write_text("\n".join((HEAD, *rows)), encoding="utf-8")
        return folder

    return write


def found(school: School, query: str = "", **more) -> list[str]:
    return [row.word.word for row in words.search(school.app, school.trainee, query, **more).rows]


@pytest.mark.parametrize(
    "query", ["病院", "びょういん", "ビョウイン", "byouin", "hospital", "ہسپتال"]
)
def test_a_word_is_found_in_every_script(school: School, query: str) -> None:
    assert found(school, query)[0] == "病院"


def test_without_a_query_all_words_come_in_teaching_order(school: School) -> None:
    result = words.search(school.app, school.trainee, limit=3)

    assert [row.word.word for row in result.rows] == ["病院", "病人", "介護"]
    assert result.total == 25
    assert {(row.stage, row.strength, row.due_day) for row in result.rows} == {(Stage.NEW, 0, None)}


def test_filters_follow_what_was_studied(school: School) -> None:
    state = study.begin(school.app, school.trainee)
    first = asking(state).question.word
    state = answer(school, state)
    second = asking(state).question.word
    state = answer(school, state, right=False)
    third = asking(state).question.word
    study.know(school.app, school.trainee, third.id)
    fourth = words.search(school.app, school.trainee, show=Filter.NEW).rows[0].word
    study.rest(school.app, school.trainee, fourth.id, days=3)

    rows = {r.word.id: r for r in words.search(school.app, school.trainee).rows}
    assert rows[first.id].stage is Stage.LEARNING
    assert 1 <= rows[first.id].strength < 4
    assert rows[third.id].stage is Stage.KNOWN
    assert (rows[third.id].strength, rows[third.id].due_day) == (4, None)
    assert rows[fourth.id].due_day == school.clock().study_day + 3
    assert found(school, show=Filter.KNOWN) == [third.word]
    assert found(school, show=Filter.HARD) == [fourth.word]
    assert not {first.word, second.word, third.word} & set(found(school, show=Filter.NEW))
    assert found(school, show=Filter.DUE) == []

    school.clock.sleep(days=30)
    assert set(found(school, show=Filter.DUE)) == {first.word, second.word}


def test_a_query_and_a_filter_go_together(school: School) -> None:
    word = asking(study.begin(school.app, school.trainee)).question.word
    study.know(school.app, school.trainee, word.id)

    assert found(school, word.word, show=Filter.KNOWN) == [word.word]
    assert word.word not in found(school, word.word, show=Filter.NEW)


def test_only_words_of_the_decks_studied_are_shown_and_each_once(
    school: School, write_deck: WriteDeck
) -> None:
    decks.install_folder(school.app, write_deck(HATAKE, UNE))
    row = "hata,畑,はたけ,noun,field,کھیت,,,,farm:hatake,"
    decks.install_folder(school.app, write_deck(row, deck="garden"))

    assert found(school, "畑") == []
    decks.enrol(school.app, school.trainee, [DeckId("farm"), DeckId("garden")])
    assert found(school, "畑") == ["畑"]
    assert found(school, deck=DeckId("garden")) == ["畑"]
    everything = words.search(school.app, None, "畑").rows
    assert [row.word.id for row in everything] == ["farm:hatake"]


def test_details_gather_cards_links_and_other_decks(school: School, write_deck: WriteDeck) -> None:
    decks.install_folder(school.app, write_deck(HATAKE, UNE))
    row = "hata,畑,はたけ,noun,field,کھیت,,,,farm:hatake,"
    decks.install_folder(school.app, write_deck(row, deck="garden"))

    found = words.details(school.app, school.trainee, WordId("farm:hatake"))

    assert [word.id for word in found.pair] == ["farm:une"]
    assert [(deck.id, word.id) for deck, word in found.elsewhere] == [("garden", "garden:hata")]
    assert [card.aspect for card in found.cards] == list(Aspect)
    assert [card.is_open for card in found.cards] == [True, False, False, False, False]
    assert (found.row.stage, found.chapter, found.edited) == (Stage.NEW, None, {})


def test_a_word_nobody_teaches_has_no_details(school: School) -> None:
    with pytest.raises(UnknownWordError):
        words.details(school.app, school.trainee, WordId("test:nothing"))


def test_the_story_of_a_word_is_told_newest_first_without_what_was_taken_back(
    school: School,
) -> None:
    state = study.begin(school.app, school.trainee)
    word = asking(state).question.word
    question = asking(state).question
    wrong = next(i for i, o in enumerate(question.options) if o.word != word.id)
    school.clock.tick()
    recorded = study.answer(
        school.app, school.trainee, question.id, Chosen(wrong), peeked=True, ms=4_000
    )
    assert recorded.event is not None
    school.clock.tick()
    study.override(school.app, school.trainee, recorded.event, right=True)
    school.clock.tick()
    study.rest(school.app, school.trainee, word.id, days=2)
    school.clock.tick()
    study.know(school.app, school.trainee, word.id)
    undo.undo(school.app, school.trainee)

    rested, answered = words.history(school.app, school.trainee, word.id)

    assert (rested.kind, rested.back_on) == (EventKind.RESTED, school.clock().study_day + 2)
    assert (answered.kind, answered.aspect) == (EventKind.ANSWERED, Aspect.MEANING)
    assert (answered.outcome, answered.given) == ("wrong", question.options[wrong].spelling)
    assert answered.chosen is not None
    assert answered.chosen.id == question.options[wrong].word
    assert (answered.rating, answered.overruled) == (Rating.GOOD, True)
    assert (answered.peeked, answered.ms) == (True, 4_000)


def test_an_edit_changes_the_word_here_and_survives_a_new_version(
    school: School, write_deck: WriteDeck
) -> None:
    decks.install_folder(school.app, write_deck(HATAKE, UNE))
    word = WordId("farm:hatake")

    changed, problems = words.edit(
        school.app, word, {"meaning_en": "dry field", "note_en": "ask Bilal", "near": ""}
    )
    newer = HATAKE.replace("field", "crop field").replace("کھیت", "زمین")
    done = decks.install_folder(school.app, write_deck(newer, UNE, version=2))

    assert (changed.meaning_en, changed.note_en, changed.near) == ("dry field", "ask Bilal", ())
    assert problems == ()
    assert done.before == 1
    found = words.details(school.app, school.trainee, word)
    assert (found.row.word.meaning_en, found.row.word.meaning_ur) == ("dry field", "زمین")
    assert found.edited == {"meaning_en": "crop field", "note_en": "", "near": "はた=old"}


def test_going_back_gives_what_the_deck_says(school: School, write_deck: WriteDeck) -> None:
    decks.install_folder(school.app, write_deck(HATAKE, UNE))
    word = WordId("farm:hatake")
    words.edit(school.app, word, {"meaning_en": "dry field", "reading": "はた"})

    changed, _ = words.edit(school.app, word, {"reading": None, "meaning_en": None})

    assert (changed.meaning_en, changed.reading) == ("field", "はたけ")
    assert words.details(school.app, school.trainee, word).edited == {}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"reading": "hatake"}, Code.NOT_KANA),
        ({"meaning_en": ""}, Code.MISSING_FIELD),
        ({"meaning_en": "x" * 31}, Code.TOO_LONG),
        ({"meaning_en": "Ridge"}, Code.DUPLICATE_GLOSS),
        ({"meaning_ur": "field"}, Code.NO_URDU),
        ({"note_en": "a\x00b"}, Code.CONTROL_CHARACTER),
        ({"example": "畑[はたけ"}, Code.BAD_FURIGANA),
        ({"id": "other"}, Code.NOT_EDITABLE),
        ({"same_as": "farm:une"}, Code.NOT_EDITABLE),
    ],
)
def test_an_edit_follows_the_rules_of_decks(
    school: School, write_deck: WriteDeck, changes: dict[str, str | None], code: Code
) -> None:
    decks.install_folder(school.app, write_deck(HATAKE, UNE))
    word = WordId("farm:hatake")

    with pytest.raises(EditRefusedError) as refusal:
        words.edit(school.app, word, changes)

    assert code in [problem.code for problem in refusal.value.problems]
    assert words.details(school.app, school.trainee, word).edited == {}


def test_a_word_that_was_edited_is_asked_as_it_is_now(
    school: School, write_deck: WriteDeck
) -> None:
    rows = [HATAKE, UNE] + [f"w{n},{k},{k},noun,m{n},م{n},,,,," for n, k in enumerate("あいう")]
    decks.install_folder(school.app, write_deck(*rows))
    preferences = Preferences(decks=(DeckId("farm"),))
    profiles.change_preferences(school.app, school.trainee, preferences)
    study.begin(school.app, school.trainee)
    study.prepare(school.app, school.trainee)

    words.edit(school.app, WordId("farm:hatake"), {"meaning_en": "dry field"})

    asked = asking(study.now_asked(school.app, school.trainee)).question
    assert asked.word.meaning_en == "dry field"


def test_the_overview_counts_what_each_filter_would_show(school: School) -> None:
    state = study.begin(school.app, school.trainee)
    answer(school, state)
    rested = words.search(school.app, school.trainee, show=Filter.NEW).rows[0].word
    study.rest(school.app, school.trainee, rested.id, days=3)

    result = words.overview(school.app, school.trainee)

    shown = {show: len(found(school, show=show)) for show in Filter}
    assert result.counts == shown
    assert (shown[Filter.ALL], shown[Filter.NEW], shown[Filter.RESTING]) == (25, 23, 1)
    assert [deck.id for deck in result.decks] == ["test"]
    assert words.overview(school.app, school.trainee, DeckId("none")).counts[Filter.ALL] == 0


def test_each_card_of_a_word_has_a_strength_of_its_own(school: School) -> None:
    word = asking(study.begin(school.app, school.trainee)).question.word
    for _ in range(3):
        state = study.begin(school.app, school.trainee)
        while isinstance(state, Asking):
            state = answer(school, state)
        school.clock.sleep(days=20)

    cards = words.details(school.app, school.trainee, word.id).cards

    assert cards[0].strength == words.details(school.app, school.trainee, word.id).row.strength > 1
    assert cards[-1].strength == 0
