"""What expressions of one sentence give each other: the day of an hour, the year of a list, the order of a range.

In: what was found in a sentence, and the text between. Out: nothing; what was said (or what a range comes to) is made whole in place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from generator.extract.time.context import Context, Resolved
from generator.extract.time.moment import Moment, value
from generator.extract.time.narrative import core_of
from generator.extract.time.recognise import Recognised
from generator.extract.time.shapes import shapes
from generator.extract.time.tense import Outlook
from generator.model.calendar import civil, day_number, days_in_month
from generator.model.said import Calendar, Clock, Holiday, Listed, Nothing, Origin, Said, Shaded, Shift, Weekday
from generator.model.timex import Reference

_LISTED = " ,/&"
"""What stands between dates that are listed, beside the words that join numbers."""
_EVENT_WORDS = 7
"""How many words name an event between what is counted from it and its date."""
_SHORT = 3
"""How long a word between a time and its day, or a week and its weekday, is at most: "on", "am", "el"."""
_LEAP = 8
"""In how many years a day of the year comes again at the latest."""
_COUNTED_FROM = frozenset({"@DAY", "@DATED", "@YEAR"})
_CLAUSE_MARK = frozenset(',;:()"“”')


@dataclass(slots=True)
class Expression:
    """A time expression: where it stands and how it is said, and what it comes to."""

    found: Recognised
    resolved: Resolved


def explain(found: list[Recognised], lower: str, joiners: frozenset[str]) -> None:
    """Give each expression of a sentence what the one behind it says of it; *joiners* are the words that join a list."""
    for after, before in pairwise(reversed(found)) if len(found) > 1 else ():
        between = lower[before.end : after.start].strip()
        after.said = _in_week_before(before.said, after.said, between)
        before.said = _with_day(before.said, after.said, between)
        before.said = _from_date_behind(before.said, after.said, between)
        if between and (not (bare := between.strip(_LISTED)) or bare in joiners):
            before.said = _explained(_with_year(before.said, core_of(after.said)), after.said)
    for each in found:
        if isinstance(each.said, Listed):
            _unexplained(each, each.said, lower)


def _with_day(said: Said, after: Said, between: str) -> Said:
    """Give the time of "10:35 a.m. (0735 GMT) Friday", "3pm BST/4pm CET on Friday" the day that stands behind the other time."""
    if isinstance(said, Shaded):
        return replace(said, what=_with_day(said.what, after, between))
    if not isinstance(said, Clock) or said.of is not None:
        return said
    bare = between.strip(" ,")
    is_day = "@DAY" in shapes(after)
    if bare in ("/", "(") and isinstance(after, Clock):
        return replace(said, of=after.of)
    inner = (bare.startswith("(") and bare.endswith(")")) or (bare.startswith(")") and len(bare.strip("), ")) <= _SHORT)
    return replace(said, of=after) if is_day and inner else said


def _in_week_before(said: Said, after: Said, between: str) -> Said:
    """Put a weekday into the week that stands before it: "early next week, on Monday"."""
    if not between.startswith(",") or len(between.strip(", ")) > _SHORT:
        return after
    match core_of(said), after:
        case Shift(count=float() | int() as count, unit="W", origin=Origin.PUBLICATION, direction=side, base=None), Weekday(
            which=None, week=None, near=None
        ):
            return replace(after, week=int(side * count))
    return after


def _from_date_behind(said: Said, after: Said, between: str) -> Said:
    """Count "two days after his release on 25 June" from the date that stands behind what happened then."""
    if isinstance(said, Shaded):
        return replace(said, what=_from_date_behind(said.what, after, between))
    if not isinstance(said, Shift) or said.origin is not Origin.EVENT or said.base is not None:
        return said
    is_date = not _COUNTED_FROM.isdisjoint(shapes(after))
    named = len(between.split()) <= _EVENT_WORDS and not _CLAUSE_MARK.intersection(between)
    return replace(said, base=after) if is_date and named else said


def _with_year(said: Said, after: Said) -> Said:
    """Give the first of "July and August 1940" the year that only the last has."""
    match said, after:
        case Shaded(what=inner), _:
            return replace(said, what=_with_year(inner, after))
        case Holiday(year=None, which=None), Calendar(year=int() as year, month=int(), day=int()):
            return replace(said, year=year)
        case Calendar(year=None, which=None, month=int() as first), Calendar(year=int() as year, month=int() as last) if first < last:
            return replace(said, year=year)
    return said


def _explained(said: Said, after: Said) -> Said:
    """Give a weekday of a list what the date behind it says: its month and year, or the week before it."""
    last = core_of(after)
    if not isinstance(said, Listed) or not isinstance(last, Calendar | Weekday):
        return said
    if said.day is None:
        return Weekday(said.weekday, near=after, side=-1)
    return Calendar(last.year, last.month, said.day, said.weekday) if isinstance(last, Calendar) and last.month else said


def _unexplained(found: Recognised, listed: Listed, lower: str) -> None:
    """Take a weekday of no list for itself, without the figure behind it; an abbreviation is none."""
    word = lower[found.start : found.end].split(maxsplit=1)[0]
    found.said = Nothing() if listed.day is None else Weekday(listed.weekday)
    found.end = found.said_end = found.start + len(word)


def in_order(ends: list[Expression | None], context: Context) -> None:
    """Let no range run backwards: a last date without a year is the next such one, a last hour may be of the day behind.

    Of two weekdays one moves by a week: the first back, or to come the last on.
    """
    first, last = ends
    if first is None or last is None or first.resolved.moment is None or last.resolved.moment is None:
        return
    start, end = first.resolved.moment, last.resolved.moment
    if isinstance(first.found.said, Clock) and isinstance(last.found.said, Clock) and first.found.said.of == last.found.said.of:
        end = end._replace(first=start.first)
    both = isinstance(first.found.said, Calendar) and isinstance(last.found.said, Calendar) and last.found.said.year is None
    if both and first.resolved.reference is not Reference.DISCOURSE:
        _move(last, _next_such(start, end))
    elif end.first < start.first and isinstance(first.found.said, Weekday) and isinstance(last.found.said, Weekday):
        past = context.published is not None and end.first <= context.published and context.tense() is not Outlook.FUTURE
        moved, moment, days = (first, start, -7) if past else (last, end, 7)
        _move(moved, moment._replace(first=moment.first + days))
    elif ":" in start.time and ":" in end.time and start.first == end.first and end.time < start.time:
        _move(last, end._replace(first=end.first + 1))
    else:
        _move(last, end)


def _next_such(start: Moment, end: Moment) -> Moment:
    """Return the same day or month as *end*, the first one that does not lie before *start*."""
    _, month, day = civil(end.first)
    for year in range(civil(start.first)[0], civil(start.first)[0] + _LEAP + 1):
        if day <= days_in_month(year, month) and day_number(year, month, day) >= start.first:
            return end._replace(first=day_number(year, month, day))
    return end


def _move(expression: Expression, moment: Moment) -> None:
    if moment != expression.resolved.moment:
        expression.resolved = replace(expression.resolved, moment=moment, value=value(moment), other=None)
