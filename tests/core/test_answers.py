from dataclasses import replace

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from jp_trainer.core.answers import (
    Again,
    Cell,
    NoSuchOptionError,
    NotAskedThatWayError,
    Note,
    Outcome,
    Reason,
    Verdict,
    mark,
    rating_of,
)
from jp_trainer.core.cards import Aspect, card_id
from jp_trainer.core.events import Rating
from jp_trainer.core.ids import WordId
from jp_trainer.core.kana import to_kana
from jp_trainer.core.kanji_readings import KanjiReading
from jp_trainer.core.questions import (
    Chosen,
    GaveUp,
    Option,
    OtherWord,
    Question,
    QuestionId,
    SaidKnown,
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


RIGHT = [
    ("介護", "かいご", "kaigo"),
    ("介護", "かいご", "KAIGO"),
    ("介護", "かいご", "Kaigo"),
    ("介護", "かいご", "かいご"),
    ("介護", "かいご", "カイゴ"),
    ("介護", "かいご", "ｶｲｺﾞ"),
    ("介護", "かいご", "ｋａｉｇｏ"),
    ("介護", "かいご", " kaigo "),
    ("点滴", "てんてき", "tenteki"),
    ("今夜", "こんや", "kon'ya"),
    ("今夜", "こんや", "konnya"),
    ("今夜", "こんや", "kon’ya"),
    ("ラーメン", "ラーメン", "ra-men"),
    ("ラーメン", "ラーメン", "らーめん"),
    ("ラーメン", "ラーメン", "RA-MEN"),
    ("待って", "まって", "matte"),
    ("お母さん", "おかあさん", "okaasan"),
    ("お母さん", "おかあさん", "okāsan"),
    ("切手", "きって", "kitte"),
    ("学校", "がっこう", "gakkou"),
    ("学校", "がっこう", "gakkō"),
    ("学校", "がっこう", "gakkô"),
    ("大きい", "おおきい", "ookii"),
    ("大きい", "おおきい", "ōkii"),
    ("東京", "とうきょう", "tōkyō"),
    ("住所", "じゅうしょ", "juusho"),
    ("住所", "じゅうしょ", "zyuusyo"),
    ("住所", "じゅうしょ", "jūsho"),
    ("病院", "びょういん", "byouin"),
    ("病院", "びょういん", "byouinn"),
    ("女", "おんな", "onnna"),
    ("全員", "ぜんいん", "zen'in"),
    ("全員", "ぜんいん", "zennin"),
    ("新聞", "しんぶん", "shimbun"),
    ("抹茶", "まっちゃ", "matcha"),
    ("雑誌", "ざっし", "zassi"),
    ("続き", "つづき", "tuduki"),
    ("ティッシュ", "ティッシュ", "thisshu"),
    ("ウイルス", "ウイルス", "uirusu"),
    ("ファイル", "ファイル", "fairu"),
    ("ボディ・メカニクス", "ボディ・メカニクス", "bodhimekanikusu"),
    ("お加減はいかがですか", "おかげんはいかがですか", "okagen ha ikaga desuka?"),
    ("申し送り", "もうしおくり", "moushiokuri"),
    ("申し送り", "もうしおくり", "mousiokuri"),
    ("チェック", "チェック", "chekku"),
    ("酒", "さけ", "sake"),
]


@pytest.mark.parametrize(("word", "reading", "keys"), RIGHT)
def test_what_fits_is_right(word: str, reading: str, keys: str) -> None:
    verdict = marked(word, reading, keys)

    assert verdict.outcome is Outcome.RIGHT, verdict
    assert verdict.difference == ()


SAME_SOUND = [
    ("計画", "けいかく", "ke-kaku"),
    ("ケーキ", "ケーキ", "keeki"),
    ("ケーキ", "ケーキ", "keiki"),
    ("先生", "せんせい", "sensee"),
    ("大きい", "おおきい", "oukii"),
    ("通り", "とおり", "touri"),
    ("道路", "どうろ", "dooro"),
    ("続き", "つづき", "tsuzuki"),
    ("鼻血", "はなぢ", "hanaji"),
    ("縮む", "ちぢむ", "chijimu"),
    ("手術", "しゅじゅつ", "shudyutsu"),
    ("お姉さん", "おねえさん", "oneisan"),
    ("ヴァイオリン", "ヴァイオリン", "baiorin"),
    ("サーバー", "サーバー", "saabaa"),
    ("こんばんは", "こんばんは", "konbanwa"),
    ("お加減はいかがですか", "おかげんはいかがですか", "okagenwaikagadesuka"),
    ("手を洗う", "てをあらう", "teoarau"),
    ("どちらへ", "どちらへ", "dochirae"),
]


@pytest.mark.parametrize(("word", "reading", "keys"), SAME_SOUND)
def test_other_kana_of_the_same_sound_are_right_with_a_note(
    word: str, reading: str, keys: str
) -> None:
    phrase = len(word) >= 4
    asked = a_word(word, reading, kind=Kind.PHRASE if phrase else Kind.WORD)
    verdict = mark(asking(asked), typed(keys))

    assert (verdict.outcome, verdict.note) == (Outcome.RIGHT_WITH_NOTE, Note.SAME_SOUND), verdict
    assert any(not cell.same for cell in verdict.difference)
    assert rating_of(verdict, peeked=False) is Rating.GOOD


WRONG = [
    ("病院", "びょういん", "byoin", Reason.LONG_VOWEL),
    ("お母さん", "おかあさん", "okasan", Reason.LONG_VOWEL),
    ("おばさん", "おばさん", "obaasan", Reason.LONG_VOWEL),
    ("学校", "がっこう", "gakko", Reason.LONG_VOWEL),
    ("住所", "じゅうしょ", "jusho", Reason.LONG_VOWEL),
    ("住所", "じゅうしょ", "juushou", Reason.LONG_VOWEL),
    ("サーバー", "サーバー", "saba", Reason.LONG_VOWEL),
    ("ビル", "ビル", "bi-ru", Reason.LONG_VOWEL),
    ("雪", "ゆき", "yuuki", Reason.LONG_VOWEL),
    ("東京", "とうきょう", "tokyo", Reason.LONG_VOWEL),
    ("計画", "けいかく", "kekaku", Reason.LONG_VOWEL),
    ("学校", "がっこう", "gakou", Reason.SMALL_TSU),
    ("切手", "きって", "kite", Reason.SMALL_TSU),
    ("来て", "きて", "kitte", Reason.SMALL_TSU),
    ("切手", "きって", "kitsute", Reason.SMALL_TSU),
    ("雑誌", "ざっし", "zashi", Reason.SMALL_TSU),
    ("作曲", "さっきょく", "sakyoku", Reason.SMALL_TSU),
    ("病院", "びょういん", "biyouin", Reason.SMALL_YA_YU_YO),
    ("美容院", "びよういん", "byouin", Reason.SMALL_YA_YU_YO),
    ("自由", "じゆう", "juu", Reason.SMALL_YA_YU_YO),
    ("旅行", "りょこう", "riyokou", Reason.SMALL_YA_YU_YO),
    ("旅行", "りょこう", "rokou", Reason.SMALL_YA_YU_YO),
    ("消毒", "しょうどく", "soudoku", Reason.SMALL_YA_YU_YO),
    ("手術", "しゅじゅつ", "shujitsu", Reason.SMALL_YA_YU_YO),
    ("シャツ", "シャツ", "shiyatsu", Reason.SMALL_YA_YU_YO),
    ("手紙", "てがみ", "tekami", Reason.VOICING),
    ("介護", "かいご", "kaiko", Reason.VOICING),
    ("電話", "でんわ", "tenwa", Reason.VOICING),
    ("足場", "あしば", "ashiha", Reason.VOICING),
    ("三本", "さんぼん", "sanpon", Reason.VOICING),
    ("型枠", "かたわく", "gatawaku", Reason.VOICING),
    ("時間", "じかん", "chikan", Reason.VOICING),
    ("今夜", "こんや", "konya", Reason.N_SOUND),
    ("信用", "しんよう", "shinyou", Reason.N_SOUND),
    ("禁煙", "きんえん", "kinen", Reason.N_SOUND),
    ("点滴", "てんてき", "teteki", Reason.N_SOUND),
    ("看護", "かんご", "kangonn", Reason.N_SOUND),
    ("記念", "きねん", "kin'en", Reason.N_SOUND),
    ("シャツ", "シャツ", "shashi", Reason.SIMILAR_KANA),
    ("ソフト", "ソフト", "nfuto", Reason.SIMILAR_KANA),
    ("ノギス", "ノギス", "nogitsu", Reason.SIMILAR_KANA),
    ("うね", "うね", "ure", Reason.SIMILAR_KANA),
    ("耳", "みみ", "mimu", Reason.SIMILAR_KANA),
    ("椅子", "いす", "esu", Reason.SIMILAR_KANA),
    ("畑", "はたけ", "hatage", Reason.VOICING),
    ("足場", "あしば", "kurumaisu", Reason.OTHER),
    ("車", "くるま", "kurumamama", Reason.OTHER),
    ("不良品", "ふりょうひん", "ryouhin", Reason.OTHER),
]


@pytest.mark.parametrize(("word", "reading", "keys", "reason"), WRONG)
def test_a_wrong_sound_is_wrong_and_named(
    word: str, reading: str, keys: str, reason: Reason
) -> None:
    verdict = marked(word, reading, keys)

    assert (verdict.outcome, verdict.reason) == (Outcome.WRONG, reason), verdict
    assert rating_of(verdict, peeked=True) is Rating.AGAIN
    assert any(not cell.same for cell in verdict.difference)


NOT_COUNTED = [
    ("病院", "びょういん", "hospital, clinic", "hospital", Again.MEANING_TYPED),
    ("病院", "びょういん", "hospital, clinic", "Clinic", Again.MEANING_TYPED),
    ("病院", "びょういん", "hospital, clinic", "hospitl", Again.MEANING_TYPED),
    ("仰臥位", "ぎょうがい", "supine position", "supineposition", Again.MEANING_TYPED),
    ("仰臥位", "ぎょうがい", "supine position", "supine position", Again.MEANING_TYPED),
    ("間引く", "まびく", "to thin out (seedlings)", "thin out", Again.MEANING_TYPED),
    ("サーバー", "サーバー", "server (computer)", "server", Again.MEANING_TYPED),
    ("家", "いえ", "house, home", "home", Again.MEANING_TYPED),
    ("病院", "びょういん", "hospital", "byouib", Again.UNFINISHED),
    ("病院", "びょういん", "hospital", "びょうq", Again.UNFINISHED),
    ("病院", "びょういん", "hospital", "病院", Again.KANJI_TYPED),
    ("病院", "びょういん", "hospital", "医院", Again.KANJI_TYPED),
    ("病院", "びょういん", "hospital", "", Again.EMPTY),
    ("病院", "びょういん", "hospital", " 　", Again.EMPTY),
    ("病院", "びょういん", "hospital", "?!", Again.EMPTY),
    ("Wi-Fi", "ワイファイ", "wireless network", "wifi", Again.KANJI_TYPED),
    ("食べる", "たべる", "to eat", "taberi", Again.SHOWN_KANA),
    ("申し送り", "もうしおくり", "shift handover", "mousuokuri", Again.SHOWN_KANA),
]


@pytest.mark.parametrize(("word", "reading", "meaning", "keys", "why"), NOT_COUNTED)
def test_an_answer_to_another_question_is_not_counted(
    word: str, reading: str, meaning: str, keys: str, why: Again
) -> None:
    verdict = marked(word, reading, keys, meaning)

    assert (verdict.outcome, verdict.again) == (Outcome.TRY_AGAIN, why), verdict
    assert rating_of(verdict, peeked=False) is None


def test_the_tables_hold_more_than_a_hundred_and_twenty_cases() -> None:
    assert len(RIGHT) + len(SAME_SOUND) + len(WRONG) + len(NOT_COUNTED) > 120


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


@pytest.mark.parametrize("keys", ["kaiken", "shiinu", "shiken"])
def test_kanji_read_as_elsewhere_are_on_for_kun(keys: str) -> None:
    known = (KanjiReading("飼", ("か", "し")), KanjiReading("犬", ("いぬ", "けん")))
    verdict = mark(asking(a_word("飼い犬", "かいいぬ"), kanji_readings=known), typed(keys))

    expected = Reason.ON_FOR_KUN if keys == "kaiken" else verdict.reason
    assert (verdict.outcome, verdict.reason) == (Outcome.WRONG, expected)


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


def test_the_difference_shows_both_rows_in_beats() -> None:
    verdict = marked("病院", "びょういん", "biyouin")

    assert verdict.difference == (
        Cell("び", "びょ", same=False, slip=Reason.SMALL_YA_YU_YO),
        Cell("よ", "", same=False, slip=Reason.SMALL_YA_YU_YO),
        Cell("う", "う", same=True),
        Cell("い", "い", same=True),
        Cell("ん", "ん", same=True),
    )


def test_the_difference_points_at_the_sound_and_not_at_the_spelling() -> None:
    cells = marked("コーヒー", "コーヒー", "kouhi").difference

    assert [cell.same for cell in cells] == [True, True, True, False]
    assert [cell.given for cell in cells] == ["コ", "ウ", "ヒ", ""]


def test_the_nearest_of_several_readings_is_compared() -> None:
    word = a_word("日本", "にほん", also_read=("にっぽん",))
    verdict = mark(asking(word), typed("nippo"))

    assert (verdict.asked, verdict.reason) == ("にっぽん", Reason.N_SOUND)


OPTIONS = (
    Option(WordId("deck:a"), "apple", "سیب", "林檎", "りんご"),
    Option(WordId("deck:asked"), "hospital", "ہسپتال", "病院", "びょういん"),
)


def choosing() -> Question:
    word = a_word("病院", "びょういん")
    return asking(word, Aspect.MEANING, way=Way.CHOOSE, options=OPTIONS)


def test_the_right_option_is_right_and_a_wrong_one_is_named() -> None:
    assert mark(choosing(), Chosen(1)).outcome is Outcome.RIGHT
    wrong = mark(choosing(), Chosen(0))

    assert (wrong.outcome, wrong.reason) == (Outcome.WRONG, Reason.OTHER_WORD)
    assert wrong.other == OtherWord(WordId("deck:a"), "林檎", "りんご", "apple", "سیب")
    assert (wrong.asked, wrong.given) == ("びょういん", "林檎")


@pytest.mark.parametrize("index", [-1, 2])
def test_an_option_that_is_not_there_is_refused(index: int) -> None:
    with pytest.raises(NoSuchOptionError):
        mark(choosing(), Chosen(index))


def test_an_answer_of_another_kind_is_refused() -> None:
    with pytest.raises(NotAskedThatWayError):
        mark(choosing(), Typed("びょういん"))
    with pytest.raises(NotAskedThatWayError):
        mark(asking(a_word("字", "じ")), SaidKnown(knew=True))


def test_who_looks_says_whether_it_was_known() -> None:
    question = replace(choosing(), way=Way.REVEAL, options=())

    assert mark(question, SaidKnown(knew=True)).outcome is Outcome.RIGHT
    assert mark(question, SaidKnown(knew=False)).outcome is Outcome.WRONG


@pytest.mark.parametrize("way", list(Way))
def test_giving_up_is_wrong_without_a_reason(way: Way) -> None:
    verdict = mark(replace(choosing(), way=way), GaveUp())

    assert (verdict.outcome, verdict.reason) == (Outcome.WRONG, None)
    assert verdict.asked == "びょういん"


@pytest.mark.parametrize(
    ("outcome", "peeked", "rating"),
    [
        (Outcome.RIGHT, False, Rating.GOOD),
        (Outcome.RIGHT, True, Rating.HARD),
        (Outcome.RIGHT_WITH_NOTE, False, Rating.GOOD),
        (Outcome.RIGHT_WITH_NOTE, True, Rating.HARD),
        (Outcome.WRONG, False, Rating.AGAIN),
        (Outcome.WRONG, True, Rating.AGAIN),
        (Outcome.TRY_AGAIN, False, None),
        (Outcome.TRY_AGAIN, True, None),
    ],
)
def test_the_outcome_and_a_peek_make_the_rating(
    outcome: Outcome, peeked: bool, rating: Rating | None
) -> None:
    assert rating_of(Verdict(outcome), peeked=peeked) is rating


@settings(max_examples=100)
@for_all(st.text(max_size=20), st.text(max_size=12))
def test_any_text_is_marked(kana: str, keys: str) -> None:
    mark(asking(a_word("病院", "びょういん", "hospital")), Typed(kana, keys))


@settings(max_examples=100)
@for_all(st.text("かきくがぎいうえおっんーょゃしじ", min_size=1, max_size=8))
def test_the_two_rows_hold_what_was_given_and_asked(kana: str) -> None:
    verdict = mark(asking(a_word("病院", "びょういん")), Typed(kana))

    if verdict.outcome is Outcome.WRONG:
        assert "".join(cell.given for cell in verdict.difference) == kana
        assert "".join(cell.asked for cell in verdict.difference) == "びょういん"
