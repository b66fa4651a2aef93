"""Productions of parts of days and of times of day. No language is in them.

In: values by name. Out: a Said, or None when the values make no sense together.
"""

from __future__ import annotations

from dataclasses import replace

from generator.language.more_productions import PRODUCTIONS, in_year_of
from generator.language.productions import production
from generator.model.said import Calendar, Clock, DayPart, Origin, Range, Said, Shift, Weekday, Within

__all__ = ["PRODUCTIONS"]

_EARLIEST_OF = {"AF": 1, "EV": 4, "NI": 6}
"""From which hour on the clock of an afternoon, evening or night counts from noon: "2:30 on Friday afternoon"."""


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
def night_to(*, what: Said | None = None, weekday: int = 1) -> Said:
    """Return the night before a day or weekday: "in der Nacht zum Sonntag"."""
    return DayPart("NI", Shift(1, "D", Origin.PUBLICATION, -1, base=what or Weekday(weekday)))


@production
def clock(  # noqa: PLR0913 - the values of a phrase, by name
    *,
    hour: int | None = None,
    clock: tuple[int, int, int | None] | None = None,
    minute: float | None = None,
    number: float | None = None,
    half: str = "",
    zone: str = "",
    daypart: str = "",
    what: Said | None = None,
    hhmm: float | None = None,
) -> Said | None:
    """Return a time of day; *half* is "am" or "pm", *daypart* the part of the day that says the same; *hhmm* is "0935"."""
    minutes = None if minute is None else int(minute)
    second: int | None = None
    if clock is not None:
        hour, minutes, second = clock
    elif hhmm is not None:
        hour, minutes = divmod(int(hhmm), 100)
        if hour == 0:
            return None
    elif number is not None:
        hour = int(number) if number == int(number) else None
    half = half or {"MO": "am", "AF": "pm", "EV": "pm", "NI": "pm"}.get(daypart, "")
    if hour is None or hour != int(hour) or hour > 24 or (minutes or 0) > 59 or (half and not 1 <= hour <= 12 and clock is None):
        return None
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return Clock(hour, minutes, second, zone, what)


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
def hour_of(*, what: Said, hour: float | None = None, clock: tuple[int, int, None] | None = None) -> Said | None:
    """Return "8 on Friday night", "6.20 on Monday morning": a bare hour is one only with its part of the day."""
    of_day, minute = (hour, None) if clock is None else clock[:2]
    if not isinstance(what, DayPart) or of_day is None or of_day != int(of_day) or not 1 <= of_day <= 12:
        return None
    return at(time=Clock(int(of_day), minute), what=what)


@production
def at_in_year(*, time: Said, what: Said, year: Said) -> Said | None:
    """Return a time on a day whose year stands behind the time: "Oct 26 15:50:06 2016"."""
    return at(time=time, what=in_year_of(what, year)) if isinstance(year, Calendar) else None


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
