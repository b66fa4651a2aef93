"""The core of a story: the stretch of time that most of its events lie in, with what lies before and after it. In: Extents. Out: Core."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.render.extents import Extent
from generator.render.units import opening

_SHARE = 0.8
"""So many of the events lie in the shortest stretch that the core begins with."""
_NEAR_DAYS, _NEAR_SHARE = 3, 0.03
"""An event that is no farther from the stretch than this many days, or this share of its length, belongs to it too."""
_FEWEST = 12
"""Fewer events have no core: each of them counts."""


@dataclass(frozen=True, slots=True)
class Core:
    """First and last day of the core (day numbers, both in it)."""

    first: int
    last: int

    @property
    def days(self) -> int:
        """How long it is."""
        return self.last - self.first + 1

    def is_before(self, extent: Extent) -> bool:
        """Tell whether an event lies before the core, or began before it and has an open end."""
        return (extent.first if extent.open_end else extent.last) < self.first

    def is_after(self, extent: Extent) -> bool:
        """Tell whether all of an event lies after the core; an event with an open start does not."""
        return extent.first > self.last and not extent.open_start


def core_of(extents: Sequence[Extent]) -> Core | None:
    """Return the core of a story; None when it has too few events, or none that is dated at all closely.

    >>> core_of([Extent(100 + n, 100 + n) for n in range(20)] + [Extent(1, 1)])
    Core(first=100, last=119)
    """
    days = sorted(extent.first for extent in extents if not extent.is_vague)
    if len(days) < _FEWEST:
        return None
    held = max(2, round(len(days) * _SHARE))
    start = min(range(len(days) - held + 1), key=lambda index: (days[index + held - 1] - days[index], index))
    low, high = start, start + held - 1
    while True:
        near = max(_NEAR_DAYS, _NEAR_SHARE * (days[high] - days[low]))
        if high + 1 < len(days) and days[high + 1] - days[high] <= near:
            high += 1
        elif low and days[low] - days[low - 1] <= near:
            low -= 1
        else:
            return Core(days[low], days[high])


def begun(extent: Extent, core: Core | None) -> Extent:
    """Return the days by which an event of the story is parted off: what reaches in from an earlier year counts from that of the core.

    >>> begun(Extent(1, 800_000), Core(734_503, 735_000)).first - 734_503
    -2
    """
    if core is None:
        return extent
    first = max(extent.first, opening(core.first, "year"))
    return replace(extent, first=first, last=max(extent.last, first))
