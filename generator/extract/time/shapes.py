"""The shape of what was said: the classes by which phrases over expressions see one.

In: a Said. Out: names of classes, "@DATE" and the like, as the tables write them; none for what is no time.
"""

from __future__ import annotations

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
    return _by_what_is_known(said) if always is None else always


def _by_what_is_known(said: Said) -> tuple[str, ...]:  # noqa: PLR0911 - one return for each noun
    match said:
        case Calendar():
            return ("@DATE", *_of_calendar(said), _ANY)
        case Shift(origin=Origin.EVENT):
            return ("@EVENT", _ANY)
        case Shift(unit=unit, counted=counted):
            return ("@DATE", "@AGO" if counted else "@OFFSET", _OF_SHIFT.get(unit, "@SHIFT"), _ANY)
        case Unit(unit=unit):
            return ("@DATE", "@UNIT", *_OF_UNIT.get(unit, ()), _ANY)
        case DayPart(of=of):
            return ("@DATE", "@DAYPART" if of is None else "@TIME", _ANY)
        case Clock(of=of):
            return ("@CLOCK", _ANY) if of is None else ("@TIME", "@DATE", _ANY)
        case Length(toward=toward):
            return ("@STRETCH" if toward else "@LENGTH", _ANY)
    return (_ANY,)


def _of_calendar(what: Calendar) -> tuple[str, ...]:
    if what.day is not None:
        return ("@DAY", "@MONTHDAY")
    if what.month is not None:
        return ("@MONTH",) if what.year is None else ("@DATED",)
    if what.part:
        return ("@PART",)
    return ("@ERA",) if what.whole else ("@YEAR",)
