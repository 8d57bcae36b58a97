"""Compare the caches of a file with what its log says."""

from jp_trainer.services.recording import rebuild
from tests.examples import School


def caches(school: School) -> tuple[object, ...]:
    """All caches of the trainee; sums that came back to nothing are left out."""
    with school.app.database.read() as view:
        return (
            view.card_states.all(school.trainee),
            view.word_states.all(school.trainee),
            {
                (row.day, row.deck, row.aspect): row.sums
                for row in view.day_sums.rows(school.trainee)
                if any(getattr(row.sums, name) for name in row.sums.__dataclass_fields__)
            },
            view.day_sums.reasons(school.trainee),
            view.sittings.of_trainee(school.trainee),
        )


def assert_caches_are_the_log(school: School) -> None:
    """Rebuild everything from the log: nothing changes."""
    before = caches(school)
    with school.app.database.write() as change:
        rebuild(change, school.trainee)
    assert caches(school) == before
