"""Tell which key was pressed on the keyboard, whatever alphabet is switched on.

Many of our users type with an active Urdu layout: the key marked R then sends an Arabic letter,
and neither romaji nor shortcuts would arrive. Where a press brings no Latin letter, the place of
the key decides, as if the layout were US English.

Sources of the codes: Linux, input-event-codes.h (X11 and Wayland add 8); Windows, USB HID to PS/2
Scan Code Translation Table, set 1; macOS, HIToolbox/Events.h (kVK_ANSI_*), because Qt gives no
scan code there.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

_ROWS = ("1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./")
_EVDEV_STARTS = (2, 16, 30, 44)  # KEY_1, KEY_Q, KEY_A, KEY_Z; set 1 of the PS/2 codes is the same
_X11_OFFSET = 8

_PLACES = {
    start + i: letter
    for row, start in zip(_ROWS, _EVDEV_STARTS, strict=True)
    for i, letter in enumerate(row)
}
_MAC_PLACES = {
    0x00: "a", 0x0B: "b", 0x08: "c", 0x02: "d", 0x0E: "e", 0x03: "f", 0x05: "g", 0x04: "h",
    0x22: "i", 0x26: "j", 0x28: "k", 0x25: "l", 0x2E: "m", 0x2D: "n", 0x1F: "o", 0x23: "p",
    0x0C: "q", 0x0F: "r", 0x01: "s", 0x11: "t", 0x20: "u", 0x09: "v", 0x0D: "w", 0x07: "x",
    0x10: "y", 0x06: "z", 0x12: "1", 0x13: "2", 0x14: "3", 0x15: "4", 0x17: "5", 0x16: "6",
    0x1A: "7", 0x1C: "8", 0x19: "9", 0x1D: "0", 0x1B: "-", 0x18: "=", 0x21: "[", 0x1E: "]",
    0x29: ";", 0x27: "'", 0x2B: ",", 0x2F: ".", 0x2C: "/",
}  # fmt: skip
_SHIFTED = dict(zip("1234567890-=[];',./", '!@#$%^&*()_+{}:"<>?', strict=True))
_NAMED = {
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Escape: "esc",
    Qt.Key.Key_Space: "space",
    Qt.Key.Key_Backspace: "backspace",
    Qt.Key.Key_Delete: "delete",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_PageUp: "pageup",
    Qt.Key.Key_PageDown: "pagedown",
    Qt.Key.Key_Home: "home",
    Qt.Key.Key_End: "end",
    **{Qt.Key(Qt.Key.Key_F1 + i): f"f{i + 1}" for i in range(12)},
}
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def letter(event: QKeyEvent, platform: str | None = None) -> str:
    """The character this press means on a Latin keyboard, "" if none; a capital with Shift.

    A Latin layout (also AZERTY, Dvorak) is believed. `platform` is Qt's name of it: xcb, wayland,
    windows, cocoa; None asks.
    """
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    typed = event.text()
    if len(typed) == 1 and typed.isascii() and typed.isprintable():
        return typed
    code = int(event.key())
    if Qt.Key.Key_Space < code < 0x7F:  # noqa: PLR2004 - the end of ASCII; Ctrl+Z has no text
        base = chr(code).lower()
    else:
        base = _place(event, platform or QGuiApplication.platformName())
    if shift and base:
        return _SHIFTED.get(base, base.upper())
    return base


def _place(event: QKeyEvent, platform: str) -> str:
    if platform == "cocoa":
        # A typed letter always has a character; a press without one has the code 0, as "a" has.
        return _MAC_PLACES.get(event.nativeVirtualKey(), "") if event.text() else ""
    scan = event.nativeScanCode()
    return _PLACES.get(scan if platform == "windows" else scan - _X11_OFFSET, "")


def name_of(event: QKeyEvent, platform: str | None = None) -> str:
    """The press as a name to bind: "r", "1", "enter", "ctrl+z", "ctrl+shift+z", "shift+*".

    Shift is named only with ctrl, alt or a named key: "*" is "*", however it is reached.
    """
    named = _NAMED.get(Qt.Key(event.key()), "")
    held = event.modifiers()
    base = named or letter(event, platform)
    if not base:
        return ""
    shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
    command = bool(held & _COMMANDS)
    parts = []
    if held & Qt.KeyboardModifier.ControlModifier:  # Qt calls the Command key of a Mac so
        parts.append("ctrl")
    if held & Qt.KeyboardModifier.AltModifier:
        parts.append("alt")
    if held & Qt.KeyboardModifier.MetaModifier:
        parts.append("meta")
    if shift and (named or command or base.isalpha()):
        parts.append("shift")
    return "+".join([*parts, base.lower()])


class Keys:
    """What the keys of one screen do.

    The screen hands every key press on that nobody below it wanted: a text field keeps its
    letters, and only Enter, Escape and Ctrl reach the screen from it.
    """

    def __init__(self) -> None:
        self._acts: dict[str, Callable[[], object]] = {}

    def bind(self, names: str, act: Callable[[], object]) -> None:
        """`names` are separated by spaces: "r f5"."""
        for name in names.split():
            self._acts[name] = act

    def unbind(self, names: str) -> None:
        """These do nothing from now on."""
        for name in names.split():
            self._acts.pop(name, None)

    def handle(self, event: QKeyEvent) -> bool:
        """Act on the press, and say whether it was ours. A key held down acts once."""
        act = self._acts.get(name_of(event))
        if act is None:
            return False
        if not event.isAutoRepeat():
            act()
        return True
