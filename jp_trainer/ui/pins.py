"""Ask for a PIN, and help who forgot it. A courtesy between people who share a computer.

Which is said wherever a PIN is set: it protects nobody's data.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLabel, QLineEdit

from jp_trainer.core.errors import TrainerError
from jp_trainer.core.people import Trainee
from jp_trainer.core.pins import PIN_DIGITS
from jp_trainer.services import profiles
from jp_trainer.ui import keys
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.dialogs import Sheet
from jp_trainer.ui.parts.forms import field, set_wrong
from jp_trainer.ui.parts.layout import block, label, row
from jp_trainer.ui.parts.painting import START
from jp_trainer.ui.screen import Desk, Screen
from jp_trainer.wording import _, fill
from jp_trainer.wording.errors import sentence

Entered = Callable[[Trainee], object]


def ask_pin(owner: Screen[Any], trainee: Trainee, entered: Entered) -> Sheet:
    """A dialog that lets in whoever knows the four digits; the last digit is the Enter key."""
    return _PinSheet(owner, trainee, entered)


class _PinSheet(Sheet):
    """Four digits, and a way on for who forgot them."""

    def __init__(self, owner: Screen[Any], trainee: Trainee, entered: Entered) -> None:
        look = owner.look
        super().__init__(look, owner.window(), fill(_("PIN of {name}"), name=trainee.name))
        self._owner, self._desk, self._trainee, self._entered = (
            owner, owner.desk, trainee, entered,
        )  # fmt: skip
        self._field = PinField(self._desk)
        self._field.textChanged.connect(self._on_typed)
        self._fault = label(look, "", "fault", wrap=True)
        self.add(block(row(self._field, None)))
        self.add(self._fault, look.gap(8))
        forgot = Button(look, _("I forgot my PIN"), Kind.QUIET)
        forgot.clicked.connect(self._on_forgot)
        self.buttons.insertWidget(0, forgot)
        self.offer(Button(look, _("Cancel"), height=48, key="Esc"))
        self.open()
        self._field.setFocus()

    def _on_typed(self, pin: str) -> None:
        set_wrong(self._field, wrong=False)
        if len(pin) < PIN_DIGITS:
            return
        self._fault.setText("")
        self._field.setEnabled(False)  # while the slow hash is counted
        check = partial(profiles.may_enter, self._desk.app, self._trainee.id, pin)
        self._desk.jobs.run(check, owner=self, done=self._on_checked)

    def _on_checked(self, fits: bool) -> None:
        if fits:
            self.accept()
            self._entered(self._trainee)
            return
        self._field.setEnabled(True)
        self._field.clear()
        self._field.setFocus()
        set_wrong(self._field, wrong=True)
        self._fault.setText(_("That is not the PIN. Please try again."))

    def _on_forgot(self) -> None:
        self.reject()
        forgot_pin(self._owner, self._trainee, self._entered)


def forgot_pin(owner: Screen[Any], trainee: Trainee, entered: Entered) -> Sheet:
    """A dialog that clears the PIN once the profile's name was typed."""
    look, desk = owner.look, owner.desk
    sheet = Sheet(look, owner.window(), _("Clear the PIN"))
    words = _(
        "Type the name of this profile, {name}, and its PIN is cleared. Nothing else changes."
    )
    sheet.add(label(look, fill(words, name=trainee.name), wrap=True))
    name = field(look, name=_("Name of the profile"))
    fault = label(look, "", "fault", wrap=True)
    sheet.add(name, 16)
    sheet.add(fault, look.gap(8))
    clear = Button(look, _("Clear the PIN"), Kind.PRIMARY, key="enter")

    def cleared(changed: Trainee) -> None:
        sheet.accept()
        entered(changed)

    def refused(error: TrainerError) -> None:
        set_wrong(name, wrong=True)
        fault.setText(sentence(error))
        name.setFocus()

    def press() -> None:
        work = partial(profiles.forget_pin, desk.app, trainee.id, name.text())
        desk.jobs.run(work, owner=sheet, done=cleared, failed=refused)

    clear.clicked.connect(press)
    sheet.offer(Button(look, _("Cancel"), height=48, key="Esc"))
    sheet.buttons.addWidget(clear)
    sheet.open()
    name.setFocus()
    return sheet


class PinField(QLineEdit):
    """Four digits, shown as dots, left to right, whatever digits the keyboard's layout sends."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        look = desk.look
        self.setFont(look.ui(28, 600))
        self.setAccessibleName(_("PIN"))
        self.setMaxLength(PIN_DIGITS)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,4}"), self))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFixedSize(look.size(200), look.size(56))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Urdu layouts send ۲ for 2: the place of the key counts."""
        digit = keys.letter(event)
        if digit.isdigit() and not event.text().isascii():
            self.insert(digit)
        else:
            super().keyPressEvent(event)


def courtesy(desk: Desk) -> QLabel:
    """What a PIN is and is not, for beside every place where one is set."""
    words = _("A PIN keeps others from studying as you by mistake. It does not protect your data.")
    return label(desk.look, words, "small", START, wrap=True)
