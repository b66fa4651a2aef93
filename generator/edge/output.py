"""The files of a site in, a folder on disk out: whole or not at all.

A sibling folder is filled and then swapped with the old one, so that a reader, or a kill at any moment, sees the old site or the new.
Files that have not changed are linked into the new folder, not written again, and keep their time stamps.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.edge.swap import exchanged
from generator.model import codes
from generator.model.diagnostic import Checked, Location, tell
from generator.model.page import Output

MANIFEST = ".dateline-manifest.json"
"""Names the files that a build wrote; a folder without it was not made by us."""
_REPOSITORIES = (".git", ".hg", ".svn")
_FOLDER_MODE, _FILE_MODE = 0o755, 0o644


@dataclass(frozen=True, slots=True)
class Written:
    """What a write did, in numbers of files (the manifest not counted)."""

    folder: Path
    files: int
    changed: int = 0
    removed: int = 0


def write_site(folder: Path, outputs: Iterable[Output], *, clean: bool = False) -> Checked[Written | None]:
    """Write a site to *folder*, replacing an earlier one there.

    Args:
        folder: where to; absent, empty, or made by an earlier build.
        outputs: the files; their paths are relative, with forward slashes.
        clean: remove files too that no build put there (repositories such as ``.git`` stay).

    Returns:
        What was done; None with a diagnostic when nothing was, and then the folder is as it was before.
    """
    folder = Path(os.path.realpath(folder))
    wanted = {each.path: each.content for each in outputs}
    try:
        if not _may_replace(folder):
            hint = "choose another folder with -o, or empty this one"
            return Checked(None, (tell(codes.NOT_OURS, Location(str(folder)), hint, folder=folder),))
        wanted[MANIFEST] = _manifest(wanted)
        return Checked(_replaced(folder, wanted, clean=clean))
    except OSError as error:
        return Checked(None, (tell(codes.CANNOT_WRITE, Location(str(folder)), None, folder=folder, reason=error.strerror or error),))


def is_ours(folder: Path) -> bool:
    """Tell whether an earlier build made *folder*."""
    return bool(_listed(folder))


def _may_replace(folder: Path) -> bool:
    if not folder.exists():
        return True
    return folder.is_dir() and (is_ours(folder) or not list(folder.iterdir()))


def _manifest(wanted: dict[str, bytes]) -> bytes:
    files = {path: sha256(content).hexdigest() for path, content in sorted(wanted.items())}
    return (json.dumps({"dateline": 1, "files": files}, indent=0, ensure_ascii=False) + "\n").encode()


def _listed(folder: Path) -> frozenset[str]:
    """Return the paths that the folder's manifest names, itself included; empty when there is none that can be read."""
    try:
        said = json.loads((folder / MANIFEST).read_bytes())
        return frozenset([*said["files"], MANIFEST]) if said["dateline"] else frozenset()
    except (OSError, ValueError, TypeError, KeyError):
        return frozenset()


def _replaced(folder: Path, wanted: dict[str, bytes], *, clean: bool) -> Written:
    before = _listed(folder)
    present = dict(_walk(folder))
    same = {path for path, content in wanted.items() if path in present and _holds(present[path], content)}
    strangers = [path for path in present if path not in wanted and path not in before]
    if clean:
        strangers = [path for path in strangers if path.partition("/")[0] in _REPOSITORIES]
    removed = len(present.keys() - wanted.keys() - set(strangers))
    done = Written(folder, len(wanted) - 1, len(wanted.keys() - same - {MANIFEST}), removed)
    if len(same) == len(wanted) and not removed:
        return done
    stage = _stage_beside(folder)
    try:
        _fill(stage, folder, wanted, same, strangers)
        old = exchanged(stage, folder)
    except BaseException:
        shutil.rmtree(stage, ignore_errors=True)
        raise
    if old is not None:
        shutil.rmtree(old, ignore_errors=True)
    return done


def _stage_beside(folder: Path) -> Path:
    """Make an empty sibling folder; what a killed build left there is removed first."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{folder.name}.dateline-"
    for left in sorted(folder.parent.iterdir()):
        if left.name.startswith(prefix) and not _alive(left.name.removeprefix(prefix)):
            shutil.rmtree(left, ignore_errors=True)
    stage = folder.parent / f"{prefix}{os.getpid()}"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir()
    stage.chmod(_FOLDER_MODE)
    return stage


def _alive(process: str) -> bool:
    if not process.isdecimal() or int(process) == os.getpid():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _fill(stage: Path, folder: Path, wanted: dict[str, bytes], same: set[str], strangers: list[str]) -> None:
    made = {stage}
    for path, content in sorted(wanted.items()):
        target = stage / path
        _make_folders(target.parent, made)
        if path in same:
            _link(folder / path, target)
        else:
            target.write_bytes(content)
        target.chmod(_FILE_MODE)
    for path in sorted(strangers):
        _make_folders((stage / path).parent, made)
        _link(folder / path, stage / path)


def _make_folders(folder: Path, made: set[Path]) -> None:
    if folder not in made:
        _make_folders(folder.parent, made)
        with suppress(FileExistsError):
            folder.mkdir()
        folder.chmod(_FOLDER_MODE)
        made.add(folder)


def _link(source: Path, target: Path) -> None:
    """Put the same file at another place; a copy with its time stamps where links are not possible."""
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(source, target, follow_symlinks=False)


def _walk(folder: Path) -> Iterator[tuple[str, Path]]:
    for here, folders, files in os.walk(folder):
        links = [name for name in folders if Path(here, name).is_symlink()]
        for name in files + links:
            path = Path(here, name)
            yield path.relative_to(folder).as_posix(), path


def _holds(path: Path, content: bytes) -> bool:
    if path.is_symlink() or path.stat().st_size != len(content):
        return False
    return path.read_bytes() == content
