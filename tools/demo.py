"""Make a data folder as four trainees leave it after months: what the pictures show.

    python tools/demo.py FOLDER

Everything is written by the services, answer by answer, with a clock that moves: days are missed,
words are confused, forgotten, rested and known. The same seed gives the same history.
"""

import random
import sys
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from jp_trainer import paths
from jp_trainer.core.answers import mark
from jp_trainer.core.cards import word_of
from jp_trainer.core.ids import DeviceId, TraineeId
from jp_trainer.core.people import Goal, KanaKnown, Preferences, Trainee
from jp_trainer.core.questions import Chosen, GaveUp, Given, Question, SaidKnown, Typed, Way
from jp_trainer.core.study_day import Moment
from jp_trainer.core.verdicts import Outcome
from jp_trainer.japanese.readings import Reader
from jp_trainer.services import decks, first_run, profiles, study
from jp_trainer.services.app import App
from jp_trainer.services.study_states import Asking, StudyState
from jp_trainer.speech.clips import Clip, Clips
from jp_trainer.speech.voice import SpeechError, Voice
from jp_trainer.storage.database import Database

NOW = datetime(2026, 11, 22, 4, 10, tzinfo=UTC)  # a Sunday, 09:10 in Karachi
KARACHI = 300
EXAM = date(2027, 2, 14)
AYESHA, BILAL, ZAINAB, USMAN = "Ayesha Khan", "Bilal Ahmed", "Zainab", "Muhammad Usman Farooqi"
PIN = "2580"
_MOST_ROUNDS = 2
_SEED = 11
# Shares of what happens: a word that will not stay, a day with one round only, a new word that is
# known from elsewhere, a look at the reading.
_HARD, _SURE_OF_HARD, _HURRIED, _KNOWN, _PEEKED = 0.06, 0.6, 0.15, 0.04, 0.05


class Clock:
    """A clock that is set by whoever makes the history."""

    def __init__(self, at: datetime = NOW) -> None:
        self.at = at

    def __call__(self) -> Moment:
        """The moment it was set to, in Pakistan."""
        return Moment(self.at, KARACHI)

    def tick(self, seconds: float) -> None:
        """Later."""
        self.at += timedelta(seconds=seconds)


class MuteVoice(Voice):
    """Says that there is a voice, so that listening is asked; nothing is ever spoken."""

    @property
    def available(self) -> bool:
        """Yes."""
        return True

    def say(self, clip: Clip) -> Path:
        """Not here: a picture has no sound."""
        raise SpeechError(clip.kana)


@dataclass(frozen=True, slots=True)
class Person:
    """Who studies, how regularly, how well.

    Attributes:
        days: since the first one; last: days ago of the last one, 0 = today.
        studies: the share of days with study; sure: of answers that are right.
    """

    name: str
    wishes: Preferences
    days: int = 0
    last: int = 1
    studies: float = 0.8
    sure: float = 0.95
    pin: str = ""


PEOPLE = (
    Person(
        AYESHA,
        Preferences(
            sector="nursing-care",
            kana=KanaKnown.HIRAGANA,
            goal=Goal.JFT_A2,
            exam_date=EXAM,
            new_words=2,
            instructor_tools=True,
        ),
        days=84,
        studies=0.78,
    ),
    Person(
        BILAL,
        Preferences(sector="construction", kana=KanaKnown.BOTH, goal=Goal.JFT_A2, minutes=20),
        days=55,
        last=17,
        studies=0.9,
        pin=PIN,
    ),
    Person(ZAINAB, Preferences(sector="information-technology", kana=KanaKnown.NONE)),
    Person(
        USMAN,
        Preferences(
            sector="manufacturing", kana=KanaKnown.BOTH, goal=Goal.JLPT_N4, minutes=10, new_words=4
        ),
        days=9,
        last=0,
        sure=0.98,
    ),
)


@dataclass(slots=True)
class Learner:
    """Answers as a person would: some words are hard, new ones are guessed."""

    person: Person
    chance: random.Random
    hard: dict[str, float] = field(default_factory=dict)

    def answer(self, question: Question) -> Given:
        """Right, wrong for a reason, or given up."""
        word = str(question.word.id)
        if word not in self.hard:
            self.hard[word] = _SURE_OF_HARD if self.chance.random() < _HARD else self.person.sure
        sure = self.hard[word]
        if question.is_new:
            sure = 0.5
        elif question.again:
            sure = 0.9
        if self.chance.random() < sure:
            return right_answer(question)
        return self._wrong(question)

    def _wrong(self, question: Question) -> Given:
        if self.chance.random() < (0.6 if question.is_new else 0.2):
            return GaveUp()
        if question.way is Way.CHOOSE:
            others = [
                i for i, option in enumerate(question.options) if option.word != question.word.id
            ]
            return Chosen(self.chance.choice(others))
        slips = [Typed(kana) for kana in _slips(question)]
        wrong = [slip for slip in slips if mark(question, slip).outcome is Outcome.WRONG]
        return self.chance.choice(wrong) if wrong else GaveUp()


def right_answer(question: Question) -> Given:
    """What is right, whichever way it is asked."""
    match question.way:
        case Way.CHOOSE:
            return Chosen([option.word for option in question.options].index(question.word.id))
        case Way.TYPE:
            return Typed(question.word.reading)
        case Way.REVEAL:
            return SaidKnown(knew=True)


def _slips(question: Question) -> list[str]:
    """What a learner types in place of the reading: its sounds a little off, or another word."""
    kana = question.word.reading
    changes = ("ょう ょ", "ゅう ゅ", "う_", "っ_", "が か", "ご こ", "ど と", "ぶ ぷ", "ー_", "ん_",
               "つ す", "じ し", "ゃ や", "ょ よ", "か が", "と ど")  # fmt: skip
    made = []
    for change in changes:
        old, _, new = change.replace("_", " ").partition(" ")
        if old in kana[1:]:
            made.append(kana[0] + kana[1:].replace(old, new, 1))
    return made + [other.reading for other in question.others[:2]]


def make(folder: Path) -> App:
    """The program on a new file in `folder`, with everyone's history; the clock stands at NOW."""
    app = open_at(folder)
    everyone = [info.deck.id for info in decks.available(app)]
    decks.install(app, everyone)
    for number, person in enumerate(PEOPLE):
        _live(app, person, random.Random(_SEED + number))
    return app


def open_at(folder: Path) -> App:
    """The program on the file in `folder`, at NOW."""
    return App(
        database=Database(folder / "trainer.db"),
        clock=Clock(),
        device=DeviceId("demo"),
        data=folder,
        decks_folder=paths.decks(),
        reader=Reader(paths.assets() / "readings"),
        voice=MuteVoice(Clips(folder / "clips")),
    )


def _live(app: App, person: Person, chance: random.Random) -> None:
    clock = app.clock
    assert isinstance(clock, Clock)
    clock.at = NOW - timedelta(days=person.days)
    trainee = first_run.begin(app, person.name, person.wishes)
    if person.wishes.instructor_tools:
        wanted = replace(trainee.preferences, instructor_tools=True)
        trainee = profiles.change_preferences(app, trainee.id, wanted)
    if person.pin:
        profiles.set_pin(app, trainee.id, person.pin)
    learner = Learner(person, chance)
    for ago in range(person.days, person.last - 1, -1):
        last_week = ago < person.last + 3
        if ago in (person.days, person.last) or last_week or chance.random() < person.studies:
            hour = 0 if ago == 0 else chance.randint(9, 12)
            clock.at = NOW - timedelta(days=ago) + timedelta(hours=hour, minutes=-20)
            _study_a_day(app, trainee, learner, rounds=_rounds(ago, chance))
    clock.at = NOW


def _rounds(ago: int, chance: random.Random) -> int:
    """How many in a day: all of today's, else one or two."""
    if ago == 0:
        return 99
    return 1 if chance.random() < _HURRIED else _MOST_ROUNDS


def _study_a_day(app: App, trainee: Trainee, learner: Learner, *, rounds: int) -> None:
    for _round in range(rounds):
        state = study.begin(app, trainee.id)
        if not isinstance(state, Asking):
            return
        while isinstance(state, Asking):
            state = _one(app, trainee.id, state, learner)


def _one(app: App, trainee: TraineeId, state: Asking, learner: Learner) -> StudyState:
    chance, clock = learner.chance, app.clock
    assert isinstance(clock, Clock)
    question = state.question
    seconds = min(90.0, chance.lognormvariate(3.0 if question.way is Way.TYPE else 2.7, 0.5))
    clock.tick(seconds + 3)
    if question.is_new and chance.random() < _KNOWN:
        return study.know(app, trainee, word_of(question.card))
    peeked = chance.random() < _PEEKED
    given = learner.answer(question)
    recorded = study.answer(
        app, trainee, question.id, given, peeked=peeked, ms=round(seconds * 1000)
    )
    if recorded.event is None:  # it did not count: once more
        recorded = study.answer(app, trainee, question.id, GaveUp(), ms=round(seconds * 1000))
    return recorded.state


def main(arguments: list[str]) -> int:
    """Fill the folder."""
    if len(arguments) != 1:
        sys.stderr.write(__doc__ or "")
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    make(folder).database.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
