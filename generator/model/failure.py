"""A step of the program and what it works on in; its value out, and where the program itself fails, what to send us.

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
_MOST_LEFT_OUT = 8
"""A step that fails on more things than this fails as a whole."""
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
        if _is_of_the_machine(error):
            raise
        return Checked(instead, (_told(error, where),))


def sifted(step: Callable[[tuple[U, ...]], T], given: tuple[U, ...], where: Callable[[U], Location]) -> Checked[T]:
    """Run a step over many things at once; what the program fails on is found, told and left out.

    Args:
        step: what is done; it depends on nothing but what it is given. Each thing left out costs as many more runs as halving finds it in.
        given: the things.
        where: names the place of one.

    Returns:
        What the step returns without those it fails on, and PROGRAM_FAILED for each. Where it fails on a pair, the later one is left out.

    Raises:
        Exception: it fails on nothing at all, or on more than a few; OSError: the machine failed.
    """
    said: list[Diagnostic] = []
    while True:
        try:
            return Checked(step(given), tuple(said))
        except Exception as error:
            if _is_of_the_machine(error) or not given or len(said) == _MOST_LEFT_OUT:
                raise
            at = _first_failing(step, given)
            said.append(_told(error, where(given[at])))
            given = (*given[:at], *given[at + 1 :])


def _first_failing(step: Callable[[tuple[U, ...]], T], given: tuple[U, ...]) -> int:
    """Return the first of the things with which the step fails when it is given that one and all before it; it fails on all."""
    works, fails = 0, len(given)
    while fails - works > 1:
        middle = (works + fails) // 2
        try:
            step(given[:middle])
        except Exception as error:
            if _is_of_the_machine(error):
                raise
            fails = middle
        else:
            works = middle
    return works


def _is_of_the_machine(error: Exception) -> bool:
    return isinstance(error, OSError) and error.errno in _SYSTEM


def _told(error: Exception, where: Location) -> Diagnostic:
    LOG.debug("failed on %s", where.path, exc_info=error)
    return failed(where, f"{type(error).__name__}: {error}", " < ".join(_places(error.__traceback__)))


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
