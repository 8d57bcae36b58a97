from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jp_trainer.services.exam_sound import Heard
from jp_trainer.ui.player import Player
from jp_trainer.ui.recording_player import RecordingPlayer


class Ear(Player):
    """Hears what would be played; the test says when a clip has ended."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def play(self, clip: Path) -> bool:
        if self.deaf:
            return False
        self.heard.append(clip.name)
        return True

    def stop(self) -> None:
        self.heard.append("stop")


ONE, TWO = Heard(Path("one.ogg")), Heard(Path("two.ogg"))


@pytest.fixture
def ear(qapp: object) -> Ear:
    assert qapp  # a player needs one
    return Ear()


@pytest.fixture
def recording(ear: Ear) -> RecordingPlayer:
    return RecordingPlayer(ear)


def test_clips_follow_one_another_and_the_end_is_told(ear, recording, qtbot: QtBot) -> None:
    assert recording.play([ONE, TWO])
    ear.finished.emit()
    assert recording.playing
    with qtbot.waitSignal(recording.finished):
        ear.finished.emit()

    assert ear.heard == ["stop", "one.ogg", "two.ogg"]
    assert not recording.playing


def test_a_silence_stands_between_two_clips(ear, recording, qtbot: QtBot) -> None:
    recording.play([ONE, Heard(ms=30), TWO])
    ear.finished.emit()

    assert ear.heard == ["stop", "one.ogg"]
    qtbot.waitUntil(lambda: ear.heard[-1] == "two.ogg", timeout=2_000)


def test_a_clip_of_another_that_ends_in_a_silence_does_not_shorten_it(ear, recording):
    recording.play([Heard(ms=60_000), ONE])
    ear.finished.emit()

    assert ear.heard == ["stop"]
    recording.stop()


def test_what_is_stopped_tells_no_end(ear, recording, qtbot: QtBot) -> None:
    recording.play([ONE])
    with qtbot.assertNotEmitted(recording.finished):
        recording.stop()
        ear.finished.emit()


def test_a_deaf_machine_is_told_at_once(ear, recording) -> None:
    ear.deaf = True

    assert not recording.play([ONE])
    assert not recording.playing


def test_a_device_that_is_missed_after_the_first_silence_is_told(
    ear: Ear, recording: RecordingPlayer, qtbot: QtBot
) -> None:
    assert recording.play([Heard(ms=10), ONE])
    ear.deaf = True

    with qtbot.waitSignal(recording.failed, timeout=2_000):
        pass

    assert not recording.playing


def test_a_clip_that_breaks_off_is_told(ear: Ear, recording: RecordingPlayer, qtbot: QtBot) -> None:
    recording.play([ONE, TWO])

    with qtbot.waitSignal(recording.failed):
        ear.failed.emit()

    assert not recording.playing


def test_what_cannot_begin_is_refused_and_not_told_twice(
    ear: Ear, recording: RecordingPlayer, qtbot: QtBot
) -> None:
    ear.deaf = True

    with qtbot.assertNotEmitted(recording.failed):
        assert not recording.play([ONE])
