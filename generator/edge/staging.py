"""A tree of files on disk, made to hold exactly what is wanted: new content written, unchanged files shared with the site that stands.

In: the wanted content, and the folder that already holds some of it. Out: a staged folder beside it, ready to be exchanged with it.
The tree of the build before last may be used again, so that thousands of folders are not made and removed at every build.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE, S_ISREG

FOLDER_MODE, FILE_MODE = 0o755, 0o644
ASIDE = ".old"
"""Behind the name of a folder that is moved aside where two cannot be exchanged in one step."""
_FRESH = ".new"
"""Behind the name of a folder in which new files lie until all are made."""


class MadeFiles:
    """The files of a site as they are made: what stands already as it is wanted stays, the rest is written beside the site at once.

    ``present`` are the files that stand, ``wanted`` the paths of all that were made, ``fresh`` those of them that do not stand yet.
    """

    def __init__(self, folder: Path, *, durable: bool) -> None:
        """*folder* is the site's; with *durable* each new file is on the disk when it was put."""
        self.present = dict(tree(folder))
        self.wanted: set[str] = set()
        self.fresh: dict[str, Path] = {}
        self._place = folder.parent / f"{_prefix(folder)}{os.getpid()}{_FRESH}"
        self._durable = durable

    def put(self, path: str, content: bytes) -> None:
        """Take the file that is to stand at *path*."""
        self.wanted.add(path)
        if path in self.present and _holds(self.present[path], content):
            return
        if not self.fresh:
            _gone(self._place)
            self._place.mkdir()
        place = self._place / str(len(self.fresh))
        place.write_bytes(content)
        place.chmod(FILE_MODE)
        if self._durable:
            settle(place)
        self.fresh[path] = place

    def remove(self) -> None:
        """Remove what is left of the new files."""
        if self.fresh:
            _gone(self._place)


def _holds(path: Path, content: bytes) -> bool:
    stat = path.lstat()
    if not S_ISREG(stat.st_mode) or S_IMODE(stat.st_mode) != FILE_MODE or stat.st_size != len(content):
        return False
    return path.read_bytes() == content


def stage_beside(folder: Path, spare: Path | None) -> Path:
    """Return a sibling of *folder* to fill: the spare tree, claimed by renaming it, else a new one."""
    stage = folder.parent / f"{_prefix(folder)}{os.getpid()}"
    _gone(stage)
    if spare is not None and not spare.is_symlink():
        with suppress(OSError):  # there is none, or it lies on another file system
            spare.rename(stage)
    stage.mkdir(exist_ok=True)
    stage.chmod(FOLDER_MODE)
    return stage


def sweep(folder: Path) -> int:
    """Remove what killed builds left beside *folder*, and return how many folders; its parent is made where there is none."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    prefix = _prefix(folder)
    removed = 0
    for left in map(Path, leavings(folder)):
        if not is_alive(left.name.removeprefix(prefix).removesuffix(ASIDE).removesuffix(_FRESH)):
            _gone(left)
            removed += 1
    return removed


def leavings(folder: Path) -> list[str]:
    """Return the paths of what builds that run, or were killed, have beside *folder*."""
    with suppress(OSError), os.scandir(folder.parent) as entries:
        return sorted(entry.path for entry in entries if entry.name.startswith(_prefix(folder)))
    return []


def _gone(place: Path) -> None:
    """Remove a folder that a build left; of a link only the link."""
    if place.is_symlink():
        place.unlink()
    shutil.rmtree(place, ignore_errors=True)


def put_aside(old: Path, spare: Path | None) -> None:
    """Keep the tree that was replaced as the spare of the next build, or remove it."""
    if spare is not None:
        with suppress(OSError):
            spare.parent.mkdir(parents=True, exist_ok=True)
            old.rename(spare)
            return
    shutil.rmtree(old, ignore_errors=True)


def fill(stage: Path, fresh: Mapping[str, Path], shared: Mapping[str, Path], *, durable: bool = False) -> None:
    """Make *stage* hold the files of *fresh*, moved there, and those of *shared* as links to where they stand, and nothing else.

    With *durable* the folders are on the disk when this returns.
    """
    for path, place in tree(stage):
        if path not in shared or not _is_same(place, shared[path]):
            place.unlink()  # never written over: another tree may hold the same file
    _remove_empty(stage)
    made = {stage}
    for path, place in sorted(shared.items()):
        target = stage / path
        if not os.path.lexists(target):
            _make_folders(target.parent, made)
            linked(place, target)
    for path, place in sorted(fresh.items()):
        target = stage / path
        _make_folders(target.parent, made)
        place.rename(target)
    for folder in made if durable else ():
        settle(folder)


def settle(path: Path) -> None:
    """Wait until a file's content, or a folder's names, are on the disk, where the system can tell."""
    try:
        opened = os.open(path, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
    except OSError as error:
        if error.errno in {errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EMFILE, errno.ENFILE}:
            raise  # it is not there; others mean that this system cannot tell


def tree(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files (and links) below a folder, by their path relative to it; OSError where not all of them can be seen."""

    def fail(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            raise error

    start = len(str(folder)) + 1
    for here, folders, files in os.walk(folder, onerror=fail):
        links = [name for name in folders if os.path.islink(f"{here}/{name}")]  # noqa: PTH114 - thousands of them; Path is slow
        for name in files + links:
            path = f"{here}{os.sep}{name}"
            yield path[start:].replace(os.sep, "/"), Path(path)


def _prefix(folder: Path) -> str:
    return f".{folder.name}.dateline-"


def _is_same(one: Path, other: Path) -> bool:
    """Tell whether two names are of one file on disk."""
    return os.path.samestat(one.lstat(), other.lstat())


def is_alive(process: str) -> bool:
    """Tell whether another process that still runs made a staged folder."""
    if not process.isdecimal() or int(process) == os.getpid():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _make_folders(folder: Path, made: set[Path]) -> None:
    if folder not in made:
        _make_folders(folder.parent, made)
        with suppress(FileExistsError):
            folder.mkdir()
        folder.chmod(FOLDER_MODE)
        made.add(folder)


def linked(source: Path, target: Path) -> None:
    """Put the same file at another place; a copy with its time stamps where links are not possible."""
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(source, target, follow_symlinks=False)


def _remove_empty(stage: Path) -> None:
    """Remove the folders that hold nothing any more."""
    for here, folders, files in os.walk(stage, topdown=False):
        if not files and here != str(stage) and not any(os.path.lexists(f"{here}/{name}") for name in folders):
            Path(here).rmdir()
