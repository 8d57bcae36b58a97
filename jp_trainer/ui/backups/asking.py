"""Ask before a backup takes the place of what is there: exactly what goes, and what comes."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from jp_trainer.services.backups import Contents, Saved
from jp_trainer.ui.backups.saved_list import holds, when, why
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.dialogs import Sheet
from jp_trainer.ui.parts.layout import Item, card, label
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, fill, join


def ask_to_restore(
    look: Look,
    parent: QWidget,
    saved: Saved,
    now: Contents | None,
    act: Callable[[], object],
) -> Sheet:
    """The dialog; `now` is what would be replaced, None if that cannot be read any more."""
    sheet = Sheet(look, parent, _("Restore this backup?"), icon="history")
    backup = saved.backup
    there = holds(now) if now is not None else _("data that cannot be read any more")
    rows: list[Item] = [
        label(look, _("Now"), "label"),
        label(look, there, wrap=True),
        12,
        label(look, _("Afterwards"), "label"),
        label(look, holds(saved.contents), wrap=True),
        label(look, join((when(backup), why(backup.reason))), "small", wrap=True),
    ]
    sheet.add(card(*rows, gap=look.gap(2)))
    keeps = _(
        "Everything on this computer, of every person, becomes as it was then. What is here now is "
        "kept as a backup first, so that you can come back to it. The app starts again by itself."
    )
    if now is None:
        keeps = _(
            "Everything on this computer, of every person, becomes as it was then. The damaged "
            "file is kept beside the backups, for whoever may repair it."
        )
    sheet.add(label(look, keeps, "muted", wrap=True), 16)
    sheet.offer(Button(look, _("Cancel"), height=48, key="Esc"))
    # No Enter: this is not to be pressed in passing.
    words = fill(_("Restore {when}"), when=when(backup))
    sheet.offer(Button(look, words, Kind.SECONDARY, height=48, icon="history"), act)
    sheet.open()
    return sheet
