"""Let the recording set the pace: it plays, and moves on; there is no way back and no pause."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jp_trainer.core.exam.items import Testlet
from jp_trainer.wording import _

if TYPE_CHECKING:
    from jp_trainer.ui.screens.sitting.sitting import Sitting


class Pacing(QObject):
    """Where a section is paced. Elsewhere it does nothing."""

    def __init__(self, screen: "Sitting") -> None:
        super().__init__(screen)
        self._screen = screen
        self._playing = ""  # the testlet that is heard, or was asked for
        self._is_lost = False
        screen.listening.ended.connect(self._on_ended)
        screen.listening.silent.connect(self._on_silent)

    @property
    def _is_paced(self) -> bool:
        state = self._screen.state
        return state is not None and state.rules.paced

    @property
    def may_go_on(self) -> bool:
        """Whether Next is the candidate's: inside a testlet, and where nothing can be heard."""
        state = self._screen.state
        if state is None or not self._is_paced or self._is_lost:
            return True
        following = state.next_item
        return following is not None and state.paper.testlet_of(following) is state.testlet_now

    def words(self) -> str:
        """What stands beside the tiles."""
        if not self._is_paced:
            return ""
        if self._is_lost:
            return _("The recording of this question cannot be heard. Go on with Next.")
        return _("The recording moves on by itself.")

    def at(self, testlet: Testlet) -> None:
        """A question is shown: its recording begins, unless it runs or was heard."""
        if not self._is_paced:
            self._playing, self._is_lost = "", False
        elif testlet.id != self._playing:
            self._playing, self._is_lost = testlet.id, False
            if self._screen.now.plays_left(self._screen.now.item) == 0:
                self._on_silent()  # an interrupted recording is not given again
            else:
                self._screen.listening.listen(testlet)
        self._show()

    def _show(self) -> None:
        foot = self._screen.foot
        foot.next.setVisible(self.may_go_on)
        foot.say(self.words())

    def _on_silent(self) -> None:
        if self._is_paced:
            self._is_lost = True
            self._show()

    def _on_ended(self) -> None:
        """On to what the next recording is about; after the last one, to the end."""
        if not self._is_paced or self._screen.view is None:
            return
        candidate, here = self._screen.candidate, self._screen.now.testlet_now
        while (following := self._screen.now.next_item) is not None:
            is_new = self._screen.now.paper.testlet_of(following) is not here
            candidate.go_to(following)
            if is_new:
                return
        candidate.leave_or_finish()
