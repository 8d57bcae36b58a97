"""Take the readings that people on this machine put right, from a table in the data folder.

A name of a person, a place or a machine is read as nobody elsewhere would; a line here goes before
everything the program knows. The format is in docs/formats.md.
"""

import logging
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jp_trainer.formats.field_rules import is_reading

FILE = "readings.tsv"
_MOST_BYTES = 1_000_000
# Not warnings: the command line has no log and would print them. The doctor tells them.
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Corrections:
    """Readings by spelling, and the lines that could not be read; (0,) for the whole file."""

    readings: Mapping[str, str]
    faulty: tuple[int, ...] = ()


def read(data: Path) -> Corrections:
    """The corrections in a data folder; none where there is no file.

    Never raises: no reading is worth keeping somebody from studying.
    """
    readings: dict[str, str] = {}
    faulty: list[int] = []
    for number, line in enumerate(_lines(data / FILE, faulty), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        spelling, _, rest = line.partition("\t")
        reading = rest.partition("\t")[0].strip()
        if spelling.strip() and is_reading(reading):
            readings[spelling.strip()] = reading
        else:
            faulty.append(number)
    if faulty:
        _log.info("%s: lines not understood: %s", FILE, faulty)
    return Corrections(readings, tuple(faulty))


def _lines(path: Path, faulty: list[int]) -> list[str]:
    try:
        if path.stat().st_size <= _MOST_BYTES:
            text = path.read_text(encoding="utf-8-sig")
            return unicodedata.normalize("NFC", text).splitlines()
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        _log.info("%s cannot be read: %s", FILE, type(error).__name__)
    faulty.append(0)
    return []
