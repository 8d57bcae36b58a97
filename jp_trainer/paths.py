"""Find what is shipped with the program, and where this person's data belong.

The same two questions have different answers in a source tree, an installed wheel and a frozen
app; nobody else needs to know which of them this is.
"""

import os
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent
DATA_VARIABLE = "JP_TRAINER_DATA"


def shipped(package: Path = _PACKAGE) -> Path:
    """The folder that holds `assets` and `decks`.

    A wheel carries both in `jp_trainer/_data`, and a frozen app is built from the wheel's files;
    in a source tree they lie beside the package.
    """
    inside = package / "_data"
    return inside if inside.is_dir() else package.parent


def assets() -> Path:
    """Fonts, icons, translations, reading overrides, exams."""
    return shipped() / "assets"


def decks() -> Path:
    """The decks that come with the program."""
    return shipped() / "decks"


def data_folder(wanted: Path | None = None) -> Path:
    """Where the database, backups, clips and the log live. Not created here.

    `wanted` (from `--data`) wins over JP_TRAINER_DATA, which wins over the platform's own place.
    That place is the local one, never the roaming one: a database must not be synchronised.
    """
    named = os.environ.get(DATA_VARIABLE, "")
    if wanted is not None:
        return wanted.expanduser().absolute()
    if named:
        return Path(named).expanduser().absolute()
    return Path(platformdirs.user_data_dir("jp-trainer", appauthor=False, roaming=False))
