import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jp_trainer.core.kana_tables import BEGINNINGS, KEYS
from jp_trainer.core.kana_typing import (
    Preview,
    has_macron,
    keys_for,
    preview,
    spellings,
    to_kana,
)

HIRAGANA = "".join(chr(code) for code in range(ord("ぁ"), ord("ゔ") + 1) if chr(code) not in "ゐゑ")
KATAKANA = "".join(chr(ord(sign) + 0x60) for sign in HIRAGANA)

# Keys and the kana they write; after WanaKana's published table unless a line says otherwise.
TYPED = """
a あ  i い  u う  e え  o お  ka か  ki き  ku く  ke け  ko こ  sa さ  si し  shi し  su す
se せ  so そ  ta た  ti ち  chi ち  tu つ  tsu つ  te て  to と  na な  ni に  nu ぬ  ne ね
no の  ha は  hi ひ  hu ふ  fu ふ  he へ  ho ほ  ma ま  mi み  mu む  me め  mo も  ya や  yu ゆ
yo よ  ra ら  ri り  ru る  re れ  ro ろ  wa わ  wo を  ga が  gi ぎ  gu ぐ  ge げ  go ご  za ざ
zi じ  ji じ  zu ず  ze ぜ  zo ぞ  da だ  di ぢ  du づ  de で  do ど  ba ば  bi び  bu ぶ  be べ
bo ぼ  pa ぱ  pi ぴ  pu ぷ  pe ぺ  po ぽ  ca か  cu く  co こ  va ゔぁ  vi ゔぃ  vu ゔ  ve ゔぇ
vo ゔぉ  kya きゃ  kyu きゅ  kyo きょ  sha しゃ  sya しゃ  shya しゃ  shu しゅ  syu しゅ
sho しょ  syo しょ  she しぇ  cha ちゃ  tya ちゃ  cya ちゃ  chya ちゃ  chu ちゅ  cho ちょ
che ちぇ  ja じゃ  jya じゃ  zya じゃ  ju じゅ  jo じょ  je じぇ  dya ぢゃ  dyu ぢゅ  nya にゃ
hyu ひゅ  myo みょ  rya りゃ  gyo ぎょ  bya びゃ  pyo ぴょ  fa ふぁ  fi ふぃ  fe ふぇ  fo ふぉ
fyu ふゅ  tsa つぁ  tsi つぃ  tha てゃ  thi てぃ  thu てゅ  the てぇ  tho てょ  dha でゃ
dhi でぃ  dhu でゅ  twu とぅ  dwu どぅ  wi うぃ  we うぇ  wha うぁ  who うぉ  whu う  wu う
yi い  ye いぇ  qa くぁ  kwa くぁ  gwa ぐぁ  xa ぁ  la ぁ  li ぃ  xu ぅ  le ぇ  xo ぉ  xya ゃ
lyu ゅ  xyo ょ  xtu っ  ltu っ  xtsu っ  ltsu っ  xwa ゎ  xka ヵ  lke ヶ  xn ん  nn ん  n' ん
n ん  - ー  kka っか  ssha っしゃ  tti っち  tchi っち  cchi っち  ttsu っつ  ppo っぽ  jji っじ
zzu っず  ffu っふ
"""

WORDS = """
kaigo かいご  KAIGO カイゴ  Kaigo かいご  kAIGo かイご  tenteki てんてき  sinnryou しんりょう
kon'ya こんや  konya こにゃ  ra-men らーめん  RA-MEN ラーメン  matte まって  okaasan おかあさん
kitte きって  kite きて  gakkou がっこう  zyuusyo じゅうしょ  juusho じゅうしょ  byouin びょういん
biyouin びよういん  hon ほん  honn ほん  onnna おんな  onna おんあ  konnichiwa こんいちわ
konnnichiwa こんにちわ  shin'you しんよう  shinyou しにょう  sinkansen しんかんせん  kan'i かんい
zen'in ぜんいん  zennin ぜんいん  zennnin ぜんにん  kinnen きんえん  nannnin なんにん
shimbun しんぶん  sampo さんぽ  hamma はっま  matcha まっちゃ  maccha まっちゃ  zassi ざっし
zasshi ざっし  ma-ketto まーけっと  pa-thi- ぱーてぃー  FAIRU ファイル  WAIFAI ワイファイ
NOGISU ノギス  FURUHA-NESU フルハーネス  SA-BA- サーバー  VAIRASU ヴァイラス  buttsuuJI ぶっつうジ
tōkyō とうきょう  Osaka オさか  Ōsaka オウさか  jūsho じゅうしょ  okāsan おかあさん
onēsan おねえさん
tôkyô とうきょう  ｋａｉｇｏ かいご  n’ya んや  kon’ya こんや  zuttsu ずっつ  atta あった
iie いいえ  ohayou おはよう  arigatou ありがとう  tyotto ちょっと  chotto ちょっと  issyo いっしょ
kyouju きょうじゅ  ryokan りょかん  rikan りかん  hyaku ひゃく  happyaku はっぴゃく  xtsu っ
kaigoのsigoto かいごのしごと  8ji 8じ  病院he 病院へ  kaigo, かいご、  ikimasu. いきます。
"""


def pairs(table: str) -> list[tuple[str, str]]:
    cells = table.split()
    return list(zip(cells[::2], cells[1::2], strict=True))


def test_the_tables_hold_more_than_two_hundred_cases() -> None:
    assert len(dict(pairs(TYPED))) + len(dict(pairs(WORDS))) > 200


@pytest.mark.parametrize(("keys", "kana"), pairs(TYPED) + pairs(WORDS))
def test_keys_write_kana(keys: str, kana: str) -> None:
    assert to_kana(keys, final=True) == kana


@pytest.mark.parametrize(
    ("keys", "kana", "pending"),
    [
        ("n", "", "n"),
        ("hon", "ほ", "n"),
        ("honn", "ほん", ""),
        ("honn'", "ほん'", ""),
        ("hon'", "ほん", ""),
        ("hon ", "ほん", ""),
        ("honk", "ほん", "k"),
        ("hony", "ほ", "ny"),
        ("honya", "ほにゃ", ""),
        ("k", "", "k"),
        ("ky", "", "ky"),
        ("kyo", "きょ", ""),
        ("kit", "き", "t"),
        ("kitt", "き", "tt"),
        ("kitte", "きって", ""),
        ("mat", "ま", "t"),
        ("match", "ま", "tch"),
        ("sh", "", "sh"),
        ("xt", "", "xt"),
        ("xts", "", "xts"),
        ("shim", "し", "m"),
        ("shimb", "し", "mb"),
        ("KO-HI", "コーヒ", ""),
        ("KO-N", "コー", "N"),
        ("q!", "q！", ""),
        ("hospita", "ほsぴた", ""),
        ("", "", ""),
    ],
)
def test_unfinished_keys_wait_for_the_next(keys: str, kana: str, pending: str) -> None:
    seen = preview(keys)

    assert (seen.kana, seen.pending) == (kana, pending)
    assert to_kana(keys, final=False) == kana + pending


def test_typing_letter_by_letter_into_converted_kana_gives_the_same() -> None:
    # An input method's field holds kana already; only the rest is Latin (WanaKana issue 48).
    for keys, kana in pairs(WORDS):
        if keys.isascii() and keys.islower() and "n" not in keys:
            field = ""
            for key in keys:
                field = to_kana(field + key, final=False)
            assert to_kana(field, final=True) == kana


def test_two_n_before_a_vowel_offer_the_printed_spelling_too() -> None:
    assert preview("onna") == Preview("おんあ", "", other="おんな")
    assert spellings("shinnyuu") == ("しんゆう", "しんにゅう")
    assert spellings("konnichiwa") == ("こんいちわ", "こんにちわ")
    assert spellings("ONNA") == ("オンア", "オンナ")


@pytest.mark.parametrize("keys", ["onnna", "honn", "kon'ya", "konnbini", "nn"])
def test_other_keys_have_one_spelling(keys: str) -> None:
    assert spellings(keys) == (to_kana(keys, final=True),)


def test_a_macron_is_seen_however_it_is_encoded() -> None:
    assert has_macron("tōkyō")
    assert has_macron("to\u0304kyo\u0304")
    assert not has_macron("toukyou")
    assert to_kana("to\u0304kyo\u0304", final=True) == "とうきょう"


@settings(max_examples=100)
@given(st.text(HIRAGANA + "ー", max_size=12))
def test_the_keys_for_hiragana_write_it(kana: str) -> None:
    assert to_kana(keys_for(kana), final=True) == kana


@settings(max_examples=100)
@given(st.text(HIRAGANA + KATAKANA + "ー", max_size=12))
def test_the_keys_for_mixed_kana_write_it(kana: str) -> None:
    assert to_kana(keys_for(kana), final=True) == kana


@settings(max_examples=100)
@given(st.text("aiueonkshtyrmw'-xlNKA ", max_size=12))
def test_what_is_shown_is_what_is_marked(keys: str) -> None:
    seen = preview(keys)

    assert seen.kana + to_kana(seen.pending, final=True) == to_kana(keys, final=True)


@settings(max_examples=100)
@given(st.text(max_size=20))
def test_any_text_can_be_typed_or_pasted(text: str) -> None:
    to_kana(text, final=True)
    preview(text)
    keys_for(text)
    spellings(text)


def test_no_key_is_lost_in_the_table() -> None:
    assert all(keys[:end] in BEGINNINGS for keys in KEYS for end in range(1, len(keys)))
    assert all(kana for kana in KEYS.values())
