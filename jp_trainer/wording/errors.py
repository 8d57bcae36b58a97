"""Explain what failed: what, where, what to do. One sentence or two, for each expected error.

Each room names its errors in `<room>/errors.py`; this is the one place that finds words for them,
so that the desktop program and the command line say the same. A new error without a case here
fails a test.
"""

from jp_trainer.core.answers import NoSuchOptionError, NotAskedThatWayError
from jp_trainer.core.deck_problems import errors_of
from jp_trainer.core.errors import TrainerError
from jp_trainer.core.furigana import FuriganaError, Problem
from jp_trainer.services.errors import (
    DeckRefusedError,
    EditRefusedError,
    MissingContentError,
    NameDiffersError,
    NotANameError,
    NotAPinError,
    NotTheOwnerError,
    OlderDeckError,
    StaleQuestionError,
    UnknownDeckError,
    UnknownExamError,
    UnknownTraineeError,
    UnknownWordError,
)
from jp_trainer.storage.errors import (
    ConflictingEventError,
    DamagedFileError,
    DiskFailingError,
    DiskFullError,
    FileError,
    FileGoneError,
    FileInUseError,
    NewerFileError,
    ReadOnlyError,
    UnfitBackupError,
)
from jp_trainer.wording.catalogue import _, ngettext
from jp_trainer.wording.deck_problems import explained
from jp_trainer.wording.exam_errors import of_exam
from jp_trainer.wording.paper_errors import of_paper
from jp_trainer.wording.runs import fill


def sentence(error: TrainerError) -> str:
    """What to tell the person in front of the screen."""
    match error:
        case FileError() | ConflictingEventError():
            return _of_file(error)
        case FuriganaError():
            return _of_furigana(error)
        case _:
            return (
                _of_wish(error)
                or _of_person(error)
                or _of_deck(error)
                or of_exam(error)
                or of_paper(error)
                or fill(_("This did not work: {problem}"), problem=error)
            )


def _of_file(error: FileError | ConflictingEventError) -> str:
    match error:
        case NewerFileError():
            template = _(
                "{file} was written by a newer version of this app (format {found}; this app "
                "knows up to {known}). Please update the app; nothing was changed."
            )
            return fill(template, file=error.path.name, found=error.found, known=error.known)
        case FileInUseError():
            template = _(
                "The app is already open, or another program is using {file}. Close the other "
                "one and try again."
            )
        case DiskFullError():
            template = _(
                "There is no room left on the disk for {file}. Make some room and try again; "
                "what was saved before is safe."
            )
        case ReadOnlyError():
            template = _(
                "The app may not write to {file}. Choose another data folder, or ask whoever "
                "looks after this computer for permission."
            )
        case FileGoneError():
            template = _(
                "{file} was moved, deleted or unplugged while the app was open. Put it back, "
                "then close the app and open it again."
            )
        case DiskFailingError():
            template = _(
                "The disk could not read or write {file}. Save a backup to another disk soon, "
                "and ask someone to check this one."
            )
        case UnfitBackupError():
            template = _(
                "{file} cannot be restored: it is damaged, or it is no backup of this app. Please "
                "choose another one; nothing was changed."
            )
        case DamagedFileError():
            template = _("{file} is damaged. Restore a backup: Settings, Backups.")
        case ConflictingEventError():
            return _(
                "Two records that should be the same differ, so nothing was taken over. Please "
                "ask the person who gave you the file."
            )
        case _:
            template = _("There is a problem with {file}.")
    return fill(template, file=error.path)


def _of_wish(error: TrainerError) -> str:
    facts: dict[str, object] = {}
    match error:
        case UnknownTraineeError(wanted=name, matches=matches):
            facts = {"name": name}
            several = _("There are several people called {name}. Please give the id instead.")
            template = several if matches else _("There is nobody called {name} here.")
        case UnknownWordError(word=word):
            facts = {"word": word}
            template = _("No installed deck has the word {word}.")
        case UnknownDeckError(deck=deck):
            facts = {"deck": deck}
            template = _("There is no deck called {deck} here.")
        case UnknownExamError(wanted=exam, known=known):
            facts = {"exam": exam, "known": ", ".join(known)}
            template = _("There is no exam called {exam}. Choose from {known}.")
        case StaleQuestionError():
            template = _("That question is over already; the answer was not counted.")
        case MissingContentError():
            template = _(
                "A word of this round is no longer installed. Install its deck again, or start "
                "a new round."
            )
        case NoSuchOptionError() | NotAskedThatWayError():
            template = _(
                "This question is not answered that way. Please choose one of its answers."
            )
        case _:
            return ""
    return fill(template, **facts)


def _of_person(error: TrainerError) -> str:
    match error:
        case NotAPinError():
            return _("A PIN is four digits, for instance 2580.")
        case NotANameError():
            return _("Please give a name of at most 60 letters.")
        case NameDiffersError():
            return _("That is not the name of this profile. Please type it as it is shown.")
        case NotTheOwnerError():
            return _("Only the first profile on this computer may do that.")
        case _:
            return ""


def _of_furigana(error: FuriganaError) -> str:
    match error.problem:
        case Problem.NO_BASE:
            problem = _("there is no kanji before the bracket")
        case Problem.NO_READING:
            problem = _("the bracket is empty")
        case Problem.NOT_KANA:
            problem = _("the reading is not kana")
        case Problem.NOT_CLOSED:
            problem = _("a bracket is not closed")
        case Problem.NOT_OPENED:
            problem = _("a bracket is closed that was not opened")
        case Problem.NOT_ALIGNED:
            problem = _("the reading does not fit the word")
    template = _("The furigana of {text} cannot be read at character {position}: {problem}.")
    return fill(template, text=error.text, position=error.position + 1, problem=problem)


def _of_deck(error: TrainerError) -> str:
    match error:
        case DeckRefusedError(folder=folder, problems=problems):
            errors = errors_of(problems)
            template = ngettext(
                "The deck in {folder} was not installed, it has {count} mistake: {first}",
                "The deck in {folder} was not installed, it has {count} mistakes. The first: "
                "{first}",
                len(errors),
            )
            first = explained(errors[0]) if errors else ""
            return fill(template, folder=folder, count=len(errors), first=first)
        case OlderDeckError(deck=deck, found=found, installed=installed):
            template = _(
                "Version {installed} of the deck {deck} is installed, and this is the older "
                "version {found}. Nothing was changed."
            )
            return fill(template, deck=deck, found=found, installed=installed)
        case EditRefusedError(problems=problems):
            errors = errors_of(problems)
            return explained(errors[0]) if errors else ""
        case _:
            return ""
