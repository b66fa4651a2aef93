"""The overview of many events: how many there are in each day, month or year, to scale in its parts. In: extents. Out: bars, axis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model.calendar import civil, day_number
from generator.render.axis import Axis, Scale, Tick, axes_of, mirrored_axes, mirrored_ticks, publication_at, scale_at, scales_of, ticks_of
from generator.render.dates import day
from generator.render.parts import Extent, parts_of
from generator.render.views import EventView
from generator.render.words import Words

TALLEST = 64
_TOP = 22
_NARROWEST = 300


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: x and width in percent, y and height in pixels; ``planned`` where what it counts was still to come."""

    x: float
    width: float
    y: int
    height: int
    planned: bool


@dataclass(frozen=True, slots=True)
class Density:
    """The drawing; ``unit`` is what its bars count by: day, month or year. The rest is as in an overview strip."""

    unit: str
    height: int
    bars: tuple[Bar, ...]
    axes: tuple[Axis, ...]
    ticks: tuple[Tick, ...]
    published: float | None
    published_on: str
    anchor: str
    size: str = "dense"
    rtl: bool = False

    @property
    def base(self) -> int:
        """Where the axis lies, in pixels from the top."""
        return self.height - 26


def density(events: Sequence[tuple[EventView, Extent]], published: int | None, words: Words) -> Density | None:
    """Count events by the day they begin on; None when there are none."""
    if not events:
        return None
    extents = [extent for _, extent in events] + ([Extent(published, published)] if published is not None else [])
    scales = scales_of(events, parts_of(extents), _NARROWEST)
    unit = _unit(max(scale.part.days for scale in scales))
    counts = Counter((_opening(extent.first, unit), view.planned) for view, extent in events)
    base = TALLEST + (_TOP if published is not None else 4)
    bars = [bar for first in sorted({first for first, _ in counts}) for bar in _bars(first, unit, scales, counts, base)]
    line, anchor = publication_at(published, scales)
    on = day(published, words, weekdays=False) if published is not None else ""
    ticks = tuple(tick for scale in scales for tick in ticks_of(scale, _NARROWEST, words, published, ()))
    drawn = Density(unit, base + 26, tuple(bars), axes_of(scales, words), ticks, line, on, anchor)
    return _mirrored(drawn) if words.direction == "rtl" else drawn


def _mirrored(drawn: Density) -> Density:
    return replace(
        drawn,
        bars=tuple(replace(bar, x=round(100 - bar.x - bar.width, 2)) for bar in drawn.bars),
        axes=mirrored_axes(drawn.axes),
        ticks=mirrored_ticks(drawn.ticks),
        published=None if drawn.published is None else round(100 - drawn.published, 2),
        rtl=True,
    )


def _unit(days: int) -> str:
    if days <= 100:
        return "day"
    return "month" if days <= 5500 else "year"


def _opening(number: int, unit: str) -> int:
    """Return the first day of the unit that a day lies in."""
    of_year, of_month, _ = civil(number)
    return {"day": number, "month": day_number(of_year, of_month, 1), "year": day_number(of_year, 1, 1)}[unit]


def _next(number: int, unit: str) -> int:
    of_year, of_month, _ = civil(number)
    if unit == "day":
        return number + 1
    return day_number(of_year + of_month // 12, of_month % 12 + 1, 1) if unit == "month" else day_number(of_year + 1, 1, 1)


def _bars(first: int, unit: str, scales: tuple[Scale, ...], counts: Counter[tuple[int, bool]], base: int) -> list[Bar]:
    """Return a bar of what was reported, and upon it one of what was still to come."""
    after = _next(first, unit)
    scale = scale_at(max(first, scales[0].part.first), scales)
    if scale.part.first >= after:
        scale = scales[max(0, scales.index(scale) - 1)]
    x, end = scale.at(first), scale.at(after)
    most = max(counts[start, False] + counts[start, True] for start, _ in list(counts))
    found, y = [], base
    for planned in (False, True):
        if number := counts[first, planned]:
            height = max(3, round(TALLEST * number / most))
            y -= height
            found.append(Bar(round(x, 2), round(max(end - x, 0.35), 2), y, height, planned))
    return found
