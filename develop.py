#!/usr/bin/env python3
"""Set up and run everything with one word, on a machine that has only Python.

    python develop.py run          open the app (arguments after `run` go to jp-trainer)
    python develop.py test         run the tests            (arguments go to pytest)
    python develop.py check        format, lint, types, catalogues, tests (--static: no tests)
    python develop.py soak         the long proofs
    python develop.py bench        the benchmarks
    python develop.py screenshots  every screen into build/screenshots

Each word first makes sure that the environment is there; a second time that costs some
milliseconds. Standard library only; works on Linux, Windows and macOS. `make run` and `make test`
call this file.
"""

from __future__ import annotations  # an older Python must be able to say that it is too old

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
BUILD_LOCK = ROOT / "requirements-build.lock"
LOCK = ROOT / "requirements.lock"
VOICE_LOCK = ROOT / "requirements-voice.lock"
OLDEST, NEWEST = (3, 11), (3, 14)

# What Qt loads on Linux, and the Debian package that holds it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libpulse.so.0": "libpulse0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libXrandr.so.2": "libxrandr2",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}


def say(text: str) -> None:
    """One line for the person who waits, on standard error: standard output belongs to the tool."""
    print(text, file=sys.stderr, flush=True)


def stop(text: str) -> None:
    """End with one sentence, exit code 2."""
    say(text)
    sys.exit(2)


def can_load(library: str) -> bool:
    """Whether the dynamic loader finds this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages() -> list[str]:
    """The Debian packages without which the app cannot start; [] on other systems."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [package for library, package in QT_LIBRARIES.items() if not can_load(library)]
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian ships Python without it
    except ImportError:
        missing.append(f"python3.{sys.version_info.minor}-venv")
    return missing


def install_packages(packages: Sequence[str]) -> None:
    """Install with apt where we may; otherwise stop and print the very command."""
    # Piped, because apt asks questions where it finds a terminal.
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        stop(
            f"Please install what these Debian packages hold, then try again: {' '.join(packages)}"
        )
    words = f"apt-get update && {' '.join(command)}"
    prefix: list[str] = []
    if os.geteuid() != 0:
        # Debian asked for a root password has no sudo.
        words = f"sudo sh -c '{words}'" if shutil.which("sudo") else f"su -c '{words}'"
        may = shutil.which("sudo") and not subprocess.run(["sudo", "-n", "true"], check=False,
            capture_output=True).returncode  # fmt: skip
        if not may:
            stop(f"Some system packages are missing. Please run:\n    {words}\nand then try again.")
        prefix = ["sudo", "-n"]
    say(f"Installing system packages: {' '.join(packages)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update", "-qq"], command):
        done = subprocess.run(
            [*prefix, *step], env=quiet, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False
        )
        if done.returncode:
            stop(f"That did not work. Please run:\n    {words}\nand then try again.")


def stamp_of(*files: Path) -> str:
    """What an environment made from these files is marked with.

    The program is installed by its path, so a moved folder is prepared anew.
    """
    digest = hashlib.sha256(f"{sys.version}\n{ROOT}".encode())
    for file in (*files, ROOT / "pyproject.toml"):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def pip(*arguments: str) -> int:
    """Run the environment's pip; its words go to standard error."""
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", *arguments]
    return subprocess.run(command, stdout=sys.stderr, check=False).returncode


def install_locked(lock: Path) -> int:
    """Install exactly what the lock lists. What has to be built is built with the locked tools."""
    return pip("install", "-q", "--no-build-isolation", "--require-hashes", "-r", str(lock))


def make_environment() -> None:
    """Make an empty .venv, unless there is one of this Python (3.x) that can install."""
    ask = f"import pip, sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    if PYTHON.exists():
        asked = subprocess.run([str(PYTHON), "-c", ask], stderr=subprocess.DEVNULL, check=False)
        if asked.returncode == 0:
            return
    # A new process: ensurepip may just have been installed. --clear: what is there is half made,
    # or of a Python that the system no longer has.
    words = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if subprocess.run(words, stdout=sys.stderr, check=False).returncode:
        stop(f"No environment could be made in {VENV}. Is the folder writable, the disk not full?")


def prepare_environment() -> None:
    """Make .venv from the lock, or leave it alone if it is already that."""
    stamp, wanted = VENV / "jp_trainer.stamp", stamp_of(BUILD_LOCK, LOCK)
    if stamp.is_file() and stamp.read_text() == wanted and PYTHON.exists():
        return
    if packages := missing_packages():
        install_packages(packages)
    say("Preparing the environment; the first time this takes a few minutes.")
    make_environment()
    if install_locked(BUILD_LOCK) or install_locked(LOCK):
        stop("The packages could not be installed. Is there a network? Nothing else was changed.")
    if pip("install", "-q", "--no-deps", "--no-build-isolation", "-e", str(ROOT)):
        stop("The program itself could not be installed; the lines above say why.")
    stamp.write_text(wanted)


def prepare_voice() -> None:
    """Add the synthetic voice. Without it study goes on, so a failure is only told."""
    stamp, wanted = VENV / "voice.stamp", stamp_of(VOICE_LOCK)
    if os.environ.get("JP_TRAINER_NO_VOICE") or (stamp.is_file() and stamp.read_text() == wanted):
        return
    say("Adding the Japanese voice (about 250 MB, once).")
    if install_locked(VOICE_LOCK):
        say("The voice could not be installed: the app runs without it, listening stays closed.")
        return
    stamp.write_text(wanted)


def compile_catalogues() -> None:
    """Make the translation catalogues that are older than their sources."""
    folder = ROOT / "assets" / "translations"
    stale = [
        po
        for po in folder.glob("*.po")
        if not (mo := folder / po.stem / "LC_MESSAGES" / "jp_trainer.mo").is_file()
        or mo.stat().st_mtime < po.stat().st_mtime
    ]
    if stale:
        run(str(ROOT / "tools" / "catalogues.py"), "compile")


def run(*arguments: str, **environment: str) -> None:
    """Run the environment's Python on these words; stop with its exit code if it fails."""
    code = subprocess.run(
        [str(PYTHON), *arguments], cwd=ROOT, env={**os.environ, **environment}, check=False
    ).returncode
    if code:
        sys.exit(code)


def open_app(arguments: Sequence[str]) -> None:
    """Replace this process by the app."""
    command = [str(PYTHON), "-m", "jp_trainer", *arguments]
    if os.name == "nt":  # exec on Windows would give the console back at once
        sys.exit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], command)


def check() -> None:
    """Everything that must be green at each commit."""
    run("-m", "ruff", "format", "--check", ".")
    run("-m", "ruff", "check", ".")
    run("-m", "mypy")
    run(str(ROOT / "tools" / "catalogues.py"), "check")


def use_a_fitting_python(words: Sequence[str]) -> None:
    """Go on with this Python if it fits, with another of this machine if not; or stop."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        if (other := shutil.which(f"python3.{minor}")) and os.name != "nt":
            os.execv(other, [other, __file__, *words])
    stop(
        f"Python 3.{OLDEST[1]} to 3.{NEWEST[1]} is needed; this is {sys.version.split()[0]}. "
        f"Please install one (Debian, Ubuntu: sudo apt-get install python3.{OLDEST[1]}), "
        "then try again."
    )


def main(words: Sequence[str]) -> None:
    """Do what the first word says; the others are handed on."""
    use_a_fitting_python(words)
    word, *rest = words or ["help"]
    if word not in ("run", "test", "check", "soak", "bench", "screenshots", "setup"):
        stop(__doc__ or "")
    prepare_environment()
    compile_catalogues()
    offscreen = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    # No match statement either, for the same older Python.
    if word == "run":
        prepare_voice()
        open_app(rest)
    elif word == "test":
        run("-m", "pytest", *rest, **offscreen)
    elif word == "check":
        check()
        if rest != ["--static"]:
            run("-m", "pytest", "-q", *rest, **offscreen)
    elif word == "soak":
        run("-m", "pytest", "-m", "soak", *rest, **offscreen)
    elif word == "bench":
        run("-m", "bench", *rest, **offscreen)
    elif word == "screenshots":
        run(str(ROOT / "tools" / "screenshots.py"), *rest, **offscreen)
    else:
        prepare_voice()


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)
