"""The files of a site and an OpenTarget in; what changed is uploaded, what an earlier publish left is deleted, all else stays.

A manifest in the target names what publishing put there. It is written before anything else (with what is under way) and again at the
end, so that a publish that broke off is taken up by the next one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from generator.edge.hosts.host import PUBLISHED, HostError, OpenTarget
from generator.model import codes
from generator.model.diagnostic import Checked, Diagnostic, tell

_UNDER_WAY = ""
"""Stands for the digest of a file of which it is not known what the target holds."""
_FORBIDDEN = frozenset({"", ".", "..", ".git"})
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Cargo:
    """A whole site by path, how people call its target, and the line for the log of a host that keeps one."""

    files: Mapping[str, bytes]
    target: str
    line: str = "Publish"


@dataclass(frozen=True, slots=True)
class Shipped:
    """What a publish put there, took away and left as it was (or would, when it is a dry run)."""

    put: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int


def ship(place: OpenTarget, cargo: Cargo, *, dry_run: bool = False, overwrite: bool = False) -> Checked[Shipped | None]:
    """Make a target hold these files.

    Args:
        place: the target, open.
        cargo: the site, and how it is called.
        dry_run: only say what would be done.
        overwrite: replace files that no publish put there.

    Returns:
        What was done; None with NOT_PUBLISHED when other people's files stand in the way, or CANNOT_PUBLISH.
    """
    try:
        return _shipped(place, cargo, dry_run=dry_run, overwrite=overwrite)
    except (HostError, OSError) as error:
        return Checked(None, (tell(codes.CANNOT_PUBLISH, target=cargo.target, reason=reason(error)),))


def reason(error: Exception) -> str:
    """Say in one line why a host failed."""
    told = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
    path = f" ({error.filename})" if isinstance(error, OSError) and error.filename else ""
    return " ".join(told.split()) + path


def _shipped(place: OpenTarget, cargo: Cargo, *, dry_run: bool, overwrite: bool) -> Checked[Shipped | None]:
    files = cargo.files
    there = place.names()
    before = listed(place.read([PUBLISHED]).get(PUBLISHED)) if PUBLISHED in there else {}
    wanted = {path: sha256(content).hexdigest() for path, content in files.items()}
    put = sorted(path for path, digest in wanted.items() if path not in there or before.get(path) != digest)
    removed = sorted(path for path in before if path not in wanted and path in there)
    kept = len(wanted) - len(put)
    strangers = sorted(path for path in put if path in there and path not in before)
    if strangers and not overwrite:
        found = place.read(strangers)
        said = tuple(_stranger(path, cargo.target) for path in strangers if found.get(path) != files[path])
        if said:
            return Checked(None, said[:_MOST_NAMED])
    done = Shipped(tuple(put), tuple(removed), kept)
    if dry_run or (not put and not removed and before == wanted):
        return Checked(done)
    under_way = {**dict.fromkeys((*removed, *put), _UNDER_WAY), **{path: wanted[path] for path in wanted if path not in set(put)}}
    place.put({PUBLISHED: manifest(under_way)})
    place.put({path: files[path] for path in put})
    place.remove(removed)
    place.put({PUBLISHED: manifest(wanted)})
    place.finish(cargo.line)
    return Checked(done)


def manifest(digests: Mapping[str, str]) -> bytes:
    """Write down which files are ours, with their digests."""
    return (json.dumps({"dateline": 1, "files": dict(sorted(digests.items()))}, indent=0, ensure_ascii=False) + "\n").encode()


def listed(content: bytes | None) -> dict[str, str]:
    """Return what a manifest names; nothing that leads out of the target, and nothing at all where it cannot be read."""
    try:
        files = json.loads(content or b"")["files"]
        return {path: digest for path, digest in files.items() if isinstance(digest, str) and is_safe(path)}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def is_safe(path: str) -> bool:
    """Tell whether a path stays inside the target, on any system, and out of a repository's own folder."""
    parts = PurePosixPath(path).parts
    plain = path != "" and "/".join(parts) == path and not any(sign in path for sign in "\\\0\n\r")
    return plain and not path.startswith("/") and not _FORBIDDEN & set(parts)


def _stranger(path: str, target: str) -> Diagnostic:
    return tell(codes.NOT_PUBLISHED, None, "move it away, or publish once with --overwrite", path=path, target=target)
