"""Build assets/readings/phrases.tsv.gz from JMdict: surface and reading, nothing else.

The source is the SQLite copy of JMdict in the package `jamdict-data` (325 MB unpacked: install it
into an environment that is thrown away afterwards):

    python -m venv /tmp/phrases && /tmp/phrases/bin/pip install jamdict-data
    /tmp/phrases/bin/python -c "import jamdict_data; print(jamdict_data.JAMDICT_DB_PATH)"
    python tools/build_phrases.py <that path> assets/readings/phrases.tsv.gz

A spelling is kept if JMdict gives it one reading that is in use. A spelling with several is left
to the tokenizer, unless only one of them is marked as common there.
"""

import argparse
import gzip
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

HEADER = """\
# Spellings and their readings, one pair a line. Built by tools/build_phrases.py; do not edit.
# From JMdict, property of the Electronic Dictionary Research and Development Group (EDRDG),
# used in conformity with the Group's licence: https://www.edrdg.org/edrdg/licence.html
# This file is under the same terms: Creative Commons Attribution-ShareAlike 4.0.
"""
MAX_CHARS = 14
OUT_OF_USE_KANJI = ("word containing out-dated kanji", "irregular okurigana usage")
OUT_OF_USE_KANA = ("out-dated or obsolete kana usage", "word containing irregular kana usage")
OUT_OF_USE_SENSE = ("archaism", "obsolete term", "obscure term", "rare")
# What may follow a word without belonging to it: 下に is しもに in JMdict, mostly it is した + に.
PARTICLES: tuple[str, ...] = (
    "の",
    "に",
    "は",
    "を",
    "が",
    "と",
    "で",
    "て",
    "も",
    "や",
    "へ",
    "か",
    "だ",
    "し",
)
PARTICLES += ("では", "には", "とは", "から", "まで", "より", "する", "な", "たち", "達")
# Endings of the dictionary form behind each form that ends so: 降って of 降る, not of 下る.
FORMS = {
    "って": "うつる",
    "った": "うつる",
    "いて": "く",
    "んで": "ぬむぶ",
    "して": "す",
    "て": "る",
}
COMMON = ("news1", "ichi1", "spec1", "spec2", "gai1")
KANJI = re.compile("[一-鿿々〆ヶ㐀-䶿]")
KANA_ONLY = re.compile("[ぁ-ゖァ-ヺー・]+")
READING = re.compile("[ぁ-ゖァ-ヺー]+")


def main() -> None:
    """Write the table to the path on the command line."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("database", type=Path)
    arguments.add_argument("output", type=Path)
    options = arguments.parse_args()
    table = dict(single_readings(sqlite3.connect(options.database)))
    lines = HEADER + "".join(f"{word}\t{table[word]}\n" for word in sorted(table))
    # No name and no time in the header: the same input gives the same bytes.
    with gzip.GzipFile(options.output, "wb", compresslevel=9, mtime=0) as packed:
        packed.write(lines.encode())
    print(f"{len(table)} spellings, {options.output.stat().st_size} bytes")


def single_readings(database: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Pairs of (spelling, reading), each spelling once."""
    usable = usable_readings(database)
    for spelling, readings in usable.items():
        if len(spelling) == 1:
            # A kanji alone is another word in every compound: left to the dictionary.
            continue
        distinct = {fold(kana): kana for kana in readings}
        if len(distinct) > 1:
            distinct = {fold(kana): kana for kana, is_common in readings.items() if is_common}
        if len(distinct) == 1:
            folded, kana = distinct.popitem()
            if not split_readings(spelling, usable) - {folded}:
                yield spelling, kana


def split_readings(spelling: str, usable: dict[str, dict[str, bool]]) -> set[str]:
    """Readings of the spelling taken as a shorter word with something behind it."""
    found = set()
    for particle in PARTICLES:
        stem = spelling.removesuffix(particle)
        if stem != spelling and stem in usable:
            ending = "たち" if particle == "達" else particle
            found |= {fold(kana + ending) for kana in usable[stem]}
    for form, endings in FORMS.items():
        stem = spelling.removesuffix(form)
        for ending in endings if stem != spelling else "":
            readings = usable.get(stem + ending, {})
            found |= {fold(kana[:-1] + form) for kana in readings if kana.endswith(ending)}
    return found


def usable_readings(database: sqlite3.Connection) -> dict[str, dict[str, bool]]:
    """For each spelling with a kanji its readings in use, and whether each is marked common."""
    outdated_kanji = _marked(database, "KJI", "kid", OUT_OF_USE_KANJI)
    outdated_kana = _marked(database, "KNI", "kid", OUT_OF_USE_KANA)
    common_kana = _marked(database, "KNP", "kid", COMMON)
    only_for = defaultdict(set)
    for kana_id, spelling in database.execute("select kid, text from KNR"):
        only_for[kana_id].add(spelling)
    kana_of = defaultdict(list)
    for kana_id, entry, kana, no_kanji in database.execute("select * from Kana"):
        if not no_kanji and kana_id not in outdated_kana and READING.fullmatch(kana):
            kana_of[entry].append((kana_id, kana))
    dropped = _entries_out_of_use(database)
    found: dict[str, dict[str, bool]] = defaultdict(dict)
    for kanji_id, entry, spelling in database.execute("select ID, idseq, text from Kanji"):
        if kanji_id in outdated_kanji or entry in dropped or not _is_wanted(spelling):
            continue
        for kana_id, kana in kana_of[entry]:
            if not only_for[kana_id] or spelling in only_for[kana_id]:
                known = found[spelling].get(kana, False)
                found[spelling][kana] = known or kana_id in common_kana
    return found


def fold(kana: str) -> str:
    """Spellings of one sound made equal: づ and ず, ぢ and じ, katakana and hiragana."""
    hiragana = "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in kana)
    return hiragana.replace("づ", "ず").replace("ぢ", "じ")


def _is_wanted(spelling: str) -> bool:
    if len(spelling) > MAX_CHARS or not KANJI.search(spelling):
        return False
    return all(KANJI.match(c) or KANA_ONLY.match(c) for c in spelling)


def _marked(database: sqlite3.Connection, table: str, key: str, marks: tuple[str, ...]) -> set[int]:
    holes = ",".join("?" * len(marks))
    rows = database.execute(f"select {key} from {table} where text in ({holes})", marks)
    return {row[0] for row in rows}


def _entries_out_of_use(database: sqlite3.Connection) -> set[int]:
    """Entries of which every sense is out of use."""
    bad = _marked(database, "misc", "sid", OUT_OF_USE_SENSE)
    senses = defaultdict(list)
    for sense, entry in database.execute("select ID, idseq from Sense"):
        senses[entry].append(sense in bad)
    return {entry for entry, marks in senses.items() if all(marks)}


if __name__ == "__main__":
    main()
