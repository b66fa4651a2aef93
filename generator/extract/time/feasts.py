"""When a feast falls. In: a rule of the language table and a year. Out: a day number.

Rules: ``MM-DD``; ``MM-wDN+K``: the Nth (or -1: last) weekday D (1 Monday … 7 Sunday) of the month, and K days on; ``easter+K``: Easter
Sunday of the western churches as dateutil computes it, and K days. Beyond the years that dateutil knows it is that of the nearest.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR

from dateutil.easter import easter

from generator.model.calendar import day_number, days_in_month, weekday

_NTH = re.compile(r"(?P<month>\d\d)-w(?P<weekday>\d)(?P<nth>-?\d)(?P<more>[+-]\d+)?")
_EASTER = re.compile(r"easter(?P<more>[+-]\d+)?")


def falls(rule: str, year: int) -> int:
    """Return the day of a feast in a year.

    >>> falls("11-w44", 2021) == day_number(2021, 11, 25)
    True
    >>> falls("easter-2", 2021) == day_number(2021, 4, 2)
    True
    """
    if match := _EASTER.fullmatch(rule):
        sunday = easter(min(max(year, MINYEAR), MAXYEAR))
        return day_number(year, sunday.month, sunday.day) + int(match["more"] or 0)
    if match := _NTH.fullmatch(rule):
        return _nth(year, int(match["month"]), int(match["weekday"]), int(match["nth"])) + int(match["more"] or 0)
    month, day = rule.split("-")
    return day_number(year, int(month), int(day))


def _nth(year: int, month: int, wanted: int, nth: int) -> int:
    if nth < 0:
        last = day_number(year, month, days_in_month(year, month))
        return last - (weekday(last) - (wanted - 1)) % 7
    first = day_number(year, month, 1)
    return first + (wanted - 1 - weekday(first)) % 7 + 7 * (nth - 1)
