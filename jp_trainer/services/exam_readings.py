"""Put readings above all kanji of a paper: help for practice, which the real test does not give.

What is asked for stays without: underlined words, and the options of reading and writing items.
"""

import re
from dataclasses import replace

from jp_trainer.core import furigana
from jp_trainer.core.exam.items import Item, ItemType, Option, Stimulus, Testlet
from jp_trainer.core.exam.papers import Paper
from jp_trainer.core.furigana import FuriganaError, Span
from jp_trainer.japanese.readings import Reader
from jp_trainer.services.app import App

_ASKED = re.compile(r"(\{[^{}]*\})")
_OF_FORM = frozenset({ItemType.KANJI_READING, ItemType.ORTHOGRAPHY, ItemType.KANJI_MEANING})


def with_readings(app: App, paper: Paper) -> dict[str, Testlet]:
    """Every testlet of a paper with its readings, by id. Takes about a second the first time."""
    return {each.id: _testlet(app.reader, each) for each in paper.testlets}


def text_with_readings(reader: Reader, text: str) -> str:
    """Bracket furigana with a reading over each kanji that has none, but not over `{...}`."""
    try:
        spans: list[Span] = []
        for span in furigana.parse(text):
            if span.reading is not None:
                spans.append(span)
                continue
            for piece in _ASKED.split(span.base):
                if _ASKED.fullmatch(piece):
                    spans.append(Span(piece))
                elif piece:
                    spans += reader.spans(piece)
        return furigana.bracket(spans)
    except FuriganaError:  # help that cannot be given is no reason to stop a test
        return text


def _testlet(reader: Reader, testlet: Testlet) -> Testlet:
    stimulus = testlet.stimulus
    return replace(
        testlet,
        items=tuple(_item(reader, item) for item in testlet.items),
        stimulus=None if stimulus is None else _stimulus(reader, stimulus),
    )


def _stimulus(reader: Reader, stimulus: Stimulus) -> Stimulus:
    rows = tuple(
        tuple(text_with_readings(reader, cell) for cell in cells) for cells in stimulus.rows
    )
    return replace(
        stimulus,
        title=text_with_readings(reader, stimulus.title),
        text=text_with_readings(reader, stimulus.text),
        rows=rows,
    )


def _item(reader: Reader, item: Item) -> Item:
    stem = text_with_readings(reader, item.stem)
    if item.type in _OF_FORM:
        return replace(item, stem=stem)
    options = tuple(_option(reader, option) for option in item.options)
    return replace(item, stem=stem, options=options)


def _option(reader: Reader, option: Option) -> Option:
    return replace(option, text=text_with_readings(reader, option.text))
