"""Lock the program while its person is away, and let them go on where they were.

Only a profile with a PIN is locked. What was open stays open underneath, unseen.
"""

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog

from jp_trainer.core.people import Trainee
from jp_trainer.core.pins import PIN_DIGITS
from jp_trainer.services import profiles
from jp_trainer.services.app import Clock
from jp_trainer.ui.front import Front
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.forms import set_wrong
from jp_trainer.ui.parts.icons import Initials
from jp_trainer.ui.parts.layout import block, column, label, row, scrolled
from jp_trainer.ui.parts.painting import CENTER
from jp_trainer.ui.pins import PinField, forgot_pin
from jp_trainer.ui.screen import Desk, Screen
from jp_trainer.ui.window import Window
from jp_trainer.wording import _, fill

_LOOK_EVERY_MS = 15_000


class Locked(Screen[bool]):
    """Asks for the PIN of whoever was here.

    Signals:
        unlocked: the PIN fitted, or was cleared by its owner.
        left_to_others: somebody else wants to work.
    """

    unlocked = Signal()
    left_to_others = Signal()
    whole_window = True

    def __init__(self, desk: Desk, trainee: Trainee) -> None:
        super().__init__(desk)
        self.keys.unbind("esc")
        look, self._trainee = self.look, trainee
        self.setProperty("part", "paper")
        self.field = PinField(desk)
        self.field.textChanged.connect(self._on_typed)
        self._fault = label(look, "", "fault", CENTER, wrap=True)
        forgot = Button(look, _("I forgot my PIN"), Kind.QUIET)
        forgot.clicked.connect(self._on_forgot)
        other = Button(look, _("Somebody else"), Kind.QUIET)
        other.clicked.connect(self.left_to_others)
        self.setLayout(
            column(
                (
                    scrolled(
                        block(
                            column(
                                None,
                                (Initials(look, trainee.initials, 64), CENTER),
                                16,
                                label(look, trainee.name, "title", CENTER, wrap=True),
                                look.gap(8),
                                label(
                                    look,
                                    fill(
                                        _("Locked. Type the PIN of {name} to go on."),
                                        name=trainee.name,
                                    ),
                                    "muted",
                                    CENTER,
                                    wrap=True,
                                ),
                                24,
                                (self.field, CENTER),
                                look.gap(8),
                                self._fault,
                                24,
                                row(None, forgot, 24, other, None),
                                None,
                                margins=(40, 40, 40, 40),
                            )
                        )
                    ),
                    1,
                )
            )
        )
        self.setFocusProxy(self.field)

    def present(self, state: bool) -> None:
        """Whether the PIN fitted."""
        if state:
            self.unlocked.emit()
            return
        self.field.setEnabled(True)
        self.field.clear()
        self.field.setFocus()
        set_wrong(self.field, wrong=True)
        self._fault.setText(_("That is not the PIN. Please try again."))

    def _on_typed(self, pin: str) -> None:
        set_wrong(self.field, wrong=False)
        if len(pin) == PIN_DIGITS:
            self._fault.setText("")
            self.field.setEnabled(False)  # while the slow hash is counted
            self.ask(partial(profiles.may_enter, self.desk.app, self._trainee.id, pin))

    def _on_forgot(self) -> None:
        forgot_pin(self, self._trainee, lambda _trainee: self.unlocked.emit())


class AutoLock(QObject):
    """Watches how long nothing was touched, and puts `Locked` over the window in time."""

    def __init__(self, front: Front, window: Window, desk: Desk, clock: Clock) -> None:
        super().__init__(front)
        self._front, self._window, self._desk, self._clock = front, window, desk, clock
        self._touched_at: datetime = clock().at
        self.cover: Locked | None = None
        front.touched.connect(self._on_touch)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_EVERY_MS)

    def look(self) -> None:
        """Lock if it is time."""
        trainee = self._window.trainee
        if self.cover is not None or trainee is None or not trainee.pin:
            return
        after = trainee.preferences.lock_after_min
        shown = self._window.shown
        if shown is not None and shown.keeps_awake:
            self._on_touch()
        elif after and self._clock().at - self._touched_at >= timedelta(minutes=after):
            self.lock(trainee)

    def lock(self, trainee: Trainee) -> None:
        """Cover everything now."""
        desk = Desk(self._desk.app, self._desk.jobs, self._window.look, self._window, trainee)
        cover = self.cover = Locked(desk, trainee)
        cover.unlocked.connect(self._unlock)
        cover.left_to_others.connect(self._hand_over)
        if self._desk.speaker is not None:
            self._desk.speaker.hush()
        for sheet in self._front.findChildren(QDialog):  # they would lie above the cover
            sheet.reject()
        self._front.hold(cover)

    def stop(self) -> None:
        """The program ends."""
        self._timer.stop()

    def _on_touch(self) -> None:
        self._touched_at = self._clock().at

    def _unlock(self) -> None:
        cover, self.cover = self.cover, None
        if cover is not None:
            self._front.drop(cover)
            self._on_touch()

    def _hand_over(self) -> None:
        self._window.hand_over()
        self._unlock()
