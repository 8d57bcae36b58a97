"""Name every font the program uses, so that no system ever chooses one for us.

A system's own fallback draws 直 骨 角 with their Chinese shapes under a Chinese locale, and many
a bare Linux has no Japanese at all. So the fonts are shipped, and asked for by family.
"""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from jp_trainer.core.errors import TrainerError

JAPANESE = "Noto Sans JP"
INTERFACE = "Inter"
NASKH = "Noto Naskh Arabic"
NASTALIQ = "Noto Nastaliq Urdu"

NASKH_SCALE = (
    1.15  # Naskh letters are small on their body: at this size they stand level with Inter
)

_FILES = {
    JAPANESE: ("NotoSansJP-Regular.ttf", "NotoSansJP-Medium.ttf"),
    INTERFACE: ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf"),
    NASKH: (
        "NotoNaskhArabic-Regular.ttf",
        "NotoNaskhArabic-Medium.ttf",
        "NotoNaskhArabic-SemiBold.ttf",
    ),
    NASTALIQ: ("NotoNastaliqUrdu-Regular.ttf",),
}
_HEAVIEST_JAPANESE = 500  # each weight is 5.5 MB; a heavier one would be smeared by Qt, not drawn


class FontFileError(TrainerError):
    """A shipped font file is absent or is not a font."""

    def __init__(self, path: Path):
        super().__init__(str(path))
        self.path = path


def load_fonts(folder: Path) -> tuple[str, ...]:
    """The families now available from the files in `folder`, each once; asking twice is harmless.

    Needs a QGuiApplication. Raises FontFileError naming the first file that is missing or damaged.
    """
    for path in _paths(folder):
        if not path.is_file() or QFontDatabase.addApplicationFont(str(path)) == -1:
            raise FontFileError(path)
    return tuple(_FILES)


def _paths(folder: Path) -> Iterable[Path]:
    return (folder / name for names in _FILES.values() for name in names)


def japanese(px: float, weight: int = 500) -> QFont:
    """For text to be learned. `weight` 400 or 500; what is heavier becomes 500."""
    font = _font([JAPANESE, INTERFACE, NASKH], px, min(weight, _HEAVIEST_JAPANESE))
    font.setKerning(
        False
    )  # kana stand on a grid, and a character's place must not depend on its neighbour
    return font


def interface(px: float, weight: int = 400, *, tabular: bool = False) -> QFont:
    """For what the program says in English.

    `tabular`: figures are of one width, so that a number does not dance while it changes. Inter
    then gives hyphens that width too, which tears words apart: for numbers alone.
    """
    font = _font([INTERFACE, NASKH, JAPANESE], px, weight)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def urdu(px: float, weight: int = 400, *, tabular: bool = False) -> QFont:
    """For what the program says in Urdu; `px` is the Latin size it stands beside."""
    return interface(px * NASKH_SCALE, weight, tabular=tabular)


def urdu_reading(px: float) -> QFont:
    """Nastaliq for longer Urdu text, where wished.

    Its lines are about 2.6 x `px` high: never in a row of fixed height.
    """
    return _font([NASTALIQ, INTERFACE, JAPANESE], px, 400)


def _font(families: list[str], px: float, weight: int) -> QFont:
    font = QFont(families)
    font.setPixelSize(max(1, round(px)))
    font.setWeight(QFont.Weight(weight))
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return font
