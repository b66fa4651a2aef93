"""Parts of a timeline: stretches of time that share a scale, and the gaps between them. In: first and last days. Out: Parts, gap words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model.calendar import civil, day_number, iso, weekday
from generator.model.edtf import Date
from generator.render.dates import day, plain, year
from generator.render.words import Words, capital

_COARSE = 92
"""An event of more days than this marks only its first day: a year does not stretch the scale of the week it holds."""
_BREAK_SHARE = 0.25
_BREAK_DAYS = 10
_MOST_PARTS = 5


@dataclass(frozen=True, slots=True)
class Extent:
    """First and last day of an event as it is drawn; ``open_start`` and ``open_end`` where the date has no such end."""

    first: int
    last: int
    open_start: bool = False
    open_end: bool = False

    @property
    def occupied(self) -> tuple[int, int]:
        """The days that stretch the scale."""
        return (self.first, self.last) if self.last - self.first < _COARSE else (self.first, self.first)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch from ``first`` to ``last`` (day numbers, both in it); ``gap`` is how many days lie between it and the part before."""

    first: int
    last: int
    gap: int = 0

    @property
    def days(self) -> int:
        """How long it is."""
        return self.last - self.first + 1


def parts_of(extents: Sequence[Extent]) -> tuple[Part, ...]:
    """Break time where it is empty: at the gap that takes most of its own stretch, while one takes more than a quarter."""
    ordered = sorted(extents, key=lambda each: each.occupied)
    runs = [_merged([each.occupied for each in ordered])] if ordered else []
    while len(runs) < _MOST_PARTS:
        share, days, run, place = max(
            (
                ((after[0] - before[1] - 1) / (stretches[-1][1] - stretches[0][0] + 1), after[0] - before[1] - 1, -number, -index)
                for number, stretches in enumerate(runs)
                for index, (before, after) in enumerate(pairwise(stretches), 1)
                if after[0] - before[1] - 1 >= _BREAK_DAYS
            ),
            default=(0.0, 0, 0, 0),
        )
        if share < _BREAK_SHARE or not days:
            break
        runs[-run : 1 - run] = [runs[-run][:-place], runs[-run][-place:]]
    found: list[Part] = []
    for stretches in runs:
        first, last = stretches[0][0], stretches[-1][1]
        before = max((each.last for each in extents if each.first < first and each.last < first), default=first - 1)
        found.append(Part(first, last, first - before - 1))
    return tuple(found)


def _merged(stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for first, last in stretches:
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def gap_unit(days: int) -> tuple[int, str]:
    """Return a length of time in round numbers and their unit.

    >>> gap_unit(7200), gap_unit(77), gap_unit(3)
    ((20, 'years'), (11, 'weeks'), (3, 'days'))
    """
    for unit, length, at_least in (("years", 365.25, 640), ("months", 30.44, 150), ("weeks", 7.0, 21)):
        if days >= at_least:
            return round(days / length), unit
    return days, "days"


def gap_words(days: int, words: Words) -> str:
    """Return "20 years later"."""
    number, unit = gap_unit(days)
    return words.count(f"{unit}_later", number)


def gap_short(days: int, words: Words) -> tuple[str, str]:
    """Return the two lines of a named break: "20", "yrs"."""
    number, unit = gap_unit(days)
    return str(number), words.tables["count"][f"{unit}_short"][0 if number == 1 else 1]


def scale_of(part: Part) -> str:
    """Return the unit that headings of a part go by."""
    if part.days <= 45:
        return "week"
    return "month" if part.days <= 1100 else "year"


def heading(number: int, scale: str, words: Words) -> tuple[str, str]:
    """Return key and words of the heading that a day stands under.

    >>> from generator.render.words import words
    >>> heading(day_number(2021, 12, 8), "week", words("en"))
    ('2021-12-06', 'Week of 6 Dec 2021')
    """
    of_year, of_month, _ = civil(number)
    if scale == "week":
        monday = number - weekday(number)
        return iso(monday), capital(str(words.dates["week"]).format(date=day(monday, words, weekdays=False)))
    if scale == "month":
        return iso(day_number(of_year, of_month, 1))[:-3], capital(plain(Date(of_year, of_month), words))
    return iso(day_number(of_year, 1, 1))[:-6], year(of_year, words)
