"""Who edits: a project's folder in, the name that git knows its user by out; None where git has none to tell."""

from __future__ import annotations

import subprocess
from pathlib import Path

_LONGEST = 200


def author(folder: Path) -> str | None:
    """Return ``git config user.name`` as it holds in *folder*."""
    try:
        done = subprocess.run(["git", "config", "user.name"], cwd=folder, capture_output=True, check=False, timeout=5)  # noqa: S607 - the user's own git, from the user's own PATH
    except (OSError, subprocess.TimeoutExpired):
        return None
    name = done.stdout.decode(errors="replace").strip()
    return name[:_LONGEST] or None
