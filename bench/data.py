"""Make the data that is measured: decks, a trainee, and years of answers. Nothing is shipped."""

import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from jp_trainer import paths
from jp_trainer.core import day_log, scheduling
from jp_trainer.core.cards import Aspect, card_id
from jp_trainer.core.day_log import DayLog
from jp_trainer.core.decks import Chapter, Deck, Title
from jp_trainer.core.events import Answered, Event, EventKind, Rating
from jp_trainer.core.ids import DeckId, DeviceId, EventId, TraineeId, WordId
from jp_trainer.core.people import Preferences
from jp_trainer.core.study_day import Moment
from jp_trainer.core.words import Kind, PartOfSpeech, Word
from jp_trainer.japanese.readings import Reader
from jp_trainer.services import people
from jp_trainer.services.app import App
from jp_trainer.storage.database import Database

WRONG = 0.1
NOW = datetime(2026, 11, 23, 6, tzinfo=UTC)
KANJI = "病院介護足場機械階段会議点滴入浴道具安全地震電話時間書類荷物体温食事事故給料屋根牛乳野菜"
MORAE = tuple("かきくけこさしすせそたちつてとなにのはひまみもやゆよらりれわん")
URDU = ("ہسپتال", "مریض", "اوزار", "سیڑھی", "مشین", "کھانا", "وقت", "فون", "حفاظت", "دودھ")
ENGLISH = ("hospital", "patient", "tool", "stairs", "machine", "meal", "time", "safety", "pay")


class Clock:
    """A clock that is set, so that every run measures the same day."""

    def __init__(self, at: datetime = NOW) -> None:
        self.at = at

    def __call__(self) -> Moment:
        """The moment it was set to."""
        return Moment(self.at, 300)


def words(count: int, deck: str, seed: int = 1) -> list[Word]:
    """Words of plausible lengths, all different."""
    chance = random.Random(seed)
    made: list[Word] = []
    seen: set[tuple[str, str]] = set()
    for number in range(count):
        spelling = "".join(chance.choices(KANJI, k=chance.randint(2, 3)))
        reading = "".join(chance.choices(MORAE, k=chance.randint(4, 6)))
        if (spelling, reading) in seen:
            reading += "ん"
        seen.add((spelling, reading))
        meaning = f"{chance.choice(ENGLISH)} {number}"
        made.append(
            Word(
                id=WordId(f"{deck}:w{number}"),
                kind=Kind.WORD,
                word=spelling,
                reading=reading,
                pos=chance.choice((PartOfSpeech.NOUN, PartOfSpeech.SURU_NOUN)),
                meaning_en=meaning,
                meaning_ur=f"{chance.choice(URDU)} {number}",
                note_en="When to use it, with whom, and what not to mix it up with.",
                example=f"{number}は {spelling}[{reading}]を 見[み]ました。",
                example_en=f"Today I saw the {meaning}.",
                chapter=f"{number // 60 + 1:02}-part",
                level="N4",
            )
        )
    return made


def deck(name: str) -> Deck:
    """A deck with all aspects."""
    chapters = tuple(Chapter(f"{n:02}-part", Title(f"Part {n}")) for n in range(1, 900))
    return Deck(DeckId(name), 1, Title(name), chapters=chapters[:20])


def app(folder: Path) -> App:
    """A program on a file in this folder."""
    return App(
        database=Database(folder / "trainer.db"),
        clock=Clock(),
        device=DeviceId("bench"),
        data=folder,
        decks_folder=paths.decks(),
        reader=Reader(paths.assets() / "readings"),
    )


def school(folder: Path, *, cards: int, events: int, decks: int = 1) -> tuple[App, TraineeId]:
    """A trainee with so many cards and answers behind them, the caches as the log gives them."""
    made = app(folder)
    names = tuple(DeckId(f"bench{n}") for n in range(decks))
    aspects = len(Aspect)
    per_deck = max(60, cards // aspects // decks)
    with made.database.write() as change:
        for name in names:
            change.decks.install(deck(name), words(per_deck, name, seed=len(name)), NOW)
    trainee = people.add(made, "Bench", Preferences(decks=names, minutes=30)).id
    write_history(made, trainee, names, per_deck=per_deck, cards=cards, events=events)
    return made, trainee


def write_history(
    made: App,
    trainee: TraineeId,
    names: tuple[DeckId, ...],
    *,
    per_deck: int,
    cards: int,
    events: int,
) -> None:
    """Answers over two years, spread over the cards; every card is answered at least once."""
    chance = random.Random(7)
    ids = [
        (name, aspect, card_id(WordId(f"{name}:w{number}"), aspect))
        for name in names
        for number in range(per_deck)
        for aspect in Aspect
    ][:cards]
    per_card = max(1, events // max(1, len(ids)))
    log = DayLog()
    with made.database.write() as change:
        for batch in _chunks(ids, 500):
            pending: list[Event] = []
            states = []
            for name, aspect, card in batch:
                state = scheduling.CardState(card)
                day = chance.randint(0, 60)
                for number in range(per_card):
                    at = NOW - timedelta(days=730 - day, seconds=chance.randint(0, 9_000))
                    moment = Moment(at, 300)
                    rating = Rating.AGAIN if chance.random() < WRONG else Rating.GOOD
                    body = Answered(rating, "right", ms=6_000, deck=name, first=number == 0)
                    event = Event(
                        id=EventId(f"{card}#{number}"),
                        device=DeviceId("bench"),
                        seq=0,
                        trainee=trainee,
                        kind=EventKind.ANSWERED,
                        subject=card,
                        at=at,
                        utc_offset_min=300,
                        study_day=moment.study_day,
                        body=body.body(),
                    )
                    pending.append(event)
                    state = scheduling.advance(state, event)
                    day_log.add_event(log, event)
                    day = min(729, day + chance.randint(1, max(2, 1300 // per_card)))
                states.append((state, name, aspect))
            change.events.append_all(pending)
            change.card_states.put_all(trainee, states)
        change.day_sums.add_all(trainee, log.rows())


def _chunks(values: list, size: int) -> Iterator[list]:  # type: ignore[type-arg]
    for start in range(0, len(values), size):
        yield values[start : start + size]


def write_deck(folder: Path, made: list[Word]) -> Path:
    """A deck as files, for measuring installation."""
    folder.mkdir(parents=True)
    lines = ["id,kind,word,reading,pos,meaning_en,meaning_ur,example,example_en,chapter,level"]
    for word in made:
        ident = word.id.partition(":")[2]
        lines.append(
            f"{ident},word,{word.word},{word.reading},{word.pos.value},{word.meaning_en},"
            f"{word.meaning_ur},{word.example},{word.example_en},01-part,N4"
        )
    (folder / "words.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "deck.toml").write_text(
        f'format = 1\nid = "{folder.name}"\nversion = 1\nlicence = "CC0"\nsource = "bench"\n'
        f'title = {{en = "Bench", ur = "پیمائش", ja = "計測"}}\nlanguages = ["en", "ur"]\n'
        f"required = {json.dumps(['word', 'reading'])}\n"
        '[[chapter]]\nid = "01-part"\nen = "Part"\nur = "حصہ"\nja = "部"\n',
        encoding="utf-8",
    )
    return folder
