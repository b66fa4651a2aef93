"""Two folders in, exchanged in one step of the file system: ``renameat2(RENAME_EXCHANGE)`` on Linux, ``renamex_np(RENAME_SWAP)`` on macOS.

Where neither exists, two renames follow each other, and the first is taken back when the second fails.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

from generator.edge.staging import ASIDE

_AT_FDCWD = -100  # "relative to the working directory" (fcntl.h)
_RENAME_EXCHANGE = 2  # linux/fs.h
_RENAME_SWAP = 2  # sys/stdio.h of macOS


def exchanged(new: Path, old: Path) -> Path | None:
    """Put *new* in the place of *old*.

    Returns:
        The path under which the old folder lies afterwards, for the caller to remove; None when there was none.

    Raises:
        OSError: nothing could be moved; both folders are as before.
    """
    if not old.exists():
        new.rename(old)
        return None
    if _in_one_step(new, old):
        return new
    aside = new.with_name(new.name + ASIDE)
    old.rename(aside)
    try:
        new.rename(old)
    except OSError:
        aside.rename(old)
        raise
    return aside


def _in_one_step(new: Path, old: Path) -> bool:
    """Exchange the two names atomically; False where the system cannot."""
    first, second = os.fsencode(new), os.fsencode(old)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            return bool(library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE) == 0)
        if sys.platform == "darwin":
            return bool(library.renamex_np(first, second, _RENAME_SWAP) == 0)
    except (OSError, AttributeError, TypeError):  # no such library, or none of its functions
        return False
    return False
