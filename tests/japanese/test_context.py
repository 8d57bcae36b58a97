from pathlib import Path

import pytest

from jp_trainer.japanese.context import read_context
from jp_trainer.japanese.tokenizer import Tokenizer

ASSETS = Path(__file__).resolve().parents[2] / "assets" / "readings"
TOKENIZER = Tokenizer()


def read(tmp_path: Path, rules: str, text: str) -> str:
    table = tmp_path / "context.tsv"
    table.write_text(f"# head\n{rules}\n", encoding="utf-8")
    words = TOKENIZER.words(text)
    read_context(table).settle(words)
    return "".join(word.kana for word in words)


@pytest.mark.parametrize(
    ("rule", "text", "kana"),
    [
        ("夢|希望 を *抱く\tいだく", "希望を抱いた", "キボウヲイダイタ"),
        ("夢|希望 を *抱く\tだく", "犬を抱く", "イヌヲイダク"),
        ("*方 は\tかた", "あの方は", "アノカタハ"),
        ("!を *行う:行っ\tいっ", "検査を行った", "ケンサヲオコナッタ"),
        ("*実 @particle\tみ", "実が", "ミガ"),
        ("~犬 *家\tうち", "犬のいる家", "イヌノイルウチ"),
        ("~犬 *家\tうち", "犬だ。家だ。", "イヌダイエダ"),
    ],
)
def test_a_rule_reads_the_starred_word_where_its_neighbours_fit(
    tmp_path: Path, rule: str, text: str, kana: str
) -> None:
    assert read(tmp_path, rule, text) == kana


def test_the_first_rule_that_fits_is_taken(tmp_path: Path) -> None:
    assert read(tmp_path, "*実 が\tみ\n*実\tじつ", "実が") == "ミガ"
    assert read(tmp_path, "*実\tじつ\n*実 が\tみ", "実が") == "ジツガ"


def test_every_rule_of_the_shipped_table_is_well_formed() -> None:
    context = read_context(ASSETS / "context.tsv")

    words = TOKENIZER.words("今日は何人ですか。")
    context.settle(words)
    assert words[0].kana == "キョウ"


@pytest.mark.parametrize("name", ["overrides.tsv", "counters.tsv", "context.tsv"])
def test_a_table_names_no_spelling_twice(name: str) -> None:
    lines = (ASSETS / name).read_text(encoding="utf-8").splitlines()
    keys = [line.split("\t")[0] for line in lines if line and not line.startswith("#")]

    assert len(keys) == len(set(keys)), {key for key in keys if keys.count(key) > 1}
