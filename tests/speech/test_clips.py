import os
from pathlib import Path

from jp_trainer.speech.clips import Clip, Clips


def test_a_clip_is_named_by_all_that_changes_its_sound() -> None:
    names = {
        Clip("かいご").name,
        Clip("かいこ").name,
        Clip("かいご", voice="m1").name,
        Clip("かいご", speed=0.8).name,
    }

    assert len(names) == 4
    assert Clip("かいご").name == Clip("かいご").name


def test_a_shipped_clip_is_found_before_the_cache(tmp_path: Path) -> None:
    clips = Clips(tmp_path / "cache", [tmp_path / "pack"])
    clip = Clip("かいご")
    assert clips.find(clip) is None

    for folder in ("cache", "pack"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / clip.name).write_bytes(b"OggS")

    assert clips.find(clip) == tmp_path / "pack" / clip.name


def test_trimming_keeps_what_was_heard_last(tmp_path: Path) -> None:
    clips = Clips(tmp_path)
    for age, kana in enumerate(["あ", "い", "う"]):
        path = clips.place(Clip(kana))
        path.write_bytes(b"x" * 100)
        os.utime(path, (1_000_000 - age, 1_000_000 - age))

    assert clips.trim(250) == 1
    assert clips.find(Clip("う")) is None
    assert clips.find(Clip("あ")) is not None
