"""Resolve what stands on a calendar: dates with and without their year, weekdays, feasts.

In: the Said and a Context. Out: Resolved. What was not said is taken from the reference time: by "last", "next", tense or nearness.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.extract.time.context import Context, Resolved
from generator.extract.time.feasts import falls, is_estimated, lasts
from generator.extract.time.moment import FIRST_YEAR, LAST_YEAR, Moment, containing, last_day, month, part, shifted, value, year
from generator.extract.time.tense import Outlook
from generator.model.calendar import civil, day_number, days_in_month
from generator.model.calendar import weekday as weekday_of
from generator.model.edtf import Date, Edtf, Interval
from generator.model.said import Calendar, Holiday, Slashed, Weekday
from generator.model.timex import Reference, TimexType

_BEFORE_LAST, _FOLLOWING = -2, 2
"""Values of ``which``, as the nouns of ``model.said`` have them."""
_BACK, _SEASON_BACK = 200, 60
"""How many days a story may step back with a date, and with a season, before that of the next year is meant."""
_ACCOUNTED = frozenset({"Q", "H"})
"""Units of which results are told when they are over."""
_AGAINST_FUTURE, _QUARTER_AGAINST_FUTURE, _AGAINST_PAST, _AGAINST_HAPPENED = 8, 1.5, 6, 14
"""How many times over the time counts that lies against the tense; the last where the verb stands right before the date."""
_Place = Callable[[int], Moment | None]
EVENING_BEFORE = "past tense of the day after: published the evening before"
"""Why a weekday that is told as past is the one of the next day: the whole article is of that day."""


def resolve_calendar(said: Calendar, context: Context) -> Resolved | None:
    """Resolve a date; one without a year lies in the year nearest to the reference that its tense allows."""
    if said.year is not None and not FIRST_YEAR < said.year < LAST_YEAR:
        return None
    if said.year is not None:
        moment = _in_year(said, said.year)
        return Resolved(TimexType.DATE, value(moment), moment=moment, why=("the date is complete",)) if moment else None
    if said.day is not None and said.month is None:
        return _of_some_month(said.day, said.weekday, context)
    which = 0 if said.fiscal and said.which is None else said.which
    return _of_some_year(lambda of_year: _in_year(said, of_year), which, context, _open_value(said))


def _of_some_month(day: int, on: int | None, context: Context) -> Resolved | None:
    """Resolve "the 12th", "Friday the 13th": in the month of the story, or the last or next such day by tense."""
    base = context.story.first if context.narrative and context.story is not None else context.now
    if base is None:
        return Resolved(TimexType.DATE, f"XXXX-XX-{day:02}", resolved=False)
    of_tense = context.tense()
    months = range(-12, 13)
    firsts = [first for each in months if (first := shifted(containing("M", base).first, each, "M")) is not None]
    days = [first + day - 1 for first in firsts if day <= days_in_month(*civil(first)[:2])]
    if context.narrative:
        fitting, why = [each for each in days if each >= containing("M", base).first], "in the month of the story"
    elif on is not None and of_tense is Outlook.UNKNOWN:
        fitting, why = sorted(days, key=lambda each: abs(each - base)), "the nearest that falls on that weekday"
    elif of_tense is Outlook.FUTURE:
        fitting, why = [each for each in days if each >= base], "future tense: the next one"
    else:
        fitting, why = [each for each in reversed(days) if each <= base], "the last one"
    if not fitting:
        return None
    moment = Moment("D", next((each for each in fitting if on is None or weekday_of(each) == on - 1), fitting[0]))
    reference = Reference.DISCOURSE if context.narrative else Reference.PUBLICATION
    return Resolved(TimexType.DATE, value(moment), moment=moment, reference=reference, why=(why,))


def _in_year(said: Calendar, of_year: int) -> Moment | None:
    if said.whole:
        return Moment(said.whole, day_number(of_year, 1, 1))
    if said.month is not None:
        if said.day is None:
            return month(of_year, said.month)
        return Moment("D", day_number(of_year, said.month, said.day)) if said.day <= days_in_month(of_year, said.month) else None
    if said.part:
        return part(of_year, said.part)
    return year(of_year)


def _open_value(said: Calendar) -> str:
    """Return the value without a year, as TIMEX3 writes what is not known."""
    if said.part:
        return f"XXXX-{said.part}"
    return f"XXXX-{said.month or 0:02}" + (f"-{said.day:02}" if said.day else "")


def _of_some_year(place: _Place, which: int | None, context: Context, unknown: str) -> Resolved | None:
    if context.narrative and context.story is not None and which is None:
        moment = _in_story(place, context.story)
        return (
            Resolved(TimexType.DATE, value(moment), moment=moment, reference=Reference.DISCOURSE, why=("the year of the story",))
            if moment
            else None
        )
    following = which == _FOLLOWING
    now = context.current if following else context.now
    if now is None:
        return Resolved(TimexType.DATE, unknown, resolved=False)
    of_year = civil(now)[0]
    candidates = (which is None and _placed(place, of_year, 1)) or _placed(place, of_year, 2) or _placed(place, of_year, 8)
    chosen, why = _chosen(candidates, now, which, context)
    if not chosen:
        return None
    moment, *other = chosen
    reference = Reference.DISCOURSE if following and context.last is not None else Reference.PUBLICATION
    return Resolved(TimexType.DATE, value(moment), moment=moment, reference=reference, why=(why,), other=next(iter(other), None))


def _placed(place: _Place, of_year: int, years: int) -> list[Moment]:
    """Return the date in the years round one; a leap day needs more of them."""
    found = [moment for each in range(of_year - years, of_year + years + 1) if (moment := place(each)) is not None]
    return found if len(found) > 2 else []


def _in_story(place: _Place, last: Moment) -> Moment | None:
    """Return the date in the year of the story; in the next one where it would step back by half a year, or to a season gone by."""
    of_year = civil(last.first)[0]
    moment = place(of_year)
    if moment is not None and last.unit != "Y" and last.first - last_day(moment) > (_SEASON_BACK if moment.unit == "S" else _BACK):
        return place(of_year + 1) or moment
    return moment


def _chosen(candidates: list[Moment], now: int, which: int | None, context: Context) -> tuple[list[Moment], str]:
    """Choose among the same date of several years: the one that is meant, behind it the other where only tense decided; why."""
    before = [moment for moment in candidates if last_day(moment) < now]
    after = [moment for moment in candidates if moment.first > now]
    during = [moment for moment in candidates if moment.first <= now <= last_day(moment)]
    if which is not None and which < 0:
        return (before[-1:], "the last one before publication") if which == -1 else (before[-2:-1], "the one a year before the last")
    if which is not None and which > 0:
        return after[:1], "the next one"
    if which == 0:
        return during[:1] or _of_this_year(candidates, now) or before[-1:], "the one of this year"
    if during:
        return during[:1], "the one at publication"
    if not before or not after:
        return before[-1:] or after[:1], "the only one"
    return _nearer(before[-1], after[0], now, context)


def _of_this_year(candidates: list[Moment], now: int) -> list[Moment]:
    """Return the one that begins this year; or one that has ended this year (a winter), where that is nearer."""
    of_year = civil(now)[0]
    begun = [moment for moment in candidates if civil(moment.first)[0] == of_year]
    ended = [moment for moment in candidates if civil(moment.first)[0] < civil(last_day(moment))[0] == of_year and last_day(moment) < now]
    return ended if ended and begun and now - last_day(ended[0]) < begun[0].first - now else begun[:1]


def _nearer(latest: Moment, soonest: Moment, now: int, context: Context) -> tuple[list[Moment], str]:
    """Choose the nearer one, where the time that lies against the tense counts several times over; quarters to come are seldom meant.

    The tense is asked for only where it can decide: what is by far the nearer is meant in any.
    """
    back: float = now - last_day(latest)
    ahead: float = soonest.first - now
    if back * _against_future(latest) <= ahead:
        return [latest, soonest], "the last one, by far the nearer"
    if latest.unit == "D" and ahead * _AGAINST_HAPPENED < back:
        return [soonest, latest], "the next one, by far the nearer"
    tense = context.tense()
    if tense < 0 and (latest.unit in _ACCOUNTED or (tense <= Outlook.HAPPENED and latest.unit != "D")):
        return [latest, soonest], "past tense: the last one"
    if tense is Outlook.FUTURE:
        back *= _against_future(latest)
    elif tense:
        ahead *= _AGAINST_HAPPENED if tense <= Outlook.HAPPENED else _AGAINST_PAST
    told = "" if tense is Outlook.UNKNOWN else "future tense: " if tense is Outlook.FUTURE else "past tense: "
    return ([latest, soonest], f"{told}the last one") if back <= ahead else ([soonest, latest], f"{told}the next one")


def _against_future(latest: Moment) -> float:
    return _QUARTER_AGAINST_FUTURE if latest.unit == "Q" else _AGAINST_FUTURE


def resolve_slashed(said: Slashed, context: Context) -> Resolved | None:
    """Resolve a date in figures; a first part above 12 can only be the day, a second above 12 likewise."""
    day_first = (context.day_first or said.first > 12) and said.second <= 12
    day, of_month = (said.first, said.second) if day_first else (said.second, said.first)
    if not 1 <= of_month <= 12 or not 1 <= day <= days_in_month(2000 if said.year is None else said.year, of_month):
        return None
    return resolve_calendar(Calendar(said.year, of_month, day), context)


def resolve_holiday(said: Holiday, context: Context) -> Resolved | None:
    """Resolve a feast: its first day, and of one that lasts all of its days."""

    def place(of_year: int) -> Moment:
        return Moment("D", falls(said.rule, of_year))

    if said.year is not None:
        moment = place(said.year)
        found: Resolved | None = Resolved(TimexType.DATE, value(moment), moment=moment, why=("computed for its year",))
    else:
        found = _of_some_year(place, said.which, context, "XXXX-XX-XX")
    return (
        found if found is None or found.moment is None else replace(found, edtf=_feast(said.rule, found.moment), why=_sighted(said, found))
    )


def _feast(rule: str, first: Moment) -> Edtf | None:
    """Return the days of a feast that has several, or that may be a day off; None for one that is the day itself."""
    doubt = "?" if is_estimated(rule) else ""
    start, end = (Date(*civil(first.first + more), doubt) for more in (0, lasts(rule) - 1))
    return Interval(start, end) if lasts(rule) > 1 else start if doubt else None


def _sighted(said: Holiday, found: Resolved) -> tuple[str, ...]:
    return (*found.why, "by the moon as computed; where it is sighted it may be a day off") if is_estimated(said.rule) else found.why


def resolve_weekday(said: Weekday, context: Context) -> Resolved | None:
    """Resolve a day of the week: by "last", "this", "next", else the last one, or by future tense the next one."""
    in_story = (context.narrative or said.which == _FOLLOWING) and context.last is not None and context.last.unit in ("D", "W")
    now = context.current if in_story else context.now
    if now is None:
        return Resolved(TimexType.DATE, f"XXXX-WXX-{said.day}", resolved=False)
    reference = Reference.DISCOURSE if in_story else Reference.PUBLICATION
    first, why = _weekday(said, now, context)
    moment = Moment("D", first)
    only_tense = said.week is None and said.which is None and not context.narrative and first != now
    other = Moment("D", first + (7 if first < now else -7)) if only_tense else None
    return Resolved(TimexType.DATE, value(moment), moment=moment, reference=reference, why=(why,), other=other)


def _weekday(said: Weekday, now: int, context: Context) -> tuple[int, str]:
    ahead = (said.day - 1 - weekday_of(now)) % 7
    if said.week is not None or said.which == 0:
        return containing("W", now).first + 7 * (said.week or 0) + said.day - 1, "the day of that week"
    if said.which is not None:
        return (now + ahead - 7, "the last one before publication") if said.which < 0 else (now + (ahead or 7), "the next one")
    return _bare_weekday(ahead, now, context)


def _bare_weekday(ahead: int, now: int, context: Context) -> tuple[int, str]:
    if context.narrative:
        return now + ahead, "the next one in the story"
    if ahead == 0:
        return now, "the day of publication"
    tense = context.tense()
    if tense is Outlook.FUTURE:
        return now + ahead, "future tense: the next one"
    if tense is Outlook.TOLD and ahead == 1:
        return now + 1, EVENING_BEFORE
    return now + ahead - 7, "past tense: the last one" if tense < 0 else "no future tense: the last one"
