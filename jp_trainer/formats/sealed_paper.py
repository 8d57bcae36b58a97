"""Lock a paper into bytes that only a code opens, so that nobody reads it before the day.

The layout is in docs/formats.md, "Sealed papers". Key: scrypt (RFC 7914) of the code. Cipher:
AES-256-GCM (NIST SP 800-38D); the whole head is authenticated with it. Nothing of the contents can
be learned without the code but their size.
"""

import hashlib
import json
import os
import secrets
import struct
import unicodedata
import zlib
from collections.abc import Callable
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from jp_trainer.core.exam import blueprint_json, item_json
from jp_trainer.core.exam.blueprints import Blueprint
from jp_trainer.core.exam.papers import Mode, Paper, PaperSection
from jp_trainer.formats.errors import (
    NewerSealError,
    NotASealError,
    SealTooLargeError,
    WeakCodeError,
    WrongCodeError,
)

SUFFIX = ".jpsealed"
LETTERS = "ABCDEFGHJKMNPRSTWXYZ"
"""Of codes made here: none that looks like another letter or a digit."""
LEAST_SIGNS = 8
MOST_BYTES = 8 * 1024 * 1024
MOST_CONTENT = 32 * 1024 * 1024

_MAGIC = b"JPSEALED"
_FORMAT = 1
_GROUPS, _GROUP = 4, 4
_HEAD = struct.Struct(">8sBBBB16s12s")  # magic, format, log2 n, r, p, salt, nonce
_LOG_N, _R, _P = 15, 8, 1
_TAG = 16
_KEY_BYTES = 32


def new_code(choose: Callable[[str], str] = secrets.choice) -> str:
    """A code such as KMRT-AXBE-PWHN-CDYS: 69 bits, easy to read out and to type."""
    groups = ["".join(choose(LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS)]
    return "-".join(groups)


def write_sealed(
    blueprint: Blueprint,
    paper: Paper,
    code: str,
    *,
    random_bytes: Callable[[int], bytes] = os.urandom,
) -> bytes:
    """The file's bytes. Small letters, spaces and hyphens in a code make no difference.

    Raises WeakCodeError, SealTooLargeError.
    """
    if len(_signs(code)) < LEAST_SIGNS:
        raise WeakCodeError(LEAST_SIGNS)
    content = json.dumps(_body(blueprint, paper), ensure_ascii=False, separators=(",", ":"))
    packed = zlib.compress(content.encode(), 9)
    if len(packed) > MOST_BYTES - _HEAD.size - _TAG or len(content) > MOST_CONTENT:
        raise SealTooLargeError(MOST_BYTES >> 20)
    salt, nonce = random_bytes(16), random_bytes(12)
    head = _HEAD.pack(_MAGIC, _FORMAT, _LOG_N, _R, _P, salt, nonce)
    return head + AESGCM(_key(code, salt)).encrypt(nonce, packed, head)


def read_sealed(content: bytes, code: str) -> tuple[Blueprint, Paper]:
    """What `write_sealed` locked.

    Raises NotASealError, NewerSealError, SealTooLargeError, WrongCodeError; nothing else, whatever
    the bytes.
    """
    if len(content) > MOST_BYTES:
        raise SealTooLargeError(MOST_BYTES >> 20)
    if not content.startswith(_MAGIC) or len(content) < _HEAD.size + _TAG:
        raise NotASealError
    head = content[: _HEAD.size]
    _magic, found, log_n, r, p, salt, nonce = _HEAD.unpack(head)
    if found > _FORMAT:
        raise NewerSealError(found, _FORMAT)
    # Only our own cost: another one could be chosen to keep a small computer busy for ever.
    if found != _FORMAT or (log_n, r, p) != (_LOG_N, _R, _P):
        raise NotASealError
    try:
        packed = AESGCM(_key(code, salt)).decrypt(nonce, content[_HEAD.size :], head)
    except InvalidTag:
        raise WrongCodeError from None
    return _opened(packed)


def _opened(packed: bytes) -> tuple[Blueprint, Paper]:
    """Whoever knows the code may still have packed nonsense."""
    try:
        unpacking = zlib.decompressobj()
        text = unpacking.decompress(packed, MOST_CONTENT)
        if unpacking.unconsumed_tail:
            raise SealTooLargeError(MOST_CONTENT >> 20)
        return _of_body(json.loads(text.decode()))
    except (zlib.error, KeyError, TypeError, ValueError, AttributeError, RecursionError):
        raise NotASealError from None


def _body(blueprint: Blueprint, paper: Paper) -> dict[str, Any]:
    return {
        "format": _FORMAT,
        "blueprint": blueprint_json.to_json(blueprint),
        "paper": {
            "form": paper.form,
            "sections": [
                {"id": section.id, "testlets": [item_json.to_json(t) for t in section.testlets]}
                for section in paper.sections
            ],
        },
    }


def _of_body(body: dict[str, Any]) -> tuple[Blueprint, Paper]:
    blueprint = blueprint_json.of_json(body["blueprint"])
    sections = tuple(
        PaperSection(each["id"], tuple(map(item_json.of_json, each["testlets"])))
        for each in body["paper"]["sections"]
    )
    paper = Paper(blueprint.id, Mode.FULL, sections, str(body["paper"]["form"]))
    known = {section.id for section in blueprint.sections}
    ids = [item.id for item in paper.items]
    if not ids or len(set(ids)) != len(ids) or not all(s.items for s in sections):
        raise ValueError("an empty section, or an item twice")
    if not known.issuperset(section.id for section in sections):
        raise ValueError("a section the blueprint does not have")
    if not all(0 < item.key <= len(item.options) for item in paper.items):
        raise ValueError("a key that is no option")
    return blueprint, paper


def _signs(code: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKC", code).upper() if sign.isalnum())


def _key(code: str, salt: bytes) -> bytes:
    return hashlib.scrypt(
        _signs(code).encode("utf-8", "surrogatepass"),
        salt=salt,
        n=1 << _LOG_N,
        r=_R,
        p=_P,
        maxmem=2 * 128 * _R << _LOG_N,
        dklen=_KEY_BYTES,
    )
