"""A step of the program and what it works on in; its value out, or, where the program itself fails, another value and what to send us.

So a fault of the program costs the one article, edit, page or export it happens on, and the rest is made.
"""

from __future__ import annotations

import errno
import logging
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import TypeVar

from generator.model.codes import PROGRAM_FAILED
from generator.model.diagnostic import Checked, Diagnostic, Location, tell

T = TypeVar("T")
U = TypeVar("U")

_PROGRAM = __name__.partition(".")[0]
_FRAMES = 4
"""How many places of the program, the innermost first, a message names."""
_SYSTEM = frozenset({errno.EIO, errno.EMFILE, errno.ENFILE, errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.ESTALE})
"""The machine has failed, not the program: whatever is worked on would meet with it."""
LOG = logging.getLogger(_PROGRAM)
"""Gets the whole traceback of every failure; nothing is printed of it unless the command line asks for it."""


def contained(step: Callable[[], Checked[T]], instead: U, where: Location) -> Checked[T | U]:
    """Run a step that should not raise.

    Args:
        step: what is done, with what it says of the input; it raises only where the program has a fault.
        instead: the value where it does.
        where: the file, or the name of the thing, that was worked on.

    Returns:
        What the step returns, or the other value with PROGRAM_FAILED.

    Raises:
        OSError: the machine failed, by whatever is worked on: a disk, too many open files.
    """
    try:
        done = step()
        return Checked(done.value, done.diagnostics)
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _SYSTEM:
            raise
        LOG.debug("failed on %s", where.path, exc_info=error)
        return Checked(instead, (failed(where, f"{type(error).__name__}: {error}", " < ".join(_places(error.__traceback__))),))


def failed(where: Location, reason: str, places: str = "") -> Diagnostic:
    """Tell that the program failed on something: why, and at which of its own places."""
    told = f"{reason} (at {places})" if places else reason
    return tell(PROGRAM_FAILED, where, "it is left out; please report this line, with the file if you may share it", reason=told)


def _places(trace: TracebackType | None) -> Iterator[str]:
    """Name the places of the program that an error went through, the innermost first, without the paths of this machine."""
    found = []
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        if module.startswith(f"{_PROGRAM}.") and module != __name__:
            found.append(f"{module.removeprefix(f'{_PROGRAM}.')}:{trace.tb_lineno}")
        trace = trace.tb_next
    yield from reversed(found[-_FRAMES:])
