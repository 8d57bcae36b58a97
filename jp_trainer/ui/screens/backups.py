"""Show the backups, make one, put one back."""

from functools import partial

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from jp_trainer.services import backups
from jp_trainer.services.backups import BackupsState, Saved
from jp_trainer.services.topics import Topic
from jp_trainer.ui.backups.asking import ask_to_restore
from jp_trainer.ui.backups.saved_list import answers, people, saved_list, until
from jp_trainer.ui.jobs import Progress
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.layout import PAGE, block, card, centered, column, label, row
from jp_trainer.ui.parts.painting import MIDDLE
from jp_trainer.ui.screen import Desk, Screen
from jp_trainer.wording import _, join

_WIDTH = 860


class Backups(Screen[BackupsState]):
    """What is here now, and below it every backup. Enter or a double click asks to restore."""

    topics = Topic.PEOPLE | Topic.REVIEWS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        look = self.look
        back = Button(look, _("Settings"), Kind.QUIET, icon="back")
        back.clicked.connect(self._leave)
        self.make = Button(look, _("Make a backup now"), Kind.PRIMARY, icon="save")
        self.make.clicked.connect(self._on_make)
        self._now = label(look, "", wrap=True)
        self.list = saved_list(look)
        self.list.chosen.connect(lambda _saved: self._enable())
        self.list.opened.connect(self._ask)
        self.restore = Button(look, _("Restore the chosen one"), icon="history")
        self.restore.clicked.connect(lambda: self._ask(self.list.current))
        folder = Button(look, _("Open the folder"), Kind.QUIET, icon="folder")
        folder.clicked.connect(self._open_folder)
        none = label(look, _("There is no backup yet."), "muted", wrap=True)
        self._empty = block(column(none, None))
        self._state: BackupsState | None = None
        kept = _(
            "One is made every day you study, and before anything large changes; the last 7 days "
            "and 4 weeks are kept. Those made by hand stay for good."
        )
        body = column(
            row(back, None),
            8,
            row((label(look, _("Backups"), "display"), MIDDLE), None, self.make),
            look.gap(8),
            label(look, kept, "muted", wrap=True),
            16,
            card(label(look, _("Now on this computer"), "label"), look.gap(2), self._now),
            12,
            (self._empty, 1),
            (self.list, 1),
            12,
            row(self.restore, None, folder),
        )
        side, top, _right, bottom = PAGE
        outer = column((block(centered(body, look.size(_WIDTH))), 1))
        outer.setContentsMargins(side, top // 2, side, bottom // 2)
        self.setLayout(outer)
        self.keys.bind("esc", self._leave)
        self._enable()

    def reload(self) -> None:
        """Ask what there is."""
        self.ask(partial(backups.overview, self.desk.app))

    def present(self, state: BackupsState) -> None:
        """The list; the chosen one stays chosen."""
        if state == self._state:
            return
        self._state = state
        now = state.now
        self._now.setText(join((people(now), answers(now), until(now))))
        before: Saved | None = self.list.current
        paths = [saved.backup.path for saved in state.saved]
        at = paths.index(before.backup.path) if before and before.backup.path in paths else -1
        self.list.set_items(state.saved, at)
        self.list.setVisible(bool(state.saved))
        self._empty.setVisible(not state.saved)
        self._enable()

    def _enable(self) -> None:
        chosen: Saved | None = self.list.current
        self.restore.setEnabled(chosen is not None and chosen.contents is not None)

    def _leave(self) -> None:
        self.desk.frame.go("settings", page="computer")

    def _on_make(self) -> None:
        self.make.setEnabled(False)
        self.desk.jobs.run_long(
            partial(_make, self.desk),
            owner=self,
            done=self._on_made,
            progress=lambda _done, _total: None,
        )

    def _on_made(self, _saved: Saved) -> None:
        self.make.setEnabled(True)
        self.desk.frame.say(_("The backup is made."))
        self.reload()

    def _ask(self, saved: Saved | None) -> None:
        if saved is None or saved.contents is None or self._state is None:
            return
        ask_to_restore(
            self.look, self.window(), saved, self._state.now, partial(self._check, saved)
        )

    def _check(self, saved: Saved) -> None:
        self.restore.setEnabled(False)
        self.desk.frame.say(_("Checking the backup. The app will close and start again."))
        self.desk.jobs.run_long(
            partial(_refuse_unfit, saved),
            owner=self,
            done=lambda _done: self._restore(saved),
            progress=lambda _done, _total: None,
            failed=self._on_refused,
        )

    def _on_refused(self, error: Exception) -> None:
        self._enable()
        self.desk.frame.fault(error)

    def _restore(self, saved: Saved) -> None:
        app = self.desk.app
        work = partial(backups.restore, app.data, saved.backup.path, app.clock())
        self.desk.frame.relaunch(work)

    def _open_folder(self) -> None:
        if self._state is not None:
            self._state.folder.mkdir(exist_ok=True)
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._state.folder)))


def _make(desk: Desk, _progress: Progress) -> Saved:
    return backups.make(desk.app)


def _refuse_unfit(saved: Saved, _progress: Progress) -> None:
    backups.refuse_unfit(saved.backup.path)
