"""Run work away from the UI thread and bring its result back to it.

The only file that starts a thread. Screens call `run`, `run_latest`, `run_long` or `run_speech`;
services stay plain functions and never learn that threads exist.

Pass `functools.partial(service, ...)`, never a lambda: partial reads its arguments here, on the
UI thread; a lambda would read widgets from the worker.
"""

import heapq
import itertools
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from jp_trainer.core.errors import Cancelled, TrainerError

T = TypeVar("T")
Progress = Callable[[int, int], None]
"""progress(done, total). Raises Cancelled once the user has asked to stop."""


class Job(QObject):
    """One piece of running work, as its screen sees it."""

    progressed = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next progress report."""
        self._stop.set()

    def report(self, done: int, total: int) -> None:
        """Tell the screen how far the work is. Called by the work, in the worker."""
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit(done, total)


@dataclass(slots=True, eq=False)
class _Parcel:
    """Work on its way back: who asked, and what to do with the outcome."""

    owner: QObject
    done: Callable[[Any], None]
    failed: Callable[[TrainerError], None] | None = None
    job: Job | None = None
    wish: str = ""
    outcome: Future[Any] | None = None


@dataclass(order=True, slots=True)
class _Spoken:
    """A clip waiting for its turn: the smallest priority first, then in the order asked for."""

    priority: int
    number: int
    work: Callable[[], Any] = field(compare=False)
    promise: Future[Any] = field(compare=False)


class Jobs(QObject):
    """The background workers. Each does its work in the order asked for, one at a time.

    quick   what a press asks for; it never waits for the others
    search  only the latest wish counts
    long    imports, backups, exports: with progress, and can be cancelled
    speech  by priority: what is to be heard now before what may be heard later

    Signals:
        failed: (owner, exception), when work raised and its owner still lives. See ui/errors.py.
    """

    failed = Signal(QObject, object)
    _returned = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lanes = {
            name: ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
            for name in ("quick", "search", "long", "speech")
        }
        self._running: set[_Parcel] = set()
        self._wishes: dict[str, _Parcel] = {}
        self._unspoken: list[_Spoken] = []
        self._numbers = itertools.count()
        self._closed = False
        self._lock = threading.Lock()
        self._here = threading.local()
        self._returned.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        *,
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[TrainerError], None] | None = None,
    ) -> None:
        """Run `work`, then `done(result)` on the UI thread, unless `owner` is gone by then.

        `failed` receives an expected error in place of the window's message; never a bug.
        """
        self._send(self._submit("quick", work, owner), _Parcel(owner, done, failed))

    def run_latest(
        self, wish: str, work: Callable[[], T], *, owner: QObject, done: Callable[[T], None]
    ) -> None:
        """Run `work` unless another `work` for the same `wish` is asked for before it returns.

        For what is asked for at each key pressed: a search, a forecast beside a slider.
        """
        before = self._wishes.get(wish)
        if before is not None and before.outcome is not None:
            before.outcome.cancel()  # drops it if it has not begun
        parcel = _Parcel(owner, done, wish=wish)
        self._wishes[wish] = parcel
        self._send(self._submit("search", work, owner), parcel)

    def run_long(
        self,
        work: Callable[[Progress], T],
        *,
        owner: QObject,
        done: Callable[[T], None],
        progress: Progress,
        failed: Callable[[TrainerError], None] | None = None,
    ) -> Job:
        """Like `run`, for work that reports progress and can be cancelled."""
        job = Job()
        job.progressed.connect(progress, Qt.ConnectionType.QueuedConnection)
        outcome = self._submit("long", lambda: work(job.report), owner)
        self._send(outcome, _Parcel(owner, done, failed, job))
        return job

    def run_speech(
        self,
        work: Callable[[], T],
        *,
        priority: int,
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[TrainerError], None] | None = None,
    ) -> None:
        """Like `run`, but the waiting work with the smallest `priority` goes first."""
        promise: Future[T] = Future()
        with self._lock:
            spoken = _Spoken(priority, next(self._numbers), work, promise)
            heapq.heappush(self._unspoken, spoken)
        if self._closed:
            self.drop_speech()
        else:
            self._lanes["speech"].submit(self._speak_next)
        self._send(promise, _Parcel(owner, done, failed))

    def drop_speech(self) -> None:
        """Forget the clips that still wait, as when a round ends."""
        with self._lock:
            waiting, self._unspoken = self._unspoken, []
        for spoken in waiting:
            spoken.promise.cancel()

    def working_for(self) -> QObject | None:
        """On a worker: the screen whose work runs there now; elsewhere None.

        Whoever hears of a change on the thread that made it learns so who caused it.
        """
        return getattr(self._here, "owner", None)

    @property
    def is_busy(self) -> bool:
        """Whether work is running, waiting, or not delivered yet."""
        return bool(self._running)

    def close(self) -> None:
        """Cancel what runs, drop what waits, return when all workers are idle.

        What presses asked for is done to the end: it is short, and an answer must not be lost.

        From now on nothing is delivered, and what a screen still asks for is not begun.
        """
        self._closed = True
        for parcel in list(self._running):
            if parcel.job is not None:
                parcel.job.cancel()
        self.drop_speech()
        for name, lane in self._lanes.items():
            lane.shutdown(wait=True, cancel_futures=name != "quick")

    def _submit(self, lane: str, work: Callable[[], T], owner: QObject) -> Future[T]:
        if self._closed:
            dropped: Future[T] = Future()
            dropped.cancel()
            return dropped
        return self._lanes[lane].submit(self._work, work, owner)

    def _work(self, work: Callable[[], T], owner: QObject) -> T:
        self._here.owner = owner
        try:
            return work()
        finally:
            self._here.owner = None

    def _speak_next(self) -> None:
        with self._lock:
            if not self._unspoken:
                return
            spoken = heapq.heappop(self._unspoken)
        if not spoken.promise.set_running_or_notify_cancel():
            return
        try:
            spoken.promise.set_result(spoken.work())
        except BaseException as error:  # noqa: BLE001 - handed on, as an executor does
            spoken.promise.set_exception(error)

    def _send(self, outcome: Future[Any], parcel: _Parcel) -> None:
        parcel.outcome = outcome
        self._running.add(parcel)
        outcome.add_done_callback(lambda _outcome: self._returned.emit(parcel))

    @Slot(object)
    def _deliver(self, parcel: _Parcel) -> None:
        self._running.discard(parcel)
        if parcel.wish:
            if self._wishes.get(parcel.wish) is not parcel:
                return
            del self._wishes[parcel.wish]
        outcome = parcel.outcome
        if self._closed or outcome is None or outcome.cancelled() or not isValid(parcel.owner):
            return
        error = outcome.exception()
        if error is None:
            parcel.done(outcome.result())
        elif isinstance(error, TrainerError) and parcel.failed is not None:
            parcel.failed(error)
        elif not isinstance(error, Cancelled):
            self.failed.emit(parcel.owner, error)
