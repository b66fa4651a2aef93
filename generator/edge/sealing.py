"""The key of this machine's user, with which remembered results are sealed. In: nothing. Out: 32 bytes, or None where none can be kept.

A project may come from anyone, its memory with it: only what this user's own runs wrote may be believed. The key lies outside of every
project, in the user's folder for state (XDG Base Directory Specification: ``$XDG_STATE_HOME``, else ``~/.local/state``).
"""

from __future__ import annotations

import os
import secrets
from functools import cache
from hashlib import blake2b
from pathlib import Path

from generator.edge.plain import content_of

_LENGTH = 32
SEAL = 16
"""Bytes of a seal."""


def sealed(content: bytes, key: bytes) -> bytes:
    """Return the content behind its seal."""
    return _seal(content, key) + content


def opened(held: bytes, key: bytes) -> bytes | None:
    """Return what stands behind a seal of this key; None where it is damaged or anybody else's.

    >>> opened(sealed(b"words", b"key"), b"key"), opened(sealed(b"words", b"key"), b"other")
    (b'words', None)
    """
    content = held[SEAL:]
    return content if secrets.compare_digest(held[:SEAL], _seal(content, key)) else None


def user_key() -> bytes | None:
    """Return the user's key, made at its first use."""
    return _key(_place())


def _place() -> Path | None:
    given = os.environ.get("XDG_STATE_HOME", "")
    try:
        home = Path(given) if Path(given).is_absolute() else Path.home() / ".local" / "state"
    except RuntimeError:  # nobody's home is known
        return None
    return home / "dateline" / "memory.key"


@cache
def _key(path: Path | None) -> bytes | None:
    if path is None:
        return None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f"{path.name}.{os.getpid()}")
        if not path.exists():
            file = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            os.write(file, secrets.token_bytes(_LENGTH))
            os.close(file)
            _first(aside, path)
        key = content_of(path)
    except OSError:
        return None
    return key if len(key) == _LENGTH else None


def _first(aside: Path, path: Path) -> None:
    """Give the key its name, unless another run was first."""
    try:
        os.link(aside, path)
    except FileExistsError:
        pass
    finally:
        aside.unlink()


def _seal(content: bytes, key: bytes) -> bytes:
    return blake2b(content, digest_size=SEAL, key=key).digest()
