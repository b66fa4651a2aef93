"""A project folder in, a Theme out: the default theme, with the user's own files laid over those of the same name.

The default theme lies in ``generator/theme`` inside the wheel, and at the top of the repository in a checkout.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import generator
from generator.edge.files import inside
from generator.model import codes
from generator.model.diagnostic import Checked, Diagnostic, Location, tell
from generator.model.project import Theme
from generator.model.span import Source

TEMPLATES = "templates"
STATIC = "static"
PICTURES = "pictures"
DEFAULT = "(default theme)"
"""Stands before the path of a template that is not the user's own."""


def read_theme(folder: Path) -> Checked[Theme]:
    """Read the default theme and the project's own ``templates/``, ``static/`` and ``pictures/``, file by file."""
    folder = folder.resolve()
    default = default_theme()
    said: list[Diagnostic] = []
    layers = [(folder, "")] if default == folder else [(default, f"{DEFAULT}/"), (folder, "")]
    templates: dict[str, Source] = {}
    static: dict[str, bytes] = {}
    for root, prefix in layers:
        for name, content in _tree(root / TEMPLATES, root, said):
            path = f"{prefix}{TEMPLATES}/{name}"
            try:
                templates[name] = Source(path, content.decode("utf-8-sig").replace("\r\n", "\n"))
            except UnicodeDecodeError as error:
                said.append(tell(codes.BAD_ENCODING, Location(path), None, byte=content[error.start], offset=error.start))
        static.update(_tree(root / STATIC, root, said))
    pictures = dict(_tree(folder / PICTURES, folder, said))
    return Checked(Theme(dict(sorted(templates.items())), dict(sorted(static.items())), pictures), tuple(said))


def default_theme() -> Path:
    """Return the folder that holds the default theme's ``templates`` and ``static``."""
    package = Path(generator.__file__).resolve().parent
    return package / "theme" if (package / "theme").is_dir() else package.parent


def _tree(top: Path, root: Path, said: list[Diagnostic]) -> Iterator[tuple[str, bytes]]:
    """Yield the files below *top*, sorted, by their path relative to it; dotfiles and links that leave the project are not read."""
    if not top.is_dir():
        return
    if top.is_symlink() and not inside(root, top):
        said.append(tell(codes.LINK_OUTSIDE, Location(top.name), None, path=top.name))
        return
    for path in _below(top, root, said):
        shown = path.relative_to(root).as_posix()
        if path.is_symlink() and not inside(root, path):
            said.append(tell(codes.LINK_OUTSIDE, Location(shown), None, path=shown))
            continue
        if not path.is_file():  # a pipe, which would never end
            continue
        if (plain := shown.encode(errors="replace").decode()) != shown:
            said.append(tell(codes.UNREADABLE, Location(plain), "rename it", path=plain, reason="its name is not UTF-8"))
            continue
        try:
            yield path.relative_to(top).as_posix(), path.read_bytes()
        except OSError as error:
            said.append(tell(codes.UNREADABLE, Location(shown), None, path=shown, reason=error.strerror))


def _below(top: Path, root: Path, said: list[Diagnostic]) -> Iterator[Path]:
    """Yield all that lies below a folder but dotfiles, sorted; a folder that cannot be listed is told."""

    def fail(error: OSError) -> None:
        shown = Path(error.filename).relative_to(root).as_posix()
        said.append(tell(codes.UNREADABLE_FOLDER, Location(shown), None, path=shown, reason=error.strerror))

    for here, folders, files in os.walk(top, onerror=fail):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(here, name) for name in sorted(files) if not name.startswith("."))
