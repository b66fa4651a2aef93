"""The overview closer: a page for each decade, year, month or week of the story in which much happened, linked from wider to narrower.

In: Order, views. Out: Pages, and the links to them of a list's overview. Each draws what began in its stretch: by bars, and as rows on
one axis: each event where they are few enough to be told apart, else those that weigh most.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import groupby, pairwise
from typing import ClassVar

from generator.model.page import Page
from generator.render.core import Core, begun
from generator.render.density import Density, drawn, reach_of
from generator.render.extents import Extent, extent
from generator.render.kinds import Kind, Neighbour, OfSite, later
from generator.render.order import Order
from generator.render.overview import MOST
from generator.render.permalinks import INDEX, zoom_path
from generator.render.units import following, key_of, named, opening, unit_for
from generator.render.views import EventView

FEW = 30
"""A stretch of no more events than these is not parted once more."""
_LEVELS = ("decade", "year", "month", "week")
_PARTS = {"year": "decade", "month": "year", "week": "month", "day": "week"}
"""What is drawn by a unit is parted by the next wider one."""
_HEAVIEST = 12
"""So many rows stand for a stretch that holds too many."""

Held = Sequence[tuple[EventView, Extent]]


@dataclass(frozen=True, slots=True)
class Row:
    """An event of a stretch: where it is listed; where it is drawn, in percent of the width (a point has no width)."""

    view: EventView
    href: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Locator:
    """The whole story in small, and where in it the stretch that a page is about lies: x and width in percent."""

    drawn: Density
    x: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoomPage(Kind):
    """The overview of one decade, year, month or week, where a timeline is too long for numbered marks."""

    template: ClassVar[str] = "zoom.html"

    drawn: Density
    """Its drawing by bars, whose axis the rows share."""
    locator: Locator | None
    """The whole story in small, with the place of the stretch in it (`drawn`, `x`, `width`)."""
    unit: str
    """How long the stretch is: `decade`, `year`, `month` or `week`."""
    counted: str
    """How many events began in it, in words."""
    rows: tuple[Row, ...]
    """Its events (`view`, `href`, `x`, `width`); where they are too many to be told apart, those that weigh most."""
    has_all: bool
    """Whether these are all of them."""
    above: tuple[Neighbour, ...]
    """The wider stretches that it lies in (`path`, `title`), the widest first."""
    around: tuple[Neighbour | None, Neighbour | None]
    """The stretches before and after it."""
    zooms: tuple[Neighbour, ...]
    """The stretches within it that have such a page."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    unit: str
    first: int
    held: Held

    @property
    def core(self) -> Core:
        return Core(self.first, following(self.first, self.unit) - 1)


@dataclass(frozen=True, slots=True)
class Zooms:
    """All stretches by their unit, the widest first, with what their pages are made from."""

    levels: Mapping[str, Sequence[_Stretch]]
    whole: Callable[[], Density | None]
    homes: Mapping[str, str]
    weights: Mapping[str, float]
    site: OfSite

    def pages(self) -> Iterator[Page]:
        """Give the page of each stretch; it is drawn when it is looked at, for there are many."""
        for unit, stretches in self.levels.items():
            beside = [None, *(_link(unit, stretch.first, self.site) for stretch in stretches), None]
            for stretch, around in zip(stretches, zip(beside, beside[2:], strict=False), strict=True):
                path = _link(unit, stretch.first, self.site).path
                yield later(path, self.site, ZoomPage, partial(self._page, stretch, around))

    def closest(self) -> dict[str, Neighbour]:
        """Return the page on which each event is drawn by itself, the narrowest one, by the event's id."""
        whole = [stretch for stretches in self.levels.values() for stretch in stretches if self._has_all(stretch)]
        links = [(_link(stretch.unit, stretch.first, self.site), stretch.held) for stretch in whole]
        return {view.id: link for link, held in links for view, _ in held}

    def _finer(self, stretch: _Stretch) -> str | None:
        """Return the unit that a stretch is parted by once more."""
        units = tuple(self.levels)
        at = units.index(stretch.unit)
        return units[at + 1] if at + 1 < len(units) and len(stretch.held) > FEW else None

    def _has_all(self, stretch: _Stretch) -> bool:
        return len(stretch.held) <= MOST or self._finer(stretch) is None

    def _page(self, stretch: _Stretch, around: tuple[Neighbour | None, Neighbour | None]) -> ZoomPage:
        held, finer, has_all = stretch.held, self._finer(stretch), self._has_all(stretch)
        wider = tuple(self.levels)[: tuple(self.levels).index(stretch.unit)]
        within = sorted({opening(each.first, finer) for _, each in held}) if finer else []
        places = {view.id: self.homes.get(view.id, INDEX) for view, _ in held}
        return ZoomPage(
            title=_link(stretch.unit, stretch.first, self.site).title,
            drawn=drawn(held, stretch.core, None, self.site.w, places),
            locator=located(self.whole(), stretch.core),
            unit=stretch.unit,
            counted=self.site.w.count("events", len(held)),
            rows=tuple(self._row(each, stretch.core) for each in (held if has_all else self._heaviest(held))),
            has_all=has_all,
            above=tuple(_link(unit, opening(held[0][1].first, unit), self.site) for unit in wider),
            around=around,
            zooms=tuple(_link(finer, first, self.site) for first in within) if finer else (),
        )

    def _heaviest(self, held: Held) -> Held:
        best = sorted(held, key=lambda pair: (-self.weights[pair[0].id], pair[0].id))[:_HEAVIEST]
        kept = {view.id for view, _ in best}
        return [pair for pair in held if pair[0].id in kept]

    def _row(self, pair: tuple[EventView, Extent], core: Core) -> Row:
        view, each = pair
        x, end = ((number - core.first) / core.days for number in (each.first, min(each.last, core.last) + 1))
        if view.told.shape == "day":
            x = end = (x + end) / 2
        if self.site.w.direction == "rtl":
            x, end = 1 - end, 1 - x
        return Row(view, f"{self.homes.get(view.id, INDEX)}#{view.id}", round(100 * x, 2), round(100 * (end - x), 2))


def closer(order: Order, site: OfSite) -> tuple[Neighbour, ...]:
    """Return the links from a list's overview to its parts: none where all its events are few enough to be told apart."""
    days = [each.first for each in _days(order, site.as_of)]
    if site.total <= MOST or len(days) <= FEW or order.core is None or order.core.days == 1:
        return ()
    unit = _PARTS.get(unit_for(order.core.days))
    return tuple(_link(unit, first, site) for first in sorted({opening(number, unit) for number in days})) if unit else ()


def zooms_of(order: Order, views: Mapping[str, EventView], homes: Mapping[str, str], weights: Mapping[str, float], site: OfSite) -> Zooms:
    """Return all stretches, none where no list links to one; *homes* are the pages that list the events, where it is not the start page."""
    whole = cache(partial(whole_of, order, views, homes, site))
    if not closer(order, site) or order.core is None:
        return Zooms({}, whole, homes, weights, site)
    held = list(zip((views[event.id] for event in order.story), _days(order, site.as_of), strict=True))
    units = _LEVELS[_LEVELS.index(_PARTS[unit_for(order.core.days)]) :]
    levels = {units[0]: _parted(held, units[0])}
    for wider, unit in pairwise(units):
        full = {stretch.first for stretch in levels[wider] if len(stretch.held) > FEW}
        inside = {opening(each.first, unit) for _, each in held if opening(each.first, wider) in full}
        levels[unit] = [stretch for stretch in _parted(held, unit) if stretch.first in inside]
    return Zooms(levels, whole, homes, weights, site)


def whole_of(order: Order, views: Mapping[str, EventView], homes: Mapping[str, str], site: OfSite) -> Density | None:
    """Return the drawing of the whole story, for pages that show a part of it; None where the story has no core."""
    if order.core is None:
        return None
    placed = [(views[event.id], extent(event, site.as_of)) for event in order.story]
    return drawn(placed, order.core, None, site.w, {event.id: homes.get(event.id, INDEX) for event in order.story})


def located(whole: Density | None, core: Core | None) -> Locator | None:
    """Return the whole with the place of a stretch in it."""
    return Locator(whole, *reach_of(whole, core)) if whole and core else None


def _days(order: Order, as_of: int) -> list[Extent]:
    """Return the days of the story's events, from the year on in which its core begins."""
    return [begun(extent(event, as_of), order.core) for event in order.story]


def _parted(held: Held, unit: str) -> list[_Stretch]:
    def first_of(pair: tuple[EventView, Extent]) -> int:
        return opening(pair[1].first, unit)

    return [_Stretch(unit, first, tuple(members)) for first, members in groupby(sorted(held, key=first_of), first_of)]


def _link(unit: str, first: int, site: OfSite) -> Neighbour:
    return Neighbour(zoom_path(key_of(first, unit) + "s" * (unit == "decade")), named(first, unit, site.w))
