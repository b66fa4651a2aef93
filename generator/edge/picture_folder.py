"""A picture's bytes in, a new file in the project's ``pictures/`` out: whole or not at all, and never over another."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from generator.edge.files import inside
from generator.edge.theme import PICTURES
from generator.model.web import parts_of

_UNFIT = re.compile(r"[^\w-]+")
_LONGEST = 60


def name_of(said: str, ending: str) -> str:
    """Return the name of a picture's file by the path or address that it comes from.

    >>> name_of("https://a.example/img/Old%20Quay.JPEG?w=9", "jpg"), name_of("https://a.example/", "png")
    ('Old-Quay.jpg', 'picture.png')
    """
    path = parts_of(said).path if "://" in said else said.replace("\\", "/")
    stem = _UNFIT.sub("-", PurePosixPath(unquote(path)).stem).strip("-_")[:_LONGEST]
    return f"{stem or 'picture'}.{ending}"


def keep(project: Path, name: str, content: bytes) -> str:
    """Write a picture under its name, or under the next one that is free; return that.

    Raises:
        OSError: it cannot be written, or ``pictures/`` is a link that leads out of the project.
    """
    project = project.resolve()
    folder = project / PICTURES
    if not inside(project, folder):
        raise OSError(0, "a link leads out of the project")
    folder.mkdir(exist_ok=True)
    stem, _, ending = name.rpartition(".")
    aside = folder / f".{name}.{os.getpid()}"
    try:
        aside.write_bytes(content)
        for number in range(1, 1000):
            held = folder / (name if number == 1 else f"{stem}-{number}.{ending}")
            if held.is_file() and held.read_bytes() == content:
                return held.name
            with suppress(FileExistsError):
                os.link(aside, held)
                return held.name
    finally:
        aside.unlink(missing_ok=True)
    raise OSError(0, f"there are too many pictures called {name}")
