"""Name what a service refuses, with the facts a sentence needs."""

from pathlib import Path

from jp_trainer.core.deck_problems import Problem
from jp_trainer.core.errors import TrainerError
from jp_trainer.core.ids import CardId, DeckId, TraineeId, WordId


class UnknownTraineeError(TrainerError):
    """There is no such trainee, or several of that name."""

    def __init__(self, wanted: str, matches: tuple[TraineeId, ...] = ()) -> None:
        super().__init__(wanted)
        self.wanted, self.matches = wanted, matches


class UnknownWordError(TrainerError):
    """No installed deck has this word."""

    def __init__(self, word: WordId) -> None:
        super().__init__(word)
        self.word = word


class UnknownDeckError(TrainerError):
    """This deck is not installed, nor among those that can be."""

    def __init__(self, deck: DeckId) -> None:
        super().__init__(deck)
        self.deck = deck


class UnknownExamError(TrainerError):
    """There is no such exam; `known` are the ids of those there are."""

    def __init__(self, wanted: str, known: tuple[str, ...]) -> None:
        super().__init__(wanted)
        self.wanted, self.known = wanted, known


class StaleQuestionError(TrainerError):
    """The answer is to a question that is no longer asked; nothing was written."""

    def __init__(self, question: str) -> None:
        super().__init__(question)
        self.question = question


class MissingContentError(TrainerError):
    """A card of the round belongs to a word that is no longer installed."""

    def __init__(self, card: CardId) -> None:
        super().__init__(card)
        self.card = card


class NotAPinError(TrainerError):
    """A PIN is four digits."""


class NotANameError(TrainerError):
    """A name is empty or too long."""


class NameDiffersError(TrainerError):
    """The name typed to confirm is not the profile's."""


class NotTheOwnerError(TrainerError):
    """Only the first profile of an installation may do this."""


class DeckRefusedError(TrainerError):
    """The deck in `folder` was not installed; `problems` are all that was found, errors first."""

    def __init__(self, folder: Path, problems: tuple[Problem, ...]) -> None:
        super().__init__(folder, len(problems))
        self.folder, self.problems = folder, problems


class OlderDeckError(TrainerError):
    """The deck in `folder` is version `found`; version `installed` is installed already."""

    def __init__(self, folder: Path, deck: DeckId, found: int, installed: int) -> None:
        super().__init__(folder, deck, found, installed)
        self.folder, self.deck, self.found, self.installed = folder, deck, found, installed


class EditRefusedError(TrainerError):
    """The word was not changed: what was wanted breaks the rules of decks."""

    def __init__(self, word: WordId, problems: tuple[Problem, ...]) -> None:
        super().__init__(word, len(problems))
        self.word, self.problems = word, problems


class UnknownSittingError(TrainerError):
    """There is no such sitting, or what was shown in it is not here."""

    def __init__(self, sitting: str) -> None:
        super().__init__(sitting)
        self.sitting = sitting


class SittingRunningError(TrainerError):
    """Another mock exam is not finished yet: go on with it, or give it up."""

    def __init__(self, sitting: str) -> None:
        super().__init__(sitting)
        self.sitting = sitting


class AnswersError(TrainerError):
    """What was typed is no list of answers: `line` (from 1; 0: the whole) and what it says."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(line, text)
        self.line, self.text = line, text


class SealedFileError(TrainerError):
    """A sealed paper could not be read or written; `reason` is the system's own word."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(str(path), reason)
        self.path, self.reason = path, reason
