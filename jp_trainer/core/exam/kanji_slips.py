"""Misread and miswrite kanji as learners do: another reading, a look-alike, the wrong way round."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from jp_trainer.core.exam.items import ErrorCode
from jp_trainer.core.furigana import is_kanji
from jp_trainer.core.kana import fold

# Kanji that are taken for one another, of the first levels and the sectors; by space.
_GROUPS = (
    "人入八 大犬太天夫 土士上 日目白自 木本未末 体休 東車 千干 午牛 右石左 手毛 "
    "水氷永 小少 先生 中虫 口回 名各 会合 今令 雨両 電雪雷 学字 見貝具 何向 "
    "食良 飲飯館 持待特 時寺 話語読 買員質 聞間問開閉関 道通進 速遅 近返 教数 "
    "場湯陽 病痛疲 医区 院階 料科 理里 地池他 海毎 作昨 住往注 使便 借貸 験険検 "
    "堂常 終給結 組紙 着看 者暑 族旅 薬楽 服報 洗先 冷令 熱勢 重動 働動 全金 "
    "機械 設説 路格 真直 植値 種積 畑細 収取 護穫 介分 助功 浴谷 血皿 度席 "
    "倒到 床庁 歩走 杖枚 鉄鋼銅 材村林 柱住 板坂 装製 側測 線緑録 連運 明朝 "
    "師帥 室屋 危厄 全合 器品 具員 置直 業集 職識 確難 認忍 議義 転軽 荷何 "
    "配酒 送迷 届居 止正 禁林 火大 災炎 急悪 救球 防坊 落洛 足走 指持 骨背 "
    "腰胸 肩胃 腕脚 顔頭 喉候 衣依 湿温 乾幹 採彩 培倍 農濃 肥胞 苗笛 草早 "
    "花化 根板 葉菜 果課 卵卯 牧物 飼飯 設役 定足 計針 図国 面画 保係 険剣 "
    "溶容 接按 部郎 型形 圧庄 油由 削前 磨麻 塗途 釘針 壁璧 根限 窓空 柵冊 "
    "鋼綱 管官 更便 変恋 情清晴 技枝 術述 題類 続読 端瑞 起赴 印卸 刷制 表麦 "
    "示元 修候 復複 新親 古占 申甲由 込迅 替賛 済斉 失矢 払私 税説 給絵 残浅 "
    "交文 夜液 輸輪"
)
_ALIKE: dict[str, str] = {}
for _group in _GROUPS.split():
    for _sign in _group:
        _others = _group.replace(_sign, "")
        _ALIKE[_sign] = "".join(dict.fromkeys(_ALIKE.get(_sign, "") + _others))

_UNVOICED = str.maketrans(
    "がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽ",
    "かきくけこさしすせそたちつてとはひふへほはひふへほ",
)
_KATAKANA = (
    "シツ",
    "ソンリ",
    "クワタ",
    "コユ",
    "チテ",
    "ヌスメ",
    "フラ",
    "マム",
    "アマ",
    "ルレ",
    "ウワ",
    "サセ",
    "ナメ",
    "ホオ",
    "ケク",
    "エコ",
    "ロコ",
    "ニミ",
)


def misread(
    word: str,
    reading: str,
    known: Mapping[str, Collection[str]],
    whole: Mapping[str, Collection[str]],
) -> Iterator[tuple[str, ErrorCode]]:
    """Readings by one kanji read another way, or taken for a look-alike.

    In hiragana. `known`: hiragana readings by kanji; `whole`: those without kana after them, for
    nobody reads 食 as た where no べる follows.
    """
    parts = _cut(fold(word), fold(reading), known)
    for place, (sign, part) in enumerate(zip(fold(word), parts, strict=False)):
        if not is_kanji(sign) or (place + 1 < len(word) and not is_kanji(word[place + 1])):
            continue
        before, after = "".join(parts[:place]), "".join(parts[place + 1 :])
        for other in sorted(whole.get(sign, ())):
            if other != part and not _same_in_compounds(other, part):
                yield before + other + after, ErrorCode.ONKUN
        for twin in _ALIKE.get(sign, ""):
            for other in sorted(whole.get(twin, ())):
                if other != part:
                    yield before + other + after, ErrorCode.LOOK


def miswritten(word: str) -> Iterator[tuple[str, ErrorCode]]:
    """Spellings with one sign taken for a look-alike, or two kanji the wrong way round."""
    for place, sign in enumerate(word):
        for twin in _ALIKE.get(sign, "") + _katakana_twins(sign):
            yield word[:place] + twin + word[place + 1 :], ErrorCode.LOOK
    for place in range(len(word) - 1):
        one, two = word[place], word[place + 1]
        if one != two and is_kanji(one) and is_kanji(two):
            yield word[:place] + two + one + word[place + 2 :], ErrorCode.ORDER
    for place, sign in enumerate(word):
        if sign == "ー" or (sign == "ッ" and place):
            code = ErrorCode.LEN if sign == "ー" else ErrorCode.SOKUON
            yield word[:place] + word[place + 1 :], code


def _katakana_twins(sign: str) -> str:
    return "".join(group.replace(sign, "") for group in _KATAKANA if sign in group)


def _same_in_compounds(one: str, other: str) -> bool:
    """Whether they are one reading: 本 is ほん, ぼん or ぽん, and 学 がく or がっ."""
    return _plain(one) == _plain(other)


def _plain(reading: str) -> str:
    start = reading[0].translate(_UNVOICED)
    return start + re.sub("[つくちき]$", "っ", reading[1:])


def _cut(word: str, reading: str, known: Mapping[str, Collection[str]]) -> Sequence[str]:
    """The reading shared out over the signs of the word; () where that is not known."""
    if not word:
        return [] if not reading else ()
    ways = known.get(word[0], ()) if is_kanji(word[0]) else (word[0],)
    for way in sorted(ways, key=lambda each: (-len(each), each)):
        if reading.startswith(way):
            if len(word) == 1 and reading == way:
                return [way]
            rest = _cut(word[1:], reading[len(way) :], known) if len(word) > 1 else ()
            if rest:
                return [way, *rest]
    return ()
