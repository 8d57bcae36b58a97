"""Know which Latin keys write which kana, and how kana are written in Latin letters.

The keys are those of WanaKana (its published table romajiToKanaMap, IME mode), a superset of
Hepburn, Kunrei and wapuro. Ours beyond it: `m` before b and p is ん (shimbun), `tch` is っち.
"""

from collections.abc import Iterator

VOWELS = "aiueo"

ROWS: dict[str, str] = {
    "": "あいうえお",
    "k": "かきくけこ",
    "s": "さしすせそ",
    "t": "たちつてと",
    "n": "なにぬねの",
    "h": "はひふへほ",
    "m": "まみむめも",
    "r": "らりるれろ",
    "g": "がぎぐげご",
    "z": "ざじずぜぞ",
    "d": "だぢづでど",
    "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
}
"""The five kana of each row, by its Kunrei letter, in the order of VOWELS."""

SMALL_Y = dict(zip(VOWELS, "ゃぃゅぇょ", strict=True))
SMALL_VOWELS = dict(zip(VOWELS, "ぁぃぅぇぉ", strict=True))
SMALL = frozenset("ゃゅょぁぃぅぇぉゎ")
"""Kana that share the beat of the kana before them."""

_I_COLUMN = {row: kana[1] for row, kana in ROWS.items() if row} | {"v": "ゔ", "q": "く", "f": "ふ"}
# Written like the row on the right, glide included: sha = sya, but shi = si.
_LIKE = {"sh": "s", "shy": "s", "ch": "t", "chy": "t", "cy": "t", "j": "z", "jy": "z"}
# A kana and a small vowel: tsa = つぁ. `th` and `dh` take ゃゅょ for a, u, o.
_WITH_SMALL_VOWEL = {
    "v": "ゔ",
    "wh": "う",
    "q": "く",
    "qw": "く",
    "gw": "ぐ",
    "sw": "す",
    "ts": "つ",
    "th": "て",
    "tw": "と",
    "dh": "で",
    "dw": "ど",
    "f": "ふ",
    "fw": "ふ",
}
_SINGLE = {
    "ya": "や",
    "yi": "い",
    "yu": "ゆ",
    "ye": "いぇ",
    "yo": "よ",
    "wa": "わ",
    "wi": "うぃ",
    "wu": "う",
    "we": "うぇ",
    "wo": "を",
    "vu": "ゔ",
    "kwa": "くぁ",
    "whu": "う",
    "shi": "し",
    "chi": "ち",
    "ji": "じ",
    "tsu": "つ",
    "fu": "ふ",
    "tha": "てゃ",
    "thu": "てゅ",
    "tho": "てょ",
    "dha": "でゃ",
    "dhu": "でゅ",
    "dho": "でょ",
    "n": "ん",
    "n'": "ん",
    "xn": "ん",
    "nn": "ん",
    "n ": "ん",
}
_SMALL_KEYS = {
    **SMALL_VOWELS,
    "ya": "ゃ",
    "yi": "ぃ",
    "yu": "ゅ",
    "ye": "ぇ",
    "yo": "ょ",
    "tu": "っ",
    "tsu": "っ",
    "wa": "ゎ",
    "ka": "ヵ",
    "ca": "ヵ",
    "ke": "ヶ",
    "ce": "ヶ",
}
_SIGNS = dict(zip(".,:/!?~-‘’“”[](){}", "。、：・！？〜ー「」『』［］（）｛｝", strict=True))
_DOUBLED = "kshmrgzdbpvqfcywjt"


def _syllables() -> Iterator[tuple[str, str]]:
    """Keys and kana of everything that is no sign; later pairs replace earlier ones."""
    for row, line in ROWS.items():
        yield from ((row + vowel, kana) for vowel, kana in zip(VOWELS, line, strict=True))
    for row, base in _I_COLUMN.items():
        yield from ((f"{row}y{vowel}", base + small) for vowel, small in SMALL_Y.items())
    for vowel, kana in zip(VOWELS, ROWS["k"], strict=True):
        yield "c" + vowel, kana
    for keys, row in _LIKE.items():
        yield from ((keys + vowel, _I_COLUMN[row] + small) for vowel, small in SMALL_Y.items())
    for keys, base in _WITH_SMALL_VOWEL.items():
        yield from ((keys + vowel, base + small) for vowel, small in SMALL_VOWELS.items())
    yield from _SINGLE.items()


def _all_keys() -> dict[str, str]:
    table = dict(_syllables())
    syllables = list(table.items())
    for consonant in _DOUBLED:
        for keys, kana in syllables:
            if keys.startswith(consonant):
                table[consonant + keys] = "っ" + kana
    for keys, kana in syllables:
        if keys.startswith(("b", "p")):
            table["m" + keys] = "ん" + kana
        if keys.startswith("ch"):
            table["t" + keys] = "っ" + kana
    for prefix in "xl":
        table |= {prefix + keys: kana for keys, kana in _SMALL_KEYS.items()}
    return table | _SIGNS


KEYS: dict[str, str] = _all_keys()
"""Keys to kana; the longest keys that fit count."""

BEGINNINGS: frozenset[str] = frozenset(keys[:end] for keys in KEYS for end in range(1, len(keys)))
"""What may still become kana, or other kana, with the next key."""

LONGEST = max(map(len, KEYS))

_PRINTED_ROWS = {
    "k": "ka ki ku ke ko",
    "s": "sa shi su se so",
    "t": "ta chi tsu te to",
    "h": "ha hi fu he ho",
    "z": "za ji zu ze zo",
    "d": "da ji zu de do",
}
_PRINTED_GLIDES = {"s": "sh", "t": "ch", "z": "j", "d": "j"}
# Hepburn as widened for loanwords; several are not what one types (ti types ち).
_PRINTED_LOANS = """
    いぇ ye  うぁ wa  うぃ wi  うぇ we  うぉ wo  きぇ kye  くぁ kwa  くぃ kwi  くぇ kwe  くぉ kwo
    ぐぁ gwa  しぇ she  じぇ je  すぃ si  ずぃ zi  ちぇ che  つぁ tsa  つぃ tsi  つぇ tse  つぉ tso
    てぃ ti  てゅ tyu  でぃ di  でゅ dyu  とぅ tu  どぅ du  にぇ nye  ひぇ hye
    ふぁ fa  ふぃ fi  ふぇ fe  ふぉ fo  ふゅ fyu  ゔぁ va  ゔぃ vi  ゔ vu  ゔぇ ve  ゔぉ vo
    ゔゅ vyu
"""


def _hepburn() -> dict[str, str]:
    printed: dict[str, str] = {}
    for row, line in ROWS.items():
        sounds = _PRINTED_ROWS.get(row, "").split() or [row + vowel for vowel in VOWELS]
        printed |= dict(zip(line, sounds, strict=True))
        if row:
            glide = _PRINTED_GLIDES.get(row, row + "y")
            printed |= {line[1] + SMALL_Y[vowel]: glide + vowel for vowel in "auo"}
    loans = _PRINTED_LOANS.split()
    printed |= dict(zip(loans[::2], loans[1::2], strict=True))
    return printed | {
        "や": "ya",
        "ゆ": "yu",
        "よ": "yo",
        "わ": "wa",
        "ゐ": "i",
        "ゑ": "e",
        "を": "wo",
        "ん": "n",
        "ー": "-",
    }


HEPBURN: dict[str, str] = _hepburn()
"""A beat of hiragana in Latin letters as printed; を is wo, as on the charts of beginners."""


def _keys_by_kana() -> dict[str, str]:
    typed: dict[str, str] = {}
    for keys, kana in KEYS.items():
        if kana not in typed or len(keys) < len(typed[kana]):
            typed[kana] = keys
    for kana, keys in HEPBURN.items():
        if KEYS.get(keys) == kana:
            typed[kana] = keys
    return typed | {"ゕ": "xka", "ゖ": "xke"}


KEYS_BY_KANA: dict[str, str] = _keys_by_kana()
"""Keys that write exactly this kana or beat: Hepburn where that is one of them."""
