"""Say what a screen is: asks a service, draws the answer, reports wishes. Nothing else.

class Words(Screen[WordsState]):
    topics = Topic.CONTENT | Topic.REVIEWS

    def __init__(self, desk: Desk, deck: str = ""):   # what `go("words", deck=...)` hands over
        super().__init__(desk)
        ...                                           # widgets
        self.keys.bind("/", self._search.setFocus)

    def reload(self) -> None:
        self.ask(partial(words.overview, self.desk.app, self.desk.trainee_id))

    def present(self, state: WordsState) -> None:     # drawing a state twice changes nothing
        ...
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Generic, Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from jp_trainer.core.ids import TraineeId
from jp_trainer.core.people import Trainee
from jp_trainer.services.app import App
from jp_trainer.services.topics import Topic
from jp_trainer.ui.jobs import Jobs
from jp_trainer.ui.keys import Keys
from jp_trainer.ui.speaker import Speaker
from jp_trainer.ui.theme import Look

State = TypeVar("State")


class Frame(Protocol):
    """What the window does for a screen."""

    def go(self, name: str, **place: object) -> None:
        """Show another screen of SCREENS; `place` goes to its constructor."""

    def back(self) -> None:
        """Return to the screen beside the rail that was shown last."""

    def say(
        self, words: str, *, undo: Callable[[], None] | None = None, fault: bool = False
    ) -> None:
        """Tell what just happened, on the message bar. `fault`: what did not."""

    def fault(self, error: BaseException) -> None:
        """Show a failure that the screen does not show itself."""

    def dress(self, look: Look) -> None:
        """Show everything in another look; sign_in does it by itself."""

    def sign_in(self, trainee: Trainee | None) -> None:
        """Work as this person, in their language and look; again after preferences changed."""

    def relaunch(self, first: Callable[[], object]) -> None:
        """End the program, do `first` while the file is closed, start the program again."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a screen works with, handed over by argument."""

    app: App
    jobs: Jobs
    look: Look
    frame: Frame
    trainee: Trainee | None = None
    speaker: Speaker | None = None
    """None where nothing is to be heard."""

    @property
    def trainee_id(self) -> TraineeId:
        """Who studies. Raises LookupError before anyone signed in: such a screen cannot be open."""
        if self.trainee is None:
            raise LookupError("nobody is signed in")
        return self.trainee.id


class Screen(QWidget, Generic[State]):
    """One screen. Made anew each time it is shown, and whenever the look changes."""

    topics: ClassVar[Topic] = Topic.NOTHING
    """Changes that make it reload, when something else caused them."""
    whole_window: ClassVar[bool] = False
    """Without the rail; Escape leads back."""
    keeps_awake: ClassVar[bool] = False
    """Not locked while it is shown: in a listening test nobody touches anything for long."""

    presented = Signal()
    """A state was drawn."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.look = desk.look
        self.keys = Keys()
        if self.whole_window:
            self.keys.bind("esc", desk.frame.back)

    def reload(self) -> None:
        """Ask for the state. Called once it is shown, and after changes."""

    def present(self, state: State) -> None:
        """Draw the state."""
        raise NotImplementedError

    def ask(self, work: Callable[[], State], done: Callable[[State], None] | None = None) -> None:
        """Run a service on the quick lane and present what it returns."""
        self.desk.jobs.run(work, owner=self, done=done or self._on_state)

    def _on_state(self, state: State) -> None:
        self.present(state)
        self.presented.emit()

    def foot_height(self) -> int:
        """Px at the lower edge that the message bar leaves free."""
        return 0

    def place(self) -> dict[str, object]:
        """What to hand to the constructor when it is built anew in another look."""
        return {}

    def loss(self) -> str:
        """What would be lost by leaving now, as a sentence; "" if nothing would."""
        return ""

    def entered(self) -> None:
        """It is shown now: put the cursor where typing starts."""

    def left(self) -> None:
        """Another screen takes its place: fall silent, drop what waits."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What nobody below wanted."""
        if not self.keys.handle(event):
            event.ignore()
