"""Say before a mock what comes: how long, what is allowed, whether anything can be heard."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jp_trainer.core.exam.blueprints import Blueprint, ClockKind, Section
from jp_trainer.core.exam.sitting_state import Aid
from jp_trainer.services import exam_sound
from jp_trainer.ui.exam.names import minutes_of, questions
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.forms import Switch, form_row
from jp_trainer.ui.parts.icons import Icon
from jp_trainer.ui.parts.layout import Item, card, column, label, page, row
from jp_trainer.ui.parts.painting import MIDDLE, TOP
from jp_trainer.ui.screen import Desk
from jp_trainer.wording import _, dates, fill, join

_WIDTH = 760


class Before(QWidget):
    """The page before the start. `section`: only this one is sat.

    Signals:
        begin: the aids that are wished, a tuple. back.
    """

    begin = Signal(object)
    back = Signal()

    def __init__(self, desk: Desk, blueprint: Blueprint, section: str = "") -> None:
        super().__init__()
        self.desk, self.look, self.blueprint = desk, desk.look, blueprint
        self._sections = tuple(s for s in blueprint.sections if section in ("", s.id))
        self.is_heard = any(each.max_plays for each in self._sections)
        self.is_deaf = False
        look = self.look
        self.switches: dict[Aid, Switch] = {}
        self.start = Button(
            look, _("Begin the mock"), Kind.PRIMARY, key="enter", height=56, width=240
        )
        self.start.clicked.connect(self._on_begin)
        leave = Button(look, _("Not now"), height=48, key="Esc")
        leave.clicked.connect(self.back)
        self.warning = label(look, "", "warn", wrap=True)
        self.warning.hide()
        items: list[Item] = [
            label(look, self._title(), "display", wrap=True), look.gap(4),
            label(look, self._facts(), "muted", wrap=True), 20,
        ]  # fmt: skip
        if self.is_heard:  # above all else: whoever cannot hear need not read on
            items += [self._sound_card(), 16]
        items += [
            card(label(look, _("As on the day"), "strong"), look.gap(8), *self._rules()), 16,
            self._aids_card(), 16, self.warning, 12,
            row(self.start, 16, (leave, MIDDLE), None),
        ]  # fmt: skip
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(page(*items, None, width=_WIDTH, margins=(40, 24, 40, 24)))
        if self.is_heard:
            QTimer.singleShot(0, self, self._look_for_sound)

    def _title(self) -> str:
        title = self.blueprint.title.text(self.look.language)
        if len(self._sections) == len(self.blueprint.sections):
            return title
        section = self._sections[0].title.text(self.look.language)
        return fill(_("{exam}: {section}"), exam=title, section=section)

    def _facts(self) -> str:
        count = sum(section.count for section in self._sections)
        whole = len(self._sections) == len(self.blueprint.sections)
        length = minutes_of(self.blueprint)
        if not whole:
            own = self._sections[0].minutes
            length = own or -(-length * count // max(1, self.blueprint.count))
        return join([dates.minutes(length) if length else "", questions(count)])

    def _rules(self) -> list[Item]:
        """What may be done, and what not."""
        said: list[tuple[str, str]] = []
        if self.blueprint.clock is ClockKind.PAPER and len(self._sections) > 1:
            said.append(
                ("clock", _("Each paper has its own clock. You begin the next one yourself."))
            )
        else:
            said.append(("clock", _("One clock runs. When it is at zero, the mock is handed in.")))
        if any(not section.reentry for section in self._sections) and len(self._sections) > 1:
            said.append(("lock", _("You cannot come back to a section that you have left.")))
        said += self._listening_rules()
        said.append(
            (
                "save",
                _("Every answer is kept at once: after a power cut you go on from there."),
            )
        )
        said.append(("edit", _("Keys: 1 to 4 choose, Enter goes on, F flags a question.")))
        look, made = self.look, list[Item]()
        for icon, words in said:
            made += [
                row(
                    (Icon(look, icon, "muted", 18), TOP),
                    10,
                    (label(look, words, "body", wrap=True), 1),
                ),
                8,
            ]
        return made[:-1]

    def _listening_rules(self) -> list[tuple[str, str]]:
        heard = [section for section in self._sections if section.max_plays]
        if not heard:
            return []
        first: Section = heard[0]
        if first.paced:
            return [
                (
                    "sound",
                    _("In listening all is heard once, and the recording moves on by itself."),
                )
            ]
        words = fill(
            _("In listening you press Play, at most {count} times each; there is no way back."),
            count=first.max_plays,
        )  # fmt: skip
        return [("sound", words)]

    # Sound

    def _sound_card(self) -> QWidget:
        look = self.look
        self.sound_icon_words = label(look, _("Sound"), "strong")
        self.sound_said = label(
            look, _("Put your headphones on and press the button."), "body", wrap=True
        )
        self.test = Button(look, _("Test the sound"), icon="sound", height=40)
        self.test.clicked.connect(self._on_test)
        self.hears, self.deaf_mark = (
            Icon(look, "sound", "ai", 22),
            Icon(look, "silent", "yamabuki", 22),
        )
        self.deaf_mark.hide()
        said = column(self.sound_icon_words, look.gap(4), self.sound_said)
        line = row((self.hears, TOP), (self.deaf_mark, TOP), 14, (said, 1), 16, (self.test, MIDDLE))
        return card(line, margins=(24, 16, 24, 16))

    def _look_for_sound(self) -> None:
        speaker, app = self.desk.speaker, self.desk.app
        is_there = speaker is not None and not speaker.player.deaf and speaker.player.has_device()
        if is_there and (exam_sound.can_make(app) or app.voice is not None):
            return
        self.is_deaf = True
        self.test.hide()
        if is_there:
            words = _("The voice is not installed here: the listening part cannot be heard.")
        else:
            words = _("No loudspeaker or headphones found: the listening part cannot be heard.")
        later = _(
            "You can wait for another day, sit the other sections alone, or save the mock for "
            "printing: on the page of mock exams, at the end."
        )
        self.sound_said.setText(join([words, later], " "))
        self.hears.hide()
        self.deaf_mark.show()

    def _on_test(self) -> None:
        speaker = self.desk.speaker
        if speaker is not None and speaker.player.play(exam_sound.chime(self.desk.app)):
            self.sound_said.setText(
                _("You should hear a bell now. If not, look at the loudspeaker and its volume.")
            )
        else:
            self._look_for_sound()

    # Help

    def _aids_card(self) -> QWidget:
        look = self.look
        offered: list[tuple[Aid, str, str]] = []
        has_statement = "ur" not in self.blueprint.help_languages
        if has_statement and not self.blueprint.exam.startswith("jlpt"):
            offered.append(
                (Aid.STATEMENT, _("The question in Urdu"), _("The real test may not have it."))
            )
        if not self.blueprint.furigana:
            offered.append(
                (Aid.FURIGANA, _("Readings above all kanji"), _("The real test prints only a few."))
            )
        if self.is_heard and not any(section.paced for section in self._sections):
            offered.append(
                (Aid.REPLAY, _("Listen as often as you like"), _("The real test limits it."))
            )
        if not offered:
            return QWidget()
        rows: list[Item] = []
        for aid, words, under in offered:
            switch = Switch(look, on=False, name=words)
            switch.toggled.connect(self._on_aid)
            self.switches[aid] = switch
            rows.append(form_row(look, words, switch, under))
        return card(
            label(look, _("Help for practice"), "strong"),
            look.gap(4),
            *rows,
            margins=(24, 16, 24, 12),
        )

    @property
    def aids(self) -> tuple[Aid, ...]:
        """What is wished."""
        return tuple(aid for aid, switch in self.switches.items() if switch.isChecked())

    def _on_aid(self) -> None:
        self.warning.setText(
            _("With help this mock counts as practice: it gives no estimate.") if self.aids else ""
        )
        self.warning.setVisible(bool(self.aids))

    def _on_begin(self) -> None:
        self.begin.emit(self.aids)
