"""More productions: parts of days, times, lengths, sets, and what is laid round a date. No language is in them.

In: values by name. Out: a Said, or None when the values make no sense together.
"""

from __future__ import annotations

from dataclasses import replace

from generator.language.productions import PRODUCTIONS, production
from generator.model.hedge import Bound
from generator.model.said import (
    Bounded,
    Calendar,
    Clock,
    DayPart,
    Length,
    Origin,
    Range,
    Repeated,
    Said,
    Shaded,
    Shift,
    Unit,
    Vague,
    Weekday,
    Within,
)

__all__ = ["PRODUCTIONS"]

_LONGEST = 100_000_000_000
"""The longest length of time that is read, in its own unit."""
_EARLIEST_OF = {"AF": 1, "EV": 4, "NI": 6}
"""From which hour on the clock of an afternoon, evening or night counts from noon: "2:30 on Friday afternoon"."""
_MIDNIGHT = 24
_UNITS_OF_A_DAY = ("TH", "TM", "TS")


@production
def day_part(  # noqa: PLR0913 - the values of a phrase, by name
    *,
    daypart: str = "NI",
    what: Said | None = None,
    whole: Said | None = None,
    weekday: int | None = None,
    days: int | None = None,
    here: bool = False,
    later: bool = False,
    earlier: bool = False,
    which: int | None = None,
) -> Said:
    """Return a part of a day: of *what*, of a weekday, or so many *days* from publication.

    *here* is the day told of, *later* the next, *earlier* the one before.
    """
    if weekday is not None:
        what = Weekday(weekday, which)
    elif whole is not None and what is not None:
        what = Within(what, whole)
    elif later or earlier:
        what = Shift(1, "D", Origin.DISCOURSE, 1 if later else -1)
    elif here:
        what = None
    elif days is not None:
        what = Shift(abs(days), "D", Origin.PUBLICATION, -1 if days < 0 else 1)
    return DayPart(daypart, what)


@production
def clock(  # noqa: PLR0913 - the values of a phrase, by name
    *,
    hour: int | None = None,
    clock: tuple[int, int, int | None] | None = None,
    number: float | None = None,
    half: str = "",
    zone: str = "",
    daypart: str = "",
    what: Said | None = None,
    hhmm: float | None = None,
) -> Said | None:
    """Return a time of day; *half* is "am" or "pm", *daypart* the part of the day that says the same; *hhmm* is "0935"."""
    minute: int | None = None
    second: int | None = None
    if clock is not None:
        hour, minute, second = clock
    elif hhmm is not None:
        hour, minute = divmod(int(hhmm), 100)
        if hour == 0 or minute > 59:
            return None
    elif number is not None:
        hour = int(number) if number == int(number) else None
    half = half or {"MO": "am", "AF": "pm", "EV": "pm", "NI": "pm"}.get(daypart, "")
    if hour is None or hour > 24 or (half and not 1 <= hour <= 12 and clock is None):
        return None
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return Clock(hour, minute, second, zone, what)


@production
def clock_words(*, hour: float, minute: float = 0, before: float = 0) -> Said | None:
    """Return "half past ten", "a quarter to ten": so many minutes after an hour said in words, or before it."""
    minute = -before if before else minute
    if hour != int(hour) or not 1 <= hour <= 12 or minute != int(minute) or not 0 < abs(minute) < 60:
        return None
    return Clock(int(hour) if minute > 0 else int(hour) - 1 or 12, int(minute) % 60)


@production
def clock_range(
    *,
    first: int | tuple[int, int, int | None],
    last: int | tuple[int, int, int | None],
    half: str = "",
    zone: str = "",
    lasting: bool = True,
) -> Said | None:
    """Return the range of "2 to 4 p.m.": the first has the half of the day that lets it come before the last."""
    end = _time(last, half, zone)
    start = _time(first, half, zone)
    if half == "pm" and (start is None or end is None or (start.hour, start.minute or 0) > (end.hour, end.minute or 0)):
        start = _time(first, "am", zone)
    return None if start is None or end is None else Range(start, end, lasting)


def _time(said: int | tuple[int, int, int | None], half: str, zone: str) -> Clock | None:
    made = clock(hour=said, half=half, zone=zone) if isinstance(said, int) else clock(clock=said, half=half, zone=zone)
    return made if isinstance(made, Clock) else None


@production
def length(  # noqa: PLR0913 - the values of a phrase, by name
    *, unit: str, number: float = 1, fraction: float = 0, plus: float = 0, toward: int = 0, vague: bool = False, point: bool = False
) -> Said | None:
    """Return a duration; a *vague* one has no number."""
    amount = number + fraction + plus
    return Length(None if vague else amount, unit, toward, point=point) if amount <= _LONGEST else None


@production
def repeated(  # noqa: PLR0911, PLR0913 - the values of a phrase, by name; one return for each kind of set
    *, unit: str = "", weekday: int | None = None, month: int | None = None, daypart: str = "", number: float = 1, part: str = ""
) -> Said | None:
    """Return a set of times."""
    if weekday is not None:
        return Repeated(f"XXXX-WXX-{weekday}" + (f"T{daypart}" if daypart else ""))
    if month is not None:
        return Repeated(f"XXXX-{month:02}")
    if part:
        return Repeated(f"XXXX-{part}")
    if daypart:
        return Repeated(f"XXXX-XX-XXT{daypart}")
    if number != int(number) or number > 10_000:
        return None
    if unit in _UNITS_OF_A_DAY:
        return Repeated(f"PT{int(number)}{unit[1]}")
    return Repeated({"WE": "XXXX-WXX-WE", "S": "P3M"}.get(unit) or f"P{int(number)}{unit}")


@production
def recurring(*, what: Said) -> Said | None:
    """Return the second day of "every Monday and Thursday" as a set too."""
    return repeated(weekday=what.day) if isinstance(what, Weekday) and what.which is None and what.week is None else None


@production
def often(*, value: str) -> Said:
    """Return a set by its value."""
    return Repeated(value)


@production
def vague(*, reference: str) -> Said:
    """Return one of the vague references."""
    return Vague(reference)


@production
def shaded(*, what: Said, mod: str) -> Said:
    """Return *what* with a mod."""
    return Shaded(what, mod)


@production
def plain(*, what: Said) -> Said:
    """Return *what*: the words around it belong to its extent only."""
    return what


@production
def bounded(*, what: Said, bound: str) -> Said:
    """Return *what* with a bound."""
    return Bounded(what, Bound(bound))


@production
def within(*, part: Said, whole: Said) -> Said:
    """Return a part of a whole."""
    return Within(part, whole)


@production
def between(*, first: Said, last: Said, lasting: bool = True) -> Said:
    """Return the range from the first to the last; a year or a day that only the last has is that of the first too."""
    if isinstance(last_date := unshaded(last), Calendar) and last_date.year is not None:
        first = _in_year_of(first, last_date)
    if isinstance(first, Clock) and isinstance(last, Clock):
        first = replace(first, of=first.of or last.of, hour=0 if first.hour == _MIDNIGHT else first.hour)
        last = replace(last, of=last.of or first.of)
    return Range(first, last, lasting)


@production
def between_in(*, first: Said, last: Said, year: Said) -> Said | None:
    """Return the range of two months of a year that stands beside them: "from April to June in 2017"."""
    if not isinstance(first, Calendar | Shaded) or not isinstance(last, Calendar | Shaded) or not isinstance(year, Calendar):
        return None
    return between(first=first, last=_in_year_of(last, year))


def unshaded(said: Said) -> Said:
    """Return what is shaded."""
    while isinstance(said, Shaded):
        said = said.what
    return said


def _in_year_of(said: Said, other: Calendar) -> Said:
    """Give a month or day without a year that of *other*; the year before, where it comes later in it."""
    match said:
        case Shaded(what=inner):
            return replace(said, what=_in_year_of(inner, other))
        case Calendar(year=None, month=int() as month) if other.year is not None:
            return replace(said, year=other.year - (other.month is not None and month > other.month))
        case Calendar(year=None, part=part) if part and other.year is not None and part[0] == other.part[:1]:
            return replace(said, year=other.year - (part > other.part))
    return said


@production
def hence(*, what: Said) -> Said | None:
    """Return the length of "in two weeks", which is a date where the clause looks ahead."""
    if isinstance(what, Shaded):
        inner = hence(what=what.what)
        return None if inner is None else replace(what, what=inner)
    return replace(what, toward=2) if isinstance(what, Length) and not what.toward else None


@production
def counted_from(*, what: Said, whole: Said) -> Said | None:
    """Return the shift of "two days after" from the date that stands behind it."""
    while isinstance(what, Shaded):
        what = what.what
    return replace(what, base=whole) if isinstance(what, Shift) else None


@production
def nth_of(*, day: int, whole: Said) -> Said | None:
    """Return the day of a month that is named by counting ("the 17th of that month")."""
    counted = isinstance(whole, Unit | Shift | Calendar) and (not isinstance(whole, Unit | Shift) or whole.unit == "M")
    return Within(Calendar(day=day), whole) if counted and 1 <= day <= 31 else None


@production
def named_again(*, what: Said) -> Said | None:
    """Return the unit of a date that stands right before it ("in 1949, the year of the fair"; "on 18 June 1815, a Sunday")."""
    if isinstance(what, Weekday):
        return Unit("D", same=True)
    return replace(what, same=True) if isinstance(what, Unit) and not what.years and what.year is None else None


@production
def from_day(*, when: Said, what: Said | None = None, unit: str = "", direction: int = 1) -> Said | None:
    """Return "a week from Monday", "the day after Christmas": so many units from a day that is named; days from it are no date yet."""
    match what:
        case None:
            return Shift(1, unit, direction=direction, base=when)
        case Unit(unit=unit, same=False, years=0, year=None):
            return Shift(1, unit, direction=direction, base=when)
        case Length(amount=float() | int() as amount, unit=("W" | "M" | "Y") as unit):
            return Shift(amount, unit, direction=direction, base=when, fine="D")
    return None


@production
def same_then(*, what: Said, when: Said) -> Said | None:
    """Return "two years ago today": the shift, as fine as the unit named with it; "a week ago Tuesday" counts from that day."""
    if isinstance(what, Shaded):
        inner = same_then(what=what.what, when=when)
        return None if inner is None else replace(what, what=inner)
    if isinstance(what, Shift) and isinstance(when, Weekday):
        return replace(what, base=when, fine="D", periodic=False) if what.unit in ("W", "M", "Y") else None
    if not isinstance(what, Shift) or not isinstance(when, Shift) or when.count != 0:
        return None
    return replace(what, fine=when.unit, periodic=False)


@production
def hour_of(*, hour: int, what: Said) -> Said | None:
    """Return "8 on Friday night": a bare hour is one only with its part of the day."""
    return at(time=Clock(hour), what=what) if isinstance(what, DayPart) and 1 <= hour <= 12 else None


@production
def at_in_year(*, time: Said, what: Said, year: Said) -> Said | None:
    """Return a time on a day whose year stands behind the time: "Oct 26 15:50:06 2016"."""
    return at(time=time, what=_in_year_of(what, year)) if isinstance(year, Calendar) else None


@production
def at(*, time: Said, what: Said) -> Said | None:
    """Return a time or part of a day on a day."""
    match time:
        case Clock():
            of = what.of if isinstance(what, DayPart) else what
            late = isinstance(what, DayPart) and _EARLIEST_OF.get(what.part, 12) <= time.hour < 12
            return None if isinstance(what, Clock) else Clock(time.hour + 12 * late, time.minute, time.second, time.zone, of)
        case DayPart():
            return DayPart(time.part, what)
        case Range(first=Clock() as first, last=Clock() as last):
            return replace(time, first=replace(first, of=what), last=replace(last, of=what))
    return None
