"""Days as numbers, for every year: the proleptic Gregorian calendar, before and after the range of ``datetime``.

In: year (astronomical: 0 is 1 BCE), month, day. Out: a day number equal to ``date.toordinal()`` where that exists.
"""

from __future__ import annotations

import re
from functools import lru_cache

_DAYS_IN_400_YEARS = 146_097
_MONTHS_WITH_30 = frozenset({4, 6, 9, 11})
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
"""Names, as the program says them in its messages and machines write them in English, whole or their first three letters."""

_BY_LETTERS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
_DAY = r"[0-9]{1,2}"
_NAMED_DAY = re.compile(
    rf"(?<!\d)(?P<year>[0-9]{{4}})-(?P<month>{_DAY})-(?P<day>{_DAY})(?!\d)"
    rf"|(?<!\d)(?P<day2>{_DAY})(?:st|nd|rd|th|\.)? (?:of )?(?P<month2>[A-Za-z]{{3,9}})\.?,? (?P<year2>[0-9]{{4}})(?!\d)"
    rf"|\b(?P<month3>[A-Za-z]{{3,9}})\.? (?P<day3>{_DAY})(?:st|nd|rd|th)?,? (?P<year3>[0-9]{{4}})(?!\d)"
)


def is_leap(year: int) -> bool:
    """Tell whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Return 28 to 31.

    >>> days_in_month(2000, 2)
    29
    """
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in _MONTHS_WITH_30 else 31


def missing_day(year: int, month: int, day: int) -> str:
    """Return why a day does not exist, or nothing.

    >>> missing_day(2023, 2, 29)
    'February 2023 has 28 days'
    """
    if not 1 <= month <= 12:
        return f"there is no month {month}"
    last = days_in_month(year, month)
    return "" if 1 <= day <= last else f"{MONTHS[month - 1]} {year} has {last} days"


def missing_days(text: str) -> str:
    """Return why the first day of a text that does not exist does not, or nothing: days in figures, or with a month's English name.

    >>> missing_days("2024-06-03/2024-06-31"), missing_days("June 31st, 2024"), missing_days("30 Jun 2024")
    ('June 2024 has 30 days', 'June 2024 has 30 days', '')
    """
    for found in _NAMED_DAY.finditer(text):
        year, month, day = (found[name] or found[f"{name}2"] or found[f"{name}3"] for name in ("year", "month", "day"))
        number = int(month) if month.isdecimal() else _BY_LETTERS.get(month[:3].title(), 0)
        if number and (why := missing_day(int(year), number, int(day))):
            return why
    return ""


def day_number(year: int, month: int, day: int) -> int:
    """Return the number of a day; 1 is 0001-01-01, smaller numbers lie before.

    The year is counted from March, so that the leap day is its last.

    >>> day_number(1, 1, 1)
    1
    """
    years = year - (month < 3)
    from_march = (153 * ((month - 3) % 12) + 2) // 5 + day - 1
    return years * 365 + years // 4 - years // 100 + years // 400 + from_march - 305


@lru_cache(maxsize=1 << 14)
def civil(number: int) -> tuple[int, int, int]:
    """Return year, month and day of a day number: the inverse of :func:`day_number`.

    >>> civil(day_number(-43, 3, 15))
    (-43, 3, 15)
    """
    era, of_era = divmod(number + 305, _DAYS_IN_400_YEARS)
    year_of_era = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * of_year + 2) // 153
    month = (shifted + 2) % 12 + 1
    return year_of_era + era * 400 + (month < 3), month, of_year - (153 * shifted + 2) // 5 + 1


def weekday(number: int) -> int:
    """Return 0 (Monday) to 6 (Sunday) of a day number."""
    return (number - 1) % 7


def iso(number: int) -> str:
    """Print a day number as ``YYYY-MM-DD``; years before 0 are signed.

    >>> iso(day_number(-43, 3, 15))
    '-0043-03-15'
    """
    year, month, day = civil(number)
    return f"{year_text(year)}-{month:02}-{day:02}"


def year_text(year: int) -> str:
    """Print a year with at least four digits and a sign where it is negative.

    >>> year_text(-43)
    '-0043'
    """
    return f"-{-year:04}" if year < 0 else f"{year:04}"
