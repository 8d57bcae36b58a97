"""Ask before something in a sitting is final, and before help the real test does not give."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from jp_trainer.core.exam.items import Item
from jp_trainer.core.exam.sitting_state import SittingState
from jp_trainer.core.people import Trainee
from jp_trainer.ui.exam.names import printed_statement, section_name, task_words
from jp_trainer.ui.exam.question import Asked, is_clip
from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.dialogs import Sheet, confirm
from jp_trainer.ui.parts.meanings import told_label
from jp_trainer.ui.parts.painting import START
from jp_trainer.ui.theme import Look
from jp_trainer.wording import _, fill, join, ngettext

_URDU = "ur"
_SHOWN = 12


def ask_to_leave_section(
    look: Look, parent: QWidget, state: SittingState, act: Callable[[], object]
) -> Sheet:
    """There is no way back to this section; what is open is named."""
    name = section_name(look, state.blueprint, state.section)
    still = [place.number for place in state.tiles() if not place.answered]
    words = _("You cannot come back to this section.")
    if still:
        numbers = join(still[:_SHOWN], _(", "))
        more = len(still) > _SHOWN
        said = ngettext("Question {numbers} is open.", "Questions {numbers} are open.", len(still))
        words = join([words, fill(said, numbers=numbers + ("…" if more else ""))], " ")
    title = fill(_("Leave {section}?"), section=name)
    return confirm(look, parent, title, words, yes=_("Leave it"), act=act, no=_("Stay here"))


def ask_for_help(look: Look, parent: QWidget, words: str, act: Callable[[], object]) -> Sheet:
    """Warn that the sitting will count as practice."""
    end = _("If you use it, this mock counts as practice and gives no estimate.")
    return confirm(
        look, parent, _("Help the real test does not give"), join([words, end], " "),
        yes=_("Use it"), act=act, no=_("Go on without"),
    )  # fmt: skip


def show_statement(look: Look, parent: QWidget, item: Item, language: str) -> Sheet:
    """The question in one's own language, over the exam."""
    sheet = Sheet(look, parent, _("Your language"))
    sheet.add(told_label(look, (language, item.statement.text(language)), "lead", START))
    sheet.offer(Button(look, _("Close"), Kind.PRIMARY, key="enter"))
    sheet.open()
    return sheet


def help_language(state: SittingState, item: Item, trainee: Trainee | None) -> str:
    """In which language there is something to say beside what is printed; "" for none."""
    if not item.statement.en:
        return ""
    wishes = trainee.preferences if trainee is not None else None
    wants_urdu = wishes is None or _URDU in (wishes.interface, *wishes.meanings)
    if printed_statement(state.blueprint, item):
        return _URDU if item.statement.ur else ""
    return _URDU if wants_urdu and item.statement.ur else "en"


def asked_now(state: SittingState, trainee: Trainee | None) -> Asked:
    """What is shown of the question the candidate is at."""
    item, testlet, places = state.item_now, state.testlet_now, state.tiles()
    printed = printed_statement(state.blueprint, item)
    help_words = _("Your language") if printed else _("Help in your language")
    number = next(place.number for place in places if place.current)
    return Asked(
        fill(_("Question {number} of {count}"), number=number, count=len(places)),
        printed,
        task_words(state.blueprint, item),
        help_words if help_language(state, item, trainee) else "",
        play=is_clip(testlet) and not state.rules.paced,
        plays_left=state.plays_left(item.id),
        played=state.plays.get(testlet.id, 0) > 0,
        picked=state.answers.get(item.id, 0),
    )
