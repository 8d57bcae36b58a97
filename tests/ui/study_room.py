"""A window with the study screens in it, and hands to answer with."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from jp_trainer.core.cards import Aspect, aspect_of, card_id
from jp_trainer.core.ids import CardId
from jp_trainer.core.kana_typing import keys_for
from jp_trainer.core.people import Preferences
from jp_trainer.core.questions import Question, Way
from jp_trainer.core.rounds import Round, Waiting
from jp_trainer.core.study_day import StudyDay
from jp_trainer.core.words import Word, deck_of_id
from jp_trainer.services import people, profiles
from jp_trainer.storage.transaction import Transaction
from jp_trainer.ui.parts.buttons import Button
from jp_trainer.ui.parts.chips import Fact
from jp_trainer.ui.screens.round_end import RoundEnd
from jp_trainer.ui.screens.study.areas import ChooseArea, TypeArea
from jp_trainer.ui.screens.study.phase import Phase
from jp_trainer.ui.screens.study.study import Study
from jp_trainer.ui.screens.study.view import QuestionView
from jp_trainer.ui.screens.today import Today
from jp_trainer.ui.window import Window
from jp_trainer.wording import plain
from tests.examples import School


@dataclass
class Room:
    """The program's window, over a school on a real file."""

    school: School
    window: Window
    qtbot: QtBot

    def __post_init__(self) -> None:
        self.wait: Callable[[Callable[[], bool]], None] = self.qtbot.waitUntil

    # Where we are

    @property
    def study(self) -> Study:
        assert isinstance(self.window.shown, Study)
        return self.window.shown

    @property
    def end(self) -> RoundEnd:
        assert isinstance(self.window.shown, RoundEnd)
        return self.window.shown

    @property
    def today(self) -> Today:
        assert isinstance(self.window.shown, Today)
        return self.window.shown

    @property
    def view(self) -> QuestionView:
        assert self.study.view is not None
        return self.study.view

    @property
    def question(self) -> Question:
        assert self.study.asking is not None
        return self.study.asking.question

    @property
    def typing(self) -> TypeArea:
        assert isinstance(self.view.area, TypeArea)
        return self.view.area

    @property
    def choosing(self) -> ChooseArea:
        assert isinstance(self.view.area, ChooseArea)
        return self.view.area

    def says(self) -> str:
        """All words that can be seen, without direction marks."""
        found = [
            label.text() or label.accessibleName()
            for label in self.window.findChildren(QLabel)
            if label.isVisible()
        ]
        found += [each.words for each in self.window.findChildren(Button) if each.isVisible()]
        found += [each.words for each in self.window.findChildren(Fact) if each.isVisible()]
        return plain("\n".join(found))

    def will_say(self, words: str) -> None:
        """Wait until these words can be seen."""
        self.wait(lambda: words in self.says())

    @property
    def is_asked(self) -> bool:
        """Whether the question is open still."""
        return self.study.phase is Phase.ASKED

    # What we do

    def prefer(self, **wishes: object) -> None:
        app, trainee = self.school.app, self.school.trainee
        found = people.find(app, trainee)
        wanted: Preferences = replace(found.preferences, **wishes)  # type: ignore[arg-type]
        self.window.sign_in(profiles.change_preferences(app, trainee, wanted))

    def put_round(self, *cards: CardId, lapsed: bool = False) -> None:
        """Let the running round ask these, which were asked before; `lapsed`: too often."""
        app, trainee, clock = self.school.app, self.school.trainee, self.school.clock
        today = clock().study_day
        with app.database.write() as change:
            waiting = tuple(Waiting(card) for card in cards)
            made = Round(f"round-{len(cards)}", today, len(cards), waiting)
            change.rounds.put(trainee, made.to_json())
            for card in cards:
                self._has_been_asked(change, card, lapsed=lapsed)
        app.prepared.clear()

    def _has_been_asked(self, change: Transaction, card: CardId, *, lapsed: bool) -> None:
        state = change.card_states.get(self.school.trainee, card)
        day = self.school.clock().study_day
        asked = replace(
            state,
            reps=4,
            stability=9.0,
            difficulty=5.0,
            due_day=day,
            last_day=StudyDay(day - 3),
            lapses=5 if lapsed else 0,
            needs_help=lapsed,
        )
        change.card_states.put(self.school.trainee, asked, deck_of_id(card), aspect_of(card))

    def begin(self) -> None:
        self.window.go("study")
        self.wait(lambda: isinstance(self.window.shown, RoundEnd) or self.study.view is not None)

    def press(self, key: str | Qt.Key, *held: Qt.KeyboardModifier) -> None:
        target = self.window.focusWidget() or self.window
        modifiers = held[0] if held else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(target, key, modifiers)  # type: ignore[arg-type] # takes a letter, too

    def type(self, keys: str) -> None:
        QTest.keyClicks(self.typing.field, keys)

    def press_place(self, scan_code: int, text: str, key: int) -> None:
        """A key of a layout that is not Latin: only its place tells what is meant."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, scan_code, key, 0, text)
            QApplication.sendEvent(self.window.focusWidget() or self.window, event)

    def answer(self, *, right: bool = True) -> None:
        """Give an answer to whatever is asked."""
        question = self.question
        match question.way:
            case Way.CHOOSE:
                index = [o.word == question.word.id for o in question.options].index(right)
                self.press(str(index + 1))
            case Way.TYPE:
                self.type(keys_for(question.word.reading) if right else "mimi")
                self.press(Qt.Key.Key_Return)
            case Way.REVEAL:
                self.press(Qt.Key.Key_Space)
                self.press("2" if right else "1")

    def wait_until_kept(self) -> None:
        screen = self.study
        self.wait(lambda: screen._recorded is not None)

    def go_on(self) -> None:
        """To the next question, or to the end of the round."""
        screen, view = self.study, self.view
        self.press(Qt.Key.Key_Return)
        self.wait(lambda: self.window.shown is not screen or screen.view is not view)

    def finish(self, wrong: tuple[int, ...] = ()) -> None:
        """Answer until the round is over; `wrong` counts from 1."""
        for number in range(1, 100):
            if isinstance(self.window.shown, RoundEnd):
                return
            self.answer(right=number not in wrong)
            self.wait(lambda: self.study.phase is Phase.ANSWERED)
            self.wait_until_kept()
            self.go_on()
        raise AssertionError("the round has no end")


def card(word: Word, aspect: Aspect = Aspect.MEANING) -> CardId:
    return card_id(word.learnt_as, aspect)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
