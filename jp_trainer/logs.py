"""Keep a diary for the person who will help: ids and counts, never names, words or answers."""

import logging
import time
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG_NAME = "jp-trainer.log"
_BYTES = 1_000_000
_OLD_ONES = 2


def start_log(folder: Path) -> Path:
    """Write what the program notes into a file in `folder`, and return that file.

    About 3 MB are kept. Asking twice for one folder changes nothing; asking for another moves the
    log there. Raises OSError if the folder cannot be written: then the program works without.
    """
    path = folder / LOG_NAME
    ours = logging.getLogger("jp_trainer")
    for handler in _handlers(ours):
        if Path(handler.baseFilename) == path.absolute():
            return path
    stop_log()
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(path, maxBytes=_BYTES, backupCount=_OLD_ONES, encoding="utf-8")
    form = logging.Formatter("%(asctime)s.%(msecs)03dZ %(levelname)s %(name)s %(message)s")
    form.datefmt = "%Y-%m-%dT%H:%M:%S"
    form.converter = time.gmtime  # helpers sit in another time zone than the laptop
    handler.setFormatter(form)
    ours.addHandler(handler)
    ours.setLevel(logging.INFO)
    return path


def stop_log() -> None:
    """Close the file, for instance before the data folder is replaced by a restored one."""
    ours = logging.getLogger("jp_trainer")
    for handler in _handlers(ours):
        ours.removeHandler(handler)
        handler.close()


def _handlers(logger: logging.Logger) -> list[RotatingFileHandler]:
    return [h for h in logger.handlers if isinstance(h, RotatingFileHandler)]
