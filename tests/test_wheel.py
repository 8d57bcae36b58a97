"""A wheel built from what a fresh clone holds has everything the program needs."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("jp_trainer", "assets", "decks", "tools")
PAPERS = ("pyproject.toml", "README.md", "LICENSE", "NOTICE")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which a wheel was unpacked that was built without any build product."""
    clone = tmp_path_factory.mktemp("clone")
    no_products = shutil.ignore_patterns("__pycache__", "*.mo")
    for name in SOURCES:
        shutil.copytree(ROOT / name, clone / name, ignore=no_products)
    for name in PAPERS:
        shutil.copy(ROOT / name, clone / name)
    into = tmp_path_factory.mktemp("installed")
    # In its own process: the hook imports the clone's tools, not those of this run.
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(into)]
    subprocess.run(command, cwd=clone, check=True, capture_output=True)
    (wheel,) = into.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(into)
    return into


def run(installed: Path, *words: str, cwd: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONUTF8": "1"}
    command = [sys.executable, *words]
    return subprocess.run(
        command, cwd=cwd, env=environment, check=True, capture_output=True, encoding="utf-8"
    ).stdout


def test_a_wheel_brings_its_decks(installed: Path, tmp_path: Path) -> None:
    data = str(tmp_path / "data")
    out = run(installed, "-m", "jp_trainer", "--data", data, "deck", "list", cwd=tmp_path)

    shipped = {path.parent.name for path in ROOT.glob("decks/*/deck.toml")}
    assert {line.split()[0] for line in out.splitlines()} == shipped


def test_a_wheel_speaks_every_language(installed: Path, tmp_path: Path) -> None:
    script = (
        "from jp_trainer import paths, wording\n"
        "from jp_trainer.wording import catalogue\n"
        "print(paths.shipped())\n"
        "for code in ('en', 'ur', 'ja'):\n"
        "    catalogue.use_language(code)\n"
        "    print(wording._('Today'))\n"
    )
    where, english, urdu, japanese = run(installed, "-c", script, cwd=tmp_path).splitlines()

    assert Path(where).is_relative_to(installed)
    assert english == "Today"
    assert len({english, urdu, japanese}) == 3


def test_a_wheel_has_every_font_and_its_licence(installed: Path) -> None:
    fonts = installed / "jp_trainer" / "_data" / "assets" / "fonts"

    wanted = {path.name for path in (ROOT / "assets" / "fonts").iterdir()}
    assert {path.name for path in fonts.iterdir()} == wanted
