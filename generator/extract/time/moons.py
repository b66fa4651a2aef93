"""Feasts that go by the moon: Islamic, Hebrew, Chinese, Indian. In: a Gregorian year. Out: day numbers.

The Hebrew calendar is exact arithmetic (Dershowitz and Reingold, Calendrical Calculations). The others rest on the new moon, whose
moment is that of Meeus, Astronomical Algorithms, chapter 49, to a few minutes. An Islamic month begins, as the calendar of Umm al-Qura has
it, on the evening after the conjunction on which the crescent can be seen at Mecca; where it is sighted, a day earlier or later is common.
"""

from __future__ import annotations

from functools import lru_cache
from math import floor, sin, tau

from generator.model.calendar import day_number

_MEAN_MONTH = 29.530588861
"""Days from one new moon to the next."""
_FIRST_NEW_MOON = 730125.59766
"""The mean new moon of 6 January 2000, as a day number and a part of a day (0: midnight, universal time)."""
_TERMS = (
    (-0.40720, 0, 1, 0), (0.17241, 1, 0, 0), (0.01608, 0, 2, 0), (0.01039, 0, 0, 2), (0.00739, -1, 1, 0), (-0.00514, 1, 1, 0),
    (0.00208, 2, 0, 0), (-0.00111, 0, 1, -2), (-0.00057, 0, 1, 2), (0.00056, 1, 2, 0), (-0.00042, 0, 3, 0), (0.00042, 1, 0, 2),
    (0.00038, 1, 0, -2), (-0.00024, -1, 2, 0),
)  # fmt: skip
"""Corrections in days: of the sine of so many times the anomaly of sun and moon, and the argument of latitude."""
_MECCA, _INDIA, _CHINA = 3 / 24, 5.5 / 24, 8 / 24
"""Parts of a day by which local time is ahead of universal time."""
_SEEN_UNTIL = 13.5 / 24
"""A conjunction up to this time of day at Mecca is followed by a crescent on the same evening."""
_SUNSET = 17.75 / 24
"""The part of a day at which the evening begins."""
_HEBREW_EPOCH = -1373427
"""The day before the first of the Hebrew calendar."""


@lru_cache(maxsize=4096)
def new_moon(number: int) -> float:
    """Return the moment of a new moon, counted from that of 6 January 2000, as a day number and a part of a day.

    >>> round(new_moon(0), 1) == day_number(2000, 1, 6) + 0.8
    True
    """
    centuries = number / 1236.85
    sun, moon, latitude = 2.5534 + 29.10535670 * number, 201.5643 + 385.81693528 * number, 160.7108 + 390.67050284 * number
    shrink = 1 - 0.002516 * centuries
    more = sum(
        size * shrink ** abs(of_sun) * sin((of_sun * sun + of_moon * moon + of_latitude * latitude) / 360 * tau)
        for size, of_sun, of_moon, of_latitude in _TERMS
    )
    return _FIRST_NEW_MOON + _MEAN_MONTH * number + 0.00015437 * centuries**2 + more


def _first_since(moment: float) -> float:
    """Return the first new moon at or after a moment."""
    number = floor((moment - _FIRST_NEW_MOON) / _MEAN_MONTH) - 1
    while new_moon(number) < moment:
        number += 1
    return new_moon(number)


def islamic(year: int, month: int, day: int) -> int:
    """Return the first day in a Gregorian year that is that day of an Islamic month.

    >>> from generator.model.calendar import iso
    >>> iso(islamic(2019, 10, 1)), iso(islamic(2020, 12, 10))
    ('2019-06-04', '2020-07-31')
    """
    of_hijra = floor((year - 622) * 1.0307) - 1
    while (found := _islamic_day(of_hijra, month, day)) < day_number(year, 1, 1):
        of_hijra += 1
    return found


def _islamic_day(year: int, month: int, day: int) -> int:
    mean = 1 + -(-59 * (month - 1) // 2) + (year - 1) * 354 + (3 + 11 * year) // 30 + 227014
    local = _first_since(mean - 6) + _MECCA
    return floor(local) + (1 if local % 1 < _SEEN_UNTIL else 2) + day - 1


def lunar_new_year(year: int) -> int:
    """Return the Chinese New Year: the day of the first new moon from noon of 21 January on.

    >>> from generator.model.calendar import iso
    >>> [iso(lunar_new_year(year)) for year in (1985, 2015, 2023)]
    ['1985-02-20', '2015-02-19', '2023-01-22']
    """
    return floor(_first_since(day_number(year, 1, 21) + 0.5 - _CHINA) + _CHINA)


def diwali(year: int) -> int:
    """Return Diwali: the evening before the first new moon from 18 October on.

    >>> from generator.model.calendar import iso
    >>> [iso(diwali(year)) for year in (2009, 2018, 2020, 2022)]
    ['2009-10-17', '2018-11-07', '2020-11-14', '2022-10-24']
    """
    local = _first_since(day_number(year, 10, 18) - _INDIA) + _INDIA
    return floor(local - _SUNSET)


def hebrew_new_year(year: int) -> int:
    """Return Rosh Hashanah of a Gregorian year.

    >>> from generator.model.calendar import iso
    >>> iso(hebrew_new_year(2019)), iso(passover(2018)), iso(hanukkah(2018))
    ('2019-09-30', '2018-03-31', '2018-12-03')
    """
    of_world = year + 3761
    before, this, after = (_molad(of_world + each) for each in (-1, 0, 1))
    delay = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return _HEBREW_EPOCH + this + delay


def _molad(of_world: int) -> int:
    months = (235 * of_world - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // 25920
    return day + ((3 * (day + 1)) % 7 < 3)


def passover(year: int) -> int:
    """Return the first day of Passover, 163 days before the new year."""
    return hebrew_new_year(year) - 163


def hanukkah(year: int) -> int:
    """Return the first day of Hanukkah, 25 Kislev, after a long or a short Heshvan."""
    start = hebrew_new_year(year)
    return start + (84 if (hebrew_new_year(year + 1) - start) % 10 == 5 else 83)
