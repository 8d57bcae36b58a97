"""Keep a PIN as a hash: a courtesy lock between people who share a laptop, no protection of data.

Four digits are ten thousand guesses: whoever has the file has the data. The interface says so.
Source: scrypt, RFC 7914; cost parameters of its section 2 for interactive logins.
"""

import base64
import hashlib
import hmac

PIN_DIGITS = 4
_N, _R, _P = 2**14, 8, 1
_MEMORY = 64 * 1024 * 1024


def is_pin(text: str) -> bool:
    """Whether this is a PIN: exactly four Western digits."""
    return len(text) == PIN_DIGITS and text.isascii() and text.isdigit()


def hashed(pin: str, salt: bytes) -> str:
    """The PIN as text to keep: `scrypt$salt$hash`. `salt`: 16 random bytes."""
    key = _scrypt(pin, salt)
    return f"scrypt${base64.b64encode(salt).decode()}${base64.b64encode(key).decode()}"


def fits(pin: str, kept: str) -> bool:
    """Whether this is the PIN that was kept; False too if what was kept is damaged."""
    try:
        kind, salt, key = kept.split("$")
        wanted = base64.b64decode(key, validate=True)
        found = _scrypt(pin, base64.b64decode(salt, validate=True))
    except ValueError:
        return False
    return kind == "scrypt" and hmac.compare_digest(found, wanted)


def _scrypt(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=_N, r=_R, p=_P, maxmem=_MEMORY, dklen=32)
