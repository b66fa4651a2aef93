"""Somebody who edits: the name that signs acts, and how the desk marks what is theirs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Editor:
    """An editor: ``initials`` are one to four characters, ``colour`` is ``#rrggbb``."""

    name: str
    initials: str
    colour: str
