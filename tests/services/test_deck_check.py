"""What a check finds beyond the reader: other decks, and what needs Japanese."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jp_trainer import paths
from jp_trainer.core.deck_problems import Code, Severity
from jp_trainer.core.furigana import parse
from jp_trainer.japanese.readings import Reader
from jp_trainer.services.deck_check import Report, check, disagreements
from jp_trainer.wording.deck_problems import explained

HEAD = "id,word,reading,pos,meaning_en,example,same_as,pair,also_read"
WriteDeck = Callable[..., Path]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(paths.assets() / "readings")


@pytest.fixture
def write_deck(tmp_path: Path) -> WriteDeck:
    def write(*rows: str, deck: str = "farm") -> Path:
        folder = tmp_path / deck
        folder.mkdir(exist_ok=True)
        toml = f'format = 1\nid = "{deck}"\nversion = 1\ntitle = {{ en = "X" }}\n'
        (folder / "deck.toml").write_text(toml + 'languages = ["en"]\n', encoding="utf-8")
        (folder / "words.csv").write_text("\n".join((HEAD, *rows)), encoding="utf-8")
        return folder

    return write


def codes(report: Report) -> list[tuple[str, int, Code]]:
    assert all(map(explained, report.problems))
    return [(p.path.parent.name, p.line, p.code) for p in report.problems]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("a,植える,うえる,verb-ru,to plant,苗[なえ]を 植[う]えてください。,,,", []),
        ("a,掃除,そうじ,suru-noun,cleaning,部屋[へや]を 掃除[そうじ]しましょう。,,,", []),
        (
            "a,植える,うえる,verb-ru,to plant,苗[なえ]をここに 置[お]きます。,,,",
            [Code.WORD_NOT_IN_EXAMPLE],
        ),
        (
            "a,水,みず,noun,water,水[みず]です。とても 冷[つめ]たい 水[みず]です。,,,",
            [Code.WORD_TWICE_IN_EXAMPLE],
        ),
        (
            "a,苗,なえ,noun,seedling,今日[きょう]は 苗[みょう]を 植[う]えます。,,,",
            [Code.OTHER_READING],
        ),
        ("a,苗,びょう,noun,seedling,,,,", [Code.OTHER_WORD_READING]),
        ("a,苗,びょう,noun,seedling,,,,なえ", []),
        ("a,苗,nae,noun,seedling,,,,", [Code.NOT_KANA]),
        ("a,植える,なえ,verb-ru,to plant,,,,", [Code.NOT_ALIGNED]),
        ("a,苗,なえ,noun,seedling,,,a,", [Code.LINK_TO_ITSELF]),
    ],
)
def test_a_word_is_read_as_the_engine_reads_and_stands_in_its_example(
    write_deck: WriteDeck, reader: Reader, row: str, expected: list[Code]
) -> None:
    report = check([write_deck(row)], reader)

    assert [code for _, _, code in codes(report)] == expected


def test_a_disagreement_is_a_review_and_no_error(write_deck: WriteDeck, reader: Reader) -> None:
    report = check([write_deck("a,苗,びょう,noun,seedling,,,,")], reader)

    assert report.count(Severity.REVIEW) == 1
    assert not report.has_errors


def test_what_a_person_settled_is_silent_until_the_field_changes(
    write_deck: WriteDeck, reader: Reader, tmp_path: Path
) -> None:
    settled = "deck\tid\tcolumn\ttext\tnote\nfarm\ta\treading\tびょう\tread so on this farm\n"
    (tmp_path / "reviewed.tsv").write_text(settled, encoding="utf-8")

    before = check([write_deck("a,苗,びょう,noun,seedling,,,,")], reader)
    after = check([write_deck("a,苗,みょう,noun,seedling,,,,")], reader)

    assert (before.problems, before.reviewed) == ((), 1)
    assert [problem.code for problem in after.problems] == [Code.OTHER_WORD_READING]


def test_a_row_of_the_reviewed_file_that_cannot_be_read_is_named(
    write_deck: WriteDeck, reader: Reader, tmp_path: Path
) -> None:
    (tmp_path / "reviewed.tsv").write_text("deck\tid\nfarm\ta\n", encoding="utf-8")

    report = check([write_deck("a,苗,なえ,noun,seedling,,,,")], reader)

    assert [(p.path.name, p.line, p.code) for p in report.problems] == [
        ("reviewed.tsv", 2, Code.BAD_REVIEW)
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("b,苗,なえ,noun,young plant,,farm:a,,", []),
        ("b,苗,なえ,noun,young plant,,,,", [Code.TAUGHT_ELSEWHERE]),
        ("b,苗木,なえぎ,noun,seedling,,,,", [Code.SAME_GLOSS_ELSEWHERE]),
        ("b,苗木,なえぎ,noun,sapling,,farm:a,,", [Code.SAME_AS_OTHER_WORD]),
        ("b,苗木,なえぎ,noun,sapling,,farm:x,,", [Code.BROKEN_LINK]),
        ("b,苗木,なえぎ,noun,sapling,,,farm:x,", [Code.BROKEN_LINK]),
        ("b,苗木,なえぎ,noun,sapling,,,farm:a,", [Code.NOT_MUTUAL]),
        ("b,苗木,なえぎ,noun,sapling,,,sea:a,", [Code.UNKNOWN_DECK]),
        ("b,池,いけ,noun,pond,,farm:c,,", [Code.TAUGHT_ELSEWHERE, Code.SAME_AS_CHAIN]),
    ],
)
def test_decks_are_checked_against_each_other(
    write_deck: WriteDeck, reader: Reader, row: str, expected: list[Code]
) -> None:
    farm = write_deck("a,苗,なえ,noun,seedling,,,,", "c,池,いけ,noun,pool,,lake:d,,")
    lake = write_deck("d,池,いけ,noun,pond,,,,", deck="lake")

    report = check([farm, lake, write_deck(row, deck="garden")], reader)

    assert [c for c in codes(report) if c[0] == "garden"] == [
        ("garden", 2, code) for code in expected
    ]


def test_a_link_inside_a_deck_is_reported_once(write_deck: WriteDeck, reader: Reader) -> None:
    farm = write_deck("a,苗,なえ,noun,seedling,,,,", "b,稲,いね,noun,rice plant,,a,,")

    report = check([farm, write_deck("b,池,いけ,noun,pond,,,,", deck="lake")], reader)

    assert codes(report) == [("farm", 3, Code.SAME_AS_OWN_DECK)]


def test_a_link_to_a_row_with_mistakes_is_not_called_broken(
    write_deck: WriteDeck, reader: Reader
) -> None:
    report = check([write_deck("a,苗,,noun,seedling,,,b,", "b,稲,いね,noun,rice,,,a,")], reader)

    assert codes(report) == [("farm", 2, Code.MISSING_FIELD)]


def test_decks_beside_are_followed_but_not_checked(
    write_deck: WriteDeck, reader: Reader, tmp_path: Path
) -> None:
    write_deck("a,苗,なえ,noun,seedling,,,,", "bad row")
    garden = write_deck("b,苗,なえ,noun,young plant,,,,", deck="garden")

    report = check([garden], reader, beside=tmp_path)

    assert codes(report) == [("garden", 2, Code.TAUGHT_ELSEWHERE)]
    assert report.decks[0][1] == 1


def test_a_folder_of_decks_means_all_of_them(
    write_deck: WriteDeck, reader: Reader, tmp_path: Path
) -> None:
    write_deck("a,苗,なえ,noun,seedling,,,,")
    table = write_deck("b,池,いけ,noun,pond,,,,", deck="garden") / "words.csv"

    assert [deck.id for deck, _ in check([tmp_path], reader).decks] == ["farm", "garden"]
    assert [deck.id for deck, _ in check([table], reader).decks] == ["garden"]


def test_nothing_there_is_a_problem_and_no_crash(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    report = check([tmp_path / "empty", tmp_path / "gone"], reader)

    assert [p.code for p in report.problems] == [Code.CANNOT_READ, Code.CANNOT_READ]
    assert report.has_errors


@pytest.mark.parametrize(
    ("written", "engine", "expected"),
    [
        ("体位[たいい]を", "体[たい]位[い]を", []),
        ("申[もう]し 送[おく]り", "申[もう]し 送[おく]り", []),
        ("KY[ケーワイ]", "KY[けーわい]", []),
        ("一日[ついたち]", "一日[いちにち]", [("一日", "ついたち", "いちにち")]),
        (
            "今日[きょう]の 市場[いちば]",
            "今日[きょう]の 市場[しじょう]",
            [("市場", "いちば", "しじょう")],
        ),
        ("仰臥位[ぎょうがい]", "仰臥位", [("仰臥位", "ぎょうがい", "仰臥位")]),
        ("VPN[ブイピーエヌ]", "VPN", []),
        ("あれ", "あれ", []),
    ],
)
def test_readings_are_compared_where_both_may_be_cut(
    written: str, engine: str, expected: list[tuple[str, str, str]]
) -> None:
    assert list(disagreements(parse(written), parse(engine))) == expected
