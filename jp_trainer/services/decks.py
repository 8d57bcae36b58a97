"""Install decks, those shipped with the program or a folder someone brings, and study them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jp_trainer.core.deck_problems import Problem, Severity
from jp_trainer.core.decks import Deck
from jp_trainer.core.ids import DeckId, TraineeId
from jp_trainer.core.people import Trainee
from jp_trainer.formats.deck_reader import Draft, outline, read_deck
from jp_trainer.services.app import App
from jp_trainer.services.errors import DeckRefusedError, OlderDeckError, UnknownDeckError
from jp_trainer.services.people import trainee_of
from jp_trainer.services.word_edits import edited, note_originals
from jp_trainer.storage import backups
from jp_trainer.storage.words import Installed


@dataclass(frozen=True, slots=True)
class DeckInfo:
    """A deck that is shipped, installed, or both.

    Attributes:
        deck: as it is installed, else as it is shipped.
        words: how many it has. folder: where it is shipped; None for a deck someone brought.
        shipped, installed: the versions; None where it is not.
    """

    deck: Deck
    words: int
    folder: Path | None
    shipped: int | None
    installed: int | None

    @property
    def has_update(self) -> bool:
        """Whether the shipped version is newer than the installed one."""
        return bool(self.installed and self.shipped and self.shipped > self.installed)


@dataclass(frozen=True, slots=True)
class DeckInstalled:
    """One deck as it was installed.

    Attributes:
        before: the version that was installed before; None if there was none.
        words: how many are new, changed, the same, removed.
        problems: what could be better about it; never errors.
    """

    deck: Deck
    before: int | None
    words: Installed
    problems: tuple[Problem, ...] = ()


def available(app: App) -> tuple[DeckInfo, ...]:
    """All decks there are: the shipped ones by id, then those that were brought."""
    with app.database.read() as view:
        installed = {deck.id: deck for deck in view.decks.all()}
        counts = view.decks.word_counts()
    found: list[DeckInfo] = []
    for folder in _shipped_folders(app):
        shipped = outline(folder)
        if shipped is None:
            continue
        there = installed.pop(shipped.deck.id, None)
        found.append(
            DeckInfo(
                deck=there or shipped.deck,
                words=counts[there.id] if there else shipped.rows,
                folder=folder,
                shipped=shipped.deck.version,
                installed=there.version if there else None,
            )
        )
    found += (
        DeckInfo(deck, counts[deck.id], None, None, deck.version) for deck in installed.values()
    )
    return tuple(found)


def installed(app: App) -> tuple[DeckInfo, ...]:
    """The decks that are installed, in the order of `available`."""
    return tuple(info for info in available(app) if info.installed is not None)


def install(app: App, wanted: Iterable[DeckId]) -> tuple[DeckInstalled, ...]:
    """Install shipped decks: all of them or, on an error, none.

    Raises UnknownDeckError, and what `install_folder` raises.
    """
    by_id = {
        shipped.deck.id: folder
        for folder in _shipped_folders(app)
        if (shipped := outline(folder)) is not None
    }
    listed = tuple(dict.fromkeys(wanted))
    for deck in listed:
        if deck not in by_id:
            raise UnknownDeckError(deck)
    return _install(app, [by_id[deck] for deck in listed])


def install_folder(app: App, folder: Path) -> DeckInstalled:
    """Install the deck in a folder.

    A newer version keeps all progress; what was there before is backed up first. Installing what
    is there already changes nothing. Raises DeckRefusedError with everything wrong, OlderDeckError
    if a newer version is installed.
    """
    (done,) = _install(app, [folder])
    return done


def enrol(app: App, trainee: TraineeId, decks: Iterable[DeckId]) -> Trainee:
    """Let a trainee study these decks too, after those they study. Raises UnknownDeckError."""
    with app.database.write(origin=enrol) as change:
        found = trainee_of(change, trainee)
        listed = dict.fromkeys((*found.preferences.decks, *decks))
        for deck in listed:
            if deck not in found.preferences.decks and change.decks.get(deck) is None:
                raise UnknownDeckError(deck)
        preferences = replace(found.preferences, decks=tuple(listed))
        changed = replace(found, preferences=preferences)
        change.people.put(changed)
    app.prepared.clear()
    return changed


def _shipped_folders(app: App) -> list[Path]:
    try:
        return sorted(path for path in app.decks_folder.iterdir() if path.is_dir())
    except OSError:
        return []


def _install(app: App, folders: Sequence[Path]) -> tuple[DeckInstalled, ...]:
    drafts = [_accepted(folder) for folder in folders]
    with app.database.read() as view:
        there = {deck.id: deck for deck in view.decks.all()}
    for draft, deck in drafts:
        before = there.get(deck.id)
        if before is not None and before.version > deck.version:
            raise OlderDeckError(draft.folder, deck.id, deck.version, before.version)
    changing = [(draft, deck) for draft, deck in drafts if _differs(app, draft, deck)]
    if any(deck.id in there for _, deck in changing):
        backups.make(app.database.path, backups.Reason.BEFORE_IMPORT, app.clock().at)
        backups.prune(app.database.path)
    changes: dict[DeckId, Installed] = {}
    if changing:
        with app.database.write(origin=install) as change:
            for draft, deck in changing:
                words = edited(change, deck, draft.words)
                note_originals(change, draft.words)
                changes[deck.id] = change.decks.install(deck, words, app.clock().at)
        app.prepared.clear()
    return tuple(
        DeckInstalled(
            deck,
            there[deck.id].version if deck.id in there else None,
            changes.get(deck.id, Installed(0, 0, len(draft.words), 0)),
            draft.problems,
        )
        for draft, deck in drafts
    )


def _accepted(folder: Path) -> tuple[Draft, Deck]:
    draft = read_deck(folder)
    if draft.deck is None or draft.has_errors:
        errors_first = sorted(draft.problems, key=lambda p: p.severity is not Severity.ERROR)
        raise DeckRefusedError(folder, tuple(errors_first))
    return draft, draft.deck


def _differs(app: App, draft: Draft, deck: Deck) -> bool:
    """Whether installing it would change anything."""
    with app.database.read() as view:
        if view.decks.get(deck.id) != deck:
            return True
        return not view.words.are(deck.id, edited(view, deck, draft.words))
