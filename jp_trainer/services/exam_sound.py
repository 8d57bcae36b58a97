"""Let the listening items of an exam be heard: clips found in the pack or the cache, or made."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from jp_trainer.core.exam.recordings import Chime, Cue, Recording, Silence, Speech
from jp_trainer.services.app import App
from jp_trainer.speech.clips import Clip, Clips
from jp_trainer.speech.voice import SpeechError

Report = Callable[[int, int], None]
"""Called with how many of how many clips are there; may raise to stop."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One step of playing: a file, or silence of `ms` where there is none."""

    file: Path | None = None
    ms: int = 0


def playlist(app: App, recording: Recording) -> tuple[Heard, ...] | None:
    """What to play, in order; None unless every clip is there. Takes no time."""
    clips = _clips(app)
    steps: list[Heard] = []
    for cue in recording:
        match cue:
            case Silence(ms):
                steps.append(Heard(ms=ms))
            case Chime():
                steps.append(Heard(chime(app)))
            case Speech():
                file = clips.find(clip_of(cue)) if clips else None
                if file is None:
                    return None
                steps.append(Heard(file))
    return tuple(steps)


def make(app: App, recording: Recording) -> tuple[Heard, ...] | None:
    """Likewise, but clips that are missing are made first: 0.3 s and more each.

    None if there is no voice, or it cannot say a line.
    """
    if (steps := playlist(app, recording)) is not None:
        return steps
    try:
        for _ in _making(app, _missing(app, [recording])):
            pass
    except SpeechError:
        return None
    return playlist(app, recording)


def is_ready(app: App, recordings: Iterable[Recording]) -> bool:
    """Whether all of them could be played at once."""
    return not _missing(app, recordings)


def can_make(app: App) -> bool:
    """Whether there is a voice to make what is missing."""
    return app.voice is not None and app.voice.available


def make_all(app: App, recordings: Iterable[Recording], report: Report) -> int:
    """Make every clip that is missing, in the order in which they are heard.

    Returns how many were made. A next call goes on where this one was stopped. Raises SpeechError
    if there is no voice or a line cannot be said.
    """
    wanted = list(recordings)
    missing = _missing(app, wanted)
    total = len(_wanted(wanted))
    there = total - len(missing)
    report(there, total)
    made = 0
    for _ in _making(app, missing):
        made += 1
        report(there + made, total)
    return made


def count(app: App, recordings: Iterable[Recording]) -> tuple[int, int]:
    """How many clips are there, and how many there should be."""
    wanted = list(recordings)
    total = len(_wanted(wanted))
    return total - len(_missing(app, wanted)), total


def chime(app: App) -> Path:
    """The sound before a number."""
    return app.assets_folder / "sounds" / "chime.ogg"


def clip_of(cue: Speech) -> Clip:
    """The clip of a line."""
    return Clip(cue.kana, cue.voice, cue.speed)


def _clips(app: App) -> Clips | None:
    return app.voice.clips if app.voice else None


def _making(app: App, missing: Iterable[Clip]) -> Iterator[Path]:
    for clip in missing:
        if app.voice is None:
            raise SpeechError("there is no voice")
        yield app.voice.say(clip)


def _wanted(recordings: Iterable[Recording]) -> list[Clip]:
    cues: Iterator[Cue] = (cue for recording in recordings for cue in recording)
    return list(dict.fromkeys(clip_of(cue) for cue in cues if isinstance(cue, Speech)))


def _missing(app: App, recordings: Iterable[Recording]) -> list[Clip]:
    clips = _clips(app)
    return [clip for clip in _wanted(recordings) if clips is None or clips.find(clip) is None]
