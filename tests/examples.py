"""Things to test with: say only what matters, the rest is filled in."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from jp_trainer import paths
from jp_trainer.core.cards import Aspect
from jp_trainer.core.decks import Chapter, Deck, Title
from jp_trainer.core.ids import DeckId, DeviceId, TraineeId, WordId
from jp_trainer.core.people import Preferences
from jp_trainer.core.study_day import Moment
from jp_trainer.core.words import Kind, PartOfSpeech, Word
from jp_trainer.japanese.readings import Reader
from jp_trainer.services import people
from jp_trainer.services.app import App
from jp_trainer.storage.database import Database

MORNING = datetime(2026, 11, 23, 4, tzinfo=UTC)  # 09:00 in Karachi

NOUNS = """
病院 びょういん hospital ہسپتال
病人 びょうにん patient مریض
介護 かいご nursing_care دیکھ_بھال
手袋 てぶくろ glove دستانہ
足場 あしば scaffold پاڑ
機械 きかい machine مشین
階段 かいだん stairs سیڑھی
会議 かいぎ meeting میٹنگ
点滴 てんてき IV_drip ڈرپ
入浴 にゅうよく bathing نہانا
道具 どうぐ tool اوزار
安全 あんぜん safety حفاظت
地震 じしん earthquake زلزلہ
電話 でんわ telephone فون
時間 じかん time وقت
書類 しょるい document کاغذات
荷物 にもつ baggage سامان
体温 たいおん body_temperature درجہ_حرارت
食事 しょくじ meal کھانا
事故 じこ accident حادثہ
給料 きゅうりょう salary تنخواہ
窓 まど window کھڑکی
屋根 やね roof چھت
牛乳 ぎゅうにゅう milk دودھ
野菜 やさい vegetable سبزی
"""


@dataclass
class Clock:
    """A clock that a test sets."""

    at: datetime = MORNING
    offset: int = 300

    def __call__(self) -> Moment:
        return Moment(self.at, self.offset)

    def tick(self, seconds: float = 5) -> None:
        self.at += timedelta(seconds=seconds)

    def sleep(self, days: int = 1) -> None:
        self.at += timedelta(days=days)


def a_word(
    word: str = "介護",
    reading: str = "かいご",
    *,
    id: str = "",
    deck: str = "test",
    meaning_en: str = "nursing care",
    meaning_ur: str = "دیکھ بھال",
    pos: PartOfSpeech = PartOfSpeech.NOUN,
    **more: object,
) -> Word:
    return Word(
        id=WordId(f"{deck}:{id or word.encode().hex()[:12]}"),
        kind=Kind.WORD,
        word=word,
        reading=reading,
        pos=pos,
        meaning_en=meaning_en,
        meaning_ur=meaning_ur,
        example=str(more.pop("example", f"これは {word}[{reading}]です。")),
        example_en=f"This is {meaning_en}.",
        example_ur=f"یہ {meaning_ur} ہے۔",
        chapter=str(more.pop("chapter", "01-first")),
        level="N4",
        **more,  # type: ignore[arg-type]
    )


def some_words(count: int = 25, deck: str = "test") -> list[Word]:
    rows = [line.split() for line in NOUNS.strip().splitlines()]
    return [
        a_word(
            word,
            reading,
            id=f"w{n}",
            deck=deck,
            meaning_en=en.replace("_", " "),
            meaning_ur=ur.replace("_", " "),
        )
        for n, (word, reading, en, ur) in enumerate(rows[:count])
    ]


def a_deck(deck: str = "test", aspects: tuple[Aspect, ...] = tuple(Aspect)) -> Deck:
    return Deck(
        id=DeckId(deck),
        version=1,
        title=Title(deck.title(), "مشق", "練習"),
        sector="nursing-care",
        aspects=aspects,
        chapters=(Chapter("01-first", Title("First", "پہلا", "最初")),),
    )


@dataclass
class School:
    """A program with one deck and one trainee, on a real file."""

    app: App
    clock: Clock
    trainee: TraineeId
    words: list[Word] = field(default_factory=list)

    def reopened(self) -> "School":
        """The same file, as after a restart."""
        self.app.database.close()
        self.app = an_app(self.app.data, self.clock)
        return self  # so that whoever closes this school closes the file that is open now


def an_app(folder: Path, clock: Clock) -> App:
    return App(
        database=Database(folder / "trainer.db"),
        clock=clock,
        device=DeviceId("laptop"),
        data=folder,
        decks_folder=paths.decks(),
        reader=Reader(paths.assets() / "readings"),
    )


def a_school(
    folder: Path,
    *,
    words: list[Word] | None = None,
    deck: Deck | None = None,
    preferences: Preferences | None = None,
) -> School:
    clock = Clock()
    app = an_app(folder, clock)
    words = some_words() if words is None else words
    deck = deck or a_deck()
    with app.database.write() as change:
        change.decks.install(deck, words, clock.at)
    preferences = preferences or Preferences(decks=(deck.id,), meanings=("en", "ur"))
    trainee = people.add(app, "Ayesha Khan", preferences)
    return School(app, clock, trainee.id, words)
