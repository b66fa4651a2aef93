"""Large timelines: a start page with the years and what mattered most in them, a page for each. In: Order. Out: Pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from generator.model.calendar import civil
from generator.model.edtf import Date
from generator.model.event import Event, Timeline
from generator.model.page import Page
from generator.render.dates import plain, year
from generator.render.lists import list_page
from generator.render.order import Order, extent
from generator.render.permalinks import year_path
from generator.render.views import EventView
from generator.render.words import Words, capital

MOST_IN_A_CHAPTER = 300
_HIGHLIGHTS = 60
_TALLEST = 64


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page's worth of events: its path, its title ("2021", "March 2021"), its events and those to name on the start page."""

    path: str
    title: str
    order: Order
    highlights: tuple[EventView, ...] = ()
    to_come: bool = False

    @property
    def count(self) -> int:
        """How many events it holds."""
        return len(self.order.all)


@dataclass(frozen=True, slots=True)
class Column:
    """A year on the density strip: x and width in percent, a bar's height in pixels for each month."""

    x: float
    width: float
    title: str
    bars: tuple[tuple[float, int], ...]


def year_pages(
    order: Order, views: Mapping[str, EventView], timeline: Timeline, site: Mapping[str, Any], speech: Words
) -> tuple[list[Page], dict[str, str]]:
    """Return the start page and a page for each chapter, and on which of them each event stands."""
    as_of = timeline.as_of.toordinal()
    chapters = _with_highlights(_chapters(order, as_of, speech), views)
    start = {"chapters": chapters, "columns": _columns(order, as_of, speech), "tallest": _TALLEST, "to_come": len(order.below)}
    pages = [Page("index.html", "years.html", {**site, **start})]
    for index, chapter in enumerate(chapters):
        page = list_page(chapter.path, chapter.order, views, timeline, site)
        around = (chapters[index - 1] if index else None, chapters[index + 1] if index + 1 < len(chapters) else None)
        pages.append(replace(page, context={**page.context, "title": chapter.title, "chapter": around}))
    return pages, {event.id: chapter.path for chapter in chapters for event in chapter.order.all}


def _chapters(order: Order, as_of: int, speech: Words) -> list[Chapter]:
    def of_year(event: Event) -> int:
        return civil(extent(event, as_of).first)[0]

    chapters = []
    for number, members in groupby(sorted(order.above, key=of_year), of_year):
        events = tuple(members)
        if len(events) <= MOST_IN_A_CHAPTER:
            title = year(number, speech)
            chapters.append(Chapter(year_path(title), title, Order(events, (), None)))
            continue
        for month, of_month in groupby(sorted(events, key=lambda each: _month(each, as_of)), lambda each: _month(each, as_of)):
            title = capital(plain(Date(number, month), speech))
            chapters.append(Chapter(year_path(f"{number}-{month:02}"), title, Order(tuple(of_month), (), None)))
    if order.below:
        chapters.append(Chapter(year_path("next"), speech.say("page", "to_come"), Order((), order.below, order.published), to_come=True))
    return chapters


def _month(event: Event, as_of: int) -> int:
    return civil(extent(event, as_of).first)[1]


def _with_highlights(chapters: list[Chapter], views: Mapping[str, EventView]) -> list[Chapter]:
    """Name the most salient events of each chapter on the start page: a few of each, so that no year is without."""
    each = max(1, _HIGHLIGHTS // max(1, len(chapters)))
    found = []
    for chapter in chapters:
        best = {event.id for event in sorted(chapter.order.all, key=lambda event: (-event.salience, event.id))[:each]}
        found.append(replace(chapter, highlights=tuple(views[event.id] for event in chapter.order.all if event.id in best)))
    return found


def _columns(order: Order, as_of: int, speech: Words) -> tuple[Column, ...]:
    """Return a column for each year that holds events, with a bar for each month."""
    counts: dict[tuple[int, int], int] = {}
    for event in order.all:
        of_year, of_month, _ = civil(extent(event, as_of).first)
        counts[of_year, of_month] = counts.get((of_year, of_month), 0) + 1
    numbers = sorted({of_year for of_year, _ in counts})
    most, width = max(counts.values()), 100 / len(numbers)
    return tuple(
        Column(round(index * width, 3), round(width, 3), year(number, speech), _bars(number, index * width, width, counts, most))
        for index, number in enumerate(numbers)
    )


def _bars(number: int, x: float, width: float, counts: Mapping[tuple[int, int], int], most: int) -> tuple[tuple[float, int], ...]:
    found: Sequence[tuple[float, int]] = [
        (round(x + (month - 1) * width / 12, 3), max(2, round(_TALLEST * counts[number, month] / most)))
        for month in range(1, 13)
        if (number, month) in counts
    ]
    return tuple(found)
