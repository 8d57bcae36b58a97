"""Change a profile: name, preferences, the courtesy lock; remove a person."""

import secrets
from dataclasses import replace

from jp_trainer.core import pins
from jp_trainer.core.ids import TraineeId
from jp_trainer.core.own_decks import own_deck
from jp_trainer.core.people import Preferences, Role, Trainee, tidy_name
from jp_trainer.services.app import App
from jp_trainer.services.errors import (
    NameDiffersError,
    NotANameError,
    NotAPinError,
    NotTheOwnerError,
)
from jp_trainer.services.people import trainee_of

MOST_NAME = 60


def change_preferences(app: App, trainee: TraineeId, wanted: Preferences) -> Trainee:
    """Keep how someone wants to study. Instructor tools: raises NotTheOwnerError for others."""
    with app.database.write(origin=change_preferences) as change:
        found = trainee_of(change, trainee)
        if wanted.instructor_tools and found.role is not Role.OWNER:
            raise NotTheOwnerError
        changed = replace(found, preferences=wanted)
        change.people.put(changed)
    if wanted.decks != found.preferences.decks or wanted.meanings != found.preferences.meanings:
        app.prepared.clear()
    return changed


def rename(app: App, trainee: TraineeId, name: str) -> Trainee:
    """Give a profile another name. Raises NotANameError."""
    name = tidy_name(name)
    if not name or len(name) > MOST_NAME:
        raise NotANameError(name)
    with app.database.write(origin=rename) as change:
        changed = replace(trainee_of(change, trainee), name=name)
        change.people.put(changed)
        return changed


def set_pin(app: App, trainee: TraineeId, pin: str) -> Trainee:
    """Lock a profile with four digits. Raises NotAPinError."""
    if not pins.is_pin(pin):
        raise NotAPinError
    return _keep_pin(app, trainee, pins.hashed(pin, secrets.token_bytes(16)))


def remove_pin(app: App, trainee: TraineeId) -> Trainee:
    """Open a profile to everyone at this machine."""
    return _keep_pin(app, trainee, "")


def forget_pin(app: App, trainee: TraineeId, name: str) -> Trainee:
    """Clear a forgotten PIN, after the name was typed. Raises NameDiffersError."""
    with app.database.read() as view:
        found = trainee_of(view, trainee)
    if tidy_name(name).casefold() != found.name.casefold():
        raise NameDiffersError
    return _keep_pin(app, trainee, "")


def may_enter(app: App, trainee: TraineeId, pin: str) -> bool:
    """Whether the PIN fits, or none is needed. Slow on purpose: about 50 ms."""
    with app.database.read() as view:
        kept = trainee_of(view, trainee).pin
    return not kept or pins.fits(pin, kept)


def erase(app: App, trainee: TraineeId) -> None:
    """Delete everything about a person for good; their events are not received again."""
    with app.database.write(origin=erase) as change:
        change.decks.remove(own_deck(trainee))
        change.people.erase(trainee, app.clock().at)
    app.papers.clear()


def _keep_pin(app: App, trainee: TraineeId, kept: str) -> Trainee:
    with app.database.write(origin=_keep_pin) as change:
        changed = replace(trainee_of(change, trainee), pin=kept)
        change.people.put(changed)
        return changed
