"""Turn the spelling of a reading into its sound, and back into what stands above the kanji."""

from jp_trainer.core.furigana import FuriganaError, Span, align, is_kanji, to_katakana

_ROWS = {
    "ア": "アカガサザタダナハバパマヤラワァャヮ",
    "イ": "イキギシジチヂニヒビピミリィ",
    "ウ": "ウクグスズツヅヌフブプムユルュゥヴ",
    "エ": "エケゲセゼテデネヘベペメレェ",
    "オ": "オコゴソゾトドノホボポモヨロヲョォ",
}
_VOWEL = {kana: vowel for vowel, row in _ROWS.items() for kana in row}
_LONG = {
    ("オ", "ウ"),
    ("ウ", "ウ"),
    ("エ", "イ"),
    ("オ", "オ"),
    ("ア", "ア"),
    ("イ", "イ"),
    ("エ", "エ"),
}
_SAID_AS = str.maketrans("ヲヂヅ", "オジズ")


def said(kana: str) -> str:
    """Katakana of one word's reading as it is said: とうけい -> トーケー. ヲヂヅ become オジズ."""
    out: list[str] = []
    vowel = ""
    for char in to_katakana(kana):
        if (vowel, char) in _LONG:
            out.append("ー")
            continue
        out.append(char)
        vowel = _VOWEL.get(char, "")
    return "".join(out).translate(_SAID_AS)


def said_of(spelling: str, reading: str) -> str:
    """The sound of a spelling with its reading; no long vowel across kanji and okurigana.

    思う, おもう is オモウ, though 王, おう is オー.
    """
    if any(is_kanji(char) for char in spelling):
        try:
            spans = align(spelling, reading)
        except FuriganaError:
            return said(reading)
        kana = "".join(said(_reading(span)) for span in spans)
        return kana.replace("イウ", "ユー") if "言う" in spelling else kana
    return said(reading)


def _reading(span: Span) -> str:
    return span.base if span.reading is None else span.reading
