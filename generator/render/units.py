"""Units of time that events are counted by and stand under: day, week, month, year, decade. In: day numbers. Out: first days, names."""

from __future__ import annotations

from generator.model.calendar import civil, day_number, iso, weekday
from generator.model.edtf import Date
from generator.render.dates import day, plain, year
from generator.render.words import Words, capital

_MOST_BARS = (("day", 1, 46), ("week", 7, 53), ("month", 30, 60), ("year", 365, 60))
"""A unit, its days, and how many of it a drawing can hold."""


def unit_for(days: int) -> str:
    """Return the finest unit of which a stretch of time holds few enough to be drawn.

    >>> [unit_for(days) for days in (30, 300, 1500, 9000, 90000)]
    ['day', 'week', 'month', 'year', 'decade']
    """
    return next((unit for unit, length, most in _MOST_BARS if days <= length * most), "decade")


def opening(number: int, unit: str) -> int:
    """Return the first day of the unit that a day lies in; weeks begin on Monday."""
    of_year, of_month, _ = civil(number)
    match unit:
        case "day":
            return number
        case "week":
            return number - weekday(number)
        case "month":
            return day_number(of_year, of_month, 1)
        case "year":
            return day_number(of_year, 1, 1)
    return day_number(of_year - of_year % 10, 1, 1)


def following(first: int, unit: str) -> int:
    """Return the first day of the next unit, given the first day of one."""
    of_year, of_month, _ = civil(first)
    match unit:
        case "day":
            return first + 1
        case "week":
            return first + 7
        case "month":
            return day_number(of_year + of_month // 12, of_month % 12 + 1, 1)
        case "year":
            return day_number(of_year + 1, 1, 1)
    return day_number(of_year + 10, 1, 1)


def named(first: int, unit: str, words: Words) -> str:
    """Return what readers call a unit, given its first day.

    >>> from generator.render.words import words
    >>> [named(day_number(2021, 12, 6), unit, words("en")) for unit in ("day", "week", "month")]
    ['Mon 6 Dec 2021', 'Week of 6 Dec 2021', 'December 2021']
    """
    of_year, of_month, _ = civil(first)
    match unit:
        case "day":
            return day(first, words)
        case "week":
            return capital(str(words.dates["week"]).format(date=day(first, words, weekdays=False)))
        case "month":
            return capital(plain(Date(of_year, of_month), words))
        case "year":
            return year(of_year, words)
    return plain(Date(of_year, unspecified=1), words)


def key_of(first: int, unit: str) -> str:
    """Return a unit's name in addresses: "2021-12-06", "2021-12", "2021"."""
    return {"month": iso(first)[:-3], "year": iso(first)[:-6], "decade": iso(first)[:-6]}.get(unit, iso(first))
