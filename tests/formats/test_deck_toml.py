"""What deck.toml may say, and where the reader says that it is wrong."""

from pathlib import Path

import pytest

from jp_trainer.core.deck_problems import Code
from jp_trainer.formats.deck_toml import read_deck_toml
from jp_trainer.wording.deck_problems import explained

TOML = """format = 1
id = "farm"
version = 3
title = { en = "Farm", ur = "کھیت", ja = "農業" }
languages = ["en", "ur"]
required = ["chapter", "level"]
aspects = ["meaning", "reading"]
colour = "green"

[[chapter]]
id = "01-soil"
en = "Soil"
"""


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("format = 1", "format = 2", Code.NEWER_FORMAT, 1),
        ("format = 1\n", "", Code.MISSING_KEY, 0),
        ('id = "farm"', 'id = "Farm"', Code.BAD_ID, 2),
        ('id = "farm"\n', "", Code.MISSING_KEY, 0),
        ('id = "farm"', 'id = "hen"', Code.OTHER_FOLDER, 2),
        ("version = 3", 'version = "3"', Code.WRONG_TYPE, 3),
        ("version = 3", "version = 0", Code.WRONG_TYPE, 3),
        ('en = "Farm", ', "", Code.MISSING_KEY, 4),
        ("کھیت", "Khet", Code.NO_URDU, 4),
        ('"ur"]', '"de"]', Code.UNKNOWN_LANGUAGE, 5),
        ('["chapter", "level"]', '["chapter", "colour"]', Code.UNKNOWN_REQUIRED, 6),
        ('["chapter", "level"]', "7", Code.WRONG_TYPE, 6),
        ('["meaning", "reading"]', '["smell"]', Code.UNKNOWN_ASPECT, 7),
        ("version = 3", "version = ", Code.BAD_TOML, 3),
        ('en = "Soil"', 'en = "Soil"\n[[chapter]]\nid = "01-soil"', Code.DUPLICATE_CHAPTER, 13),
        ('en = "Soil"', 'en = "Soil"\n[[chapter]]\nid = "2"\nur = "x"', Code.NO_URDU, 13),
        ('en = "Soil"', 'en = "Soil"\n[[chapter]]\nid = "Two"', Code.BAD_ID, 13),
    ],
)
def test_deck_toml_is_checked_by_key_and_line(
    tmp_path: Path, old: str, new: str, code: Code, line: int
) -> None:
    assert old in TOML
    file = tmp_path / "farm" / "deck.toml"
    file.parent.mkdir()
    file.write_text(TOML.replace(old, new), encoding="utf-8")

    _, problems = read_deck_toml(file)

    first = next(p for p in problems if p.code is code)
    assert (first.path.name, first.line) == ("deck.toml", line)
    assert explained(first)
