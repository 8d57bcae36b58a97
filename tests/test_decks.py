"""The decks that are shipped: what hundreds of people learn is right, or someone looked at it."""

from jp_trainer import paths
from jp_trainer.japanese.readings import Reader
from jp_trainer.services.deck_check import check

SHIPPED = {
    *("hiragana", "katakana", "common-work"),
    *("nursing-care", "construction", "agriculture", "manufacturing", "information-technology"),
}


def test_all_shipped_decks_are_clean() -> None:
    report = check([paths.decks()], Reader(paths.assets() / "readings"))

    assert {deck.id for deck, _ in report.decks} == SHIPPED
    assert [
        (p.path.parent.name, p.line, p.subject, p.column, p.code.value, dict(p.facts))
        for p in report.problems
    ] == []
    assert all(words >= 60 for _, words in report.decks)
