"""Measure the readings: how many are right, and how fast they come.

    python bench/readings.py --gold FILE [--from N] [--to N] [--errors]

FILE holds one JSON object a line with `text` and `pron`, the katakana pronunciation (particles as
they are said, long vowels as ー). Both sides are normalised alike before they are compared.
Without --gold only speed is measured, on a text made here.
"""

import argparse
import json
import statistics
import sys
import time
import unicodedata
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from jp_trainer.core.furigana import to_katakana
from jp_trainer.japanese.readings import Reader

EXACT_TARGET, CER_TARGET, SPEED_TARGET, LOAD_TARGET = 95.0, 0.36, 100_000, 0.4
ROUNDS = 5
VOWELS = {
    "ア": "アカガサザタダナハバパマヤラワャァヮ",
    "イ": "イキギシジチニヒビピミリィ",
    "ウ": "ウクグスズツヌフブプムユルュゥヴ",
    "エ": "エケゲセゼテデネヘベペメレェ",
    "オ": "オコゴソゾトドノホボポモヨロョォ",
}
VOWEL_OF = {kana: vowel for vowel, row in VOWELS.items() for kana in row}
LONG_AFTER = {("オ", "ウ"), ("エ", "イ")} | {(vowel, vowel) for vowel in VOWELS}
SAMPLE = (
    "利用者の体位を変えます。",
    "8時半に3階の会議室に集まってください。",
    "今日は一人で300円の切符を2枚買いました。",
    "田中さんのお父さんは20歳のとき、日本へ来ました。",
    "工場では機械を止めてから、部品を10個ずつ取り替えます。",
)


def main() -> int:
    """Print the figures, each beside its target."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--gold", type=Path)
    arguments.add_argument("--from", dest="first", type=int, default=0)
    arguments.add_argument("--to", dest="last", type=int)
    arguments.add_argument("--errors", action="store_true", help="print each sentence that differs")
    options = arguments.parse_args()
    started = time.perf_counter()
    reader = Reader(Path(__file__).resolve().parent.parent / "assets" / "readings")
    reader.pronunciation("今日")
    load_s = time.perf_counter() - started
    texts: Sequence[str] = SAMPLE * 500
    if options.gold is not None:
        rows = [json.loads(line) for line in options.gold.read_text("utf-8").splitlines()]
        rows = rows[options.first : options.last]
        texts = [row["text"] for row in rows]
        _print_accuracy(reader, texts, [row["pron"] for row in rows], options.errors)
    speeds = [_tokens_per_second(reader, texts) for _ in range(ROUNDS)]
    _print("tokens/s (first pass)", speeds[0], SPEED_TARGET, ",.0f")
    _print(f"tokens/s (median of {ROUNDS})", statistics.median(speeds), SPEED_TARGET, ",.0f")
    _print("load, s", load_s, LOAD_TARGET, ".2f", at_least=False)
    if (peak := _peak_mb()) is not None:
        print(f"{'peak memory, MB':28} {peak:>12,.0f}")
    return 0


def _peak_mb() -> float | None:
    """Peak resident memory of this process; None where the system does not tell (Windows)."""
    try:
        import resource  # noqa: PLC0415 - only on Unix
    except ImportError:
        return None
    peak: int = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


def _print_accuracy(
    reader: Reader, texts: Sequence[str], golds: Sequence[str], with_errors: bool
) -> None:
    exact = wrong_kana = kana = 0
    for text, gold in zip(texts, golds, strict=True):
        said = reader.pronunciation(text)
        ours, theirs = normal(said), normal(gold)
        exact += ours == theirs
        kana += len(theirs)
        wrong_kana += distance(ours, theirs)
        if with_errors and ours != theirs:
            print(f"{text}\n    ours {ours}\n    gold {theirs}")
    print(f"{len(texts)} sentences")
    _print("exact, %", 100 * exact / len(texts), EXACT_TARGET, ".2f")
    _print("character errors, %", 100 * wrong_kana / kana, CER_TARGET, ".3f", at_least=False)


def _print(name: str, value: float, target: float, style: str, *, at_least: bool = True) -> None:
    reached = value >= target if at_least else value <= target
    sign = ">=" if at_least else "<="
    mark = "reached" if reached else "missed"
    print(f"{name:28} {value:>12{style}}   target {sign} {target:{style}}   {mark}")


def _tokens_per_second(reader: Reader, texts: Sequence[str]) -> float:
    tokens = sum(reader.count_words(text) for text in texts)
    started = time.perf_counter()
    for text in texts:
        reader.pronunciation(text)
    return tokens / (time.perf_counter() - started)


def normal(pron: str) -> str:
    """Katakana without punctuation; long vowels ー; ヲ, ヂ and ヅ merged with オ, ジ and ズ."""
    kana = to_katakana(unicodedata.normalize("NFKC", pron)).translate(
        str.maketrans("ヲヂヅ", "オジズ")
    )
    out: list[str] = []
    vowel = ""
    for char in kana:
        if char == "ー" or (vowel, char) in LONG_AFTER:
            if out:
                out.append("ー")
        elif "ァ" <= char <= "ヴ":
            out.append(char)
            vowel = VOWEL_OF.get(char, "")
    return "".join(out)


def distance(left: str, right: str) -> int:
    """Levenshtein distance in characters."""
    if left == right:
        return 0
    previous = list(range(len(right) + 1))
    for row, one in enumerate(left, 1):
        current = [row]
        for column, other in enumerate(right, 1):
            change = previous[column - 1] + (one != other)
            current.append(min(previous[column] + 1, current[-1] + 1, change))
        previous = current
    return previous[-1]


if __name__ == "__main__":
    sys.exit(main())
