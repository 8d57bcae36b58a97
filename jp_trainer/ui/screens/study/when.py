"""Say when a word returns, and what an undo took back."""

from jp_trainer.core.scheduling import REST_DAYS
from jp_trainer.services.study_states import Recorded, Undone
from jp_trainer.wording import _, dates, fill, ngettext


def returns(recorded: Recorded) -> str:
    """When the word is asked again, as far as there is something to say."""
    if recorded.rests:
        template = ngettext(
            "It rests {count} day, then it comes back with help",
            "It rests {count} days, then it comes back with help",
            REST_DAYS,
        )
        return fill(template, count=REST_DAYS)
    if recorded.again_in_round:
        return _("It comes back in this round")
    if recorded.back_in_days is None:
        return ""
    return fill(_("Comes back {when}"), when=dates.from_today(max(0, recorded.back_in_days)))


def taken_back(undone: Undone) -> str:
    """For what is not seen by itself; an answer taken back is asked again at once."""
    word = undone.word.word if undone.word is not None else ""
    match undone.what:
        case "known" | "rest":
            return fill(_("Taken back: {word} is asked again."), word=word)
        case "override":
            return fill(_("Taken back: {word} counts as marked."), word=word)
        case "reset":
            return fill(_("Taken back: {word} is as it was."), word=word)
        case "resume":
            return fill(_("Taken back: {word} is put away again."), word=word)
        case "answer":
            return ""
