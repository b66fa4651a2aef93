"""When a feast falls. In: a rule of the language table and a year. Out: a day number.

| rule | the feast |
|---|---|
| ``MM-DD`` | that day |
| ``MM-wDN`` | the Nth (or -1: last) weekday D (1 Monday … 7 Sunday) of the month |
| ``MM-DD<D`` ``MM-DD>D`` | the last weekday D before that day; the first one on it or after |
| ``easter`` ``orthodox`` | Easter Sunday of the western and of the eastern churches, as dateutil computes it |
| ``hebrew`` ``passover`` ``hanukkah`` | Rosh Hashanah, and the first days of these |
| ``islamic-MM-DD`` ``chinese`` ``diwali`` | a day of the Islamic year, the lunar new year, Diwali: as computed |

``+N`` or ``-N`` behind a rule counts days on or back; ``*N`` says that the feast lasts so many days. Beyond the years that dateutil
knows Easter is that of the nearest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import MAXYEAR, MINYEAR
from typing import Literal

from dateutil.easter import easter

from generator.extract.time import moons
from generator.model.calendar import day_number, days_in_month, weekday

_RULE = re.compile(r"(?P<rule>[a-z]+(?:-\d\d-\d\d)?|\d\d-(?:\d\d(?:[<>]\d)?|w\d-?\d))(?P<more>[+-]\d+)?(?:\*(?P<days>\d+))?")
_NTH = re.compile(r"(?P<month>\d\d)-w(?P<weekday>\d)(?P<nth>-?\d)")
_BESIDE = re.compile(r"(?P<month>\d\d)-(?P<day>\d\d)(?P<side>[<>])(?P<weekday>\d)")
_ESTIMATED = ("islamic", "diwali")


def falls(rule: str, year: int) -> int:
    """Return the (first) day of a feast in a year.

    >>> falls("11-w44", 2021) == day_number(2021, 11, 25)
    True
    >>> falls("easter-2", 2021) == day_number(2021, 4, 2)
    True
    >>> falls("11-23<3", 2018) == day_number(2018, 11, 21)
    True
    """
    match = _RULE.fullmatch(rule)
    if match is None or (match["rule"].isalpha() and match["rule"] not in _COMPUTED):
        raise ValueError(f"no rule of a feast: {rule}")
    return _plain(match["rule"], year) + int(match["more"] or 0)


def lasts(rule: str) -> int:
    """Return how many days a feast has.

    >>> lasts("hanukkah*8"), lasts("12-25")
    (8, 1)
    """
    match = _RULE.fullmatch(rule)
    return int(match["days"] or 1) if match else 1


def is_estimated(rule: str) -> bool:
    """Tell whether a feast is sighted or told by the hour, so that the day that is computed may be one off."""
    return rule.startswith(_ESTIMATED)


def _plain(rule: str, year: int) -> int:
    if match := _NTH.fullmatch(rule):
        return _nth(year, int(match["month"]), int(match["weekday"]), int(match["nth"]))
    if match := _BESIDE.fullmatch(rule):
        day = day_number(year, int(match["month"]), int(match["day"]))
        ahead = (int(match["weekday"]) - 1 - weekday(day)) % 7
        return day + ahead - (7 if match["side"] == "<" else 0)
    if rule.startswith("islamic"):
        _, month, of_month = rule.split("-")
        return moons.islamic(year, int(month), int(of_month))
    if rule in _COMPUTED:
        return _COMPUTED[rule](year)
    month, of_month = rule.split("-")
    return day_number(year, int(month), int(of_month))


def _easter(year: int, method: Literal[2, 3]) -> int:
    sunday = easter(min(max(year, MINYEAR), MAXYEAR), method)
    return day_number(year, sunday.month, sunday.day)


_WESTERN: Literal[3] = 3
_EASTERN: Literal[2] = 2
"""The methods of ``dateutil.easter``."""

_COMPUTED: Mapping[str, Callable[[int], int]] = {
    "easter": lambda year: _easter(year, _WESTERN),
    "orthodox": lambda year: _easter(year, _EASTERN),
    "hebrew": moons.hebrew_new_year,
    "passover": moons.passover,
    "hanukkah": moons.hanukkah,
    "chinese": moons.lunar_new_year,
    "diwali": moons.diwali,
}


def _nth(year: int, month: int, wanted: int, nth: int) -> int:
    if nth < 0:
        last = day_number(year, month, days_in_month(year, month))
        return last - (weekday(last) - (wanted - 1)) % 7
    first = day_number(year, month, 1)
    return first + (wanted - 1 - weekday(first)) % 7 + 7 * (nth - 1)
