"""Take back what was done last: any number of steps, across restarts, after the last card."""

from dataclasses import replace
from typing import Literal

from jp_trainer.core.events import Answered, Event, EventKind, Rating, overrides, standing
from jp_trainer.core.ids import CardId, EventId, TraineeId, WordId
from jp_trainer.core.rounds import Round
from jp_trainer.core.study_day import StudyDay
from jp_trainer.services.app import App, new_event_id
from jp_trainer.services.recording import Scribe, is_card
from jp_trainer.services.study import UNDOABLE, present, running_round
from jp_trainer.services.study_states import Undone
from jp_trainer.storage.transaction import Transaction

_WHAT: dict[str, Literal["answer", "override", "known", "rest", "resume", "reset"]] = {
    EventKind.ANSWERED: "answer",
    EventKind.EXTRA_PRACTISED: "answer",
    EventKind.OVERRIDDEN: "override",
    EventKind.KNOWN: "known",
    EventKind.RESTED: "rest",
    EventKind.RESUMED: "resume",
    EventKind.RESET: "reset",
}


def undo(app: App, trainee: TraineeId) -> Undone | None:
    """Retract the last thing this trainee did here; None if there is nothing left to take back.

    The card is as if never asked, the day's sums are corrected, and the question is asked again.
    """
    now = app.clock()
    with app.database.write(origin=undo) as change:
        found = change.events.last_standing(trainee, 1, UNDOABLE)
        if not found:
            return None
        last = found[0]
        Scribe(change, trainee, app.device, now).write(
            EventKind.RETRACTED, last.subject, {"target": last.id}
        )
        running = running_round(change, trainee)
        running = _of_today(running, last, now.study_day)
        running = _restored(change, trainee, running, last)
        change.rounds.put(trainee, running.to_json())
        app.prepared.clear()  # a card may be new again
        word = WordId(last.subject.partition("/")[0])
        return Undone(
            what=_WHAT[last.kind],
            word=change.words.get(word),
            state=present(app, change, trainee, running),
        )


def _of_today(running: Round | None, last: Event, today: StudyDay) -> Round:
    """The round to go on with: an earlier day's too, if it is not over or this was its end."""
    if running is None or (
        running.day != today
        and running.next is None
        and not (running.asked and running.asked[-1].event == last.id)
    ):
        return Round(new_event_id(), today, 0)
    return replace(running, day=today)


def _restored(change: Transaction, trainee: TraineeId, running: Round, last: Event) -> Round:
    match last.kind:
        case EventKind.ANSWERED | EventKind.EXTRA_PRACTISED:
            if running.asked and running.asked[-1].event == last.id:
                return running.undone(last.id)
            if last.kind == EventKind.ANSWERED:  # of an earlier round
                return running.with_first(CardId(last.subject))
            return running
        case EventKind.OVERRIDDEN if last.target:
            return running.corrected(last.target, right=_was_right(change, trainee, last.target))
        case EventKind.KNOWN | EventKind.RESTED:
            card = last.body.get("card")
            return running.with_first(CardId(card)) if isinstance(card, str) else running
        case _:
            return running


def _was_right(change: Transaction, trainee: TraineeId, answer: EventId) -> bool:
    """Whether an answer counts as right now that the last word on it is taken back."""
    for event in change.events.get([answer]):
        if is_card(event.subject):
            said = overrides(standing(change.events.of_subject(trainee, event.subject)))
            return said.get(answer, Answered.of(event).rating) is not Rating.AGAIN
    return True
