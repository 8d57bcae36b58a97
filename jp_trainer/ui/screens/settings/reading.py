"""Settle how words are shown and heard: furigana, the languages of meanings, sound."""

from functools import partial

from PySide6.QtWidgets import QWidget

from jp_trainer.core.people import Furigana
from jp_trainer.core.words import Word
from jp_trainer.services import settings
from jp_trainer.services.settings import SettingsState
from jp_trainer.ui.parts.buttons import Button
from jp_trainer.ui.parts.forms import form_row
from jp_trainer.ui.parts.japanese import ruby
from jp_trainer.ui.parts.layout import block, column, label, row, rule
from jp_trainer.ui.parts.painting import CENTER
from jp_trainer.ui.screens.settings.section import Keeper, choice, section, switch, wishes_of
from jp_trainer.wording import LANGUAGES, _

_SAMPLE = "介護[かいご]の 仕事[しごと]"
_MEANINGS = {"en": ("en",), "ur": ("ur",), "ur en": ("ur", "en")}


def reading_page(keeper: Keeper, state: SettingsState) -> QWidget:
    """Furigana, meanings, sound."""
    look, wishes = keeper.desk.look, wishes_of(keeper)
    furigana = [
        (Furigana.ALWAYS.value, _("Always")),
        (Furigana.ON_PEEK.value, _("When I look")),
        (Furigana.NEVER.value, _("Never")),
    ]
    meanings = [("en", LANGUAGES["en"]), ("ur", LANGUAGES["ur"]), ("ur en", _("Both"))]
    now = " ".join(sorted(wishes.meanings, reverse=True))
    return block(
        column(
            section(
                look,
                _("Furigana"),
                _sample(keeper),
                choice(
                    look,
                    "furigana",
                    _("Readings above kanji"),
                    furigana,
                    wishes.furigana.value,
                    act=lambda value: keeper.change(furigana=Furigana(value)),
                    under=_("A look at a reading is remembered, and the word comes back sooner."),
                ),
                rule(),
                switch(
                    look,
                    "hide known",
                    _("Hide them for words I know"),
                    wishes.hide_known,
                    act=lambda on: keeper.change(hide_known=on),
                ),
            ),
            section(
                look,
                _("Meanings"),
                choice(
                    look,
                    "meanings",
                    _("Words are explained in"),
                    meanings,
                    now if now in _MEANINGS else "en",
                    act=lambda key: keeper.change(meanings=_MEANINGS[key]),
                ),
                rule(),
                switch(
                    look,
                    "nastaliq",
                    _("Longer Urdu text in Nastaliq"),
                    wishes.nastaliq,
                    act=lambda on: keeper.change(nastaliq=on),
                ),
            ),
            section(look, _("Sound"), *_sound_rows(keeper, state)),
        )
    )


def _sample(keeper: Keeper) -> QWidget:
    look = keeper.desk.look
    return block(row(None, (ruby(look, _SAMPLE, 28), CENTER), None, margins=(0, 12, 0, 8)))


def _sound_rows(keeper: Keeper, state: SettingsState) -> list[QWidget]:
    desk, look = keeper.desk, keeper.desk.look
    speaker = desk.speaker
    auto = switch(
        look,
        "auto sound",
        _("Speak a word when its answer is shown"),
        wishes_of(keeper).auto_sound,
        act=lambda on: keeper.change(auto_sound=on),
    )
    if not state.has_voice:
        words = _(
            "No Japanese voice is installed on this computer. Everything else works; questions "
            "by ear stay closed."
        )
        return [auto, rule(), label(look, words, "small", wrap=True), card_space()]
    if speaker is None or not speaker.can_speak:
        words = _(
            "No loudspeaker or headphones were found on this computer. Everything else works; "
            "questions by ear stay closed."
        )
        return [auto, rule(), label(look, words, "small", wrap=True), card_space()]
    test = Button(look, _("Try it"), icon="sound")
    test.setObjectName("try sound")

    def speak(word: Word | None) -> None:
        if word is not None:
            speaker.speak(word, owner=test)
            desk.frame.say(_("You should hear a Japanese word now. The first one takes a moment."))

    def press() -> None:
        work = partial(settings.sample_word, desk.app, desk.trainee_id)
        desk.jobs.run(work, owner=test, done=speak)

    test.clicked.connect(press)
    return [auto, rule(), form_row(look, _("Can you hear the voice?"), test)]


def card_space() -> QWidget:
    """Room at the end of a card that ends with words."""
    return block(column(8))
