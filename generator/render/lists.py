"""A page with a list of events: the timeline itself, or one chapter of a large one. In: Order and views. Out: TimelinePage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.model.event import Timeline
from generator.render.axis import SIZES
from generator.render.density import Density, density
from generator.render.extents import Extent, extent
from generator.render.filters import Filters, filters_of
from generator.render.front import Front
from generator.render.groups import EventGroup, groups_of
from generator.render.kinds import Kind, Neighbour, OfSite
from generator.render.order import Order, publication_line
from generator.render.overview import Strip, strips
from generator.render.quotes import SourceView
from generator.render.views import EventView, NoteView
from generator.render.words import Words
from generator.render.zoom import Locator, closer

MOST_OPEN = 60
"""In a longer list the quotes are folded away: date, headline and how many reports there are stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartPage(Kind):
    """What both kinds of start page are given."""

    front: Front | None
    """What it opens with, from 25 events on: `main`, `others`, `latest`."""
    homes: Mapping[str, str]
    """The pages that list events, by id; those of this page are not among them."""
    strips: tuple[Strip, ...]
    """The overview as numbered marks, for each size of screen that they fit on."""
    density: Density | None
    """The overview as bars of counts, where marks do not fit on every screen."""
    zooms: tuple[Neighbour, ...]
    """The parts of the overview that have one of their own (`path`, `title`)."""
    listed: int
    """How many events the page, or the whole of its chapters, lists."""
    to_come: int
    """How many of them were still to come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage(StartPage):
    """The timeline, or one chapter of a large one."""

    template: ClassVar[str] = "index.html"

    groups: tuple[EventGroup, ...]
    """The events under their headings: each has `id`, `heading`, `gap`, `events`, `line`, `to_come`, `folded`."""
    filters: Filters
    """What the events can be chosen by."""
    compact: bool
    """Whether the quotes are folded away: more than 60 events."""
    sources: tuple[SourceView, ...]
    """The sources of its events."""
    corrections: tuple[tuple[EventView, NoteView], ...]
    """The corrections of its events."""
    line: str | None
    """The words of the publication line; None where nothing was to come."""
    chapter: tuple[Neighbour | None, Neighbour | None] | None = None
    """The chapters before and after it (`path`, `title`), where it is one of several."""
    locator: Locator | None = None
    """The whole story in small with the place of the chapter in it (`drawn`, `x`, `width`), where it is one of several."""


def sources_of(events: Iterable[EventView]) -> tuple[SourceView, ...]:
    """Return the sources that events rest on, in the order of the timeline's articles."""
    found = {source.number: source for event in events for source in event.sources}
    return tuple(found[number] for number in sorted(found))


def corrections_of(events: Iterable[EventView]) -> tuple[tuple[EventView, NoteView], ...]:
    """Return the corrections of events."""
    return tuple((event, note) for event in events for note in event.notes if note.correction)


def list_page(order: Order, views: Mapping[str, EventView], timeline: Timeline, site: OfSite) -> TimelinePage:
    """Return the page of one list of events: the overview, the filters, the events under their headings."""
    marked, filters = filters_of([views[event.id] for event in order.all])
    by_id = {view.id: view for view in marked}
    as_of = timeline.as_of.toordinal()
    extents = {event.id: extent(event, as_of) for event in order.all}
    drawn, bars = overview_of([(by_id[event.id], extents[event.id]) for event in order.all], order, {}, site.w)
    return TimelinePage(
        title=site.title,
        front=None,
        homes={},
        strips=drawn,
        density=bars,
        zooms=closer(order, site),
        listed=len(order.all),
        to_come=len(order.below),
        groups=groups_of(order, extents, by_id, site.w),
        filters=filters,
        compact=len(order.all) > MOST_OPEN,
        sources=sources_of(marked),
        corrections=corrections_of(marked),
        line=publication_line(order.published, as_of, many=site.many_dates, speech=site.w),
    )


def overview_of(
    placed: Sequence[tuple[EventView, Extent]], order: Order, homes: Mapping[str, str], speech: Words
) -> tuple[tuple[Strip, ...], Density | None]:
    """Return the drawings of the overview: numbered marks on the screens that they fit on, bars of counts on the others.

    Of a single event, and of one day, there is nothing to draw.
    """
    if len(placed) < 2 or (order.core and order.core.days == 1):
        return (), None
    drawn = () if homes else strips(placed, order.published, speech, order.core)
    return drawn, None if len(drawn) == len(SIZES) else density(placed, order.core, order.published, speech, homes)
