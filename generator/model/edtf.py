"""A date as a set of days: EDTF, the Extended Date/Time Format of ISO 8601-2 (level 1, and of level 2 ``[a..b]`` and ``201X``).

In: EDTF text, or parts. Out: Date, Interval or OneOf; their text again; their first and last day; an order.
What the source says besides the days ("late 2023", "by Friday") travels with the date. EDTF has no word for it: ``str`` gives the
EDTF, with ``~`` where a part is meant; ``written`` gives all of it, as editors write it, and ``parse`` reads both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.model.calendar import day_number, days_in_month, year_text
from generator.model.hedge import Bound, Shade

SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
"""First and last month of the EDTF season codes, as they lie in the north; winter ends in the year after."""


@dataclass(frozen=True, slots=True)
class Date:
    """One EDTF date, no more precise than the source: year, month or season, day, time of day.

    ``unspecified`` counts the last digits of the year that are unknown (1: a decade ``201X``, 2: a century ``19XX``);
    ``qualifier`` is ``~`` (approximate), ``?`` (uncertain), ``%`` (both) or empty;
    ``time`` is ``HH``, ``HH:MM`` or ``HH:MM:SS`` with an optional zone (``Z``, ``+01:00``), as the source gives it;
    ``shade`` is the part that is meant ("late 2023"); the days stay those of the whole, for nobody said where the part begins.
    """

    year: int
    month: int | None = None
    day: int | None = None
    qualifier: str = ""
    time: str = ""
    unspecified: int = 0
    shade: Shade = Shade.NONE

    def __str__(self) -> str:
        return self._plain() + (self.qualifier or "~" * bool(self.shade))

    def _plain(self) -> str:
        text = year_text(self.year)
        if self.unspecified:
            text = text[: -self.unspecified] + "X" * self.unspecified
        if self.month is not None:
            text += f"-{self.month:02}"
        if self.day is not None:
            text += f"-{self.day:02}"
        return text + (f"T{self.time}" if self.time else "")

    def written(self) -> str:
        """Return the date as editors write it: the part that is meant as a word before it."""
        return f"{self.shade} {self._plain()}{self.qualifier}" if self.shade else str(self)


@dataclass(frozen=True, slots=True)
class Interval:
    """``a/b``: it lasts from a to b. None is an open end, written ``..``. ``bound`` is the word that opens it ("since", "until")."""

    start: Date | None
    end: Date | None
    bound: Bound = Bound.NONE

    def __str__(self) -> str:
        return f"{self.start or '..'}/{self.end or '..'}"


@dataclass(frozen=True, slots=True)
class OneOf:
    """``[a..b]``: one of these days, it is not known which. None is an open end, written as nothing.

    ``bound`` is the word that gives the end ("by Friday"); ``shade`` the part that is meant of a week or a quarter ("late last week").
    """

    earliest: Date | None
    latest: Date | None
    bound: Bound = Bound.NONE
    shade: Shade = Shade.NONE

    def __str__(self) -> str:
        return f"[{self.earliest or ''}..{self.latest or ''}]"


Edtf = Date | Interval | OneOf


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and last day of a date as day numbers (see ``calendar``); None is an open end."""

    earliest: int | None
    latest: int | None

    def overlaps(self, other: Bounds) -> bool:
        """Tell whether the two sets share a day."""
        after = self.earliest is not None and other.latest is not None and self.earliest > other.latest
        before = self.latest is not None and other.earliest is not None and self.latest < other.earliest
        return not (after or before)

    def contains(self, other: Bounds) -> bool:
        """Tell whether every day of *other* is one of these."""
        starts = self.earliest is None or (other.earliest is not None and self.earliest <= other.earliest)
        ends = self.latest is None or (other.latest is not None and other.latest <= self.latest)
        return starts and ends

    @property
    def days(self) -> int | None:
        """How many days there are; None when an end is open."""
        if self.earliest is None or self.latest is None:
            return None
        return self.latest - self.earliest + 1


def in_year(date: Date, year: int) -> Date:
    """Return the same date of another year; the 29th of February is the 28th where that year has none.

    >>> str(in_year(Date(2024, 2, 29), 2023))
    '2023-02-28'
    """
    day = min(date.day, days_in_month(year, date.month)) if date.day and date.month else date.day
    return replace(date, year=year, day=day)


def bounds(date: Edtf) -> Bounds:
    """Return the first and last day of an EDTF date.

    >>> from generator.model.calendar import iso
    >>> span = bounds(Date(2021, 22))
    >>> iso(span.earliest), iso(span.latest)
    ('2021-06-01', '2021-08-31')
    """
    match date:
        case Date():
            return Bounds(*_days_of(date))
        case Interval(first, last) | OneOf(first, last):
            return Bounds(_days_of(first)[0] if first else None, _days_of(last)[1] if last else None)


def sort_key(date: Edtf) -> tuple[float, float, str]:
    """Return a key that orders by first day, then last day (a day before the month it opens); open starts go by their end."""
    span = bounds(date)
    last = float("inf") if span.latest is None else span.latest
    first = last if span.earliest is None else span.earliest
    time = date.time if isinstance(date, Date) else ""
    return first, last, time


def bounded(date: Edtf, bound: Bound, known: Date | None = None) -> Edtf:
    """Return a date with the word that bounds it: "since" it, "by" it. *known* is the first day that "by" can mean.

    >>> str(bounded(Date(2021, 12, 10), Bound.BY, Date(2021, 12, 8))), str(bounded(Date(2004), Bound.SINCE))
    ('[2021-12-08..2021-12-10]', '2004/..')
    """
    first, last = (_about(end, date, exact) for end, exact in zip(ends(date), (Shade.START, Shade.END), strict=True))
    match bound:
        case Bound.SINCE | Bound.AFTER if first is not None:
            return Interval(first, None, bound)
        case Bound.EARLIEST if first is not None:
            return OneOf(first, None, bound)
        case Bound.UNTIL | Bound.BEFORE if last is not None:
            return Interval(None, last, bound)
        case Bound.BY | Bound.LATEST if last is not None:
            return OneOf(known, last, bound) if known else Interval(None, last, bound)
    return date


def _about(end: Date | None, date: Edtf, exact: Shade) -> Date | None:
    """Return an end of a date; approximate, where it is that of a week of which another part is meant ("since late last week")."""
    return replace(end, qualifier="~") if end and isinstance(date, OneOf) and date.shade not in {Shade.NONE, exact} else end


def ends(date: Edtf) -> tuple[Date | None, Date | None]:
    """Return the first and the last date that a date is made of; None is an open end."""
    match date:
        case Date():
            return date, date
        case Interval(first, last) | OneOf(first, last):
            return first, last


def written(date: Edtf) -> str:
    """Return a date as editors write it: EDTF, with what the source says besides as words before it. ``parse`` reads it back.

    >>> written(Interval(Date(2023, shade=Shade.LATE), None, Bound.SINCE))
    'since late 2023'
    """
    match date:
        case Date():
            return date.written()
        case Interval(start, end):
            text = f"{start.written() if start else '..'}/{end.written() if end else '..'}"
        case OneOf(start, end):
            text = f"[{start.written() if start else ''}..{end.written() if end else ''}]"
    if isinstance(date, OneOf) and date.shade:
        text = f"{date.shade} {text}"
    only = start or end
    if date.bound and only and bounded(only, date.bound) == date:
        text = only.written()
    return f"{date.bound} {text}" if date.bound else text


def parse(text: str) -> Edtf | None:
    """Read an EDTF date, or one as editors write it ("since late 2023"); None when it is none, or names a day that does not exist.

    >>> str(parse("[2021-12-08..2021-12-10]"))
    '[2021-12-08..2021-12-10]'
    >>> parse("2021-02-30") is None
    True
    """
    text = text.strip()
    for bound in Bound:
        if bound and text.startswith(f"{bound} "):
            found = _parse_unbounded(text.removeprefix(bound).strip())
            if isinstance(found, Date):
                return bounded(found, bound)
            return None if found is None else replace(found, bound=bound)
    return _parse_unbounded(text)


def _parse_unbounded(text: str) -> Edtf | None:
    for shade in Shade:
        if shade and text.startswith(f"{shade} ["):
            found = _parse_unbounded(text.removeprefix(shade).strip())
            return replace(found, shade=shade) if isinstance(found, OneOf) else None
    if text.startswith("[") and text.endswith("]"):
        first, separator, last = text[1:-1].partition("..")
        return _pair(first, last, OneOf) if separator else _single(first)
    if "/" in text:
        first, _, last = text.partition("/")
        return _pair(first.removesuffix(".."), last.removeprefix(".."), Interval)
    return _single(text)


_DATE = re.compile(
    r"(?:(?P<shade>early|mid|late|start of|end of) )?"
    r"(?P<year>-?\d{2,4}X{1,2}|-?\d{3}X|-?\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<time>[\d:]{2,8}(?:Z|[+-]\d\d:\d\d)?))?)?)?"
    r"(?P<qualifier>[~?%]?)"
)
_TIME = re.compile(r"(?:[01]\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?)?(?:Z|[+-]\d\d:\d\d)?")


def _single(text: str) -> Date | None:
    match = _DATE.fullmatch(text.strip())
    if not match or len(match["year"].lstrip("-")) != 4:
        return None
    unspecified = match["year"].count("X")
    month, day = (int(match[name]) if match[name] else None for name in ("month", "day"))
    date = Date(
        int(match["year"].replace("X", "0")), month, day, match["qualifier"], match["time"] or "", unspecified, Shade(match["shade"] or "")
    )
    return date if _exists(date) else None


def _exists(date: Date) -> bool:
    if date.month is None:
        return True
    if date.unspecified or not (1 <= date.month <= 12 or (date.month in SEASONS and date.day is None)):
        return False
    if date.time and not _TIME.fullmatch(date.time):
        return False
    return date.day is None or 1 <= date.day <= days_in_month(date.year, date.month)


def _pair(first: str, last: str, kind: type[Interval | OneOf]) -> Interval | OneOf | None:
    start, end = (_single(part) if part.strip() else None for part in (first, last))
    unread = (first.strip() and start is None) or (last.strip() and end is None)
    if unread or (start is None and end is None):
        return None
    pair = kind(start, end)
    span = bounds(pair)
    backwards = span.earliest is not None and span.latest is not None and span.earliest > span.latest
    return None if backwards else pair


def _days_of(date: Date) -> tuple[int, int]:
    if date.month is None:
        return day_number(date.year, 1, 1), day_number(date.year + 10**date.unspecified - 1, 12, 31)
    if date.month in SEASONS:
        first, last = SEASONS[date.month]
        end_year = date.year + (last < first)
        return day_number(date.year, first, 1), day_number(end_year, last, days_in_month(end_year, last))
    if date.day is None:
        return day_number(date.year, date.month, 1), day_number(date.year, date.month, days_in_month(date.year, date.month))
    day = day_number(date.year, date.month, date.day)
    return day, day
