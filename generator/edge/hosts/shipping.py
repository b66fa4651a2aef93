"""The files of a site and an OpenTarget in; what changed is uploaded, what an earlier publish left is deleted, all else stays.

A manifest in the target names what publishing put there, and whose it is. It is written before anything else (with what is under way) and
again at the end, so that a publish that broke off is taken up by the next one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from generator.edge.hosts.claims import Cargo, objections
from generator.edge.hosts.host import PUBLISHED, HostError, OpenTarget
from generator.edge.hosts.manifest import Manifest, read, written
from generator.edge.output import MANIFEST
from generator.model import codes
from generator.model.diagnostic import Checked, Diagnostic, tell

_UNDER_WAY = ""
"""Stands for the digest of a file of which it is not known what the target holds."""
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Shipped:
    """What a publish put there, took away and left as it was (or would, when it is a dry run)."""

    put: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int


def ship(
    place: OpenTarget,
    cargo: Cargo,
    *,
    dry_run: bool = False,
    overwrite: bool = False,
    ready: Callable[[], tuple[Diagnostic, ...]] = tuple,
) -> Checked[Shipped | None]:
    """Make a target hold these files.

    Args:
        place: the target, open.
        cargo: the site, and how it is called.
        dry_run: only say what would be done.
        overwrite: replace what stands there, whosever it is.
        ready: called when nothing speaks against it, before anything is put there; what it says stops it.

    Returns:
        What was done; None with what speaks against it (NOT_PUBLISHED where other people's files stand in the way), or CANNOT_PUBLISH.
    """
    try:
        return _shipped(place, cargo, dry_run=dry_run, overwrite=overwrite, ready=ready)
    except (HostError, OSError) as error:
        return Checked(None, (tell(codes.CANNOT_PUBLISH, target=cargo.target, reason=reason(error)),))


def reason(error: Exception) -> str:
    """Say in one line why a host failed."""
    told = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
    path = f" ({error.filename})" if isinstance(error, OSError) and error.filename else ""
    return " ".join(told.split()) + path


def _shipped(
    place: OpenTarget, cargo: Cargo, *, dry_run: bool, overwrite: bool, ready: Callable[[], tuple[Diagnostic, ...]]
) -> Checked[Shipped | None]:
    there = place.names()
    known = _known(place, there, cargo)
    before = known.files
    wanted = {path: sha256(content).hexdigest() for path, content in cargo.files.items()}
    put = sorted(path for path, digest in wanted.items() if path not in there or before.get(path) != digest)
    removed = sorted(path for path in before if path not in wanted and path in there)
    done = Shipped(tuple(put), tuple(removed), len(wanted) - len(put))
    if not overwrite:
        strangers = [path for path in put if path in there and path not in before]
        said = (*objections(place, there, known, cargo), *_in_the_way(place, strangers, cargo))
        if said:
            return Checked(None, said)
    if dry_run:
        return Checked(done)
    if failed := ready():
        return Checked(None, failed)
    whole = Manifest(wanted, cargo.owner)
    if put or removed or known != whole:
        _carry(place, cargo, done, whole)
    return Checked(done)


def _carry(place: OpenTarget, cargo: Cargo, done: Shipped, whole: Manifest) -> None:
    """Put and remove what is to be; the manifest says before and after what is sure."""
    moving = {*done.put, *done.removed}
    sure = {path: digest for path, digest in whole.files.items() if path not in moving}
    place.put({PUBLISHED: written(Manifest(dict.fromkeys(moving, _UNDER_WAY) | sure, cargo.owner))})
    place.put({path: cargo.files[path] for path in done.put})
    place.remove(done.removed)
    place.put({PUBLISHED: written(whole)})
    place.finish(cargo.line)


def _known(place: OpenTarget, there: frozenset[str], cargo: Cargo) -> Manifest:
    """Return what a publish says that it put there; in the project's own output folder, where none did, what a build says."""
    names = (PUBLISHED, MANIFEST) if cargo.at_home else (PUBLISHED,)
    return next((found for name in names if name in there and (found := read(place.read([name]).get(name))).files), Manifest())


def _in_the_way(place: OpenTarget, strangers: list[str], cargo: Cargo) -> tuple[Diagnostic, ...]:
    """Name files of the same paths that no publish put there and that hold something else."""
    found = place.read(strangers) if strangers else {}
    said = [path for path in strangers if found.get(path) != cargo.files[path]]
    hint = "move it away, or publish once with --overwrite"
    return tuple(tell(codes.NOT_PUBLISHED, None, hint, path=path, target=cargo.target) for path in said[:_MOST_NAMED])
