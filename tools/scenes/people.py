"""Picture who studies, and a newcomer's first pages."""

from dataclasses import replace

from PySide6.QtCore import Qt

from jp_trainer.core.people import KanaKnown, Preferences
from jp_trainer.ui.first_run.page import Wishes
from jp_trainer.ui.pins import forgot_pin
from tools import demo
from tools.scenes.listed import scene
from tools.stage import Scene, Stage

_ENTER = Qt.Key.Key_Return
_NAMES = {"en": demo.AYESHA, "ur": "عائشہ خان", "ja": "アイシャ"}


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
    screen = stage.go("profiles")
    forgot_pin(screen, stage.person(demo.BILAL), lambda _trainee: None)


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
