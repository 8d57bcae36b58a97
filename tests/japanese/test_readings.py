from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jp_trainer.core.furigana import bracket, parse, plain, to_hiragana
from jp_trainer.japanese.readings import Reader
from jp_trainer.japanese.tokenizer import DictionaryMissingError

ASSETS = Path(__file__).resolve().parents[2] / "assets" / "readings"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(ASSETS)


def kana(reader: Reader, text: str) -> str:
    """The text's readings in hiragana, as they stand above it."""
    spans = reader.spans(text)
    return to_hiragana("".join(span.reading or span.base for span in spans))


COUNTED = """
1日 いちにち|2日 ふつか|3日 みっか|4日 よっか|5日 いつか|6日 むいか|7日 なのか|8日 ようか
9日 ここのか|10日 とおか|11日 じゅういちにち|14日 じゅうよっか|20日 はつか|24日 にじゅうよっか
30日 さんじゅうにち|5月1日 ごがつついたち|四月一日 しがつついたち|10月10日 じゅうがつとおか
3日間 みっかかん|1月 いちがつ|4月 しがつ|7月 しちがつ|9月 くがつ|12月 じゅうにがつ
1か月 いっかげつ|３ヶ月 さんかげつ|6か月 ろっかげつ|10カ月 じゅっかげつ|1人 ひとり|2人 ふたり
3人 さんにん|4人 よにん|7人 ななにん|10人 じゅうにん|14人 じゅうよにん|一人 ひとり|二人 ふたり
三人 さんにん|五人 ごにん|百人 ひゃくにん|1つ ひとつ|2つ ふたつ|3つ みっつ|４つ よっつ|5つ いつつ
6つ むっつ|7つ ななつ|8つ やっつ|9つ ここのつ|4時 よじ|7時 しちじ|9時 くじ|0時 れいじ
19時 じゅうくじ|8時半 はちじはん|8時30分 はちじさんじゅっぷん|1分 いっぷん|3分 さんぷん
4分 よんぷん|5分 ごふん|6分 ろっぷん|8分 はっぷん|10分 じゅっぷん|15分 じゅうごふん
3分の1 さんぶんのいち|約三分の一 やくさんぶんのいち|4年 よねん|9年 きゅうねん
2024年 にせんにじゅうよねん|1960年 せんきゅうひゃくろくじゅうねん
一九六〇年 せんきゅうひゃくろくじゅうねん|4年生 よねんせい|1年間 いちねんかん|1週間 いっしゅうかん
8週間 はっしゅうかん|1歳 いっさい|8歳 はっさい|20歳 はたち|二十歳 はたち|21歳 にじゅういっさい
40歳 よんじゅっさい|1階 いっかい|3階 さんがい|4階 よんかい|6階 ろっかい|8階 はっかい
10階 じゅっかい|何階 なんがい|1回 いっかい|3回 さんかい|6回 ろっかい|十回 じゅっかい|1個 いっこ
6個 ろっこ|百個 ひゃっこ|1本 いっぽん|2本 にほん|3本 さんぼん|6本 ろっぽん|8本 はっぽん
10本 じゅっぽん|何本 なんぼん|数本 すうほん|数日 すうじつ|1杯 いっぱい|3杯 さんばい
1匹 いっぴき|3匹 さんびき|8:30 はちじさんじゅっぷん|１７：００ じゅうしちじ|7:05 しちじごふん
4匹 よんひき|300本 さんびゃっぽん|1泊 いっぱく|2泊 にはく|3泊 さんぱく|1冊 いっさつ|3冊 さんさつ
1枚 いちまい|1台 いちだい|1頭 いっとう|2羽 にわ|1軒 いっけん|3軒 さんげん|3件 さんけん
1足 いっそく|3足 さんぞく|1着 いっちゃく|1組 ひとくみ|1部屋 ひとへや|100円 ひゃくえん
300円 さんびゃくえん|600円 ろっぴゃくえん|800円 はっぴゃくえん|1,000円 せんえん
3000円 さんぜんえん|8000円 はっせんえん|1万円 いちまんえん|5千円 ごせんえん
20億円 にじゅうおくえん|1兆円 いっちょうえん|4円 よえん|三百 さんびゃく|六百 ろっぴゃく
八百円 はっぴゃくえん|三千 さんぜん|765万9000個 ななひゃくろくじゅうごまんきゅうせんこ
1.5倍 いってんごばい|0.5ミリ れいてんごみり|3.14 さんてんいちよん|10% じゅっぱーせんと
50kg ごじゅっきろぐらむ|100ml ひゃくみりりっとる|36.5℃ さんじゅうろくてんごど|3番目 さんばんめ
第一 だいいち|110番 ひゃくとおばん|119番 ひゃくじゅうきゅうばん|何人 なんにん|何時 なんじ
何分 なんぷん|何百人 なんびゃくにん|数十人 すうじゅうにん|何歳 なんさい|２、３日 にさんにち
１０００語 せんご|2階建て にかいだて|1対1 いちたいいち|3か国 さんかこく
0120-123-456 ぜろいちにーぜろいちにーさんよんごーろく
"""


@pytest.mark.parametrize(
    ("text", "reading"),
    [tuple(case.split(" ")) for line in COUNTED.split("\n") if line for case in line.split("|")],
)
def test_a_number_and_its_counter_change_each_other(
    reader: Reader, text: str, reading: str
) -> None:
    read = kana(reader, text).replace("、", "").replace(".", "").replace("-", "")

    assert read == reading


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("何を食べますか", "ナニオタベマスカ"),
        ("何ですか", "ナンデスカ"),
        ("何も要りません", "ナニモイリマセン"),
        ("何曜日に行きますか", "ナンヨービニイキマスカ"),
        ("お父さんとお母さん", "オトーサントオカーサン"),
        ("お兄さんとお姉さん", "オニーサントオネーサン"),
        ("日本へ来ました", "ニホンエキマシタ"),
        ("日本人です", "ニホンジンデス"),
        ("今日は暑いです", "キョーワアツイデス"),
        ("今日では珍しい", "コンニチデワメズラシー"),
        ("明日も昨日も", "アシタモキノーモ"),
        ("私は学生です", "ワタシワガクセーデス"),
        ("私たちの会社", "ワタシタチノカイシャ"),
        ("大人も子供も", "オトナモコドモモ"),
        ("上手と下手", "ジョーズトヘタ"),
        ("大きい部屋", "オーキーヘヤ"),
        ("丸い机", "マルイツクエ"),
        ("階段を上がる", "カイダンオアガル"),
        ("会社へ行った", "カイシャエイッタ"),
        ("検査を行った", "ケンサオオコナッタ"),
        ("学校に通っている", "ガッコーニカヨッテイル"),
        ("橋を通った", "ハシオトーッタ"),
        ("ドアが開く", "ドアガアク"),
        ("本を開く", "ホンオヒラク"),
        ("絵を描く", "エオカク"),
        ("夢を描く", "ユメオエガク"),
        ("夢を抱く", "ユメオイダク"),
        ("赤ちゃんを抱く", "アカチャンオダク"),
        ("部屋に入る", "ヘヤニハイル"),
        ("気に入る", "キニイル"),
        ("世界中の人", "セカイジューノヒト"),
        ("作業中です", "サギョーチューデス"),
        ("箱の中に入れる", "ハコノナカニイレル"),
        ("言うことを聞く", "ユーコトオキク"),
        ("月・水・金に来ます", "ゲツ・スイ・キンニキマス"),
        ("彼の車", "カレノクルマ"),
        ("雨が降っている", "アメガフッテイル"),
        ("額に汗をかく", "ヒタイニアセオカク"),
        ("一日中働く", "イチニチジューハタラク"),
        ("三階へ行きます", "サンガイエイキマス"),
        ("内線214です", "ナイセンニーイチヨンデス"),
        ("こんにちは", "コンニチワ"),
        ("USBメモリ", "ユーエスビーメモリ"),
        ("Wi-Fiを使う", "ワイファイオツカウ"),
        ("人々と時々", "ヒトビトトトキドキ"),
        ("株式会社", "カブシキガイシャ"),
        ("予定通り", "ヨテードーリ"),
        ("あと何分かかりますか", "アトナンプンカカリマスカ"),
        ("何分よろしくお願いします", "ナニブンヨロシクオネガイシマス"),
        ("辛い物は食べません", "カライモノワタベマセン"),
        ("辛い仕事です", "ツライシゴトデス"),
        ("月一回の検査", "ツキイッカイノケンサ"),
        ("認知症の方への", "ニンチショーノカタエノ"),
        ("魚市場と市場調査", "ウオイチバトシジョーチョーサ"),
        ("申し送りを行います", "モーシオクリオオコナイマス"),
        ("利用者の体位を変えます", "リヨーシャノタイイオカエマス"),
    ],
)
def test_words_are_read_as_their_neighbours_want(reader: Reader, text: str, said: str) -> None:
    assert reader.pronunciation(text) == said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8時に一人で行きます。", "8時[はちじ]に 一人[ひとり]で 行[い]きます。"),
        ("お父さん、申し送りです。", "お 父[とう]さん、 申[もう]し 送[おく]りです。"),
        ("りんごを3つください。", "りんごを 3[みっ]つください。"),
        ("今日は20歳です。", "今日[きょう]は 20歳[はたち]です。"),
        ("食べ物", "食[た]べ 物[もの]"),
        ("1か月", "1[いっ]か 月[げつ]"),
        ("[注]水", "［ 注[ちゅう]］ 水[みず]"),
    ],
)
def test_readings_stand_above_kanji_and_numbers_only(
    reader: Reader, text: str, expected: str
) -> None:
    written = bracket(reader.spans(text))

    assert written == expected


def test_a_correction_of_the_user_goes_before_everything() -> None:
    reader = Reader(ASSETS, corrections={"幸子": "ゆきこ", "日本": "にっぽん"})

    assert reader.pronunciation("幸子は日本へ") == "ユキコワニッポンエ"


def test_corrections_can_be_replaced_while_the_program_runs() -> None:
    reader = Reader(ASSETS, corrections={"幸子": "ゆきこ"})
    reader.spans("水")

    reader.correct({"裕子": "ひろこ"})

    assert reader.pronunciation("裕子") == "ヒロコ"
    assert reader.pronunciation("幸子") != "ユキコ"


def test_several_threads_may_read_at_once() -> None:
    reader = Reader(ASSETS)
    texts = ["8時に一人で行きます。", "今日は三百円です。", "何を食べますか。"] * 40

    with ThreadPoolExecutor(8) as threads:
        said = list(threads.map(reader.pronunciation, texts))

    assert said == [reader.pronunciation(text) for text in texts]


def test_a_correction_holds_in_every_form_of_a_verb() -> None:
    reader = Reader(ASSETS, corrections={"潜る": "くぐる"})

    assert reader.pronunciation("潜らない") == "クグラナイ"


def test_tokens_name_the_dictionary_word(reader: Reader) -> None:
    tokens = reader.tokens("体位を変えました")

    assert [(token.surface, token.lemma) for token in tokens][2:4] == [
        ("変え", "変える"),
        ("まし", "ます"),
    ]
    assert tokens[2].pos == "動詞-一般"
    assert (tokens[2].reading, tokens[2].pronunciation) == ("カエ", "カエ")


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("体位を変えました。", "変える", True),
        ("体位を変えました。", "体位", True),
        ("体位を変えました。", "体位変換", False),
        ("寛いだ。", "吐く", False),
        ("申し送りをします。", "申し送り", True),
        ("風邪をひいた。", "風", False),
        ("8時半に集合します。", "集合", True),
        ("部品が3個足りません。", "足りる", True),
        ("手を洗って、消毒してください。", "消毒する", True),
        ("車いすを押す。", "車いす", True),
        ("よく むせます。", "むせる", True),
    ],
)
def test_a_word_is_found_in_any_of_its_forms(
    reader: Reader, text: str, word: str, found: bool
) -> None:
    assert reader.contains(text, word) is found


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "\x00",
        "a\x00漢字\x7f",
        "👩‍🔧が直す😀",
        "ｶﾞｽを止める",
        "ﾘｮｳﾘ",
        "１２３４５６７８９０１２３４５６７８９０１２３４５",
        "\ud800漢",
        "々々々",
        "ーーー",
        "一二三四五十百",
        "۱۲۳ ٣人",
        "²個 ½本 Ⅳ章 ①番",
        "漢" * 5000,
        "今日は。" * 3000,
    ],
)
def test_any_text_comes_back_whole(reader: Reader, text: str) -> None:
    spans = reader.spans(text)

    assert plain(spans) == text
    assert reader.pronunciation(text) is not None
    assert "".join(token.surface for token in reader.tokens(text)) == text


@settings(max_examples=100, deadline=None)
@given(
    st.one_of(
        st.text(max_size=40),
        st.text("一二十百何日人時分本.,-1２3漢字をは々、 \n[]月ヶaZ", max_size=25),
    )
)
def test_the_bases_joined_are_the_text(text: str) -> None:
    spans = SHARED.spans(text)

    assert plain(spans) == text
    assert "".join(token.surface for token in SHARED.tokens(text)) == text
    written = bracket(spans)
    assert plain(parse(written)) == text.replace("[", "［").replace("]", "］")


SHARED = Reader(ASSETS)


def test_half_width_kana_are_read(reader: Reader) -> None:
    assert reader.pronunciation("ｶﾞｽ") == "ガス"


def test_a_missing_dictionary_is_named(tmp_path: Path) -> None:
    reader = Reader(ASSETS, dictionary=tmp_path / "辞書")

    with pytest.raises(DictionaryMissingError) as raised:
        reader.spans("水")

    assert raised.value.folder == tmp_path / "辞書"


def test_a_dictionary_below_a_folder_with_any_name_is_opened(tmp_path: Path) -> None:
    import unidic_lite  # noqa: PLC0415 - the installed dictionary stands in for a copied one

    folder = tmp_path / "利用者 O'Brien"
    folder.symlink_to(unidic_lite.DICDIR)

    assert Reader(ASSETS, dictionary=folder).pronunciation("水") == "ミズ"


@pytest.mark.parametrize(
    ("text", "written"),
    [("一日中", "一日中[いちにちじゅう]"), ("一年中", "一年中[いちねんじゅう]")],
)
def test_a_reading_is_written_as_schools_write_it(reader: Reader, text: str, written: str) -> None:
    assert bracket(reader.spans(text)) == written
