"""The overview strip: an inline SVG drawn at build time, to scale within its parts, with named breaks and numbered marks that link.

In: event views with their extents. Out: shapes in percent of the width and pixels of height, so that text keeps its size on every screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.calendar import civil, day_number, weekday
from generator.model.edtf import Date
from generator.render.dates import day, plain, year
from generator.render.parts import Extent, Part, gap_short, parts_of
from generator.render.views import EventView
from generator.render.words import Words, capital

LANE = 30
_TOP = 22
_RADIUS = 13
_MOST_LANES = 7
_LETTER = 6.6


@dataclass(frozen=True, slots=True)
class Mark:
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
class Tick:
    """A word below the axis; ``anchor`` is SVG's text-anchor; ``line`` draws a little stroke above it."""

    x: float
    text: str
    anchor: str = "middle"
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """A part of the axis; ``gap`` are the two words of the break before it, centred at ``gap_x``."""

    x: float
    end: float
    gap: tuple[str, str] | None
    gap_x: float


@dataclass(frozen=True, slots=True)
class Strip:
    """The whole drawing. ``published`` is where the publication line stands, ``anchor`` how its words do."""

    size: str
    height: int
    axes: tuple[Axis, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    published: float | None
    published_on: str
    anchor: str

    @property
    def base(self) -> int:
        """Where the axis lies, in pixels from the top."""
        return self.height - 26


@dataclass(frozen=True, slots=True)
class _Scale:
    part: Part
    x: float
    width: float

    def at(self, number: float) -> float:
        """Return where a moment stands, in percent of the whole strip; a day's middle is number + 0.5."""
        share = (number - self.part.first) / self.part.days
        return self.x + self.width * min(1.0, max(0.0, share))


def strips(
    events: Sequence[tuple[EventView, Extent]], published: int | None, words: Words, widths: tuple[int, ...] = (760, 300)
) -> tuple[Strip, ...]:
    """Draw the strip for a wide and for a narrow screen (pixels); empty when the events are too many for numbered marks."""
    extents = [extent for _, extent in events]
    if published is not None:
        extents.append(Extent(published, published))
    parts = parts_of(extents)
    drawn = tuple(_strip(events, parts, published, words, width) for width in widths)
    return () if any(strip is None for strip in drawn) else tuple(strip for strip in drawn if strip)


def _strip(
    events: Sequence[tuple[EventView, Extent]], parts: tuple[Part, ...], published: int | None, words: Words, px: int
) -> Strip | None:
    scales = _scales(events, parts, px)
    placed = _lanes(events, scales, px)
    if placed is None:
        return None
    lanes = 1 + max((lane for lane, *_ in placed.values()), default=0)
    height = _TOP + lanes * LANE + 10 + 26
    base = height - 26
    marks = tuple(_mark(view, placed[index], base, px) for index, (view, _) in enumerate(events))
    line, anchor = _line(published, scales)
    on = day(published, words, weekdays=False) if published is not None else ""
    axes = []
    for index, scale in enumerate(scales):
        before = scales[index - 1] if index else None
        gap_x = (before.x + before.width + scale.x) / 2 if before else 0.0
        axes.append(Axis(scale.x, scale.x + scale.width, gap_short(scale.part.gap, words) if before else None, gap_x))
    ticks = tuple(tick for scale in scales for tick in _ticks(scale, px, words, published, _lone(scale.part, events, words)))
    return Strip("wide" if px > 500 else "narrow", height, tuple(axes), marks, ticks, line, on, anchor)


def _scales(events: Sequence[tuple[EventView, Extent]], parts: tuple[Part, ...], px: int) -> tuple[_Scale, ...]:
    """Share the width among the parts: by how many events they hold, none too narrow for its marks."""
    gap = 100 * 26 / px if px < 500 else 6.0
    least = 100 * 34 / px
    weights = []
    for part in parts:
        inside = sum(1 for _, extent in events if part.first <= extent.first <= part.last)
        weights.append(0.8 if part.days == 1 else 1.3 if inside < 2 else 2.5 + inside**0.8)
    free = 100 - gap * (len(parts) - 1)
    shares = [max(least, free * weight / sum(weights)) for weight in weights]
    total = sum(shares)
    scales, x = [], 0.0
    for part, share in zip(parts, shares, strict=True):
        width = share * free / total
        scales.append(_Scale(part, x, width))
        x += width + gap
    return tuple(scales)


def _scale_of(number: int, scales: tuple[_Scale, ...]) -> _Scale:
    return next((scale for scale in scales if number <= scale.part.last), scales[-1])


def _reach(view: EventView, extent: Extent, scales: tuple[_Scale, ...]) -> tuple[float, float]:
    """Return the two ends of a mark in percent; equal for a point."""
    scale = _scale_of(extent.first, scales)
    if view.told.shape == "day":
        middle = scale.at(extent.first + 0.5)
        return middle, middle
    last = min(extent.last, scale.part.last) if not extent.open_end else scale.part.last
    return scale.at(extent.first), scale.at(last + 1)


def _lanes(events: Sequence[tuple[EventView, Extent]], scales: tuple[_Scale, ...], px: int) -> dict[int, tuple[int, float, float]] | None:
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
        if lane >= _MOST_LANES:
            return None
        lanes[lane].append((left, right))
        placed[index] = (lane, left, right)
    return placed


def _mark(view: EventView, place: tuple[int, float, float], base: int, px: int) -> Mark:
    lane, left, right = place
    point = view.told.shape == "day"
    width = 0.0 if point else right - left
    room = int((width / 100 * px - 40) / _LETTER)
    name = f"{view.number} {view.headline}, {view.told.label}"
    return Mark(
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


def _line(published: int | None, scales: tuple[_Scale, ...]) -> tuple[float | None, str]:
    if published is None:
        return None, "middle"
    scale = _scale_of(published, scales)
    x = scale.at(published + 1)
    anchor = "end" if x > 70 else "start" if x < 20 else "middle"
    return round(x, 2), anchor


def _lone(part: Part, events: Sequence[tuple[EventView, Extent]], words: Words) -> tuple[str, ...]:
    """Return the date of a part's only event in words, the longest first; nothing when there are several events."""
    inside = [view for view, extent in events if part.first <= extent.first <= part.last]
    if len(inside) != 1:
        return ()
    date, year_alone = inside[0].event.date, year(civil(part.first)[0], words)
    short = capital(plain(date, words, weekdays=False, short=True)) if isinstance(date, Date) and not date.time else year_alone
    return inside[0].told.label, short, year_alone


def _ticks(scale: _Scale, px: int, words: Words, published: int | None, lone: tuple[str, ...]) -> list[Tick]:
    part, room = scale.part, scale.width / 100 * px
    if lone and published is not None and part.first <= published <= part.last:
        lone = ()
    if lone and (part.days == 1 or part.days > 16):
        text = next((each for each in lone if len(each) * _LETTER <= room + 16), lone[-1])
        return [_edge_tick(scale.x + scale.width / 2, text, px)]
    if part.days == 1:
        text = day(part.first, words, weekdays=False) if room > 90 else year(civil(part.first)[0], words)
        return [_edge_tick(scale.at(part.first + 0.5), text, px)]
    if part.days <= 16 and room / part.days >= 18:
        return _day_ticks(scale, room / part.days, words, published)
    if part.days <= 400:
        return _spaced(scale, [(number, _month_text(number, words)) for number in _firsts(part, months=True)], px, words)
    return _spaced(scale, [(number, year(civil(number)[0], words)) for number in _firsts(part, months=False)], px, words)


def _day_ticks(scale: _Scale, cell: float, words: Words, published: int | None) -> list[Tick]:
    names = words.dates["weekdays"]
    ticks = []
    for number in range(scale.part.first, scale.part.last + 1):
        of_month = civil(number)[2]
        name = f"{names[weekday(number)]} {of_month}" if cell >= 40 else str(of_month)
        ticks.append(Tick(round(scale.at(number + 0.5), 2), name, strong=number == published))
    return ticks


def _month_text(number: int, words: Words) -> str:
    of_year, of_month, _ = civil(number)
    return str(words.dates["months_short"][of_month - 1]) + (f" {of_year}" if of_month == 1 else "")


def _firsts(part: Part, *, months: bool) -> list[int]:
    """Return the first days of the months or years that begin in a part."""
    of_year, of_month, _ = civil(part.first)
    found = []
    while (number := day_number(of_year, of_month, 1)) <= part.last:
        if number >= part.first and (months or of_month == 1):
            found.append(number)
        of_year, of_month = (of_year + of_month // 12, of_month % 12 + 1) if months else (of_year + 1, 1)
    return found


def _spaced(scale: _Scale, found: list[tuple[int, str]], px: int, words: Words) -> list[Tick]:
    """Keep the first words (with their year) and as many others as have room."""
    opening = civil(scale.part.first)
    first = plain(Date(opening[0], opening[1]), words, short=True)
    if len(first) * _LETTER > scale.width / 100 * px + 20:
        first = year(opening[0], words)
    start = min(scale.x, 100 - 100 * len(first) * _LETTER / px)
    ticks = [Tick(round(start, 2), first, "start")]
    taken = start + 100 * (len(first) * _LETTER + 10) / px
    end = scale.x + scale.width
    for number, text in found:
        x, half = scale.at(number), 100 * (len(text) * _LETTER / 2 + 5) / px
        if x - half >= taken and x + half <= end:
            ticks.append(Tick(round(x, 2), text))
            taken = x + half
    return ticks


def _edge_tick(x: float, text: str, px: int) -> Tick:
    """Keep a word at the strip's ends inside it."""
    half = 100 * len(text) * _LETTER / 2 / px
    anchor = "start" if x - half < 0 else "end" if x + half > 100 else "middle"
    return Tick({"start": 0.0, "end": 100.0}.get(anchor, round(x, 2)), text, anchor)
