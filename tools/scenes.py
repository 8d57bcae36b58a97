"""Name every screen and state of which pictures are taken, and say how to get there."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt

from jp_trainer.core.cards import Aspect
from jp_trainer.core.people import Furigana, KanaKnown, Preferences
from jp_trainer.services import backups as save
from jp_trainer.services import study
from jp_trainer.storage.errors import DamagedFileError, FileInUseError
from jp_trainer.ui.first_run.page import Wishes
from jp_trainer.ui.locked import Locked
from jp_trainer.ui.parts.dialogs import confirm, tell
from jp_trainer.ui.trouble import Trouble
from jp_trainer.wording import _
from tools import demo
from tools.stage import Scene, Stage

SCENES: dict[str, Scene] = {}
"""By name; the order is that of the pictures' numbers."""

_ENTER = Qt.Key.Key_Return
_NAMES = {"en": demo.AYESHA, "ur": "عائشہ خان", "ja": "アイシャ"}


def scene(name: str) -> Callable[[Scene], Scene]:
    """Put a function on the list."""

    def put(act: Scene) -> Scene:
        SCENES[name] = act
        return act

    return put


# Who studies


@scene("profiles")
def profiles_grid(stage: Stage) -> None:
    """Everyone on this computer."""
    stage.go("profiles")


@scene("profiles-pin")
def profiles_pin(stage: Stage) -> None:
    """A locked profile, the wrong digits."""
    stage.go("profiles")
    stage.press(Qt.Key.Key_2)
    stage.type_into_dialog("1111")


@scene("profiles-forgot-pin")
def profiles_forgot(stage: Stage) -> None:
    """The way on for who forgot the PIN."""
    from jp_trainer.ui.pins import forgot_pin  # noqa: PLC0415 - beside its scene

    screen = stage.go("profiles")
    forgot_pin(screen, stage.person(demo.BILAL), lambda _trainee: None)


# First run


def _first_run(step: int) -> Scene:
    def act(stage: Stage) -> None:
        stage.go("first_run", wishes=_wishes(stage), step=step)

    return act


def _wishes(stage: Stage) -> Wishes:
    language = stage.light.language
    meanings = ("ur", "en") if language == "ur" else ("en",)
    preferences = Preferences(
        interface=language,
        meanings=meanings,
        theme=stage.light.theme.value,
        text_size=stage.light.scale,
        kana=KanaKnown.HIRAGANA,
        sector="nursing-care",
        exam_date=demo.EXAM,
    )
    return Wishes(_NAMES[language], preferences)


for _step, _page in enumerate(("about-you", "kana", "work", "goal", "minutes")):
    scene(f"first-run-{_page}")(_first_run(_step))


@scene("first-run-no-name")
def first_run_no_name(stage: Stage) -> None:
    """Something is missing."""
    stage.go("first_run", wishes=replace(_wishes(stage), name=""))
    stage.press(_ENTER)


@scene("first-run-placement")
def first_run_placement(stage: Stage) -> None:
    """Which words are known already."""
    stage.go("first_run", wishes=_wishes(stage), step=4)
    stage.press(_ENTER)


# Today


@scene("today")
def today(stage: Stage) -> None:
    """A usual day."""
    stage.sign_in(demo.AYESHA)
    stage.go("today")


@scene("today-going-on")
def today_going_on(stage: Stage) -> None:
    """A round was begun; the meanings in both languages."""
    person = stage.sign_in(demo.AYESHA, meanings=("ur", "en"))
    study.begin(stage.app, person.id)
    stage.go("today")


@scene("today-first-day")
def today_first_day(stage: Stage) -> None:
    """Nothing was learned yet."""
    stage.sign_in(demo.ZAINAB)
    stage.go("today")


@scene("today-finished")
def today_finished(stage: Stage) -> None:
    """The day's plan is done."""
    stage.sign_in(demo.USMAN)
    stage.go("today")


@scene("today-recovery")
def today_recovery(stage: Stage) -> None:
    """After two weeks away."""
    stage.sign_in(demo.BILAL)
    stage.go("today")


@scene("today-empty")
def today_empty(stage: Stage) -> None:
    """No deck is chosen."""
    stage.sign_in(demo.ZAINAB, decks=())
    stage.go("today")


# Study


@scene("study-meaning")
def study_meaning(stage: Stage) -> None:
    """A word and four meanings."""
    stage.ask("nursing-care:nyuuyoku", Aspect.MEANING)


@scene("study-meaning-right")
def study_meaning_right(stage: Stage) -> None:
    """The right one was chosen."""
    screen = stage.ask("nursing-care:nyuuyoku", Aspect.MEANING)
    stage.press(_key_of(screen, right=True))


@scene("study-meaning-wrong")
def study_meaning_wrong(stage: Stage) -> None:
    """Another one was chosen."""
    screen = stage.ask("nursing-care:kaigo-shokuin", Aspect.MEANING)
    stage.press(_key_of(screen, right=False))


@scene("study-meaning-both")
def study_meaning_both(stage: Stage) -> None:
    """The longest word, meanings in both languages."""
    stage.ask("nursing-care:ashimoto", Aspect.MEANING, meanings=("ur", "en"))


@scene("study-meaning-both-wrong")
def study_meaning_both_wrong(stage: Stage) -> None:
    """The longest word, answered."""
    screen = stage.ask("nursing-care:ashimoto", Aspect.MEANING, meanings=("ur", "en"))
    stage.press(_key_of(screen, right=False))


@scene("study-new-word")
def study_new(stage: Stage) -> None:
    """Never seen before, and not known."""
    stage.ask("nursing-care:kyuuhen", Aspect.MEANING, new=True)
    stage.press(Qt.Key.Key_0)


@scene("study-kana")
def study_kana(stage: Stage) -> None:
    """A sign of the kana, on the first day."""
    stage.sign_in(demo.ZAINAB)
    stage.go("study")


@scene("study-reading")
def study_reading(stage: Stage) -> None:
    """Half typed."""
    stage.ask("nursing-care:kensoku", Aspect.READING)
    stage.write("kens")


@scene("study-reading-right")
def study_reading_right(stage: Stage) -> None:
    """Typed right."""
    stage.ask("nursing-care:kensoku", Aspect.READING)
    stage.write("kensoku")
    stage.press(_ENTER)


@scene("study-reading-wrong")
def study_reading_wrong(stage: Stage) -> None:
    """A vowel too short."""
    stage.ask("nursing-care:ninchishou", Aspect.READING)
    stage.write("ninchisho")
    stage.press(_ENTER)


@scene("study-reading-another-word")
def study_reading_other(stage: Stage) -> None:
    """The reading of its look-alike."""
    stage.ask("nursing-care:kensoku", Aspect.READING)
    stage.write("kansoku")
    stage.press(_ENTER)


@scene("study-reading-long")
def study_reading_long(stage: Stage) -> None:
    """The longest reading, with a slip."""
    stage.ask("nursing-care:ashimoto", Aspect.READING, meanings=("ur", "en"))
    stage.write("ashimotonikiwotukekudasai")
    stage.press(_ENTER)


@scene("study-reading-try-again")
def study_reading_again(stage: Stage) -> None:
    """The meaning was typed."""
    stage.ask("nursing-care:kangoshi", Aspect.READING)
    stage.write("nurse")
    stage.press(_ENTER)


@scene("study-kana-table")
def study_table(stage: Stage) -> None:
    """Kana to click."""
    stage.ask("nursing-care:ketsuatsu", Aspect.READING)
    stage.press(Qt.Key.Key_F2)
    stage.write("ketsu")


@scene("study-listening")
def study_listening(stage: Stage) -> None:
    """Hear and choose."""
    stage.ask("nursing-care:ketsuatsu", Aspect.LISTENING)


@scene("study-listening-right")
def study_listening_right(stage: Stage) -> None:
    """Heard right."""
    screen = stage.ask("nursing-care:ketsuatsu", Aspect.LISTENING)
    stage.press(_key_of(screen, right=True))


@scene("study-production")
def study_production(stage: Stage) -> None:
    """See the meaning, type the word."""
    stage.ask("nursing-care:kigaeru", Aspect.PRODUCTION)


@scene("study-production-wrong")
def study_production_wrong(stage: Stage) -> None:
    """A voiced kana taken for its plain one."""
    stage.ask("nursing-care:taii-henkan", Aspect.PRODUCTION)
    stage.write("daiihenkan")
    stage.press(_ENTER)


@scene("study-sentence")
def study_sentence(stage: Stage) -> None:
    """A gap to fill."""
    stage.ask("nursing-care:kangoshi", Aspect.SENTENCE)


@scene("study-sentence-wrong")
def study_sentence_wrong(stage: Stage) -> None:
    """Another word was put into the gap."""
    screen = stage.ask("nursing-care:kangoshi", Aspect.SENTENCE)
    stage.press(_key_of(screen, right=False))


@scene("study-help")
def study_help(stage: Stage) -> None:
    """Forgotten often: look-alikes and note stand with the question."""
    word = "nursing-care:kansoku"
    stage.forget_often(word, Aspect.READING)
    stage.ask(word, Aspect.READING)


@scene("study-peek")
def study_peek(stage: Stage) -> None:
    """Readings only on a peek."""
    stage.ask("nursing-care:nyuuyoku", Aspect.MEANING, furigana=Furigana.ON_PEEK)


@scene("study-more")
def study_more(stage: Stage) -> None:
    """What is seldom done."""
    stage.ask("nursing-care:nyuuyoku", Aspect.MEANING)
    stage.press(Qt.Key.Key_M)


@scene("study-info")
def study_info(stage: Stage) -> None:
    """About the word."""
    stage.ask("nursing-care:nyuuyoku", Aspect.MEANING)
    stage.press(Qt.Key.Key_I)


@scene("study-known")
def study_known(stage: Stage) -> None:
    """A word was put away: the message bar."""
    stage.ask("nursing-care:nyuuyoku", Aspect.MEANING)
    stage.press(Qt.Key.Key_K)


# The end of a round


@scene("round-end")
def round_end(stage: Stage) -> None:
    """A round is over, some were missed, more is left for today."""
    stage.play(demo.AYESHA, wrong_every=6, more=False)


@scene("round-end-day")
def round_end_day(stage: Stage) -> None:
    """The day is done, all were right."""
    stage.play(demo.USMAN, wrong_every=0, more=True)


# Words


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


# Progress


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


# Settings


def _settings(page: str) -> Scene:
    def act(stage: Stage) -> None:
        stage.sign_in(demo.AYESHA)
        stage.go("settings", page=page)

    return act


def _settings_below(page: str) -> Scene:
    def act(stage: Stage) -> None:
        stage.sign_in(demo.AYESHA)
        stage.scroll_down(stage.go("settings", page=page))

    return act


for _page in ("learning", "reading", "look", "computer"):
    scene(f"settings-{_page}")(_settings(_page))
    if _page in ("learning", "reading"):
        scene(f"settings-{_page}-below")(_settings_below(_page))


@scene("backups")
def backups(stage: Stage) -> None:
    """What there is to go back to."""
    clock = stage.app.clock
    assert isinstance(clock, demo.Clock)
    for days in (9, 6, 3, 2, 1):
        clock.at = demo.NOW - timedelta(days=days)
        save.make(stage.app)
    clock.at = demo.NOW
    stage.sign_in(demo.AYESHA)
    stage.go("backups")


@scene("backups-restore")
def backups_restore(stage: Stage) -> None:
    """The question before one is put back."""
    backups(stage)
    stage.screen.list.setFocus()
    stage.press(Qt.Key.Key_Down, _ENTER)


@scene("backups-none")
def backups_none(stage: Stage) -> None:
    """None yet."""
    stage.sign_in(demo.ZAINAB)
    stage.go("backups")


@scene("about")
def about(stage: Stage) -> None:
    """What this is, and whose work is in it."""
    stage.sign_in(demo.AYESHA)
    stage.go("about")


# In the place of the window


@scene("locked")
def locked(stage: Stage) -> None:
    """Its person was away."""
    person = stage.sign_in(demo.BILAL)
    stage.show_alone(Locked(stage.desk, person))


@scene("trouble")
def trouble(stage: Stage) -> None:
    """The file is damaged, and there are backups."""
    backups(stage)
    saved = save.overview(stage.app).saved
    error = DamagedFileError(stage.app.database.path, "made up")
    stage.show_alone(Trouble(stage.window.look, error, Path.home() / "jp-trainer", saved))


@scene("trouble-in-use")
def trouble_in_use(stage: Stage) -> None:
    """A second program."""
    error = FileInUseError(stage.app.database.path)
    stage.show_alone(Trouble(stage.window.look, error, Path.home() / "jp-trainer", ()))


# Dialogs and messages


@scene("dialog-leave")
def dialog_leave(stage: Stage) -> None:
    """A question before something is lost."""
    stage.sign_in(demo.AYESHA)
    screen = stage.go("today")
    words_ = _("What you learned is saved. You can go on; if it happens again, close the app and "
               "open it again. These details help the person who helps you.")  # fmt: skip
    confirm(
        screen.look, stage.window, _("Leave this?"), words_, yes=_("Leave"), act=lambda: None,
        danger=True,
    )  # fmt: skip


@scene("dialog-bug")
def dialog_bug(stage: Stage) -> None:
    """Something went wrong in the program."""
    stage.sign_in(demo.AYESHA)
    screen = stage.go("today")
    words_ = _("What you learned is saved. You can go on; if it happens again, close the app and "
               "open it again. These details help the person who helps you.")  # fmt: skip
    details = "jp_trainer 0.1, Python 3.11\n\nZeroDivisionError: division by zero"
    tell(screen.look, stage.window, _("Something went wrong in the app"), words_, details)


@scene("fault")
def fault(stage: Stage) -> None:
    """An expected failure: its sentence on the message bar."""
    from jp_trainer.services.errors import NotTheOwnerError  # noqa: PLC0415 - beside its scene

    stage.sign_in(demo.AYESHA)
    stage.go("today")
    stage.window.fault(NotTheOwnerError())


def _key_of(screen: object, *, right: bool) -> Qt.Key:
    question = screen.asking.question  # type: ignore[attr-defined] # the study screen
    places = [option.word == question.word.id for option in question.options]
    return Qt.Key(Qt.Key.Key_1 + places.index(right))
