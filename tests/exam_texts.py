# ruff: noqa: E501 - the lines are as long as authors write them
"""Items as an author writes them, all without a fault: tests change one thing in them."""

from itertools import permutations

KANJI_READING = """
[[item]]
id = "n5-kr-01"
version = 1
type = "kanji_reading"
level = "N5"
status = "draft"
forms = []
anchor = false
difficulty = 2
topic = "money"
stem = "{先月}、国の　母に　お金を　だしました。"
options = [{text = "せんけつ"}, {text = "せんがつ"}, {text = "せんげつ"}, {text = "せいげつ"}]
key = 3
errors = {"1" = "VOICE", "2" = "ONKUN", "4" = "LOOK"}
why = {en = "It is last month. It counts from now.", ur = "پچھلا مہینہ۔ آج سے گنا جاتا ہے۔"}
"""
CONTEXT = """
[[item]]
id = "n5-cx-01"
version = 1
type = "context"
level = "N5"
status = "draft"
difficulty = 2
stem = "ここは　あついですから、まどを　（　　）　ください。"
options = [{text = "あけて"}, {text = "きて"}, {text = "のんで"}, {text = "かいて"}]
key = 1
errors = {"2" = "SENSE", "3" = "SENSE", "4" = "SENSE"}
why = {en = "It is hot. So open it.", ur = "گرمی ہے۔ اس لیے کھولیے۔"}
"""
ORDER = """
[[item]]
id = "n5-so-01"
version = 1
type = "sentence_order"
level = "N5"
status = "draft"
difficulty = 3
stem = "きのう　友だち　＿＿　＿＿　＿★＿　＿＿　とても　おもしろかったです。"
options = [{text = "本"}, {text = "は"}, {text = "かりた"}, {text = "に"}]
pieces = [4, 3, 1, 2]
star = 3
key = 1
errors = {"2" = "ORDER", "3" = "ORDER", "4" = "ORDER"}
why = {en = "What describes stands first. Then the noun.", ur = "وضاحت پہلے آتی ہے۔ پھر اسم۔"}
"""
TASK = """
[[stimulus]]
id = "n5-tk-01-s"
version = 1
kind = "clip"
question = "both"
situation = {text = "店[みせ]の 人[ひと]が 話[はな]しています。", kana = "ミセノヒトガハナシテイマス。"}
script = [
  {voice = "m1", who = "男", text = "すみません、 水[みず]をください。 机[つくえ]の 上[うえ]に 本[ほん]があります。 本[ほん]はあとで 読[よ]みます。", kana = "スミマセン、ミズオクダサイ。ツクエノウエニホンガアリマス。ホンワアトデヨミマス。"},
  {voice = "f1", who = "女", text = "はい、わかりました。すぐに 行[い]きます。 電話[でんわ]もしますね。", kana = "ハイ、ワカリマシタ。スグニイキマス。デンワモシマスネ。"},
]

[[item]]
id = "n5-tk-01"
version = 1
type = "task"
level = "N5"
status = "draft"
stimulus = "n5-tk-01-s"
difficulty = 3
stem = "女[おんな]の 人[ひと]は 何[なに]をしますか。"
stem_kana = "オンナノヒトワナニオシマスカ。"
options = [{text = "でんわをする"}, {text = "ほんをよむ"}, {text = "みずをのむ"}, {text = "うちへかえる"}]
key = 1
errors = {"2" = "SWAP", "3" = "SWAP", "4" = "NOT_STATED"}
why = {en = "She says so. The rest is his.", ur = "وہ یہی کہتی ہے۔ باقی اس کا کام ہے۔"}
"""
RESPONSE = """
[[stimulus]]
id = "n5-qr-01-s"
version = 1
kind = "clip"
script = [{voice = "m1", text = "いま、 何時[なんじ]ですか。", kana = "イマ、ナンジデスカ。"}]

[[item]]
id = "n5-qr-01"
version = 1
type = "quick_response"
level = "N5"
status = "draft"
stimulus = "n5-qr-01-s"
difficulty = 3
options = [
  {text = "いまです。", kana = "イマデス。", voice = "f1"},
  {text = "4時[よじ]です。", kana = "ヨジデス。", voice = "f1"},
  {text = "まだです。", kana = "マダデス。", voice = "f1"},
]
key = 2
errors = {"1" = "LITERAL", "3" = "SENSE"}
why = {en = "He asks the time. Four is a time.", ur = "وہ وقت پوچھتا ہے۔ چار بجے وقت ہے۔"}
"""
TEXT_GRAMMAR = """
[[stimulus]]
id = "n5-tg-01-s"
version = 1
kind = "passage"
text = "きのう　うみへ　行きました。{1}、あめが　ふりました。"

[[item]]
id = "n5-tg-01"
version = 1
type = "text_grammar"
level = "N5"
status = "draft"
stimulus = "n5-tg-01-s"
difficulty = 3
stem = "{1}"
options = [{text = "でも"}, {text = "だから"}, {text = "では"}, {text = "もっと"}]
key = 1
errors = {"2" = "SENSE", "3" = "SENSE", "4" = "CLASS"}
why = {en = "It was not what was hoped. So but.", ur = "امید کے خلاف ہوا۔ اس لیے لیکن۔"}
"""
NOTICE = """
[[stimulus]]
id = "jft-wm-01-s"
version = 1
kind = "notice"
picture = "svg:scene-test"
alt = {en = "A cup.", ur = "ایک کپ۔"}

[[item]]
id = "jft-wm-01"
version = 1
type = "word_meaning"
level = "A2"
status = "draft"
stimulus = "jft-wm-01-s"
difficulty = 3
stem = "コップで 水[みず]を（　　）。"
statement = {en = "Which word fits?", ur = "کون سا لفظ آئے گا؟"}
options = [{text = "飲[の]みます"}, {text = "食[た]べます"}, {text = "読[よ]みます"}]
key = 1
errors = {"2" = "SENSE", "3" = "SENSE"}
why = {en = "One drinks water. One eats bread.", ur = "پانی پیتے ہیں۔ روٹی کھاتے ہیں۔"}
"""
PASSAGE = """
[[stimulus]]
id = "jft-rd-01-s"
version = 1
kind = "notice"
text = "みなさんへ。あしたの 朝[あさ]、 会社[かいしゃ]の 前[まえ]をそうじします。 8時[はちじ]に 来[き]てください。 雨[あめ]のときは、そうじはしません。 長[なが]いくつをはいて 来[き]てください。そうじのあとで、お 茶[ちゃ]を 飲[の]みましょう。お 弁当[べんとう]はいりません。"

[[item]]
id = "jft-rd-01"
version = 1
type = "short_passage"
level = "A2"
status = "draft"
stimulus = "jft-rd-01-s"
difficulty = 3
statement = {en = "What will they do?", ur = "وہ کیا کریں گے؟"}
options = [{text = "会社[かいしゃ]へ 行[い]く"}, {text = "学校[がっこう]へ 行[い]く"}, {text = "病院[びょういん]へ 行[い]く"}]
key = 1
errors = {"2" = "NOT_STATED", "3" = "NOT_STATED"}
why = {en = "They clean there. The notice says so.", ur = "وہاں صفائی ہو گی۔ نوٹس میں لکھا ہے۔"}
"""


def orders_of_order() -> str:
    """All orders of ORDER, as orders.tsv has them."""
    lines = ["item\torder\tsentence\tverdict"]
    for pieces in permutations(("に", "かりた", "本", "は")):
        sentence = f"きのう友だち{''.join(pieces)}とてもおもしろかったです。"
        verdict = "RIGHT" if pieces == ("に", "かりた", "本", "は") else "no"
        lines.append(f"n5-so-01\t{' / '.join(pieces)}\t{sentence}\t{verdict}")
    return "\n".join(lines) + "\n"
