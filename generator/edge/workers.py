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


def computed(function: Callable[[T], R], inputs: Sequence[T], workers: int | None = None) -> Iterator[R]:
    """Apply *function* to every input.

    Args:
        function: pure; what it raises is raised here.
        inputs: what it is applied to.
        workers: how many processes; None takes one per core when there are inputs enough, 1 none but this one.
    """
    count = _cores() if workers is None and len(inputs) >= WORTH_A_POOL else workers or 1
    count = min(count, len(inputs))
    if count < 2 or not _can_travel(function):
        yield from map(function, inputs)
        return
    import multiprocessing  # noqa: PLC0415 - a build of a few articles does without
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    chunk = max(1, min(32, len(inputs) // (count * 4)))
    with ProcessPoolExecutor(count, mp_context=multiprocessing.get_context(_start_method())) as pool:
        yield from pool.map(function, inputs, chunksize=chunk)


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
