"""The year that a day or month without one belongs to: where a text has just gone back to a year that it names, it stays there.

In: an article's time expressions, in order, and the number of the sentence of each. Out: the same, some with another year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model.edtf import Date, Edtf, Interval, OneOf
from generator.model.timex import Reference, Step, Timex

_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_WORD = re.compile(r"[^\W\d_]{3,}(?<!and)")
_NEAR = 4
"""So many sentences behind a date with its year, the next without one is of that year."""
_LATEST_SEASON = 20


def in_their_years(text: str, timexes: Sequence[Timex], sentences: Sequence[int]) -> list[Timex]:
    """Return the expressions, each day or month that was counted from publication put into the year that the text is at."""
    return list(_settled(text, timexes, sentences))


def _settled(text: str, timexes: Sequence[Timex], sentences: Sequence[int]) -> Iterator[Timex]:
    at: tuple[Date, int] | None = None
    for timex, sentence in zip(timexes, sentences, strict=True):
        here = timex
        day = timex.edtf.start if isinstance(timex.edtf, Interval) else timex.edtf
        if at is not None and sentence - at[1] > _NEAR:
            at = None
        if isinstance(day, Date) and day.month is not None and day.month <= _LATEST_SEASON:
            explicit = _YEAR.search(timex.said.of(text)) is not None
            if (
                not explicit
                and at is not None
                and _is_bare(timex, text)
                and at[0].year < day.year
                and (day.month, day.day or 0) >= (at[0].month or 0, 0)
            ):
                here = _moved(timex, at[0].year - day.year)
                day = replace(day, year=at[0].year)
                explicit = True
            at = (day, sentence) if explicit else None if at is None or timex.reference is Reference.PUBLICATION else at
        yield here


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
            return replace(date, year=date.year + years)
        case Interval(start, end):
            return Interval(start and replace(start, year=start.year + years), end and replace(end, year=end.year + years))
        case OneOf(start, end):
            return OneOf(start and replace(start, year=start.year + years), end and replace(end, year=end.year + years))
