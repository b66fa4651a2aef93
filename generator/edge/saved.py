"""Paths in, files that people have saved out: single files, and whole folders in a fixed order.

Hidden files are passed over, and the folders that browsers put beside a complete page (NAME_files), which hold its parts.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.edge.plain import content_of
from generator.model import codes
from generator.model.diagnostic import Checked, Location, tell
from generator.model.project import File

LARGEST = 512 * 1024 * 1024
"""Bytes of a file: archives of the web and tables hold thousands of articles."""
_PARTS = ("_files", ".files", "-Dateien", "_archivos", "_fichiers")
_OURS = frozenset({".toml"})


def files_in(path: Path) -> Iterator[Path]:
    """Yield a file, or the files of a folder and of its folders, by name; what tells about an article (.toml) is none."""
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(each for each in folders if not each.startswith(".") and not each.endswith(_PARTS))
        yield from (Path(folder, name) for name in sorted(names) if not name.startswith(".") and Path(name).suffix.lower() not in _OURS)


def read_saved(path: Path) -> Checked[File | None]:
    """Read one file; None with NOT_READ, TOO_LARGE or UNREADABLE."""
    where = Location(str(path))
    try:
        if path.exists() and not path.is_file():  # nor is a pipe an article, which would never end
            return Checked(None, (tell(codes.NOT_READ, where, path=path),))
        size = path.stat().st_size
        if size > LARGEST:
            return Checked(None, (tell(codes.TOO_LARGE, where, size=size, limit=LARGEST),))
        return Checked(File(str(path), content_of(path)))
    except OSError as error:
        return Checked(None, (tell(codes.UNREADABLE, where, path=path, reason=error.strerror),))
