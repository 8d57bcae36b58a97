"""What a blueprint may hold, and that every number has a source or is called unverified."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jp_trainer import paths
from jp_trainer.core.exam.blueprints import Blueprint, ClockKind
from jp_trainer.core.exam.item_problems import Code, Problem
from jp_trainer.formats.blueprint_reader import read_blueprint, read_blueprints
from jp_trainer.wording.item_problems import explained

FOLDER = paths.assets() / "exams" / "blueprints"
JFT = (FOLDER / "jft-basic-2026.toml").read_text(encoding="utf-8")
Read = Callable[[str], tuple[Blueprint | None, tuple[Problem, ...]]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def written(text: str) -> tuple[Blueprint | None, tuple[Problem, ...]]:
        path = tmp_path / "jft-basic-2026.toml"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        found = read_blueprint(path)
        assert all(map(explained, found[1]))
        return found

    return written


SHIPPED = {each.id: each for each in read_blueprints(FOLDER)[0]}


def test_all_shipped_blueprints_are_without_fault() -> None:
    blueprints, problems = read_blueprints(FOLDER)

    assert problems == ()
    assert len(blueprints) == len(list(FOLDER.glob("*.toml"))) == 8


# Items: exam facts; the JLPT's are the organisers' approximate numbers.
@pytest.mark.parametrize(
    ("wanted", "items", "minutes", "passes"),
    [
        ("jft-basic-2026", 48, 60, 200),
        ("jlpt-n5-2020", 67, 90, 80),
        ("jlpt-n4-2020", 85, 115, 90),
        ("jlpt-n3-2010", 102, 140, 95),
        ("jlpt-n2-2010", 107, 155, 90),
        ("jlpt-n1-2022", 100, 165, 100),
        ("nursing-care-japanese-2026", 15, 30, 73),
        ("sector-quiz-2026", 30, 30, 65),
    ],
)
def test_a_shipped_blueprint_has_the_sums_of_its_exam(
    wanted: str, items: int, minutes: int, passes: float
) -> None:
    blueprint = SHIPPED[wanted]

    papers = sum(section.minutes or 0 for section in blueprint.sections)
    assert blueprint.count == items
    assert (blueprint.minutes or papers) == minutes
    assert blueprint.pass_total == passes


@pytest.mark.parametrize("blueprint", SHIPPED.values(), ids=lambda each: each.id)
def test_the_scales_add_up_to_the_total(blueprint: Blueprint) -> None:
    scales = [section.scale for section in blueprint.scoring]

    assert sum(scale.low for scale in scales) == blueprint.total[0]
    assert sum(scale.high for scale in scales) == blueprint.total[1]
    assert sum(scale.at_cut for scale in scales) == pytest.approx(blueprint.pass_total)
    assert all(scale.assumed for scale in scales)


def test_the_jft_is_reported_in_the_levels_of_august_2026() -> None:
    jft = SHIPPED["jft-basic-2026"]

    assert [(band.name, band.from_points) for band in jft.levels] == [
        ("A2.2", 200),
        ("A2.1", 175),
        ("A1", 145),
    ]
    assert jft.clock is ClockKind.SHARED
    assert jft.sections[2].max_plays == 2
    assert jft.sections[2].forward_only


@pytest.mark.parametrize("level", ["n5-2020", "n4-2020", "n3-2010", "n2-2010", "n1-2022"])
def test_jlpt_listening_is_heard_once_and_moves_on(level: str) -> None:
    listening = SHIPPED[f"jlpt-{level}"].sections[-1]

    assert (listening.max_plays, listening.paced, listening.forward_only) == (1, True, True)


CASES = [
    (Code.NEWER_FORMAT, "format = 1", "format = 2"),
    (Code.OTHER_FILE, 'id = "jft-basic-2026"', 'id = "jft-basic-2027"'),
    (Code.NO_SOURCE, '"section.*.reentry", ', ""),
    (Code.SOURCE_OF_NOTHING, '"furigana", ', '"furigana", "section.speaking.minutes", '),
    (Code.UNKNOWN_SCORING, 'scoring = "total"\nreentry', 'scoring = "sum"\nreentry'),
    (Code.NO_TIME, "minutes = 60\n", ""),
    (Code.BANDS_OUT_OF_ORDER, '{name = "A2.2", from = 200}, ', '{name = "A2.2", from = 150}, '),
    (Code.OUT_OF_RANGE, "pass = 200", "pass = 300"),
    (Code.BAD_VALUE, 'clock = "shared"', 'clock = "sand"'),
    (Code.MISSING_KEY, 'exam = "jft-basic"\n', ""),
    (Code.WRONG_TYPE, "minutes = 60", 'minutes = "60"'),
    (Code.BAD_ID, 'exam = "jft-basic"', 'exam = "JFT"'),
    (Code.BAD_TOML, "format = 1", "format = "),
]


@pytest.mark.parametrize(("code", "old", "new"), CASES)
def test_each_fault_of_a_blueprint_is_named(read: Read, code: Code, old: str, new: str) -> None:
    assert JFT.count(old) >= 1

    _, problems = read(JFT.replace(old, new, 1))

    assert code in {problem.code for problem in problems}


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    blueprint, problems = read_blueprint(tmp_path / "none.toml")

    assert blueprint is None
    assert [problem.code for problem in problems] == [Code.CANNOT_READ]


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(0, len(JFT)), st.integers(0, 60), st.text(max_size=12))
def test_no_damage_to_a_blueprint_stops_the_reader(
    read: Read, start: int, length: int, put: str
) -> None:
    read(JFT[:start] + put + JFT[start + length :])
