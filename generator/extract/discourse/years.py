"""The year that a day or month without one belongs to: where a text has just gone back to a year that it names, it stays there.

In: an article's time expressions, in order, and the number of the sentence of each. Out: the same, some with another year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model.edtf import Date, Edtf, Interval, OneOf, bounds, in_year
from generator.model.timex import Reference, Step, Timex

_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_WORD = re.compile(r"[^\W\d_]{3,}(?<!and)")
_NEAR = 4
"""So many sentences behind a date with its year, the next without one is of that year."""
_NEWS = 45
"""So many days from publication a day or month is of the news, whatever year the text has named it with."""
_NOW = "PRESENT_REF"
"""TIMEX3's value of 'now': a sentence that says so is of no earlier year."""
_LATEST_SEASON = 20
"""EDTF's numbers of months and seasons end here; what follows are quarters."""


def in_their_years(text: str, timexes: Sequence[Timex], sentences: Sequence[int], published: int | None = None) -> list[Timex]:
    """Return the expressions, each day or month that was counted from publication put into the year that the text is at.

    A month that the text has named with an earlier year is of that year, unless it lies near the day of publication (a day number).
    """
    return list(_settled(text, timexes, sentences, published))


def _settled(text: str, timexes: Sequence[Timex], sentences: Sequence[int], published: int | None) -> Iterator[Timex]:
    at: tuple[Date, int] | None = None
    named: dict[int, int] = {}
    nowadays = {number for timex, number in zip(timexes, sentences, strict=True) if timex.value == _NOW}
    for timex, sentence in zip(timexes, sentences, strict=True):
        here = timex
        day = timex.edtf.start if isinstance(timex.edtf, Interval) else timex.edtf
        if at is not None and sentence - at[1] > _NEAR:
            at = None
        if isinstance(day, Date) and day.month is not None and day.month <= _LATEST_SEASON:
            explicit = _YEAR.search(timex.said.of(text)) is not None
            bare = not explicit and sentence not in nowadays and not _is_news(day, published) and _is_bare(timex, text)
            year = _year_of(day, at[0] if at else None, named if day.day is not None else {}) if bare else None
            if year is not None:
                here, day, explicit = _moved(timex, year - day.year), in_year(day, year), True
            if explicit:
                named[day.month or 0] = day.year
            at = (day, sentence) if explicit else None if at is None or timex.reference is Reference.PUBLICATION else at
        yield here


def _is_news(day: Date, published: int | None) -> bool:
    when = bounds(day)
    return published is None or (when.earliest or 0) - _NEWS <= published <= (when.latest or 0) + _NEWS


def _year_of(day: Date, at: Date | None, named: dict[int, int]) -> int | None:
    """Return the earlier year of a day or month: of the date that the text is at, else with which its month was last named."""
    if at is not None and at.year < day.year and (day.month, day.day or 0) >= (at.month or 0, 0):
        return at.year
    year = named.get(day.month or 0)
    return year if year is not None and year < day.year else None


def _is_bare(timex: Timex, text: str) -> bool:
    """Tell whether an expression names a month or a day of one, and no more: 'June 30', 'July 9 and 10', not 'last March'."""
    words = timex.span.of(text)
    day = timex.edtf.start if isinstance(timex.edtf, Interval) else timex.edtf
    numbered = any(char.isdigit() for char in words) or (isinstance(day, Date) and day.day is None)  # no 'Monday', no 'yesterday'
    return timex.reference is Reference.PUBLICATION and numbered and len(_WORD.findall(words)) == 1


def _moved(timex: Timex, years: int) -> Timex:
    assert timex.edtf is not None  # noqa: S101
    why = Step("year", "the text is at a date of that year")
    return replace(timex, edtf=_shifted(timex.edtf, years), derivation=(*timex.derivation, why))


def _shifted(date: Edtf, years: int) -> Edtf:
    match date:
        case Date():
            return in_year(date, date.year + years)
        case Interval(start, end):
            return Interval(start and in_year(start, start.year + years), end and in_year(end, end.year + years))
        case OneOf(start, end):
            return OneOf(start and in_year(start, start.year + years), end and in_year(end, end.year + years))
