"""An OpenTarget: what publishing needs of a host. In: nothing; a noun, the name of our manifest there, and the error of hosts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

PUBLISHED = ".dateline-published.json"
"""Lies in the target and names the files that publishing put there, with their SHA-256; only these are ever deleted."""


class HostError(Exception):
    """A host refused or could not be reached; the message says why, in the host's own words where it has any."""


@dataclass(frozen=True, slots=True)
class OpenTarget:
    """A target that is open. Paths are relative to it, with forward slashes. Every function may raise :class:`HostError`.

    ``names`` lists all files there, ours or not. ``read`` returns those of the paths that exist. ``put`` writes files, whole each.
    ``remove`` deletes files. ``finish`` makes it all visible where the host does so at once; it is given a line for the log.
    """

    names: Callable[[], frozenset[str]]
    read: Callable[[Iterable[str]], Mapping[str, bytes]]
    put: Callable[[Mapping[str, bytes]], None]
    remove: Callable[[Sequence[str]], None]
    finish: Callable[[str], None] = lambda _line: None


Host = Callable[[str, Path], AbstractContextManager[OpenTarget]]
"""Opens an address (what follows the scheme of a target) for a project's folder."""


def assets_first(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Give the files so that no page is there before what it is made with: other files, then pages, the start page last."""
    return iter(sorted(files.items(), key=lambda each: (each[0].endswith(".html"), each[0] == "index.html", each[0])))
