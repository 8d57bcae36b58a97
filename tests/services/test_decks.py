"""Installing decks: what arrives, what stays, what is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jp_trainer import paths
from jp_trainer.core.deck_problems import Code
from jp_trainer.core.ids import CardId, DeckId, WordId
from jp_trainer.core.people import Preferences
from jp_trainer.core.questions import Chosen
from jp_trainer.services import decks, profiles, study
from jp_trainer.services.errors import DeckRefusedError, OlderDeckError, UnknownDeckError
from jp_trainer.services.study_states import Asking
from jp_trainer.storage import backups
from tests.examples import School

HEAD = "id,word,reading,pos,meaning_en,same_as"
ROWS = (
    "hatake,畑,はたけ,noun,field,",
    "une,畝,うね,noun,ridge,",
    "tane,種,たね,noun,seed,",
    "nae,苗,なえ,noun,seedling,",
    "doro,泥,どろ,noun,mud,",
)
WriteDeck = Callable[..., Path]


@pytest.fixture
def write_deck(tmp_path: Path) -> WriteDeck:
    def write(*rows: str, deck: str = "farm", version: int = 1) -> Path:
        folder = tmp_path / "brought" / deck
        folder.mkdir(parents=True, exist_ok=True)
        toml = f'format = 1\nid = "{deck}"\nversion = {version}\ntitle = {{ en = "Farm" }}\n'
        (folder / "deck.toml").write_text(toml + 'languages = ["en"]\n', encoding="utf-8")
        (folder / "words.csv").write_text("\n".join((HEAD, *rows)), encoding="utf-8")
        return folder

    return write


def words_of(school: School, deck: str) -> list[str]:
    with school.app.database.read() as view:
        return [word.word for word in view.words.of_deck(DeckId(deck))]


def study_only(school: School, deck: str) -> None:
    preferences = Preferences(decks=(DeckId(deck),))
    profiles.change_preferences(school.app, school.trainee, preferences)


def answer_right(school: School) -> CardId:
    """Answer the first question right; returns its card."""
    state = study.begin(school.app, school.trainee)
    assert isinstance(state, Asking)
    question = state.question
    right = [option.word for option in question.options].index(question.word.id)
    study.answer(school.app, school.trainee, question.id, Chosen(right))
    return question.card


def test_a_folder_is_installed_in_its_order(school: School, write_deck: WriteDeck) -> None:
    done = decks.install_folder(school.app, write_deck(*ROWS))

    assert (done.deck.id, done.before, done.words.new) == ("farm", None, 5)
    assert words_of(school, "farm") == ["畑", "畝", "種", "苗", "泥"]


def test_shipped_decks_are_installed_by_id(school: School) -> None:
    done = decks.install(school.app, [DeckId("hiragana"), DeckId("katakana")])

    assert [d.deck.id for d in done] == ["hiragana", "katakana"]
    there = {info.deck.id: info for info in decks.installed(school.app)}
    assert there[DeckId("hiragana")].words == done[0].words.new
    assert there[DeckId("hiragana")].folder == paths.decks() / "hiragana"


def test_what_is_available_says_what_is_installed_in_which_version(
    school: School, write_deck: WriteDeck
) -> None:
    decks.install_folder(school.app, write_deck(*ROWS, version=4))

    infos = {info.deck.id: info for info in decks.available(school.app)}

    hiragana, farm = infos[DeckId("hiragana")], infos[DeckId("farm")]
    assert (hiragana.installed, hiragana.shipped, hiragana.words) == (None, 1, 104)
    assert (farm.installed, farm.shipped, farm.folder, farm.has_update) == (4, None, None, False)


def test_a_newer_version_keeps_all_progress(school: School, write_deck: WriteDeck) -> None:
    decks.install_folder(school.app, write_deck(*ROWS))
    study_only(school, "farm")
    card = answer_right(school)
    with school.app.database.read() as view:
        before = view.card_states.get(school.trainee, card)

    done = decks.install_folder(
        school.app, write_deck(*ROWS[::-1][:4], "ine,稲,いね,noun,rice plant,", ROWS[0], version=2)
    )

    with school.app.database.read() as view:
        after = view.card_states.get(school.trainee, card)
    assert (done.before, done.words.new, done.words.removed) == (1, 1, 0)
    assert after == before
    assert after.reps == 1


def test_a_word_that_leaves_a_deck_keeps_its_history(school: School, write_deck: WriteDeck) -> None:
    decks.install_folder(school.app, write_deck(*ROWS))

    done = decks.install_folder(school.app, write_deck(*ROWS[1:], version=2))

    assert done.words.removed == 1
    assert words_of(school, "farm") == ["畝", "種", "苗", "泥"]
    with school.app.database.read() as view:
        assert view.words.get(WordId("farm:hatake")) is not None


def test_an_older_version_is_refused_with_both_numbers(
    school: School, write_deck: WriteDeck
) -> None:
    decks.install_folder(school.app, write_deck(*ROWS, version=3))

    with pytest.raises(OlderDeckError) as refusal:
        decks.install_folder(school.app, write_deck(*ROWS, version=2))

    assert (refusal.value.found, refusal.value.installed) == (2, 3)


def test_a_deck_with_errors_is_refused_whole_with_all_of_them(
    school: School, write_deck: WriteDeck
) -> None:
    folder = write_deck(*ROWS, "x,木,ki,noun,tree,", "y,草,くさ,verb,grass,")

    with pytest.raises(DeckRefusedError) as refusal:
        decks.install_folder(school.app, folder)

    assert [p.code for p in refusal.value.problems] == [Code.NOT_KANA, Code.UNKNOWN_POS]
    assert words_of(school, "farm") == []


def test_decks_of_one_wish_come_together_or_not_at_all(school: School) -> None:
    with pytest.raises(UnknownDeckError):
        decks.install(school.app, [DeckId("hiragana"), DeckId("martian")])

    assert [info.deck.id for info in decks.installed(school.app)] == ["test"]


def test_changing_an_installed_deck_makes_a_backup_first_and_nothing_else_does(
    school: School, write_deck: WriteDeck
) -> None:
    path = school.app.database.path
    decks.install_folder(school.app, write_deck(*ROWS))
    decks.install_folder(school.app, write_deck(*ROWS))
    assert backups.listed(path) == ()

    decks.install_folder(school.app, write_deck(*ROWS[:4], version=2))

    (backup,) = backups.listed(path)
    assert backup.reason is backups.Reason.BEFORE_IMPORT


def test_the_same_word_of_two_decks_is_one_card(school: School, write_deck: WriteDeck) -> None:
    decks.install_folder(school.app, write_deck(*ROWS))
    rows = ("hata,畑,はたけ,noun,field,farm:hatake", "ike,池,いけ,noun,pond,")
    decks.install_folder(school.app, write_deck(*rows, deck="garden"))
    study_only(school, "farm")
    card = answer_right(school)

    assert card == "farm:hatake/meaning"
    with school.app.database.read() as view:
        progress = view.queues.progress(school.trainee, [DeckId("farm"), DeckId("garden")])
    assert {deck: p.begun for deck, p in progress.items()} == {"farm": 1, "garden": 1}


def test_a_word_whose_other_deck_is_not_there_is_learnt_under_its_name_all_the_same(
    school: School, write_deck: WriteDeck
) -> None:
    rows = ("hata,畑,はたけ,noun,field,farm:hatake", *ROWS[1:])
    decks.install_folder(school.app, write_deck(*rows, deck="garden"))
    study_only(school, "garden")

    assert answer_right(school) == "farm:hatake/meaning"


def test_enrolling_adds_decks_after_those_studied(school: School, write_deck: WriteDeck) -> None:
    decks.install_folder(school.app, write_deck(*ROWS))

    trainee = decks.enrol(school.app, school.trainee, [DeckId("farm"), DeckId("test")])

    assert trainee.preferences.decks == ("test", "farm")
    with pytest.raises(UnknownDeckError):
        decks.enrol(school.app, school.trainee, [DeckId("katakana")])
