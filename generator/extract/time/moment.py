"""A moment: one unit of the calendar (a day, a week, a quarter …), its TIMEX3 value, its days, and counting in units.

In: units (see ``model.said``) and day numbers (see ``model.calendar``). Out: Moments, values, EDTF.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from generator.model.calendar import civil, day_number, days_in_month, iso, weekday, year_text
from generator.model.edtf import Date, Edtf, OneOf
from generator.model.hedge import Shade

_SHADES = {"START": Shade.EARLY, "MID": Shade.MID, "END": Shade.LATE, "FIRST": Shade.START, "LAST": Shade.END}
_APPROXIMATE = frozenset({"APPROX", "MORE_THAN", "LESS_THAN"})
_PLAIN_MODS = {"FIRST": "START", "LAST": "END"}
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_MONTHS_IN = {"M": 1, "Q": 3, "S": 3, "H": 6, "Y": 12, "E": 120, "C": 1200, "L": 12000}
_DAYS_IN = {"D": 1, "W": 7, "WE": 2}
_YEARS_IN = {"E": 10, "C": 100, "L": 1000}
FIRST_YEAR, LAST_YEAR = -9000, 9000
"""What lies beyond is no date of news."""


_MOST = 1 << 14
"""How many answers about units and days are kept; of those that texts ask for there are fewer."""


class Moment(NamedTuple):
    """One unit: which, and the number of its first day. ``time`` is what follows T for a time of day ("22:00", "MO"), ``zone`` its zone."""

    unit: str
    first: int
    time: str = ""
    zone: str = ""


def year(number: int) -> Moment:
    """Return a year."""
    return Moment("Y", day_number(number, 1, 1))


@lru_cache(maxsize=_MOST)
def month(of_year: int, number: int) -> Moment:
    """Return a month."""
    return Moment("M", day_number(of_year, number, 1))


@lru_cache(maxsize=_MOST)
def part(of_year: int, name: str) -> Moment:
    """Return a part of a year: a season (winter begins in December), a quarter, a half or a week (that of 4 January is the first)."""
    if name[0] == "W" and name[1:].isdigit():
        return Moment("W", containing("W", day_number(of_year, 1, 4)).first + 7 * (int(name[1:]) - 1))
    if name in SEASON_MONTHS:
        return Moment("S", day_number(of_year, SEASON_MONTHS[name], 1))
    return Moment(name[0], day_number(of_year, (int(name[1]) - 1) * (3 if name[0] == "Q" else 6) + 1, 1))


@lru_cache(maxsize=_MOST)
def containing(unit: str, day: int) -> Moment:
    """Return the unit that a day lies in; for WE the weekend of its week."""
    if unit == "D":
        return Moment("D", day)
    if unit == "W":
        return Moment("W", day - weekday(day))
    if unit == "WE":
        return Moment("WE", day - weekday(day) + 5)
    of_year, of_month, _ = civil(day)
    if unit == "S":
        months = of_year * 12 + of_month - 1
        months -= of_month % 3
        return Moment("S", day_number(months // 12, months % 12 + 1, 1))
    if unit in _YEARS_IN:
        return Moment(unit, day_number(of_year - of_year % _YEARS_IN[unit], 1, 1))
    size = _MONTHS_IN[unit]
    return Moment(unit, day_number(of_year, (of_month - 1) // size * size + 1, 1))


@lru_cache(maxsize=_MOST)
def shifted(day: int, count: float, unit: str) -> int | None:
    """Return the day that lies *count* units on; a day that a month lacks becomes its last. None beyond the calendar we keep."""
    if unit in ("D", "W", "WE"):
        days = round(count * (1 if unit == "D" else 7))
        return day + days if abs(days) < 3_000_000 else None
    of_year, of_month, of_day = civil(day)
    months = of_year * 12 + of_month - 1 + round(count * _MONTHS_IN[unit])
    to_year, to_month = months // 12, months % 12 + 1
    if not FIRST_YEAR <= to_year <= LAST_YEAR:
        return None
    return day_number(to_year, to_month, min(of_day, days_in_month(to_year, to_month)))


def last_day(moment: Moment) -> int:
    """Return the number of the last day."""
    days = _DAYS_IN.get(moment.unit)
    if days is not None:
        return moment.first + days - 1
    after = shifted(moment.first, 1, moment.unit)
    return moment.first if after is None else after - 1


@lru_cache(maxsize=_MOST)
def value(moment: Moment) -> str:  # noqa: PLR0911 - one return for each kind of unit
    """Return the TIMEX3 value.

    >>> value(Moment("W", day_number(2021, 12, 6)))
    '2021-W49'
    """
    of_year, of_month, _ = civil(moment.first)
    unit = moment.unit
    if unit == "D":
        return _year_value(of_year) + iso(moment.first)[-6:] + (f"T{moment.time}" if moment.time else "")
    if unit in ("W", "WE"):
        week_year, week = iso_week(moment.first)
        return f"{year_text(week_year)}-W{week:02}" + ("-WE" if unit == "WE" else "")
    text = _year_value(of_year)
    if unit == "C" and of_year < 0:
        return f"BC{-of_year // 100:02}"
    if unit == "M":
        return f"{text}-{of_month:02}"
    if unit == "S":
        return f"{text}-{season(of_month)}"
    if unit in ("Q", "H"):
        return f"{text}-{unit}{(of_month - 1) // _MONTHS_IN[unit] + 1}"
    return {"Y": text, "E": text[:-1], "C": text[:-2], "L": text[:-3]}[unit]


def _year_value(number: int) -> str:
    """Print a year as TIMEX3 does: BC0044 is what the calendar numbers -43."""
    return year_text(number) if number > 0 else f"BC{1 - number:04}"


def season(first_month: int) -> str:
    """Return the season that begins in a month.

    >>> season(12)
    'WI'
    """
    return {3: "SP", 6: "SU", 9: "FA", 12: "WI"}[first_month]


def iso_week(day: int) -> tuple[int, int]:
    """Return the ISO 8601 year and number of a day's week.

    >>> iso_week(day_number(2021, 1, 3))
    (2020, 53)
    """
    thursday = day - weekday(day) + 3
    of_year = civil(thursday)[0]
    return of_year, (thursday - day_number(of_year, 1, 1)) // 7 + 1


def edtf(moment: Moment) -> Edtf:  # noqa: PLR0911 - one return for each unit
    """Return the moment as a set of days: what EDTF has no name for (weeks, quarters) is one of its days.

    >>> str(edtf(Moment("WE", day_number(2021, 12, 11))))
    '[2021-12-11..2021-12-12]'
    """
    of_year, of_month, of_day = civil(moment.first)
    unit = moment.unit
    if unit == "D":
        return Date(of_year, of_month, of_day, time=moment.time + moment.zone if ":" in moment.time else "")
    if unit == "M":
        return Date(of_year, of_month)
    if unit == "Y":
        return Date(of_year)
    if unit == "S":
        return Date(of_year, _SEASON_CODES[season(of_month)])
    if unit in ("E", "C") and of_year >= 0:
        return Date(of_year, unspecified=1 if unit == "E" else 2)
    end_year, end_month, end_day = civil(last_day(moment))
    if unit in ("Q", "H"):
        return OneOf(Date(of_year, of_month), Date(end_year, end_month))
    if unit in ("E", "C", "L"):
        return OneOf(Date(of_year), Date(end_year))
    return OneOf(Date(of_year, of_month, of_day), Date(end_year, end_month, end_day))


def timex3_mod(mod: str) -> str:
    """Return the ``mod`` as TIMEX3 has it, which does not tell the end of a year from late in it."""
    return _PLAIN_MODS.get(mod, mod)


def mod_in_words(mod: str) -> str:
    """Return what a ``mod`` says, in a word or two.

    >>> mod_in_words("START"), mod_in_words("EQUAL_OR_LESS"), mod_in_words("APPROX")
    ('early', 'equal or less', 'about')
    """
    return str(_SHADES.get(mod) or {"APPROX": "about"}.get(mod, mod.lower().replace("_", " ")))


def shaded(days: Edtf, mod: str) -> Edtf:
    """Return the days with TIMEX3's ``mod`` as a value of theirs: a part that is meant ("late 2023"), or approximate ("about 2023").

    >>> shaded(Date(2023), "END").shade, shaded(Date(2023), "APPROX").qualifier
    (<Shade.LATE: 'late'>, '~')
    """
    if isinstance(days, Date) and mod in _APPROXIMATE:
        return replace(days, qualifier="~")
    shade = _SHADES.get(mod)
    if shade and (isinstance(days, OneOf) or (isinstance(days, Date) and days.day is None)):
        return replace(days, shade=shade)
    return days
