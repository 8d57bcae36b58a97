"""Study: begin a round, answer, correct a verdict, put a word away."""

from itertools import islice
from typing import assert_never

from jp_trainer.core.answers import mark
from jp_trainer.core.cards import Aspect, card_id, word_of
from jp_trainer.core.events import Answered, EventKind, Rating
from jp_trainer.core.ids import CardId, EventId, TraineeId, WordId
from jp_trainer.core.people import Furigana, Preferences
from jp_trainer.core.questions import Chosen, GaveUp, Given, Question, SaidKnown, Typed
from jp_trainer.core.rounds import OTHERS_BETWEEN, Round, Waiting, compose
from jp_trainer.core.scheduling import LAPSES_UNTIL_REST, REST_DAYS, CardState
from jp_trainer.core.study_day import StudyDay
from jp_trainer.core.verdicts import rating_of
from jp_trainer.services import questions, queue, round_end
from jp_trainer.services.app import App, new_event_id
from jp_trainer.services.errors import MissingContentError, StaleQuestionError
from jp_trainer.services.people import preferences_of
from jp_trainer.services.recording import Scribe
from jp_trainer.services.study_states import Asking, Recorded, StudyState
from jp_trainer.storage.transaction import Transaction

UNDOABLE = (
    *(EventKind.ANSWERED, EventKind.EXTRA_PRACTISED, EventKind.OVERRIDDEN),
    *(EventKind.KNOWN, EventKind.RESTED, EventKind.RESUMED, EventKind.RESET),
)
READ_WELL_DAYS = 7
"""Of stability: from then on a word's reading counts as known, and can be hidden."""
MOST_MS = 10 * 60 * 1000
"""A longer pause is not study time."""


def begin(app: App, trainee: TraineeId, *, more: bool = False) -> StudyState:
    """Go on with today's running round, or begin one with what the day's plan still has.

    `more`: the trainee wants to go on after the plan is done. Nothing to ask: RoundDone.
    """
    now = app.clock()
    with app.database.write(origin=begin) as change:
        running = running_round(change, trainee)
        if running is None or running.day != now.study_day or running.next is None:
            before = running if running is not None and running.day == now.study_day else None
            running = _compose(app, change, trainee, now.study_day, before, more=more)
            change.rounds.put(trainee, running.to_json())
        return present(app, change, trainee, running)


def now_asked(app: App, trainee: TraineeId) -> StudyState:
    """What is asked now, without beginning anything."""
    with app.database.write(origin=now_asked) as change:
        running = running_round(change, trainee)
        if running is None or running.day != app.clock().study_day:
            running = Round(new_event_id(), app.clock().study_day, 0)
        return present(app, change, trainee, running)


def prepare(app: App, trainee: TraineeId) -> None:
    """Make the questions of the running round ahead, so that each next one is shown at once."""
    with app.database.read() as view:
        running = running_round(view, trainee)
        if running is None:
            return
        preferences = preferences_of(view, trainee)
        for card in (*(waiting.card for waiting in running.waiting), *running.spare):
            if app.prepared.get(running.id, card) is None:
                try:
                    question = questions.make(
                        app, view, trainee, preferences.decks, card, seed=running.id
                    )
                except MissingContentError:
                    continue  # dropped from the round when its turn comes
                app.prepared.put(running.id, question)


def answer(
    app: App,
    trainee: TraineeId,
    question: str,
    given: Given,
    *,
    peeked: bool = False,
    ms: int = 0,
) -> Recorded:
    """Mark and keep an answer, then say what is asked next; all in one transaction.

    Raises StaleQuestionError, with nothing written, if that is not the question asked now.
    """
    now = app.clock()
    with app.database.write(origin=answer) as change:
        running = running_round(change, trainee)
        if running is None or running.next is None or running.question_id != question:
            raise StaleQuestionError(question)
        asked = questions.question_now(app, change, trainee, running)
        assert asked is not None
        verdict = mark(asked, given)
        rating = rating_of(verdict, peeked=peeked)
        if rating is None:
            state = present(app, change, trainee, running)
            return Recorded(verdict, None, None, rests=False, again_in_round=False, state=state)
        practice = running.next.practice
        before = change.card_states.get(trainee, asked.card)
        body = Answered(
            rating=rating,
            outcome=verdict.outcome.value,
            reason=verdict.reason.value if verdict.reason else "",
            given=_as_text(asked, given),
            peeked=peeked,
            ms=min(max(0, ms), MOST_MS),
            deck=asked.word.deck,
            first=before.is_new,
        )
        scribe = Scribe(change, trainee, app.device, now)
        kind = EventKind.EXTRA_PRACTISED if practice else EventKind.ANSWERED
        event, after = scribe.write_of_card(kind, before, body.body())
        moved = running.answered(event.id, right=rating is not Rating.AGAIN)
        change.rounds.put(trainee, moved.to_json())
        due = None if practice or after.due_day is None else after.due_day - now.study_day
        return Recorded(
            verdict=verdict,
            event=event.id,
            back_in_days=due,
            rests=not practice and rating is Rating.AGAIN and has_lapsed_too_often(after),
            again_in_round=any(w.card == asked.card for w in moved.waiting),
            state=present(app, change, trainee, moved, can_undo=True),
        )


def override(app: App, trainee: TraineeId, event: EventId, *, right: bool) -> StudyState:
    """Count an answer as the trainee says; an event of its own, so that both are kept.

    Raises StaleQuestionError if there is no such answer.
    """
    now = app.clock()
    with app.database.write(origin=override) as change:
        found = change.events.get([event])
        if not found or found[0].trainee != trainee:
            raise StaleQuestionError(event)
        target = found[0]
        rating = Rating.GOOD if right else Rating.AGAIN
        Scribe(change, trainee, app.device, now).write(
            EventKind.OVERRIDDEN, target.subject, {"target": event, "rating": rating.value}
        )
        running = running_round(change, trainee) or Round(new_event_id(), now.study_day, 0)
        running = running.corrected(event, right=right)
        change.rounds.put(trainee, running.to_json())
        return present(app, change, trainee, running)


def know(app: App, trainee: TraineeId, word: WordId) -> StudyState:
    """The trainee knows this: the word is never asked again, until that is undone."""
    return _put_away(app, trainee, word, EventKind.KNOWN, {})


def rest(app: App, trainee: TraineeId, word: WordId, days: int = REST_DAYS) -> StudyState:
    """Do not ask the word for some days."""
    until = StudyDay(app.clock().study_day + days)
    return _put_away(app, trainee, word, EventKind.RESTED, {"until_day": until})


def resume(app: App, trainee: TraineeId, word: WordId) -> None:
    """Ask a known or resting word again."""
    with app.database.write(origin=resume) as change:
        Scribe(change, trainee, app.device, app.clock()).write(EventKind.RESUMED, word)


def _put_away(
    app: App, trainee: TraineeId, word: WordId, kind: EventKind, body: dict[str, object]
) -> StudyState:
    now = app.clock()
    with app.database.write(origin=_put_away) as change:
        running = running_round(change, trainee)
        asked = running.next.card if running and running.next else None
        if asked is not None and word_of(asked) == word:
            body = {**body, "card": asked}  # an undo asks it again
        Scribe(change, trainee, app.device, now).write(kind, word, body)
        running = running or Round(new_event_id(), now.study_day, 0)
        running = running.without(word)
        change.rounds.put(trainee, running.to_json())
        return present(app, change, trainee, running)


def has_lapsed_too_often(state: CardState) -> bool:
    """Whether the last answer was the lapse after which a card rests."""
    return state.needs_help and state.lapses > 0 and state.lapses % LAPSES_UNTIL_REST == 0


def running_round(view: Transaction, trainee: TraineeId) -> Round | None:
    """The saved round; None if there is none, or it cannot be read."""
    body = view.rounds.get(trainee)
    if body is None:
        return None
    try:
        return Round.from_json(body)
    except (KeyError, TypeError, ValueError):
        return None  # of another version: what it asked is still due


def present(
    app: App,
    change: Transaction,
    trainee: TraineeId,
    running: Round,
    *,
    can_undo: bool | None = None,
) -> StudyState:
    """What to show of a round now.

    Words that were uninstalled meanwhile leave it, and where nothing can be heard any more what
    was to be heard: both stay due.

    `can_undo`: whether there is anything to take back, if the caller knows.
    """
    while True:
        try:
            question = questions.question_now(app, change, trainee, running)
        except MissingContentError as missing:
            gone = missing.card
        else:
            is_heard = question is not None and question.aspect is Aspect.LISTENING
            if question is None or not is_heard or app.can_speak():
                break
            gone = question.card
        running = running.without(word_of(gone))
        change.rounds.put(trainee, running.to_json())
    if can_undo is None:
        can_undo = bool(change.events.last_standing(trainee, 1, UNDOABLE))
    preferences = preferences_of(change, trainee)
    if question is None:
        return round_end.summary(app, change, trainee, preferences, running, can_undo=can_undo)
    return Asking(
        question=question,
        position=running.position,
        size=running.size,
        can_undo=can_undo,
        furigana=_furigana(change, trainee, preferences, question),
        preferences=preferences,
    )


def _furigana(
    view: Transaction, trainee: TraineeId, preferences: Preferences, question: Question
) -> Furigana:
    wished = preferences.furigana
    if not preferences.hide_known or wished is not Furigana.ALWAYS:
        return wished
    reading = view.card_states.get(trainee, card_id(word_of(question.card), Aspect.READING))
    return Furigana.ON_PEEK if reading.stability >= READ_WELL_DAYS else wished


def _compose(
    app: App,
    change: Transaction,
    trainee: TraineeId,
    today: StudyDay,
    before: Round | None,
    *,
    more: bool,
) -> Round:
    plan = queue.ensure_plan(app, change, trainee)
    if more and not plan.questions:
        plan = queue.extra_of(app, change, trainee)
    aspects = frozenset(Aspect) if app.can_speak() else frozenset(Aspect) - {Aspect.LISTENING}
    cards = compose(
        plan.due[: plan.due_limit],
        plan.new,
        new_limit=plan.new_limit,
        aspects=aspects,
        first=plan.first,
    )
    waiting = tuple(Waiting(card) for card in cards)
    spare = () if before is None else _spare(change, trainee, before)
    return Round(new_event_id(), today, len(cards), waiting, spare=spare)


def _spare(view: Transaction, trainee: TraineeId, before: Round) -> tuple[CardId, ...]:
    """The last cards of the round before: a short one has too few others for what is missed."""
    cards = {word_of(a.card): a.card for a in reversed(before.asked)}
    cards |= {word_of(card): card for card in before.spare if word_of(card) not in cards}
    fair = (
        card
        for word, card in cards.items()
        if not view.word_states.get(trainee, word).is_hidden(before.day)
    )
    return tuple(islice(fair, OTHERS_BETWEEN))


def _as_text(asked: Question, given: Given) -> str:
    match given:
        case Typed(kana=kana):
            return kana[:100]
        case Chosen(index=index):
            return asked.options[index].word if 0 <= index < len(asked.options) else ""
        case SaidKnown(knew=knew):
            return "knew" if knew else "did not know"
        case GaveUp():
            return ""
        case _:
            assert_never(given)
