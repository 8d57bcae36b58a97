"""Let words and sentences be heard: spoken from checked readings, kept, made ahead of need."""

import random
from pathlib import Path

from jp_trainer.core import furigana, kana
from jp_trainer.core.cards import Aspect, word_of
from jp_trainer.core.exam.recordings import NARRATOR, speed_of
from jp_trainer.core.ids import TraineeId
from jp_trainer.core.words import Kind, Word
from jp_trainer.japanese.sounds import said
from jp_trainer.services.app import App
from jp_trainer.services.people import preferences_of
from jp_trainer.services.study import running_round
from jp_trainer.speech.clips import Clip
from jp_trainer.speech.voice import SpeechError

AHEAD = 6
"""How many of the next questions have their sound made ahead."""
CACHE_BYTES = 300 * 1024 * 1024
_PARTICLES = str.maketrans("ハヘヲ", "ワエオ")


def word_clip(app: App, word: Word, *, speed: float = 1.0) -> Path | None:
    """The word, spoken; made now if need be (0.3 s and more). None if there is no voice."""
    heard = heard_in_exam(word, speed) if word.kind is Kind.PHRASE else None
    return _made(app, heard or Clip(spoken_word(word), _voice_of(word), speed))


def example_clip(app: App, word: Word, *, speed: float = 1.0) -> Path | None:
    """The word's example, spoken. None if there is no voice or no example."""
    if not word.example:
        return None
    heard = heard_in_exam(word, speed)
    return _made(app, heard or Clip(spoken_example(app, word), _voice_of(word), speed))


def ready(app: App, word: Word) -> Path | None:
    """The word's clip if it is there already; takes no time."""
    if app.voice is None:
        return None
    return app.voice.clips.find(Clip(spoken_word(word), _voice_of(word)))


def make_ahead(app: App, trainee: TraineeId) -> int:
    """Make the clips of the next questions; returns how many were made or there."""
    if not app.can_speak():
        return 0
    with app.database.read() as view:
        running = running_round(view, trainee)
        cards = [waiting.card for waiting in running.waiting[:AHEAD]] if running else []
        decks = preferences_of(view, trainee).decks
        words = view.words.learnt_as([word_of(card) for card in cards], decks)
    # What must be heard to be answered comes first.
    cards.sort(key=lambda card: not card.endswith(f"/{Aspect.LISTENING.value}"))
    made = 0
    for card in cards:
        word = words.get(word_of(card))
        if word is not None and word_clip(app, word) is not None:
            made += 1
    return made


def rest(app: App) -> bool:
    """Let the voice go if it is idle, and the cache not grow for ever."""
    if app.voice is None or not app.voice.rest():
        return False
    app.voice.clips.trim(CACHE_BYTES)
    return True


def spoken_word(word: Word) -> str:
    """What is said for a word: its checked reading, never a guess."""
    return word.reading


def spoken_example(app: App, word: Word) -> str:
    """The example in kana: the readings its author checked, particles as they are said.

    The reading engine says which は is a particle. Where it reads anything else otherwise than
    the author, the author is right and the text goes to the voice as written.
    """
    checked = furigana.spoken(word.example)
    engine = app.reader.pronunciation(furigana.plain(word.example))
    return engine if _key(checked) == _key(engine) else checked


def _key(text: str) -> str:
    """The sound of a text without its particles' spelling: は and わ, へ and え are one."""
    return said(kana.bare(text)).translate(_PARTICLES)


def heard_in_exam(word: Word, speed: float) -> Clip | None:
    """The clip of a sentence from an exam, as it was heard there; see mistake_words.py."""
    extra = dict(word.extra)
    said, voice = extra.get("said"), extra.get("voice")
    if not said or not voice:
        return None
    return Clip(
        said, NARRATOR if voice == "narrator" else voice, speed * speed_of(extra["said at"])
    )


def _voice_of(word: Word) -> str:
    """Always the same speaker for a word, different ones for different words."""
    return random.Random(word.learnt_as).choice(("f1", "m1", "f2"))


def _made(app: App, clip: Clip) -> Path | None:
    if app.voice is None:
        return None
    try:
        return app.voice.say(clip)
    except SpeechError:
        return None
