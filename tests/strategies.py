"""Hypothesis strategies for the nouns of the model, in one place."""

from __future__ import annotations

from hypothesis import strategies as st

from generator.model.calendar import days_in_month
from generator.model.edtf import Bounds, Date, Edtf, Interval, OneOf, bounded, bounds
from generator.model.hedge import Bound, Shade

years = st.integers(-3000, 3000)
day_numbers = st.integers(-1_000_000, 1_500_000)
qualifiers = st.sampled_from(["", "~", "?", "%"])


@st.composite
def dates(draw: st.DrawFn) -> Date:
    """Any date that EDTF level 1 can write: year, decade, century, season, month, day."""
    year, qualifier = draw(years), draw(qualifiers)
    match draw(st.sampled_from(["year", "decade", "century", "season", "month", "day"])):
        case "decade":
            return Date(abs(year) // 10 * 10, qualifier=qualifier, unspecified=1)
        case "century":
            return Date(abs(year) // 100 * 100, qualifier=qualifier, unspecified=2)
        case "season":
            return Date(year, draw(st.integers(21, 24)), qualifier=qualifier, shade=draw(st.sampled_from(Shade)))
        case "month":
            return Date(year, draw(st.integers(1, 12)), qualifier=qualifier, shade=draw(st.sampled_from(Shade)))
        case "day":
            month = draw(st.integers(1, 12))
            return Date(year, month, draw(st.integers(1, days_in_month(year, month))), qualifier)
        case _:
            return Date(year, qualifier=qualifier)


@st.composite
def edtfs(draw: st.DrawFn) -> Edtf:
    """A date, or an interval or set whose first day does not lie after its last."""
    first = draw(dates())
    kind: type[Interval | OneOf] | None = draw(st.sampled_from([None, Interval, OneOf]))
    if kind is None:
        return bounded(first, draw(st.sampled_from(Bound)))
    second = draw(st.none() | dates())
    if second is not None and _first(first) > _first(second):
        first, second = second, first
    if second is None:
        return kind(first, None) if draw(st.booleans()) else kind(None, first)
    return kind(first, second if _last(second) >= _first(first) else first)


def _first(date: Edtf) -> int:
    return _closed(bounds(date))[0]


def _last(date: Edtf) -> int:
    return _closed(bounds(date))[1]


def _closed(span: Bounds) -> tuple[int, int]:
    assert span.earliest is not None
    assert span.latest is not None
    return span.earliest, span.latest
