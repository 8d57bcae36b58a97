from dataclasses import replace

import pytest

from jp_trainer.core.answers import (
    Again,
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
from jp_trainer.core.questions import (
    Question,
    QuestionId,
    Typed,
    Way,
)
from jp_trainer.core.words import Kind, PartOfSpeech, Word


def a_word(word: str, reading: str, meaning: str = "", **more: object) -> Word:
    plain = Word(WordId("deck:asked"), Kind.WORD, word, reading, PartOfSpeech.NOUN, meaning)
    return replace(plain, **more)  # type: ignore[arg-type]  # fields by name, in tests only


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
