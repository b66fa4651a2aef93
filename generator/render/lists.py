"""A page with a list of events: the timeline itself, or one chapter of a large one. In: Order and views. Out: Page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.model.event import Timeline
from generator.model.page import Page
from generator.render.axis import SIZES
from generator.render.density import density
from generator.render.extents import Extent, extent
from generator.render.filters import filters_of
from generator.render.groups import groups_of
from generator.render.order import Order, publication_line
from generator.render.overview import strips
from generator.render.quotes import SourceView
from generator.render.views import EventView, NoteView
from generator.render.words import Words

MOST_OPEN = 60
"""In a longer list the quotes are folded away: date, headline and how many reports there are stay."""


def sources_of(events: Iterable[EventView]) -> tuple[SourceView, ...]:
    """Return the sources that events rest on, in the order of the timeline's articles."""
    found = {source.number: source for event in events for source in event.sources}
    return tuple(found[number] for number in sorted(found))


def corrections_of(events: Iterable[EventView]) -> tuple[tuple[EventView, NoteView], ...]:
    """Return the corrections of events."""
    return tuple((event, note) for event in events for note in event.notes if note.correction)


def list_page(path: str, order: Order, views: Mapping[str, EventView], timeline: Timeline, site: Mapping[str, Any]) -> Page:
    """Return the page of one list of events: the overview, the filters, the events under their headings."""
    speech: Words = site["w"]
    marked, filters = filters_of([views[event.id] for event in order.all])
    by_id = {view.id: view for view in marked}
    as_of = timeline.as_of.toordinal()
    extents = {event.id: extent(event, as_of) for event in order.all}
    placed = [(by_id[event.id], extents[event.id]) for event in order.all]
    many = bool(site["many_dates"])
    context = {
        "groups": groups_of(order, extents, by_id, speech),
        "filters": filters,
        **overview_of(placed, order, {}, speech),
        "front": None,
        "compact": len(order.all) > MOST_OPEN,
        "listed": len(order.all),
        "sources": sources_of(marked),
        "corrections": corrections_of(marked),
        "to_come": len(order.below),
        "line": publication_line(order.published, as_of, many=many, speech=speech),
        "chapter": None,
    }
    return Page(path, "index.html", {**site, **context})


def overview_of(placed: Sequence[tuple[EventView, Extent]], order: Order, homes: Mapping[str, str], speech: Words) -> dict[str, Any]:
    """Return the drawings of the overview: numbered marks on the screens that they fit on, bars of counts on the others."""
    if len(placed) < 2:
        return {"strips": (), "density": None}
    drawn = () if homes else strips(placed, order.published, speech, order.core)
    return {"strips": drawn, "density": None if len(drawn) == len(SIZES) else density(placed, order.core, order.published, speech, homes)}
