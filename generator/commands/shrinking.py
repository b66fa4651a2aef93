"""The versions of pictures, remembered: one of twelve million pixels takes a second, and is made once, not in every build.

In: the project's folder. Out: what makes a version.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.edge.memory import Memory, key_of, program_key
from generator.edge.project import own_folder
from generator.edge.sealing import user_key
from generator.render.pictures import version

_ROOMS = ("render",)
"""What makes a version; a change in this room has it made anew."""


def shrinking(folder: Path, *, remember: bool = True) -> Callable[[bytes, int], bytes]:
    """Return what makes a picture of a width, for the project in *folder*: by its memory, if it has one."""
    place, seal = own_folder(folder, "pictures"), user_key()
    if not (remember and place and seal):
        return version
    memory = Memory(place, seal)
    memory.tidy()

    def shrunk(content: bytes, width: int) -> bytes:
        key = key_of((program_key(_ROOMS), content, str(width)))
        held = memory.recall(key)
        if held is not None:
            return held
        made = version(content, width)
        memory.keep(key, made)
        return made

    return shrunk
