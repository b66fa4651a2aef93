"""When a feast falls. In: a rule of the language table and a year. Out: a day number.

Rules: ``MM-DD``; ``MM-wDN+K``: the Nth (or -1: last) weekday D (1 Monday … 7 Sunday) of the month, and K days on; ``easter+K``: Easter
Sunday of the western churches by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch. 8), and K days.
"""

from __future__ import annotations

import re

from generator.model.calendar import day_number, days_in_month, weekday

_NTH = re.compile(r"(?P<month>\d\d)-w(?P<weekday>\d)(?P<nth>-?\d)(?P<more>[+-]\d+)?")
_EASTER = re.compile(r"easter(?P<more>[+-]\d+)?")


def falls(rule: str, year: int) -> int:
    """Return the day of a feast in a year.

    >>> falls("11-w44", 2021) == day_number(2021, 11, 25)
    True
    """
    if match := _EASTER.fullmatch(rule):
        return easter(year) + int(match["more"] or 0)
    if match := _NTH.fullmatch(rule):
        return _nth(year, int(match["month"]), int(match["weekday"]), int(match["nth"])) + int(match["more"] or 0)
    month, day = rule.split("-")
    return day_number(year, int(month), int(day))


def easter(year: int) -> int:
    """Return Easter Sunday.

    >>> easter(2021) == day_number(2021, 4, 4)
    True
    """
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    offset = (32 + 2 * (b % 4) + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * offset) // 451
    month, day = divmod(h + offset - 7 * m + 114, 31)
    return day_number(year, month, day + 1)


def _nth(year: int, month: int, wanted: int, nth: int) -> int:
    if nth < 0:
        last = day_number(year, month, days_in_month(year, month))
        return last - (weekday(last) - (wanted - 1)) % 7
    first = day_number(year, month, 1)
    return first + (wanted - 1 - weekday(first)) % 7 + 7 * (nth - 1)
