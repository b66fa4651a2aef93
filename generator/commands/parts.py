"""Files that hold several articles → what is in them, remembered: a document is taken apart once, not in every build.

In: the project's folder. Out: the step of the build that parts files.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from generator.edge.codec import FOREIGN, codec_of
from generator.edge.memory import Memory, key_of, program_key
from generator.edge.project import own_folder
from generator.edge.sealing import user_key
from generator.model.diagnostic import Checked
from generator.model.project import ArticleFiles, File
from generator.read.formats.held import Held
from generator.read.parting import held_in, parted

_Found = Checked[tuple[Held, ...]]
_ROOMS = ("model", "read")
"""What takes a file apart; a change in any of these rooms has it done anew."""


def parting(folder: Path, *, remember: bool = True) -> Callable[[tuple[ArticleFiles, ...]], Checked[tuple[ArticleFiles, ...]]]:
    """Return what parts the files of the project in *folder*; what they hold is kept in this process, and in the project's memory."""
    place, seal = own_folder(folder, "parts"), user_key()
    memory = Memory(place, seal) if remember and place and seal else None
    known: dict[File, _Found] = {}

    def part(files: tuple[ArticleFiles, ...]) -> Checked[tuple[ArticleFiles, ...]]:
        fresh: dict[File, _Found] = {}

        def opened(file: File) -> _Found:
            fresh[file] = known.get(file) or _opened(file, memory)
            return fresh[file]

        done = parted(files, opened)
        known.clear()
        known.update(fresh)
        if memory and fresh:
            memory.tidy()
        return done

    return part


def _opened(file: File, memory: Memory | None) -> _Found:
    """Return what a file holds, from the memory if it is there."""
    if memory is None:
        return held_in(file)
    codec, key = codec_of(_Found), key_of((program_key(_ROOMS), file.path, file.content))
    words = memory.recall(key)
    if words is not None:
        with suppress(*FOREIGN):
            found: _Found = codec.decode(json.loads(words))
            return found
    made = held_in(file)
    memory.keep(key, json.dumps(codec.encode(made)).encode())
    return made
