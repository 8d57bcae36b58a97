"""Ask the machine what a sound could be heard with."""

import logging

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

_log = logging.getLogger(__name__)


def outputs() -> tuple[str, ...] | None:
    """The names of the sound devices; None if the multimedia library cannot be loaded.

    Needs a Qt application. What Qt says about libraries it would like goes into the log.
    """
    before = qInstallMessageHandler(_note)
    try:
        from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415 - loads 60 MB

        return tuple(device.description() for device in QMediaDevices.audioOutputs())
    except ImportError as error:
        _log.info("no multimedia: %s", error)
        return None
    finally:
        qInstallMessageHandler(before)


def _note(_kind: QtMsgType, _where: object, message: str) -> None:
    _log.info("%s", message)
