"""Check what a script's kana and an item's furigana say against the text, the engine, the voice."""

import re
from collections.abc import Callable, Iterator

from jp_trainer.core import furigana
from jp_trainer.core.exam import item_texts
from jp_trainer.core.exam.item_problems import KANA, Code, Finding
from jp_trainer.core.exam.items import Item, ItemType, Testlet
from jp_trainer.core.exam.said_alike import difference
from jp_trainer.core.furigana import FuriganaError, to_hiragana
from jp_trainer.japanese.readings import Reader
from jp_trainer.services.deck_check import disagreements

_FIGURES = re.compile(r"^[\d.,:：．，]+")
_WEEKDAYS = {
    "月": "げつ",
    "火": "か",
    "水": "すい",
    "木": "もく",
    "金": "きん",
    "土": "ど",
    "日": "にち",
}
Analysis = Callable[[str], str]
"""Katakana of a text as the synthesiser reads it."""


def findings_of(testlet: Testlet, reader: Reader, analysis: Analysis | None) -> Iterator[Finding]:
    """Readings that disagree. A person decides who is right, and records it if the author is."""
    items = {item.id: item for item in testlet.items}
    for text in item_texts.texts_of(testlet):
        item = items.get(text.subject)
        if text.kana:
            yield from _kana_findings(text, reader, analysis)
        elif item is not None and item.type in item_texts.OF_FORM:
            if text.key == "stem":
                yield from _asked_findings(item, reader)
        else:
            yield from _ruby_findings(text, reader)


def settled(finding: Finding, testlet: Testlet, reviewed: frozenset[tuple[str, str, str]]) -> bool:
    """Whether a person has recorded this place, with the kana it has now, as right."""
    if finding.code not in KANA:
        return False
    kana = {text.kana for text in item_texts.texts_of(testlet) if _is_at(text, finding)}
    kana.add(str(finding.facts.get("written", "")))
    names = {finding.key, finding.key.removeprefix("script.")}
    return any((finding.subject, name, each) in reviewed for name in names for each in kana if each)


def _is_at(text: item_texts.Text, finding: Finding) -> bool:
    return (text.subject, text.key) == (finding.subject, finding.key)


def _kana_findings(
    text: item_texts.Text, reader: Reader, analysis: Analysis | None
) -> Iterator[Finding]:
    """The kana that will be spoken, against three readings of the text."""
    line = item_texts.bare(text.text)
    others = {
        Code.KANA_IS_NOT_TEXT: furigana.spoken(item_texts.spans_of(text.text)),
        Code.KANA_IS_NOT_ENGINE: reader.pronunciation(line),
    }
    if analysis is not None:
        others[Code.KANA_IS_NOT_VOICE] = analysis(line)
    for code, other in others.items():
        if differs := difference(other, text.kana):
            facts = {"text": line, "kana": differs[1], "other": differs[0]}
            yield Finding(text.subject, text.key, code, facts)


def _ruby_findings(text: item_texts.Text, reader: Reader) -> Iterator[Finding]:
    spans = item_texts.spans_of(text.text)
    for base, here, there in disagreements(spans, reader.spans(furigana.plain(spans))):
        unit = to_hiragana(_FIGURES.sub("", here))
        if here[:1].isdecimal() and to_hiragana(there).endswith(unit):
            continue  # 1,200円[えん]: the figures have no reading above them
        if text.key == "rows" and _WEEKDAYS.get(base) == here:
            continue
        facts = {"base": base, "written": here, "engine": there}
        yield Finding(text.subject, text.key, Code.OTHER_READING, facts)


def _asked_findings(item: Item, reader: Reader) -> Iterator[Finding]:
    """The word that is asked for, with the key as its reading, or as its spelling."""
    found = item_texts.UNDERLINED.search(item.stem)
    if found is None:
        return
    key = item.options[item.key - 1].text
    word, reading = (found[1], key) if item.type is ItemType.KANJI_READING else (key, found[1])
    try:
        asked = furigana.bracket(furigana.align(item_texts.bare(word), item_texts.bare(reading)))
    except FuriganaError:
        facts = {"text": word, "written": reading, "engine": "-"}
        yield Finding(item.id, "key", Code.KEY_READING, facts)
        return
    stem = f"{item.stem[: found.start()]} {asked}{item.stem[found.end() :]}".lstrip()
    spans = item_texts.spans_of(stem)
    for base, here, there in disagreements(spans, reader.spans(furigana.plain(spans))):
        code = Code.KEY_READING if base in word else Code.OTHER_READING
        facts = {"text": base, "base": base, "written": here, "engine": there}
        yield Finding(item.id, "key" if base in word else "stem", code, facts)
