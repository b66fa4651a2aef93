"""The cells of a row that say when → its date. A cell is a date as a whole, or the row is refused with what was not understood.

In: the row's values, what reads a date in words. Out: When, or the reason why there is none with the cell it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.model import edtf
from generator.model.calendar import days_in_month
from generator.model.edtf import SEASONS, Date, Edtf, Interval, OneOf, bounds
from generator.read.sheets.cells import clock, plain
from generator.read.sheets.row import ReadDate

_PARTS = ("year", "month", "day", "time")
_NUMBERS = re.compile(r"\s*(\d{1,2})[/-](\d{1,2})[/-]\d{4}\b")
_WHOLE = re.compile(r"([-−–]?\d+)(?:\.0+)?")
_ORDINAL = re.compile(r"(\d{1,2})(?:\.0+|st|nd|rd|th|[.ºª])?")
_LAST_YEAR, _SHORT = 9999, 2
_ANY_YEAR = 2000
"""A year in which every day of a month exists: months in words are read in it."""
_STILL = frozenset(
    {
        "present",
        "now",
        "ongoing",
        "today",
        "heute",
        "andauernd",
        "hoy",
        "presente",
        "actualidad",
        "présent",
        "aujourd'hui",
        "oggi",
        "hoje",
        "heden",
    }
)
"""What stands in the place of an end where there is none yet."""
_STILL_LASTS = OneOf(None, Date(9999))
"""Stands for an end that is still to come, until it is put behind a start."""
_OPEN = re.compile(r"(.+?)(?<!\s)(?:\s*+[-–—]\s*|\s++\w{1,5}\s+)(\S+)|(\d{4})\s*[-–—]")

_FROM = re.compile(r"(?:from|ab|desde|dès|dal)\s+(.+)|(.+?)(?<!\s)\s++onwards?", re.IGNORECASE)
"""What has a start and no end: "from 1914", "1914 onwards"."""
_TWO = re.compile(r"\s(?:to|until|till|bis|à|a|al|hasta|-)\s|[–—/]")
_YEARS = re.compile(r"([0-9]{4})\s*[-–—]\s*([0-9]{4})")
"""From one year to another, of whatever age; words of a language know those near ours alone."""


@dataclass(frozen=True, slots=True)
class When:
    """The date of a row, the words that it is told by (empty: none of its own), what does not fit."""

    date: Edtf
    said: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoDate:
    """Why a row has no date, and the cell that is to blame."""

    reason: str
    cell: str = ""


def day_comes_first(cells: Iterable[str]) -> bool | None:
    """Tell whether the numbers of a column of dates are days first (25/3/2018): True or False where a cell shows it, else None.

    >>> day_comes_first(["3/4/2018", "25/4/2018"]), day_comes_first(["3/4/2018"])
    (True, None)
    """
    pairs = [(int(found[1]), int(found[2])) for cell in cells if (found := _NUMBERS.match(cell))]
    first, second = any(pair[0] > 12 for pair in pairs), any(pair[1] > 12 for pair in pairs)
    return None if first == second else first


def when(values: Mapping[str, str], read: ReadDate, day_first: bool | None) -> When | NoDate:
    """Return the date of a row.

    A year before the common era is negative in a sheet of TimelineJS, which counts without a year 0; elsewhere years are those of EDTF.
    """
    doubts: list[str] = []
    start: Edtf | NoDate | None
    end: Edtf | NoDate | None
    if values.get("year"):
        start = _composed(values, "", read, doubts)
        end = _composed(values, "end ", read, doubts) if values.get("end year") else None
        if end is None and any(values.get(f"end {part}") for part in _PARTS[1:]):
            doubts.append("the end has no year, and is left away")
    else:
        start, end = (_in_words(values.get(name, ""), read, day_first, doubts) for name in ("date", "end"))
    if isinstance(start, NoDate) or isinstance(end, NoDate):
        return start if isinstance(start, NoDate) else end if isinstance(end, NoDate) else NoDate("no date")
    if start is None:
        return NoDate("no date")
    if start == _STILL_LASTS:
        return NoDate(f"“{plain(values['date'])}” is another day at every reading", values["date"])
    both = _from_to(start, _as_displayed(end, plain(values.get("end said", "")), read, doubts).date if end else None)
    if isinstance(both, NoDate):
        return both
    exact = edtf.parse(values.get("written", ""))
    if exact is not None and str(exact) == str(both):
        both = exact
    return _as_displayed(both, plain(values.get("said", "")), read, doubts)


def _in_words(cell: str, read: ReadDate, day_first: bool | None, doubts: list[str]) -> Edtf | NoDate | None:
    if not cell:
        return None
    words = plain(cell)
    if words.casefold() in _STILL:
        return _STILL_LASTS
    words, open_ended = _without_end(words)
    if (years := _YEARS.fullmatch(words)) and years[1] < years[2]:
        return Interval(Date(int(years[1])), Date(int(years[2])))
    typed = read(words, day_first)
    if typed.date is None or (open_ended and not isinstance(typed.date, Date)):
        return NoDate(typed.reason or f"“{words}” is no day that something lasts from", cell)
    doubts += [typed.doubt] if typed.doubt else []
    return Interval(typed.date, None) if open_ended and isinstance(typed.date, Date) else typed.date


def _without_end(words: str) -> tuple[str, bool]:
    """Return the start of what has no end ("2018–present", "from 1914"), and True; else the words, and False."""
    if (found := _OPEN.fullmatch(words)) and (found[3] or found[2].casefold() in _STILL):
        return found[3] or found[1], True
    if found := _FROM.fullmatch(words):
        start = found[1] or found[2]
        return (words, False) if _TWO.search(start) else (start, True)
    return words, False


def _composed(values: Mapping[str, str], prefix: str, read: ReadDate, doubts: list[str]) -> Edtf | NoDate:
    """Return the date of the sheet's own columns; each may be a number or in words ("c. 520", "May", "3rd")."""
    year, month, day, time = (plain(values.get(prefix + name, "")) for name in _PARTS)
    shown = f"“{' '.join(filter(None, (year, month, day)))}” is no date"
    base = _of_year(year, read)
    if isinstance(base, NoDate):
        return NoDate(f"{shown}: {base.reason}" if base.reason else shown, year)
    if not isinstance(base, Date) or base.month is not None:
        return NoDate(f"{shown}: the year's cell holds a whole date", year) if month or day else base
    of_month, of_day = _of_month(month, read), _ORDINAL.fullmatch(day)
    if month and of_month is None and not day:
        return read(f"{month} {year}", None).date or NoDate(f"{shown}: “{month}” is no month", month)
    if unfit := _unfit(base.year, month, of_month, day, int(of_day[1]) if of_day else None):
        return NoDate(f"{shown}: {unfit.reason}", unfit.cell)
    if year.isdecimal() and len(year) <= _SHORT:
        doubts.append(f"its year is {int(year)}, as it stands; write all four digits if another is meant")
    at = clock(time) if time else ""
    if time and (at is None or not day):
        doubts.append(f"the time “{time}” is left away: " + ("it is none" if at is None else "there is no day"))
    return replace(base, month=of_month, day=int(of_day[1]) if of_day else None, time=(at or "") if day else "")


def _of_year(cell: str, read: ReadDate) -> Edtf | NoDate:
    """Return what the cell of a year says: a number, counted without a year 0, or words ("500 BC", "1930s")."""
    found = _WHOLE.fullmatch(cell)
    if not found:
        typed = read(cell, None)
        return typed.date or NoDate(typed.reason.partition(": ")[2], cell)
    number = int(found[1].replace("−", "-").replace("–", "-"))
    if number == 0:
        return NoDate("there was no year 0 (1 BCE is -1 here)")
    if abs(number) > _LAST_YEAR:
        return NoDate("a year has four digits at most")
    return Date(number + 1 if number < 0 else number)


def _of_month(cell: str, read: ReadDate) -> int | None:
    """Return a month's number, or that of a season; None for what is neither."""
    if found := _WHOLE.fullmatch(cell):
        return int(found[1]) if found[1].isdecimal() else 0
    typed = read(f"{cell.rstrip('.').capitalize()} {_ANY_YEAR}", None) if cell else None
    return typed.date.month if typed and isinstance(typed.date, Date) and not typed.date.day else None


def _unfit(year: int, month: str, of_month: int | None, day: str, of_day: int | None) -> NoDate | None:
    """Return why the cells of a month and a day make no date in a year, and which of them; None where they do."""
    if not month:
        return NoDate("a day without a month", day) if day else None
    if of_month is None or not (1 <= of_month <= 12 or of_month in SEASONS) or (month.isdecimal() and of_month in SEASONS):
        return NoDate(f"there is no month {month}", month)
    if day and of_day is None:
        return NoDate(f"“{day}” is no day", day)
    if day and of_month in SEASONS:
        return NoDate("a day of no month", day)
    last = days_in_month(year, of_month) if of_month <= 12 else 0
    return NoDate(f"that month has {last} days", day) if of_day is not None and not 1 <= of_day <= last else None


def _from_to(start: Edtf, end: Edtf | None) -> Edtf | NoDate:
    if end is None or str(end) == str(start):
        return start
    if end == _STILL_LASTS and isinstance(start, Date):
        return Interval(start, None)
    if not isinstance(start, Date) or not isinstance(end, Date):
        return NoDate("a range needs two plain dates")
    if start.time and not end.time and replace(start, time="") == end:
        return start
    if edtf.parse(str(Interval(start, end))) is None or _clock_runs_back(start, end):
        return NoDate(f"it ends before it begins: {start}, {end}")
    return Interval(start, end)


def _clock_runs_back(start: Date, end: Date) -> bool:
    one_day = start.day is not None and (start.year, start.month, start.day) == (end.year, end.month, end.day)
    return one_day and "" < end.time < start.time and len(start.time) == len(end.time)


def _as_displayed(found: Edtf, said: str, read: ReadDate, doubts: list[str]) -> When:
    """Let the words that readers were shown decide how much is known: "about 520" is not the year 520, "2018" not its 1 January."""
    typed = read(said, None) if said else None
    if typed is None or typed.date is None:
        return When(found, said, tuple(doubts))
    known, shown = bounds(found), bounds(typed.date)
    if not known.overlaps(shown):
        doubts.append(f"“{said}” is not what the columns of its date say ({found})")
        return When(found, "", tuple(doubts))
    same = known == shown
    timed = isinstance(found, Date) and found.time and not (isinstance(typed.date, Date) and typed.date.time)
    if (same and timed) or not (known.contains(shown) or shown.contains(known)):
        return When(found, said, tuple(doubts))
    return When(typed.date, said, tuple(doubts))
