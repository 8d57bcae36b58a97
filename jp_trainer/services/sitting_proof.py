"""Show that a sitting is what happened: nobody changed an answer or a question since."""

from jp_trainer.core.events import EventKind
from jp_trainer.core.exam import blueprint_json, item_json, sitting_log
from jp_trainer.core.exam.sitting_log import Break, BreakKind
from jp_trainer.core.ids import TraineeId
from jp_trainer.services import sitting_cache
from jp_trainer.services.app import App
from jp_trainer.services.errors import UnknownSittingError
from jp_trainer.storage.transaction import Transaction


def verify(app: App, trainee: TraineeId, sitting: str) -> tuple[Break, ...]:
    """Where a sitting, or what was shown in it, was changed since; () if it was not.

    Raises UnknownSittingError.
    """
    with app.database.read() as view:
        row = view.sittings.get(sitting)
        if row is None or row.trainee != trainee:
            raise UnknownSittingError(sitting)
        return breaks_of(view, trainee, sitting)


def breaks_of(view: Transaction, trainee: TraineeId, sitting: str) -> tuple[Break, ...]:
    """Likewise, of one moment of the file."""
    events = view.events.of_subject(trainee, sitting)
    broken = list(sitting_log.breaks(events))
    for event in events:
        if event.kind != EventKind.SITTING_BEGUN:
            continue
        try:
            digests = [
                each for part in event.body["paper"]["sections"] for each in part["testlets"]
            ]
            exam = event.body["blueprint_digest"]
        except (KeyError, TypeError):
            broken.append(Break(BreakKind.CONTENT, event.id))
            continue
        broken += [
            Break(BreakKind.CONTENT, each) for each in digests if not _is_testlet(view, each)
        ]
        if not _is_blueprint(view, exam):
            broken.append(Break(BreakKind.CONTENT, exam))
    row = view.sittings.get(sitting)
    # The end of a chain is named by no event: what is kept beside it shows that one is gone.
    if row is not None and not sitting_cache.is_the_log(row, view, events):
        broken.append(Break(BreakKind.KEPT, sitting))
    return tuple(broken)


def _is_testlet(view: Transaction, digest: str) -> bool:
    kept = view.item_versions.get(digest)
    try:
        return kept is not None and item_json.digest(item_json.of_json(kept)) == digest
    except (KeyError, TypeError, ValueError, AttributeError):
        return False


def _is_blueprint(view: Transaction, digest: str) -> bool:
    kept = view.item_versions.get(digest)
    try:
        return kept is not None and blueprint_json.digest(blueprint_json.of_json(kept)) == digest
    except (KeyError, TypeError, ValueError, AttributeError):
        return False
