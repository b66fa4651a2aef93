"""The manifest that publishing leaves in a target: which files it put there, with their SHA-256, and whose they are. In and out: its JSON.

Only what it names is ever replaced or deleted; whatever it says, nothing outside the target is meant.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

_FORBIDDEN = frozenset({"", ".", "..", ".git"})
_LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a publication is: the id of its project, which alone tells it from others, and its title, for people."""

    id: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of a publication, path → SHA-256 in hex, and whose it is; no owner where an early version wrote it."""

    files: Mapping[str, str] = field(default_factory=dict)
    owner: Owner = field(default_factory=Owner)


def written(manifest: Manifest) -> bytes:
    """Write a manifest down."""
    whose = {"project": manifest.owner.id, "title": manifest.owner.title} if manifest.owner.id else {}
    value = {"dateline": 1, **whose, "files": dict(sorted(manifest.files.items()))}
    return (json.dumps(value, indent=0, ensure_ascii=False) + "\n").encode()


def read(content: bytes | None) -> Manifest:
    """Return what a manifest says: no path that leads out of the target, and nothing at all where it cannot be read."""
    try:
        said = json.loads(content or b"")
        files = {path: digest for path, digest in said["files"].items() if isinstance(digest, str) and is_safe(path)}
        return Manifest(files, Owner(_line(said.get("project")), _line(said.get("title"))))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Manifest()


def is_safe(path: str) -> bool:
    """Tell whether a path stays inside the target, on any system, and out of a repository's own folder."""
    parts = PurePosixPath(path).parts
    plain = path != "" and "/".join(parts) == path and not any(sign in path for sign in "\\\0\n\r")
    return plain and not path.startswith("/") and not _FORBIDDEN & set(parts)


def _line(value: object) -> str:
    """Return a text of the manifest as one line that fits a message."""
    return " ".join(value.split())[:_LONGEST_TITLE] if isinstance(value, str) else ""
