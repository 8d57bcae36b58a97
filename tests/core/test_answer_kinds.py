from dataclasses import replace

import pytest

from jp_trainer.core.answers import (
    Again,
    Note,
    Outcome,
    Reason,
    Verdict,
    mark,
)
from jp_trainer.core.cards import Aspect, card_id
from jp_trainer.core.ids import WordId
from jp_trainer.core.kana import to_kana
from jp_trainer.core.kanji_readings import KanjiReading
from jp_trainer.core.questions import (
    OtherWord,
    Question,
    QuestionId,
    Typed,
    Way,
)
from jp_trainer.core.words import Kind, Near, PartOfSpeech, Word


def a_word(word: str, reading: str, meaning: str = "", **more: object) -> Word:
    plain = Word(WordId("deck:asked"), Kind.WORD, word, reading, PartOfSpeech.NOUN, meaning)
    return replace(plain, **more)  # type: ignore[arg-type]  # fields by name, in tests only


def other(word: str, reading: str, meaning: str = "", id_: str = "deck:other") -> OtherWord:
    return OtherWord(WordId(id_), word, reading, meaning, "")


def asking(word: Word, aspect: Aspect = Aspect.READING, **more: object) -> Question:
    plain = Question(QuestionId("q"), card_id(word.id, aspect), aspect, Way.TYPE, word)
    return replace(plain, **more)  # type: ignore[arg-type]  # fields by name, in tests only


def typed(keys: str) -> Typed:
    """As the answer field hands it over: what it shows, and the raw keys."""
    return Typed(to_kana(keys, final=True), keys if max(keys, default="") < "ǿ" else "")


def marked(word: str, reading: str, keys: str, meaning: str = "") -> Verdict:
    return mark(asking(a_word(word, reading, meaning)), typed(keys))


@pytest.mark.parametrize("keys", ["onna", "ONNA"])
def test_two_n_as_in_print_are_right_with_a_note(keys: str) -> None:
    verdict = marked("女", "おんな", keys)

    assert (verdict.outcome, verdict.note) == (Outcome.RIGHT_WITH_NOTE, Note.DOUBLE_N)


@pytest.mark.parametrize(
    ("reading", "keys"),
    [("しんにゅう", "shinnyuu"), ("しんゆう", "shinnyuu"), ("こんにちは", "konnichiha")],
)
def test_two_n_are_taken_either_way(reading: str, keys: str) -> None:
    assert marked("字", reading, keys).is_right


def test_keys_that_the_field_no_longer_shows_are_not_judged() -> None:
    # The trainee typed onna, then mended the field with the kana table.
    verdict = mark(asking(a_word("女", "おんな", "woman")), Typed("おとこ", "onna"))

    assert verdict.outcome is Outcome.WRONG


def test_the_meaning_in_urdu_is_not_counted_either() -> None:
    word = a_word("病院", "びょういん", "hospital", meaning_ur="ہسپتال")

    assert mark(asking(word), Typed("ہسپتال")).again is Again.MEANING_TYPED


def test_an_answer_that_is_also_an_english_word_is_right() -> None:
    assert marked("酒", "さけ", "sake", meaning="sake, alcohol").outcome is Outcome.RIGHT


def test_another_reading_of_the_deck_is_right() -> None:
    word = a_word("サーバー", "サーバー", also_read=("サーバ",))

    assert mark(asking(word), typed("sa-ba")).outcome is Outcome.RIGHT


def test_a_kana_spelling_of_the_deck_is_right() -> None:
    word = a_word("噎せる", "むせる", also_written=("ムセる", "噎る"))

    assert mark(asking(word), typed("museru")).outcome is Outcome.RIGHT
    assert mark(asking(word), Typed("噎る")).again is Again.KANJI_TYPED


def test_a_near_word_is_right_with_its_note() -> None:
    word = a_word("申し送り", "もうしおくり", near=(Near("ひきつぎ", "wider"), Near("バトン")))
    verdict = mark(asking(word, Aspect.PRODUCTION), typed("hikitsugi"))

    assert (verdict.outcome, verdict.note) == (Outcome.RIGHT_WITH_NOTE, Note.NEAR)
    assert verdict.note_text == "wider"


def test_a_blocked_answer_is_wrong_however_close() -> None:
    # Same sound, and near as well: blocked wins.
    word = a_word("氷", "こおり", near=(Near("こうり"),), blocked=("こうり",))

    assert mark(asking(word), typed("kouri")).outcome is Outcome.WRONG
    assert mark(asking(word), typed("koori")).outcome is Outcome.RIGHT


def test_a_blocked_answer_is_wrong_though_its_letters_are_the_meaning() -> None:
    word = a_word("女", "おんな", "same", blocked=("さめ",))

    assert mark(asking(word), typed("same")).outcome is Outcome.WRONG


def test_the_other_word_is_named_with_the_slip_that_led_there() -> None:
    salon = other("美容院", "びよういん", "hair salon")
    verdict = mark(asking(a_word("病院", "びょういん"), others=(salon,)), typed("biyouin"))

    assert (verdict.reason, verdict.other) == (Reason.SMALL_YA_YU_YO, salon)


def test_another_word_far_off_is_named_as_such() -> None:
    patient = other("病人", "びょうにん", "patient")
    verdict = mark(asking(a_word("病院", "びょういん"), others=(patient,)), typed("byounin"))

    assert (verdict.outcome, verdict.reason) == (Outcome.WRONG, Reason.OTHER_WORD)
    assert verdict.other == patient


def test_another_word_that_sounds_alike_is_wrong() -> None:
    boom = other("景気", "けいき", "economy")
    verdict = mark(asking(a_word("ケーキ", "ケーキ"), others=(boom,)), typed("keiki"))

    assert (verdict.outcome, verdict.other) == (Outcome.WRONG, boom)


def test_another_word_typed_in_kanji_is_named() -> None:
    patient = other("病人", "びょうにん", "patient")
    verdict = mark(asking(a_word("病院", "びょういん"), others=(patient,)), Typed("病人"))

    assert (verdict.reason, verdict.other) == (Reason.OTHER_WORD, patient)
    assert verdict.difference == ()


def test_another_word_of_the_same_spelling_is_another_reading() -> None:
    workshop = other("工場", "こうば", "small works")
    verdict = mark(asking(a_word("工場", "こうじょう"), others=(workshop,)), typed("kouba"))

    assert (verdict.outcome, verdict.again) == (Outcome.TRY_AGAIN, Again.OTHER_READING)
    assert verdict.other == workshop


def test_another_reading_of_a_lone_kanji_is_not_counted() -> None:
    known = (KanjiReading("水", ("すい", "みず")),)
    question = asking(a_word("水", "みず"), kanji_readings=known)

    assert mark(question, typed("sui")).again is Again.OTHER_READING
    assert mark(question, typed("mizo")).outcome is Outcome.WRONG


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ("kaiken", Reason.ON_FOR_KUN),
        ("shiiken", Reason.ON_FOR_KUN),
        ("shiken", Reason.OTHER),
        ("kaineko", Reason.OTHER),
    ],
)
def test_kanji_read_as_elsewhere_are_on_for_kun(keys: str, reason: Reason) -> None:
    known = (KanjiReading("飼", ("か", "し")), KanjiReading("犬", ("いぬ", "けん")))
    verdict = mark(asking(a_word("飼い犬", "かいいぬ"), kanji_readings=known), typed(keys))

    assert (verdict.outcome, verdict.reason) == (Outcome.WRONG, reason)


def test_a_missed_rendaku_is_voicing_and_not_another_reading() -> None:
    known = (KanjiReading("手", ("て",)), KanjiReading("紙", ("かみ", "し")))
    verdict = mark(asking(a_word("手紙", "てがみ"), kanji_readings=known), typed("tekami"))

    assert verdict.reason is Reason.VOICING


def test_a_word_of_the_same_meaning_is_asked_again_in_production() -> None:
    twin = other("仰臥位", "ぎょうがい", "supine position", "deck:twin")
    synonym = other("あお向き", "あおむき", "face up", "deck:synonym")
    word = a_word("仰向け", "あおむけ", "lying on the back, face up", pair=(twin.id,))
    question = asking(word, Aspect.PRODUCTION, others=(twin, synonym))

    for keys, named in (("gyougai", twin), ("aomuki", synonym)):
        verdict = mark(question, typed(keys))
        assert (verdict.again, verdict.other) == (Again.SAME_MEANING, named)


def test_a_word_of_the_same_meaning_is_wrong_where_the_reading_is_asked() -> None:
    twin = other("仰臥位", "ぎょうがい", "supine position", "deck:twin")
    word = a_word("仰向け", "あおむけ", "lying on the back", pair=(twin.id,))

    assert mark(asking(word, others=(twin,)), typed("gyougai")).outcome is Outcome.WRONG


def test_kanji_are_more_than_is_asked_in_production() -> None:
    verdict = mark(asking(a_word("病院", "びょういん"), Aspect.PRODUCTION), Typed("病院"))

    assert (verdict.outcome, verdict.note) == (Outcome.RIGHT_WITH_NOTE, Note.KANJI)


def test_a_vowel_slip_in_what_the_question_hides_is_wrong() -> None:
    assert marked("食べる", "たべる", "toberu").outcome is Outcome.WRONG
    # A word all in kana is asked for exactly these kana.
    assert marked("むせる", "むせる", "museri").outcome is Outcome.WRONG
    word = a_word("食べる", "たべる")
    assert mark(asking(word, Aspect.PRODUCTION), typed("taberi")).outcome is Outcome.WRONG


def test_a_wrong_particle_in_a_phrase_is_named() -> None:
    word = a_word("足が痛い", "あしがいたい", kind=Kind.PHRASE, pos=PartOfSpeech.EXPRESSION)
    verdict = mark(asking(word, Aspect.PRODUCTION), typed("ashi wo itai"))

    assert (verdict.outcome, verdict.reason) == (Outcome.WRONG, Reason.PARTICLE)


@pytest.mark.parametrize(
    ("word", "keys"), [("おはよう", "owayou"), ("歯", "wa"), ("はし", "washi")]
)
def test_ha_that_is_no_particle_is_not_wa(word: str, keys: str) -> None:
    reading = "は" if word == "歯" else word
    asked = a_word(word, reading, pos=PartOfSpeech.EXPRESSION)

    assert mark(asking(asked), typed(keys)).outcome is Outcome.WRONG


def kana_sign(sign: str, latin: str, *others: OtherWord) -> Question:
    word = a_word(sign, sign, latin, kind=Kind.KANA, pos=PartOfSpeech.KANA)
    return asking(word, others=others)


@pytest.mark.parametrize(
    ("sign", "latin", "keys"),
    [
        ("し", "shi", "shi"),
        ("し", "shi", "si"),
        ("シ", "shi", "shi"),
        ("つ", "tsu", "tu"),
        ("ぢ", "ji", "ji"),
        ("ぢ", "ji", "di"),
        ("づ", "zu", "zu"),
        ("を", "wo", "wo"),
        ("ん", "n", "n"),
        ("ん", "n", "nn"),
        ("ティ", "ti", "ti"),
        ("ティ", "ti", "thi"),
        ("チ", "chi", "ti"),
        ("ウォ", "wo", "wo"),
        ("トゥ", "tu", "tu"),
        ("デュ", "dyu", "dyu"),
        ("しゃ", "sha", "sya"),
        ("ヴ", "vu", "vu"),
        ("は", "ha", "HA"),
    ],
)
def test_a_sign_of_a_kana_deck_takes_every_way_to_write_its_sound(
    sign: str, latin: str, keys: str
) -> None:
    assert mark(kana_sign(sign, latin), typed(keys)).outcome is Outcome.RIGHT


def test_a_sign_that_sounds_the_same_is_right_with_a_note() -> None:
    others = (other("お", "お", "o"), other("じ", "じ", "ji", "deck:ji"))

    for sign, latin, given in (("を", "wo", "o"), ("ぢ", "ji", "じ")):
        verdict = mark(kana_sign(sign, latin, *others), typed(given))
        assert verdict.note is Note.SAME_SOUND


def test_a_look_alike_of_a_kana_deck_is_named() -> None:
    ne = other("ね", "ね", "ne")
    verdict = mark(kana_sign("れ", "re", ne), typed("ne"))

    assert (verdict.reason, verdict.other) == (Reason.SIMILAR_KANA, ne)
    assert mark(kana_sign("シ", "shi"), typed("tsu")).reason is Reason.SIMILAR_KANA
    assert mark(kana_sign("は", "ha"), typed("wa")).outcome is Outcome.WRONG
    assert mark(kana_sign("し", "shi"), typed("sh")).again is Again.UNFINISHED
