"""The files of a site in, a folder on disk out: whole or not at all.

A sibling folder is filled and then swapped with the old one, so that a reader, or a kill at any moment, sees the old site or the new.
Files that have not changed are linked into the new folder, not written again, and keep their time stamps.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.edge.plain import content_of
from generator.edge.staging import MadeFiles, fill, put_aside, settle, stage_beside, sweep
from generator.edge.swap import exchanged
from generator.model import codes
from generator.model.diagnostic import Checked, Location, tell
from generator.model.page import Output

MANIFEST = ".dateline-manifest.json"
"""Names the files that a build wrote; a folder without it was not made by us."""
_REPOSITORIES = (".git", ".hg", ".svn")


@dataclass(frozen=True, slots=True)
class Written:
    """What a write did, in numbers of files (the manifest not counted)."""

    folder: Path
    files: int
    changed: int = 0
    removed: int = 0


class OutputRefusedError(Exception):
    """Raised by whoever makes the files of a site, when what they come to must not stand."""


def write_site(
    folder: Path, outputs: Iterable[Output], *, spare: Path | None = None, clean: bool = False, durable: bool = True
) -> Checked[Written | None]:
    """Write a site to *folder*, replacing an earlier one there.

    Args:
        folder: where to; absent, empty, or made by an earlier build.
        outputs: the files, made one after the other: none is kept in memory. Their paths are relative, with forward slashes. May raise
            RefusedError, at its end too.
        spare: where the replaced tree is kept, to be filled again by the next build; None removes it.
        clean: remove files too that no build put there (repositories such as ``.git`` stay).
        durable: wait until all is on the disk before the old site goes, so that no loss of power leaves half of one.

    Returns:
        What was done; None when nothing was, and then the folder is as it was before, and a diagnostic says why unless it was refused.
    """
    folder = Path(os.path.realpath(folder))
    try:
        if not _may_replace(folder):
            hint = "choose another folder with -o, or empty this one"
            return Checked(None, (tell(codes.NOT_OURS, Location(str(folder)), hint, folder=folder),))
        left = sweep(folder)
        told = (tell(codes.LEFT_OVER, Location(str(folder)), count=f"{left} folder{'s' * (left > 1)}", verb="are" if left > 1 else "is"),)
        made = MadeFiles(folder, durable=durable)
        try:
            _make(outputs, made)
            done = _replaced(folder, made, spare, clean=clean, durable=durable)
        finally:
            made.remove()
        return Checked(done, told if left else ())
    except OutputRefusedError:
        return Checked(None)
    except OSError as error:
        return Checked(None, (tell(codes.CANNOT_WRITE, Location(str(folder)), None, folder=folder, reason=error.strerror or error),))


def is_ours(folder: Path) -> bool:
    """Tell whether an earlier build made *folder*."""
    return bool(_listed(folder))


def _may_replace(folder: Path) -> bool:
    if not folder.exists():
        return True
    return folder.is_dir() and (is_ours(folder) or not list(folder.iterdir()))


def _make(outputs: Iterable[Output], made: MadeFiles) -> None:
    """Make all files, and the manifest of them."""
    sums: dict[str, str] = {}
    for each in outputs:
        sums[each.path] = sha256(each.content).hexdigest()
        made.put(each.path, each.content)
    files = dict(sorted(sums.items()))
    made.put(MANIFEST, (json.dumps({"dateline": 1, "files": files}, indent=0, ensure_ascii=False) + "\n").encode())


def _listed(folder: Path) -> frozenset[str]:
    """Return the paths that the folder's manifest names, itself included; empty when there is none that was written by us.

    Raises:
        OSError: there is one, and it cannot be read: what is ours is not known then.
    """
    try:
        said = json.loads(content_of(folder / MANIFEST))
        return frozenset([*said["files"], MANIFEST]) if said["dateline"] else frozenset()
    except (FileNotFoundError, NotADirectoryError, ValueError, TypeError, KeyError, RecursionError):
        return frozenset()


def _replaced(folder: Path, made: MadeFiles, spare: Path | None, *, clean: bool, durable: bool) -> Written:
    before = _listed(folder)
    shared = {path: place for path, place in made.present.items() if path in made.wanted and path not in made.fresh}
    strangers = {path: place for path, place in made.present.items() if path not in made.wanted and path not in before}
    if clean:
        strangers = {path: place for path, place in strangers.items() if path.partition("/")[0] in _REPOSITORIES}
    removed = len(made.present.keys() - made.wanted - strangers.keys())
    done = Written(folder, len(made.wanted) - 1, len(made.fresh.keys() - {MANIFEST}), removed)
    if not made.fresh and not removed:
        return done
    stage = stage_beside(folder, spare)
    try:
        fill(stage, made.fresh, {**shared, **strangers}, durable=durable)
        old = exchanged(stage, folder)
        if durable:
            settle(folder.parent)
    except BaseException:
        shutil.rmtree(stage, ignore_errors=True)
        raise
    if old is not None:
        put_aside(old, spare)
    return done
