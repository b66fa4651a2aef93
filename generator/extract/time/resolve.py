"""Normalise: resolve what was said against the reference times, by one small function for each noun of ``model.said``.

In: a Said and a Context. Out: Resolved (TIMEX3 type, value and mod; the calendar unit named), or None when the words come to no time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeGuard

from generator.extract.time.calendars import resolve_calendar, resolve_holiday, resolve_slashed, resolve_weekday
from generator.extract.time.context import Context, Resolved
from generator.extract.time.lengths import resolve_length, resolve_repeated, resolve_vague
from generator.extract.time.moment import Moment, containing, last_day, shaded, shifted, value
from generator.extract.time.moment import edtf as days_of
from generator.extract.time.shifts import resolve_shift, resolve_unit
from generator.model.calendar import civil, weekday
from generator.model.edtf import Date, Interval, OneOf, ends
from generator.model.hedge import Bound
from generator.model.said import (
    Bounded,
    Calendar,
    Clock,
    DayPart,
    Holiday,
    Length,
    Nth,
    Origin,
    Range,
    Repeated,
    Said,
    Shaded,
    Shift,
    Slashed,
    Unit,
    Vague,
    Weekday,
    Within,
)
from generator.model.timex import Reference, TimexType

_AFTERNOON = 12
"""What happened from this hour on, on no day that is named, a paper of a day tells of the same day or of the one before."""


def resolve(said: Said, context: Context) -> Resolved | None:
    """Return what *said* comes to."""
    function = _RESOLVERS.get(type(said))
    return function(said, context) if function else None


def _resolve_shaded(said: Shaded, context: Context) -> Resolved | None:
    found = resolve(said.what, context)
    if found is not None and not found.mod:
        found.mod = said.mod
    return found


_SIZES = "DWMQHY"
"""The units of dates that others are counted from, small to large."""
_TURNED = frozenset({Bound.UNTIL, Bound.BEFORE})
_AHEAD = frozenset({Bound.BY, Bound.UNTIL, Bound.LATEST, Bound.EARLIEST})


def _resolve_bounded(said: Bounded, context: Context) -> Resolved | None:
    """Resolve a bound; what is not so until a day, or not before it, is so then at the earliest."""
    if said.bound in _TURNED and context.negated():
        said = replace(said, bound=Bound.EARLIEST)
        found = resolve(said.what, context)
    elif said.bound in _AHEAD and not context.narrative:
        context.limit = True
        found = resolve(said.what, context)
        context.limit = False
    else:
        found = resolve(said.what, context)
    if found is not None:
        found.bound = said.bound
    return found


def _resolve_day_part(said: DayPart, context: Context) -> Resolved | None:
    if said.of is None and context.current is None:
        return Resolved(TimexType.TIME, f"XXXX-XX-XXT{said.part}", resolved=False)
    day = resolve(said.of, context) if said.of is not None else _same_day(context)
    if day is None:
        return None
    if day.moment is None or day.moment.unit != "D":
        return replace(day, type=TimexType.TIME, value=f"{day.value}T{said.part}") if day.moment is None else None
    found = _timed(day, day.moment, said.part)
    if said.part == "NI" and isinstance(said.of, Shift) and said.of.base is not None:
        first = day.moment.first
        found.edtf = OneOf(Date(*civil(first)), Date(*civil(first + 1)))  # "in der Nacht zum Sonntag" reaches into the Sunday
    return found


def _timed(day: Resolved, moment: Moment, time: str, zone: str = "") -> Resolved:
    """Return a time of a day that is resolved."""
    at, other = Moment("D", moment.first, time, zone), day.other and Moment("D", day.other.first, time, zone)
    return replace(day, type=TimexType.TIME, value=value(at), moment=at, other=other)


def _same_day(context: Context) -> Resolved | None:
    """Return the day that a time without a day belongs to: that of the sentence, else of publication, else the last mentioned."""
    if context.in_sentence is not None and context.in_sentence.unit == "D":
        return Resolved(TimexType.DATE, "", moment=Moment("D", context.in_sentence.first), reference=Reference.DISCOURSE, why=("that day",))
    last = context.last
    if last is not None and last.unit == "D" and context.published is not None and last.first < context.published and context.tense() < 0:
        return Resolved(TimexType.DATE, "", moment=Moment("D", last.first), reference=Reference.DISCOURSE, why=("that day",))
    if context.published is not None and not context.narrative:
        return Resolved(
            TimexType.DATE, "", moment=Moment("D", context.published), reference=Reference.PUBLICATION, why=("the day of publication",)
        )
    if context.last is not None and context.last.unit == "D":
        return Resolved(TimexType.DATE, "", moment=Moment("D", context.last.first), reference=Reference.DISCOURSE, why=("that day",))
    return None


def _resolve_clock(said: Clock, context: Context) -> Resolved | None:
    time = f"{said.hour:02}:{said.minute or 0:02}" + (f":{said.second:02}" if said.second is not None else "")
    day = resolve(said.of, context) if said.of is not None else _same_day(context)
    if day is None or day.moment is None or day.moment.unit != "D":
        return Resolved(TimexType.TIME, f"XXXX-XX-XXT{time}", resolved=False)
    moment = Moment("D", day.moment.first, time, said.zone)
    late = said.hour >= _AFTERNOON and not said.zone and context.tense() < 0
    if said.of is None and day.reference is Reference.PUBLICATION and late:
        why = ("of the day of publication, or of the day before",)
        either = OneOf(Date(*civil(moment.first - 1)), Date(*civil(moment.first)))
        return replace(day, type=TimexType.TIME, value=value(moment), moment=moment, edtf=either, why=why, other=None)
    return _timed(day, day.moment, time, said.zone)


def _resolve_shift(said: Shift, context: Context) -> Resolved | None:
    """Resolve a shift; one from a date of its own ("two days after Christmas") is a length that has the days of what happened then."""
    if said.base is None:
        return resolve_shift(said, context)
    ahead = said.origin is Origin.PUBLICATION and said.direction > 0 and not context.narrative
    base = resolve(replace(said.base, which=1) if ahead and _is_bare(said.base) else said.base, context)
    if said.origin is Origin.PUBLICATION:
        return _from_day(said, base)
    plain = resolve_shift(replace(said, base=None), context)
    if base is None or plain is None or base.moment is None:
        return plain
    day = None if said.count is None else shifted(base.moment.first, -said.direction * said.count, said.unit)
    sharp = _SIZES.find(base.moment.unit) <= _SIZES.find(said.unit)  # of "a week after the flood of May" no week is known
    days = days_of(containing(said.unit, day)) if day is not None and sharp else None
    return replace(plain, edtf=days, reference=base.reference, why=("counted from the date behind it",), event_after=False)


def _is_bare(said: Said | None) -> TypeGuard[Weekday]:
    """Tell a weekday of which nothing says which one it is."""
    return isinstance(said, Weekday) and said.which is None and said.week is None and said.near is None


def _from_day(said: Shift, base: Resolved | None) -> Resolved | None:
    """Resolve "a week from Monday", "a year ago Tuesday": counted from the day that is named with it."""
    day = None if base is None or base.moment is None else shifted(base.moment.first, said.direction * (said.count or 0), said.unit)
    if base is None or day is None:
        return base
    moment = containing(said.fine or said.unit, day)
    return replace(base, value=value(moment), moment=moment, edtf=None, why=(*base.why, "counted from the day that is named"), other=None)


def _resolve_weekday(said: Weekday, context: Context) -> Resolved | None:
    """Resolve a day of the week; "the Friday before Easter" is counted from that day."""
    near = None if said.near is None else resolve(said.near, context)
    if said.near is None:
        return resolve_weekday(said, context)
    if near is None or near.moment is None or near.moment.unit != "D":
        return None
    day = near.moment.first
    ahead = (said.day - 1 - weekday(day)) % 7
    first = day + (ahead or 7) + 7 * (said.side - 1) if said.side > 0 else day - ((7 - ahead) % 7 or 7) + 7 * (said.side + 1)
    moment = Moment("D", first)
    return replace(near, value=value(moment), moment=moment, why=(*near.why, "counted from the day that is named"), other=None)


def _resolve_nth(said: Nth, context: Context) -> Resolved | None:
    """Resolve the nth day, week or month of a whole; a month's second week is that of its 11th, as most of it lies there."""
    whole = resolve(said.whole, context)
    if whole is None or whole.moment is None:
        return whole
    if said.unit not in _SIZES[: max(0, _SIZES.find(whole.moment.unit))]:
        return None
    first, last = whole.moment.first, last_day(whole.moment)
    if said.unit == "M":
        month = shifted(first, said.nth - 1, "M") if said.nth > 0 else last
    else:
        size, middle = (1, 0) if said.unit == "D" else (7, 3)
        month = first + size * (said.nth - 1) + middle if said.nth > 0 else last - middle
    if month is None or not first <= month <= last:
        return None
    moment = containing(said.unit, month)
    return replace(whole, value=value(moment), moment=moment, mod="", other=None)


def _resolve_within(said: Within, context: Context) -> Resolved | None:
    whole = resolve(said.whole, context)
    if whole is None:
        return None
    part = said.part
    mods: list[str] = []
    while isinstance(part, Shaded):
        mods.append(part.mod)
        part = part.what
    moment = _inside(part, whole.moment) if whole.moment is not None else None
    if moment is None:
        return None
    return replace(whole, value=value(moment), moment=moment, mod=mods[0] if mods else whole.mod, other=None)


def _inside(part: Said, whole: Moment) -> Moment | None:  # noqa: PLR0911 - one return for each kind of part
    """Return the part of a whole: May of a year, Tuesday of a week, the morning of a day, the third quarter of a year."""
    of_year = civil(whole.first)[0]
    match part:
        case Calendar(month=int() as month, day=day):
            inner = resolve_calendar(Calendar(of_year, month, day), Context(None))
            return inner.moment if inner else None
        case Calendar(day=int() as day) if whole.unit == "M":
            return Moment("D", whole.first + day - 1) if day <= last_day(whole) - whole.first + 1 else None
        case Calendar(part=name) if name:
            inner = resolve_calendar(Calendar(of_year, part=name), Context(None))
            return inner.moment if inner else None
        case Weekday(day=number):
            start = whole.first - weekday(whole.first)
            return Moment("D", start + number - 1)
        case DayPart(part=name):
            return Moment("D", whole.first, name) if whole.unit == "D" else None
        case Holiday(rule=rule):
            inner = resolve_holiday(Holiday(rule, of_year), Context(None))
            return inner.moment if inner else None
        case Unit(unit="W"):
            return containing("W", whole.first)
        case Unit(unit="WE"):
            return containing("WE", whole.first - 2 * (weekday(whole.first) < 2))
    return None


def _resolve_range(said: Range, context: Context) -> Resolved | None:
    first, last = resolve(said.first, context), resolve(said.last, context)
    if first is None or last is None or first.moment is None or last.moment is None:
        return first
    if last_day(last.moment) < first.moment.first:
        return first
    return Resolved(
        TimexType.DATE,
        f"{first.value}/{last.value}",
        moment=first.moment,
        edtf=range_of(first, last, lasting=said.lasting),
        reference=last.reference,
        why=(*first.why, *last.why),
        resolved=first.resolved and last.resolved,
    )


def range_of(first: Resolved | None, last: Resolved | None, *, lasting: bool) -> Interval | OneOf | None:
    """Return the days from one date to another; None when an end is not known, or when they lie the wrong way round."""
    if first is None or last is None or first.moment is None or last.moment is None:
        return None
    start, end = (shaded(days_of(moment), mod) for moment, mod in ((first.moment, first.mod), (last.moment, last.mod)))
    begin, finish = ends(start)[0], ends(end)[1]
    if isinstance(start, Interval) or isinstance(end, Interval) or last_day(last.moment) < first.moment.first:
        return None
    return (Interval if lasting else OneOf)(begin, finish)


_RESOLVERS: dict[type, Callable[[Any, Context], Resolved | None]] = {
    Calendar: resolve_calendar,
    Slashed: resolve_slashed,
    Weekday: _resolve_weekday,
    Nth: _resolve_nth,
    Holiday: resolve_holiday,
    Shift: _resolve_shift,
    Unit: resolve_unit,
    DayPart: _resolve_day_part,
    Clock: _resolve_clock,
    Length: resolve_length,
    Repeated: resolve_repeated,
    Vague: resolve_vague,
    Shaded: _resolve_shaded,
    Bounded: _resolve_bounded,
    Within: _resolve_within,
    Range: _resolve_range,
}
