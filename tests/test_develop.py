"""The set-up script and its locks hold on machines where nothing else is there yet."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = sorted(ROOT.glob("requirements*.lock"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_a_lock_names_no_host(lock: Path) -> None:
    assert not re.search(r"://|^\s*-(i|-index|-extra|-find|f)\b", lock.read_text(), re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.stem)
def test_a_lock_has_a_hash_for_every_package(lock: Path) -> None:
    entries = re.split(r"\n(?=\S)", lock.read_text().strip())
    packages = [entry for entry in entries if not entry.startswith("#")]

    assert packages
    assert [e.splitlines()[0] for e in packages if "==" not in e or "--hash=sha256:" not in e] == []


def test_a_python_too_old_can_read_what_is_missing() -> None:
    ast.parse((ROOT / "develop.py").read_text(encoding="utf-8"), feature_version=(3, 8))
