"""Ask what must be decided before anything else: a title, a sentence, two buttons.

Never blocks: the answer comes by callback, so that no event loop runs inside another.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QPlainTextEdit, QWidget

from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.icons import Icon
from jp_trainer.ui.parts.layout import column, label, row
from jp_trainer.ui.parts.painting import TOP
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _

_WIDTH, _AIR = 520, 32


class Sheet(QDialog):
    """A dialog's frame: icon and title, whatever stands below, buttons at the end side."""

    def __init__(
        self, look: Look, parent: QWidget | None, title: str, *, icon: str = "", tone: str = "ai"
    ):
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setLayoutDirection(look.direction)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(
            look.size(_WIDTH) if parent is None else min(look.size(_WIDTH), parent.width())
        )
        heading = label(look, title, "title", wrap=True)
        head = row((heading, 1))
        if icon:
            head = row((Icon(look, icon, tone, 24), TOP), 16, (heading, 1))
        self.contents = column()
        self.buttons = row(None, gap=12)
        self.setLayout(
            column(
                head, look.gap(12), (self.contents, 1), 28, self.buttons, margins=(28, 24, 28, 24)
            )
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Before it is placed: as tall as its words need at this width."""
        self._fit()
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        """Grow when words come, as when something typed is refused."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        return done

    def _fit(self) -> None:
        layout, parent = self.layout(), self.parentWidget()
        if layout is None:
            return
        # Left to itself, Qt takes a height for wrapped lines that they would need if narrower.
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        wide = max(self.minimumWidth(), layout.totalMinimumSize().width())
        tall = layout.totalHeightForWidth(wide)
        if tall < 0:
            tall = layout.totalSizeHint().height()
        if parent is not None:
            tall = min(tall, parent.window().height() - _AIR)
        if not self.isVisible() or tall > self.height():
            self.resize(wide, tall)

    def add(self, thing: QWidget, gap: int = 0) -> None:
        """Put something below what is there, `gap` px lower."""
        if gap:
            self.contents.addSpacing(gap)
        self.contents.addWidget(thing)

    def offer(self, button: Button, act: Callable[[], object] | None = None) -> Button:
        """A button at the end: closes the dialog, then acts."""
        self.buttons.addWidget(button)

        def press() -> None:
            self.accept() if act is not None else self.reject()
            if act is not None:
                act()

        button.clicked.connect(press)
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the primary button, Escape closes without acting."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            for button in self.findChildren(Button):
                if button.kind is Kind.PRIMARY and button.isEnabled():
                    button.click()
                    return
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
            return
        event.ignore()


def confirm(
    look: Look,
    parent: QWidget,
    title: str,
    words: str,
    *,
    yes: str,
    act: Callable[[], object],
    no: str = "",
    danger: bool = False,
) -> Sheet:
    """Ask before something is lost. `yes` says what will happen, in a verb; never "OK"."""
    sheet = Sheet(look, parent, title, icon="warn" if danger else "", tone="yamabuki")
    sheet.add(label(look, words, "body", wrap=True))
    sheet.offer(Button(look, no or _("Cancel"), height=48, key="Esc"))
    if danger:  # no Enter here: what is gone for good is not to be pressed in passing
        sheet.offer(Button(look, yes, Kind.DANGER, height=48), act)
    else:
        sheet.offer(Button(look, yes, Kind.PRIMARY, key="enter"), act)
    sheet.open()
    return sheet


def tell(look: Look, parent: QWidget | None, title: str, words: str, details: str = "") -> Sheet:
    """Explain what failed. `details` are for the person who helps: shown small, copied whole."""
    sheet = Sheet(look, parent, title, icon="warn", tone="shu")
    sheet.add(label(look, words, "body", wrap=True))
    if details:
        text = QPlainTextEdit(details)
        text.setReadOnly(True)
        text.setFont(look.ui(13))
        text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        text.setFixedHeight(look.size(160))
        text.setAccessibleName(_("Details for the person who helps you"))
        sheet.add(text, 16)
        copy = Button(look, _("Copy the details"), icon="copy", height=48)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        sheet.buttons.insertWidget(0, copy)
    sheet.offer(Button(look, _("Close"), Kind.PRIMARY, key="enter"))
    sheet.open()
    return sheet
