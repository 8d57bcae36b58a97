"""Measure ruby text: a passage laid out and painted, and a list of rows, both from cold."""

import os
import statistics
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from jp_trainer.core.furigana import Span, parse, plain
from jp_trainer.typeset.fonts import load_fonts
from jp_trainer.typeset.one_line import paint_line
from jp_trainer.typeset.ruby import RubyStyle, forget_layouts, lay_out

FONTS = Path(__file__).parent.parent / "assets" / "fonts"
ROUNDS = 101
INK, RUBY_INK, PAPER = QColor("#1C1F23"), QColor("#494B4F"), QColor("#FAF8F3")
PASSAGE_CHARS, PASSAGE_MS, ROWS_MS = 200, 4.0, 6.0

SENTENCES = (
    "利用者[りようしゃ]の 体位[たいい]を 変[か]えるとき、 皮膚[ひふ]の 色[いろ]を 見[み]ます。",
    "申[もう]し 送[おく]りで、 昨日[きのう]の 夜[よる]の 様子[ようす]を 聞[き]きました。",
    "足場[あしば]の 上[うえ]では、 必[かなら]ず 安全帯[あんぜんたい]を 使[つか]ってください。",
    "苗[なえ]を 植[う]える 前[まえ]に、 畑[はたけ]に 肥料[ひりょう]をまきます。",
    "不良品[ふりょうひん]を 見[み]つけたら、すぐに 班長[はんちょう]に 報告[ほうこく]します。",
    "パスワードを 忘[わす]れたときは、Wi-Fiの 設定[せってい]を 確認[かくにん]してください。",
    "食堂[しょくどう]で 昼[ひる]ご 飯[はん]を 食[た]べてから、 入浴[にゅうよく]します。",
    "「はい、 承[うけたまわ]りました。」と 言[い]って、 電話[でんわ]を 切[き]りました。",
)
ROWS = 13


def passage(chars: int) -> tuple[Span, ...]:
    """Sentences one after another until there are `chars` base characters."""
    text, number = "", 0
    while len(plain(text)) < chars:
        text += SENTENCES[number % len(SENTENCES)]
        number += 1
    return parse(text)


def measure(name: str, work: Callable[[QPainter, int], None], target_ms: float | None) -> None:
    """Print name, n, median, p95 in ms and peak Python memory of one round."""
    image = QImage(1366, 768, QImage.Format.Format_ARGB32_Premultiplied)
    times = []
    for number in range(ROUNDS):
        image.fill(PAPER)
        painter = QPainter(image)
        begin = time.perf_counter()
        work(painter, number)
        times.append(_ms_since(begin))
        painter.end()
    tracemalloc.start()
    painter = QPainter(image)
    work(painter, ROUNDS)
    painter.end()
    peak_kb = tracemalloc.get_traced_memory()[1] / 1024
    tracemalloc.stop()
    p95 = sorted(times)[int(ROUNDS * 0.95)]
    target = f"  target {target_ms:.1f} ms" if target_ms else ""
    print(
        f"{name:44} n {ROUNDS}  median {statistics.median(times):6.2f} ms  p95 {p95:6.2f} ms"
        f"  peak {peak_kb:6.0f} KB{target}"
    )


def _ms_since(begin: float) -> float:
    return (time.perf_counter() - begin) * 1000


def main() -> None:
    """Run all of them."""
    app = QGuiApplication([])
    load_fonts(FONTS)
    text = passage(PASSAGE_CHARS)
    rows = [parse(SENTENCES[number % len(SENTENCES)]) for number in range(ROWS)]

    def cold_passage(painter: QPainter, _: int) -> None:
        forget_layouts()
        layout = lay_out(text, RubyStyle(22), 640)
        layout.paint(painter, QPointF(40, 32), INK, RUBY_INK)

    def warm_passage(painter: QPainter, _: int) -> None:
        lay_out(text, RubyStyle(22), 640).paint(painter, QPointF(40, 32), INK, RUBY_INK)

    def cold_rows(painter: QPainter, _: int) -> None:
        forget_layouts()
        for number, row in enumerate(rows):
            box = QRectF(40, number * 46, 420, 46)
            paint_line(painter, box, row, RubyStyle(18), ink=INK, ruby_ink=RUBY_INK)

    image = QImage(1366, 768, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    begin = time.perf_counter()
    cold_passage(painter, 0)
    print(f"{'the passage, first time in the process':44} {_ms_since(begin):.2f} ms")
    painter.end()
    measure(
        f"{len(plain(text))} characters at 22 px, cold layout + paint", cold_passage, PASSAGE_MS
    )
    measure("the same, laid out before", warm_passage, None)
    measure(f"{ROWS} rows at 18 px, cold, one line, elided", cold_rows, ROWS_MS)
    del app


if __name__ == "__main__":
    main()
