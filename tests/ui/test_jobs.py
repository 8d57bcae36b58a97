import threading
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jp_trainer.core.errors import TrainerError
from jp_trainer.ui.jobs import Jobs, Progress


@pytest.fixture
def screen(qtbot: QtBot) -> QWidget:
    screen = QWidget()
    qtbot.addWidget(screen)
    return screen


def on_ui_thread() -> bool:
    return threading.current_thread() is threading.main_thread()


def never(*_: object) -> None:
    pytest.fail("this must not be called")


def nothing(*_: object) -> None:
    pass


class Gate:
    """Holds a lane until it is opened."""

    def __init__(self) -> None:
        self.entered, self._open = threading.Event(), threading.Event()

    def pass_through(self, *_: object) -> None:
        self.entered.set()
        assert self._open.wait(5)

    def open(self) -> None:
        self._open.set()


def refuse() -> None:
    raise TrainerError("no room")


def test_work_is_away_from_the_ui_thread_and_its_result_is_back_on_it(
    qtbot: QtBot, jobs: Jobs, screen: QWidget
) -> None:
    seen: list[tuple[bool, bool]] = []

    jobs.run(on_ui_thread, owner=screen, done=lambda away: seen.append((away, on_ui_thread())))

    qtbot.waitUntil(lambda: seen == [(False, True)])


def test_a_failure_is_reported_with_its_screen(qtbot: QtBot, jobs: Jobs, screen: QWidget) -> None:
    with qtbot.waitSignal(jobs.failed) as failed:
        jobs.run(partial(int, "五"), owner=screen, done=never)

    assert failed.args is not None
    assert failed.args[0] is screen
    assert isinstance(failed.args[1], ValueError)


def test_an_expected_error_goes_to_the_screen_that_asks_for_it_and_nowhere_else(
    qtbot: QtBot, jobs: Jobs, screen: QWidget
) -> None:
    seen: list[str] = []
    jobs.failed.connect(never)

    jobs.run(refuse, owner=screen, done=never, failed=lambda error: seen.append(str(error)))

    qtbot.waitUntil(lambda: seen == ["no room"])


def test_a_bug_goes_to_the_window_even_if_the_screen_asks_for_expected_errors(
    qtbot: QtBot, jobs: Jobs, screen: QWidget
) -> None:
    with qtbot.waitSignal(jobs.failed):
        jobs.run(partial(int, "五"), owner=screen, done=never, failed=never)


def test_cancelling_stops_the_work_and_shows_nothing(
    qtbot: QtBot, jobs: Jobs, screen: QWidget
) -> None:
    heard: list[bool] = []
    stopped = threading.Event()
    jobs.failed.connect(never)

    def work(progress: Progress) -> None:
        try:
            while True:
                progress(1, 2)
                stopped.wait(0.001)
        finally:
            stopped.set()

    job = jobs.run_long(
        work, owner=screen, done=never, progress=lambda _d, _t: heard.append(on_ui_thread())
    )
    qtbot.waitUntil(lambda: len(heard) > 3)
    job.cancel()

    assert stopped.wait(2)
    flush(qtbot, jobs, screen)
    assert all(heard)


def flush(qtbot: QtBot, jobs: Jobs, screen: QWidget) -> None:
    """Everything sent back before is delivered: results arrive in order."""
    arrived: list[None] = []
    jobs.run_long(nothing, owner=screen, done=arrived.append, progress=nothing)
    qtbot.waitUntil(lambda: len(arrived) == 1)


def test_a_result_for_a_closed_screen_is_dropped(qtbot: QtBot, jobs: Jobs, screen: QWidget) -> None:
    closed, gate = QWidget(), Gate()
    jobs.run(gate.pass_through, owner=closed, done=lambda _: never(closed.windowTitle()))

    with qtbot.waitSignal(closed.destroyed):
        closed.deleteLater()
    gate.open()

    arrived: list[str] = []
    jobs.run(partial(str, "after"), owner=screen, done=arrived.append)
    qtbot.waitUntil(lambda: arrived == ["after"])


def test_results_come_in_the_order_asked_for(qtbot: QtBot, jobs: Jobs, screen: QWidget) -> None:
    seen: list[int] = []

    for number in range(50):
        jobs.run(partial(int, number), owner=screen, done=seen.append)

    qtbot.waitUntil(lambda: seen == list(range(50)))


@pytest.mark.parametrize("held", ["long", "search", "speech"])
def test_quick_work_waits_for_no_other_lane(
    qtbot: QtBot, jobs: Jobs, screen: QWidget, held: str
) -> None:
    gate = Gate()
    seen: list[str] = []
    match held:
        case "long":
            jobs.run_long(gate.pass_through, owner=screen, done=nothing, progress=nothing)
        case "search":
            jobs.run_latest("words", gate.pass_through, owner=screen, done=nothing)
        case _:
            jobs.run_speech(gate.pass_through, priority=0, owner=screen, done=nothing)
    assert gate.entered.wait(2)

    jobs.run(partial(str, "answered"), owner=screen, done=seen.append)

    qtbot.waitUntil(lambda: seen == ["answered"], timeout=1000)
    gate.open()


def test_only_the_latest_wish_is_answered(qtbot: QtBot, jobs: Jobs, screen: QWidget) -> None:
    gate = Gate()
    seen: list[object] = []
    run: list[str] = []

    def search(text: str) -> str:
        run.append(text)
        return text

    jobs.run_latest("words", gate.pass_through, owner=screen, done=never)
    assert gate.entered.wait(2)
    jobs.run_latest("words", partial(search, "か"), owner=screen, done=never)
    jobs.run_latest("words", partial(search, "かい"), owner=screen, done=seen.append)
    jobs.run_latest("other", partial(search, "別"), owner=screen, done=seen.append)
    gate.open()

    qtbot.waitUntil(lambda: seen == ["かい", "別"])
    assert run == ["かい", "別"]


def test_what_is_to_be_heard_now_goes_before_what_may_be_heard_later(
    qtbot: QtBot, jobs: Jobs, screen: QWidget
) -> None:
    gate = Gate()
    seen: list[str] = []
    jobs.run_speech(gate.pass_through, priority=0, owner=screen, done=nothing)
    assert gate.entered.wait(2)

    for priority, clip in ((5, "later"), (5, "last"), (1, "now")):
        jobs.run_speech(partial(str, clip), priority=priority, owner=screen, done=seen.append)
    gate.open()

    qtbot.waitUntil(lambda: seen == ["now", "later", "last"])


def test_dropped_speech_is_never_spoken(qtbot: QtBot, jobs: Jobs, screen: QWidget) -> None:
    gate = Gate()
    seen: list[str] = []
    jobs.run_speech(gate.pass_through, priority=0, owner=screen, done=nothing)
    assert gate.entered.wait(2)
    jobs.run_speech(partial(str, "late"), priority=5, owner=screen, done=never)

    jobs.drop_speech()
    gate.open()

    jobs.run_speech(partial(str, "next"), priority=0, owner=screen, done=seen.append)
    qtbot.waitUntil(lambda: seen == ["next"])


def test_work_knows_for_whom_it_runs(qtbot: QtBot, jobs: Jobs, screen: QWidget) -> None:
    seen: list[object] = []

    jobs.run(jobs.working_for, owner=screen, done=seen.append)

    qtbot.waitUntil(lambda: seen == [screen])
    assert jobs.working_for() is None


def test_closing_stops_running_work_and_drops_waiting_work(
    qapp: QApplication, screen: QWidget
) -> None:
    jobs, started = Jobs(), threading.Event()
    waited = threading.Event()

    def work(progress: Progress) -> None:
        started.set()
        while True:
            progress(0, 1)
            waited.wait(0.001)

    second: Callable[[Progress], None] = never
    jobs.run_long(work, owner=screen, done=never, progress=nothing)
    jobs.run_long(second, owner=screen, done=never, progress=nothing)
    assert started.wait(2)

    jobs.close()

    qapp.processEvents()


def test_after_closing_nothing_is_delivered_and_nothing_begins(
    qtbot: QtBot, jobs: Jobs, screen: QWidget
) -> None:
    delivered = threading.Event()
    jobs.failed.connect(never)
    jobs.run(delivered.set, owner=screen, done=never)  # its result waits for the UI thread
    assert delivered.wait(5)

    jobs.close()
    jobs.run(never, owner=screen, done=never)
    jobs.run_latest("word", never, owner=screen, done=never)
    jobs.run_long(never, owner=screen, done=never, progress=never)
    jobs.run_speech(never, priority=0, owner=screen, done=never)

    qtbot.waitUntil(lambda: not jobs.is_busy)
