"""What a deck folder may hold, and what is said about everything else."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from jp_trainer.core.cards import Aspect
from jp_trainer.core.deck_problems import Code, Problem, Severity
from jp_trainer.core.words import Kind, Near, PartOfSpeech
from jp_trainer.formats.deck_reader import Draft, read_deck
from jp_trainer.wording.deck_problems import explained

TOML = """format = 1
id = "farm"
version = 3
title = { en = "Farm", ur = "کھیت", ja = "農業" }
languages = ["en", "ur"]
required = ["chapter", "level"]
aspects = ["meaning", "reading"]
colour = "green"

[[chapter]]
id = "01-soil"
en = "Soil"
"""
HEAD = (
    "id,kind,word,reading,pos,meaning_en,meaning_ur,note_en,note_ur,example,example_en,example_ur,"
    "chapter,level,also_read,also_written,near,blocked,confused_with,pair,same_as,loan_from,"
    "picture,tags"
)
HATAKE = {
    "id": "hatake",
    "kind": "word",
    "word": "畑",
    "reading": "はたけ",
    "pos": "noun",
    "meaning_en": "field, not rice",
    "meaning_ur": "کھیت",
    "example": "外[そと]の 畑[はたけ]で 大根[だいこん]を 抜[ぬ]きました。",
    "chapter": "01-soil",
    "level": "N3",
}
UNE = {
    **HATAKE,
    "id": "une",
    "word": "畝",
    "reading": "うね",
    "meaning_en": "ridge",
    "meaning_ur": "وٹ",
    "example": "畝[うね]にビニールをかけて ください。",
}

Write = Callable[..., Draft]


def row(fields: dict[str, str], head: str = HEAD) -> str:
    quoted = (fields.get(name, "").replace('"', '""') for name in head.split(","))
    return ",".join(f'"{value}"' if set(value) & set(',"\n') else value for value in quoted)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "farm"
    folder.mkdir()
    return folder


@pytest.fixture
def write(folder: Path) -> Write:
    def write(*rows: dict[str, str] | str, toml: str = TOML, head: str = HEAD) -> Draft:
        lines = [head, *(r if isinstance(r, str) else row(r, head) for r in rows)]
        (folder / "deck.toml").write_bytes(toml.encode())
        (folder / "words.csv").write_bytes("\n".join((*lines, "")).encode())
        return read_deck(folder)

    return write


def found(draft: Draft) -> list[tuple[str, int, str, Code]]:
    return [(p.path.name, p.line, p.column, p.code) for p in draft.problems]


def the_one(draft: Draft) -> Problem:
    (problem,) = draft.problems
    return problem


def test_a_proper_deck_is_read_without_a_word_of_complaint(write: Write) -> None:
    draft = write(
        HATAKE | {"confused_with": "une", "near": "はた=an older word|でんえん", "tags": "a|b"},
        UNE | {"confused_with": "farm:hatake", "kind": "phrase", "also_read": "うネ"},
    )

    assert draft.problems == ()
    assert draft.deck is not None
    assert (draft.deck.id, draft.deck.version, draft.deck.title.ja) == ("farm", 3, "農業")
    assert draft.deck.aspects == (Aspect.MEANING, Aspect.READING)
    assert draft.deck.extra == {"colour": "green"}
    assert [chapter.id for chapter in draft.deck.chapters] == ["01-soil"]
    first, second = draft.words
    assert (first.id, first.kind, first.pos) == ("farm:hatake", Kind.WORD, PartOfSpeech.NOUN)
    assert first.near == (Near("はた", "an older word"), Near("でんえん"))
    assert (first.confused_with, second.confused_with) == (("farm:une",), ("farm:hatake",))
    assert (first.tags, second.kind, second.also_read) == (("a", "b"), Kind.PHRASE, ("うネ",))


def test_links_across_decks_keep_their_deck(write: Write) -> None:
    (word,) = write(HATAKE | {"pair": "other:field", "same_as": "common:hatake"}).words

    assert (word.pair, word.same_as, word.learnt_as) == (
        *(("other:field",), "common:hatake"),
        "common:hatake",
    )


def test_columns_of_others_are_kept(write: Write) -> None:
    head = HEAD + ",my notes"

    (word,) = write(HATAKE | {"my notes": "for Monday"}, head=head).words

    assert word.extra == (("my notes", "for Monday"),)


def test_a_byte_order_mark_and_windows_line_ends_are_welcome(folder: Path, write: Write) -> None:
    write(HATAKE)
    for name in ("deck.toml", "words.csv"):
        content = (folder / name).read_bytes().replace(b"\n", b"\r\n")
        (folder / name).write_bytes(b"\xef\xbb\xbf" + content)

    draft = read_deck(folder)

    assert draft.problems == ()
    assert draft.words[0].level == "N3"


def test_decomposed_text_is_composed_with_a_warning(write: Write) -> None:
    decomposed = unicodedata.normalize("NFD", "がっこう")

    draft = write(HATAKE, UNE | {"word": "学校", "reading": decomposed})

    assert found(draft) == [("words.csv", 3, "", Code.NOT_NFC)]
    assert draft.words[1].reading == "がっこう"
    assert the_one(draft).severity is Severity.WARNING


def test_kana_rows_become_words_that_mean_their_sound(folder: Path) -> None:
    toml = TOML.replace('["chapter", "level"]', '["kana", "romaji", "group"]')
    (folder / "deck.toml").write_text(toml, encoding="utf-8")
    (folder / "kana.csv").write_text(
        "id,kana,romaji,group,lookalikes,strokes\n"
        "hi-nu,ぬ,nu,01-soil,hi-me,2\nhi-me,め,me,01-soil,hi-nu,2\n"
        "hi-ji,じ,ji,01-soil,,\nhi-di,ぢ,ji,01-soil,,\n",
        encoding="utf-8",
    )

    draft = read_deck(folder)

    assert draft.problems == ()
    nu = draft.words[0]
    assert (nu.kind, nu.pos, nu.word, nu.reading) == (Kind.KANA, PartOfSpeech.KANA, "ぬ", "ぬ")
    assert (nu.meaning_en, nu.meaning_ur, nu.chapter) == ("nu", "nu", "01-soil")
    assert (nu.confused_with, nu.extra) == (("farm:hi-me",), (("strokes", "2"),))


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("id", "", Code.MISSING_FIELD),
        ("id", "Hatake", Code.BAD_ID),
        ("id", "x" * 41, Code.BAD_ID),
        ("word", "", Code.MISSING_FIELD),
        ("meaning_ur", "", Code.MISSING_FIELD),
        ("level", "", Code.MISSING_FIELD),
        ("level", "N6", Code.UNKNOWN_LEVEL),
        ("kind", "sentence", Code.UNKNOWN_KIND),
        ("pos", "verb", Code.UNKNOWN_POS),
        ("pos", "kana", Code.UNKNOWN_POS),
        ("chapter", "02-sky", Code.UNKNOWN_CHAPTER),
        ("reading", "hatake", Code.NOT_KANA),
        ("reading", "はた け", Code.NOT_KANA),
        ("reading", "ー", Code.NOT_KANA),
        ("blocked", "畠", Code.NOT_KANA),
        ("near", "はた|field=no", Code.NOT_KANA),
        ("meaning_en", "x" * 31, Code.TOO_LONG),
        ("note_en", "x" * 161, Code.TOO_LONG),
        ("note_ur", "only English", Code.NO_URDU),
        ("note_ur", "畑 كو", Code.ARABIC_LETTER),
        ("meaning_ur", "كھیت", Code.ARABIC_LETTER),
        ("example", "畑[はたけ]。", Code.EXAMPLE_LENGTH),
        ("example", "畑[はたけ]で" + "だいこん" * 7, Code.EXAMPLE_LENGTH),
        ("example", "畑[はたけで 大根を抜きます。", Code.BAD_FURIGANA),
        ("example", "畑[hatake]で 大根[だいこん]です。", Code.BAD_FURIGANA),
        ("example", "外[そと]の畑で 大根[だいこん]です。", Code.NO_FURIGANA),
        ("picture", "photo.png", Code.BAD_PICTURE),
        ("pair", "not a link", Code.BAD_LINK),
        ("pair", "nowhere", Code.BROKEN_LINK),
        ("confused_with", "hatake", Code.LINK_TO_ITSELF),
        ("confused_with", "une", Code.NOT_MUTUAL),
        ("same_as", "une", Code.SAME_AS_OWN_DECK),
        ("meaning_en", "Ridge", Code.DUPLICATE_GLOSS),
        ("meaning_ur", "وٹ", Code.DUPLICATE_GLOSS),
        ("example", "畝[うね]に ビニールをかけて ください。", Code.DUPLICATE_EXAMPLE),
        ("id", "une", Code.DUPLICATE_ID),
        ("word", "畑\u200b", Code.CONTROL_CHARACTER),
        ("note_en", "a\x00b", Code.CONTROL_CHARACTER),
        ("note_en", "a\x85b", Code.CONTROL_CHARACTER),
        ("note_en", "a\rb", Code.CONTROL_CHARACTER),
    ],
)
def test_one_wrong_field_gives_one_problem_at_its_place(
    write: Write, column: str, value: str, code: Code
) -> None:
    draft = write(UNE, HATAKE | {column: value})

    problem = next(p for p in draft.problems if p.code is code)
    assert (problem.path.name, problem.line, problem.column) == ("words.csv", 3, column)
    assert {p.column for p in draft.problems} == {column}
    assert all(map(explained, draft.problems))


def test_a_reading_must_fit_its_word(write: Write) -> None:
    draft = write(HATAKE | {"word": "畑の"})

    assert found(draft) == [("words.csv", 2, "reading", Code.NOT_ALIGNED)]


def test_spelling_and_reading_of_two_rows_may_not_be_the_same(write: Write) -> None:
    draft = write(HATAKE, UNE | {"word": "畑", "reading": "はたけ"})

    assert found(draft) == [("words.csv", 3, "word", Code.DUPLICATE_WORD)]
    assert the_one(draft).facts["other_line"] == 2


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("a,b,c", Code.RAGGED_ROW),
        ('x,"unclosed' + "," * 22, Code.UNCLOSED_QUOTE),
        ('x,"a"b"' + "," * 22 + '"', Code.BAD_QUOTE),
        ("x" * 20_001, Code.LINE_TOO_LONG),
    ],
)
def test_a_bad_row_does_not_hide_the_rows_after_it(write: Write, line: str, code: Code) -> None:
    draft = write(HATAKE, line, UNE)

    assert found(draft) == [("words.csv", 3, "", code)]
    assert explained(the_one(draft))
    assert [word.id for word in draft.words] == ["farm:hatake", "farm:une"]


def test_a_line_break_in_a_field_is_named_and_the_next_row_is_read(write: Write) -> None:
    draft = write(HATAKE | {"note_en": "one\ntwo"}, UNE)

    assert found(draft) == [("words.csv", 2, "", Code.LINE_BREAK)]
    assert [word.id for word in draft.words] == ["farm:une"]


def test_a_line_that_is_not_utf8_does_not_hide_the_others(folder: Path, write: Write) -> None:
    write(HATAKE)
    path = folder / "words.csv"
    path.write_bytes(path.read_bytes() + "畑,".encode("cp932") + b"\n" + row(UNE).encode())

    draft = read_deck(folder)

    assert found(draft) == [("words.csv", 3, "", Code.NOT_UTF8)]
    assert len(draft.words) == 2


def test_utf16_is_named_once(folder: Path, write: Write) -> None:
    write(HATAKE)
    (folder / "words.csv").write_text(HEAD, encoding="utf-16")

    assert found(read_deck(folder)) == [("words.csv", 1, "", Code.NOT_UTF8)]


@pytest.mark.parametrize(
    ("head", "code", "column"),
    [
        (HEAD.replace("reading", "lesung"), Code.MISSING_COLUMN, "reading"),
        (HEAD + ",word", Code.DUPLICATE_COLUMN, "word"),
    ],
)
def test_the_head_is_checked_before_the_rows(
    write: Write, head: str, code: Code, column: str
) -> None:
    assert found(write(HATAKE, head=head)) == [("words.csv", 1, column, code)]


def test_a_folder_that_is_not_there_and_one_without_words_are_problems(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "deck.toml").write_text(TOML, encoding="utf-8")

    assert the_one(read_deck(tmp_path / "gone")).code is Code.CANNOT_READ
    assert the_one(read_deck(folder)).code is Code.NO_WORDS_FILE


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    toml=st.binary(max_size=80) | st.just(TOML.encode()),
    words=st.binary(max_size=200)
    | st.tuples(st.just(HEAD.encode() + b"\n"), st.binary(max_size=200)).map(b"".join)
    | st.lists(
        st.tuples(st.sampled_from(sorted(HATAKE)), st.text(max_size=12)), min_size=1, max_size=4
    ).map(lambda changes: f"{HEAD}\n{row(HATAKE | dict(changes))}\n".encode(errors="replace")),
)
@example(toml=b"a = " + b"[" * 4000, words=b"")
@example(toml=b"a = " + b"9" * 5000, words=b"")
@example(toml=TOML.encode(), words=HEAD.encode() + b"\n" + b'"' * 30_000)
def test_no_bytes_make_the_reader_fail(folder: Path, toml: bytes, words: bytes) -> None:
    (folder / "deck.toml").write_bytes(toml)
    (folder / "words.csv").write_bytes(words)

    draft = read_deck(folder)

    assert all(isinstance(problem, Problem) for problem in draft.problems)
    assert draft.words or draft.problems


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(at=st.integers(0, 600), junk=st.binary(min_size=1, max_size=3))
def test_damage_anywhere_in_a_file_leaves_the_other_rows(
    write: Write, folder: Path, at: int, junk: bytes
) -> None:
    rows = [HATAKE] + [
        UNE | {"id": f"une{n}", "word": w, "reading": w, "example": ""}
        for n, w in enumerate("あいうえおかきくけこ")
    ]
    write(*(rows))
    path = folder / "words.csv"
    content = path.read_bytes()
    start = len(HEAD) + 1
    content = content[: start + at] + junk + content[start + at + len(junk) :]
    path.write_bytes(content)

    draft = read_deck(folder)

    # A row lost, or two where a line end was overwritten, or more where line ends were made.
    assert len(draft.words) >= len(rows) - 2 - junk.count(b"\n")
