"""Resolve shifts from a reference time ("three days ago", "last month", "a year earlier") and units without a number ("the year").

In: the Said and a Context. Out: Resolved. What counts from publication is deictic, from the last date mentioned anaphoric.
"""

from __future__ import annotations

from dataclasses import replace

from generator.extract.time.context import Context, Resolved
from generator.extract.time.lengths import length_value, reaching
from generator.extract.time.moment import Moment, containing, edtf, last_day, shifted, value
from generator.extract.time.tense import Outlook
from generator.model.calendar import civil, weekday
from generator.model.edtf import Date, Edtf
from generator.model.said import Length, Origin, Shift, Unit
from generator.model.timex import Reference, TimexType

_FINER = {"E": "Y", "C": "Y", "L": "Y"}
_YEARS_IN = {"E": 10, "C": 100, "L": 1000}
_OPEN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "S": "XXXX", "H": "XXXX-HX"}
_RECENT_QUARTER = 3
"""So many sentences on a quarter is still spoken of."""
_FINE_ENOUGH = {"D": ("D", "W", "WE"), "W": ("D", "W", "WE"), "WE": ("D", "W", "WE"), "M": ("D", "W", "WE", "M")}
"""From which units a shift can be counted without making up what was not said; from any, where its own is not among these."""
_TUESDAY, _SUNDAY = 1, 6
"""Weekdays, from Monday as 0."""
_FARTHEST = {"D": 40, "W": 10, "M": 24, "Y": 100}


def resolve_shift(said: Shift, context: Context) -> Resolved | None:
    """Resolve a shift; one without a count is PAST_REF or FUTURE_REF."""
    if said.origin is Origin.EVENT:
        return _from_event(said, context)
    anaphoric = said.origin is Origin.DISCOURSE and not _looks_ahead(said, context)
    if said.count is None:
        return Resolved(TimexType.DATE, "PAST_REF" if said.direction < 0 else "FUTURE_REF", why=("how many is not said",))
    if context.narrative and not anaphoric and said.unit == "D" and said.count == 0:
        return Resolved(TimexType.DATE, "PRESENT_REF", why=("the present of a text about the past",))
    return _shifted(said, context, anaphoric=anaphoric)


def _looks_ahead(said: Shift, context: Context) -> bool:
    """Tell whether "the next year" is the one to come: where the clause looks ahead and names no date that it could count from."""
    bare = said.direction > 0 and not said.counted and context.in_sentence is None and not context.narrative
    return bare and context.tense() is Outlook.FUTURE


def _shifted(said: Shift, context: Context, *, anaphoric: bool) -> Resolved | None:
    if said.unit in ("TH", "TM", "TS"):
        return _within_day(said, context)
    if said.periodic and said.unit == "Y" and said.count == 1 and (quarter := _compared_quarter(context)) is not None:
        back = shifted(quarter.first, said.direction, "Y")
        moment = None if back is None else Moment(quarter.unit, back)
        if moment is not None:
            why = ("the same quarter of that year",)
            return Resolved(TimexType.DATE, value(moment), moment=moment, reference=Reference.DISCOURSE, why=why)
    base = _origin(said, context) if anaphoric else context.now
    if base is None:
        return _open(said, context.last if anaphoric else None)
    return _counted(said, base, context, anaphoric=anaphoric)


def _open(said: Shift, last: Moment | None) -> Resolved:
    """Return what is known without a day to count from: that it lies within the last date mentioned, or nothing."""
    if last is None:
        return Resolved(TimexType.DATE, _OPEN.get(said.unit, "XXXX"), resolved=False)
    why = ("some time within the last date mentioned",)
    return Resolved(TimexType.DATE, value(last), moment=last, reference=Reference.DISCOURSE, why=why)


def _origin(said: Shift, context: Context) -> int | None:
    """Return the day that "ten days later" counts from: the last date mentioned if it is fine enough, else the last day within it."""
    last = context.last
    if last is None or last.unit in _FINE_ENOUGH.get(said.unit, (last.unit,)):
        return context.current
    day = context.last_day
    return day.first if day is not None and last.first <= day.first <= last_day(last) else None


def _compared_quarter(context: Context) -> Moment | None:
    return context.reported if context.reported is not None and context.quarter_age < _RECENT_QUARTER else None


def _counted(said: Shift, base: int, context: Context, *, anaphoric: bool) -> Resolved | None:
    count = said.count if said.count is not None else 1
    day = shifted(base, said.direction * count, said.unit)
    if day is None:
        return None
    day += 0 if anaphoric or count or said.unit not in {"W", "WE"} else 7 * _other_side(said.unit, base, context)
    unit = said.fine or (_FINER.get(said.unit, said.unit) if count or said.unit == "L" else said.unit)
    if count * _YEARS_IN.get(said.unit, 1) % 1:
        unit = "M" if unit == "Y" else "D"
    moment = containing(unit, day)
    reference = Reference.DISCOURSE if anaphoric and context.last is not None else Reference.PUBLICATION
    days = reaching(Length(count, said.unit, said.direction), context) if said.stretch else _roughly(said, moment)
    return Resolved(TimexType.DATE, value(moment), moment=moment, edtf=days, reference=reference, why=("counted in units of the calendar",))


def _other_side(unit: str, base: int, context: Context) -> int:
    """Return -1 for "this weekend" that a Monday or Tuesday tells as past, 1 for "this week" that a Sunday tells as to come, else 0."""
    day, tense = weekday(base), context.tense()
    if unit == "WE":
        return -int(day <= _TUESDAY and tense < 0)
    return int(day == _SUNDAY and tense is Outlook.FUTURE)


def _roughly(said: Shift, moment: Moment) -> Edtf | None:
    """Return the year of "two decades ago" as approximate: nobody counts in decades who means the very year."""
    year = edtf(moment) if said.unit in _YEARS_IN and said.count and not said.fine else None
    return replace(year, qualifier="~") if isinstance(year, Date) else None


def _within_day(said: Shift, context: Context) -> Resolved | None:
    """Hours and minutes ago: the length is what is known."""
    written = length_value(said.count, said.unit)
    day = context.current if said.origin is Origin.DISCOURSE else context.now
    days = None if day is None or (said.count or 0) > 6 else edtf(Moment("D", day))
    return Resolved(TimexType.DURATION, written, edtf=days, reference=Reference.PUBLICATION, why=("a part of the day",))


def _from_event(said: Shift, context: Context) -> Resolved | None:
    """Resolve "one day after the call": the call was a day before the sentence's own date, else before publication.

    The TIMEX3 is the duration; its ``edtf`` is the date of the event named behind the words. Words that look ahead ("before the vote")
    say nothing of the day of the vote by themselves, and long stretches nothing of a day.
    """
    written = length_value(said.count, said.unit)
    base = context.in_sentence or (None if context.published is None or context.narrative else Moment("D", context.published))
    days = None
    if said.direction < 0 and said.count and base is not None and base.unit == "D" and said.count <= _FARTHEST.get(said.unit, 0):
        day = shifted(base.first, -said.count, said.unit)
        days = None if day is None else edtf(containing(said.unit, day))
    return Resolved(
        TimexType.DURATION,
        written,
        edtf=days,
        reference=Reference.PUBLICATION if context.in_sentence is None else Reference.DISCOURSE,
        why=("counted back from the sentence's own date to the event that is named",),
        event_after=days is not None,
    )


def resolve_unit(said: Unit, context: Context) -> Resolved | None:
    """Resolve "the year", "that week", "the quarter": back to the last date mentioned, else the one of publication."""
    if said.unit == "Q":
        return _quarter(said, context)
    if (said.same or context.narrative) and context.last is not None:
        day = _origin(Shift(1, said.unit), context)
        if day is None and said.same and not context.narrative:
            return _some_day_of(context.last) if said.unit == "D" and context.last.unit == "M" else None
        moment = context.last if day is None else containing(said.unit, day)
        return Resolved(TimexType.DATE, value(moment), moment=moment, reference=Reference.DISCOURSE, why=("of the last date mentioned",))
    now = context.now
    if now is None:
        return Resolved(TimexType.DATE, _OPEN.get(said.unit, "XXXX"), resolved=False)
    moment = containing(said.unit, now)
    if said.unit == "WE" and moment.first > now and context.tense() is not Outlook.FUTURE:
        moment = Moment("WE", moment.first - 7)
    return Resolved(TimexType.DATE, value(moment), moment=moment, reference=Reference.PUBLICATION, why=("the one of publication",))


def _some_day_of(month: Moment) -> Resolved:
    """Return "the same day" of which only the month is known: what is open is X, and it has no days."""
    return Resolved(TimexType.DATE, f"{value(month)}-XX", reference=Reference.DISCOURSE, why=("which one is not said",))


def _is_to_come(quarter: Moment, context: Context) -> bool:
    """Tell whether a quarter cannot be the one that a past tense tells of, because it was not over."""
    return context.published is not None and last_day(quarter) > context.published and context.tense() < 0


def _quarter(said: Unit, context: Context) -> Resolved | None:
    """Resolve "the quarter": the last one mentioned, else the last one that was over at publication."""
    quarter, reference, why = context.quarter, Reference.DISCOURSE, "the last quarter mentioned"
    if said.years or said.year is not None:
        quarter = context.reported
    elif quarter is not None and _is_to_come(quarter, context):
        quarter = None
    elif quarter is None and said.same:
        return None
    if quarter is None:
        if context.now is None:
            return Resolved(TimexType.DATE, "XXXX-QX", resolved=False)
        before = shifted(context.now, -1, "Q")
        quarter = None if before is None else containing("Q", before)
        reference, why = Reference.PUBLICATION, "the last quarter that was over"
    years = said.years if said.year is None or quarter is None else said.year - civil(quarter.first)[0]
    first = None if quarter is None else shifted(quarter.first, years, "Y")
    if quarter is None or first is None:
        return None
    moment = Moment(quarter.unit, first)
    return Resolved(TimexType.DATE, value(moment), moment=moment, reference=reference, why=(why,))
