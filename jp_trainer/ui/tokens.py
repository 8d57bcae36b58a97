"""Hold every colour and every size of type: the one place that knows them.

Contrast, checked by a test: at least 4.5:1 for all text, 7:1 for Japanese, 3:1 for the outline of
what can be pressed or typed in.
"""

import enum
from dataclasses import dataclass

RADIUS = 8


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours by role, as #RRGGBB."""

    paper: str
    """The window."""
    raised: str
    """Cards, fields, lists."""
    sunken: str
    """Key caps, wells, the ground of a picture."""
    ink: str
    muted: str
    line: str
    """Separates, and says nothing: about 1.3:1."""
    edge: str
    """Around what can be pressed or typed in: 3:1 or better."""
    ai: str
    """Indigo 藍: actions, focus, selection."""
    on_ai: str
    wakatake: str
    """Young bamboo 若竹: right, on track."""
    yamabuki: str
    """Kerria yellow 山吹: nearly, due, attention."""
    shu: str
    """Vermilion 朱: wrong, at risk."""


LIGHT = Tokens(
    paper="#FAF8F3", raised="#FFFFFF", sunken="#F1EDE4", ink="#1C1F23", muted="#5B6470",
    line="#E3DED3", edge="#8D8778", ai="#24507F", on_ai="#FFFFFF",
    wakatake="#2A7755", yamabuki="#855B00", shu="#B5371F",
)  # fmt: skip

DARK = Tokens(
    paper="#15181C", raised="#1E2329", sunken="#272D34", ink="#ECE9E2", muted="#9AA3AE",
    line="#2E353D", edge="#6F7A86", ai="#7FB0E6", on_ai="#10151B",
    wakatake="#63C29A", yamabuki="#E8B84A", shu="#F08A73",
)  # fmt: skip

CONTRAST = Tokens(
    paper="#FFFFFF", raised="#FFFFFF", sunken="#F2F2F2", ink="#000000", muted="#262626",
    line="#595959", edge="#000000", ai="#003A80", on_ai="#FFFFFF",
    wakatake="#00502F", yamabuki="#5C3D00", shu="#8E1500",
)  # fmt: skip


class Theme(enum.Enum):
    """What Settings offers; the values are those of core.people.Preferences."""

    SYSTEM = "system"
    """Light or dark, as the computer is set."""
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


TEXT_SIZES = (1.0, 1.15, 1.3)
"""Three sizes; each scales all text and what holds text."""


@dataclass(frozen=True, slots=True)
class Type:
    """A role of text: `px` at normal size, `weight` 400-600, `color` the name of a token."""

    px: int
    weight: int
    color: str


# Six sizes: 13 15 18 22 28 40; a seventh needs a reason.
TYPE = {
    "figure": Type(40, 600, "ink"),
    "display": Type(28, 600, "ink"),
    "title": Type(22, 600, "ink"),
    "lead": Type(18, 400, "ink"),
    "ask": Type(18, 400, "muted"),
    "bad": Type(18, 600, "shu"),
    "good": Type(18, 600, "wakatake"),
    "nearly": Type(18, 600, "yamabuki"),
    "strong": Type(15, 600, "ink"),
    "body": Type(15, 400, "ink"),
    "muted": Type(15, 400, "muted"),
    "warn": Type(15, 600, "yamabuki"),
    "small": Type(13, 400, "muted"),
    "label": Type(13, 600, "muted"),
    "note": Type(13, 600, "yamabuki"),
    "fault": Type(13, 600, "shu"),
    "inverse": Type(15, 400, "paper"),
}
