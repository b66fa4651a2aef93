"""The overview strip: an inline SVG drawn at build time, to scale within its parts, with named breaks and numbered marks that link.

In: event views with their extents. Out: shapes in percent of the width and pixels of height, so that text keeps its size on every screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.render.axis import (
    LETTER,
    SIZES,
    Axis,
    Scale,
    Tick,
    axes_of,
    lone,
    mirrored_axes,
    mirrored_ticks,
    publication_at,
    scale_at,
    scales_of,
    ticks_of,
)
from generator.render.core import Core
from generator.render.dates import day
from generator.render.extents import Extent
from generator.render.parts import Part, parts_of
from generator.render.views import EventView
from generator.render.words import Words, isolated

LANE = 30
_TOP = 22
_RADIUS = 13
_MOST_LANES = {"wide": 12, "narrow": 9}
MOST = 60
"""More events than this are counted, not numbered."""


@dataclass(frozen=True, slots=True)
class StripMark:
    """An event on the strip: ``x``, ``width`` in percent (a point has no width), ``y`` in pixels, ``text`` beside its number if it fits."""

    id: str
    number: int
    x: float
    width: float
    y: int
    shape: str
    planned: bool
    deadline: bool
    text: str
    name: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The whole drawing. ``published`` is where the publication line stands, ``anchor`` how its words do; ``rtl``: time runs left."""

    size: str
    height: int
    axes: tuple[Axis, ...]
    marks: tuple[StripMark, ...]
    ticks: tuple[Tick, ...]
    published: float | None
    published_on: str
    anchor: str
    rtl: bool = False

    @property
    def base(self) -> int:
        """Where the axis lies, in pixels from the top."""
        return self.height - 26


def strips(events: Sequence[tuple[EventView, Extent]], published: int | None, words: Words, core: Core | None = None) -> tuple[Strip, ...]:
    """Draw the strip for a wide and for a narrow screen, as far as the numbered marks fit there."""
    if len(events) > MOST:
        return ()
    extents = [extent for _, extent in events]
    if published is not None:
        extents.append(Extent(published, published))
    parts = parts_of(extents, core)
    drawn = (_strip(events, parts, published, words, screen) for screen in SIZES)
    return tuple(strip for strip in drawn if strip)


def _strip(
    events: Sequence[tuple[EventView, Extent]], parts: tuple[Part, ...], published: int | None, words: Words, screen: tuple[str, int]
) -> Strip | None:
    size, px = screen
    scales = scales_of(events, parts, px)
    placed = _lanes(events, scales, px, _MOST_LANES[size])
    if placed is None:
        return None
    lanes = 1 + max((lane for lane, *_ in placed.values()), default=0)
    height = _TOP + lanes * LANE + 10 + 26
    base = height - 26
    marks = tuple(_mark(view, placed[index], base, px) for index, (view, _) in enumerate(events))
    line, anchor = publication_at(published, scales)
    on = day(published, words, weekdays=False) if published is not None else ""
    ticks = tuple(tick for scale in scales for tick in ticks_of(scale, px, words, published, lone(scale.part, events, words)))
    drawn = Strip(size, height, axes_of(scales, words), marks, ticks, line, on, anchor)
    return mirrored(drawn) if words.direction == "rtl" else drawn


def mirrored(strip: Strip) -> Strip:
    """Return the strip for pages that are read from right to left: the earliest stands at the right."""
    return replace(
        strip,
        axes=mirrored_axes(strip.axes),
        marks=tuple(replace(mark, x=round(100 - mark.x - mark.width, 2)) for mark in strip.marks),
        ticks=mirrored_ticks(strip.ticks),
        published=None if strip.published is None else round(100 - strip.published, 2),
        rtl=True,
    )


def _reach(view: EventView, extent: Extent, scales: tuple[Scale, ...]) -> tuple[float, float]:
    """Return the two ends of a mark in percent; equal for a point."""
    scale = scale_at(extent.first, scales)
    if view.told.shape == "day":
        middle = scale.at(extent.first + 0.5)
        return middle, middle
    last = min(extent.last, scale.part.last) if not extent.open_end else scale.part.last
    return scale.at(extent.first), scale.at(last + 1)


def _lanes(
    events: Sequence[tuple[EventView, Extent]], scales: tuple[Scale, ...], px: int, most: int
) -> dict[int, tuple[int, float, float]] | None:
    """Give every mark a lane in which it overlaps no other: points lowest, the longest highest. None when there are too many lanes."""
    half = 100 * (_RADIUS + 2) / px
    reaches = [_reach(view, extent, scales) for view, extent in events]
    order = sorted(range(len(events)), key=lambda index: (round(reaches[index][1] - reaches[index][0], 3), reaches[index], index))
    lanes: list[list[tuple[float, float]]] = []
    placed: dict[int, tuple[int, float, float]] = {}
    for index in order:
        start, end = reaches[index]
        if end - start < 2 * half:
            middle = min(max((start + end) / 2, half), 100 - half)
            left, right = middle - half, middle + half
        else:
            left, right = start, end
        lane = next((number for number, taken in enumerate(lanes) if all(right <= a or left >= b for a, b in taken)), len(lanes))
        if lane == len(lanes):
            lanes.append([])
        if lane >= most:
            return None
        lanes[lane].append((left, right))
        placed[index] = (lane, left, right)
    return placed


def _mark(view: EventView, place: tuple[int, float, float], base: int, px: int) -> StripMark:
    lane, left, right = place
    point = view.told.shape == "day"
    width = 0.0 if point else right - left
    room = int((width / 100 * px - 40) / LETTER)
    name = f"{view.number} {isolated(view.headline)}, {view.told.label}"
    return StripMark(
        id=view.id,
        number=view.number,
        x=round((left + right) / 2 if point else left, 2),
        width=round(width, 2),
        y=base - 8 - (lane + 1) * LANE,
        shape=view.told.shape,
        planned=view.planned,
        deadline=view.told.deadline,
        text=_fitting(view.headline, room),
        name=name,
    )


def _fitting(headline: str, letters: int) -> str:
    """Return the headline, or as many of its words as fit if that is most of it; else nothing."""
    if len(headline) <= letters:
        return headline
    cut = headline[: max(0, letters + 1)].rpartition(" ")[0]
    return cut if len(cut) > 0.6 * len(headline) else ""
