from dataclasses import replace

from jp_trainer.core.ids import WordId
from jp_trainer.core.questions import OtherWord
from jp_trainer.core.similar import others_for
from jp_trainer.core.words import Kind, PartOfSpeech, Word

HOSPITAL = Word(
    WordId("d:byouin"), Kind.WORD, "病院", "びょういん", PartOfSpeech.NOUN, "hospital, clinic"
)


def other(id_: str, word: str, reading: str, meaning: str = "") -> OtherWord:
    return OtherWord(WordId(f"d:{id_}"), word, reading, meaning, "")


SALON = other("salon", "美容院", "びよういん", "hair salon")
PATIENT = other("patient", "病人", "びょうにん", "patient")
ILLNESS = other("illness", "病気", "びょうき", "illness")
SURGERY = other("surgery", "診療所", "しんりょうじょ", "clinic")
FARM = other("farm", "農場", "のうじょう", "farm")


def test_words_near_in_form_or_meaning_are_found_and_others_are_not() -> None:
    found = others_for(HOSPITAL, [FARM, ILLNESS, PATIENT, SALON, SURGERY])

    assert set(found) == {SALON, PATIENT, ILLNESS, SURGERY}
    assert found[0] == SURGERY


def test_what_the_deck_links_or_blocks_comes_first_even_if_it_is_far() -> None:
    linked = replace(HOSPITAL, confused_with=(FARM.id,), blocked=("びよういん",))

    assert others_for(linked, [PATIENT, SALON, FARM])[:2] == (FARM, SALON)


def test_the_word_itself_and_its_twin_are_never_among_them() -> None:
    itself = other("byouin", "病院", "びょういん")
    twin = other("twin", "病院", "びょういん")
    asked = replace(HOSPITAL, same_as=twin.id)

    assert others_for(asked, [itself, twin, SALON]) == (SALON,)


def test_another_reading_of_the_same_spelling_is_found() -> None:
    factory = replace(HOSPITAL, word="工場", reading="こうじょう", meaning_en="")
    works = other("works", "工場", "こうば")

    assert others_for(factory, [works, FARM])[0] == works


def test_a_short_word_has_only_its_next_neighbours() -> None:
    ridge = replace(HOSPITAL, word="うね", reading="うね", meaning_en="")
    near, far = other("near", "うで", "うで"), other("far", "かさ", "かさ")

    assert others_for(ridge, [near, far]) == (near,)


def test_no_more_than_the_limit_and_the_same_in_any_order() -> None:
    many = [other(f"n{n:03}", f"病{n}", "びょうき") for n in range(100)]
    found = others_for(HOSPITAL, many, limit=10)

    assert found == tuple(many[:10]) == others_for(HOSPITAL, reversed(many), limit=10)
