import gc
import threading

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from jp_trainer.ui.garbage import Garbage


class Knot:
    """Holds itself; says on which thread it was let go."""

    def __init__(self, where: list[str]) -> None:
        self.itself = self
        self.where = where

    def __del__(self) -> None:
        self.where.append(threading.current_thread().name)


def test_what_holds_itself_is_let_go_on_the_thread_of_the_widgets(qtbot: QtBot) -> None:
    application = QCoreApplication.instance()
    assert application is not None
    garbage = Garbage(application)
    where: list[str] = []
    Knot(where)
    assert not where

    garbage.collect()

    assert where == [threading.main_thread().name]
    assert not gc.isenabled()
    garbage.deleteLater()
    qtbot.wait(0)
