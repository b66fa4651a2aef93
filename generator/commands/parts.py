"""Files that hold several articles → what is in them, remembered: a document is taken apart once, not in every build.

In: the project's folder. Out: the step of the build that parts files.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

from generator.edge.codec import FOREIGN, Codec, codec_of
from generator.edge.memory import Memory, key_of, program_key
from generator.edge.progress import Progress
from generator.edge.project import own_folder
from generator.edge.sealing import user_key
from generator.edge.workers import Local
from generator.model.codes import PROGRAM_FAILED
from generator.model.diagnostic import Checked, Location
from generator.model.failure import failed
from generator.model.project import ArticleFiles, File
from generator.read.formats.held import Held
from generator.read.parting import held_in, parted

_Found = Checked[tuple[Held, ...]]
_ROOMS = ("model", "read")
"""What takes a file apart; a change in any of these rooms has it done anew."""
_WORTH = 8
"""Files to be taken apart from which on several processes do it; a document takes as long as ten texts."""


def parting(
    folder: Path, *, remember: bool = True, workers: int | None = None, told: Progress | None = None
) -> Callable[[tuple[ArticleFiles, ...]], Checked[tuple[ArticleFiles, ...]]]:
    """Return what parts the files of the project in *folder*; what they hold is kept in this process, and in the project's memory."""
    place, seal = own_folder(folder, "parts"), user_key()
    memory = Memory(place, seal) if remember and place and seal else None
    known: dict[File, _Found] = {}

    def opened(files: Sequence[File]) -> Iterator[_Found]:
        fresh = [file for file in files if file not in known]
        found = {file: known[file] for file in files if file in known}
        for done, (file, held) in enumerate(zip(fresh, _opened(fresh, memory, workers), strict=True)):
            if told:
                told.count("taking files apart", done, len(fresh))
            found[file] = held
        if told and fresh:
            told.phase("reading")
        known.clear()
        known.update(found)
        return (found[file] for file in files)

    return lambda files: parted(files, opened)


def _opened(files: Sequence[File], memory: Memory | None, workers: int | None) -> Iterator[_Found]:
    """Yield what each file holds, from the memory where it is there."""
    program = program_key(_ROOMS) if memory and files else ""
    keys = [key_of((program, file.path, file.mark)) for file in files]
    held = {key: found for key in keys if memory and (found := _recalled(memory, key)) is not None}
    made = Local(workers, _WORTH)(_in_words, [file for key, file in zip(keys, files, strict=True) if key not in held], _lost)
    for key in keys:
        if key in held:
            yield held[key]
            continue
        words = next(made)
        fresh: _Found = _codec().decode(json.loads(words))
        if memory and not any(each.code == PROGRAM_FAILED for each in fresh.diagnostics):
            memory.keep(key, words)
        yield fresh
    if memory and files:
        memory.tidy()


def _recalled(memory: Memory, key: str) -> _Found | None:
    words = memory.recall(key)
    if words is not None:
        with suppress(*FOREIGN):
            found: _Found = _codec().decode(json.loads(words))
            return found
    return None


def _in_words(file: File) -> bytes:
    """Take a file apart and write down what it holds; runs in whichever process is free."""
    return json.dumps(_codec().encode(held_in(file))).encode()


def _lost(file: File) -> bytes:
    """Return what is known of a file on which the process that read it came to an end."""
    said = failed(Location(file.path), "the process that read it was ended, perhaps for want of memory")
    return json.dumps(_codec().encode(Checked((), (said,)))).encode()


@cache
def _codec() -> Codec:
    return codec_of(_Found)
