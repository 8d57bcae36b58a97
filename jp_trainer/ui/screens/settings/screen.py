"""Show the settings of one person, page by page, and keep each change at once."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from jp_trainer.core.people import Trainee
from jp_trainer.services import profiles, settings
from jp_trainer.services.settings import SettingsState
from jp_trainer.services.topics import Topic
from jp_trainer.ui.parts.chips import Chip, ChipRow
from jp_trainer.ui.parts.layout import PAGE, block, centered, column, label, scrolled
from jp_trainer.ui.screen import Desk, Screen
from jp_trainer.ui.screens.settings.computer import computer_page
from jp_trainer.ui.screens.settings.learning import learning_page
from jp_trainer.ui.screens.settings.look import look_page
from jp_trainer.ui.screens.settings.reading import reading_page
from jp_trainer.ui.screens.settings.section import Keeper
from jp_trainer.wording import _

PageMaker = Callable[[Keeper, SettingsState], QWidget]
_PAGES: dict[str, PageMaker] = {
    "learning": learning_page,
    "reading": reading_page,
    "look": look_page,
    "computer": computer_page,
}
_WIDTH = 760


class Settings(Screen[SettingsState]):
    """Chips lead to the pages. What changes the look builds the screen anew, where it was."""

    topics = Topic.PEOPLE | Topic.CONTENT

    def __init__(self, desk: Desk, page: str = "learning", focus: str = "", scroll: int = 0):
        super().__init__(desk)
        look = self.look
        self._page = page if page in _PAGES else "learning"
        self._focus, self._scroll = focus, scroll
        self._state: SettingsState | None = None
        self._trainee = desk.trainee
        words = {
            "learning": _("Learning"),
            "reading": _("Words and sound"),
            "look": _("Look and language"),
            "computer": _("You and this computer"),
        }
        self.tabs = ChipRow(look, list(words.items()), self._page, name=_("Settings"))
        self.tabs.setObjectName("tabs")
        self.tabs.chosen.connect(self._turn_to)
        self._area: QScrollArea | None = None
        self._box = QVBoxLayout()
        self._box.setContentsMargins(0, 0, 0, 0)
        side, top, _end, _bottom = PAGE
        width = look.size(_WIDTH)
        head = column(
            label(look, _("Settings"), "display"), look.gap(12), self.tabs, margins=(0, 0, 0, 12)
        )
        self._above = centered(head, width)
        self.setLayout(column(block(self._above), (self._box, 1), margins=(side, top, side, 0)))

    @property
    def trainee(self) -> Trainee:
        """Whose settings these are. Raises LookupError before anyone signed in."""
        if self._trainee is None:
            raise LookupError("nobody is signed in")
        return self._trainee

    def reload(self) -> None:
        """Ask for the settings."""
        self.ask(partial(settings.overview, self.desk.app, self.desk.trainee_id))

    def refresh(self) -> None:
        """Ask again, after a change that more than one control shows."""
        self._remember_place()
        self.reload()

    def present(self, state: SettingsState) -> None:
        """Draw the page, and put focus and scroll bar back where they were."""
        if state == self._state:
            return
        if self._state is not None and not self._focus:
            self._remember_place()
        self._state, self._trainee = state, state.trainee
        self._build()

    def place(self) -> dict[str, object]:
        """Page, control and height, for the same screen in another look."""
        self._remember_place()
        return {"page": self._page, "focus": self._focus, "scroll": self._scroll}

    def change(self, **wishes: Any) -> None:
        """Keep these preferences; the look follows at once."""
        wanted = replace(self.trainee.preferences, **wishes)
        self._trainee = replace(self.trainee, preferences=wanted)
        self.act(partial(profiles.change_preferences, self.desk.app, self.desk.trainee_id, wanted))

    def act(
        self,
        work: Callable[[], Trainee],
        said: str = "",
        undo: Callable[[], Trainee] | None = None,
    ) -> None:
        """Run a service that changes the person, then show and say so."""
        self.desk.jobs.run(work, owner=self, done=partial(self._on_changed, said, undo))

    def took(self, trainee: Trainee, said: str = "") -> None:
        """The person was changed by a dialog: show it."""
        self._on_changed(said, None, trainee)
        self.refresh()

    def _on_changed(self, said: str, undo: Callable[[], Trainee] | None, trainee: Trainee) -> None:
        self._trainee = trainee
        frame = self.desk.frame
        frame.sign_in(trainee)
        if said:
            frame.say(said, undo=None if undo is None else partial(self._undo, undo))

    def _undo(self, undo: Callable[[], Trainee]) -> None:
        self.act(undo)
        self.refresh()

    def _turn_to(self, page: str) -> None:
        self._page, self._focus, self._scroll = page, "", 0
        focus = self.focusWidget()
        if self._area is not None and focus is not None and self._area.isAncestorOf(focus):
            # It goes with the old page, and the focus would jump to the rail.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._build()

    def _build(self) -> None:
        if self._state is None:
            return
        state = replace(self._state, trainee=self.trainee)
        page = _PAGES[self._page](self, state)
        made = scrolled(block(column(centered(page, self.look.size(_WIDTH)), None)))
        old, self._area = self._area, made
        if old is not None:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._box.addWidget(made)
        made.verticalScrollBar().rangeChanged.connect(self._align)
        self._restore_place(made)

    def _align(self, _least: int, most: int) -> None:
        """The heading stands over the cards also where a scroll bar pushes those aside."""
        area = self._area
        wide = area.verticalScrollBar().sizeHint().width() if area is not None and most > 0 else 0
        left, right = (wide, 0) if self.look.rtl else (0, wide)
        self._above.setContentsMargins(left, 0, right, 0)

    def _remember_place(self) -> None:
        if self._area is not None:
            self._scroll = self._area.verticalScrollBar().value()
        focus: Any = self.focusWidget()
        self._focus = ""
        while isinstance(focus, QWidget) and focus is not self:
            if focus.objectName():
                self._focus = focus.objectName()
                break
            focus = focus.parentWidget()

    def _restore_place(self, area: QScrollArea) -> None:
        if self._focus:
            found = self.findChild(QWidget, self._focus)
            if isinstance(found, ChipRow):
                found = next(c for c in found.findChildren(Chip) if c.isChecked())
            if found is not None:
                found.setFocus(Qt.FocusReason.TabFocusReason)
        self._focus = ""
        if self._scroll:
            if (inner := area.widget()) is not None:
                inner.adjustSize()
            area.verticalScrollBar().setValue(self._scroll)
