"""Which time expressions can place an event, and in which form: a year in brackets joined, stamps left out, the vague ones told apart.

In: an article's text and its time expressions. Out: time expressions, yes or no.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from generator.model.edtf import Date, Interval, OneOf, bounds
from generator.model.hedge import Bound
from generator.model.span import Span
from generator.model.story import Story
from generator.model.timex import Timex

_OLDEST = 1300
"""A year below this one is an hour: “1145”."""
_CLOSE = 12
"""Characters before a stamp in which it is seen whether a line begins."""
_LONGEST = 366
"""An event is placed in time at a year or finer."""
_RANGE = 1100
"""Or between two named months that are at most about three years apart."""

_WEEKEND = 3
"""So many days lie between two that are joined over a weekend: 'on Friday and Monday'."""
_DASHES = frozenset({"-", "–"})
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


def joined(text: str, timexes: Sequence[Timex], story: Story) -> list[Timex]:
    """Return the time expressions in order, two neighbours that one word joins as the stretch that they make: 'in July and August'.

    'April–June' reaches over what lies between the two; of 'in 2004 and 2009' each stays what it is.
    """
    found: list[Timex] = []
    for timex in timexes:
        between = text[found[-1].said.end : timex.said.start].strip().lower() if found else ""
        whole = _stretch(found[-1], timex, apart=between in _DASHES) if between in _DASHES | story.of("and") and between else None
        found = [*found[:-1], whole] if whole is not None else [*found, timex]
    return found


def _stretch(one: Timex, other: Timex, *, apart: bool) -> Timex | None:
    """Return the stretch from one day, month or year to the next, or to a later one within a year where they may be *apart*."""
    first = one.edtf
    if not isinstance(first, Date) or one.bound is not Bound.NONE or first.time:
        return None
    for last in (other.edtf, other.other.edtf if other.other is not None else None):
        if not isinstance(last, Date) or last.time or (last.month is None, last.day is None) != (first.month is None, first.day is None):
            continue
        gap = (bounds(last).earliest or 0) - (bounds(first).latest or 0)
        near = _WEEKEND if first.day is not None else 1
        if 0 < gap <= near or (apart and 0 < gap < _LONGEST):
            return replace(one, said=Span(one.said.start, other.said.end), edtf=Interval(first, last), other=None)
    return None


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


def is_dateline(text: str, timex: Timex, published: date | None, story: Story) -> bool:
    """Tell the day of publication written out with its year, which nobody tells an event by: 'Friday 12 August 2005'."""
    words = timex.said.of(text)
    day = timex.edtf
    if published is None or not isinstance(day, Date) or (day.year, day.month, day.day) != (published.year, published.month, published.day):
        return False
    before = text[max(0, timex.said.start - _CLOSE) : timex.said.start].rpartition("\n")[2].split()
    return str(day.year) in words and not (before and before[-1].lower() in story.prepositions)


def is_vague(timex: Timex) -> bool:
    """Tell whether a date says too little: no beginning ('in recent weeks'), only an end ('until May'), more than a year."""
    days = bounds(timex.edtf).days if timex.edtf is not None else None
    if timex.value.isdigit() and int(timex.value) < _OLDEST:
        return True  # a time of day written without a colon
    if timex.bound is Bound.UNTIL or (days is not None and days > (_RANGE if _has_both_ends(timex) else _LONGEST)):
        return True
    return isinstance(timex.edtf, Interval) and timex.edtf.start is None and timex.bound is Bound.NONE


def unbound(timex: Timex) -> Timex:
    """Return a time expression without the word that bounds it: the day in 'since 8 May, when the port burned' is that of the fire."""
    day = timex.edtf
    if timex.bound is Bound.NONE or not isinstance(day, Interval | OneOf):
        return timex
    ends = [end for end in ((day.start, day.end) if isinstance(day, Interval) else (day.earliest, day.latest)) if end is not None]
    return replace(timex, edtf=ends[0], bound=Bound.NONE) if len(ends) == 1 else timex


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
