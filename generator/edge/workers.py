"""A function and its inputs in, its results out, in the order of the inputs: in this process, or spread over several.

Never more than a bounded number of results waits to be taken.
"""

from __future__ import annotations

import gc
import os
import pickle
import resource
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

T = TypeVar("T")
R = TypeVar("R")

WORTH_A_POOL = 100
"""Inputs below which starting processes costs more than it saves (articles, measured on two cores)."""
_LARGEST_BATCH = 32
_MEMORY = 1_500_000_000
"""Bytes that this process and those that it starts may hold together, unless somebody says how many to start: one that is forked makes
its own what it inherits as it looks at it (measured at 10,000 articles: two of them held as much again each)."""
_AHEAD = 4
"""How many batches of results each process may be ahead of who takes them."""


class Workers(Protocol):
    """Who computes: the processes of this machine, or a cluster. The results are the same, and in the same order."""

    def __call__(self, function: Callable[[T], R], inputs: Sequence[T], lost: Callable[[T], R] | None = None) -> Iterator[R]:
        """Apply *function*, which is pure, to every input; *lost* gives the result for one whose process was ended from without."""


class Local:
    """The processes of this machine."""

    def __init__(self, count: int | None = None, worth: int = WORTH_A_POOL) -> None:
        """*count* is how many processes; None takes one per core where there are inputs enough (*worth*), 1 none but this one."""
        self._count, self._worth = count, worth

    def __call__(self, function: Callable[[T], R], inputs: Sequence[T], lost: Callable[[T], R] | None = None) -> Iterator[R]:
        """Apply *function* to every input.

        Args:
            function: pure; what it raises is raised here.
            inputs: what it is applied to.
            lost: gives the result for an input whose process was ended from without (by the system, for want of memory), also when it
                was tried once more by itself; None raises BrokenProcessPool.
        """
        count = min(cores(), fitting(held())) if self._count is None and len(inputs) >= self._worth else self._count or 1
        count = min(count, len(inputs))
        if count < 2 or not (_start_method() == "fork" or _can_travel(function)):
            return map(function, inputs)
        return _spread(function, inputs, count, lost)


def fitting(each: int) -> int:
    """Return how many processes may be started by one that holds so many bytes, if each comes to hold as much.

    >>> fitting(100_000_000), fitting(500_000_000), fitting(1_000_000_000)
    (14, 2, 0)
    """
    return max(0, _MEMORY // max(1, each) - 1)


def held() -> int:
    """Return how many bytes of memory this process holds now; where the system does not tell, the most that it ever held."""
    with suppress(OSError, ValueError, IndexError):
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _spread(function: Callable[[T], R], inputs: Sequence[T], count: int, lost: Callable[[T], R] | None) -> Iterator[R]:
    """Let several processes work; after one was ended, go on one by one, to find out by which input, and then with all again."""
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - a build of a few articles does without

    size = max(1, min(_LARGEST_BATCH, len(inputs) // (count * 4)))
    done = alone_until = 0
    while done < len(inputs):
        alone = done < alone_until
        part = inputs[done:alone_until] if alone else inputs[done:]
        try:
            with _pool(function, 1 if alone else count) as pool:
                for result in _results(pool, part, 1 if alone else size, 1 if alone else count * _AHEAD):
                    yield result
                    done += 1
        except BrokenProcessPool:
            if lost is None:
                raise
            if alone:
                yield lost(inputs[done])
                done += 1
            else:
                alone_until = min(len(inputs), done + size * (count * _AHEAD + 1))


def _results(pool: ProcessPoolExecutor, inputs: Sequence[Any], size: int, ahead: int) -> Iterator[Any]:
    """Yield the results of batches, a few of which are given out before the first is taken."""
    batches = (inputs[start : start + size] for start in range(0, len(inputs), size))
    waiting: deque[Future[list[Any]]] = deque(pool.submit(_work, batch) for batch in islice(batches, ahead))
    while waiting:
        done = waiting.popleft().result()
        waiting.extend(pool.submit(_work, batch) for batch in islice(batches, 1))
        yield from done


@contextmanager
def _pool(function: Callable[..., Any], count: int) -> Iterator[ProcessPoolExecutor]:
    """Give a pool that applies a function. Whoever breaks off (Ctrl-C, say) does not wait for what it is at."""
    import multiprocessing  # noqa: PLC0415 - as above
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    context = multiprocessing.get_context(_start_method())
    pool = ProcessPoolExecutor(count, mp_context=context, initializer=_begin, initargs=(function,))
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()


_SELDOM = 100_000, 50, 50
"""So many new objects, and so many looks at the young for one at the older, are between two looks for garbage."""
_GIVEN: list[Callable[..., Any]] = []
"""In a process of a pool: the function that it applies. A forked one inherits it, whatever it holds."""


def _begin(function: Callable[..., Any]) -> None:
    """Prepare a process of a pool: what it inherited stays where it is, so that the memory it lies in remains shared.

    Garbage is seldom looked for: drafts leave none that is tied in circles, and looking costs a twentieth of their making. The terminal's
    Ctrl-C is left to the process that started it, and the end of that one, however it comes, is the end of this one.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_outlived, name="outlived", daemon=True).start()
    gc.enable()
    gc.freeze()
    gc.set_threshold(*_SELDOM)
    _GIVEN[:] = [function]


def _outlived() -> None:
    """Wait for the end of the process that started this one, and follow it: nobody else would end a pool whose owner was killed."""
    from multiprocessing import parent_process  # noqa: PLC0415 - as above

    if owner := parent_process():
        owner.join()
        os._exit(0)


def _work(batch: Sequence[Any]) -> list[Any]:
    return [_GIVEN[0](each) for each in batch]


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
