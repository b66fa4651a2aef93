"""More productions: lengths, sets, and what is laid round a date. No language is in them.

In: values by name. Out: a Said, or None when the values make no sense together.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.language.productions import PRODUCTIONS, production
from generator.model.hedge import Bound
from generator.model.said import (
    Bounded,
    Calendar,
    Clock,
    Length,
    Range,
    Repeated,
    Said,
    Shaded,
    Shift,
    Unit,
    Vague,
    Weekday,
    Within,
)

__all__ = ["PRODUCTIONS"]

_LONGEST = 100_000_000_000
"""The longest length of time that is read, in its own unit."""
_MIDNIGHT = 24
_FIXED = re.compile(r"\d\d-\d\d")
"""The rule of a feast that always falls on the same day."""
_SEASONS = ("SP", "SU", "FA", "WI")
_UNITS_OF_A_DAY = ("TH", "TM", "TS")


@production
def length(  # noqa: PLR0913 - the values of a phrase, by name
    *,
    unit: str,
    number: float = 1,
    fraction: float = 0,
    plus: float = 0,
    times: int = 1,
    toward: int = 0,
    vague: bool = False,
    point: bool = False,
    most: float = 0,
) -> Said | None:
    """Return a duration; a *vague* one has no number; *times* is how many units the word itself is ("fortnights").

    *most* is the other end, never below the first: 'jailed in 2012 to nine years' tells a year.
    """
    if 0 < most < number:
        return None
    amount = (number + fraction + plus) * times
    return Length(None if vague else amount, unit, toward, point=point) if amount <= _LONGEST else None


@production
def repeated(  # noqa: PLR0911, PLR0913 - the values of a phrase, by name; one return for each kind of set
    *,
    unit: str = "",
    weekday: int | None = None,
    month: int | None = None,
    daypart: str = "",
    number: float = 1,
    part: str = "",
    holiday: str = "",
) -> Said | None:
    """Return a set of times; of a feast that has no fixed day each year is known."""
    if holiday:
        return Repeated(f"XXXX-{holiday}" if _FIXED.fullmatch(holiday) else "P1Y")
    if weekday is not None:
        return Repeated(f"XXXX-WXX-{weekday}" + (f"T{daypart}" if daypart else ""))
    if month is not None:
        return Repeated(f"XXXX-{month:02}")
    if part:
        return Repeated(f"XXXX-{part}")
    if daypart:
        return Repeated(f"XXXX-XX-XXT{daypart}")
    if number != int(number) or number > 10_000:
        return None
    if unit in _UNITS_OF_A_DAY:
        return Repeated(f"PT{int(number)}{unit[1]}")
    return Repeated({"WE": "XXXX-WXX-WE", "S": "P3M"}.get(unit) or f"P{int(number)}{unit}")


@production
def recurring(*, what: Said) -> Said | None:
    """Return the second day of "every Monday and Thursday" as a set too."""
    return repeated(weekday=what.day) if isinstance(what, Weekday) and what.which is None and what.week is None else None


@production
def often(*, value: str) -> Said:
    """Return a set by its value."""
    return Repeated(value)


@production
def vague(*, reference: str) -> Said:
    """Return one of the vague references."""
    return Vague(reference)


@production
def shaded(*, what: Said, mod: str) -> Said:
    """Return *what* with a mod."""
    return Shaded(what, mod)


@production
def plain(*, what: Said) -> Said:
    """Return *what*: the words around it belong to its extent only."""
    return what


@production
def bounded(*, what: Said, bound: str) -> Said:
    """Return *what* with a bound."""
    return Bounded(what, Bound(bound))


@production
def within(*, part: Said, whole: Said) -> Said:
    """Return a part of a whole."""
    return Within(part, whole)


@production
def between(*, first: Said, last: Said, lasting: bool = True) -> Said:
    """Return the range from the first to the last; a year or a day that only the last has is that of the first too."""
    if isinstance(last_date := unshaded(last), Calendar) and last_date.year is not None:
        first = in_year_of(first, last_date)
    if isinstance(first, Clock) and isinstance(last, Clock):
        first = replace(first, of=first.of or last.of, hour=0 if first.hour == _MIDNIGHT else first.hour)
        last = replace(last, of=last.of or first.of)
    return Range(first, last, lasting)


@production
def between_in(*, first: Said, last: Said, year: Said) -> Said | None:
    """Return the range of two months of a year that stands beside them: "from April to June in 2017"."""
    if not isinstance(first, Calendar | Shaded) or not isinstance(last, Calendar | Shaded) or not isinstance(year, Calendar):
        return None
    return between(first=first, last=in_year_of(last, year))


def unshaded(said: Said) -> Said:
    """Return what is shaded."""
    while isinstance(said, Shaded):
        said = said.what
    return said


def in_year_of(said: Said, other: Calendar) -> Said:
    """Give a month or day without a year that of *other*; the year before, where it comes later in it."""
    match said:
        case Shaded(what=inner):
            return replace(said, what=in_year_of(inner, other))
        case Calendar(year=None, month=int() as month) if other.year is not None:
            return replace(said, year=other.year - (other.month is not None and month > other.month))
        case Calendar(year=None, part=part) if part in _SEASONS and other.part in _SEASONS and other.year is not None:
            return replace(said, year=other.year - (_SEASONS.index(part) > _SEASONS.index(other.part)))
        case Calendar(year=None, part=part) if part and other.year is not None and part[0] == other.part[:1]:
            return replace(said, year=other.year - (part > other.part))
    return said


@production
def hence(*, what: Said) -> Said | None:
    """Return the length of "in two weeks", which is a date where the clause looks ahead."""
    if isinstance(what, Shaded):
        inner = hence(what=what.what)
        return None if inner is None else replace(what, what=inner)
    return replace(what, toward=2) if isinstance(what, Length) and not what.toward else None


@production
def counted_from(*, what: Said, whole: Said) -> Said | None:
    """Return the shift of "two days after" from the date that stands behind it."""
    while isinstance(what, Shaded):
        what = what.what
    return replace(what, base=whole) if isinstance(what, Shift) else None


@production
def nth_of(*, day: int, whole: Said) -> Said | None:
    """Return the day of a month that is named by counting ("the 17th of that month")."""
    counted = isinstance(whole, Unit | Shift | Calendar) and (not isinstance(whole, Unit | Shift) or whole.unit == "M")
    return Within(Calendar(day=day), whole) if counted and 1 <= day <= 31 else None


@production
def named_again(*, what: Said) -> Said | None:
    """Return the unit of a date that stands right before it ("in 1949, the year of the fair"; "on 18 June 1815, a Sunday")."""
    if isinstance(what, Weekday):
        return Unit("D", same=True)
    return replace(what, same=True) if isinstance(what, Unit) and not what.years and what.year is None else None


@production
def from_day(*, when: Said, what: Said | None = None, unit: str = "", direction: int = 1) -> Said | None:
    """Return "a week from Monday", "the day after Christmas": so many units from a day that is named; days from it are no date yet."""
    match what:
        case None:
            return Shift(1, unit, direction=direction, base=when)
        case Unit(unit=unit, same=False, years=0, year=None):
            return Shift(1, unit, direction=direction, base=when)
        case Length(amount=float() | int() as amount, unit=("W" | "M" | "Y") as unit):
            return Shift(amount, unit, direction=direction, base=when, fine="D")
    return None


@production
def same_then(*, what: Said, when: Said) -> Said | None:
    """Return "two years ago today": the shift, as fine as the unit named with it; "a week ago Tuesday" counts from that day."""
    if isinstance(what, Shaded):
        inner = same_then(what=what.what, when=when)
        return None if inner is None else replace(what, what=inner)
    if isinstance(what, Shift) and isinstance(when, Weekday):
        return replace(what, base=when, fine="D", periodic=False) if what.unit in ("W", "M", "Y") else None
    if not isinstance(what, Shift) or not isinstance(when, Shift) or when.count != 0:
        return None
    return replace(what, fine=when.unit, periodic=False)
