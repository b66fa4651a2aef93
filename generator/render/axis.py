"""The axis of the overview: parts side by side, each to its scale, breaks named. In: Parts. Out: scales, axes, ticks.

Places are in percent of the drawing's width; how much room a word takes is reckoned for a width in pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.model.calendar import civil, day_number, weekday
from generator.model.edtf import Date
from generator.render.dates import day, plain, year
from generator.render.extents import Extent
from generator.render.parts import Part, gap_short
from generator.render.views import EventView
from generator.render.words import Words, capital

SIZES = (("wide", 760), ("narrow", 300))
"""Screens by name, and the pixels that a drawing has there."""
LETTER = 6.6
"""Pixels that a letter takes, on average."""
_MONTHS = (1, 3, 6, 12)
"""Every month is named, or the first of each quarter, of each half year, of each year."""
_STEPS = (1, 2, 3, 4, 5, 6, 10, 12, 20, 25, 50, 100, 250, 500)
_ROOMY = 1.8
"""Where a day has not so many times the room of its word, every second one may go, for readers have words larger."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A word below the axis; ``anchor`` is SVG's text-anchor; ``spare`` goes on the narrowest screens."""

    x: float
    text: str
    anchor: str = "middle"
    strong: bool = False
    spare: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """A part of the axis; ``gap`` are the two words of the break before it, centred at ``gap_x``."""

    x: float
    end: float
    gap: tuple[str, str] | None
    gap_x: float


@dataclass(frozen=True, slots=True)
class Scale:
    """A part of time and where it stands, in percent."""

    part: Part
    x: float
    width: float

    def at(self, number: float) -> float:
        """Return where a moment stands, in percent of the whole strip; a day's middle is number + 0.5."""
        share = (number - self.part.first) / self.part.days
        return self.x + self.width * min(1.0, max(0.0, share))


def scales_of(events: Sequence[tuple[EventView, Extent]], parts: tuple[Part, ...], px: int) -> tuple[Scale, ...]:
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
        scales.append(Scale(part, x, width))
        x += width + gap
    return tuple(scales)


def scale_at(number: int, scales: tuple[Scale, ...]) -> Scale:
    """Return the scale of the part that a day lies in, or that follows it."""
    return next((scale for scale in scales if number <= scale.part.last), scales[-1])


def mirrored_axes(axes: tuple[Axis, ...]) -> tuple[Axis, ...]:
    """Return the axes as they lie where reading goes from right to left."""
    return tuple(replace(each, x=100 - each.end, end=100 - each.x, gap_x=100 - each.gap_x) for each in axes)


def mirrored_ticks(ticks: tuple[Tick, ...]) -> tuple[Tick, ...]:
    """Return the words below the axis, mirrored; what "start" means to an anchor turns with the page's direction."""
    return tuple(replace(each, x=round(100 - each.x, 2)) for each in ticks)


def axes_of(scales: tuple[Scale, ...], words: Words) -> tuple[Axis, ...]:
    """Return the lines of the axis, with the words of the breaks between them."""
    axes = []
    for index, scale in enumerate(scales):
        before = scales[index - 1] if index else None
        gap_x = (before.x + before.width + scale.x) / 2 if before else 0.0
        axes.append(Axis(scale.x, scale.x + scale.width, gap_short(scale.part.gap, words) if before else None, gap_x))
    return tuple(axes)


def publication_at(published: int | None, scales: tuple[Scale, ...]) -> tuple[float | None, str]:
    """Return where the publication line stands, after its day, and how its words are anchored."""
    if published is None:
        return None, "middle"
    scale = scale_at(published, scales)
    x = scale.at(published + 1)
    anchor = "end" if x > 70 else "start" if x < 20 else "middle"
    return round(x, 2), anchor


def lone(part: Part, events: Sequence[tuple[EventView, Extent]], words: Words) -> tuple[str, ...]:
    """Return the date of a part's only event in words, the longest first; nothing when there are several events."""
    inside = [view for view, extent in events if part.first <= extent.first <= part.last]
    if len(inside) != 1:
        return ()
    date, year_alone = inside[0].event.date, year(civil(part.first)[0], words)
    short = capital(plain(date, words, weekdays=False, short=True)) if isinstance(date, Date) and not date.time else year_alone
    return inside[0].told.label, short, year_alone


def ticks_of(scale: Scale, px: int, words: Words, published: int | None, only: tuple[str, ...]) -> list[Tick]:
    """Return the words below a part; *only* is the date of its only event."""
    part, room = scale.part, scale.width / 100 * px
    if only and published is not None and part.first <= published <= part.last:
        only = ()
    if only and (part.days == 1 or part.days > 16):
        text = next((each for each in only if len(each) * LETTER <= room + 16), only[-1])
        return [_edge_tick(scale.x + scale.width / 2, text, px)]
    if part.days == 1:
        text = day(part.first, words, weekdays=False) if room > 90 else year(civil(part.first)[0], words)
        return [_edge_tick(scale.at(part.first + 0.5), text, px)]
    if part.days <= 16 and room / part.days >= 18:
        return _day_ticks(scale, room / part.days, words, published)
    if part.days <= 70:
        return _spaced(scale, [(number, _day_text(number, words)) for number in _mondays(part)], px, _day_text(part.first, words))
    opening = civil(part.first)
    first = plain(Date(opening[0], opening[1]), words, short=True)
    if len(first) * LETTER > room + 20:
        first = year(opening[0], words)
    if part.days <= 2200:
        texts = [(number, _month_text(number, words)) for number in _firsts(part, months=True)]
        for step in _MONTHS:
            ticks = _spaced(scale, [(number, text) for number, text in texts if civil(number)[1] % step == 1 % step], px, first, steps=(1,))
            if len(ticks) > 1:
                return ticks
    return _spaced(scale, [(number, year(civil(number)[0], words)) for number in _firsts(part, months=False)], px, first)


def _day_ticks(scale: Scale, cell: float, words: Words, published: int | None) -> list[Tick]:
    names = words.dates["weekdays"]
    ticks, shown = [], scale.part.first if published is None else published
    for number in range(scale.part.first, scale.part.last + 1):
        of_month = civil(number)[2]
        name = f"{names[weekday(number)]} {of_month}" if cell >= 40 else str(of_month)
        crowded = cell < _ROOMY * LETTER * max(2, len(name))
        ticks.append(Tick(round(scale.at(number + 0.5), 2), name, strong=number == published, spare=crowded and (number - shown) % 2 == 1))
    return ticks


def _day_text(number: int, words: Words) -> str:
    _, of_month, of_day = civil(number)
    return str(words.dates["day_of_year"]).format(day=of_day, month=words.dates["months_short"][of_month - 1])


def _mondays(part: Part) -> list[int]:
    opening = part.first + (-weekday(part.first)) % 7
    return list(range(opening, part.last + 1, 7))


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


def _spaced(scale: Scale, found: list[tuple[int, str]], px: int, first: str, steps: tuple[int, ...] = _STEPS) -> list[Tick]:
    """Keep the first words and as many others as have room: every one, or every second, or as the *steps* say."""
    start = min(scale.x, 100 - 100 * len(first) * LETTER / px)
    ticks = [Tick(round(start, 2), first, "start")]
    taken = start + 100 * (len(first) * LETTER + 10) / px
    end = scale.x + scale.width
    inside = [(scale.at(number), text, 100 * (len(text) * LETTER / 2 + 5) / px) for number, text in found]
    inside = [each for each in inside if each[0] - each[2] >= taken and each[0] + each[2] <= end]
    for step in steps:
        kept = inside[::step]
        if all(before[0] + before[2] <= after[0] - after[2] for before, after in pairwise(kept)):
            return ticks + [Tick(round(x, 2), text) for x, text, _ in kept]
    return ticks


def _edge_tick(x: float, text: str, px: int) -> Tick:
    """Keep a word at the strip's ends inside it."""
    half = 100 * len(text) * LETTER / 2 / px
    anchor = "start" if x - half < 0 else "end" if x + half > 100 else "middle"
    return Tick({"start": 0.0, "end": 100.0}.get(anchor, round(x, 2)), text, anchor)
