"""Make assets/sounds/chime.ogg: two soft tones, as before an announcement. Needs the extra `voice`.

Run: python tools/chime.py
"""

from pathlib import Path

import numpy as np
import soundfile

RATE = 24_000
TARGET = Path(__file__).parent.parent / "assets" / "sounds" / "chime.ogg"


def main() -> None:
    """Write the file."""
    tone = np.concatenate([_tone(659.3, 0.32), _tone(523.3, 0.5)])
    silence = np.zeros(int(RATE * 0.1))
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(
        TARGET, np.concatenate([silence, tone, silence]), RATE, format="OGG", subtype="OPUS"
    )


def _tone(hertz: float, seconds: float) -> np.ndarray:
    at = np.arange(int(RATE * seconds)) / RATE
    wave = np.sin(2 * np.pi * hertz * at) + 0.3 * np.sin(4 * np.pi * hertz * at)
    return 0.12 * wave * np.exp(-5 * at) * np.minimum(1, at / 0.01)


if __name__ == "__main__":
    main()
