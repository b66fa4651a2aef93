"""The productions: what a phrase means, made of the values of its words. No language is in them.

In: values by name. Out: a Said, or None when the values make no sense together (31 June, hour 27).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from generator.model.calendar import days_in_month
from generator.model.said import (
    Calendar,
    Clock,
    Holiday,
    Listed,
    Nothing,
    Nth,
    Origin,
    Range,
    Said,
    Shift,
    Slashed,
    Unit,
    Weekday,
    Within,
)

Production = Callable[..., Said | None]

_LAST_YEAR = 9998
_WEEKS = 53
_LONGEST_MONTH = 31
_HUNDREDS_ARE_DECADES = 1900
"""Before that year "the 1700s" are a century."""
_OFFSET = re.compile(r"z$|[+-]\d\d:\d\d$")

PRODUCTIONS: dict[str, Production] = {}
"""Every production by its name, as the tables use it."""


def production(function: Production) -> Production:
    """Enter a function under its own name."""
    PRODUCTIONS[function.__name__] = function
    return function


@production
def nothing(**_: Any) -> Said:
    """Return the meaning of a false friend."""
    return Nothing()


@production
def calendar(  # noqa: PLR0913 - the values of a phrase, by name
    *,
    year: int | None = None,
    month: int | None = None,
    day: int | None = None,
    weekday: int | None = None,
    part: str = "",
    ordinal: int | None = None,
    which: int | None = None,
    fiscal: bool = False,
    era: str = "",
) -> Said | None:
    """Return a calendar date; *ordinal* is the day, or with *part* Q or H the number of the quarter or half.

    Of a day that its month never has ("31 June 1998") the month is kept.
    """
    if part in ("Q", "H"):
        if not ordinal or ordinal > (4 if part == "Q" else 2):
            return None
        part += str(ordinal)
    elif day is None:
        day = ordinal
    if day is not None and (month is None or not 1 <= day <= days_in_month(2000 if year is None else year, month)):
        if year is None or month is None or not 1 <= day <= _LONGEST_MONTH:
            return None
        day = weekday = None
    if year is not None:
        if year != int(year) or not 1 <= year <= _LAST_YEAR:
            return None
        year = 1 - int(year) if era == "BC" else int(year)
    return Calendar(year, month, day, weekday, part, "", which, fiscal)


@production
def quarter_to(*, month: int) -> Said:
    """Return the quarter of the calendar that has most of the three months up to and with a month."""
    return Calendar(part=f"Q{(month + 1) // 3 or 4}", which=-1)


@production
def short_year(  # noqa: PLR0913 - the values of a phrase, by name
    *,
    yy: int,
    month: int | None = None,
    day: int | None = None,
    weekday: int | None = None,
    part: str = "",
    ordinal: int | None = None,
    fiscal: bool = False,
) -> Said | None:
    """Return a date whose year has two digits: up to 30 is this century."""
    return calendar(year=_century(yy), month=month, day=day, weekday=weekday, part=part, ordinal=ordinal, fiscal=fiscal)


def _century(two_digits: int) -> int:
    return two_digits + (2000 if two_digits <= 30 else 1900)


@production
def slashed(*, slashes: tuple[int, int, int | None]) -> Said | None:
    """Return a date in figures, whose order is not known yet."""
    first, second, year = slashes
    if year is not None and year < 100:
        year = _century(year)
    return Slashed(first, second, year) if min(first, second) >= 1 and max(first, second) <= 31 and min(first, second) <= 12 else None


@production
def iso(*, iso: tuple[int, int, int, str]) -> Said | None:
    """Return the date of ``1998-10-12`` or ``1998-10-12T05:30``."""
    year, month, day, time = iso
    if not (1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
        return None
    date = Calendar(year, month, day)
    if not time:
        return date
    hour, minute = int(time[:2]), int(time[3:5])
    zone = _OFFSET.search(time)
    return Clock(hour, minute, None, zone[0].upper() if zone else "", date) if hour <= 24 and minute < 60 else None


@production
def weekday(*, weekday: int, which: int | None = None, week: int | None = None) -> Said:
    """Return a day of the week."""
    return Weekday(weekday, which, week)


@production
def weekdays_from(*, weekday: int, number: float = 2, direction: int = -1) -> Said | None:
    """Return "three Fridays ago", "the Tuesday before last": the last (or next) such day, and weeks on from it."""
    if number != int(number) or not 1 <= number <= _WEEKS:
        return None
    return Shift(number - 1, "W", direction=direction, base=Weekday(weekday, direction), fine="D")


@production
def weekday_beside(*, what: Said, when: Said, ordinal: int = 1, direction: int = -1) -> Said | None:
    """Return the nth such day of the week before or after a day: "the Friday before Easter"."""
    bare = isinstance(what, Weekday) and what.which is None and what.week is None and what.near is None and not isinstance(when, Weekday)
    return Weekday(what.day, near=when, side=direction * ordinal) if isinstance(what, Weekday) and bare and 1 <= ordinal <= _WEEKS else None


@production
def nth(*, whole: Said, unit: str, ordinal: int = 1) -> Said | None:
    """Return the nth day, week or month of a whole; *ordinal* -1 is the last."""
    return Nth(ordinal, unit, whole) if ordinal and -1 <= ordinal <= 366 and unit in ("D", "W", "M") else None


@production
def nth_in(*, month: int | None = None, year: int | None = None, unit: str = "D", ordinal: int = -1) -> Said | None:
    """Return the nth day, week or month of a month or year, the last where nothing else is said."""
    return nth(whole=Calendar(year=year, month=month), unit=unit, ordinal=ordinal) if month or year else None


@production
def holiday(*, holiday: str, year: int | None = None, which: int | None = None) -> Said:
    """Return a feast."""
    return Holiday(holiday, year, which)


@production
def nth_weekday(*, ordinal: int, weekday: int, month: int, year: int | None = None) -> Said | None:
    """Return "the second Tuesday of November"; *ordinal* -1 is the last."""
    return Holiday(f"{month:02}-w{weekday}{ordinal}", year) if -1 <= ordinal <= 5 and ordinal else None


@production
def decade(*, decade: int | None = None, tens: int | None = None, hundreds: int = 19) -> Said | None:
    """Return a decade: of its first year, or of its tens ("the '80s")."""
    first = decade if decade is not None else int(hundreds) * 100 + (tens or 0)
    if first % 10 or not 1000 <= first < 2200:
        return None
    return Calendar(year=first, whole="C" if first % 100 == 0 and first < _HUNDREDS_ARE_DECADES else "E")


@production
def century(*, ordinal: int, era: str = "") -> Said | None:
    """Return a century by its number."""
    if not 1 <= ordinal <= 30:
        return None
    return Calendar(year=1 - 100 * ordinal if era == "BC" else 100 * (ordinal - 1), whole="C")


@production
def era(*, ordinal: int | None = None, decade: int | None = None) -> Said | None:
    """Return a century by its number, or a decade by its first year."""
    return century(ordinal=ordinal) if ordinal is not None else Calendar(year=decade, whole="E")


@production
def years(*, years: tuple[int, int], fiscal: bool = False) -> Said:
    """Return the range of ``1998-99``."""
    return Range(Calendar(year=years[0], fiscal=fiscal), Calendar(year=years[1], fiscal=fiscal))


@production
def short_years(*, first: int, last: int) -> Said | None:
    """Return the range of two years of which the last, or both, have two digits ("FY18/19")."""
    start = _century(first) if first < 100 else first
    end = start - start % 100 + last
    return years(years=(start, end), fiscal=True) if start < end else None


@production
def shift(  # noqa: PLR0913 - the values of a phrase, by name
    *,
    unit: str = "D",
    number: float | None = None,
    plus: float = 0,
    direction: int = -1,
    origin: str = "publication",
    which: int | None = None,
    vague: bool = False,
    periodic: bool = False,
    stretch: bool = False,
) -> Said | None:
    """Return so many units before or after the origin; *which* (-1 0 1) is a count that has its direction in it."""
    counted = number is not None
    count = None if vague else (1 if number is None else number) + plus
    if which is not None:
        return Shift(abs(which), unit, Origin(origin), -1 if which < 0 else 1)
    if count is not None and count > 100_000:
        return None
    return Shift(count, unit, Origin(origin), direction, counted, periodic, stretch=stretch)


@production
def unit(*, unit: str = "Q", same: bool = False, years: int = 0, year: int | None = None) -> Said:
    """Return a unit without a number."""
    return Unit(unit, same, years, year)


@production
def day_of_month(*, day: int, weekday: int | None = None, sure: bool = True) -> Said:
    """Return a day whose month is that of the text, or the one in which it is that *weekday*.

    One that is not *sure* is no day of a month unless a date behind it says so ("Monday 20, Tuesday 21 and Sunday 26 April").
    """
    return Calendar(day=day, weekday=weekday) if sure or weekday is None else Listed(weekday, day)


@production
def listed_weekday(*, weekday: int) -> Said:
    """Return a weekday that a date behind it must explain: "Mon, Wed and Sun 26 April"."""
    return Listed(weekday)


@production
def day_range(*, first: int, day: int, month: int, year: int | None = None, lasting: bool = True) -> Said | None:
    """Return the range from one day of a month to another."""
    start, end = calendar(year=year, month=month, day=first), calendar(year=year, month=month, day=day)
    return Range(start, end, lasting) if start is not None and end is not None and first < day else None


@production
def month_range(*, first: int, month: int, year: int) -> Said:
    """Return the range from one month to another; "Dec - Feb 2015" begins in the year before."""
    return Range(Calendar(year=year - (first > month), month=first), Calendar(year=year, month=month))


@production
def bc_range(*, first: int, year: int) -> Said | None:
    """Return the range between two years before our era."""
    return Range(Calendar(year=1 - first), Calendar(year=1 - year)) if first > year else None


@production
def year_range(*, first: int, last: int) -> Said | None:
    """Return the range between two years."""
    return Range(Calendar(year=first), Calendar(year=last)) if first < last else None


@production
def day_pair(*, days: tuple[int, int, int | None], month: int, year: int | None = None) -> Said | None:
    """Return the two days of "5/6 June"."""
    start, end = calendar(year=year, month=month, day=days[0]), calendar(year=year, month=month, day=days[1])
    return Range(start, end) if start is not None and end is not None and days[0] < days[1] else None


@production
def season_of_years(*, part: str, years: tuple[int, int]) -> Said:
    """Return the season that lies across two years ("the winter of 1964-65"), by its first."""
    return Calendar(year=years[0], part=part)


@production
def numbered_week(*, number: float, year: int | None = None) -> Said | None:
    """Return a week by its number in ISO 8601, of a year or of the one that is nearest."""
    return Calendar(year=year, part=f"W{int(number):02}") if number == int(number) and 1 <= number <= _WEEKS else None


@production
def week_of(
    *, month: int | None = None, day: int | None = None, year: int | None = None, holiday: str = "", unit: str = "W"
) -> Said | None:
    """Return the week, or its weekend, that a date or feast lies in."""
    date = Holiday(holiday) if holiday else calendar(year=year, month=month, day=day)
    return None if date is None or unit not in ("W", "WE") else Within(Unit(unit), date)


@production
def of_same_year(*, month: int | None = None, part: str = "", holiday: str = "") -> Said:
    """Return the month, season or feast of the year told of ("that spring")."""
    return Within(Holiday(holiday) if holiday else Calendar(month=month, part=part), Unit("Y", same=True))
