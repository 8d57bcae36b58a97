"""List the Japanese texts of a testlet, each with how the candidate meets it."""

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass

from jp_trainer.core import furigana
from jp_trainer.core.exam.items import Item, ItemType, Testlet
from jp_trainer.core.furigana import FuriganaError, Span

_MARKS = re.compile(r"[{}＿★]|（[　 ]*）")
_GAP = re.compile(r"\{\d+\}")
_SPACES = re.compile(r"[\s　]")
UNDERLINED = re.compile(r"\{([^{}]+)\}")
BLANK = re.compile(r"（[　 ]+）")
SLOT = re.compile("＿★＿|＿＿")
STAR_SLOT = "＿★＿"
# Their options are spellings or readings that do not exist, beside the one that does.
OF_FORM = frozenset({ItemType.KANJI_READING, ItemType.ORTHOGRAPHY})


class Met(enum.Enum):
    """How a candidate meets a text."""

    READ = "read"
    HEARD = "heard"


@dataclass(frozen=True, slots=True)
class Text:
    """One text.

    Attributes:
        subject: the id of its item or stimulus. key: where it stands, like "script.2.text".
        kana: how it is pronounced, where it is heard; "" elsewhere.
        is_option: whether it is one of the answers. who: of a script line.
    """

    subject: str
    key: str
    text: str
    met: Met = Met.READ
    kana: str = ""
    is_option: bool = False
    who: str = ""


def texts_of(testlet: Testlet) -> Iterator[Text]:
    """All of them, none empty; the stimulus's first."""
    if stimulus := testlet.stimulus:
        own = stimulus.id
        rows = "\n".join("\n".join(row) for row in stimulus.rows)
        for key, text in (("title", stimulus.title), ("text", stimulus.text), ("rows", rows)):
            if text:
                yield Text(own, key, text)
        if stimulus.situation:
            spoken = stimulus.situation
            yield Text(own, "situation", spoken.text, Met.HEARD, spoken.kana)
        for number, line in enumerate(stimulus.script, start=1):
            key = f"script.{number}"
            yield Text(own, key, line.text, Met.HEARD, line.kana, who=line.who)
    for item in testlet.items:
        yield from texts_of_item(item)


def texts_of_item(item: Item) -> Iterator[Text]:
    """Stem and options, as far as they are texts."""
    if item.stem:
        met = Met.HEARD if item.stem_kana else Met.READ
        yield Text(item.id, "stem", item.stem, met, item.stem_kana)
    for number, option in enumerate(item.options, start=1):
        if option.text:
            met = Met.HEARD if option.kana else Met.READ
            yield Text(item.id, f"options.{number}", option.text, met, option.kana, is_option=True)


def spans_of(text: str) -> tuple[Span, ...]:
    """The spans of bracket furigana, marks of the notation taken out; whole if it has faults."""
    bare = _MARKS.sub("", _GAP.sub("", text))
    try:
        return furigana.parse(bare)
    except FuriganaError:
        return (Span(bare),)


def plain(text: str) -> str:
    """What stands on the line, without readings and marks; spaces between words are kept."""
    return furigana.plain(spans_of(text))


def bare(text: str) -> str:
    """The same without any space."""
    return _SPACES.sub("", plain(text))


def filled(item: Item) -> str:
    """The stem as it reads with the key in its blank or the pieces in their slots.

    Without readings and marks; spaces between words are kept.
    """
    left = [item.options[number - 1].text for number in item.pieces if number <= len(item.options)]
    stem = SLOT.sub(lambda _: left.pop(0) if left else "", item.stem)
    return plain(BLANK.sub(lambda _: item.options[item.key - 1].text, stem, count=1))


def completed(testlet: Testlet) -> str:
    """The stimulus's text with the keys in its gaps, without readings and marks."""
    if testlet.stimulus is None:
        return ""
    keys = iter(item.options[item.key - 1].text for item in testlet.items)
    return plain(_GAP.sub(lambda _: next(keys, ""), testlet.stimulus.text))
