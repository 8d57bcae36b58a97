"""Look again at every question: the key, one's own answer, why each option is right or wrong.

What was heard can be read with its readings and heard again.
"""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from jp_trainer.core.exam import recordings
from jp_trainer.services import exam_results, exam_sound
from jp_trainer.services.exam_results import LeftOut, Reviewed
from jp_trainer.ui.exam.explained import option_lines, script_card, why_card
from jp_trainer.ui.exam.names import questions
from jp_trainer.ui.exam.question import Asked, QuestionView, is_clip
from jp_trainer.ui.exam.tiles import Kind as TileKind
from jp_trainer.ui.exam.tiles import Tile, Tiles
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.chips import ChipRow
from jp_trainer.ui.parts.empty import empty_state
from jp_trainer.ui.parts.layout import card, column, frame, label, row
from jp_trainer.ui.recording_player import RecordingPlayer
from jp_trainer.ui.screen import Desk, Screen
from jp_trainer.wording import _, fill, join, ngettext
from jp_trainer.wording.exam import type_words

_ALL, _WRONG = "all", "wrong"
_FOOT, _HEAD = 72, 60
_MS_PER_S = 1000


class ExamReview(Screen[tuple[Reviewed, ...]]):
    """Every item of one sitting, one at a time."""

    whole_window = True

    def __init__(self, desk: Desk, sitting: str, show: str = _ALL, at: str = "") -> None:
        super().__init__(desk)
        self._sitting, self._at = sitting, at
        self.all: tuple[Reviewed, ...] = ()
        self.view: QuestionView | None = None
        look = self.look
        self.filter = ChipRow(
            look, [(_ALL, _("All questions")), (_WRONG, _("Mistakes only"))], show,
            name=_("Which questions"),
        )  # fmt: skip
        self.filter.chosen.connect(lambda _key: self._ask())
        out = Button(look, _("Close"), height=40, key="Esc")
        out.clicked.connect(self._on_out)
        self.said = label(look, "", "muted")
        self.back = Button(look, _("Back"), icon="back", height=44)
        self.next = Button(look, _("Next"), Kind.PRIMARY, key="enter", height=44)
        self.back.clicked.connect(partial(self.step, -1))
        self.next.clicked.connect(partial(self.step, 1))
        self.tiles = Tiles(look)
        self.tiles.pressed.connect(self._on_tile)
        self._middle = QStackedWidget()
        head = frame("head", row(self.filter, 16, (self.said, 1), 16, out, margins=(24, 8, 24, 8)))
        foot = frame(
            "foot",
            row(self.back, 16, (self.tiles, 1), 16, self.next, margins=(24, 4, 24, 4)),
            height=look.size(_FOOT),
        )
        self.setLayout(column(head, (self._middle, 1), foot))
        self._player: RecordingPlayer | None = None
        if desk.speaker is not None:
            self._player = RecordingPlayer(desk.speaker.player, self)
            self._player.finished.connect(self._show_plays)
        on, back = ("left", "right") if look.rtl else ("right", "left")
        self.keys.bind(f"enter {on}", partial(self.step, 1))
        self.keys.bind(back, partial(self.step, -1))
        self.keys.bind("p space r", self.play)
        self.keys.bind("w", self._toggle)
        self.keys.bind("down pagedown", partial(self._scroll, 1))
        self.keys.bind("up pageup", partial(self._scroll, -1))
        self.keys.bind("esc", self._on_out)

    def reload(self) -> None:
        """Ask for all of them."""
        self.ask(partial(exam_results.review, self.desk.app, self.desk.trainee_id, self._sitting))

    def place(self) -> dict[str, object]:
        """The same question, in another look."""
        return {"sitting": self._sitting, "show": self.filter.now, "at": self._at}

    def present(self, state: tuple[Reviewed, ...]) -> None:
        """Show the first, or the one that was open."""
        self.all = state
        wrong = sum(not each.right for each in state)
        words = ngettext("Mistakes only ({count})", "Mistakes only ({count})", wrong)
        self.filter.rename(_WRONG, fill(words, count=wrong))
        self._ask()

    @property
    def shown(self) -> list[Reviewed]:
        """Those that the filter lets through."""
        only_wrong = self.filter.now == _WRONG
        return [each for each in self.all if not (only_wrong and each.right)]

    @property
    def now(self) -> Reviewed | None:
        """The one that is open: where it is filtered out, the first after it."""
        shown = self.shown
        found = next((each for each in shown if each.item.id == self._at), None)
        return found or (shown[0] if shown else None)

    def _ask(self) -> None:
        each = self.now
        self._hush()
        if each is None:
            self.view = None
            self._put(
                empty_state(
                    self.look, "right", _("No mistakes"),
                    _("Every question of this mock was answered right."),
                )
            )  # fmt: skip
            self.tiles.show_tiles([])
            return
        self._at = each.item.id
        look = self.look
        tall = max(200, self.height() - look.size(_HEAD) - look.size(_FOOT))
        head = join(
            [
                fill(_("Question {number}"), number=each.number),
                type_words(each.item.type),
                fill(_("{count} s"), count=round(each.ms / _MS_PER_S)) if each.ms else "",
                _("seen before") if each.left_out is LeftOut.SEEN else "",
            ]
        )
        asked = Asked(
            head,
            each.item.statement.text(look.language) if each.item.statement.en else "",
            play=is_clip(each.testlet),
            played=each.plays > 0,
            picked=each.chosen,
        )
        view = QuestionView(look, each.testlet, each.item, asked, (self.width(), tall))
        view.play_wanted.connect(self.play)
        self.view = view
        self._explain(view, each)
        self._put(view)
        self._show_tiles()

    def _explain(self, view: QuestionView, each: Reviewed) -> None:
        trainee = self.desk.trainee
        languages = trainee.preferences.meanings if trainee is not None else ("en",)
        view.reveal()
        for part in (
            why_card(self.look, each.item, each.chosen, languages),
            card(option_lines(self.look, each.item, each.chosen), margins=(20, 14, 20, 14)),
            script_card(self.look, each.testlet),
        ):
            if part is not None:
                view.after.addSpacing(14)
                view.after.addWidget(part)

    def _put(self, made: QWidget) -> None:
        old = self._middle.currentWidget()
        self._middle.addWidget(made)
        self._middle.setCurrentWidget(made)
        if old is not None:
            self._middle.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_tiles(self) -> None:
        shown, now = self.shown, self.now
        tiles = []
        for each in shown:
            kind = TileKind.ANSWERED if each.right else TileKind.WRONG
            if each is now:
                kind = TileKind.CURRENT
            number = self.all.index(each) + 1
            tiles.append(Tile(number, kind, flagged=each.flagged, answered=each.chosen > 0))
        self.tiles.show_tiles(tiles)
        at = shown.index(now) if now is not None else 0
        self.back.setEnabled(at > 0)
        self.next.setEnabled(at + 1 < len(shown))
        self.said.setText(questions(len(shown)))

    def step(self, by: int) -> None:
        """To the next or the one before."""
        shown, now = self.shown, self.now
        if now is None:
            return
        at = shown.index(now) + by
        if 0 <= at < len(shown):
            self._at = shown[at].item.id
            self._ask()

    def _on_tile(self, which: int) -> None:
        self._at = self.shown[which].item.id
        self._ask()

    def _toggle(self) -> None:
        self.filter.choose(_ALL if self.filter.now == _WRONG else _WRONG)
        self._ask()

    def _scroll(self, steps: int) -> None:
        if self.view is not None:
            self.view.panes.scroll_by(steps)

    def _on_out(self) -> None:
        self.desk.frame.go("exam_result", sitting=self._sitting)

    # Hearing it again

    def play(self) -> None:
        """The talk, as often as one likes."""
        each = self.now
        if each is None or self._player is None or not is_clip(each.testlet):
            return
        work = partial(exam_sound.make, self.desk.app, recordings.talk(each.testlet))
        self.desk.jobs.run_speech(
            work, priority=0, owner=self, done=partial(self._play, each.item.id)
        )

    def _play(self, item: str, steps: tuple[exam_sound.Heard, ...] | None) -> None:
        if item != self._at or self._player is None:
            return
        if steps is None or not self._player.play(steps):
            self.desk.frame.say(_("This recording cannot be heard here."))
        self._show_plays()

    def _show_plays(self) -> None:
        if self.view is not None and self._player is not None:
            self.view.show_plays(None, played=True, playing=self._player.playing)

    def _hush(self) -> None:
        if self._player is not None:
            self._player.stop()

    def left(self) -> None:
        """Fall silent."""
        self._hush()

    def foot_height(self) -> int:
        """The message bar leaves the ways on free."""
        return self.look.size(_FOOT)
