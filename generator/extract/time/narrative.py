"""Tell a text about a past that it dates itself (a history, a life) from news, and what in a text only looks back.

In: what was said, in reading order, and the day of publication. Out: yes or no.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any

from generator.extract.time.moment import SEASON_MONTHS
from generator.model.calendar import civil
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
    Said,
    Shaded,
    Shift,
    Unit,
    Vague,
    Weekday,
    Within,
)

_LONG_AGO = 5
"""How many years back a text begins that tells of the past."""
_FAR_AGO = 20
"""How many years back all years lie that are given where two of them make a story."""
_HARDLY = 12
"""To how many old dates a text about the past may have one word that counts from today."""
_SELDOM = 3
"""In a text without a day of publication: for each word that would count from today, how many years must be given."""
_YEARS_AT_LEAST = 3
"""How many old years make a story where only one of them comes with a month or season."""
_NEAREST = frozenset({-1, 0, 1})
"""Values of ``which`` that count from today: last, this, next."""
_INNER: dict[type, Callable[[Any], Said | None]] = {
    Shaded: attrgetter("what"),
    Bounded: attrgetter("what"),
    Within: attrgetter("part"),
    Range: attrgetter("first"),
    Nth: attrgetter("whole"),
    Clock: attrgetter("of"),
    DayPart: attrgetter("of"),
}
"""What is told of another: where that stands in it."""


def is_narrative(every: Iterable[Said], published: int | None) -> bool:
    """Tell a text about a past that it dates itself: it gives years of long ago first, and hardly a word that counts from today.

    Bare weekdays may be of the story where it has begun before them.
    """
    core = [core_of(said) for said in every]
    given = [(what.year, what.month is not None or what.part in SEASON_MONTHS) for what in core if isinstance(what, Calendar) and what.year]
    now = None if published is None else civil(published)[0]
    if not given or (now is not None and given[0][0] >= now):
        return False
    news = sum(map(_counts_from_today, core))
    if now is None:
        return news * _SELDOM <= len(given)
    begun = next(at for at, what in enumerate(core) if isinstance(what, Calendar) and what.year)
    only_weekdays = news == sum(isinstance(what, Weekday) for what in core[begun:])
    if _tells_of_the_past(given, now - _LONG_AGO, 2) and (only_weekdays or news <= len(given) // _HARDLY):
        return True
    present = news or any(isinstance(what, Vague) for what in core)
    far = len(given) > 1 and all(year <= now - _FAR_AGO for year, _ in given)
    few = not present and (far or len(given) >= _YEARS_AT_LEAST) and _tells_of_the_past(given, now - _LONG_AGO, 1)
    return few or (not news and _tells_of_the_past(given, now - 1, 6))


def _tells_of_the_past(given: list[tuple[int, bool]], latest: int, fewest: int) -> bool:
    """Tell whether the years that are given begin in the past and mostly stay there, with some dates among them that say more."""
    old = [full for year, full in given if year <= latest]
    return bool(given) and given[0][0] <= latest and sum(old) >= fewest and len(given) - len(old) <= len(old) // 4


def _counts_from_today(what: Said) -> bool:
    """Tell the words of news: bare weekdays, "last month", "two days ago", "last December", "the past three weeks"."""
    if isinstance(what, Weekday):
        return what.near is None
    if isinstance(what, Calendar):
        return what.year is None and what.which in _NEAREST
    if isinstance(what, Shift):
        return what.origin is Origin.PUBLICATION and what.base is None
    return (isinstance(what, Length) and what.toward == -1) or (isinstance(what, Holiday) and what.which in _NEAREST)


def core_of(said: Said) -> Said:
    """Return what is shaded, bounded, or of which a part or an hour is told."""
    while (inner := _INNER.get(type(said))) is not None and (core := inner(said)) is not None:
        said = core
    return said


def compares(said: Said) -> bool:
    """Tell whether an expression only looks back ("a year earlier", "the previous night"): the text goes on at the date that it was at."""
    what = core_of(said)
    back = isinstance(what, Shift) and (what.periodic or (what.origin is Origin.DISCOURSE and what.direction < 0))
    return back or (isinstance(what, Unit) and (what.years != 0 or what.year is not None))
