"""Picture the words and the progress."""

from PySide6.QtCore import Qt

from tools import demo
from tools.scenes.listed import scene
from tools.stage import Stage


@scene("words")
def words(stage: Stage) -> None:
    """All words, the first one shown."""
    stage.sign_in(demo.AYESHA)
    stage.go("words")


@scene("words-search")
def words_search(stage: Stage) -> None:
    """Looking for something."""
    stage.sign_in(demo.AYESHA)
    stage.go("words", query="kai")


@scene("words-long")
def words_long(stage: Stage) -> None:
    """The longest word, for an instructor, in both languages."""
    stage.sign_in(demo.AYESHA, meanings=("ur", "en"))
    stage.go("words", query="足元")


@scene("words-nothing")
def words_nothing(stage: Stage) -> None:
    """Nothing was found."""
    stage.sign_in(demo.AYESHA)
    stage.go("words", query="zzz")


@scene("words-hard")
def words_hard(stage: Stage) -> None:
    """Those that are forgotten often."""
    stage.sign_in(demo.AYESHA)
    stage.go("words", show="hard")


@scene("words-known")
def words_known(stage: Stage) -> None:
    """A filter that finds nothing, on the first day."""
    stage.sign_in(demo.ZAINAB)
    stage.go("words", show="known")


@scene("words-rest")
def words_rest(stage: Stage) -> None:
    """One was put to rest: the message bar."""
    stage.sign_in(demo.AYESHA)
    stage.go("words", query="kai")
    stage.press(Qt.Key.Key_Down, Qt.Key.Key_Minus)


@scene("words-history")
def words_history(stage: Stage) -> None:
    """What happened with a word."""
    stage.sign_in(demo.AYESHA)
    screen = stage.go("words", query="tachiagaru")
    screen.deeds.tell()


@scene("words-edit")
def words_edit(stage: Stage) -> None:
    """An instructor corrects a word."""
    stage.sign_in(demo.AYESHA)
    screen = stage.go("words", query="ketsuatsu")
    screen.deeds.edit()


@scene("progress")
def progress(stage: Stage) -> None:
    """Months of study."""
    stage.sign_in(demo.AYESHA)
    stage.go("progress")


@scene("progress-below")
def progress_below(stage: Stage) -> None:
    """Its lower half."""
    stage.sign_in(demo.AYESHA)
    stage.scroll_down(stage.go("progress"))


@scene("progress-empty")
def progress_empty(stage: Stage) -> None:
    """The first day."""
    stage.sign_in(demo.ZAINAB)
    stage.go("progress")
