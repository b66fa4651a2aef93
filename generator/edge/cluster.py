"""The address of a dask scheduler in, its workers out, as :class:`generator.edge.workers.Workers`: batches go there, results come in order.

Needs the extra ``dateline[cluster]``, here and on the workers. The scheduler sees batches, not articles, and few of them at once.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

from generator.edge.memory import program_files
from generator.edge.workers import Workers

T = TypeVar("T")
R = TypeVar("R")

PATIENCE = 30
"""Seconds until a scheduler has a worker."""
_LARGEST_BATCH = 1000
_AHEAD = 3
"""How many batches each thread of the cluster may be ahead of who takes the results."""


class ClusterError(Exception):
    """A cluster that cannot be used, and why, in words for people."""


@contextmanager
def cluster(address: str) -> Iterator[Workers]:
    """Connect to a scheduler ("tcp://10.0.0.1:8786").

    Raises:
        ClusterError: nobody answers there, no worker is with it, or one of them has another version of the program.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, and heavy
    except ImportError as error:
        raise ClusterError("a cluster needs the extra packages of pip install 'dateline[cluster]'") from error
    try:
        client = Client(address, set_as_default=False)  # as long as dask's own settings say: 30 s
    except (OSError, ValueError) as error:
        raise ClusterError(f"no scheduler answers at {address}: {error}") from error
    with client:
        _same_program(client)
        yield _Cluster(client)


def _same_program(client: Any) -> None:
    """Make sure that every worker computes as this process would."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except (OSError, TimeoutError) as error:
        raise ClusterError(f"no worker is with the scheduler after {PATIENCE} seconds") from error
    mine = program_files([""])
    for worker, theirs in sorted(client.run(_program, on_error="return").items()):
        if theirs != mine:
            reason = f" ({theirs})" if isinstance(theirs, Exception) else ""
            raise ClusterError(f"the worker {worker} has another version of dateline than this machine{reason}")


def _program() -> str:
    return program_files([""])


class _Cluster:
    """The workers that are with one scheduler."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def __call__(self, function: Callable[[T], R], inputs: Sequence[T], lost: Callable[[T], R] | None = None) -> Iterator[R]:
        """Apply *function* to every input, in batches.

        What a worker had when it died is computed again by another. An input by which one worker after the other dies costs only
        itself: *lost* gives its result; None raises what dask does.
        """
        threads = max(1, sum(self._client.nthreads().values()))
        size = max(1, min(_LARGEST_BATCH, len(inputs) // (threads * 4)))
        batches = (tuple(inputs[start : start + size]) for start in range(0, len(inputs), size))
        waiting: deque[tuple[tuple[T, ...], Any]] = deque(
            (batch, self._given(function, batch)) for batch in islice(batches, threads * _AHEAD)
        )
        while waiting:
            batch, future = waiting.popleft()
            done = self._taken(function, batch, future, lost)
            waiting.extend((batch, self._given(function, batch)) for batch in islice(batches, 1))
            yield from done

    def _given(self, function: Callable[..., Any], batch: tuple[Any, ...]) -> Any:
        return self._client.submit(_work, function, batch, pure=False)

    def _taken(self, function: Callable[..., Any], batch: tuple[Any, ...], future: Any, lost: Callable[..., Any] | None) -> list[Any]:
        """Wait for a batch; one by which its workers died is done again input by input, to find out by which."""
        from distributed import KilledWorker  # noqa: PLC0415 - as above

        try:
            result: list[Any] = future.result()
        except KilledWorker:
            if lost is None:
                raise
            if len(batch) == 1:
                return [lost(batch[0])]
            alone = [self._given(function, (each,)) for each in batch]
            return [one for each, again in zip(batch, alone, strict=True) for one in self._taken(function, (each,), again, lost)]
        return result


def _work(function: Callable[[Any], Any], batch: tuple[Any, ...]) -> list[Any]:
    return [function(each) for each in batch]
