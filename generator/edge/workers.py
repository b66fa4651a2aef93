"""A function and its inputs in, its results out, in the order of the inputs: in this process, or spread over several."""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

WORTH_A_POOL = 100
"""Inputs below which starting processes costs more than it saves (measured on two cores)."""


def computed(
    function: Callable[[T], R], inputs: Sequence[T], workers: int | None = None, lost: Callable[[T], R] | None = None
) -> Iterator[R]:
    """Apply *function* to every input.

    Args:
        function: pure; what it raises is raised here.
        inputs: what it is applied to.
        workers: how many processes; None takes one per core when there are inputs enough, 1 none but this one.
        lost: gives the result for an input whose process was ended from without (by the system, for want of memory), also when it
            was tried once more by itself; None raises BrokenProcessPool.
    """
    count = _cores() if workers is None and len(inputs) >= WORTH_A_POOL else workers or 1
    count = min(count, len(inputs))
    if count < 2 or not _can_travel(function):
        yield from map(function, inputs)
        return
    yield from _spread(function, inputs, count, lost)


def _spread(function: Callable[[T], R], inputs: Sequence[T], count: int, lost: Callable[[T], R] | None) -> Iterator[R]:
    """Let several processes work; after one was ended, go on one by one, to find out by which input, and then with all again."""
    import multiprocessing  # noqa: PLC0415 - a build of a few articles does without
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    chunk = max(1, min(32, len(inputs) // (count * 4)))
    done = alone_until = 0
    while done < len(inputs):
        alone = done < alone_until
        part = inputs[done:alone_until] if alone else inputs[done:]
        try:
            with ProcessPoolExecutor(1 if alone else count, mp_context=multiprocessing.get_context(_start_method())) as pool:
                for result in pool.map(function, part, chunksize=1 if alone else chunk):
                    yield result
                    done += 1
        except BrokenProcessPool:
            if lost is None:
                raise
            if alone:
                yield lost(inputs[done])
                done += 1
            else:
                alone_until = min(len(inputs), done + chunk * (count + 1))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _start_method() -> str:
    """Forking is quickest, and safe only while this process has one thread."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def _can_travel(function: object) -> bool:
    """Tell whether a function can be sent to another process (a closure of an extension cannot)."""
    try:
        pickle.dumps(function)
    except (pickle.PicklingError, AttributeError, TypeError):
        return False
    return True
