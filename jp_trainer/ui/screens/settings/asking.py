"""Ask for a new name or a new PIN, in a dialog each."""

from functools import partial

from jp_trainer.core.errors import TrainerError
from jp_trainer.core.people import Trainee
from jp_trainer.core.pins import PIN_DIGITS
from jp_trainer.services import profiles
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.dialogs import Sheet
from jp_trainer.ui.parts.forms import field, set_wrong
from jp_trainer.ui.parts.layout import block, label, row
from jp_trainer.ui.pins import PinField, courtesy
from jp_trainer.ui.screens.settings.section import Keeper
from jp_trainer.wording import _
from jp_trainer.wording.errors import sentence


def ask_name(keeper: Keeper) -> Sheet:
    """A dialog for another name of the profile."""
    desk, look = keeper.desk, keeper.desk.look
    sheet = Sheet(look, keeper.window(), _("Change the name"))
    line = field(look, name=_("Your name"), text=keeper.trainee.name, height=48, most=60)
    fault = label(look, "", "fault", wrap=True)
    sheet.add(line)
    sheet.add(fault, look.gap(8))
    sheet.offer(Button(look, _("Cancel"), height=48, key="Esc"))
    keep = Button(look, _("Keep this name"), Kind.PRIMARY, key="enter")

    def done(trainee: Trainee) -> None:
        sheet.accept()
        keeper.took(trainee)

    def refused(error: TrainerError) -> None:
        set_wrong(line, wrong=True)
        fault.setText(sentence(error))
        line.setFocus()

    def press() -> None:
        work = partial(profiles.rename, desk.app, desk.trainee_id, line.text())
        desk.jobs.run(work, owner=sheet, done=done, failed=refused)

    keep.clicked.connect(press)
    sheet.buttons.addWidget(keep)
    sheet.open()
    line.setFocus()
    line.selectAll()
    return sheet


def ask_new_pin(keeper: Keeper) -> Sheet:
    """A dialog for four digits, typed twice."""
    desk, look = keeper.desk, keeper.desk.look
    sheet = Sheet(look, keeper.window(), _("Choose a PIN"), icon="lock")
    first, again = PinField(desk), PinField(desk)
    first.setAccessibleName(_("Four digits"))
    again.setAccessibleName(_("The same four digits again"))
    fault = label(look, "", "fault", wrap=True)
    sheet.add(courtesy(desk))
    sheet.add(label(look, _("Four digits"), "strong"), 16)
    sheet.add(block(row(first, None)), look.gap(4))
    sheet.add(label(look, _("The same four digits again"), "strong"), 12)
    sheet.add(block(row(again, None)), look.gap(4))
    sheet.add(fault, look.gap(8))
    sheet.offer(Button(look, _("Cancel"), height=48, key="Esc"))
    keep = Button(look, _("Set this PIN"), Kind.PRIMARY, key="enter")

    def done(trainee: Trainee) -> None:
        sheet.accept()
        keeper.took(trainee, _("The PIN is set. Your profile asks for it from now on."))

    def refused(error: TrainerError) -> None:
        set_wrong(first, wrong=True)
        fault.setText(sentence(error))
        first.setFocus()

    def press() -> None:
        if first.text() != again.text():
            set_wrong(again, wrong=True)
            fault.setText(_("The two are not the same. Please type it again."))
            again.clear()
            again.setFocus()
            return
        work = partial(profiles.set_pin, desk.app, desk.trainee_id, first.text())
        desk.jobs.run(work, owner=sheet, done=done, failed=refused)

    def on_first(pin: str) -> None:
        set_wrong(first, wrong=False)
        if len(pin) == PIN_DIGITS:
            again.setFocus()

    first.textChanged.connect(on_first)
    again.textChanged.connect(lambda: set_wrong(again, wrong=False))
    keep.clicked.connect(press)
    sheet.buttons.addWidget(keep)
    sheet.open()
    first.setFocus()
    return sheet
