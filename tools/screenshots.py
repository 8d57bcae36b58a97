"""Take pictures of every screen with realistic data, into build/screenshots/.

    python tools/screenshots.py [--only NAME ...] [--lang en ur ja] [--theme light dark contrast]
                                [--size 1024x600 ...] [--scale 1 1.3] [--parts] [--fresh] [--docs]

Without arguments: English and Urdu, light and dark, 1024x600 and 1920x1080. NAME is a part of a
scene's name (see scenes.py). --parts adds the page of all parts; --fresh makes the data anew;
--docs takes only the pictures of the README, into docs/images. A
screen that raises or warns ends it with an error once the others are taken.
"""

import argparse
import itertools
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from jp_trainer import paths
from jp_trainer.ui import theme
from jp_trainer.ui.tokens import Theme
from jp_trainer.wording import use_language
from tools import catalogues, demo
from tools.parts_page import parts_page
from tools.scenes import SCENES
from tools.stage import Light, Stage, StageError

FOLDER = ROOT / "build" / "screenshots"
DATA = ROOT / "build" / "demo"
DOCS = {
    "today": ("today", "en"),
    "study": ("study-reading-another-word", "en"),
    "today-ur": ("today", "ur"),
}


def main(words: list[str]) -> int:
    """Take what was asked for; 1 if a screen failed."""
    asked = _arguments(words)
    catalogues.compile_all()
    application = QApplication([])
    theme.prepare(application, paths.assets() / "fonts")
    _prepare_data(fresh=asked.fresh)
    failed: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        if asked.docs:
            _take_for_docs(application, Path(folder) / "data")
            return 0
        for light in _lights(asked):
            failed += _take_all(application, light, asked, Path(folder) / "data")
    return 1 if failed else 0


def _take_all(
    application: QApplication, light: Light, asked: argparse.Namespace, copy: Path
) -> list[str]:
    failed: list[str] = []
    begun = time.monotonic()
    count = 0
    for number, (name, act) in enumerate(SCENES.items(), start=1):
        if asked.only and not any(part in name for part in asked.only):
            continue
        path = FOLDER / light.folder / f"{number:02}-{name}.png"
        try:
            for old in path.parent.glob(f"[0-9][0-9]-{name}.png"):  # its number may have changed
                old.unlink()
            with Stage(application, light, DATA, copy) as stage:
                act(stage)
                stage.keep(path)
            count += 1
        except Exception as error:  # noqa: BLE001 - each is told, and fails the whole
            failed.append(f"{light.folder}/{name}: {type(error).__name__}: {error}")
            sys.stderr.write(failed[-1] + "\n")
    if asked.parts:
        _take_parts(application, light)
    seconds = time.monotonic() - begun
    sys.stdout.write(f"{light.folder}: {count} pictures in {seconds:.0f} s\n")
    return failed


def _arguments(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Take pictures of every screen.")
    parser.add_argument("--only", nargs="+", default=[])
    parser.add_argument("--lang", nargs="+", default=["en", "ur"])
    parser.add_argument("--theme", nargs="+", default=["light", "dark"])
    parser.add_argument("--size", nargs="+", default=["1024x600", "1920x1080"])
    parser.add_argument("--scale", nargs="+", type=float, default=[1.0])
    parser.add_argument("--parts", action="store_true")
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--docs", action="store_true")
    return parser.parse_args(words)


def _lights(asked: argparse.Namespace) -> list[Light]:
    made = []
    for size, language, kind, scale in itertools.product(
        asked.size, asked.lang, asked.theme, asked.scale
    ):
        wide, _, tall = size.partition("x")
        made.append(Light(language, Theme(kind), (int(wide), int(tall)), scale))
    return made


def _prepare_data(*, fresh: bool) -> None:
    """The demo data, made once and again whenever what makes it is newer."""
    made = DATA / "trainer.db"
    sources = [Path(demo.__file__), *paths.decks().rglob("*.csv")]
    if made.is_file() and not fresh:
        written = made.stat().st_mtime
        if all(source.stat().st_mtime < written for source in sources):
            return
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        demo.make(Path(folder)).database.close()
        shutil.rmtree(DATA, ignore_errors=True)
        shutil.copytree(folder, DATA)
    sys.stdout.write(f"demo data in {time.monotonic() - begun:.0f} s\n")


def _take_for_docs(application: QApplication, copy: Path) -> None:
    for name, (which, language) in DOCS.items():
        with Stage(application, Light(language), DATA, copy) as stage:
            SCENES[which](stage)
            stage.keep(ROOT / "docs" / "images" / f"{name}.png")


def _take_parts(application: QApplication, light: Light) -> None:
    use_language(light.language)
    theme.dress(application, light.look)
    page = parts_page(light.look)
    page.setProperty("part", "paper")
    page.resize(light.size[0], page.widget().sizeHint().height())  # type: ignore[attr-defined] # a scroll area
    page.show()
    application.processEvents()
    page.message_bar.place(0)  # type: ignore[attr-defined] # put there by parts_page
    path = FOLDER / light.folder / "00-parts.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not page.grab().save(str(path)):
        raise StageError(f"cannot write {path}")
    page.deleteLater()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
