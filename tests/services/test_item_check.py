"""Each fault an item may have, in an item that has no other; and that a good one passes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jp_trainer import paths
from jp_trainer.core.deck_problems import Severity
from jp_trainer.core.exam.item_problems import Code
from jp_trainer.formats.item_reader import read_bank
from jp_trainer.formats.level_lists import read_lists
from jp_trainer.japanese.readings import Reader
from jp_trainer.services import item_readings
from jp_trainer.services.item_check import Report, check
from jp_trainer.wording.item_problems import explained, one_line
from tests.exam_texts import (
    CONTEXT,
    KANJI_READING,
    NOTICE,
    ORDER,
    PASSAGE,
    RESPONSE,
    TASK,
    TEXT_GRAMMAR,
    orders_of_order,
)

Check = Callable[..., Report]
N5, JFT = "jlpt-n5", "jft-basic"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(paths.assets() / "readings")


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    """The shipped blueprints and lists, and one picture."""
    folder = tmp_path / "assets"
    (folder / "exams").mkdir(parents=True)
    for name in ("blueprints", "levels"):
        (folder / "exams" / name).symlink_to(paths.assets() / "exams" / name)
    (folder / "pictures" / "drawn").mkdir(parents=True)
    (folder / "pictures" / "drawn" / "scene-test.svg").write_text("<svg/>")
    return folder


@pytest.fixture
def check_text(tmp_path: Path, assets: Path, reader: Reader) -> Check:
    def checked(
        exam: str, text: str, orders: str = "", decks: Path | None = None, strategies: bool = False
    ) -> Report:
        folder = tmp_path / exam
        folder.mkdir(exist_ok=True)
        (folder / "a.toml").write_text(text, encoding="utf-8")
        if orders:
            (folder / "orders.tsv").write_text(orders, encoding="utf-8")
        decks = decks or tmp_path / "no-decks"
        report = check(folder, assets, decks, reader, with_strategies=strategies, with_voice=False)
        assert all(map(explained, report.problems))
        assert all(map(one_line, report.problems))
        return report

    return checked


def codes(report: Report) -> set[Code]:
    return {problem.code for problem in report.problems}


GOOD = [
    (N5, KANJI_READING),
    (N5, CONTEXT),
    (N5, ORDER),
    (N5, TASK),
    (N5, RESPONSE),
    (N5, TEXT_GRAMMAR),
    (JFT, NOTICE),
    (JFT, PASSAGE),
]


@pytest.mark.parametrize(("exam", "text"), GOOD)
def test_a_good_item_has_no_problem(check_text: Check, exam: str, text: str) -> None:
    report = check_text(exam, text, orders_of_order() if text is ORDER else "")

    assert [one_line(problem) for problem in report.problems] == []


SCRIPT = """script = [{voice = "m1", text = "いま、 何時[なんじ]ですか。", \
kana = "イマ、ナンジデスカ。"}]"""

# (what is wrong, exam, a good item, what is changed in it, into what)
CASES = [
    (Code.NOT_UTF8, N5, KANJI_READING, "先", "\udcff"),
    (Code.NOT_NFC, N5, CONTEXT, "のんで", "のんて\u3099"),
    (Code.BAD_TOML, N5, CONTEXT, "key = 1", "key = "),
    (Code.MISSING_KEY, N5, CONTEXT, 'level = "N5"\n', ""),
    (Code.WRONG_TYPE, N5, CONTEXT, "difficulty = 2", 'difficulty = "2"'),
    (Code.BAD_VALUE, N5, CONTEXT, '"SENSE", "4"', '"SENCE", "4"'),
    (Code.BAD_ID, N5, CONTEXT, '"n5-cx-01"', '"N5 CX"'),
    (Code.DUPLICATE_ID, N5, CONTEXT + KANJI_READING, '"n5-kr-01"', '"n5-cx-01"'),
    (Code.CONTROL_CHARACTER, N5, CONTEXT, "きて", "き\u200bて"),
    (Code.UNKNOWN_TABLE, N5, CONTEXT, "[[item]]", "[[question]]\nid = 1\n[[item]]"),
    (Code.OUT_OF_RANGE, N5, CONTEXT, "key = 1", "key = 5"),
    (
        Code.TOO_FEW_OPTIONS,
        N5,
        CONTEXT,
        '}, {text = "きて"}, {text = "のんで"}, {text = "かいて"}',
        "}",
    ),
    (
        Code.RAGGED_ROWS,
        JFT,
        PASSAGE,
        'kind = "notice"',
        'kind = "table"\nrows = [["日[ひ]"], ["月[つき]", "年[とし]"]]',
    ),
    (Code.UNKNOWN_STIMULUS, JFT, PASSAGE, 'stimulus = "jft-rd-01-s"', 'stimulus = "jft-rd-02-s"'),
    (Code.LONELY_STIMULUS, JFT, PASSAGE, 'stimulus = "jft-rd-01-s"\n', ""),
    (
        Code.MIXED_TESTLET,
        JFT,
        PASSAGE + PASSAGE.partition("[[item]]")[2].join(("\n[[item]]", "")).replace('01"', '02"'),
        'id = "jft-rd-02"',
        'id = "jft-rd-02"\nanchor = true',
    ),
    (Code.SAME_OPTIONS, N5, CONTEXT, '"のんで"', '"きて"'),
    (Code.OPTION_LENGTHS, N5, CONTEXT, '"のんで"', '"のんではいけませんから"'),
    (Code.OPTION_CLASSES, N5, CONTEXT, '"のんで"', '"まど"'),
    (Code.OPTION_COUNT, N5, CONTEXT, ', {text = "かいて"}]', "]"),
    (Code.NO_ERROR_CODE, N5, CONTEXT, '"2" = "SENSE", ', ""),
    (Code.SURPLUS_ERROR_CODE, N5, CONTEXT, '"2" = "SENSE", ', '"1" = "LEN", "2" = "SENSE", '),
    (Code.NO_EXPLANATION, N5, CONTEXT, ', ur = "گرمی ہے۔ اس لیے کھولیے۔"', ""),
    (Code.EXPLANATION_LENGTH, N5, CONTEXT, "It is hot. So open it.", "It is hot, so open it."),
    (Code.NO_STATEMENT, JFT, NOTICE, ', ur = "کون سا لفظ آئے گا؟"', ""),
    (Code.SURPLUS_STATEMENT, N5, CONTEXT, "key = 1", 'key = 1\nstatement = {en = "Which?"}'),
    (Code.NO_URDU, N5, CONTEXT, "گرمی ہے۔ اس لیے کھولیے۔", "Hot. Open."),
    (Code.ARABIC_LETTER, N5, CONTEXT, "گرمی ہے", "گرمي ہے"),
    (Code.NOT_IN_EXAM, N5, CONTEXT, '"context"', '"usage"'),
    (Code.OTHER_LEVEL, N5, CONTEXT, 'level = "N5"', 'level = "N4"'),
    (Code.NO_STIMULUS, JFT, PASSAGE, 'stimulus = "jft-rd-01-s"\n', ""),
    (Code.EMPTY_STIMULUS, JFT, NOTICE, 'picture = "svg:scene-test"\n', ""),
    (Code.NO_UNDERLINE, N5, KANJI_READING, "{先月}", "先月"),
    (Code.NO_BLANK, N5, CONTEXT, "（　　）", "あけて"),
    (Code.GAP_COUNT, N5, TEXT_GRAMMAR, "ふりました。", "ふりました。{2}"),
    (Code.NOT_KANA, N5, KANJI_READING, '"せんけつ"', '"せん月"'),
    (Code.BAD_FURIGANA, JFT, NOTICE, "水[みず]", "水[みず"),
    (Code.NO_FURIGANA, JFT, NOTICE, "水[みず]", "水"),
    (Code.NO_ALT, JFT, NOTICE, ', ur = "ایک کپ۔"', ""),
    (Code.BAD_PICTURE, JFT, NOTICE, "svg:scene-test", "scene-test.png"),
    (Code.NO_PICTURE, JFT, NOTICE, "svg:scene-test", "svg:scene-none"),
    (Code.NO_CLIP, N5, RESPONSE, 'kind = "clip"', 'kind = "passage"'),
    (
        Code.NOTHING_HEARD,
        N5,
        RESPONSE,
        SCRIPT,
        "script = []",
    ),
    (Code.NO_SITUATION, N5, TASK, "situation = ", "setting = "),
    (Code.NO_VOICE, N5, TASK, 'voice = "f1"', 'voice = "f9"'),
    (Code.SHARED_VOICE, N5, TASK, 'voice = "f1"', 'voice = "m1"'),
    (Code.NO_KANA, N5, RESPONSE, ', kana = "マダデス。", voice = "f1"', ""),
    (Code.BAD_PIECES, N5, ORDER, "pieces = [4, 3, 1, 2]", "pieces = [4, 3, 1]"),
    (Code.STAR_IS_NOT_KEY, N5, ORDER, "star = 3", "star = 2"),
    (Code.BAD_SLOTS, N5, ORDER, "＿＿　＿★＿", "＿★＿　＿＿"),
    (Code.ORDERS, N5, ORDER, '"n5-so-01"', '"n5-so-02"'),
    (Code.RIGHT_ORDERS, N5, ORDER, "pieces = [4, 3, 1, 2]", "pieces = [3, 4, 1, 2]"),
    (Code.ORDER_SENTENCE, N5, ORDER, "とても", "とっても"),
    (Code.TEXT_LENGTH, JFT, PASSAGE, "お 弁当[べんとう]はいりません。", "お 茶[ちゃ]です。" * 60),
    (Code.KANA_IS_NOT_TEXT, N5, TASK, "ミズオクダサイ", "ミゾオクダサイ"),
    (Code.KANA_IS_NOT_ENGINE, N5, TASK, "ミズオクダサイ", "ミゾオクダサイ"),
    (Code.OTHER_READING, JFT, NOTICE, "水[みず]", "水[すい]"),
    (Code.KEY_READING, N5, KANJI_READING, "key = 3", "key = 2"),
    (Code.KANJI_LEVEL, N5, CONTEXT, "まどを", "窓を"),
    (Code.WORD_LEVEL, N5, CONTEXT, "まどを", "議論を"),
    (Code.WORD_NEAR, JFT, NOTICE, "コップで", "健康[けんこう]で"),
    (Code.WORD_UNLISTED, N5, CONTEXT, "まどを", "おひつを"),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0].value for case in CASES])
def test_each_fault_is_found(
    tmp_path: Path, check_text: Check, case: tuple[Code, str, str, str, str]
) -> None:
    code, exam, good, old, new = case
    assert old in good

    text = good.replace(old, new, 1)
    if code is Code.NOT_UTF8:
        (tmp_path / exam).mkdir()
        (tmp_path / exam / "b.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
        text = ""
    report = check_text(exam, text, orders_of_order() if good is ORDER else "")

    assert code in codes(report)


MANY = "".join(
    CONTEXT.replace("n5-cx-01", f"n5-cx-{number:02}").replace("まど", noun)
    for number, noun in enumerate(
        ("まど", "ドア", "かばん", "はこ", "本", "目", "口", "さいふ") * 2
    )
)


@pytest.mark.parametrize(
    "code", [Code.KEY_RUN, Code.UNEVEN_KEYS, Code.NEAR_DUPLICATE, Code.ANCHOR_SHARE]
)
def test_faults_of_many_items_together_are_found(check_text: Check, code: Code) -> None:
    assert code in codes(check_text(N5, MANY))


def test_a_fixed_form_fills_the_blueprint_or_its_lacks_are_named(check_text: Check) -> None:
    report = check_text(N5, CONTEXT.replace("difficulty", 'forms = ["A"]\ndifficulty'))

    lacks = [p.facts for p in report.problems if p.code is Code.FORM_COUNT]
    assert {"form": "A", "type": "context", "count": "1", "wanted": "6"} in lacks
    assert {p.severity for p in report.problems} == {Severity.WARNING}


def test_an_example_of_a_deck_is_no_item(check_text: Check, tmp_path: Path) -> None:
    deck = tmp_path / "decks" / "farm"
    deck.mkdir(parents=True)
    toml = 'format = 1\nid = "farm"\nversion = 1\ntitle = { en = "X" }\nlanguages = ["en"]\n'
    (deck / "deck.toml").write_text(toml, encoding="utf-8")
    example = "ここはあついですから、まどをあけてください。"
    row = f"id,word,reading,pos,meaning_en,example\na,まど,まど,noun,window,{example}\n"
    (deck / "words.csv").write_text(row, encoding="utf-8")

    report = check_text(N5, CONTEXT, decks=tmp_path / "decks")

    assert Code.DECK_EXAMPLE in codes(report)


@pytest.mark.parametrize("key", [1, 4])
def test_a_strategy_that_needs_no_japanese_is_found(check_text: Check, key: int) -> None:
    text = MANY.replace("key = 1", f"key = {key}")
    report = check_text(N5, text, strategies=True)

    told = [p.facts["strategy"] for p in report.problems if p.code is Code.STRATEGY]
    assert ("first", "fourth")[key == 4] in told
    scores = {score.strategy: score for score in report.strategies[N5]}
    assert scores[("first", "fourth")[key == 4]].share == 1.0
    assert scores["second"].chance == pytest.approx(0.25)


def test_what_is_never_the_key_betrays_it_too(check_text: Check) -> None:
    longest = MANY.replace('"のんで"', '"かいて　ください"').replace("key = 1", "key = 2")
    report = check_text(N5, longest, strategies=True)

    score = next(s for s in report.strategies[N5] if s.strategy == "longest")
    assert score.share == 0.0
    assert score.avoiding == pytest.approx(1 / 3)
    assert not score.is_fair


def test_the_voice_of_the_synthesiser_is_asked_too(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "a.toml").write_text(RESPONSE, encoding="utf-8")
    (testlet,) = read_bank(tmp_path).testlets

    found = list(item_readings.findings_of(testlet, reader, lambda _: "イマワナンジデスカ"))

    assert {finding.code for finding in found} == {Code.KANA_IS_NOT_VOICE}
    assert found[0].key == "script.1"


@pytest.mark.parametrize(
    ("row", "is_settled"),
    [
        ("jft-wm-01\tstem\tすい\tso it is", True),
        ("jft-wm-01\tstem\tみづ\tso it was", False),
        ("jft-wm-01\toptions.1\tすい\telsewhere", False),
    ],
)
def test_a_reading_that_a_person_has_looked_at_is_settled(
    check_text: Check, assets: Path, row: str, is_settled: bool
) -> None:
    (assets / "exams" / "reviewed.tsv").write_text(f"id\tline\tkana\twhy\n{row}\n", "utf-8")

    report = check_text(JFT, NOTICE.replace("水[みず]", "水[すい]"))

    assert (Code.OTHER_READING not in codes(report)) is is_settled
    assert report.reviewed == is_settled


def test_a_word_beyond_the_level_may_stand_where_it_is_explained(check_text: Check) -> None:
    bare = PASSAGE.replace("お 茶[ちゃ]を", "健康[けんこう]を")
    explained_in_brackets = bare.replace("健康[けんこう]を", "健康[けんこう]（いい 体[からだ]）を")

    assert Code.WORD_NEAR in codes(check_text(JFT, bare))
    assert Code.WORD_NEAR not in codes(check_text(JFT, explained_in_brackets))


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("levels/overrides.tsv", "word\tとき\tN9\twhy"),
        ("levels/overrides.tsv", "word\tとき"),
        ("levels/lengths.tsv", "jlpt-n5\ttask\tbeats\tfew\tmany\t10\tours"),
        ("reviewed.tsv", "only\ttwo"),
    ],
)
def test_a_line_of_a_list_that_cannot_be_read_is_named(
    tmp_path: Path, name: str, line: str
) -> None:
    (tmp_path / "levels").mkdir()
    (tmp_path / name).write_text(f"{line}\n", encoding="utf-8")

    problems = read_lists(tmp_path).problems

    assert [(p.code, p.line) for p in problems] == [(Code.BAD_TABLE_LINE, 1)]


def test_an_order_line_that_cannot_be_read_is_named(check_text: Check) -> None:
    report = check_text(N5, ORDER, orders_of_order() + "n5-so-01\ttwo\n")

    assert Code.BAD_ORDER_LINE in codes(report)


def test_a_part_of_an_exam_is_checked_by_the_exams_rules(
    tmp_path: Path, assets: Path, reader: Reader
) -> None:
    part = tmp_path / JFT / "reading"
    part.mkdir(parents=True)
    (part / "a.toml").write_text(PASSAGE.replace('"A2"', '"N5"'), encoding="utf-8")

    of_part = check(part, assets, tmp_path / "none", reader, with_voice=False)
    of_file = check(part / "a.toml", assets, tmp_path / "none", reader, with_voice=False)
    of_all = check(tmp_path, assets, tmp_path / "none", reader, with_voice=False)

    assert codes(of_part) == codes(of_file) == codes(of_all) == {Code.OTHER_LEVEL}
    assert of_part.items == {JFT: 1}


ELSEWHERE = {
    # In tests/formats/test_blueprint_reader.py
    *(Code.CANNOT_READ, Code.NEWER_FORMAT, Code.OTHER_FILE, Code.NO_SOURCE),
    *(Code.SOURCE_OF_NOTHING, Code.UNKNOWN_SCORING, Code.NO_TIME, Code.BANDS_OUT_OF_ORDER),
    # Above, by tests of their own
    *(Code.KEY_RUN, Code.UNEVEN_KEYS, Code.NEAR_DUPLICATE, Code.ANCHOR_SHARE, Code.FORM_COUNT),
    *(Code.DECK_EXAMPLE, Code.STRATEGY, Code.KANA_IS_NOT_VOICE, Code.BAD_TABLE_LINE),
    *(Code.BAD_ORDER_LINE, Code.TOO_LARGE),
}


def test_every_problem_has_an_example() -> None:
    assert {case[0] for case in CASES} | ELSEWHERE == set(Code)


def test_a_file_too_large_to_be_one_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.toml").open("wb") as file:
        file.truncate(65 * 1024 * 1024)

    assert [p.code for p in read_bank(tmp_path).problems] == [Code.TOO_LARGE]
