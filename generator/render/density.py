"""The overview of many events: how many there are in each day, week, month or year of the story, with what lies before and after it.

In: event views with their extents, the core. Out: Density: bars that link, stubs with counts, an axis, and the same in a sentence.

An event that is dated no closer than to several units is spread over all that it may have been in, so that no bar claims it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.model import edtf
from generator.render.axis import SIZES, Axis, Scale, Tick, mirrored_axes, mirrored_ticks, publication_at, ticks_of
from generator.render.core import Core
from generator.render.dates import day, plain
from generator.render.extents import Extent
from generator.render.parts import Part
from generator.render.units import following, named, opening, unit_for
from generator.render.views import EventView
from generator.render.words import Words

TALLEST = 72
_TOP = 40
_BELOW = 26
_STUB, _GAP = 9.0, 4.0
"""Width of what stands for the time before or after the story, and the gap beside it, in percent."""
_NARROWEST = 0.35
_ROOM = 35
"""Percent of the width that half of the words of a bar take on the narrowest screen."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a bar: ``kind`` is ``br`` (reported), ``bp`` (still to come) or ``bv`` (may have been then); y and height in pixels."""

    kind: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar, x and width in percent; ``href`` leads to its first event, ``is_peak`` marks the one with the most.

    ``name`` says what it counts; these words are anchored ``at`` a place in percent, at their ``anchor``.
    """

    x: float
    width: float
    segments: tuple[Segment, ...]
    href: str | None
    name: str
    at: float
    anchor: str
    is_peak: bool = False


@dataclass(frozen=True, slots=True)
class Stub:
    """What stands for all events before or after the story: how many, and where the first of them is listed."""

    x: float
    width: float
    count: int
    words: str
    href: str
    name: str


@dataclass(frozen=True, slots=True)
class Density:
    """The drawing; ``unit`` is what its bars count by, ``told`` says the same in a sentence, ``ticks`` are by size of screen.

    ``core`` is the time that is drawn.
    """

    unit: str
    bars: tuple[Bar, ...]
    stubs: tuple[Stub, ...]
    axes: tuple[Axis, ...]
    ticks: tuple[tuple[str, tuple[Tick, ...]], ...]
    published: float | None
    published_on: str
    anchor: str
    told: str
    core: Core
    size: str = "dense"
    rtl: bool = False
    height: int = _TOP + TALLEST + _BELOW
    base: int = _TOP + TALLEST


@dataclass(slots=True)
class _Count:
    """What one unit of time holds; ``vague`` is a sum of shares."""

    reported: int = 0
    planned: int = 0
    vague: float = 0.0
    first: str | None = None
    events: list[str] = field(default_factory=list)

    @property
    def whole(self) -> float:
        return self.reported + self.planned + self.vague


Placed = Sequence[tuple[EventView, Extent]]


def density(events: Placed, core: Core | None, published: int | None, words: Words, homes: Mapping[str, str]) -> Density | None:
    """Draw how many events there are when; None when there are none.

    *homes* are the pages that list the events, by id; an event that is not among them stands on the page itself.
    """
    if not events:
        return None
    if core:
        return drawn(events, core, published, words, homes)
    core = Core(min(extent.first for _, extent in events), max(extent.last for _, extent in events))
    found = drawn(events, core, published, words, homes)
    return replace(found, told=_told(_outermost(events, core, words), len(events), found.bars, words))


def drawn(events: Placed, core: Core, published: int | None, words: Words, homes: Mapping[str, str]) -> Density:
    """Draw how many events there are when, over a stretch of time that is known, even where there are none."""

    def href(view: EventView) -> str:
        return f"{homes.get(view.id, '')}#{view.id}"

    before = [view for view, extent in events if core.is_before(extent)]
    after = [view for view, extent in events if core.is_after(extent)]
    start = _STUB + _GAP if before else 0.0
    end = 100 - (_STUB + _GAP if after else 0.0)
    unit = unit_for(core.days)
    scale = Scale(Part(opening(core.first, unit), following(opening(core.last, unit), unit) - 1), start, end - start)
    counts = _counted(events, unit, scale.part)
    bars = _bars(counts, unit, scale, words, {view.id: href(view) for view, _ in events})
    line, anchor = publication_at(published, (scale,))
    ends = ((0.0, before, "earlier"), (100 - _STUB, after, "later"))
    stubs = tuple(_stub(x, views, key, href, words) for x, views, key in ends if views)
    found = Density(
        unit,
        bars,
        stubs,
        (Axis(scale.x, scale.x + scale.width, None, 0.0),),
        tuple((size, tuple(ticks_of(scale, px, words, published, ()))) for size, px in SIZES),
        line,
        day(published, words, weekdays=False) if published is not None else "",
        anchor,
        _told(_days_of(core, words), len(events) - len(before) - len(after), bars, words),
        core,
    )
    return _mirrored(found) if words.direction == "rtl" else found


def _counted(events: Placed, unit: str, part: Part) -> dict[int, _Count]:
    """Count the events of each unit by its first day; one that is known less closely than that is shared out among all it may lie in."""
    counts: defaultdict[int, _Count] = defaultdict(_Count)
    for view, extent in events:
        first = opening(max(extent.first, part.first), unit)
        last = min(extent.last, part.last)
        if extent.last < part.first or extent.first > part.last:
            continue
        if following(opening(extent.first, unit), unit) > extent.last:
            count = counts[first]
            count.planned += view.planned
            count.reported += not view.planned
            count.first = count.first or view.id
            continue
        while first <= last:
            after = following(first, unit)
            counts[first].vague += (min(after, extent.last + 1) - max(first, extent.first)) / extent.days
            first = after
    return dict(counts)


def most_in_a_unit(events: Placed, drawn: Density) -> float:
    """Return how many of some events fall into one unit of a drawing, at most."""
    whole = Part(opening(drawn.core.first, drawn.unit), following(opening(drawn.core.last, drawn.unit), drawn.unit) - 1)
    return max((count.whole for count in _counted(events, drawn.unit, whole).values()), default=0.0)


def lowered(drawn: Density, share: float) -> Density:
    """Return a drawing whose bars have a share of their height, to stand beside one that counts more; what there is stays to be seen."""

    def low(bar: Bar) -> Bar:
        segments, y = [], float(drawn.base)
        for each in bar.segments:
            height = round(max(each.height * share, 2.0 if each.kind != "bv" else 0.0), 1)
            y -= height
            segments.append(replace(each, y=round(y, 1), height=height))
        return replace(bar, segments=tuple(segments))

    return replace(drawn, bars=tuple(map(low, drawn.bars)))


def reach_of(found: Density, core: Core) -> tuple[float, float]:
    """Return where a stretch of time lies in a drawing, and how wide it is, in percent; what lies outside it is cut off."""
    axis = found.axes[0]
    first, last = opening(found.core.first, found.unit), following(opening(found.core.last, found.unit), found.unit)
    start, end = (axis.x + (axis.end - axis.x) * min(1.0, max(0.0, (n - first) / (last - first))) for n in (core.first, core.last + 1))
    if found.rtl:
        start, end = axis.x + axis.end - end, axis.x + axis.end - start
    return round(start, 2), round(max(end - start, _NARROWEST), 2)


def _bars(counts: Mapping[int, _Count], unit: str, scale: Scale, words: Words, links: Mapping[str, str]) -> tuple[Bar, ...]:
    most = max((count.whole for count in counts.values()), default=1.0)
    peak = max(counts, key=lambda first: (counts[first].reported + counts[first].planned, -first), default=0)
    bars = []
    for first, count in sorted(counts.items()):
        x, end = scale.at(first), scale.at(following(first, unit))
        segments, y = [], float(_TOP + TALLEST)
        for kind, number in (("br", count.reported), ("bp", count.planned), ("bv", count.vague)):
            if height := round(max(TALLEST * number / most, 2.0 if kind != "bv" else 0.0), 1):
                if not number:
                    continue
                y -= height
                segments.append(Segment(kind, round(y, 1), height))
        name = f"{named(first, unit, words)}: {words.count('events', count.reported + count.planned)}"
        at, anchor = next(((at, anchor) for at, anchor, fits in _anchors(x, end) if fits))
        href = links[count.first] if count.first else None
        width = round(max(end - x, _NARROWEST), 2)
        bars.append(Bar(round(x, 2), width, tuple(segments), href, name, round(at, 2), anchor, first == peak))
    return tuple(bars)


def _anchors(x: float, end: float) -> tuple[tuple[float, str, bool], ...]:
    """Return where the words of a bar may be anchored, and whether they stay inside the drawing there."""
    middle = (x + end) / 2
    return (x, "start", middle < _ROOM), (end, "end", middle > 100 - _ROOM), (middle, "middle", True)


def _stub(x: float, views: Sequence[EventView], key: str, href: Callable[[EventView], str], words: Words) -> Stub:
    count = words.count(f"events_{key}", len(views))
    return Stub(x, _STUB, len(views), words.say("page", key), href(views[0]), count)


def _days_of(core: Core, words: Words) -> tuple[str, str]:
    return day(core.first, words, weekdays=False), day(core.last, words, weekdays=False)


def _outermost(events: Placed, core: Core, words: Words) -> tuple[str, str]:
    """Name the first and the last day of all, or the months, years or centuries that are all that is known of them."""
    told = []
    for number, side in ((core.first, 0), (core.last, 1)):
        there = [edtf.parse(view.edtf) for view, extent in events if (extent.first, extent.last)[side] == number]
        dates = [end for date in there if date and (end := edtf.ends(date)[side] or edtf.ends(date)[1 - side])]
        known = min(dates, key=lambda each: (each.day is None, each.month is None, each.unspecified), default=None)
        told.append(day(number, words, weekdays=False) if known is None or known.day else plain(known, words))
    return told[0], told[1]


def _told(ends: tuple[str, str], inside: int, bars: Sequence[Bar], words: Words) -> str:
    """Say in a sentence what the drawing shows."""
    told = words.say("page", "overview_told", count=words.count("events", inside), first=ends[0], last=ends[1])
    peak = next((bar.name for bar in bars if bar.is_peak), None)
    parts = [told, words.say("page", "overview_peak", peak=peak)] if peak else [told]
    if any(segment.kind == "bv" for bar in bars for segment in bar.segments):
        parts.append(words.say("page", "overview_vague"))
    return " ".join(parts)


def _mirrored(drawn: Density) -> Density:
    return replace(
        drawn,
        bars=tuple(replace(bar, x=round(100 - bar.x - bar.width, 2), at=round(100 - bar.at, 2)) for bar in drawn.bars),
        stubs=tuple(replace(stub, x=100 - stub.x - stub.width) for stub in drawn.stubs),
        axes=mirrored_axes(drawn.axes),
        ticks=tuple((size, mirrored_ticks(ticks)) for size, ticks in drawn.ticks),
        published=None if drawn.published is None else round(100 - drawn.published, 2),
        rtl=True,
    )
