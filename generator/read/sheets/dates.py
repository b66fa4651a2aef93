"""The cells of a row that say when → its date. A cell is a date as a whole, or the row is refused with what was not understood.

In: the row's values, what reads a date in words. Out: When, or the reason why there is none with the cell it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model import edtf
from generator.model.calendar import days_in_month
from generator.model.edtf import Date, Edtf, Interval, bounds
from generator.read.sheets.cells import clock, plain
from generator.read.sheets.row import ReadDate

_PARTS = ("year", "month", "day", "time")
_NUMBERS = re.compile(r"\s*(\d{1,2})[/-](\d{1,2})[/-]\d{4}\b")
_WHOLE = re.compile(r"([-−]?\d{1,4})(?:\.0+)?")
_LAST_YEAR = 9999


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
    both = _from_to(start, end)
    if isinstance(both, NoDate):
        return both
    return _as_displayed(both, plain(values.get("said", "")), read, doubts)


def _in_words(cell: str, read: ReadDate, day_first: bool | None, doubts: list[str]) -> Edtf | NoDate | None:
    if not cell:
        return None
    typed = read(plain(cell), day_first)
    if typed.date is None:
        return NoDate(typed.reason, cell)
    doubts += [typed.doubt] if typed.doubt else []
    return typed.date


def _composed(values: Mapping[str, str], prefix: str, read: ReadDate, doubts: list[str]) -> Date | NoDate:
    """Return the date of the sheet's own columns."""
    year, month, day, time = (plain(values.get(prefix + name, "")) for name in _PARTS)
    shown = " ".join(filter(None, (year, month, day)))
    numbers = [_WHOLE.fullmatch(part) for part in (year, month, day)]
    if month and not numbers[1] and numbers[0]:
        typed = read(f"{day} {month} {year}".strip(), None)
        return typed.date if isinstance(typed.date, Date) else NoDate(typed.reason, month)
    if not numbers[0] or (month and not numbers[1]) or (day and not numbers[2]):
        return NoDate(f"“{shown}” is no date", year)
    number = int(numbers[0][1].replace("−", "-"))
    of_year, of_month = (int(found[1].replace("−", "-")) if found else None for found in numbers[1:])
    reason = _unfit(number, of_year, of_month)
    if reason:
        return NoDate(f"“{shown}” is no date: {reason}", day or month or year)
    at = clock(time) if time else ""
    if time and (at is None or of_month is None):
        doubts.append(f"the time “{time}” is left away: " + ("it is none" if at is None else "there is no day"))
    return Date(number + 1 if number < 0 else number, of_year, of_month, time=(at or "") if of_month else "")


def _unfit(year: int, month: int | None, day: int | None) -> str:
    """Return why numbers are no date, or nothing."""
    if year == 0:
        return "there was no year 0 (1 BCE is -1 here)"
    if abs(year) > _LAST_YEAR:
        return "years have four digits"
    if month is None:
        return "a day without a month" if day is not None else ""
    if not 1 <= month <= 12:
        return f"there is no month {month}"
    last = days_in_month(year + (year < 0), month)
    return f"that month has {last} days" if day is not None and not 1 <= day <= last else ""


def _from_to(start: Edtf, end: Edtf | None) -> Edtf | NoDate:
    if end is None or str(end) == str(start):
        return start
    if not isinstance(start, Date) or not isinstance(end, Date):
        return NoDate("a range needs two plain dates")
    if edtf.parse(str(Interval(start, end))) is None:
        return NoDate(f"it ends before it begins: {start}, {end}")
    return Interval(start, end)


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
