"""The shape of what was said: the classes by which phrases over expressions see one.

In: a Said. Out: names of classes, "@DATE" and the like, as the tables write them; none for what is no time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.model.said import (
    Bounded,
    Calendar,
    Clock,
    DayPart,
    Holiday,
    Length,
    Listed,
    Nothing,
    Nth,
    Origin,
    Range,
    Repeated,
    Said,
    Shaded,
    Shift,
    Slashed,
    Unit,
    Vague,
    Weekday,
    Within,
)

_ANY = "@ANY"
_ALWAYS: dict[type[Said], tuple[str, ...]] = {
    Weekday: ("@DATE", "@DAY", "@WEEKDAY", _ANY),
    Slashed: ("@DATE", "@DAY", _ANY),
    Holiday: ("@DATE", "@DAY", _ANY),
    Bounded: ("@DATE", _ANY),
    Within: ("@DATE", "@WITHIN", _ANY),
    Nth: ("@DATE", "@WITHIN", _ANY),
    Range: ("@RANGE", _ANY),
    Repeated: ("@SET", _ANY),
    Vague: ("@VAGUE", _ANY),
    Listed: (_ANY,),
    Nothing: (),
}
_OF_SHIFT = {"D": "@DAY", "W": "@WEEK", "M": "@MONTH", "Y": "@YEAR"}
_OF_UNIT = {"D": ("@DAY",), "Y": ("@YEAR",)}


def shapes(said: Said) -> tuple[str, ...]:
    """Return the classes of what was said, or of what is shaded."""
    while isinstance(said, Shaded):
        said = said.what
    always = _ALWAYS.get(type(said))
    return _KNOWN_BY[type(said)](said) if always is None else always


def _of_shift(what: Shift) -> tuple[str, ...]:
    if what.origin is Origin.EVENT:
        return ("@EVENT", _ANY)
    return ("@DATE", "@AGO" if what.counted else "@OFFSET", _OF_SHIFT.get(what.unit, "@SHIFT"), _ANY)


def _of_clock(what: Clock) -> tuple[str, ...]:
    return ("@CLOCK", _ANY) if what.of is None else ("@TIME", "@DATE", _ANY)


def _of_calendar(what: Calendar) -> tuple[str, ...]:
    if what.day is not None:
        return ("@DAY", "@MONTHDAY")
    if what.month is not None:
        return ("@MONTH",) if what.year is None else ("@DATED",)
    if what.part:
        return ("@PART",)
    return ("@ERA",) if what.whole else ("@YEAR",)


_KNOWN_BY: dict[type[Said], Callable[[Any], tuple[str, ...]]] = {
    Calendar: lambda what: ("@DATE", *_of_calendar(what), _ANY),
    Shift: _of_shift,
    Unit: lambda what: ("@DATE", "@UNIT", *_OF_UNIT.get(what.unit, ()), _ANY),
    DayPart: lambda what: ("@DATE", "@DAYPART" if what.of is None else "@TIME", _ANY),
    Clock: _of_clock,
    Length: lambda what: ("@STRETCH" if what.toward else "@LENGTH", _ANY),
}
"""The kinds of which the classes depend on what is known of it."""
