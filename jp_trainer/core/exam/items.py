"""Hold one question of an exam and what it is asked about, exactly as its author wrote it."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from jp_trainer.core.decks import Title


class ItemType(enum.StrEnum):
    """The closed list of docs/formats.md."""

    KANJI_READING = "kanji_reading"
    ORTHOGRAPHY = "orthography"
    WORD_FORMATION = "word_formation"
    CONTEXT = "context"
    PARAPHRASE = "paraphrase"
    USAGE = "usage"
    GRAMMAR_FORM = "grammar_form"
    SENTENCE_ORDER = "sentence_order"
    TEXT_GRAMMAR = "text_grammar"
    SHORT_PASSAGE = "short_passage"
    MID_PASSAGE = "mid_passage"
    LONG_PASSAGE = "long_passage"
    INTEGRATED_READING = "integrated_reading"
    THEMATIC = "thematic"
    INFORMATION = "information"
    TASK = "task"
    KEY_POINT = "key_point"
    OUTLINE = "outline"
    VERBAL_EXPRESSION = "verbal_expression"
    QUICK_RESPONSE = "quick_response"
    INTEGRATED_LISTENING = "integrated_listening"
    WORD_MEANING = "word_meaning"
    WORD_USAGE = "word_usage"
    KANJI_MEANING = "kanji_meaning"
    EXPRESSION = "expression"
    CONVERSATION = "conversation"
    SERVICE = "service"
    ANNOUNCEMENT = "announcement"
    CARE_WORD = "care_word"
    CARE_TALK = "care_talk"
    CARE_DOCUMENT = "care_document"
    TRUE_FALSE = "true_false"
    JUDGEMENT = "judgement"


class ErrorCode(enum.StrEnum):
    """Why a wrong option is wrong; the learner's diagnosis is counted by it."""

    LEN = "LEN"  # long and short vowels
    VOICE = "VOICE"  # voiced and unvoiced
    SOKUON = "SOKUON"  # small っ
    YOON = "YOON"  # small ゃゅょ
    ONKUN = "ONKUN"  # another reading of the same kanji
    LOOK = "LOOK"  # a look-alike sign
    SOUND = "SOUND"  # sounds the same or nearly
    OKURIGANA = "OKURIGANA"
    CLASS = "CLASS"  # another part of speech
    SENSE = "SENSE"
    NEAR_SENSE = "NEAR_SENSE"
    COLLOCATION = "COLLOCATION"
    PARTICLE = "PARTICLE"
    FORM = "FORM"
    TENSE = "TENSE"
    REGISTER = "REGISTER"
    DIRECTION = "DIRECTION"  # who gives, asks, goes
    SCOPE = "SCOPE"  # true, but not asked
    SWAP = "SWAP"  # another person, place, time
    DROPPED = "DROPPED"  # said, then changed
    OPPOSITE = "OPPOSITE"
    NOT_STATED = "NOT_STATED"
    PARTIAL = "PARTIAL"  # meets some conditions
    LITERAL = "LITERAL"
    ORDER = "ORDER"
    DIGNITY = "DIGNITY"
    CONSENT = "CONSENT"


class Status(enum.StrEnum):
    """How far an item has come. Papers are drawn from live ones only."""

    DRAFT = "draft"
    REVIEWED = "reviewed"  # checked, but kept back
    LIVE = "live"  # solved by a reader who had not seen the key


class StimulusKind(enum.StrEnum):
    """What one or more items are asked about."""

    PASSAGE = "passage"
    NOTICE = "notice"
    TABLE = "table"
    CHAT = "chat"
    FORM = "form"
    CLIP = "clip"


class Asked(enum.StrEnum):
    """When the question of a clip is heard."""

    BEFORE = "before"
    AFTER = "after"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Line:
    """One turn of a script.

    Attributes:
        voice: m1, f1..f4 or narrator. who: the speaker's name, for reading the script.
        text: with bracket furigana. kana: the pronunciation, in katakana.
        pause_ms: silence after it.
    """

    voice: str
    text: str
    kana: str
    who: str = ""
    pause_ms: int = 300


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text and how it is pronounced."""

    text: str
    kana: str


@dataclass(frozen=True, slots=True)
class Stimulus:
    """One clip, passage or notice; it may carry several items.

    Attributes:
        text: bracket furigana; `{1}` is a gap. rows: a table, its first row the head.
        picture: `openmoji:HEX` or `svg:name`; alt: what it shows.
        question: when the items' stems are heard; None where nothing is.
    """

    id: str
    version: int
    kind: StimulusKind
    title: str = ""
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    picture: str = ""
    alt: Title = field(default_factory=lambda: Title(""))
    script: tuple[Line, ...] = ()
    question: Asked | None = None
    situation: Spoken | None = None
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer offered. `kana` and `voice` where it is heard."""

    text: str = ""
    picture: str = ""
    kana: str = ""
    voice: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One question.

    Attributes:
        id: unique in its bank, stable for ever. level: A1, A2, N5..N1.
        stimulus: id of what it is asked about, or "".
        forms: fixed papers it belongs to. anchor: links papers of different trainees.
        difficulty: 1..5 as its author judged, 3 about as hard as the pass line.
        stem: bracket furigana; `{...}` underlined, `（　　）` a blank, `＿＿　＿★＿` slots.
        stem_kana: how the stem is pronounced, where it is heard.
        statement: the question in the learner's languages (JFT), or help.
        key: the right option, counted from 1.
        errors: why each other option is wrong, by its number.
        why: explanation in en and ur.
        pieces, star: of a ★ item: option numbers in the right order, and the asked slot from 1.
    """

    id: str
    version: int
    type: ItemType
    level: str
    status: Status
    difficulty: int
    options: tuple[Option, ...]
    key: int
    errors: Mapping[int, ErrorCode]
    why: Title
    stimulus: str = ""
    forms: tuple[str, ...] = ()
    anchor: bool = False
    topic: str = ""
    stem: str = ""
    stem_kana: str = ""
    statement: Title = field(default_factory=lambda: Title(""))
    pieces: tuple[int, ...] = ()
    star: int = 0
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Testlet:
    """What is drawn, seen and kept together: a stimulus with its items, or one item alone."""

    items: tuple[Item, ...]
    stimulus: Stimulus | None = None

    @property
    def id(self) -> str:
        """The stimulus's id, or the single item's."""
        return self.stimulus.id if self.stimulus else self.items[0].id

    @property
    def type(self) -> ItemType:
        """The type of its items: all of one type."""
        return self.items[0].type

    @property
    def anchor(self) -> bool:
        """Whether it links papers."""
        return any(item.anchor for item in self.items)
