import json
import zlib

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jp_trainer.core.errors import TrainerError
from jp_trainer.formats import sealed_paper
from jp_trainer.formats.errors import (
    NewerSealError,
    NotASealError,
    SealError,
    SealTooLargeError,
    WeakCodeError,
    WrongCodeError,
)
from jp_trainer.formats.sealed_paper import LETTERS, MOST_BYTES, new_code, read_sealed, write_sealed
from tests.papers import a_blueprint, a_paper

CODE = "KMRT-AXBE-PWHN-CDYS"
SEALED = write_sealed(a_blueprint(), a_paper(), CODE)
HEAD = 40


def test_what_was_sealed_is_opened_by_its_code() -> None:
    assert read_sealed(SEALED, CODE) == (a_blueprint(), a_paper())


@pytest.mark.parametrize(
    "typed", ["kmrt axbe pwhn cdys", "KMRTAXBEPWHNCDYS", " kmrt-ＡＸＢＥ_pwhncdys "]
)
def test_a_code_may_be_typed_small_and_without_hyphens(typed: str) -> None:
    assert read_sealed(SEALED, typed)[1] == a_paper()


@pytest.mark.parametrize(
    "wrong", ["", "KMRT-AXBE-PWHN-CDYT", "KMRT-AXBE-PWHN", "\ud800", "あ" * 99]
)
def test_a_wrong_code_opens_nothing(wrong: str) -> None:
    with pytest.raises(WrongCodeError) as caught:
        read_sealed(SEALED, wrong)

    assert caught.value.args == ()
    assert caught.value.__suppress_context__


def test_nothing_of_a_paper_can_be_read_in_the_file() -> None:
    for words in ("病院", "small-2026", "kanji_reading", "stem", CODE, CODE.replace("-", "")):
        assert words.encode() not in SEALED


def test_the_same_paper_is_never_sealed_alike() -> None:
    again = write_sealed(a_blueprint(), a_paper(), CODE)

    assert again[:HEAD] != SEALED[:HEAD]
    assert again[HEAD:] != SEALED[HEAD:]


def test_a_code_made_here_has_four_groups_without_look_alikes() -> None:
    codes = {new_code() for _ in range(50)}

    assert len(codes) == 50
    assert not set("ILOQUV0158") & set(LETTERS)
    for code in codes:
        groups = code.split("-")
        assert [len(group) for group in groups] == [4, 4, 4, 4]
        assert set("".join(groups)) <= set(LETTERS)


def test_a_short_code_of_ones_own_is_refused() -> None:
    with pytest.raises(WeakCodeError):
        write_sealed(a_blueprint(), a_paper(), "- 12 34-567")


@settings(max_examples=12, deadline=None)
@given(place=st.integers(0, len(SEALED) - 1), change=st.integers(1, 255))
@example(place=9, change=15 ^ 31)  # a cost that would take for ever
@example(place=8, change=1 ^ 9)
def test_a_file_with_one_byte_changed_is_refused(place: int, change: int) -> None:
    changed = bytearray(SEALED)
    changed[place] ^= change

    with pytest.raises(SealError):
        read_sealed(bytes(changed), CODE)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 60))
def test_any_bytes_are_refused_with_an_error_of_ours(rubbish: bytes, kept: int) -> None:
    for content in (rubbish, SEALED[:kept] + rubbish):
        with pytest.raises(SealError):
            read_sealed(content, CODE)


def test_a_newer_format_is_named_before_the_code_is_tried() -> None:
    newer = SEALED[:8] + b"\x02" + SEALED[9:]

    with pytest.raises(NewerSealError) as caught:
        read_sealed(newer, CODE)

    assert (caught.value.found, caught.value.known) == (2, 1)


def test_a_file_that_is_too_large_is_refused_unread() -> None:
    with pytest.raises(SealTooLargeError):
        read_sealed(SEALED + bytes(MOST_BYTES), CODE)


def sealed(content: bytes) -> bytes:
    """Any content, locked as a paper is."""
    head = SEALED[:HEAD]
    key = sealed_paper._key(CODE, head[12:28])
    return head + AESGCM(key).encrypt(head[28:40], content, head)


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused() -> None:
    with pytest.raises(SealTooLargeError):
        read_sealed(sealed(zlib.compress(bytes(64 * 1024 * 1024))), CODE)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["blueprint", "paper", "sections", "form", "testlets", "id", "items"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=12, deadline=None)
@given(JSON)
@example({"blueprint": {}, "paper": {"sections": [], "form": ""}})
def test_nonsense_under_the_right_code_is_no_paper(body: object) -> None:
    packed = zlib.compress(json.dumps(body).encode())

    with pytest.raises(NotASealError):
        read_sealed(sealed(packed), CODE)


@pytest.mark.parametrize("content", [b"", b"not packed", zlib.compress(b"[" * 100_000)])
def test_content_that_is_no_json_is_no_paper(content: bytes) -> None:
    with pytest.raises(NotASealError):
        read_sealed(sealed(content), CODE)


def test_errors_of_seals_are_expected_ones() -> None:
    assert issubclass(SealError, TrainerError)
