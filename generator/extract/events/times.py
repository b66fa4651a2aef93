"""Which time expressions can place an event, and in which form: a year in brackets joined, stamps left out, the vague ones told apart.

In: an article's text and its time expressions. Out: time expressions, yes or no.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.model.edtf import Date, Interval, OneOf, bounds
from generator.model.hedge import Bound
from generator.model.span import Span
from generator.model.timex import Timex

_OLDEST = 1300
"""A year below this one is an hour: “1145”."""
_CLOSE = 12
"""Characters before a stamp in which it is seen whether a line begins."""
_LONGEST = 366
"""An event is placed in time at a year or finer."""
_RANGE = 1100
"""Or between two named months that are at most about three years apart."""

_CLOCK, _MIDNIGHT, _HOUR = 4, "2400", "60"
_STAMP_BEHIND = re.compile(r":?\s+[“\"]?[A-Z]")
_HOURS = re.compile(r"^\[?([01]\d[0-5]\d|2[0-3][0-5]\d)\]?:?[ ]+[“\"]?[A-Z]", re.MULTILINE)
"""A line that opens with four digits which may be an hour."""
_NUMBERED = re.compile(r"\d\s*[(\[]\Z")
_YEAR_BEHIND = re.compile(r"\s*[(\[](\d{4})[)\]]")


def with_years(text: str, timexes: Iterable[Timex]) -> list[Timex]:
    """Return the time expressions in order, a year in brackets ('8 April (2003)') joined to the day before it."""
    joined: list[Timex] = []
    taken = -1
    for timex in sorted(timexes, key=lambda each: (each.said.start, each.said.end)):
        if timex.said.start < taken:
            continue
        behind = _YEAR_BEHIND.match(text, timex.said.end)
        day = timex.edtf
        if behind and isinstance(day, Date) and day.month is not None and str(day.year) not in timex.said.of(text):
            taken = behind.end()
            said = Span(timex.said.start, behind.end())
            joined.append(replace(timex, said=said, edtf=replace(day, year=int(behind[1]))))
        else:
            joined.append(timex)
    return joined


def without_stamps(text: str, timexes: Iterable[Timex], published: int) -> list[Timex]:
    """Leave out what opens a line of a live report and reads as a year: '2044 Divers have …' was said at 20:44.

    Where some such lines open with years to come, or with hours that are no years, all do so with hours.
    """
    hours = [match[1] for match in _HOURS.finditer(text)]
    are_hours = sum(not _OLDEST <= int(hour) <= published for hour in hours) > 1
    kept = (each for each in timexes if not (_is_stamp(text, each) and (are_hours or int(each.value) > published)))
    return [each for each in kept if not _is_numbered(text, each)]


def _is_numbered(text: str, timex: Timex) -> bool:
    """Tell the year of a paper that has a number: 'resolution 687 (1990)'."""
    before = text[max(0, timex.said.start - _CLOSE) : timex.said.start]
    return _NUMBERED.search(before) is not None and _YEAR_BEHIND.match(text, timex.said.start - 1) is not None


def _is_stamp(text: str, timex: Timex) -> bool:
    clock = timex.value.isdigit() and len(timex.value) == _CLOCK and timex.value < _MIDNIGHT and timex.value[2:] < _HOUR
    if not clock or timex.said.of(text) != timex.value or not _STAMP_BEHIND.match(text, timex.said.end):
        return False
    before = text[max(0, timex.said.start - _CLOSE) : timex.said.start].rstrip(" ")
    return before[-1:] in {"", "\n", ".", "”"}


def is_vague(timex: Timex) -> bool:
    """Tell whether a date says too little: no beginning ('in recent weeks'), only an end ('until May'), more than a year."""
    days = bounds(timex.edtf).days if timex.edtf is not None else None
    if timex.value.isdigit() and int(timex.value) < _OLDEST:
        return True  # a time of day written without a colon
    if timex.bound is Bound.UNTIL or (days is not None and days > (_RANGE if _has_both_ends(timex) else _LONGEST)):
        return True
    return isinstance(timex.edtf, Interval) and timex.edtf.start is None and timex.bound is Bound.NONE


def _has_both_ends(timex: Timex) -> bool:
    """Tell whether a range names the months or days that it runs from and to."""
    day = timex.edtf
    ends = (day.start, day.end) if isinstance(day, Interval) else (day.earliest, day.latest) if isinstance(day, OneOf) else ()
    return bool(ends) and all(end is not None and end.month is not None for end in ends)


def sharper(one: Timex, other: Timex) -> bool:
    """Tell whether *one* names fewer days than *other*."""
    if one.edtf is None or other.edtf is None:
        return False
    days, others = bounds(one.edtf).days, bounds(other.edtf).days
    return days is not None and (others is None or days < others)
