"""Say who studies here, and keep how they want to."""

from jp_trainer.core.ids import TraineeId
from jp_trainer.core.people import Preferences, Role, Trainee
from jp_trainer.services.app import App, new_trainee_id
from jp_trainer.services.errors import UnknownTraineeError
from jp_trainer.storage.transaction import Transaction


def preferences_of(view: Transaction, trainee: TraineeId) -> Preferences:
    """How this trainee wants to study. Raises UnknownTraineeError."""
    return trainee_of(view, trainee).preferences


def trainee_of(view: Transaction, trainee: TraineeId) -> Trainee:
    """The trainee. Raises UnknownTraineeError."""
    found = view.people.get(trainee)
    if found is None:
        raise UnknownTraineeError(trainee)
    return found


def everyone(app: App) -> tuple[Trainee, ...]:
    """All profiles of this machine, in the order in which they came."""
    with app.database.read() as view:
        return view.people.all()


def find(app: App, wanted: str) -> Trainee:
    """A trainee by id or by a name that only one has. Raises UnknownTraineeError."""
    people = everyone(app)
    named = [p for p in people if p.id == wanted] or [
        p for p in people if p.name.casefold() == wanted.casefold()
    ]
    if len(named) != 1:
        raise UnknownTraineeError(wanted, tuple(p.id for p in named))
    return named[0]


def add(app: App, name: str, preferences: Preferences) -> Trainee:
    """A new profile; the first one of an installation is its owner."""
    with app.database.write(origin=add) as change:
        role = Role.TRAINEE if change.people.all() else Role.OWNER
        trainee = Trainee(
            id=new_trainee_id(),
            name=name.strip(),
            created_at=app.clock().at,
            role=role,
            preferences=preferences,
        )
        change.people.put(trainee)
        return trainee
