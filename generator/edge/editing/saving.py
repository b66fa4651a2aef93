"""The text of an edit in, one new file in the edits' folder out: whole or not at all, and never over another.

Every write is under one lock for the project (other windows and other processes take the same), goes to a temporary file first, is
synced, and gets its name by a link that fails where the name is taken. What was acknowledged is on disk, whatever is killed when.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EEXIST
from hashlib import sha256
from pathlib import Path

from generator.desk.saved import RefusedError, Saved
from generator.edge.files import inside
from generator.edge.plain import content_of
from generator.edge.project import MEMORY

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK, JOURNAL = "editing.lock", "editing.journal"
JOURNAL_LIMIT = 1024 * 1024
"""Bytes of the journal; when it grows beyond them its older half is dropped."""
_ASIDE = ".dateline-save"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_MODE = 0o644


class EditFolder:
    """The folder of a project's edits, as one process of several writes into it."""

    def __init__(self, project: Path) -> None:
        """*project* is the project's folder; nothing is made before the first save."""
        self._project = project.resolve()
        self._turn = threading.RLock()
        self._swept = False

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the project's lock; waits for whoever holds it."""
        with self._turn:
            memory = self._real(self._project / MEMORY)
            memory.mkdir(exist_ok=True)
            lock = _taken(memory / LOCK)
            try:
                yield
            finally:
                os.close(lock)  # which lets it go

    def write(self, folder: str, name: str, text: str) -> Saved:
        """Write a new file NAME.md (or NAME-2.md …) to *folder*; the lock must be held.

        Raises:
            RefusedError: the folder is not the project's own, or the name is no plain one.
            OSError: the disk refused.
        """
        if not name or name != Path(name).name or name.startswith(".") or "\\" in name or "\0" in name:
            raise RefusedError(f"“{name}” is no name for a file")
        home = self._home(folder)
        content = text.encode()
        aside = home / f"{_ASIDE}-{os.getpid()}-{threading.get_ident()}.tmp"
        aside.unlink(missing_ok=True)
        try:
            _fill(aside, content)
            final = _named(aside, home, name)
        finally:
            aside.unlink(missing_ok=True)
        _sync(home)
        saved = Saved(final.relative_to(self._project).as_posix(), text, sha256(content).hexdigest())
        self._note("saved", saved)
        return saved

    def sweep(self, folder: str) -> None:
        """Remove what killed saves left in *folder*, where nothing is to be written that would.

        Raises:
            RefusedError, OSError: as :meth:`write`.
        """
        if any((self._project / folder).glob(f"{_ASIDE}-*.tmp")):
            with self.locked():
                self._home(folder)

    def take_back(self, saved: Saved) -> None:
        """Remove a file that :meth:`write` wrote, if it is still as it was written; the lock must be held.

        Raises:
            RefusedError: it is gone, or someone has changed it since.
        """
        path = self._project / saved.path
        home = self._real(path.parent)
        aside = home / f"{_ASIDE}-{os.getpid()}-{threading.get_ident()}.tmp"
        try:
            if path.is_symlink():
                raise RefusedError(f"{saved.path} has become a link")
            _check(path, saved)  # before it is moved, so that a kill loses nothing that another program wrote
            path.replace(aside)
        except FileNotFoundError as error:
            raise RefusedError(f"{saved.path} is not there any more") from error
        try:
            _check(aside, saved)
        except BaseException:
            with suppress(FileExistsError):
                os.link(aside, path)
                aside.unlink()
            raise
        aside.unlink()
        _sync(home)
        self._note("took back", saved)

    def _home(self, folder: str) -> Path:
        """Return the folder of the edits, made if need be; a folder that lies elsewhere is refused."""
        if Path(folder).is_absolute():
            raise RefusedError(f"the folder “{folder}” is not inside the project")
        home = self._real(self._project / folder)
        if not home.is_dir():
            home.mkdir(parents=True)
            _sync(home.parent)
        if not self._swept:
            self._swept = True
            for left in home.glob(f"{_ASIDE}-*.tmp"):  # of a process that was killed: whoever holds the lock is alone here
                left.unlink(missing_ok=True)
        return home

    def _real(self, path: Path) -> Path:
        """Return a path below the project that goes through no link; anything else is refused."""
        whole = Path(os.path.normpath(path))
        if not whole.is_relative_to(self._project) or not inside(self._project, whole):
            raise RefusedError(f"{path} is not inside the project")
        below = whole
        while below != self._project:
            if below.is_symlink():
                raise RefusedError(f"{below.relative_to(self._project)} is a link")
            below = below.parent
        return whole

    def _note(self, did: str, saved: Saved) -> None:
        """Add a line to the journal, from which an acknowledged version can be had back if another program loses it."""
        path = self._project / MEMORY / JOURNAL
        line = json.dumps({"did": did, "path": saved.path, "sha256": saved.digest, "text": saved.text}, ensure_ascii=False).encode() + b"\n"
        with suppress(OSError):  # the edit itself is safe
            if os.path.lexists(path) and (path.is_symlink() or not path.is_file()):
                path.unlink()
            if path.exists() and path.stat().st_size + len(line) > JOURNAL_LIMIT:
                kept = content_of(path)[-JOURNAL_LIMIT // 2 :].partition(b"\n")[2]
                aside = path.with_name(f"{JOURNAL}.tmp")
                aside.write_bytes(kept)
                aside.replace(path)
            with path.open("ab") as journal:
                journal.write(line)


def _check(path: Path, saved: Saved) -> None:
    """Refuse what is not as it was written."""
    if sha256(content_of(path)).hexdigest() != saved.digest:
        raise RefusedError(f"{saved.path} has been changed since; it is left as it is")


def _fill(path: Path, content: bytes) -> None:
    file = os.open(path, _NEW, _MODE)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(file, rest) :]
        os.fsync(file)
    finally:
        os.close(file)


def _named(aside: Path, home: Path, name: str) -> Path:
    """Give a written file its name, or the next one that is free, without ever replacing another."""
    for number in range(1, 10_000):
        final = home / (f"{name}.md" if number == 1 else f"{name}-{number}.md")
        try:
            os.link(aside, final, follow_symlinks=False)
        except FileExistsError:
            continue
        except (OSError, NotImplementedError) as error:
            if final.exists() or getattr(error, "errno", 0) == EEXIST:
                continue
            aside.rename(final)  # a file system without links; the lock keeps other saves away
        return final
    raise RefusedError(f"there are too many files named {name}")


def _sync(folder: Path) -> None:
    """Make a folder's names durable, where the system can."""
    if os.name == "nt":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _taken(path: Path) -> int:
    """Open and lock a file, again if it was deleted meanwhile (the memory may be deleted at any time)."""
    while True:
        opened = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), _MODE)
        try:
            _lock(opened)
            if path.exists() and os.path.samestat(os.fstat(opened), path.stat()):
                return opened
        except BaseException:
            os.close(opened)
            raise
        os.close(opened)


def _lock(opened: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(opened, msvcrt.LK_LOCK, 1)
    else:
        fcntl.flock(opened, fcntl.LOCK_EX)
