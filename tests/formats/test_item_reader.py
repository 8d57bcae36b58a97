"""What item files may hold, and what is said about everything else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jp_trainer.core.exam import item_json
from jp_trainer.core.exam.bank import Bank
from jp_trainer.core.exam.item_problems import Code
from jp_trainer.core.exam.items import ErrorCode, ItemType, Status, StimulusKind
from jp_trainer.formats.item_reader import read_bank
from jp_trainer.wording.item_problems import explained
from tests import exam_texts

Write = Callable[..., Bank]
FUZZ = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(text: str | bytes, orders: str = "", name: str = "a.toml") -> Bank:
        content = text.encode() if isinstance(text, str) else text
        (tmp_path / name).write_bytes(content)
        if orders:
            (tmp_path / "orders.tsv").write_text(orders, encoding="utf-8")
        return read_bank(tmp_path)

    return written


def codes(bank: Bank) -> list[Code]:
    assert all(map(explained, bank.problems))
    return [problem.code for problem in bank.problems]


def test_an_item_is_read_with_all_its_keys(write: Write, tmp_path: Path) -> None:
    bank = write("\n# a comment\n" + exam_texts.KANJI_READING + 'reviewer = "S. K."\n')

    (item,) = bank.items
    assert codes(bank) == []
    assert item.type is ItemType.KANJI_READING
    assert item.status is Status.DRAFT
    assert item.options[item.key - 1].text == "せんげつ"
    assert item.errors == {1: ErrorCode.VOICE, 2: ErrorCode.ONKUN, 4: ErrorCode.LOOK}
    assert item.extra == {"reviewer": "S. K."}
    assert bank.places["n5-kr-01"] == (tmp_path / "a.toml", 5)


def test_a_stimulus_and_its_items_are_one_testlet(write: Write) -> None:
    second = exam_texts.PASSAGE.partition("\n[[item]]")[2].replace('jft-rd-01"', 'jft-rd-02"')
    bank = write(exam_texts.PASSAGE + "\n[[item]]" + second)

    (testlet,) = bank.testlets
    assert testlet.stimulus is not None
    assert testlet.stimulus.kind is StimulusKind.NOTICE
    assert [item.id for item in testlet.items] == ["jft-rd-01", "jft-rd-02"]


def test_a_stimulus_may_stand_in_another_file_than_its_items(write: Write) -> None:
    stimulus, _, item = exam_texts.PASSAGE.partition("\n[[item]]")
    write("[[item]]" + item, name="items.toml")
    bank = write(stimulus, name="texts.toml")

    assert codes(bank) == []
    assert bank.testlets[0].stimulus is not None


def test_an_item_with_an_error_takes_its_stimulus_and_neighbours_with_it(write: Write) -> None:
    second = exam_texts.PASSAGE.partition("\n[[item]]")[2].replace('jft-rd-01"', 'jft-rd-02"')
    text = exam_texts.PASSAGE + "\n[[item]]" + second.replace("key = 1", "key = 9")
    bank = write(text + exam_texts.NOTICE)

    assert codes(bank) == [Code.OUT_OF_RANGE]
    assert [testlet.id for testlet in bank.testlets] == ["jft-wm-01-s"]


def test_only_testlets_that_are_live_as_a_whole_are_drawn_from(write: Write) -> None:
    live = exam_texts.CONTEXT.replace('"draft"', '"live"')
    bank = write(exam_texts.KANJI_READING + live)

    assert [testlet.id for testlet in bank.live().testlets] == ["n5-cx-01"]


def test_orders_are_read_with_their_lines(write: Write) -> None:
    bank = write(exam_texts.ORDER, exam_texts.orders_of_order())

    lines = bank.orders["n5-so-01"]
    assert len(lines) == 24
    assert [line.line for line in lines if line.is_right] == [2]


def test_texts_are_read_in_nfc(write: Write) -> None:
    bank = write(exam_texts.CONTEXT.replace("のんで", "のんて\u3099"))

    assert codes(bank) == [Code.NOT_NFC]
    assert bank.items[0].options[2].text == "のんで"


@pytest.mark.parametrize("text", [t for n, t in vars(exam_texts).items() if n.isupper()])
def test_a_testlet_comes_back_from_json_as_it_was(write: Write, text: str) -> None:
    (testlet,) = write(text).testlets

    again = item_json.of_json(item_json.to_json(testlet))

    assert again == testlet
    assert item_json.digest(again) == item_json.digest(testlet)


def test_whatever_an_author_changes_changes_the_digest(write: Write) -> None:
    (before,) = write(exam_texts.CONTEXT).testlets
    (after,) = write(exam_texts.CONTEXT.replace("It is hot.", "It is warm.")).testlets

    assert item_json.digest(before) != item_json.digest(after)


def test_a_digest_stays_the_same_for_ever(write: Write) -> None:
    (testlet,) = write(exam_texts.KANJI_READING).testlets

    # Sittings name what was shown by it: a change here loses what trainees have answered.
    assert item_json.digest(testlet) == "193324298552f4ddfc68370804a3d595"


ALL = "".join(text for name, text in vars(exam_texts).items() if name.isupper())


@FUZZ
@given(st.data())
def test_no_damage_to_a_file_stops_the_reader(write: Write, data: st.DataObject) -> None:
    text = ALL
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 60)))
        text = text[:start] + data.draw(st.text(max_size=12)) + text[end:]

    bank = write(text.encode("utf-8", "surrogatepass"))

    codes(bank)
    for testlet in bank.testlets:
        assert item_json.of_json(item_json.to_json(testlet)) == testlet


VALUES = st.sampled_from(
    (
        *("0", "-1", "99999999999", "1.5", "nan", "true", '""', '"x"', "[]", "[1]", '["a", 1]'),
        *("{}", "2026-11-23", "[[1]]", "{en = 1}", "[{text = 1}]", '"\\u0000"', '{"x" = "LEN"}'),
        "[{}]",
    )
)
KEYS = sorted(
    {line.partition(" = ")[0] for line in ALL.split("\n") if line[:1].isalpha() and " = " in line}
)


@FUZZ
@given(st.sampled_from(KEYS), VALUES)
def test_any_key_may_hold_any_value(write: Write, key: str, value: str) -> None:
    one_line = [
        line if not line.startswith(f"{key} = ") else f"{key} = {value}" for line in _flat()
    ]

    bank = write("\n".join(one_line))

    codes(bank)
    for testlet in bank.testlets:
        assert item_json.of_json(item_json.to_json(testlet)) == testlet


def _flat() -> list[str]:
    """All texts, each value in one line."""
    joined = ALL.replace("[\n  {", "[{").replace("},\n  {", "}, {").replace(",\n]", "]")
    return joined.split("\n")


@FUZZ
@given(st.binary(max_size=300))
def test_no_bytes_stop_the_reader(write: Write, content: bytes) -> None:
    bank = write(content, orders=content.decode("utf-8", "replace"))

    codes(bank)
