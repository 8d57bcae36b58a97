"""Find the words that a missed question is about, or make them: by the reading engine's lemmas."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from jp_trainer.core.cards import Aspect, card_id
from jp_trainer.core.exam.items import Item, ItemType, Testlet
from jp_trainer.core.exam.told import About, Told, about, told
from jp_trainer.core.furigana import (
    Span,
    bracket,
    is_kanji,
    parse,
    plain,
    spoken,
    to_hiragana,
)
from jp_trainer.core.gaps import gap
from jp_trainer.core.ids import DeckId, TraineeId, WordId
from jp_trainer.core.kana import is_all_kana
from jp_trainer.core.questions import OtherWord
from jp_trainer.core.words import Kind, PartOfSpeech, Word
from jp_trainer.japanese.readings import Reader, Token
from jp_trainer.services.app import App
from jp_trainer.storage.transaction import Transaction

OF_A_TEXT = 2
"""At most so many words of a passage or a talk: what was missed there is seldom one word."""
WELL_KNOWN_DAYS = 21.0
"""Of stability: a word known so well is not why a text was not understood."""
_LONGEST = 4  # tokens of one word of a deck
# What is marked in them is one word.
_WHOLE = (
    *(ItemType.KANJI_READING, ItemType.KANJI_MEANING, ItemType.ORTHOGRAPHY, ItemType.CARE_WORD),
)
_CONTENT = ("名詞", "動詞", "形容詞", "形状詞", "副詞", "接尾辞", "感動詞")
_NOT_TO_LEARN = ("数詞", "固有名詞", "非自立可能")
_FIRST_SENTENCE = re.compile(r"^.{10,140}?[.;؛۔](?=\s|$)", re.DOTALL)
_MOST_MEANING = 140


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of installed decks by how they are spelled, those the trainee studies first."""

    reader: Reader
    view: Transaction
    trainee: TraineeId
    by_spelling: Mapping[str, WordId]

    @classmethod
    def of(
        cls, app: App, view: Transaction, trainee: TraineeId, decks: tuple[DeckId, ...]
    ) -> "Lexicon":
        """Of these decks, the first that has a word wins."""
        spellings: dict[str, WordId] = {}
        readings: dict[str, WordId] = {}
        for deck in decks:
            for other in view.words.others([deck]):
                if _is_a_sign(other):
                    continue
                spellings.setdefault(other.word, other.id)
                readings.setdefault(other.reading, other.id)
        return cls(app.reader, view, trainee, {**readings, **spellings})

    def find(self, tokens: list[Token]) -> Iterator[tuple[Token, Word | None]]:
        """Each content word with the word of a deck that it is, if there is one."""
        at = 0
        while at < len(tokens):
            for size in range(min(_LONGEST, len(tokens) - at), 0, -1):
                there = self._word(tokens[at : at + size])
                if there is not None:
                    yield tokens[at], there
                    at += size
                    break
            else:
                if _is_to_learn(tokens[at]):
                    yield tokens[at], None
                at += 1

    def is_known(self, word: Word) -> bool:
        """Whether the trainee said so, or remembers it for long."""
        card = card_id(word.learnt_as, Aspect.MEANING)
        if self.view.word_states.get(self.trainee, word.learnt_as).known:
            return True
        return self.view.card_states.get(self.trainee, card).stability >= WELL_KNOWN_DAYS

    def _word(self, tokens: list[Token]) -> Word | None:
        last = tokens[-1]
        if not _is_content(tokens[0]) or (len(tokens) == 1 and not _is_to_learn(last)):
            return None
        before = "".join(token.surface for token in tokens[:-1])
        for spelling in (before + last.surface, before + lemma_of(last)):
            found = self.by_spelling.get(spelling)
            word = self.view.words.get(found) if found is not None else None
            if word is not None:
                return word
        return None


def words_of(lexicon: Lexicon, testlet: Testlet, item: Item, deck: DeckId) -> tuple[Word, ...]:
    """What missing an item gives to learn; () if it says nothing that can be read."""
    sentences = told(testlet, item)
    if not sentences:
        return ()
    match about(item.type):
        case About.WORD:
            return tuple(_asked(lexicon, sentences[0], item, deck))
        case About.PATTERN:
            return (_phrase(lexicon, sentences[0], item, deck),)
        case About.TEXT:
            found = _of_text(lexicon, sentences, item, deck)
            return found or (_phrase(lexicon, sentences[0], item, deck),)


def _asked(lexicon: Lexicon, sentence: Told, item: Item, deck: DeckId) -> Iterator[Word]:
    shown = with_readings(lexicon.reader, sentence.text)
    found = list(lexicon.find(_in_focus(lexicon.reader, sentence)))
    taught = [word for _token, word in found if word is not None]
    for word in taught:
        yield _taught(word, shown, sentence, item, deck)
    if item.type in _WHOLE and not taught and sentence.focus:
        (start, stop), *_ = sentence.focus
        spelling = plain(sentence.text)[start:stop].strip()
        reading = "".join(each.reading or each.surface for each in lexicon.reader.tokens(spelling))
        if item.type is ItemType.KANJI_READING:
            reading = plain(item.options[item.key - 1].text)
        yield _made(item, deck, 1, (spelling, reading), shown)
        return
    unknown = [token for token, word in found if word is None]
    for number, token in enumerate(unknown[:OF_A_TEXT], 1):
        yield _made(item, deck, number, _dictionary_form(lexicon.reader, token), shown)


def _of_text(
    lexicon: Lexicon, sentences: tuple[Told, ...], item: Item, deck: DeckId
) -> tuple[Word, ...]:
    found: dict[WordId, Word] = {}
    for sentence in sentences[:3]:
        tokens = list(lexicon.reader.tokens(plain(sentence.text)))
        shown = with_readings(lexicon.reader, sentence.text)
        for _token, word in lexicon.find(tokens):
            if word is None or lexicon.is_known(word):
                continue
            taught = _taught(word, shown, sentence, item, deck)
            found.setdefault(taught.id, taught)
            if len(found) == OF_A_TEXT:
                return tuple(found.values())
    return tuple(found.values())


def _taught(word: Word, shown: str, sentence: Told, item: Item, deck: DeckId) -> Word:
    """The deck's word with the exam's sentence."""
    id = WordId(f"{deck}:{word.learnt_as.replace(':', '-')}")
    mine = replace(word, id=id, same_as=word.learnt_as)
    told_so = replace(
        mine, example=shown, example_en="", example_ur="", extra=_heard(sentence, item)
    )
    return told_so if gap(told_so) is not None or not word.example else mine


def _dictionary_form(reader: Reader, token: Token) -> tuple[str, str]:
    """Spelling and reading, as a dictionary has it; in kana where the exam wrote kana."""
    lemma = lemma_of(token)
    reading = to_hiragana("".join(each.reading or each.surface for each in reader.tokens(lemma)))
    if any(map(is_kanji, token.surface)):
        return lemma, reading
    if token.pos.startswith("名詞") or to_hiragana(token.surface) != token.surface:
        return token.surface, token.surface
    return reading, reading


def _made(item: Item, deck: DeckId, number: int, form: tuple[str, str], shown: str) -> Word:
    """A word that no deck teaches; what it means is what the exam says of it."""
    spelling, reading = form
    word = Word(
        id=WordId(f"{deck}:{item.id}-{number}"),
        kind=Kind.WORD,
        word=spelling,
        reading=spelling if is_all_kana(spelling) else to_hiragana(reading),
        pos=PartOfSpeech.EXPRESSION,
        example=shown,
        level=item.level,
    )
    return _explained(word, item)


def _phrase(lexicon: Lexicon, sentence: Told, item: Item, deck: DeckId) -> Word:
    shown = with_readings(lexicon.reader, sentence.text)
    return _explained(
        Word(
            id=WordId(f"{deck}:{item.id}"),
            kind=Kind.PHRASE,
            word=plain(shown).replace("\u3000", " ").strip(),
            reading=to_hiragana(spoken(shown)).replace("\u3000", "").strip(),
            pos=PartOfSpeech.EXPRESSION,
            example=shown,
            level=item.level,
            extra=_heard(sentence, item),
        ),
        item,
    )


def _explained(word: Word, item: Item) -> Word:
    return replace(
        word,
        meaning_en=_short(item.why.en),
        meaning_ur=_short(item.why.ur),
        note_en=item.why.en,
        note_ur=item.why.ur,
    )


def _short(why: str) -> str:
    """The first sentence of an explanation."""
    found = _FIRST_SENTENCE.match(why.strip())
    return found[0].rstrip(".;؛۔") if found else why.strip()[:_MOST_MEANING]


def _heard(sentence: Told, item: Item) -> tuple[tuple[str, str], ...]:
    """How the sentence sounded, for services/sound.py: the very clip of the exam."""
    if sentence.line is None:
        return ()
    line = sentence.line
    return (("said", line.kana), ("voice", line.voice), ("said at", item.level))


def with_readings(reader: Reader, text: str) -> str:
    """The author's readings, and the engine's where the author gave none."""
    spans: list[Span] = []
    for span in parse(text):
        if span.reading is None and any(map(is_kanji, span.base)):
            spans += reader.spans(span.base)
        else:
            spans.append(span)
    return bracket(spans)


def _in_focus(reader: Reader, sentence: Told) -> list[Token]:
    text = plain(sentence.text)
    focus = sentence.focus or ((0, len(text)),)
    at, found = 0, []
    for token in reader.tokens(text):
        end = at + len(token.surface)
        if any(at < stop and start < end for start, stop in focus):
            found.append(token)
        at = end
    return found


def lemma_of(token: Token) -> str:
    """The dictionary word; UniDic adds what tells it from others after a dash."""
    return token.lemma.partition("-")[0] or token.surface


def _is_content(token: Token) -> bool:
    return token.pos.startswith(_CONTENT)


def _is_to_learn(token: Token) -> bool:
    return _is_content(token) and not any(part in token.pos for part in _NOT_TO_LEARN)


def _is_a_sign(other: OtherWord) -> bool:
    return len(other.word) == 1 and not is_kanji(other.word)
