"""What was computed before: bytes kept in a folder by the hash of everything they depend on.

In: a key made of content. Out: the bytes kept under it, or None. Entries that were damaged, or that came with the project from somewhere
else, are as good as absent; the folder may be deleted at any time, and several builds may use it at once.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import generator
from generator.edge.plain import content_of
from generator.edge.sealing import opened, sealed

LIMIT = 256 * 1024 * 1024
"""Bytes that the memory of a project may take; the entries that were not used for longest go first."""
_NAME = re.compile(r"[0-9a-f]{40}(\.\d+)?")
"""Names that we give to files; others are left alone."""


class Memory:
    """A folder of remembered results. It never raises: what cannot be written is not remembered."""

    def __init__(self, folder: Path, seal: bytes) -> None:
        """*seal* is the key of whoever remembers: entries that were not sealed with it are not believed."""
        self._folder = folder
        self._seal = seal
        self._used: set[str] = set()

    def recall(self, key: str) -> bytes | None:
        """Return what was kept under *key*, or None."""
        self._used.add(key)
        try:
            held = content_of(self._path(key))
        except OSError:
            return None
        return opened(held, self._seal)

    def keep(self, key: str, content: bytes) -> None:
        """Keep *content* under *key*; a reader sees all of it or nothing."""
        self._used.add(key)
        path = self._path(key)
        aside = path.with_name(f"{path.name}.{os.getpid()}")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            aside.write_bytes(sealed(content, self._seal))
            aside.replace(path)

    def tidy(self, limit: int = LIMIT) -> None:
        """Remove what this run did not use, oldest first, until the rest fits into *limit* bytes."""
        held: list[tuple[bool, int, int, Path]] = []
        for here, _, files in os.walk(self._folder):
            for name in filter(_NAME.fullmatch, files):
                with suppress(OSError):
                    path = Path(here, name)
                    stat = path.stat()
                    held.append((name in self._used, stat.st_mtime_ns, stat.st_size, path))
        over = sum(size for _, _, size, _ in held) - limit
        for used, _, size, path in sorted(held):
            if over <= 0 or used:
                return
            over -= size
            with suppress(OSError):
                path.unlink()

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key


def key_of(parts: Iterable[str | bytes | None]) -> str:
    """Hash the parts, each with its length, so that no two lists of parts share a key by accident.

    >>> key_of(["ab", "c"]) == key_of(["a", "bc"])
    False
    """
    digest = blake2b(digest_size=20)
    for part in parts:
        content = part.encode(errors="surrogatepass") if isinstance(part, str) else part
        digest.update(b"-" if content is None else b"%d:" % len(content))
        digest.update(content or b"")
    return digest.hexdigest()


def program_key(rooms: Iterable[str]) -> str:
    """Hash what computes: the version of Python, the packages beside us, and the files of some rooms of the program.

    Args:
        rooms: folders of the package, all of whose files count.
    """
    parts: list[str | bytes] = [sys.version]
    for folder in sorted({entry for entry in sys.path if entry.endswith("-packages")}):
        with suppress(OSError):
            parts += sorted(path.name for path in Path(folder).glob("*.dist-info"))
    return key_of([*parts, program_files(rooms)])


def program_files(rooms: Iterable[str]) -> str:
    """Hash the program's version and the files of some of its rooms: the same on every machine that has the same program."""
    package = Path(generator.__file__).resolve().parent
    parts: list[str | bytes] = [generator.__version__]
    for room in sorted(rooms):
        for here, folders, files in os.walk(package / room):
            folders.sort()
            for name in sorted(files):
                if not name.endswith(".pyc"):
                    parts += [name, Path(here, name).read_bytes()]
    return key_of(parts)
