"""Settle who one is here and what is kept on this computer: name, PIN, backups, help."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from jp_trainer.core.people import Role
from jp_trainer.services import profiles
from jp_trainer.services.settings import SettingsState
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.forms import form_row
from jp_trainer.ui.parts.layout import block, column, row, rule
from jp_trainer.ui.pins import courtesy
from jp_trainer.ui.saving_report import ReportSaver
from jp_trainer.ui.screens.settings.asking import ask_name, ask_new_pin
from jp_trainer.ui.screens.settings.section import Keeper, pick, section, switch, wishes_of
from jp_trainer.wording import _, dates

_LOCK_AFTER = (5, 10, 20, 30, 60)
_NEVER = 0


def computer_page(keeper: Keeper, _state: SettingsState) -> QWidget:
    """Name and lock; instructor tools for the owner; backups, report, about."""
    look, frame = keeper.desk.look, keeper.desk.frame
    rename = _button(keeper, "rename", _("Change"), partial(ask_name, keeper))
    person = [form_row(look, keeper.trainee.name, rename), rule(), *_lock_rows(keeper)]
    backups = _button(keeper, "backups", _("Show"), partial(frame.go, "backups"))
    about = _button(keeper, "about", _("Show"), partial(frame.go, "about"))
    saver = ReportSaver(keeper.desk)
    report = _button(keeper, "report", _("Save a report"), saver.ask)
    saver.setParent(report)
    kept = [
        form_row(look, _("Backups"), backups, _("One is made every day you study.")),
        rule(),
        form_row(
            look,
            _("Save a report for a helper"),
            report,
            _("A file without names, words or answers that says how the app is doing."),
        ),
        rule(),
        form_row(look, _("About this app"), about),
    ]
    if keeper.trainee.role is Role.OWNER:
        kept[:0] = [
            switch(
                look,
                "instructor",
                _("Instructor tools"),
                wishes_of(keeper).instructor_tools,
                act=lambda on: keeper.change(instructor_tools=on),
                under=_("Correct words on this computer. Only for its first profile."),
            ),
            rule(),
        ]
    return block(column(section(look, _("You"), *person), section(look, _("This computer"), *kept)))


def _lock_rows(keeper: Keeper) -> list[QWidget]:
    look, desk, locked = keeper.desk.look, keeper.desk, bool(keeper.trainee.pin)
    buttons = [
        _button(
            keeper,
            "set pin",
            _("Change the PIN") if locked else _("Set a PIN"),
            partial(ask_new_pin, keeper),
        )
    ]

    def remove() -> None:
        work = partial(profiles.remove_pin, desk.app, desk.trainee_id)
        keeper.act(work, _("There is no PIN any more."))
        keeper.refresh()

    if locked:
        taken = _button(keeper, "remove pin", _("Remove"), remove, Kind.QUIET)
        buttons.insert(0, taken)
    rows = [
        form_row(look, _("Courtesy lock"), block(row(*buttons, gap=12))),
        courtesy(desk),
        block(column(8)),
    ]
    if locked:
        choices = [(str(_NEVER), _("Never"))]
        choices += [(str(n), dates.minutes(n)) for n in _LOCK_AFTER]
        now = wishes_of(keeper).lock_after_min
        if now not in (_NEVER, *_LOCK_AFTER):
            choices.append((str(now), dates.minutes(now)))
        rows += [
            rule(),
            pick(
                look,
                "lock after",
                _("Lock when nothing was touched for"),
                choices,
                str(now),
                act=lambda value: keeper.change(lock_after_min=int(value)),
            ),
        ]
    return rows


def _button(
    keeper: Keeper,
    key: str,
    words: str,
    act: Callable[[], object],
    kind: Kind = Kind.SECONDARY,
) -> Button:
    made = Button(keeper.desk.look, words, kind)
    made.setObjectName(key)
    made.clicked.connect(lambda _checked: act())
    return made
