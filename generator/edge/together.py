"""Files that belong to a user in, put where they are to stand out: the one place at which commands write.

What belongs together is put each whole, none over another, in its order: written under another name first, it gets its own by a link, so
that a kill leaves whole files only, and the last one (the text, which makes the others an article) never without those before it. What a
killed run put there is met by the next with the same content.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from generator.edge.staging import FILE_MODE, is_alive, settle

_ASIDE = ".dateline-add"
_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})
_TOLD = b"retrieved_at = "
"""Opens the line of a .toml that differs from one fetching to the next."""


def put_together(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by name, all or none.

    Raises:
        FileExistsError: one stands there with another content; nothing was written.
        OSError: the disk refused; nothing was written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    aside = folder / f"{_ASIDE}-{os.getpid()}.tmp"
    try:
        _sweep(folder)
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if os.path.lexists(path) and is_same(path, content):
                continue
            aside.write_bytes(content)
            aside.chmod(FILE_MODE)
            settle(aside)
            _name(aside, path)
            made.append(path)
        settle(folder)
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        raise
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def put_in_place(path: Path, content: bytes) -> None:
    """Write a file in place of what stands under its name, whole or not at all.

    Raises:
        OSError: the disk refused; what stood there stands.
    """
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        aside.write_bytes(content)
        aside.replace(path)
    except OSError:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise


def put_out(path: Path, content: bytes) -> None:
    """Write to where the command line says: in place of a file, behind a link to one, or into what takes bytes (``/dev/stdout``, a pipe).

    Raises:
        OSError: it takes none; a file that stood there stands.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as taker:
            taker.write(content)
    else:
        put_in_place(Path(os.path.realpath(path)), content)


def moved(files: Mapping[Path, Path]) -> None:
    """Move files, each to its new path, whose folder is made where there is none.

    Raises:
        OSError: the disk refused; what was moved before stays moved.
    """
    for old, new in files.items():
        new.parent.mkdir(exist_ok=True)
        old.rename(new)


def is_same(path: Path, content: bytes) -> bool:
    """Tell whether a file holds this content already, but for the moment at which it was fetched."""
    return path.is_file() and not path.is_symlink() and _lasting(path.read_bytes()) == _lasting(content)


def _lasting(content: bytes) -> list[bytes]:
    return [line for line in content.split(b"\n") if not line.startswith(_TOLD)]


def _name(aside: Path, path: Path) -> None:
    """Give a written file its name, never that of another."""
    try:
        os.link(aside, path, follow_symlinks=False)
    except FileExistsError as error:
        raise FileExistsError(error.errno, error.strerror, str(path)) from error
    except OSError as error:
        if error.errno not in _NO_LINKS or os.path.lexists(path):
            raise
        aside.rename(path)  # a file system without links
        return
    aside.unlink()


def _sweep(folder: Path) -> None:
    """Remove what killed runs left half written."""
    for left in folder.glob(f"{_ASIDE}-*.tmp"):
        if not is_alive(left.stem.rpartition("-")[2]):
            left.unlink(missing_ok=True)
