"""What speaks against publishing to a target: another project's timeline, something that is none, a good timeline below an empty one.

In: what stands there, and what is to be. Out: messages, each with what to do; none where nothing speaks against it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from generator.edge.hosts.host import PUBLISHED, OpenTarget
from generator.edge.hosts.manifest import Manifest, Owner
from generator.model import codes
from generator.model.diagnostic import Diagnostic, tell

EVENTS = "timeline.json"
"""The file of a site that says which events it holds."""
_OF_A_HOST = re.compile(
    r"\..*|(?:README|LICEN[CS]E|COPYING)\b.*|CNAME|favicon\.ico|_headers|_redirects|netlify\.toml|(?:security|ads)\.txt", re.IGNORECASE
)
"""What lies at the root of a place without being a site: what hosts want there, and what they make a new repository with."""
_MOST_NAMED = 3
_ONCE = "publish once with --overwrite"


@dataclass(frozen=True, slots=True)
class Cargo:
    """A whole site by path, how people call its target, and the line for the log of a host that keeps one.

    ``owner`` is whose it is, ``is_first`` whether that project has published nowhere yet, ``is_empty`` whether the timeline holds no event.
    ``at_home`` marks a target that is the project's own output folder: what a build put there counts as published.
    """

    files: Mapping[str, bytes]
    target: str
    line: str = "Publish"
    owner: Owner = field(default_factory=Owner)
    is_first: bool = False
    is_empty: bool = False
    at_home: bool = False


def objections(place: OpenTarget, there: AbstractSet[str], before: Manifest, cargo: Cargo) -> Iterator[Diagnostic]:
    """Say what speaks against it; *there* are the paths at the target, *before* is its manifest."""
    if before.files and _is_anothers(before.owner, cargo):
        whose = (
            f"“{before.owner.title}”, the timeline of another project,"
            if before.owner.title
            else "a timeline that this project did not publish"
        )
        hint = f"choose another place; if it is this project's, put its permalinks.json back; if it is to give way, {_ONCE}"
        yield tell(codes.ANOTHERS, None, hint, target=cargo.target, whose=whose)
    elif before.files and cargo.is_empty and _holds_events(place, there):
        hint = f"the warning D109 says why it holds none; if readers are to find nothing there, {_ONCE}"
        yield tell(codes.EMPTY_OVER_GOOD, None, hint, target=cargo.target)
    others = sorted(path for path in there if path not in cargo.files and path != PUBLISHED and not _OF_A_HOST.fullmatch(path))
    if others and not before.files:
        named = ", ".join(others[:_MOST_NAMED]) + (" …" if len(others) > _MOST_NAMED else "")
        hint = f"choose a folder or a branch of its own; to put the site beside them, {_ONCE}: only files of the same names are replaced"
        yield tell(codes.HOLDS_OTHERS, None, hint, target=cargo.target, count=f"{len(others):,} file{'s' * (len(others) > 1)}", named=named)


def _is_anothers(owner: Owner, cargo: Cargo) -> bool:
    """Tell whether a publication is not of this project, which takes one without an owner for its own if it has published before."""
    return owner.id != cargo.owner.id if owner.id else cargo.is_first and not cargo.at_home


def _holds_events(place: OpenTarget, there: AbstractSet[str]) -> bool:
    """Tell whether readers find any event there; what cannot be read is taken to hold some."""
    try:
        return EVENTS not in there or json.loads(place.read([EVENTS])[EVENTS])["events"] != []
    except (ValueError, TypeError, KeyError, RecursionError):
        return True
