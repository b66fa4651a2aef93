"""Large timelines: a start page with what matters most and the years, a page for each of them. In: Order. Out: Pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import ClassVar

from generator.model.calendar import civil, day_number, iso
from generator.model.edtf import Date
from generator.model.event import Event, Timeline
from generator.model.page import Page
from generator.render.core import Core, begun
from generator.render.dates import plain, range_label, year
from generator.render.extents import Extent, extent
from generator.render.front import front_of
from generator.render.kinds import Neighbour, OfSite, page
from generator.render.lists import StartPage, list_page, overview_of
from generator.render.order import Order
from generator.render.permalinks import INDEX, slug, year_path
from generator.render.units import following, opening
from generator.render.views import EventView
from generator.render.words import Words, capital
from generator.render.zoom import closer, located, whole_of

MOST_IN_A_CHAPTER = 300
_FINER = {"year": "month", "month": "week", "week": "day"}
"""What a stretch of time is parted by that holds more."""
_HIGHLIGHTS = 60


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page's worth of events: its path, its title ("2021", "March 2021"), a short title among those of its year ("Mar"), its events."""

    path: str
    title: str
    short: str
    order: Order
    to_come: bool = False

    @property
    def count(self) -> int:
        """How many events it holds."""
        return len(self.order.all)


@dataclass(frozen=True, slots=True)
class Year:
    """A year on the start page: its chapters, how many events they hold, and those to name, each with its page."""

    id: str
    title: str
    chapters: tuple[Chapter, ...]
    highlights: tuple[tuple[str, EventView], ...]
    to_come: bool = False

    @property
    def count(self) -> int:
        """How many events it holds."""
        return sum(chapter.count for chapter in self.chapters)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsPage(StartPage):
    """The start page of a large timeline."""

    template: ClassVar[str] = "years.html"

    years: tuple[Year, ...]
    """Its years: each has `id`, `title`, `count`, `chapters` (`path`, `title`, `short`, `count`), `highlights`, `to_come`."""


def year_pages(
    order: Order, views: Mapping[str, EventView], timeline: Timeline, weights: Mapping[str, float], site: OfSite
) -> tuple[list[Page], dict[str, str]]:
    """Return the start page and a page for each chapter, and on which of them each event stands."""
    as_of = timeline.as_of.toordinal()
    years = [list(members) for _, members in groupby(_chapters(order, as_of, site.w), lambda pair: pair[0])]
    chapters = [chapter for members in years for _, chapter in members]
    homes = {event.id: chapter.path for chapter in chapters for event in chapter.order.all}
    each = max(3, _HIGHLIGHTS // max(1, len(years)))
    extents = {event.id: extent(event, as_of) for event in order.all}
    strips, density = overview_of([(views[event.id], extents[event.id]) for event in order.all], order, homes, site.w)
    start = YearsPage(
        title=site.title,
        front=front_of(order, views, extents, weights),
        homes=homes,
        strips=strips,
        density=density,
        zooms=closer(order, site),
        listed=len(order.all),
        to_come=len(order.below),
        years=tuple(_year(members, each, views, weights) for members in years),
    )
    named = [None, *(Neighbour(chapter.path, chapter.title) for chapter in chapters), None]
    pages = [page(INDEX, site, start)]
    whole = whole_of(order, views, homes, site)
    for chapter, around in zip(chapters, zip(named, named[2:], strict=False), strict=True):
        listed = list_page(chapter.order, views, timeline, site)
        pages.append(
            page(chapter.path, site, replace(listed, title=chapter.title, chapter=around, locator=located(whole, chapter.order.core)))
        )
    return pages, homes


def _chapters(order: Order, as_of: int, speech: Words) -> list[tuple[str, Chapter]]:
    """Return the chapters with the title of their year: what lies before the story, each part of it, what was to come."""
    chapters = _early(order.before, as_of, speech)

    def days_of(event: Event) -> Extent:
        return begun(extent(event, as_of), order.core)

    def of_year(event: Event) -> int:
        return civil(days_of(event).first)[0]

    for number, members in groupby(sorted(order.story, key=of_year), of_year):
        first = day_number(number, 1, 1)
        whole = Core(first, following(first, "year") - 1)
        chapters += [(year(number, speech), chapter) for chapter in _parted(tuple(members), "year", whole, days_of, speech)]
    if order.below:
        title = speech.say("page", "to_come")
        only = Order((), (), order.below, order.published)
        chapters.append((title, Chapter(year_path("next"), title, title, only, to_come=True)))
    return chapters


def _parted(events: Sequence[Event], unit: str, whole: Core, days_of: Callable[[Event], Extent], speech: Words) -> list[Chapter]:
    """Return the chapters of a stretch of time: one of its own, or those of its months, weeks, days where it holds too many events.

    Then what is known to no month, week or day of it comes first: a chapter's title is no sharper than the dates of its events.
    """
    finer = _FINER.get(unit)
    path, title, short = _named(unit, whole, speech)
    if len(events) <= MOST_IN_A_CHAPTER or finer is None:
        return [Chapter(year_path(path), title, short, Order((), tuple(events), (), None, whole))]

    def of_part(event: Event) -> int:
        return opening(days_of(event).first, finer)

    def is_wide(event: Event) -> bool:
        return days_of(event).days > following(of_part(event), finer) - of_part(event)

    wide = tuple(event for event in events if is_wide(event))
    vague = speech.say("page", "no_day", date=title)
    found = [Chapter(year_path(path), vague, vague, Order((), wide, (), None, whole))] if wide else []
    for first, held in groupby(sorted((event for event in events if not is_wide(event)), key=of_part), of_part):
        part = Core(max(first, whole.first), min(following(first, finer) - 1, whole.last))
        found += _parted(tuple(held), finer, part, days_of, speech)
    return found


def _named(unit: str, whole: Core, speech: Words) -> tuple[str, str, str]:
    """Return what the chapter of a stretch of time is called: in its address, by itself, and among those of its year.

    >>> from generator.render.words import words
    >>> [_named(unit, Core(733_783, 733_783 + days), words("en")) for unit, days in (("year", 364), ("month", 30), ("week", 6))]
    [('2010', '2010', '2010'), ('2010-01', 'January 2010', 'Jan'), ('week-2010-01-11', '11–17 Jan 2010', '11–17 Jan 2010')]
    """
    of_year, of_month, _ = civil(whole.first)
    if unit == "year":
        return year(of_year, speech), year(of_year, speech), year(of_year, speech)
    if unit == "month":
        short = speech.dates["months_short"][of_month - 1]
        return f"{of_year}-{of_month:02}", capital(plain(Date(of_year, of_month), speech)), short
    title = range_label(Date(*civil(whole.first)), Date(*civil(whole.last)), speech)
    return f"week-{iso(whole.first)}" if unit == "week" else iso(whole.first), title, title


def _early(events: Sequence[Event], as_of: int, speech: Words) -> list[tuple[str, Chapter]]:
    """Return the chapters of what lies before the story, none of them too long, each named by its years."""
    title = speech.say("page", "before_story")
    found = []
    for number, start in enumerate(range(0, len(events), MOST_IN_A_CHAPTER), 1):
        held = tuple(events[start : start + MOST_IN_A_CHAPTER])
        ends = [year(civil(extent(event, as_of).first)[0], speech) for event in (held[0], held[-1])]
        span = ends[0] if ends[0] == ends[1] else str(speech.dates["years"]).format(first=ends[0], last=ends[1])
        path = year_path("before" if number == 1 else f"before-{number}")
        found.append((title, Chapter(path, f"{title}, {span}", span, Order((), held, (), None))))
    return found


def _year(members: Sequence[tuple[str, Chapter]], most: int, views: Mapping[str, EventView], weights: Mapping[str, float]) -> Year:
    """Name the heaviest events of each year on the start page, so that no year is without."""
    chapters = tuple(chapter for _, chapter in members)
    events = [(chapter.path, event) for chapter in chapters for event in chapter.order.all]
    best = {event.id for _, event in sorted(events, key=lambda pair: (-weights[pair[1].id], pair[1].id))[:most]}
    named = tuple((path, views[event.id]) for path, event in events if event.id in best)
    title = members[0][0]
    name = "to-come" if chapters[0].to_come else f"y-{slug(title)}"
    return Year(name, title, chapters, named, chapters[0].to_come)
