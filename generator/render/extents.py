"""The days that an event is drawn over, and that its place in the list goes by. In: Event. Out: Extent."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.edtf import bounds
from generator.model.event import Event

_COARSE = 92
"""An event of more days than this marks only its first day: a year does not stretch the scale of the week it holds."""
_VAGUE = 7
"""An event of more days than this says little of where a story is dense."""


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
        return (self.first, self.last) if self.days <= _COARSE else (self.first, self.first)

    @property
    def days(self) -> int:
        """How many they are."""
        return self.last - self.first + 1

    @property
    def is_vague(self) -> bool:
        """Tell whether the event is known to no week, or has an open end."""
        return self.days > _VAGUE or self.open_start or self.open_end

    def overlaps(self, other: Extent) -> bool:
        """Tell whether they have a day in common.

        >>> Extent(1, 31).overlaps(Extent(15, 15)), Extent(1, 31).overlaps(Extent(32, 40))
        (True, False)
        """
        return self.first <= other.last and other.first <= self.last


def extent(event: Event, as_of: int) -> Extent:
    """Return the days an event is drawn over; an open end goes by the other one, a date without any by *as_of*."""
    span = bounds(event.date)
    first = span.earliest if span.earliest is not None else span.latest
    last = span.latest if span.latest is not None else span.earliest
    return Extent(as_of if first is None else first, as_of if last is None else last, span.earliest is None, span.latest is None)
