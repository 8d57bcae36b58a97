import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from jp_trainer.ui.keys import Keys, letter, name_of

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
TE = 0x062A  # ت: what Qt reports as the key when it sends an Arabic letter


def press(
    key: int,
    text: str = "",
    *,
    scan: int = 0,
    virtual: int = 0,
    held: Qt.KeyboardModifier = NONE,
    again: bool = False,
) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, scan, virtual, 0, text, again)


@pytest.mark.parametrize(
    ("platform", "scan", "virtual"),
    [("xcb", 27, 0), ("wayland", 27, 0), ("windows", 19, 0x52), ("cocoa", 0, 0x0F)],
)
def test_the_place_of_the_key_decides_while_an_urdu_layout_is_active(
    platform: str, scan: int, virtual: int
) -> None:
    event = press(0x0631, "ر", scan=scan, virtual=virtual)

    assert letter(event, platform) == "r"
    assert name_of(event, platform) == "r"


def test_every_place_of_romaji_and_shortcuts_is_known_on_windows_and_x11() -> None:
    row = {"1": 2, "0": 11, "-": 12, "q": 16, "p": 25, "a": 30, "l": 38, "'": 40, "z": 44, "m": 50}

    for wanted, scan in row.items():
        assert letter(press(TE, "ت", scan=scan), "windows") == wanted
        assert letter(press(TE, "ت", scan=scan + 8), "xcb") == wanted


@pytest.mark.parametrize(("code", "wanted"), [(0x00, "a"), (0x06, "z"), (0x12, "1"), (0x1B, "-")])
def test_every_place_is_known_on_a_mac(code: int, wanted: str) -> None:
    assert letter(press(TE, "ت", virtual=code), "cocoa") == wanted


def test_a_latin_layout_is_believed_wherever_its_keys_are() -> None:
    azerty_a = press(Qt.Key.Key_A, "a", scan=24)  # where Q is on a US keyboard

    assert letter(azerty_a, "xcb") == "a"


def test_shift_gives_capitals_and_signs_from_the_place() -> None:
    assert letter(press(TE, "ٹ", scan=27, held=SHIFT), "xcb") == "R"
    assert letter(press(TE, "٪", scan=17, held=SHIFT), "xcb") == "*"


def test_a_press_without_any_letter_is_nothing() -> None:
    assert letter(press(Qt.Key.Key_Shift, scan=50), "xcb") == ""
    assert letter(press(Qt.Key.Key_VolumeUp, scan=123), "xcb") == ""
    assert name_of(press(Qt.Key.Key_Shift, virtual=0), "cocoa") == ""


@pytest.mark.parametrize(
    ("event", "name"),
    [
        (press(Qt.Key.Key_Return, "\r"), "enter"),
        (press(Qt.Key.Key_Enter, "\r"), "enter"),
        (press(Qt.Key.Key_Escape), "esc"),
        (press(Qt.Key.Key_Space, " "), "space"),
        (press(Qt.Key.Key_F5), "f5"),
        (press(Qt.Key.Key_Z, "\x1a", held=CTRL), "ctrl+z"),
        (press(Qt.Key.Key_Z, "\x1a", held=CTRL | SHIFT), "ctrl+shift+z"),
        (press(TE, "", scan=52, held=CTRL), "ctrl+z"),
        (press(Qt.Key.Key_Asterisk, "*", held=SHIFT), "*"),
        (press(Qt.Key.Key_Exclam, "!", held=SHIFT), "!"),
        (press(Qt.Key.Key_V, "V", held=SHIFT), "shift+v"),
        (press(Qt.Key.Key_Left), "left"),
    ],
)
def test_a_press_has_one_name(event: QKeyEvent, name: str) -> None:
    assert name_of(event, "xcb") == name


def test_a_bound_key_acts_and_others_are_left_to_the_next() -> None:
    keys, heard = Keys(), []
    keys.bind("r f5", lambda: heard.append("sound"))

    assert keys.handle(press(Qt.Key.Key_R, "r"))
    assert keys.handle(press(Qt.Key.Key_F5))
    assert not keys.handle(press(Qt.Key.Key_X, "x"))
    assert heard == ["sound", "sound"]


def test_a_key_held_down_acts_once() -> None:
    keys, heard = Keys(), []
    keys.bind("enter", lambda: heard.append("next"))

    assert keys.handle(press(Qt.Key.Key_Return, "\r"))
    assert keys.handle(press(Qt.Key.Key_Return, "\r", again=True))

    assert heard == ["next"]


def test_an_unbound_key_does_nothing_any_more() -> None:
    keys = Keys()
    keys.bind("r", lambda: pytest.fail("unbound"))
    keys.unbind("r")

    assert not keys.handle(press(Qt.Key.Key_R, "r"))
