import pytest

from jp_trainer.core.decks import Title
from jp_trainer.core.exam.blueprints import (
    Blueprint,
    ClockKind,
    Part,
    Scale,
    ScoringSection,
    Section,
)
from jp_trainer.core.exam.items import (
    Asked,
    Item,
    ItemType,
    Line,
    Option,
    Spoken,
    Status,
    Stimulus,
    StimulusKind,
    Testlet,
)
from jp_trainer.core.exam.papers import Mode, Paper, PaperSection
from jp_trainer.core.exam.recordings import (
    Chime,
    Silence,
    Speech,
    announcements,
    length_ms,
    number_word,
    recordings,
    talk,
)

TALK = (Line("m1", "はい。", "ハイ。"), Line("f2", "いいえ。", "イイエ。", pause_ms=700))


def an_item(name: str, kind: ItemType, *, stem: str = "", heard: tuple[str, ...] = ()) -> Item:
    options = tuple(Option(text=kana, kana=kana, voice="f1") for kana in heard)
    return Item(
        id=name,
        version=1,
        type=kind,
        level="N5",
        status=Status.LIVE,
        difficulty=3,
        options=options or (Option("あ"), Option("い"), Option("う"), Option("え")),
        key=1,
        errors={},
        why=Title(""),
        stimulus=f"{name}-s",
        stem=stem,
        stem_kana=stem,
    )


def a_clip(
    item: Item, asked: Asked, *, script: tuple[Line, ...] = TALK, situation: str = ""
) -> Testlet:
    spoken = Spoken(situation, situation) if situation else None
    stimulus = Stimulus(
        f"{item.id}-s", 1, StimulusKind.CLIP, script=script, question=asked, situation=spoken
    )
    return Testlet((item,), stimulus)


def a_blueprint(section: Section) -> Blueprint:
    scale = ScoringSection("total", Title("Total"), Scale(0, 60, 12.5, 30))
    return Blueprint(
        id="test",
        exam="test",
        version=1,
        title=Title("Test"),
        clock=ClockKind.PAPER,
        sections=(section,),
        scoring=(scale,),
        total=(0, 60),
        pass_total=30,
        level="N5",
    )


def a_section(*parts: Part, paced: bool, plays: int = 1) -> Section:
    return Section(
        "listening",
        Title("Listening"),
        parts,
        ("total",) * len(parts),
        30,
        True,
        False,
        plays,
        paced,
    )


def said(cues) -> list[str]:
    return [cue.kana for cue in cues if isinstance(cue, Speech)]


def test_a_task_is_heard_as_situation_question_talk_question() -> None:
    item = an_item("t", ItemType.TASK, stem="ナニヲシマスカ。")

    assert said(talk(a_clip(item, Asked.BOTH, situation="ミセデハナシテイマス。"))) == [
        "ミセデハナシテイマス。",
        "ナニヲシマスカ。",
        "ハイ。",
        "イイエ。",
        "ナニヲシマスカ。",
    ]


def test_before_the_talk_of_a_key_point_item_there_is_time_to_read_the_options() -> None:
    point = a_clip(an_item("p", ItemType.KEY_POINT, stem="ナゼデスカ。"), Asked.BOTH)
    task = a_clip(an_item("t", ItemType.TASK, stem="ナゼデスカ。"), Asked.BOTH)

    assert length_ms(talk(point)) == length_ms(talk(task)) + 20_000


def test_replies_that_are_not_printed_are_numbered_and_spoken_after_the_line() -> None:
    item = an_item("q", ItemType.QUICK_RESPONSE, heard=("ハイ、ドーゾ。", "イイエ、マダデス。"))

    assert said(talk(a_clip(item, Asked.AFTER))) == [
        *("ハイ。", "イイエ。"),
        *("イチ。", "ハイ、ドーゾ。", "ニ。", "イイエ、マダデス。"),
    ]


def test_the_recording_announces_parts_and_numbers_only_where_it_sets_the_pace() -> None:
    clips = tuple(a_clip(an_item(name, ItemType.TASK, stem="ナニ。"), Asked.BOTH) for name in "ab")
    paper = Paper("test", Mode.FULL, (PaperSection("listening", clips),))
    part = Part(ItemType.TASK, 2, 4)

    paced = recordings(a_blueprint(a_section(part, paced=True)), paper)
    at_will = recordings(a_blueprint(a_section(part, paced=False, plays=2)), paper)

    assert said(paced["a-s"])[:2] == ["モンダイ、イチ。", "イチバン。"]
    assert said(paced["b-s"])[0] == "ニバン。"
    assert paced["a-s"][-1] == Silence(12_000)
    assert at_will["a-s"] == (Chime(), *talk(clips[0]))


def test_a_pack_has_every_announcement_that_a_paced_paper_makes() -> None:
    clips = tuple(a_clip(an_item(name, ItemType.TASK, stem="ナニ。"), Asked.BOTH) for name in "ab")
    paper = Paper("test", Mode.FULL, (PaperSection("listening", clips),))
    blueprint = a_blueprint(a_section(Part(ItemType.TASK, 2, 4), paced=True))

    heard = {cue for each in recordings(blueprint, paper).values() for cue in each}
    of_talks = {cue for clip in clips for cue in talk(clip)}
    spoken = {cue for cue in heard - of_talks if isinstance(cue, Speech)}

    assert spoken <= set(announcements(blueprint))


def test_nothing_is_heard_in_a_section_without_plays() -> None:
    clips = (a_clip(an_item("a", ItemType.TASK, stem="ナニ。"), Asked.BOTH),)
    paper = Paper("test", Mode.FULL, (PaperSection("listening", clips),))

    assert not recordings(
        a_blueprint(a_section(Part(ItemType.TASK, 1, 4), paced=False, plays=0)), paper
    )


@pytest.mark.parametrize(
    ("number", "said_as"),
    [
        (1, "イチバン"),
        (4, "ヨンバン"),
        (10, "ジューバン"),
        (11, "ジューイチバン"),
        (24, "ニジューヨンバン"),
    ],
)
def test_numbers_are_announced_as_a_japanese_examiner_does(number: int, said_as: str) -> None:
    assert number_word(number) == said_as


def test_there_is_no_number_nought() -> None:
    with pytest.raises(ValueError, match="no item"):
        number_word(0)
