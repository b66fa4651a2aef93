"""Events under headings: background first, then by week, month or year, then what was still to come. In: ordered events. Out: Groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model.edtf import Date
from generator.model.event import Event
from generator.render.dates import plain
from generator.render.parts import Extent, gap_words, heading, parts_of, scale_of
from generator.render.views import EventView
from generator.render.words import Words, capital

_LONGEST = {"week": 14, "month": 62, "year": 740}
_COARSER = {"week": "month", "month": "year", "year": "year"}


@dataclass(frozen=True, slots=True)
class Group:
    """Events under one heading. ``gap`` are the words for the time passed since the group before; ``line`` opens what was to come."""

    id: str
    heading: str
    events: tuple[EventView, ...]
    gap: str | None = None
    background: bool = False
    line: bool = False
    to_come: bool = False


def groups_of(
    above: Sequence[Event], below: Sequence[Event], extents: Mapping[str, Extent], views: Mapping[str, EventView], words: Words
) -> tuple[Group, ...]:
    """Put the events under headings, without changing their order."""
    parts = parts_of([extents[event.id] for event in (*above, *below)])

    def part_of(number: int) -> int:
        return next((index for index, part in enumerate(parts) if number <= part.last), len(parts) - 1)

    def scale(number: int) -> str:
        return scale_of(parts[part_of(number)])

    found: list[Group] = []
    last: int | None = None
    for kind, events in (("background", [e for e in above if e.background]), ("main", [e for e in above if not e.background])):
        for key, title, members in _runs(events, extents, scale, words, kind):
            first = extents[members[0].id].first
            passed = None if last is None else first - last - 1
            apart = passed is not None and last is not None and passed >= 10 and part_of(first) != part_of(last)
            gap = gap_words(passed, words) if passed is not None and apart else None
            found.append(Group(key, title, tuple(views[event.id] for event in members), gap, kind == "background"))
            last = max(_drawn_last(extents[event.id], last) for event in members)
    for index, (key, title, members) in enumerate(_runs(below, extents, scale, words, "next")):
        shown = tuple(views[event.id] for event in members)
        found.append(Group("to-come" if not index else key, title, shown, line=not index, to_come=True))
    return _unique(found)


def _drawn_last(extent: Extent, before: int | None) -> int:
    """Return the last day to count a gap from; an open end ends where it began."""
    return max(before or extent.first, extent.first if extent.open_end else extent.last)


def _runs(
    events: Sequence[Event], extents: Mapping[str, Extent], scale: Callable[[int], str], words: Words, kind: str
) -> list[tuple[str, str, list[Event]]]:
    """Split a sequence where its heading changes."""
    runs: list[tuple[str, str, list[Event]]] = []
    for event in events:
        if kind == "background":
            key, title = "background", words.say("page", "background")
        else:
            key, title = _heading(event, extents[event.id], kind, scale, words)
        if runs and runs[-1][0] == key:
            runs[-1][2].append(event)
        else:
            runs.append((key, title, [event]))
    return runs


def _heading(event: Event, extent: Extent, kind: str, scale: Callable[[int], str], words: Words) -> tuple[str, str]:
    """Return key and words of an event's heading; a date coarser than the scale stands under its own name."""
    number = extent.last if kind == "next" else extent.first
    unit = scale(number)
    length = extent.last - extent.first + 1
    if length > _LONGEST[unit]:
        date = event.date
        if isinstance(date, Date) and not date.unspecified:
            return f"g-{Date(date.year, date.month)}", capital(plain(Date(date.year, date.month), words))
        unit = _COARSER[unit]
    key, title = heading(number, unit, words)
    return f"g-{key}", title


def _unique(groups: list[Group]) -> tuple[Group, ...]:
    """Give every group an id of its own, stable as long as the groups before it with the same heading stay."""
    seen: dict[str, int] = {}
    result = []
    for group in groups:
        seen[group.id] = seen.get(group.id, 0) + 1
        new = group.id if seen[group.id] == 1 else f"{group.id}-{seen[group.id]}"
        result.append(replace(group, id=new))
    return tuple(result)
