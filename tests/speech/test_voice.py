from pathlib import Path

import pytest

from jp_trainer.speech.clips import Clip, Clips
from jp_trainer.speech.voice import SpeechError, Voice


@pytest.fixture
def voice(tmp_path: Path):
    voice = Voice(Clips(tmp_path / "sound" / "clips"))
    yield voice
    voice.close()


installed = pytest.mark.skipif(
    not Voice(Clips(Path())).available, reason="the extra `voice` is not installed"
)


def test_without_the_extra_a_clip_is_refused_and_nothing_is_written(voice, monkeypatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)

    with pytest.raises(SpeechError):
        voice.say(Clip("かいご"))
    assert not voice.clips.cache.exists()


def test_a_clip_that_is_there_needs_no_voice(voice, monkeypatch) -> None:
    clip = Clip("かいご")
    voice.clips.cache.mkdir(parents=True)
    voice.clips.place(clip).write_bytes(b"OggS")
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)

    assert voice.say(clip) == voice.clips.place(clip)


@installed
def test_a_word_is_spoken_once_and_the_process_goes_when_idle(voice) -> None:
    soundfile = pytest.importorskip("soundfile")
    path = voice.say(Clip("かいご"))

    with soundfile.SoundFile(path) as sound:
        assert 0.3 < len(sound) / sound.samplerate < 2.0
    assert voice.say(Clip("かいご")) == path
    assert not voice.rest(idle_seconds=1_000)
    assert voice.rest(idle_seconds=0)
    assert not voice.rest(idle_seconds=0)


@installed
def test_what_cannot_be_said_is_refused_and_the_next_clip_is_spoken(voice) -> None:
    with pytest.raises(SpeechError):
        voice.say(Clip("はい", voice="nobody"))

    assert voice.say(Clip("はい")).is_file()
