"""Picture the day's plan, the questions and their answers, the end of a round."""

from PySide6.QtCore import Qt

from jp_trainer.core.cards import Aspect, card_id
from jp_trainer.core.ids import WordId
from jp_trainer.core.people import Furigana
from jp_trainer.services import study
from tools import demo
from tools.scenes.listed import scene
from tools.stage import Stage

_ENTER = Qt.Key.Key_Return


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
    """A sign of the kana, for the first time."""
    stage.ask("hiragana:hi-nu", Aspect.MEANING, demo.ZAINAB, new=True)


@scene("study-first")
def study_first(stage: Stage) -> None:
    """The very first question."""
    stage.sign_in(demo.ZAINAB)
    stage.go("study")


@scene("study-reveal")
def study_reveal(stage: Stage) -> None:
    """Too few words to choose from: look, then say."""
    small = stage.past.install_two_words()
    stage.ask(f"{small}:0", Aspect.MEANING, decks=(small,))


@scene("study-reveal-looked")
def study_reveal_looked(stage: Stage) -> None:
    """The answer is shown."""
    study_reveal(stage)
    stage.press(_ENTER)


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
    card = card_id(WordId(word), Aspect.READING)
    stage.past.forget_often(stage.person(demo.AYESHA).id, card)
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


@scene("round-end")
def round_end(stage: Stage) -> None:
    """A round is over, some were missed, more is left for today."""
    stage.play(demo.AYESHA, wrong_every=6, more=False)


@scene("round-end-day")
def round_end_day(stage: Stage) -> None:
    """The day is done, all were right."""
    stage.play(demo.USMAN, wrong_every=0, more=True)


def _key_of(screen: object, *, right: bool) -> Qt.Key:
    question = screen.asking.question  # type: ignore[attr-defined] # the study screen
    places = [option.word == question.word.id for option in question.options]
    return Qt.Key(Qt.Key.Key_1 + places.index(right))
