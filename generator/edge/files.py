"""A project's folder and the name of a file in it → the file, or what there is to say why it is not read.

Whoever reads a folder again and again keeps its Files: one that the file system calls unchanged is not read again, and one that was
written anew with the same content is the same object as before.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from generator.model import codes
from generator.model.diagnostic import Diagnostic, Location, tell
from generator.model.project import ArticleFiles, File

LARGEST_FILE = 128 * 1024 * 1024
"""Bytes; what is larger is no article, and is not even read."""
YOUNG = 2_000_000_000
"""Nanoseconds: what was changed so shortly before it was looked at may change again without a new stamp (FAT counts by two seconds)."""

Place = tuple[int, int, bool]
"""The device and inode of a file's content, and whether it was reached by a link."""
Listing = tuple[tuple[tuple[str, bool], ...], tuple[Diagnostic, ...]]
"""The paths of files, and whether each is wanted by its name; and what there is to say of names."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file as it was read: what the file system said of it just before, None where that may not tell a later change."""

    stamp: tuple[int, ...] | None
    file: File
    place: Place


class Files:
    """The files of one folder, as they were when they were read last."""

    def __init__(self) -> None:
        self._seen: dict[str, _Seen] = {}
        self._before: dict[str, _Seen] = {}
        self._named: Collection[str] | None = None
        self._listings: dict[str, tuple[list[str], Listing]] = {}
        self._groups: dict[str, ArticleFiles] = {}
        self._grouped: tuple[object, tuple[ArticleFiles, ...], tuple[Diagnostic, ...]] = None, (), ()

    def heard(self, names: Collection[str] | None) -> None:
        """Take note of the names of all files that may have changed, since the folder was read; None: any may have."""
        self._named = names

    def begin(self) -> None:
        """Begin to read the folder once more: what was not asked for since the last time is forgotten."""
        self._before, self._seen = self._seen, {}

    def standing(self, name: str) -> File | None:
        """Return a file of the last time of which it was not heard that it may have changed, without looking at it; None for another."""
        known = self._before.get(name)
        if self._named is None or known is None or known.stamp is None or name.rpartition("/")[2] in self._named:
            return None
        self._seen[name] = known
        return known.file

    def one(self, folder: Path, name: str, said: list[Diagnostic]) -> File | None:
        """Read one file, or say why it is not read. A missing one and a folder are nothing to tell."""
        known = self._before.get(name) or self._seen.get(name)
        try:
            stat = os.lstat(f"{folder}/{name}")
        except OSError:
            _tell(folder, name, said)
            return None
        stamp = (stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino, stat.st_dev)
        is_plain = S_ISREG(stat.st_mode)
        if known is None or not is_plain or known.stamp != stamp:
            file = _read(folder, name, stat.st_size if is_plain else None, said)
            if file is None:
                return None
            is_settled = is_plain and max(stamp[:2]) < time.time_ns() - YOUNG
            place = (stat.st_dev, stat.st_ino, False) if is_plain else _place_behind(folder / name)
            same = known is not None and known.file.content == file.content
            known = _Seen(stamp if is_settled else None, known.file if known and same else file, place)
        self._seen[name] = known
        return known.file

    def told_apart(self, folder: str, names: list[str], tell_apart: Callable[[list[str]], Listing]) -> Listing:
        """Return what the names in a folder come to, which depends on nothing else: that of last time, where they are the same."""
        known = self._listings.get(folder)
        if known is None or known[0] != names:
            self._listings[folder] = known = names, tell_apart(names)
        return known[1]

    def place(self, name: str) -> Place | None:
        """Return where the content of a file that was read lies; None for one at an address."""
        return self._seen[name].place if name in self._seen else None

    def together(self, group: ArticleFiles) -> ArticleFiles:
        """Return the files of one article, as the same object as before where they are the same."""
        known = self._groups.get(group.id)
        if known != group:
            self._groups[group.id] = known = group
        return known

    def grouped(self, found: tuple[File, ...], said: list[Diagnostic], group: Group) -> tuple[ArticleFiles, ...]:
        """Return the articles that files make, with what there is to say of that: those of last time, where the files are the same."""
        given = found, tuple(said), tuple([self.place(file.path) for file in found])
        if self._grouped[0] != given:
            before = len(said)
            made = tuple(group(found, self, said))
            self._grouped = given, made, tuple(said[before:])
        else:
            said += self._grouped[2]
        return self._grouped[1]


Group = Callable[[tuple[File, ...], Files, list[Diagnostic]], Iterable[ArticleFiles]]


def inside(folder: Path, path: Path) -> bool:
    """Tell whether *path*, with its links followed, lies in *folder* (which is resolved); links in a circle lie nowhere."""
    try:
        return path.resolve().is_relative_to(folder)
    except (OSError, RuntimeError):
        return False


def _read(folder: Path, name: str, size: int | None, said: list[Diagnostic]) -> File | None:
    """Read a file whose *size* is known; of what is no plain file it is None, and is looked for behind its links."""
    path = folder / name
    if size is None:
        if path.is_symlink() and not inside(folder, path):
            said.append(tell(codes.LINK_OUTSIDE, Location(name), None, path=name))
            return None
        if not path.is_file():
            _tell(folder, name, said)
            return None
    try:
        size = path.stat().st_size if size is None else size
        if size > LARGEST_FILE:
            said.append(tell(codes.TOO_LARGE, Location(name), None, size=size, limit=LARGEST_FILE))
            return None
        return File(name, path.read_bytes())
    except OSError as error:
        said.append(tell(codes.UNREADABLE, Location(name), None, path=name, reason=error.strerror))
        return None


def _tell(folder: Path, name: str, said: list[Diagnostic]) -> None:
    """Say why what stands there is no file; nothing is said of what is not there, and of a folder."""
    path = folder / name
    if path.is_symlink() and not path.exists():
        said.append(tell(codes.UNREADABLE, Location(name), None, path=name, reason="it is a link that leads nowhere"))
    elif os.path.lexists(path) and not path.is_dir():  # a pipe, which would never end, or a link that leads to itself
        said.append(tell(codes.UNREADABLE, Location(name), None, path=name, reason="it is no file"))


def _place_behind(path: Path) -> Place:
    stat = path.stat()
    return stat.st_dev, stat.st_ino, True
