"""Banks and blueprints to test exams with: say only what matters, the rest is filled in."""

from collections.abc import Sequence
from dataclasses import dataclass

from jp_trainer.core.decks import Title
from jp_trainer.core.exam.blueprints import (
    Band,
    Blueprint,
    ClockKind,
    Part,
    Scale,
    ScoringSection,
    Section,
)
from jp_trainer.core.exam.items import (
    ErrorCode,
    Item,
    ItemType,
    Option,
    Status,
    Stimulus,
    StimulusKind,
    Testlet,
)

JFT_TYPES = (
    ("script", (ItemType.WORD_MEANING, ItemType.WORD_USAGE, ItemType.KANJI_READING), 4),
    ("expression", (ItemType.GRAMMAR_FORM, ItemType.EXPRESSION), 6),
    ("listening", (ItemType.CONVERSATION, ItemType.SERVICE, ItemType.ANNOUNCEMENT), 4),
    ("reading", (ItemType.SHORT_PASSAGE, ItemType.INFORMATION), 6),
)


@dataclass(frozen=True, slots=True)
class SomeTestlets:
    """A bank for tests."""

    testlets: Sequence[Testlet]


def a_testlet(
    id: str = "t1",
    type: ItemType = ItemType.WORD_MEANING,
    *,
    size: int = 1,
    options: int = 3,
    difficulty: int = 3,
    anchor: bool = False,
    forms: tuple[str, ...] = (),
    status: Status = Status.LIVE,
) -> Testlet:
    items = tuple(
        Item(
            id=f"{id}-{n}" if size > 1 else id,
            version=1,
            type=type,
            level="A2",
            status=status,
            difficulty=difficulty,
            options=tuple(Option(f"{id} {n} {o}") for o in range(options)),
            key=1 + n % options,
            errors={o: ErrorCode.SENSE for o in range(1, options + 1) if o != 1 + n % options},
            why=Title("why", "کیوں"),
            stimulus=id if size > 1 else "",
            forms=forms,
            anchor=anchor,
        )
        for n in range(size)
    )
    stimulus = Stimulus(id, 1, StimulusKind.PASSAGE, text="text") if size > 1 else None
    return Testlet(items, stimulus)


def a_section(id: str, parts: Sequence[Part], scoring: str = "all") -> Section:
    return Section(id, Title(id), tuple(parts), tuple(scoring for _ in parts))


def a_blueprint(
    sections: Sequence[Section] | None = None,
    *,
    scoring: Sequence[ScoringSection] = (),
    total: tuple[float, float] = (10, 250),
    pass_total: float = 200,
) -> Blueprint:
    """JFT-like unless sections are given: 48 items, one scale without minimums."""
    if sections is None:
        sections = [
            a_section(id, [Part(type, count, 3) for type in types])
            for id, types, count in JFT_TYPES
        ]
    return Blueprint(
        id="test-2026",
        exam="test",
        version=1,
        title=Title("Test"),
        clock=ClockKind.SHARED,
        sections=tuple(sections),
        scoring=tuple(scoring) or (ScoringSection("all", Title("All"), Scale(10, 250, 35, 200)),),
        total=total,
        pass_total=pass_total,
        minutes=60,
        levels=(Band("A2.2", 200), Band("A2.1", 175), Band("A1", 145)),
    )


def a_jlpt_blueprint(
    *, pass_total: float = 90, vocabulary: int = 28, grammar: int = 29, listening: int = 28
) -> Blueprint:
    """N4-like: language and reading 0-120 (38), listening 0-60 (19), 85 items."""
    sections = (
        a_section("vocabulary", [Part(ItemType.CONTEXT, vocabulary, 4)], "language"),
        a_section("grammar", [Part(ItemType.GRAMMAR_FORM, grammar, 4)], "language"),
        a_section("listening", [Part(ItemType.TASK, listening, 4)], "listening"),
    )
    share = pass_total / 180
    scoring = (
        ScoringSection("language", Title("Language"), Scale(0, 120, 25, 120 * share), 38),
        ScoringSection("listening", Title("Listening"), Scale(0, 60, 12.5, 60 * share), 19),
    )
    return a_blueprint(sections, scoring=scoring, total=(0, 180), pass_total=pass_total)


def a_bank(blueprint: Blueprint, copies: int = 3) -> SomeTestlets:
    """So many whole papers' worth of single items, difficulties 1..5 in turn, 1 in 5 an anchor."""
    return SomeTestlets(
        [
            a_testlet(
                f"{section.id}-{part.type}-{n}",
                part.type,
                options=part.options,
                difficulty=1 + n % 5,
                anchor=n % 5 == 2,
            )
            for section in blueprint.sections
            for part in section.parts
            for n in range(part.count * copies)
        ]
    )
