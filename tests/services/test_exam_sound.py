from dataclasses import replace
from pathlib import Path

import pytest

from jp_trainer.core.exam.recordings import Chime, Silence, Speech
from jp_trainer.services import exam_sound
from jp_trainer.services.exam_sound import Heard
from jp_trainer.speech.clips import Clip, Clips
from jp_trainer.speech.voice import SpeechError, Voice
from tests.examples import School, a_school

HELLO, BYE = Speech("コンニチワ。", "m1", 0.85), Speech("サヨーナラ。", "f2", 0.85)
TALK = (Chime(), HELLO, Silence(400), BYE, Silence(100), HELLO)


class Typist(Voice):
    """Writes down what it should say; loses its voice after `breath` clips."""

    breath = 99

    def say(self, clip: Clip) -> Path:
        if self.breath == 0:
            raise SpeechError("hoarse")
        self.breath -= 1
        place = self.clips.place(clip)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(clip.kana, encoding="utf-8")
        return place


@pytest.fixture
def school(tmp_path: Path):
    made = a_school(tmp_path)
    made.app = replace(made.app, voice=Typist(Clips(tmp_path / "clips")))
    yield made
    made.app.database.close()


def test_a_recording_plays_chime_lines_and_silences_in_order(school: School) -> None:
    steps = exam_sound.make(school.app, TALK)

    assert steps is not None
    chime, hello, pause, bye, short, again = steps
    assert chime.file == exam_sound.chime(school.app)
    assert (pause, short) == (Heard(ms=400), Heard(ms=100))
    assert hello == again
    assert [s.file.read_text(encoding="utf-8") for s in (hello, bye) if s.file] == [
        HELLO.kana,
        BYE.kana,
    ]


def test_nothing_is_played_before_every_line_is_there(school: School) -> None:
    exam_sound.make(school.app, (HELLO,))

    assert exam_sound.playlist(school.app, (HELLO,)) is not None
    assert exam_sound.playlist(school.app, TALK) is None
    assert not exam_sound.is_ready(school.app, [TALK])


def test_rendering_goes_on_where_it_was_stopped(school: School) -> None:
    voice = school.app.voice
    assert isinstance(voice, Typist)
    voice.breath = 1
    with pytest.raises(SpeechError):
        exam_sound.make_all(school.app, [TALK], lambda _there, _total: None)
    voice.breath = 99
    told: list[tuple[int, int]] = []

    made = exam_sound.make_all(school.app, [TALK], lambda there, total: told.append((there, total)))

    assert made == 1  # a line that is said twice is one clip
    assert told == [(1, 2), (2, 2)]


def test_a_report_may_stop_the_rendering_and_what_was_made_stays(school: School) -> None:
    class StoppedError(Exception):
        pass

    def report(there: int, _total: int) -> None:
        if there:
            raise StoppedError

    with pytest.raises(StoppedError):
        exam_sound.make_all(school.app, [TALK], report)

    assert exam_sound.count(school.app, [TALK]) == (1, 2)


def test_without_a_voice_a_missing_line_is_said_to_be_missing(school: School) -> None:
    mute = replace(school.app, voice=None)

    assert exam_sound.make(mute, TALK) is None
    assert not exam_sound.can_make(mute)
    with pytest.raises(SpeechError):
        exam_sound.make_all(mute, [TALK], lambda _there, _total: None)


def test_the_chime_is_shipped(school: School) -> None:
    assert exam_sound.chime(school.app).read_bytes().startswith(b"OggS")
