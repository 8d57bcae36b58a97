"""Exams to test with: small papers whose questions say only what matters."""

from dataclasses import replace

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
    Asked,
    ErrorCode,
    Item,
    ItemType,
    Line,
    Option,
    Status,
    Stimulus,
    StimulusKind,
    Testlet,
)
from jp_trainer.core.exam.papers import Mode, Paper, PaperSection

OPTIONS = 3


def an_item(
    id: str, type: ItemType = ItemType.KANJI_READING, *, key: int = 1, **more: object
) -> Item:
    """An item with three options."""
    usual = Item(
        id=id,
        version=1,
        type=type,
        level="A2",
        status=Status.LIVE,
        difficulty=3,
        options=tuple(Option(f"{id}-{number}") for number in range(1, OPTIONS + 1)),
        key=key,
        errors={n: ErrorCode.LEN for n in range(1, OPTIONS + 1) if n != key},
        why=Title("Because.", "کیونکہ"),
        stem="{病院[びょういん]}へ行[い]きます。",
    )
    return replace(usual, **more)  # type: ignore[arg-type]


def a_clip(id: str, *numbers: int) -> Testlet:
    """A talk with one item for each number."""
    talk = Stimulus(
        id,
        1,
        StimulusKind.CLIP,
        script=(Line("f1", "病院[びょういん]はどこですか。", "ビョーインワドコデスカ"),),
        question=Asked.BOTH,
    )
    items = tuple(
        an_item(f"{id}-{number}", ItemType.CONVERSATION, stimulus=id) for number in numbers
    )
    return Testlet(items, talk)


def sections_of(prefix: str = "") -> tuple[PaperSection, ...]:
    """Script (4 items) and listening (a clip with two items, two with one)."""
    script = tuple(Testlet((an_item(f"{prefix}s{n}", key=1 + n % 3),)) for n in range(1, 5))
    clips = (
        a_clip(f"{prefix}c1", 1, 2),
        a_clip(f"{prefix}c2", 1),
        a_clip(f"{prefix}c3", 1),
    )
    return (PaperSection("script", script), PaperSection("listening", clips))


def a_blueprint(clock: ClockKind = ClockKind.SHARED, **listening: object) -> Blueprint:
    """Like JFT-Basic (one clock, two plays, no way back), or with papers of their own clocks."""
    own = clock is ClockKind.PAPER
    rules = {"forward_only": True, "max_plays": 2, **listening}
    return Blueprint(
        id="small-2026",
        exam="small",
        version=1,
        title=Title("A small test", "چھوٹا امتحان", "小さいテスト"),
        clock=clock,
        sections=(
            Section(
                "script",
                Title("Script", "رسم الخط", "文字"),
                (Part(ItemType.KANJI_READING, 4, OPTIONS),),
                ("all",),
                minutes=10 if own else None,
                reentry=False,
            ),
            Section(
                "listening",
                Title("Listening", "سننا", "聴解"),
                (Part(ItemType.CONVERSATION, 4, OPTIONS),),
                ("all",),
                minutes=20 if own else None,
                **{"reentry": False, **rules},  # type: ignore[arg-type]
            ),
        ),
        scoring=(ScoringSection("all", Title("All"), Scale(10, 250, 37.5, 200)),),
        total=(10, 250),
        pass_total=200,
        minutes=None if own else 30,
        levels=(Band("A2.2", 200), Band("*", 10)),
        furigana=False,
    )


def a_paper(mode: Mode = Mode.FULL, prefix: str = "") -> Paper:
    """Eight items in two sections."""
    return Paper("small-2026", mode, sections_of(prefix), form="A")
