"""Take pictures of every screen with realistic data, into build/screenshots/.

    python tools/screenshots.py [part of a name] [--all]

Names: <screen>-<en|ur|ja>-<light|dark|contrast>-<width>x<height>[-large].png. Without --all:
English and Urdu, light and dark, 1024x600 and 1920x1080.
"""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from parts_page import parts_page
from PySide6.QtWidgets import QApplication, QWidget

from jp_trainer import paths
from jp_trainer.ui import theme
from jp_trainer.ui.theme import Look
from jp_trainer.ui.tokens import TEXT_SIZES, Theme
from jp_trainer.wording import use_language

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "screenshots"
SIZES = ((1024, 600), (1920, 1080))
PAGES: dict[str, Callable[[Look], QWidget]] = {"parts": parts_page}


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture."""

    screen: str
    language: str
    theme: Theme
    size: tuple[int, int]
    scale: float = 1.0

    @property
    def name(self) -> str:
        """The file's name."""
        large = "-large" if self.scale > 1 else ""
        wide, tall = self.size
        return f"{self.screen}-{self.language}-{self.theme.value}-{wide}x{tall}{large}.png"


def shots(*, everything: bool) -> Iterator[Shot]:
    """What is to be taken."""
    for screen in PAGES:
        for language in ("en", "ur"):
            for kind in (Theme.LIGHT, Theme.DARK):
                for size in SIZES:
                    yield Shot(screen, language, kind, size)
        if everything:
            yield Shot(screen, "ja", Theme.LIGHT, SIZES[0])
            yield Shot(screen, "en", Theme.CONTRAST, SIZES[0])
            yield Shot(screen, "en", Theme.LIGHT, SIZES[0], TEXT_SIZES[-1])
            yield Shot(screen, "ur", Theme.LIGHT, SIZES[0], TEXT_SIZES[-1])


def take(application: QApplication, shot: Shot) -> Path:
    """Show, paint, save."""
    look = theme.look_of(shot.theme, shot.language, shot.scale)
    use_language(shot.language)
    theme.dress(application, look)
    window = PAGES[shot.screen](look)
    window.setProperty("part", "paper")
    if shot.screen == "parts":  # the whole page, however long
        window.resize(shot.size[0], window.widget().sizeHint().height())  # type: ignore[attr-defined]
    else:
        window.resize(*shot.size)
    window.show()
    application.processEvents()
    if bar := getattr(window, "message_bar", None):
        bar.place(0)
    path = FOLDER / shot.name
    window.grab().save(str(path))
    window.close()
    window.deleteLater()
    return path


def main(words: list[str]) -> int:
    """Take every picture whose name holds the word."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    theme.prepare(application, paths.assets() / "fonts")
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = [word for word in words if not word.startswith("--")]
    for shot in shots(everything="--all" in words):
        if all(word in shot.name for word in wanted):
            path = take(application, shot)
            sys.stdout.write(f"{path.relative_to(ROOT)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
