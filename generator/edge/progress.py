"""How far a long build is: "done of all" and the name of the phase in; on a terminal a bar, then a line that names what is being done.

Elsewhere, and for a few articles, nothing is shown. Nothing of it stays on the screen, and nothing else is written into its line.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

_WORTH_SHOWING = 20
"""Articles below which a build is over before anyone looks."""
_PAUSE = 0.1
"""Seconds between two pictures of the bar."""
_CLEARED = "\r\x1b[2K"  # back to the line's beginning, and erase it (ECMA-48)


class Progress:
    """What is shown of one run. ``count`` is called again and again, ``phase`` when something else begins, ``end`` at last."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shows = stream.isatty()
        self._bar: Bar | None = None
        self._is_long = False
        self._shown = 0.0

    def count(self, name: str, done: int, total: int) -> None:
        """Show how many of a phase's articles or files are done, and about how long it still takes."""
        if not self._shows or total < _WORTH_SHOWING or (done and time.monotonic() < self._shown + _PAUSE):
            return
        from rich.console import Console  # noqa: PLC0415 - loaded on terminals, for long builds
        from rich.progress import Progress as Bar  # noqa: PLC0415 - likewise

        if self._bar is None:
            self._is_long = True
            self._bar = Bar(console=Console(file=self._stream), transient=True, auto_refresh=False)  # its thread would forbid forking
            self._bar.start()
            self._bar.add_task(name, total=total)
        self._bar.update(self._bar.task_ids[0], completed=done, refresh=True)
        self._shown = time.monotonic()

    def phase(self, name: str) -> None:
        """Take the bar away, and name what is done now."""
        self._clear()
        if self._shows and self._is_long:
            self._stream.write(f"{name} …")
            self._stream.flush()

    def end(self) -> None:
        """Leave the line empty; what comes later is not shown."""
        self._clear()
        self._shows = False

    def _clear(self) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None
        if self._shows and self._is_long:
            self._stream.write(_CLEARED)
            self._stream.flush()


@contextmanager
def progress() -> Iterator[Progress]:
    """Give the progress of one run, shown on standard error."""
    shown = Progress(sys.stderr)
    try:
        yield shown
    finally:
        shown.end()
