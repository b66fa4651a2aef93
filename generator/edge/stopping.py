"""How the program is ended from without: by Ctrl-C, whatever it is doing."""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import suppress
from types import FrameType
from typing import NoReturn

_PATIENCE: list[float] = []
"""Seconds after the first Ctrl-C in which the process ends in any case; empty where it takes what it needs."""


def end_at_once() -> None:
    """Let the first Ctrl-C interrupt the work, as Python does, and the second end the process; call it in the main thread.

    Where Ctrl-C is ignored (a shell's background, ``nohup``) it stays so.
    """
    if signal.getsignal(signal.SIGINT) != signal.SIG_IGN:
        signal.signal(signal.SIGINT, _interrupted)


def end_within(seconds: float) -> None:
    """End after the first Ctrl-C within so many seconds, whatever comes of it: in a callback of a library an interrupt is lost."""
    _PATIENCE[:] = [seconds]


def _interrupted(_signal: int, _frame: FrameType | None) -> NoReturn:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    for seconds in _PATIENCE:
        late = threading.Timer(seconds, leave, (128 + signal.SIGINT,))
        late.daemon = True
        late.start()
    raise KeyboardInterrupt


def leave(code: int) -> NoReturn:
    """End this process without waiting for its threads: what they write is whole or not there, whenever they end."""
    for each in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            each.flush()
    os._exit(code)
