"""A file that a save wrote, and what the desk wants of the folder that it is written to (``edge/editing/saving.py`` has it)."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol


class RefusedError(Exception):
    """A save or an undo that must not be done; the message says why."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A file that was written: its path relative to the project, its text, and the hash of its bytes.

    ``told`` is what the act does, in words; ``event`` the id of the event that it is about, as it is called after the act.
    """

    path: str
    text: str
    digest: str
    told: tuple[str, ...] = ()
    event: str = ""


class Folder(Protocol):
    """The folder of a project's edits."""

    def locked(self) -> AbstractContextManager[None]:
        """Hold the project's lock."""

    def write(self, folder: str, name: str, text: str) -> Saved:
        """Write a new file; the lock must be held.

        Raises:
            RefusedError, OSError: it cannot be written.
        """

    def take_back(self, saved: Saved) -> None:
        """Remove a file that was written; the lock must be held.

        Raises:
            RefusedError: it has been changed since, or is gone.
        """
