import gzip
from pathlib import Path

import pytest

from jp_trainer.japanese.phrases import Phrases, read_pairs
from jp_trainer.japanese.tokenizer import Tokenizer, Word

ASSETS = Path(__file__).resolve().parents[2] / "assets" / "readings"
TOKENIZER = Tokenizer()


def match(readings: dict[str, str], text: str) -> tuple[Word, int] | None:
    phrases = Phrases(readings)
    return phrases.match(TOKENIZER.words(text), 0, text, 0, phrases.longest[text[:2]])


def test_the_longest_phrase_is_taken() -> None:
    found = match({"口をきく": "くちをきく", "口": "くち"}, "口をきく人")

    assert found is not None
    assert (found[0].surface, found[1]) == ("口をきく", 3)


@pytest.mark.parametrize(
    ("text", "pron"),
    [("気に入る", "キニイル"), ("気に入った", "キニイッ"), ("気に入らない", "キニイラ")],
)
def test_a_phrase_is_found_in_any_form_of_its_verb(text: str, pron: str) -> None:
    found = match({"気に入る": "きにいる"}, text)

    assert found is not None
    assert found[0].pron == pron


def test_a_phrase_ends_where_a_word_ends() -> None:
    assert match({"日本": "にほん", "日本人の口": "ひとのくち"}, "日本人") is None


def test_particles_in_a_phrase_are_said_as_particles() -> None:
    found = match({"能ある鷹は爪を隠す": "のうあるたかはつめをかくす"}, "能ある鷹は爪を隠す")

    assert found is not None
    assert found[0].pron == "ノーアルタカワツメオカクス"


def test_comments_and_notes_are_no_readings(tmp_path: Path) -> None:
    table = tmp_path / "pairs.tsv"
    table.write_text("# a note\n水\tみず\tanother note\n", encoding="utf-8")

    assert read_pairs(table) == {"水": "みず"}


def test_the_phrase_table_is_small_names_its_licence_and_holds_kana() -> None:
    path = ASSETS / "phrases.tsv.gz"
    readings = read_pairs(path)

    assert path.stat().st_size < 4_000_000
    assert "edrdg.org" in gzip.decompress(path.read_bytes()).decode()[:500]
    assert len(readings) > 150_000
    assert all("ぁ" <= char <= "ー" for reading in readings.values() for char in reading)
