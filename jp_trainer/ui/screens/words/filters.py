"""Name the filters of the word list, and teach what they would show where they show nothing."""

from jp_trainer.services.words import Filter
from jp_trainer.wording import _, fill, pgettext
from jp_trainer.wording.dates import number

ORDER = (Filter.ALL, Filter.DUE, Filter.NEW, Filter.KNOWN, Filter.HARD, Filter.RESTING)


def filter_name(show: Filter, count: int | None) -> str:
    """What stands on a chip."""
    name = {
        Filter.ALL: pgettext("filter", "All"),
        Filter.DUE: pgettext("filter", "Due"),
        Filter.NEW: pgettext("filter", "New"),
        Filter.KNOWN: pgettext("filter", "Known"),
        Filter.HARD: pgettext("filter", "Hard"),
        Filter.RESTING: pgettext("filter", "Resting"),
    }[show]
    if count is None:
        return name
    return fill(pgettext("filter", "{name} {count}"), name=name, count=number(count))


def nothing(show: Filter) -> tuple[str, str, str]:
    """Icon, title and what it means that there is no such word."""
    match show:
        case Filter.DUE:
            return "right", _("Nothing is due"), _("What you know well enough waits for its day.")
        case Filter.NEW:
            return "right", _("No new words are left"), _("You have begun every word of this list.")
        case Filter.KNOWN:
            return (
                "words",
                _("Words you know will stand here"),
                _("A word counts as known when its meaning holds for three weeks, or you say so."),
            )
        case Filter.HARD:
            return (
                "right",
                _("No word is hard for you"),
                _("Words that you forget again and again are listed here."),
            )
        case Filter.RESTING:
            return (
                "rest",
                _("No word rests"),
                _("A word you put to rest is not asked for three days, and comes back by itself."),
            )
        case _:
            return "words", _("There are no words yet"), _("Choose what you want to study first.")
