"""Hold what can be done at the lower edge: aids while a question is open, then the way on."""

from PySide6.QtWidgets import QFrame, QWidget

from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.layout import label, row
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _

HEIGHT = 72
_MARGINS = (24, 12, 24, 12)


class Aids(QWidget):
    """Quiet buttons in the middle, while an answer is thought about."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.give_up = Button(look, _("I do not know"), Kind.QUIET, icon="eye", key="0")
        self.listen = Button(look, _("Listen"), Kind.QUIET, icon="sound", key="R")
        self.furigana = Button(look, _("Furigana"), Kind.QUIET, icon="ruby", key="F")
        self.info = Button(look, _("Info"), Kind.QUIET, icon="info", key="I")
        self.more = Button(look, _("More"), Kind.QUIET, icon="more", key="M")
        buttons = (self.give_up, self.listen, self.furigana, self.info, self.more)
        self._box = row(None, *buttons, None, margins=_MARGINS, gap=16)
        self.setLayout(self._box)
        self.setMinimumHeight(look.size(HEIGHT))

    def present(self, *, typing: bool, listen: bool, furigana: bool, give_up: bool) -> None:
        """What there is now. In a text field letters are letters: the keys want Ctrl there."""
        self.give_up.setVisible(give_up)
        self.listen.setVisible(listen)
        self.furigana.setVisible(furigana)
        for button, key in (
            (self.give_up, "0"), (self.listen, "R"), (self.furigana, "F"),
            (self.info, "I"), (self.more, "M"),
        ):  # fmt: skip
            button.key = f"Ctrl {key}" if typing else key
            button.updateGeometry()
            button.update()


class Foot(QFrame):
    """After an answer: another opinion on it, when the word returns, and Next."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("part", "foot")
        self.override = Button(look, _("It was a slip, count it as right"), Kind.QUIET)
        self._said = label(look, "", "small")
        self.listen = Button(look, _("Listen"), Kind.QUIET, icon="sound", key="R")
        self.next = Button(look, _("Next"), Kind.PRIMARY, key="enter")
        self.setLayout(
            row(self.override, 24, (self._said, 1), self.listen, 16, self.next, margins=_MARGINS)
        )
        self.setMinimumHeight(look.size(HEIGHT))

    def answered(self, *, right: bool, listen: bool) -> None:
        """The verdict is shown; it is not kept yet."""
        self.say("")
        self.offer(right=right)
        self.override.setEnabled(False)
        self.listen.setVisible(listen)

    def offer(self, *, right: bool) -> None:
        """The other opinion to the one that counts now."""
        self.override.set_words(
            _("Count it as wrong") if right else _("It was a slip, count it as right")
        )
        self.override.setEnabled(True)

    def say(self, words: str) -> None:
        """When the word returns, or what the last press did."""
        self._said.setText(words)


class RevealFoot(QFrame):
    """Two buttons for who looked: known or not."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("part", "foot")
        self.missed = Button(look, _("I did not know it"), key="1", height=48)
        self.knew = Button(look, _("I knew it"), Kind.PRIMARY, key="2")
        self.setLayout(row(None, self.missed, 16, self.knew, None, margins=_MARGINS))
        self.setMinimumHeight(look.size(HEIGHT))
