"""Events under headings: before the story, then by day, week, month or year, then what was still to come. In: Order. Out: Groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.model.calendar import civil
from generator.model.edtf import Date, ends
from generator.model.event import Event
from generator.render.dates import plain, year
from generator.render.extents import Extent
from generator.render.order import Order
from generator.render.parts import Part, gap_words, parts_of
from generator.render.units import key_of, named, opening
from generator.render.views import EventView
from generator.render.words import Words, capital

FOLDED = 6
"""So many events before the story are folded away, where the list is long."""
_LONG_LIST = 25
_DENSE = 1.5
"""So many events a day, in a part of a few weeks, stand under their days."""
_LONGEST = {"day": 1, "week": 14, "month": 62, "year": 740}
_COARSER = {"day": "month", "week": "month", "month": "year", "year": "year"}


@dataclass(frozen=True, slots=True)
class EventGroup:
    """Events under one heading. ``gap`` are the words for the time passed since the group before; ``line`` opens what was to come.

    ``folded`` are the words that unfold a group, where it is folded.
    """

    id: str
    heading: str
    events: tuple[EventView, ...]
    gap: str | None = None
    background: bool = False
    line: bool = False
    to_come: bool = False
    folded: str | None = None


def groups_of(order: Order, extents: Mapping[str, Extent], views: Mapping[str, EventView], words: Words) -> tuple[EventGroup, ...]:
    """Put the events under headings: in their order, but what is known to no day before the days of its month."""
    main = (*order.story, *order.below)
    parts = parts_of([extents[event.id] for event in main], order.core)

    def part_of(number: int) -> int:
        if not parts or number < parts[0].first:
            return -1
        return next((index for index, part in enumerate(parts) if number <= part.last), len(parts) - 1)

    units = [_unit_of(part, [extents[event.id] for event in main]) for part in parts]

    def unit(number: int) -> str:
        return units[max(0, part_of(number))]

    found = [_before(order, extents, views, words)] if order.before else []
    last = max((_drawn_last(extents[event.id], None) for event in order.before), default=None)
    for key, title, members in _runs(_days_last(order.story, extents, unit), extents, unit, words):
        first = extents[members[0].id].first
        passed = None if last is None else first - last - 1
        apart = passed is not None and last is not None and passed >= 10 and part_of(first) != part_of(last)
        gap = gap_words(passed, words) if passed is not None and apart else None
        found.append(EventGroup(key, title, tuple(views[event.id] for event in members), gap))
        last = max(_drawn_last(extents[event.id], last) for event in members)
    for index, (key, title, members) in enumerate(_runs(order.below, extents, unit, words, to_come=True)):
        shown = tuple(views[event.id] for event in members)
        found.append(EventGroup("to-come" if not index else key, title, shown, line=not index, to_come=True))
    return _unique(found)


def _before(order: Order, extents: Mapping[str, Extent], views: Mapping[str, EventView], words: Words) -> EventGroup:
    """Return what lies before the story, folded where it is much and the list is long."""
    shown = tuple(views[event.id] for event in order.before)
    group = EventGroup("background", words.say("page", "background"), shown, background=True)
    if len(shown) < FOLDED or len(order.all) < _LONG_LIST:
        return group
    first, last = min(extents[view.id].first for view in shown), max(extents[view.id].first for view in shown)
    years = [year(civil(number)[0], words) for number in (first, last)]
    span = years[0] if years[0] == years[1] else str(words.dates["years"]).format(first=years[0], last=years[1])
    return replace(group, folded=f"{words.count('events_before', len(shown))}, {span}")


def _unit_of(part: Part, extents: Sequence[Extent]) -> str:
    """Return the unit that headings of a part go by."""
    inside = sum(part.first <= extent.first <= part.last for extent in extents)
    if part.days <= 62 and inside >= _LONG_LIST and inside >= _DENSE * part.days:
        return "day"
    return "week" if part.days <= 45 else "month" if part.days <= 1100 else "year"


def _days_last(events: Sequence[Event], extents: Mapping[str, Extent], unit: Callable[[int], str]) -> list[Event]:
    """Where headings are days, put what is known to no day before the days of its month."""

    def month(event: Event) -> tuple[int, int]:
        return civil(extents[event.id].first)[:2]

    ordered: list[Event] = []
    for _, members in groupby(events, key=month):
        together = list(members)
        by_day = any(unit(extents[event.id].first) == "day" for event in together)
        ordered += sorted(together, key=lambda event: extents[event.id].days == 1) if by_day else together
    return ordered


def _drawn_last(extent: Extent, before: int | None) -> int:
    """Return the last day to count a gap from; an open end ends where it began."""
    return max(before or extent.first, extent.first if extent.open_end else extent.last)


def _runs(
    events: Sequence[Event], extents: Mapping[str, Extent], unit: Callable[[int], str], words: Words, *, to_come: bool = False
) -> list[tuple[str, str, list[Event]]]:
    """Split a sequence where its heading changes."""
    runs: list[tuple[str, str, list[Event]]] = []
    for event in events:
        key, title = _heading(event, extents[event.id], unit, words, to_come=to_come)
        if runs and runs[-1][0] == key:
            runs[-1][2].append(event)
        else:
            runs.append((key, title, [event]))
    return runs


def _heading(event: Event, extent: Extent, unit_of: Callable[[int], str], words: Words, *, to_come: bool) -> tuple[str, str]:
    """Return key and words of an event's heading; a date coarser than the unit stands under its own name."""
    if to_come and extent.open_end:
        return "g-open", capital(words.say("precision", "since"))
    number = extent.last if to_come else extent.first
    unit = unit_of(number)
    known = next((end for end in ends(event.date)[:: -1 if to_come else 1] if end), None)
    if extent.days > _LONGEST[unit] or _is_vaguer(known, unit):
        by_day = unit == "day"
        unit = _COARSER[unit]
        if by_day and extent.days <= _LONGEST["month"]:
            return f"g-{key_of(number, 'month')}", words.say("page", "no_day", date=named(opening(number, "month"), "month", words))
        if known and (isinstance(event.date, Date) or _is_vaguer(known, unit)):
            own = Date(known.year, known.month, unspecified=known.unspecified)
            return f"g-{own}", capital(plain(own, words))
    first = opening(number, unit)
    return f"g-{key_of(first, unit)}", named(first, unit, words)


def _is_vaguer(known: Date | None, unit: str) -> bool:
    """Tell whether a date is not known to the unit, so that a heading of it would say more than the source."""
    if known is None:
        return False
    no_month = known.month is None or known.month > 12
    return bool(known.unspecified) or (unit != "year" and no_month) or (unit in {"day", "week"} and known.day is None)


def _unique(groups: list[EventGroup]) -> tuple[EventGroup, ...]:
    """Give every group an id of its own, stable as long as the groups before it with the same heading stay."""
    seen: dict[str, int] = {}
    result = []
    for group in groups:
        seen[group.id] = seen.get(group.id, 0) + 1
        new = group.id if seen[group.id] == 1 else f"{group.id}-{seen[group.id]}"
        result.append(replace(group, id=new))
    return tuple(result)
