"""Every part on one page, so that whoever changes one sees it beside the others."""

import datetime as dt
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jp_trainer.ui.parts.buttons import Button, Kind
from jp_trainer.ui.parts.charts import Forecast, Heatmap, Line
from jp_trainer.ui.parts.chips import ChipRow, Fact
from jp_trainer.ui.parts.empty import empty_state, primary
from jp_trainer.ui.parts.forms import Combo, Slider, Switch, field, form_row, set_wrong
from jp_trainer.ui.parts.icons import Icon, Initials, drawings
from jp_trainer.ui.parts.japanese import ruby
from jp_trainer.ui.parts.layout import Thing, card, column, grid, label, page, row
from jp_trainer.ui.parts.lists import ListView, RowPainter
from jp_trainer.ui.parts.message_bar import MessageBar
from jp_trainer.ui.parts.meters import Days, Meter, draw_strength
from jp_trainer.ui.parts.mora import MoraRow, mora_cells
from jp_trainer.ui.parts.options import Option, Script, State
from jp_trainer.ui.parts.painting import END, draw_text
from jp_trainer.ui.parts.tiles import Choice, Tile
from jp_trainer.ui.theme import Look
from jp_trainer.wording import dates, plain

TODAY = dt.date(2026, 11, 22)
ENGLISH = {
    "start": "Start", "second": "Report", "link": "It was a slip, count it as right",
    "undo": "Undo", "listen": "Listen", "words": "20 words", "title": "Batch 7",
    "about": "About 12 minutes: 14 to repeat, 6 new", "day": "JFT-Basic on 14 February",
    "all": "All 500", "due": "Due 14", "hard": "Hard 6", "long": "to have a cold caught from "
    "somebody at work, and to be absent because of it for more than a week", "cane": "a cane",
    "care": "nursing care", "rest": "Rests for 3 days", "name": "Muhammad Abdullah Khan",
    "theme": "Theme", "minutes": "Minutes a day", "sound": "Speak words by themselves",
    "under": "When the answer is shown.", "nothing": "No words yet", "fill": "Choose a deck",
    "here": "The words you study will stand here.", "bad": "Not quite: that is another word",
    "note": "train this next", "fault": "Please give a name", "known": "Words known",
    "less": "less", "more": "more", "hold": "what 15 minutes hold", "today": "today",
}  # fmt: skip
URDU = {
    "start": "شروع کریں", "second": "رپورٹ", "link": "ٹائپ کی غلطی تھی، درست مانیں",
    "undo": "واپس لیں", "listen": "سنیں", "words": "20 الفاظ", "title": "بیچ 7",
    "about": "تقریباً 12 منٹ: 14 دہرائی، 6 نئے", "day": "\u200f\u2068JFT-Basic\u2069 · 14 فروری",
    "all": "تمام 500", "due": "آج 14", "hard": "مشکل 6", "long": "کام پر کسی سے نزلہ زکام لگ جانا "
    "اور اس کی وجہ سے ایک ہفتے سے زیادہ غیر حاضر رہنا", "cane": "چھڑی", "care": "نرسنگ کیئر",
    "rest": "3 دن آرام کرے گا", "name": "محمد عبداللہ خان", "theme": "رنگ", "minutes":
    "روزانہ منٹ", "sound": "الفاظ خود بولے جائیں", "under": "جب جواب دکھایا جائے۔",
    "nothing": "ابھی کوئی لفظ نہیں", "fill": "ڈیک چنیں", "here": "آپ کے الفاظ یہاں ہوں گے۔",
    "bad": "قریب تھا، مگر یہ دوسرا لفظ ہے", "note": "اب اس کی مشق کریں", "fault": "نام لکھیں",
    "known": "معلوم الفاظ", "less": "کم", "more": "زیادہ", "hold": "15 منٹ میں اتنے", "today": "آج",
}  # fmt: skip


class WordRow(RowPainter):
    """A word, what it means, how well it is known, when it is due."""

    def paint_row(self, painter: QPainter, box: QRectF, item: Any) -> None:
        """From the start: word, meaning, strength, day."""
        word, meaning, bars = item
        look = self.look
        draw_text(
            painter, self.spot(box, 20, 100), word, look.ja(18), look.color("ink"), elide=True
        )
        room = box.width() - 132 - 180
        spot = self.spot(box, 132, room)
        draw_text(painter, spot, meaning, look.ui(15), look.color("ink"), elide=True)
        at = self.spot(box, box.width() - 158, 33)
        draw_strength(painter, look, at.x(), box.center().y(), bars)
        due = self.spot(box, box.width() - 110, 90)
        day = dates.from_today(bars * 3)
        draw_text(painter, due, day, look.ui(13), look.color("muted"), align=END)


def parts_page(look: Look) -> QWidget:
    """The page."""
    say = URDU if look.rtl else ENGLISH
    scroll = page(
        _head(look, say),
        16,
        row((_buttons(look, say), 1), (_options(look, say), 1), gap=16),
        16,
        row((_forms(look, say), 1), (_lists(look, say), 1), gap=16),
        16,
        _charts(look, say),
        16,
        row((_tiles(look, say), 1), (_mora(look, say), 1), gap=16),
        16,
        _icons(look),
        80,
    )
    bar = MessageBar(look, scroll)
    bar.say(say["rest"], undo=scroll.update)
    scroll.message_bar = bar  # type: ignore[attr-defined] # found by the one who takes the picture
    return scroll


def _head(look: Look, say: dict[str, str]) -> QVBoxLayout:
    chips = [("all", say["all"]), ("due", say["due"]), ("hard", say["hard"])]
    return column(
        row(
            column(
                label(look, say["title"], "display"),
                look.gap(4),
                label(look, dates.full_date(TODAY), "muted"),
            ),
            None,
            Fact(look, say["day"], icon="calendar"),
        ),
        12,
        ChipRow(look, chips, "all", name="filter"),
    )


def _buttons(look: Look, say: dict[str, str]) -> QWidget:
    ringed = Button(look, say["start"], Kind.PRIMARY, key="enter")
    ringed.ring = True
    second = Button(look, say["second"], icon="report")
    second.ring = True
    off = Button(look, say["second"], height=48)
    off.setEnabled(False)
    return card(
        label(look, say["words"], "figure"),
        look.gap(6),
        label(look, say["about"], "muted"),
        16,
        row(Button(look, say["start"], Kind.PRIMARY, key="enter", height=56, width=240), None),
        12,
        row(ringed, second, off, None, gap=12),
        12,
        row(
            Button(look, say["listen"], Kind.QUIET, icon="sound", key="R"),
            Button(look, say["undo"], Kind.QUIET, icon="undo"),
            Button(look, "", Kind.QUIET, icon="close", key="Esc", name="close"),
            Button(look, "", icon="sound", name="sound"),
            None,
            gap=12,
        ),
        12,
        row(Button(look, say["link"], Kind.QUIET), None, Button(look, say["rest"], Kind.DANGER)),
        12,
        Meter(look, 0.43),
        8,
        Meter(look, 0.84, color="yamabuki", target=0.9),
        12,
        Days(
            look,
            [True, True, False, True, False, True, False],
            dates.weekday_letters(),
            name="days",
        ),
    )


def _options(look: Look, say: dict[str, str]) -> QWidget:
    made = [
        Option(look, say["care"], "1"),
        Option(look, say["cane"], "2", under="چھڑی"),
        Option(look, "まどぐちで待ちます", "3", script=Script.JAPANESE, height=60),
        Option(look, say["care"], "4"),
        Option(look, say["long"], "5"),
        Option(look, say["care"], "6"),
    ]
    states = (State.OPEN, State.OPEN, State.PICKED, State.RIGHT, State.WRONG, State.FADED)
    for option, state in zip(made, states, strict=True):
        option.set_state(state)
    cells = [made[:2], made[2:4], made[4:]]
    return card(
        grid(cells, across=12, down=12, stretch=(0, 1)),
        16,
        label(look, say["bad"], "bad"),
        label(look, say["note"], "note"),
        16,
        row(
            Initials(look, "AK"),
            12,
            Initials(look, "ع"),
            12,
            Icon(look, "right", "wakatake", 28, disc=True),
            None,
        ),
    )


def _forms(look: Look, say: dict[str, str]) -> QWidget:
    wrong = field(look, name="name", text="")
    set_wrong(wrong, wrong=True)
    themes = [("light", say["less"]), ("dark", say["name"])]
    return card(
        field(look, name=say["name"], text=say["name"]),
        8,
        wrong,
        look.gap(4),
        label(look, say["fault"], "fault"),
        8,
        form_row(look, say["theme"], Combo(look, themes, "dark", name=say["theme"])),
        form_row(look, say["sound"], Switch(look, True, name=say["sound"]), say["under"]),
        form_row(look, say["sound"], Switch(look, False, name=say["sound"])),
        form_row(look, say["minutes"], Slider(look, 5, 60, 15, name=say["minutes"])),
        None,
    )


def _lists(look: Look, say: dict[str, str]) -> QWidget:
    view = ListView(WordRow(look), lambda item: str(item[0]), name="words")
    words = ("介護", "介助", "会議", "救急救命センター", "機械")
    view.set_items(
        [(w, say["long"] if w == "会議" else say["care"], i % 5) for i, w in enumerate(words)], 0
    )
    view.setMinimumHeight(look.size(56) * 4)
    button = primary(look, say["fill"])
    return card((view, 1), 16, empty_state(look, "words", say["nothing"], say["here"], button))


def _charts(look: Look, say: dict[str, str]) -> QVBoxLayout:
    minutes = {TODAY - dt.timedelta(days=i): (i * 37) % 29 for i in range(180) if i % 5}
    counts = [20 + (i * 7) % 13 - (0 if i % 7 else 8) for i in range(30)]
    heat = Heatmap(look, minutes, TODAY, legend=(say["less"], say["more"]), name=say["minutes"])
    days = {0: say["today"], 7: "29 Nov", 14: "6 Dec", 21: "13 Dec"}
    ahead = Forecast(look, counts, 26, days=days, limit_name=say["hold"], name=say["words"])
    line = Line(
        look, [10, 30, 35, 60, 110, 150, 214], ends=("Sep", "Nov"), last="214", name=say["known"]
    )
    return column(
        card(label(look, say["minutes"], "strong"), 6, row(heat, None)),
        16,
        row(
            (card(label(look, say["words"], "strong"), 8, (ahead, 1)), 1),
            (card(label(look, say["known"], "strong"), 8, (line, 1)), 1),
            gap=16,
        ),
    )


def _tiles(look: Look, say: dict[str, str]) -> QWidget:
    tiles = []
    for text, icon in (("介護[かいご]", "care"), ("農業[のうぎょう]", "leaf")):
        head = row((ruby(look, text, 32), 1), Icon(look, icon, "muted", 28))
        body = column(head, None, label(look, say["care"]), margins=(20, 16, 20, 16))
        tiles.append(Tile(look, say["care"], body))
    tiles[0].setChecked(True)
    chosen = Choice(look, say["care"], say["about"])
    chosen.setChecked(True)
    return card(
        row((tiles[0], 1), (tiles[1], 1), gap=12), 12, chosen, 8, Choice(look, say["cane"]), None
    )


def _mora(look: Look, say: dict[str, str]) -> QWidget:
    typed = MoraRow(("びょ", "う", "に", "ん"), frozenset({2}), "shu")
    asked = MoraRow(("びょ", "う", "い", "ん"), frozenset({2}), "wakatake")
    cells = mora_cells(look, [typed, asked])
    lines: list[list[Thing]] = [
        [row(Icon(look, "wrong", "shu"), 10, label(look, say["listen"]), None), cells[0]],
        [row(Icon(look, "right", "wakatake"), 10, label(look, say["start"]), None), cells[1]],
    ]
    return card(
        grid(lines, across=24, down=8, stretch=(0,)),
        24,
        ruby(look, "病院[びょういん]", 64, centred=True),
        24,
        ruby(look, "おなかが 痛[いた]いので、 病院[びょういん]へ 行[い]きました。", 26),
        None,
    )


def _icons(look: Look) -> QWidget:
    names = list(drawings())
    cells = [
        [Icon(look, name, "ink", 24) for name in names[i : i + 20]]
        for i in range(0, len(names), 20)
    ]
    return card(grid(cells, across=16, down=16), label(look, plain(" "), "small"))
