"""Hold the screens: the rail beside them, the message bar over them, one at a time.

The window is told of every change in the file and lets the visible screen reload if the change is
one of its topics and was made by something else.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from jp_trainer.core.people import Trainee
from jp_trainer.services.app import App
from jp_trainer.services.topics import Topic
from jp_trainer.ui import theme, translator
from jp_trainer.ui.errors import Errors
from jp_trainer.ui.jobs import Jobs
from jp_trainer.ui.keys import Keys
from jp_trainer.ui.parts.dialogs import confirm
from jp_trainer.ui.parts.layout import column, frame, rule
from jp_trainer.ui.parts.message_bar import MessageBar
from jp_trainer.ui.parts.painting import CENTER
from jp_trainer.ui.parts.rail import RAIL_WIDTH, PersonButton, RailButton
from jp_trainer.ui.screen import Desk, Screen
from jp_trainer.ui.screens import SCREENS, Entry, entry
from jp_trainer.ui.speaker import Speaker
from jp_trainer.ui.theme import Look
from jp_trainer.ui.tokens import Theme
from jp_trainer.wording import LANGUAGES, SOURCE, _, use_language

HOME = "today"
_SMALLEST = (800, 520)


class Window(QWidget):
    """The program's one window. It is the Frame that screens are given.

    Signals:
        relaunch_wanted: what to do first, while the file is closed.
    """

    relaunch_wanted = Signal(object)
    _changed = Signal(object, object)

    def __init__(
        self,
        application: QApplication,
        app: App,
        jobs: Jobs,
        look: Look,
        speaker: Speaker | None = None,
    ) -> None:
        super().__init__()
        self._application, self._app, self._jobs = application, app, jobs
        self._speaker = speaker
        self._translator: translator.CatalogueTranslator | None = None
        self._trainee: Trainee | None = None
        self._screen: Screen[Any] | None = None
        self._here: tuple[str, dict[str, object]] = ("", {})
        self._home: tuple[str, dict[str, object]] = (HOME, {})
        self._rail_buttons: dict[str, RailButton] = {}
        self.keys = Keys()
        self.keys.bind("ctrl+z", self._undo)
        self.setProperty("part", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(*_SMALLEST)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._rail: QFrame | None = None
        self._line: QFrame | None = None
        self._stage = QWidget()
        self._stage_box = QVBoxLayout(self._stage)
        self._stage_box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._stage, 1)
        self._message = MessageBar(look, self._stage)
        self.look = look
        self.errors = Errors(self, lambda: self.look, self._say_fault)
        jobs.failed.connect(self.errors.show)
        self._changed.connect(self._on_changed, Qt.ConnectionType.QueuedConnection)
        app.database.listeners.append(self._hear)
        self.dress(look)

    # What screens ask for (Frame)

    def go(self, name: str, **place: object) -> None:
        """Show this screen, after asking if leaving the present one would lose something."""
        self._unless_lost(lambda: self._show(name, place))

    def back(self) -> None:
        """Return to the screen beside the rail that was shown last."""
        name, place = self._home
        self.go(name, **place)

    def say(
        self, words: str, *, undo: Callable[[], None] | None = None, fault: bool = False
    ) -> None:
        """Tell what just happened."""
        self._message.say(words, undo=undo, fault=fault)

    def fault(self, error: BaseException) -> None:
        """Show a failure."""
        self.errors.show(self._screen, error)

    def sign_in(self, trainee: Trainee | None) -> None:
        """Work as this person. Their language, theme and text size take effect at once."""
        before, self._trainee = self._trainee, trainee
        wanted = self.look if trainee is None else look_for(trainee)
        if wanted != self.look:
            self.dress(wanted)
        elif trainee != before:
            self._build_rail()

    def relaunch(self, first: Callable[[], object]) -> None:
        """End the program, do `first`, start it again."""
        self.relaunch_wanted.emit(first)

    # What the program asks for

    @property
    def trainee(self) -> Trainee | None:
        """Who works here."""
        return self._trainee

    def hand_over(self) -> None:
        """Let somebody else choose their profile, whatever is open: the one before is away."""
        self.sign_in(None)
        self._show("profiles", {})

    @property
    def shown(self) -> Screen[Any] | None:
        """The one that is shown."""
        return self._screen

    @property
    def here(self) -> str:
        """The name of the screen that is shown."""
        return self._here[0]

    @property
    def message(self) -> MessageBar:
        """The message bar."""
        return self._message

    def dress(self, look: Look) -> None:
        """Build everything anew in this look; the same screen is shown again."""
        self.look = look
        use_language(look.language)
        self._translator = translator.install(self._application, self._translator)
        theme.dress(self._application, look)
        self.setLayoutDirection(look.direction)
        self.setWindowTitle(_("Japanese trainer"))
        self._message.deleteLater()
        self._message = MessageBar(look, self._stage)
        self._build_rail()
        if self._screen is not None:
            name, place = self._here
            self._show(name, place | self._screen.place())

    def _build_rail(self) -> None:
        for old in (self._rail, self._line):
            if old is not None:
                old.hide()
                old.deleteLater()
        self._rail_buttons = {}
        shown = [e for e in SCREENS if e.words and (not e.instructor or self._is_instructor)]
        above = [self._rail_button(e) for e in shown if not e.below]
        below = [self._rail_button(e) for e in shown if e.below]
        person: list[Any] = []
        if self._trainee is not None:
            button = PersonButton(self.look, self._trainee.initials, self._trainee.name)
            button.clicked.connect(lambda: self.go("profiles"))
            person = [(button, CENTER), 8]
        self._rail = frame(
            "rail", column(*above, None, *person, *below, margins=(4, 12, 4, 8), gap=4)
        )
        self._rail.setMinimumWidth(RAIL_WIDTH - 1)
        self._line = rule(upright=True)
        self._box.insertWidget(0, self._rail)
        self._box.insertWidget(1, self._line)
        self._mark_place()

    def _rail_button(self, of: Entry) -> RailButton:
        button = RailButton(self.look, _(of.words), of.icon)
        button.clicked.connect(lambda: self.go(of.name))
        self._rail_buttons[of.name] = button
        number = len(self._rail_buttons)
        self.keys.bind(f"ctrl+{number}", lambda: self.go(of.name))
        return button

    @property
    def _is_instructor(self) -> bool:
        return self._trainee is not None and self._trainee.preferences.instructor_tools

    def _mark_place(self) -> None:
        whole = self._screen is not None and self._screen.whole_window
        for part in (self._rail, self._line):
            if part is not None:
                part.setVisible(not whole)
        for name, button in self._rail_buttons.items():
            button.set_here(name == self._here[0])

    def _unless_lost(self, act: Callable[[], object]) -> None:
        lost = self._screen.loss() if self._screen is not None else ""
        if not lost:
            act()
            return
        confirm(
            self.look, self, _("Leave this?"), lost, yes=_("Leave"), act=act, no=_("Stay here")
        )  # fmt: skip

    def _show(self, name: str, place: dict[str, object]) -> None:
        desk = Desk(self._app, self._jobs, self.look, self, self._trainee, self._speaker)
        made = entry(name).make(desk, place)
        if (focus := self.focusWidget()) is not None:
            # Hiding what has the focus would hand it, ring and all, to a button nobody chose.
            focus.clearFocus()
        old, self._screen = self._screen, made
        self._here = (name, place)
        if not made.whole_window:
            self._home = self._here
        if old is not None:
            old.left()
            self._stage_box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._stage_box.addWidget(made)
        self._mark_place()
        self._message.place(made.foot_height())
        self._message.raise_()
        made.entered()
        made.reload()

    def _say_fault(self, words: str) -> None:
        self._message.say(words, fault=True)

    def _undo(self) -> None:
        if self._message.can_undo:
            self._message.undo()

    def _hear(self, topics: Topic, _origin: object) -> None:
        # On the thread that wrote: who it worked for is known only there.
        self._changed.emit(topics, self._jobs.working_for())

    @Slot(object, object)
    def _on_changed(self, topics: Topic, origin: object) -> None:
        screen = self._screen
        if screen is not None and origin is not screen and topics & screen.topics:
            screen.reload()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no part wanted: the screen's keys, if it has not seen them, then the window's."""
        screen, focus = self._screen, self.focusWidget()
        unseen = screen is not None and (focus is None or not screen.isAncestorOf(focus))
        if unseen and screen is not None and screen.keys.handle(event):
            return
        if not self.keys.handle(event):
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The message bar stays at the lower edge."""
        super().resizeEvent(event)
        if self._screen is not None:
            self._message.place(self._screen.foot_height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the computer from light to dark and back, where that is wished."""
        if event.type() == QEvent.Type.ThemeChange and self._trainee is not None:
            self.sign_in(self._trainee)
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the screen fall silent; what runs is ended by whoever made Jobs."""
        if self._screen is not None:
            self._screen.left()
        if self._hear in self._app.database.listeners:
            self._app.database.listeners.remove(self._hear)
        if self._translator is not None:
            self._application.removeTranslator(self._translator)
        super().closeEvent(event)


def look_for(trainee: Trainee) -> Look:
    """What this person's preferences look like."""
    wishes = trainee.preferences
    try:
        chosen = Theme(wishes.theme)
    except ValueError:  # of a newer version
        chosen = Theme.SYSTEM
    language = wishes.interface if wishes.interface in LANGUAGES else SOURCE
    return theme.look_of(chosen, language, wishes.text_size, nastaliq=wishes.nastaliq)
