"""A path in, what the plain file there holds out. Nothing is waited for that never ends, and no TOML is parsed that was made to cost.

A pipe under the name of a file would be waited for by whoever opens it, a device never end: what people are given may hold both.
"""

from __future__ import annotations

import errno
import os
import stat
import tomllib
from contextlib import suppress
from pathlib import Path
from typing import Any

from generator.model.depth import DEPTH_LIMIT, deepest_of

LARGEST_FORM = 64_000
"""Code points of what people fill in."""


def content_of(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        OSError: there is none, it cannot be read, or what stands there is no file.
    """
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "it is no file", str(path))
        return file.read()


def form_of(path: Path) -> dict[str, Any]:
    """Return the values of a form in TOML; none where it is no plain file, no TOML, or more than a form may be."""
    with suppress(OSError, UnicodeDecodeError):
        return values_of(content_of(path).decode())
    return {}


def values_of(text: str) -> dict[str, Any]:
    """Return the values of TOML; none where it is none, or more than a form may be."""
    with suppress(ValueError, RecursionError):  # no TOML, a number of thousands of digits
        if len(text) <= LARGEST_FORM and deepest_of(text)[0] <= DEPTH_LIMIT:
            return tomllib.loads(text)
    return {}
